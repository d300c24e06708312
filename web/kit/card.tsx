import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

/** A titled part of a page. */
export function Card({
  title,
  aside,
  children,
}: {
  readonly title: string
  /** Stands beside the title. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </section>
  )
}
