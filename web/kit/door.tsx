import { type ReactNode, useId } from 'react'
import styles from './door.module.css'

export interface DoorProps {
  readonly brand?: ReactNode
  readonly title: string
  readonly lead: string
  /** Why whoever was signed in is not any more. */
  readonly ended?: string | undefined
  readonly note?: string | undefined
  /** Fingers at a till need more room than a mouse. */
  readonly size?: 'mouse' | 'finger'
  readonly children: ReactNode
}

/** What stands in front of an app until somebody is signed in. */
export function Door({ brand, title, lead, ended, note, size = 'mouse', children }: DoorProps) {
  return (
    <main className={styles.page} data-size={size}>
      <div className={styles.card}>
        <header className={styles.head}>
          {brand}
          <h1>{title}</h1>
          <p>{lead}</p>
        </header>
        {ended !== undefined && (
          <p role="alert" className={styles.ended}>
            {ended}
          </p>
        )}
        {children}
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
    </main>
  )
}

export interface DoorFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: (about: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean
  }) => ReactNode
}

/** A place to fill in at the door; what is wrong with it is said at once and takes the place of the hint. */
export function DoorField({ label, hint, error, children }: DoorFieldProps) {
  const id = useId()
  const about = error === undefined && hint === undefined ? undefined : `${id}-about`
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': error !== undefined })}
      {about !== undefined && (
        <p
          id={about}
          role={error === undefined ? undefined : 'alert'}
          data-wrong={error !== undefined || undefined}
        >
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
