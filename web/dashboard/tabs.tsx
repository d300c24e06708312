import type { Address } from './address.ts'
import { Link } from './link.tsx'
import styles from './tabs.module.css'

export interface TabsProps {
  readonly label: string
  readonly address: Address
  readonly tabs: readonly (readonly [tab: string, name: string])[]
  readonly current: string
}

/** The parts of a page; which one is shown stands in the address. */
export function Tabs({ label, address, tabs, current }: TabsProps) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map(([tab, name]) => (
        <Link
          key={tab}
          to={{ ...address, tab, page: 1, open: undefined, filters: {} }}
          aria-current={tab === current ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
