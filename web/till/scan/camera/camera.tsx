import { useState } from 'react'
import { IconButton } from '../../../kit/button.tsx'
import log from '../../screen/call-log.module.css'
import form from '../../screen/form.module.css'
import { Key } from '../../screen/key.tsx'
import { texts } from '../../texts.ts'
import { deliverScan } from '../use-scanner.ts'
import styles from './camera.module.css'
import { useCamera } from './use-camera.ts'

const words = texts.camera

/** Scans by the camera, for a tablet that has no scanner: what it reads goes where a scan goes. */
export function Camera({ onClose }: { readonly onClose: () => void }) {
  const [tries, setTries] = useState(1)
  return (
    <aside className={log.log} aria-label={words.title}>
      <header className={log.head}>
        <h2>{words.title}</h2>
        <IconButton icon="cross" label={texts.close} onClick={onClose} />
      </header>
      <Reading key={tries} onTryAgain={() => setTries(tries + 1)} />
    </aside>
  )
}

/** Begins anew once the camera is allowed, plugged in or free. */
function Reading({ onTryAgain }: { readonly onTryAgain: () => void }) {
  const [last, setLast] = useState('')
  const { state, video } = useCamera((code) => {
    setLast(code)
    deliverScan(code)
  })
  const isSeeing = state === 'ON' || state === 'STARTING'
  return (
    <div className={styles.body}>
      <video
        ref={video}
        className={styles.picture}
        hidden={!isSeeing}
        playsInline
        muted
        aria-label={words.picture}
      />
      <p role="status" className={isSeeing ? undefined : form.wrong}>
        {state === 'ON' ? (last === '' ? words.hold : words.read(last)) : words.state[state]}
      </p>
      {!isSeeing && <p>{words.byHand}</p>}
      {(state === 'DENIED' || state === 'NONE') && <Key onClick={onTryAgain}>{texts.kit.retry}</Key>}
    </div>
  )
}
