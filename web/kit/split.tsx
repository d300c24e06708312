import type { ReactNode } from 'react'
import styles from './split.module.css'

/** A list and, while something of it is open, the panel beside it. */
export function Split({ panel, children }: { readonly panel: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.split} data-open={panel ? true : undefined}>
      <div className={styles.list}>{children}</div>
      {panel}
    </div>
  )
}
