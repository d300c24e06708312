import type { ReactNode } from 'react'
import { Heard } from './announcement.tsx'
import styles from './skeleton.module.css'
import { useWords } from './words.ts'

/** Stands in for rows of a table until they are there, and takes the same room. */
export function SkeletonRows({ rows = 8 }: { readonly rows?: number }) {
  return (
    <Waiting>
      <div className={styles.table}>
        <div className={styles.head} />
        {places(rows).map((place) => (
          <div key={place} className={styles.row}>
            <span />
            <span />
            <span />
            <span />
          </div>
        ))}
      </div>
    </Waiting>
  )
}

/** Stands in for lines of text. */
export function SkeletonLines({ lines = 3 }: { readonly lines?: number }) {
  return (
    <Waiting>
      <div className={styles.lines}>
        {places(lines).map((place) => (
          <span key={place} />
        ))}
      </div>
    </Waiting>
  )
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <div role="status">
      <Heard>{useWords().loading}</Heard>
      <div aria-hidden="true">{children}</div>
    </div>
  )
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
