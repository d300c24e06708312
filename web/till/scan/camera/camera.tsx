import { useState } from 'react'
import { IconButton } from '../../../kit/button.tsx'
import log from '../../screen/call-log.module.css'
import form from '../../screen/form.module.css'
import { texts } from '../../texts.ts'
import { deliverScan } from '../use-scanner.ts'
import styles from './camera.module.css'
import { useCamera } from './use-camera.ts'

const words = texts.camera

/** Scans by the camera, for a tablet that has no scanner: what it reads goes where a scan goes. */
export function Camera({ onClose }: { readonly onClose: () => void }) {
  const [last, setLast] = useState('')
  const { state, video } = useCamera((code) => {
    setLast(code)
    deliverScan(code)
  })
  return (
    <aside className={log.log} aria-label={words.title}>
      <header className={log.head}>
        <h2>{words.title}</h2>
        <IconButton icon="cross" label={texts.close} onClick={onClose} />
      </header>
      <div className={styles.body}>
        <video
          ref={video}
          className={styles.picture}
          hidden={state !== 'ON' && state !== 'STARTING'}
          playsInline
          muted
          aria-label={words.picture}
        />
        <p role="status" className={state === 'ON' ? undefined : form.wrong}>
          {state === 'ON' ? (last === '' ? words.hold : words.read(last)) : words.state[state]}
        </p>
      </div>
    </aside>
  )
}
