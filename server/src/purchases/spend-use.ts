import type { Tenant } from '../kit/actor.ts'
import type { LotId, WalletId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import type { Purchase } from './purchase.ts'

/** What counts against limits of the wallet. A discount is no money that the contact could have kept: it does not count. */
export interface SpendUse {
  readonly tenant: Tenant
  readonly wallet: WalletId
  readonly kind: 'DEBIT'
  readonly day: string
  readonly number: number
  readonly amount: bigint
}

/** The lots that paid of the purchase, without those of its discounts, and how much. */
export function paidFrom({ outcome }: Pick<Purchase, 'outcome'>): {
  readonly lots: ReadonlySet<LotId>
  readonly amount: bigint
} {
  const paid = outcome.spends.filter(({ method }) => method !== 'INSTANT')
  return { lots: new Set(paid.map(({ lot }) => lot)), amount: sum(paid.map(({ amount }) => amount)) }
}

/** What the purchase counts as it is posted; undefined where it spent nothing, or everything came back before it arrived. */
export function spendUse(purchase: Purchase, cameBack = 0n): SpendUse | undefined {
  const { tenant, wallet, outcome } = purchase
  const amount = paidFrom(purchase).amount - cameBack
  if (wallet === undefined || outcome.spentOn === undefined || amount === 0n) return undefined
  return { tenant, wallet, kind: 'DEBIT', day: outcome.spentOn, number: 1, amount }
}

/** What is given back of it when so much of the spend returns, of which so much had returned before: the use with the last cent. */
export function spendUseBack(
  purchase: Purchase,
  { before, amount }: { readonly before: bigint; readonly amount: bigint },
): SpendUse | undefined {
  const { tenant, wallet, outcome } = purchase
  if (wallet === undefined || outcome.spentOn === undefined || amount === 0n) return undefined
  const isLast = before + amount === paidFrom(purchase).amount
  return { tenant, wallet, kind: 'DEBIT', day: outcome.spentOn, number: isLast ? -1 : 0, amount: -amount }
}
