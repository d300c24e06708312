import type { ReactNode } from 'react'
import styles from './facts.module.css'

/** Named values of one thing, below or beside each other. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** A figure that is looked at first. */
export function Stat({
  name,
  children,
  below,
}: {
  readonly name: string
  readonly children: ReactNode
  readonly below?: ReactNode
}) {
  return (
    <div className={styles.stat}>
      <p className={styles.name}>{name}</p>
      <p className={styles.figure}>{children}</p>
      {below && <div className={styles.below}>{below}</div>}
    </div>
  )
}

export function Stats({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stats}>{children}</div>
}
