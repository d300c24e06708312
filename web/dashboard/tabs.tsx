import { useEffect, useRef } from 'react'
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
  const nav = useRef<HTMLElement>(null)
  // Where not all of them have room, the one that is shown is seen.
  useEffect(() => {
    nav.current
      ?.querySelector(`[data-tab="${current}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <nav ref={nav} className={styles.tabs} aria-label={label}>
      {tabs.map(([tab, name]) => (
        <Link
          key={tab}
          data-tab={tab}
          to={{ ...address, tab, page: 1, open: undefined, filters: {} }}
          aria-current={tab === current ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
