import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Purchase, ReturnGoodsBody } from '@tillback/sdk'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useStanding } from '../api/client.ts'
import form from '../screen/form.module.css'
import { texts } from '../texts.ts'
import { type Fact, Facts } from './facts.tsx'

const words = texts.undo

export type Goods = Omit<ReturnGoodsBody, 'reference_number'>

/** What a void would undo, as the platform works it out and keeps nothing of it. */
export function VoidUndoes({ purchase }: { readonly purchase: Purchase }) {
  const { client } = useStanding()
  const trial = useQuery({
    queryKey: ['void trial', purchase.id],
    queryFn: ({ signal }) => client.purchases.cancel(purchase.id, {}, { query: { simulate: true }, signal }),
    gcTime: 0,
  })
  return (
    <Undoes
      purchase={purchase}
      isError={trial.isError}
      facts={
        trial.data && [
          { name: words.awardReversed, amount: -trial.data.award_reversed },
          { name: words.spendReturned, amount: trial.data.spend_returned, tone: 'award', signed: true },
          { name: words.debt, amount: trial.data.debt, tone: 'owed' },
          { name: words.giveBack, amount: moneyBack(purchase) },
          { name: words.walletAfter, amount: trial.data.wallet?.total ?? 0 },
        ]
      }
    />
  )
}

/** The same for goods that come back. */
export function ReturnUndoes({ purchase, goods }: { readonly purchase: Purchase; readonly goods: Goods }) {
  const { client } = useStanding()
  const trial = useQuery({
    queryKey: ['return trial', purchase.id, goods],
    queryFn: ({ signal }) =>
      client.purchases.returnGoods(purchase.id, goods, { query: { simulate: true }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  return (
    <Undoes
      purchase={purchase}
      isError={trial.isError}
      facts={
        trial.data && [
          { name: words.awardReversed, amount: -trial.data.amount },
          { name: words.spendReturned, amount: trial.data.refund.wallet, tone: 'award', signed: true },
          { name: words.debt, amount: trial.data.debt, tone: 'owed' },
          { name: words.giveBack, amount: trial.data.refund.cash },
          { name: words.walletAfter, amount: trial.data.wallet?.total ?? 0 },
        ]
      }
    />
  )
}

interface UndoesProps {
  readonly purchase: Purchase
  readonly facts: readonly Fact[] | undefined
  readonly isError: boolean
}

function Undoes({ purchase, facts, isError }: UndoesProps) {
  return (
    <section
      className={form.undone}
      aria-label={words.consequences}
      aria-busy={facts === undefined && !isError}
    >
      <h3>{words.consequences}</h3>
      {facts && <Facts currency={purchase.currency_code} facts={facts} />}
      {facts?.some(({ name, amount }) => name === words.debt && amount > 0) && (
        <p className={form.hint}>{words.debtMeans}</p>
      )}
      {!facts && (isError ? <p className={form.hint}>{words.notTold}</p> : <SkeletonLines lines={2} />)}
    </section>
  )
}

/** What the customer paid in money and has not got back. */
export function moneyBack({ amount_due, returned }: Purchase): number {
  return Math.max(0, amount_due - (returned.total - returned.spend))
}
