import { Icon } from '../kit/icon.tsx'
import type { Address } from './address.ts'
import { Link } from './link.tsx'
import { texts } from './texts.ts'
import styles from './view.module.css'

/** The way through a list that is longer than a page; nothing where it is not. */
export function Pages({
  label,
  address,
  hasMore,
}: {
  readonly label: string
  readonly address: Address
  readonly hasMore: boolean
}) {
  const { page } = address
  if (page === 1 && !hasMore) return null
  const words = texts.lists
  return (
    <nav className={styles.pages} aria-label={label}>
      {page > 1 && (
        <Link to={{ ...address, open: undefined, page: page - 1 }}>
          <Icon name="back" />
          {words.newer}
        </Link>
      )}
      <span>{words.page(page)}</span>
      {hasMore && (
        <Link to={{ ...address, open: undefined, page: page + 1 }}>
          {words.older}
          <Icon name="forward" />
        </Link>
      )}
    </nav>
  )
}
