import { Key } from './key.tsx'
import { forgetInstall, useDevice } from './offline.ts'
import { useTexts } from './texts/language.ts'
import view from './view.module.css'

/** What the device has to say: a new version, a place on the home screen. */
export function Notices() {
  const texts = useTexts()
  const { isNew, install } = useDevice()
  return (
    <>
      {isNew && (
        <div role="status" className={view.notice}>
          {texts.newVersion}
          <Key onClick={() => location.reload()}>{texts.reload}</Key>
        </div>
      )}
      {install && (
        <div className={view.notice}>
          {texts.install.text}
          <div className={view.actions}>
            <Key kind="primary" onClick={() => void install.prompt().finally(forgetInstall)}>
              {texts.install.act}
            </Key>
            <Key onClick={forgetInstall}>{texts.install.later}</Key>
          </div>
        </div>
      )}
    </>
  )
}
