import { Badge, type Tone } from '../../kit/badge.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Id } from '../../kit/id.tsx'
import { Money } from '../../kit/money.tsx'
import { Person } from '../../kit/person.tsx'
import { Split } from '../../kit/split.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { DueChart } from '../home/liability-chart.tsx'
import { Link } from '../link.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Head } from '../list/head.tsx'
import { Listing } from '../list/listing.tsx'
import { PARTS } from '../parts.ts'
import { type Reply, SOON, useRead } from '../read.ts'
import { focusRow, type OpensPanel, Row, RowLink } from '../row-link.tsx'
import { Tabs } from '../tabs.tsx'
import { texts, wordFor } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import { Approvals } from './approvals.tsx'
import { ByDay } from './by-day.tsx'
import { Files } from './files.tsx'
import { nextTold } from './next-told.ts'
import { PayoutActs } from './payout-acts.tsx'
import { PayoutPanel } from './payout-panel.tsx'
import { RetryAll } from './retry-all.tsx'
import { type Owner, useOwners } from './whose.tsx'

const words = texts.payouts
const A_PAGE = 50
const TABS = PARTS.payouts

export type Payout = Reply<'payouts', 'list'>['content'][number]

export const STATES: Readonly<Record<Payout['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  PENDING: { tone: 'neutral', icon: 'clock' },
  SENDING: { tone: 'info', icon: 'sync' },
  SENT: { tone: 'info', icon: 'forward' },
  PAID: { tone: 'positive', icon: 'check' },
  FAILED: { tone: 'negative', icon: 'alert' },
  UNKNOWN: { tone: 'warning', icon: 'alert' },
  RETURNED: { tone: 'warning', icon: 'undo' },
  CANCELLED: { tone: 'neutral', icon: 'cross' },
  REVERSAL_REQUIRED: { tone: 'negative', icon: 'undo' },
  REVERSED: { tone: 'neutral', icon: 'undo' },
}

const NAMES: readonly Payout['state'][] = [
  'PENDING',
  'SENDING',
  'SENT',
  'PAID',
  'FAILED',
  'UNKNOWN',
  'RETURNED',
  'CANCELLED',
  'REVERSAL_REQUIRED',
  'REVERSED',
]

/** Money on its way to customers, and corrections that wait for a second person. */
export function Payouts({ address }: ViewProps) {
  const tab = TABS.find((each) => each === address.tab) ?? 'queue'
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <Tabs
        label={words.parts}
        address={address}
        current={tab}
        tabs={TABS.map((each) => [each, words.tabs[each]])}
      />
      {tab === 'queue' && (
        <>
          <Queue address={address} />
          <ByDay />
          <DueChart />
        </>
      )}
      {tab === 'approvals' && <Approvals />}
      {tab === 'files' && <Files address={address} />}
    </div>
  )
}

const COLUMNS: readonly Column[] = [
  { name: words.columns.payout },
  { name: words.columns.amount, figures: true },
  { name: words.columns.provider, from: 'wide' },
  { name: words.columns.tries, from: 'wide' },
  { name: words.columns.state },
  { name: words.columns.acts, from: 'narrow' },
]

function Queue({ address }: ViewProps) {
  const state = NAMES.find((each) => each === address.filters.state)
  const asked = { page: address.page, size: A_PAGE, ...(state === undefined ? {} : { state }) }
  const payouts = useRead(['payouts', asked], (client, options) => client.payouts.list(asked, options), {
    interval: SOON,
    keeps: true,
  })
  const owners = useOwners((payouts.data?.content ?? []).map(({ wallet_id }) => wallet_id))
  const { open } = address
  const close = () => {
    go({ ...address, open: undefined }, { replace: true })
    if (open !== undefined) requestAnimationFrame(() => focusRow(open))
  }
  return (
    <Split panel={open !== undefined && <PayoutPanel key={open} id={open} onClose={close} />}>
      <FilterBar
        address={address}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: words.columns.state,
            options: NAMES.map((each) => [each, words.states[each]]),
          },
        ]}
      />
      <Listing
        address={address}
        of={payouts}
        label={words.pages}
        empty={
          <EmptyState icon="payout" title={words.empty.title}>
            <p>{words.empty.text}</p>
            <p>
              <Link to={viewOf('settings')}>{words.empty.settings}</Link>
            </p>
          </EmptyState>
        }
      >
        {(found) => (
          <>
            {state === 'FAILED' && <RetryAll payouts={found} />}
            <Table caption={words.caption} columns={COLUMNS}>
              {found.map((payout) => (
                <PayoutRow
                  key={payout.id}
                  payout={payout}
                  owner={owners.get(payout.wallet_id)}
                  opens={{
                    id: payout.id,
                    rows: found.map(({ id }) => id),
                    open,
                    addressOf: (id) => ({ ...address, open: id }),
                  }}
                />
              ))}
            </Table>
          </>
        )}
      </Listing>
    </Split>
  )
}

interface PayoutRowProps {
  readonly payout: Payout
  readonly owner: Owner | undefined
  readonly opens: OpensPanel
}

function PayoutRow({ payout, owner, opens }: PayoutRowProps) {
  const { amount, currency_code: currency, purchase_id: purchase, provider, state, reason } = payout
  return (
    <Row opens={opens}>
      <Cell head>
        <RowLink opens={opens}>{purchase === null ? words.ownPayout : words.ofPurchase}</RowLink>
        {owner && (
          <Below>
            <Person of={owner} />
          </Below>
        )}
        <Below>
          <Time at={payout.created_on} inList />
        </Below>
      </Cell>
      <Cell figures>
        <Money amount={amount} currency={currency} />
      </Cell>
      <Cell from="wide">
        {provider === null ? texts.nothing : wordFor(words.providers, provider)}
        {payout.reference !== null && (
          <Below>
            <Id value={payout.reference} of={words.panel.reference} />
          </Below>
        )}
      </Cell>
      <Cell from="wide">
        {words.tried(payout.tries)}
        <Next of={payout} />
      </Cell>
      <Cell>
        <Badge {...STATES[state]}>{words.states[state]}</Badge>
        {reason !== null && <Below>{reasonTold(reason)}</Below>}
        <Next of={payout} until="wide" />
        <Below until="narrow">
          <PayoutActs payout={payout} />
        </Below>
      </Cell>
      <Cell from="narrow">
        <PayoutActs payout={payout} />
      </Cell>
    </Row>
  )
}

interface NextProps {
  readonly of: Payout
  readonly until?: 'wide'
}

/** When it is tried or looked at again by itself; of what is paid nobody waits for that. */
function Next({ of: { state, next_attempt_on: next }, until }: NextProps) {
  if (next === null || state === 'PAID') return null
  return (
    <Below {...(until && { until })}>
      {nextTold(state)} <Time at={next} inList />
    </Below>
  )
}

/** What this product says of itself in words; what a provider said stays as it said it. */
export function reasonTold(reason: string): string {
  return wordFor(words.reasons, reason)
}
