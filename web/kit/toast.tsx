import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './toast.module.css'
import { useWords } from './words.ts'

const SHOWN_FOR = 6_000

export interface Told {
  readonly text: string
  /** What failed stays until it is closed. */
  readonly isFailure?: boolean
  /** What may be done about it now, such as taking it back; it stays until it is closed, too. */
  readonly act?: { readonly label: string; readonly run: () => void }
}

const Tell = createContext<(told: Told) => void>(() => undefined)

/** Tells in a corner what has come of an act. */
export function useToast(): (told: Told) => void {
  return use(Tell)
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Told & { readonly id: number })[]>([])
  const next = useRef(0)
  const words = useWords()
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const tell = useCallback(
    (told: Told) => {
      next.current += 1
      const id = next.current
      setToasts((all) => [...all.slice(-2), { ...told, id }])
      if (!told.isFailure && !told.act) setTimeout(() => close(id), SHOWN_FOR)
    },
    [close],
  )
  return (
    <Tell value={tell}>
      {children}
      <div className={styles.toasts} role="status">
        {toasts.map(({ id, text, isFailure, act }) => (
          <p key={id} className={styles.toast} data-failed={isFailure || undefined}>
            <Icon name={isFailure ? 'alert' : 'check'} />
            <span>{text}</span>
            {act && (
              <Button
                onClick={() => {
                  close(id)
                  act.run()
                }}
              >
                {act.label}
              </Button>
            )}
            <IconButton icon="cross" label={words.close} onClick={() => close(id)} />
          </p>
        ))}
      </div>
    </Tell>
  )
}
