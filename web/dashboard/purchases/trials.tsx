import type { ReturnGoodsBody } from '@tillback/sdk'
import { Answer } from '../../kit/answer.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { Money } from '../../kit/money.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import type { Purchase } from '../queries.ts'
import { type Reply, SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { usePaused } from '../use-paused.ts'

const words = texts.consequences

/** What a void would do now, by the server that tries it out and keeps nothing. */
export function VoidConsequences({ purchase }: { readonly purchase: Purchase }) {
  const { id, currency_code: currency, awards, returned } = purchase
  const trial = useRead(
    ['trial', 'void', id],
    (client, options) => client.purchases.cancel(id, {}, { ...options, query: { simulate: true } }),
    { interval: SELDOM },
  )
  const given = awards.filter(({ redeem_method }) => redeem_method === 'DEFERRED')
  return (
    <div role="status">
      <Answer to={trial} waiting={<SkeletonLines lines={3} />}>
        {({ award_reversed, spend_returned, spend_held, debt, wallet }) => (
          <Facts>
            {/* What came back before has taken its part of each; then they are told together. */}
            {returned.award === 0
              ? given.map(({ offer, amount }) => (
                  <Taken key={offer.id} name={words.award(offer.name)} amount={amount} currency={currency} />
                ))
              : award_reversed > 0 && (
                  <Taken name={words.awards} amount={award_reversed} currency={currency} />
                )}
            <GivenBack amount={spend_returned} held={spend_held} currency={currency} />
            {award_reversed === 0 && spend_returned === 0 && spend_held === 0 && (
              <Fact name={words.nothing}>{texts.nothing}</Fact>
            )}
            <Debt amount={debt} currency={currency} />
            <After wallet={wallet} currency={currency} />
          </Facts>
        )}
      </Answer>
    </div>
  )
}

export interface ReturnConsequencesProps {
  readonly purchase: Purchase
  /** What is to come back; undefined: nothing is chosen yet. */
  readonly body: ReturnGoodsBody | undefined
}

/** The same of goods that come back, by each offer's own terms. */
export function ReturnConsequences({ purchase, body }: ReturnConsequencesProps) {
  const asked = usePaused(body === undefined ? '' : JSON.stringify(body))
  const { id, currency_code: currency } = purchase
  const trial = useRead(
    ['trial', 'return', id, asked],
    (client, options) =>
      client.purchases.returnGoods(id, JSON.parse(asked), { ...options, query: { simulate: true } }),
    { interval: SELDOM, isEnabled: asked !== '' },
  )
  if (asked === '') return <p>{words.chooseFirst}</p>
  return (
    <div role="status">
      <Answer key={asked} to={trial} waiting={<SkeletonLines lines={3} />}>
        {(told) => <ReturnTold told={told} currency={currency} />}
      </Answer>
    </div>
  )
}

function ReturnTold({
  told,
  currency,
}: {
  readonly told: Reply<'purchases', 'returnGoods'>
  readonly currency: string
}) {
  const { refund, spend_held, debt, wallet, awards } = told
  return (
    <Facts>
      <Fact name={words.refund}>
        <Money amount={refund.cash} currency={currency} />
      </Fact>
      {awards.map(({ offer, amount, policy }) => (
        <Taken
          key={offer.id}
          name={`${words.award(offer.name)} (${words.policies[policy]})`}
          amount={amount}
          currency={currency}
        />
      ))}
      <GivenBack amount={refund.wallet} held={spend_held} currency={currency} />
      <Debt amount={debt} currency={currency} />
      <After wallet={wallet} currency={currency} />
    </Facts>
  )
}

interface AmountProps {
  readonly amount: number
  readonly currency: string
}

function Taken({ name, amount, currency }: AmountProps & { readonly name: string }) {
  return (
    <Fact name={name}>
      <Money amount={-amount} currency={currency} tone="owed" signed />
    </Fact>
  )
}

function GivenBack({ amount, held, currency }: AmountProps & { readonly held: number }) {
  return (
    <>
      {amount > 0 && (
        <Fact name={words.spend}>
          <Money amount={amount} currency={currency} tone="award" signed />
        </Fact>
      )}
      {held > 0 && (
        <Fact name={words.held}>
          <Money amount={held} currency={currency} tone="cash" />
        </Fact>
      )}
    </>
  )
}

/** What was spent meanwhile cannot be taken: there is one way of dealing with it, and it is said. */
function Debt({ amount, currency }: AmountProps) {
  if (amount === 0) return null
  return (
    <Fact name={words.debt}>
      <Money amount={amount} currency={currency} tone="owed" /> {words.debtMeans}
    </Fact>
  )
}

function After({
  wallet,
  currency,
}: {
  readonly wallet: Reply<'purchases', 'returnGoods'>['wallet'] | undefined
  readonly currency: string
}) {
  if (!wallet) return null
  return (
    <Fact name={words.walletAfter}>
      <Money amount={wallet.total} currency={currency} />
      {wallet.debt > 0 && (
        <>
          {' '}
          {words.owing} <Money amount={wallet.debt} currency={currency} tone="owed" />
        </>
      )}
    </Fact>
  )
}
