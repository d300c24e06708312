import { Money } from '../../kit/money.tsx'
import type { Purchase } from '../queries.ts'
import { leftOf } from './standing.ts'

type Moving = Pick<Purchase, 'state' | 'rewards' | 'returned' | 'currency_code'>

/** What a purchase earned and still has; struck out where all of it was taken back. */
export function Awarded({ purchase }: { readonly purchase: Moving }) {
  const left = leftOf(purchase, 'award')
  const isUndone = left === 0 && purchase.rewards.award > 0
  return (
    <Money
      amount={isUndone ? purchase.rewards.award : left}
      currency={purchase.currency_code}
      tone={isUndone ? 'undone' : 'award'}
      signed
    />
  )
}

/** What was paid of it with rewards and was not given back. */
export function Spent({ purchase }: { readonly purchase: Moving }) {
  const left = leftOf(purchase, 'spend')
  const isUndone = left === 0 && purchase.rewards.spend > 0
  return (
    <Money
      amount={-(isUndone ? purchase.rewards.spend : left)}
      currency={purchase.currency_code}
      tone={isUndone ? 'undone' : 'spend'}
    />
  )
}
