import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Id } from '../../kit/id.tsx'
import { Money } from '../../kit/money.tsx'
import { Panel } from '../../kit/panel.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { viewOf } from '../address.ts'
import { Link } from '../link.tsx'
import { usePurchase } from '../queries.ts'
import { type Reply, SOON, useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import styles from '../view.module.css'
import { nextTold } from './next-told.ts'
import { PayoutActs } from './payout-acts.tsx'
import { reasonTold, STATES } from './payouts.tsx'
import { useOwners, Whose } from './whose.tsx'

const words = texts.payouts
const told = words.panel

type Full = Reply<'payouts', 'get'>
type Attempt = Full['attempts'][number]

export interface PayoutPanelProps {
  readonly id: string
  readonly onClose: () => void
}

/** One payout: to whom, for which receipt, and each try to pay it with the reference to look for at the provider. */
export function PayoutPanel({ id, onClose }: PayoutPanelProps) {
  const payout = useRead(['payouts', 'one', id], (client, options) => client.payouts.get(id, options), {
    interval: SOON,
  })
  return (
    <Panel title={told.title} closeLabel={texts.close} onClose={onClose}>
      <Answer to={payout} waiting={<SkeletonLines lines={8} />}>
        {(shown) => <Told payout={shown} />}
      </Answer>
    </Panel>
  )
}

function Told({ payout }: { readonly payout: Full }) {
  const { amount, currency_code: currency, state, reason, notes, purchase_id: purchase } = payout
  const owners = useOwners([payout.wallet_id])
  return (
    <div className={styles.parts}>
      <Facts>
        <Fact name={words.columns.amount}>
          <Money amount={amount} currency={currency} />
        </Fact>
        <Fact name={words.columns.state}>
          <Badge {...STATES[state]}>{words.states[state]}</Badge>
        </Fact>
        {reason !== null && <Fact name={told.reason}>{reasonTold(reason)}</Fact>}
        {notes !== null && <Fact name={told.notes}>{notes}</Fact>}
        <Fact name={told.contact}>
          <Whose owner={owners.get(payout.wallet_id)} />
        </Fact>
        <Fact name={told.receipt}>{purchase === null ? words.ownPayout : <Receipt of={purchase} />}</Fact>
        <Fact name={told.money}>{told.places[payout.money]}</Fact>
        <Fact name={told.asked}>
          <Time at={payout.created_on} />
        </Fact>
        {payout.next_attempt_on !== null && (
          <Fact name={nextTold(state)}>
            <Time at={payout.next_attempt_on} />
          </Fact>
        )}
      </Facts>
      <PayoutActs payout={payout} />
      {payout.attempts.length === 0 && <p className={styles.note}>{told.noTries}</p>}
      {payout.attempts.toReversed().map((attempt) => (
        <Try key={attempt.reference} of={attempt} />
      ))}
    </div>
  )
}

function Try({ of: attempt }: { readonly of: Attempt }) {
  const { number, provider, state, reference, provider_reference: theirs, reason } = attempt
  return (
    <Card title={told.attempt(number)} aside={<Time at={attempt.asked_on} inList />}>
      <Facts>
        <Fact name={words.columns.provider}>{wordFor(words.providers, provider)}</Fact>
        <Fact name={words.columns.state}>{wordFor(told.attempts, state)}</Fact>
        {reason !== null && <Fact name={told.reason}>{reasonTold(reason)}</Fact>}
        <Fact name={told.times}>{attempt.asked}</Fact>
        <Fact name={told.reference}>
          <Id value={reference} of={told.reference} />
        </Fact>
        {theirs !== null && (
          <Fact name={told.theirs}>
            <Id value={theirs} of={told.theirs} />
          </Fact>
        )}
      </Facts>
    </Card>
  )
}

function Receipt({ of }: { readonly of: string }) {
  const { data } = usePurchase(of)
  return <Link to={viewOf('purchases', { id: of })}>{data?.reference_number ?? words.ofPurchase}</Link>
}
