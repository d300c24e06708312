import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'
import { useMedia } from './media.ts'
import styles from './panel.module.css'

const NARROW = '(width < 1024px)'

export interface PanelProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What a row of a list opens: beside the list where there is room, in front of everything where there is not. Escape closes it. */
export function Panel(props: PanelProps) {
  const isNarrow = useMedia(NARROW)
  return isNarrow ? <InFront {...props} /> : <Beside {...props} />
}

export function isPanelInFront(): boolean {
  return matchMedia(NARROW).matches
}

/** The heading is where the keyboard goes on after a row was opened by it. */
export function focusPanel(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-panel-title]')?.focus())
}

function Beside({ title, closeLabel, onClose, children }: PanelProps) {
  const id = useId()
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    addEventListener('keydown', close)
    return () => removeEventListener('keydown', close)
  }, [onClose])
  return (
    <aside className={styles.beside} aria-labelledby={id}>
      <Head id={id} title={title} closeLabel={closeLabel} onClose={onClose} />
      <div className={styles.body}>{children}</div>
    </aside>
  )
}

function InFront({ title, closeLabel, onClose, children }: PanelProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    focusPanel()
  }, [])
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault()
    onClose()
  }
  return (
    <dialog ref={dialog} className={styles.front} aria-labelledby={id} onCancel={cancel}>
      <Head id={id} title={title} closeLabel={closeLabel} onClose={onClose} />
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}

function Head({ id, title, closeLabel, onClose }: Omit<PanelProps, 'children'> & { readonly id: string }) {
  return (
    <header className={styles.head}>
      <h2 id={id} tabIndex={-1} className={styles.title} data-panel-title="">
        {title}
      </h2>
      <IconButton icon="cross" label={closeLabel} onClick={onClose} />
    </header>
  )
}
