import { Head } from '../list/head.tsx'
import { PARTS } from '../parts.ts'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Codes } from './codes.tsx'
import { Places } from './places.tsx'
import { Tills } from './tills.tsx'

const words = texts.venues
const TABS = PARTS.venues

/** Where is sold, by which tills, and what their receipts carry. */
export function Venues({ address }: ViewProps) {
  const tab = TABS.find((each) => each === address.tab) ?? 'places'
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <Tabs
        label={words.parts}
        address={address}
        tabs={TABS.map((each) => [each, words.tabs[each]])}
        current={tab}
      />
      {tab === 'places' && <Places address={address} />}
      {tab === 'tills' && <Tills address={address} />}
      {tab === 'codes' && <Codes address={address} />}
    </div>
  )
}
