import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { IconButton } from '../kit/button.tsx'
import styles from './sheet.module.css'
import { useTexts } from './texts/language.ts'

export interface SheetProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Rises from the lower edge, in front of everything; Escape closes it. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const texts = useTexts()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={id} onCancel={cancel}>
      <header className={styles.head}>
        <h2 id={id} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <IconButton icon="cross" label={texts.close} onClick={onClose} />
      </header>
      {children}
    </dialog>
  )
}
