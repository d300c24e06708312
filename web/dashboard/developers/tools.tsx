import { Card } from '../../kit/card.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Rows } from '../../kit/rows.tsx'
import { useSignedIn } from '../client.ts'
import { Head } from '../list/head.tsx'
import { PARTS } from '../parts.ts'
import { Tabs } from '../tabs.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Beside } from './beside/beside.tsx'
import { Clock } from './clock.tsx'
import { Outbox } from './outbox.tsx'
import { PromotionPage } from './promotions/promotion-page.tsx'
import { Promotions } from './promotions/promotions.tsx'
import { TestValues } from './test-values.tsx'
import { Triggers } from './triggers.tsx'
import { Wipe } from './wipe.tsx'

const words = texts.tools
const TABS = PARTS.tools

/** What helps while an integration is written; of LIVE mode, how what was tried out gets there. */
export function Tools({ address }: ViewProps) {
  const { session } = useSignedIn()
  if (session.mode === 'TEST') return <OfTest address={address} />
  if (address.id !== undefined) return <PromotionPage key={address.id} id={address.id} />
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <p className={styles.lead}>{words.onlyTestMeans}</p>
      <Promotions address={address} />
    </div>
  )
}

function OfTest({ address }: ViewProps) {
  const tab = TABS.find((each) => each === address.tab) ?? 'clock'
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <Tabs
        label={words.parts}
        address={address}
        current={tab}
        tabs={TABS.map((each) => [each, words.tabs[each]])}
      />
      {tab === 'clock' && (
        <>
          <Clock />
          <Addresses />
        </>
      )}
      {tab === 'beside' && <Beside address={address} />}
      {tab === 'triggers' && <Triggers />}
      {tab === 'values' && <TestValues />}
      {tab === 'outbox' && <Outbox address={address} />}
      {tab === 'wipe' && <Wipe />}
      {tab === 'promotion' && (
        <EmptyState icon="forward" title={texts.promotions.onlyLive}>
          <p>{texts.promotions.onlyLiveMeans}</p>
        </EmptyState>
      )}
    </div>
  )
}

function Addresses() {
  return (
    <Card title={words.addresses}>
      <Rows
        label={words.addresses}
        head={[words.what, words.where]}
        texts={[1]}
        rows={Object.entries(words.places).map(([path, name]) => ({
          key: path,
          cells: [
            name,
            <a key="way" href={path} target="_blank" rel="noreferrer">
              {path}
            </a>,
          ],
        }))}
      />
    </Card>
  )
}
