import type { ReactNode } from 'react'
import { capital } from './capital.ts'
import styles from './facts.module.css'

/** Named values of one thing, below or beside each other. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}

/** Its name may be one that elsewhere stands within a line. */
export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{capital(name)}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export interface StatProps {
  readonly name: string
  readonly children: ReactNode
  readonly below?: ReactNode
  /** The way it came: along the foot, so that those beside each other stand level. */
  readonly spark?: ReactNode
}

/** A figure that is looked at first. */
export function Stat({ name, children, below, spark }: StatProps) {
  return (
    <div className={styles.stat}>
      <p className={styles.name}>{name}</p>
      <p className={styles.figure}>{children}</p>
      {below && <div className={styles.below}>{below}</div>}
      {spark && <div className={styles.foot}>{spark}</div>}
    </div>
  )
}

export function Stats({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stats}>{children}</div>
}
