import { Head } from '../list/head.tsx'
import { PARTS } from '../parts.ts'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Liability } from './liability.tsx'
import { Settlement } from './settlement.tsx'

const words = texts.reports
const TABS = PARTS.reports

/** What the books say for finance: what is owed to customers, and who owes whom. */
export function Reports({ address }: ViewProps) {
  const tab = TABS.find((each) => each === address.tab) ?? 'liability'
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <Tabs
        label={words.parts}
        address={address}
        current={tab}
        tabs={TABS.map((each) => [each, words.tabs[each]])}
      />
      {tab === 'liability' ? <Liability address={address} /> : <Settlement address={address} />}
    </div>
  )
}
