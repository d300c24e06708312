import type { PoolId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import { isSpendable, type Lot } from '../ledger/index.ts'
import type { SpendPlan } from '../wallets/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { WalletFacts } from './facts.ts'
import type { Granted } from './grant-awards.ts'
import type { RedeemDecision } from './redeem-on-purchase.ts'

/** Whether money of the lot may be spent at all: some pools have to be switched on by the contact first. */
export function isSwitchedOn(
  { pools }: Catalogue,
  activated: ReadonlySet<PoolId> | undefined,
): (lot: Lot) => boolean {
  return ({ pool }) => {
    const needsIt = pool !== null && pools.get(pool)?.terms.needs_activation === true
    return !needsIt || activated?.has(pool) === true
  }
}

interface WalletMoves {
  readonly plan: SpendPlan
  readonly granted: Granted
  readonly redeem: RedeemDecision
  readonly now: Date
  readonly isOn: (lot: Lot) => boolean
}

/** What the wallet shows after the purchase. */
export function walletAfter(
  { open, commerce, debt }: WalletFacts,
  { plan, granted, redeem, now, isOn }: WalletMoves,
): WalletFacts {
  // Money of a late purchase may come from a lot that has expired since: it was not counted as spendable to begin with.
  const counted = plan.parts.filter(({ lot }) => lot.expiresAt === null || lot.expiresAt > now)
  const spent = (ofOpen: boolean) =>
    sum(counted.filter(({ lot }) => (lot.pool === null) === ofOpen).map(({ amount }) => amount))
  const earned = sum(
    granted.lots.filter((lot) => isSpendable(lot, now) && isOn(lot)).map(({ remaining }) => remaining),
  )
  const redeemed = sum(redeem.parts.map(({ into }) => into.amount))
  return {
    open: open - spent(true) + redeemed,
    commerce: commerce - spent(false) - redeemed + earned,
    debt: debt - granted.repaid,
  }
}
