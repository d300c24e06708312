import type { ReactNode } from 'react'
import { Icon } from '../../kit/icon.tsx'
import type { Address } from '../address.ts'
import { Link } from '../link.tsx'
import styles from '../view.module.css'

export interface HeadProps {
  readonly title: string
  /** Where this page hangs below. */
  readonly above?: { readonly name: string; readonly to: Address } | undefined
  /** Stands beside the title: a state, an id. */
  readonly beside?: ReactNode
  /** What can be done here. */
  readonly children?: ReactNode
}

/** The top of every view. */
export function Head({ title, above, beside, children }: HeadProps) {
  return (
    <header className={styles.top}>
      {above && (
        <Link to={above.to} className={styles.above}>
          <Icon name="back" size={14} />
          {above.name}
        </Link>
      )}
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {beside}
        {children && <div className={styles.end}>{children}</div>}
      </div>
    </header>
  )
}
