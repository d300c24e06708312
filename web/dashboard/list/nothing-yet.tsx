import type { ReactNode } from 'react'
import styles from './filter-bar.module.css'

/** Nothing there yet at all, whatever is looked for: no filters stand above it. */
export function NothingYet({ children }: { readonly children: ReactNode }) {
  return <div className={styles.nothing}>{children}</div>
}
