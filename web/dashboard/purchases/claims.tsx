import { useState } from 'react'
import { Badge, type Tone } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { TextField } from '../../kit/field.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { Money } from '../../kit/money.tsx'
import { Below, Cell, type Column, Table } from '../../kit/table.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { ContactLink } from '../contacts/contact-name.tsx'
import { Link } from '../link.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Listing } from '../list/listing.tsx'
import styles from '../payouts/payouts.module.css'
import { type Reply, SOON, useRead } from '../read.ts'
import { amountIn, texts } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import view from '../view.module.css'
import type { ViewProps } from '../views.tsx'
import table from './purchase-table.module.css'

const words = texts.claims
const A_PAGE = 50

type Claim = Reply<'claims', 'list'>['content'][number]

const STATES: Readonly<Record<Claim['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  HELD: { tone: 'warning', icon: 'clock' },
  CLAIMED: { tone: 'positive', icon: 'check' },
  REFUSED: { tone: 'negative', icon: 'cross' },
}
const NAMES = ['HELD', 'CLAIMED', 'REFUSED'] as const

const COLUMNS: readonly Column[] = [
  { name: words.columns.receipt },
  { name: words.columns.contact, from: 'wide' },
  { name: words.columns.amount, figures: true, className: table.claimed },
  { name: words.columns.state, className: table.decision },
  { name: words.columns.acts, from: 'narrow' },
]

/** Receipts that contacts say are theirs, and those among them that somebody has to look at. */
export function Claims({ address }: ViewProps) {
  const state = NAMES.find((each) => each === address.filters.state)
  const { scope } = address
  const asked = {
    page: address.page,
    size: A_PAGE,
    ...(state === undefined ? {} : { state }),
    ...(scope === undefined ? {} : { organisation_id: scope }),
  }
  const claims = useRead(['claims', asked], (client, options) => client.claims.list(asked, options), {
    interval: SOON,
    keeps: true,
  })
  return (
    <>
      <p className={view.lead}>{words.means}</p>
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
        of={claims}
        label={words.pages}
        empty={
          <EmptyState icon="scan" title={words.empty.title}>
            <p>{words.empty.text}</p>
          </EmptyState>
        }
      >
        {(found) => (
          <Table caption={words.caption} columns={COLUMNS}>
            {found.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} />
            ))}
          </Table>
        )}
      </Listing>
    </>
  )
}

function ClaimRow({ claim }: { readonly claim: Claim }) {
  const { reference_number, purchase_id, contact, organisation, total, till_total, reason, state } = claim
  const currency = claim.currency_code
  const who = <ContactLink of={contact} />
  return (
    <tr>
      <Cell head>
        {purchase_id === null ? (
          reference_number
        ) : (
          <Link to={viewOf('purchases', { id: purchase_id })}>{reference_number}</Link>
        )}
        <Below>
          <Time at={claim.created_on} inList />
          {` · ${organisation.name}`}
        </Below>
        <Below until="wide">{who}</Below>
      </Cell>
      <Cell from="wide">{who}</Cell>
      <Cell figures>
        <Money amount={total} currency={currency} />
        {till_total !== null && <Below>{words.till(amountIn(till_total, currency))}</Below>}
      </Cell>
      <Cell wraps>
        <Badge {...STATES[state]}>{words.states[state]}</Badge>
        {reason !== null && <Below>{reason}</Below>}
        {state === 'HELD' && (
          <Below until="narrow">
            <Decide claim={claim} />
          </Below>
        )}
      </Cell>
      <Cell from="narrow">{state === 'HELD' && <Decide claim={claim} />}</Cell>
    </tr>
  )
}

function Decide({ claim }: { readonly claim: Claim }) {
  const [isRefusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const decide = useCommand<'APPROVE' | 'REFUSE'>({
    run: (client, action) =>
      client.claims.decide(claim.id, action === 'APPROVE' ? { action } : { action, reason: reason.trim() }),
    changes: [['claims'], ['purchases'], ['wallet'], ['needs']],
    done: words.done,
    isToldInPlace: isRefusing,
  })
  return (
    <span className={styles.acts}>
      <Button kind="primary" disabled={decide.isPending} onClick={() => decide.mutate('APPROVE')}>
        {words.approve}
      </Button>
      <Button disabled={decide.isPending} onClick={() => setRefusing(true)}>
        {words.refuse}
      </Button>
      {isRefusing && (
        <Confirm
          title={words.refuseTitle(claim.reference_number)}
          action={words.refuse}
          isReady={reason.trim() !== ''}
          onConfirm={() => decide.mutateAsync('REFUSE')}
          onClose={() => setRefusing(false)}
        >
          <p>{words.refuseMeans}</p>
          <TextField
            label={words.reason}
            name="reason"
            value={reason}
            onChange={setReason}
            autoComplete="off"
          />
        </Confirm>
      )}
    </span>
  )
}
