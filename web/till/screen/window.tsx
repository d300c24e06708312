import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { IconButton } from '../../kit/button.tsx'
import styles from './window.module.css'

export interface WindowProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly size?: 'normal' | 'wide'
  readonly children: ReactNode
}

/** In front of the sale until it is answered: keys for thumbs, and the keyboard begins where `data-autofocus` stands. */
export function Window({ title, closeLabel, onClose, size = 'normal', children }: WindowProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
  }, [])
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={dialog} className={styles.window} data-size={size} aria-labelledby={id} onCancel={cancel}>
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton icon="cross" label={closeLabel} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
