import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { useRefusal } from '../scan/refusal.ts'
import { goBack } from './focus.ts'
import styles from './window.module.css'

export interface WindowProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  /** `aside` leaves what is behind to be seen. */
  /** The id of what is told with the title as soon as it opens. */
  readonly describedBy?: string
  readonly size?: 'normal' | 'wide' | 'aside'
  readonly children: ReactNode
}

/** In front of the sale until it is answered: keys for thumbs, and the keyboard begins where `data-autofocus` stands. */
export function Window({ title, closeLabel, onClose, describedBy, size = 'normal', children }: WindowProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { text: refused } = useRefusal()
  useEffect(() => {
    const before = document.activeElement
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    shown?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    return () => goBack(before)
  }, [])
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.window}
      data-size={size}
      aria-labelledby={id}
      aria-describedby={describedBy}
      onCancel={cancel}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <IconButton icon="cross" label={closeLabel} onClick={onClose} />
      </header>
      <p role="status" className={styles.refused}>
        {refused}
      </p>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}
