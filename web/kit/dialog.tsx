import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'
import styles from './dialog.module.css'
import { useWords } from './words.ts'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly isWide?: boolean
  /** Over the whole window. */
  readonly isWhole?: boolean
  /** Stand beside the title. */
  readonly acts?: ReactNode
  readonly children: ReactNode
}

/** A question in front of everything: the keyboard stays in it, Escape leaves it and goes back to where it was. */
export function Dialog({ title, onClose, isWide = false, isWhole = false, acts, children }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useWords().close
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={isWide || undefined}
      data-whole={isWhole || undefined}
      aria-labelledby={id}
      onCancel={cancel}
    >
      <header className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {acts && <div className={styles.acts}>{acts}</div>}
        <IconButton icon="cross" label={close} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}

/** The row of buttons at the end of a dialog or form. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
