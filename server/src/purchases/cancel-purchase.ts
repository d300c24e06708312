import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import type { Catalogue } from './catalogue.ts'
import { decisionTime } from './decision-time.ts'
import { findPurchase } from './find-purchase.ts'
import type { Purchase } from './purchase.ts'
import { takeBack } from './take-back.ts'
import type { Unwound } from './unwind.ts'

export interface Cancelled extends Pick<Unwound, 'awardReversed' | 'spendReturned' | 'debtMade'> {
  readonly purchase: Purchase
}

/**
 * Voids a purchase: undoes exactly what its journal holds, gives budgets and limits back, cancels a payout that was not sent.
 * Voiding it again changes nothing.
 */
export async function cancelPurchase(work: Work, { directory }: Catalogue, name: string): Promise<Cancelled> {
  const purchase = await findPurchase(work, name, { lock: true })
  if (purchase.state === 'CANCELLED') {
    const awardReversed = purchase.award - purchase.returnedAward
    return { purchase, awardReversed, spendReturned: purchase.spend - purchase.returnedSpend, debtMade: 0n }
  }

  const unwound = await takeBack(work, directory, {
    purchase,
    portion: ({ amount, takenBack }) => amount - takenBack,
    goods: { before: purchase.returned, after: purchase.total },
    // Goods that were all returned gave the use back already.
    uses: purchase.returned > 0n && purchase.returned === purchase.total ? 0 : 1,
  })
  await cancelPayout(work, purchase)
  await work.db
    .updateTable('purchases')
    .set({ state: 'CANCELLED', cancelled_at: work.at, undone: decisionTime() })
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', purchase.id)
    .execute()
  await record(work, 'purchase.cancelled', purchase.id)
  if (unwound.awardReversed > 0n) await record(work, 'reward.reversed', purchase.id)
  return { purchase: { ...purchase, state: 'CANCELLED', cancelledAt: work.at }, ...unwound }
}

async function cancelPayout(work: Work, purchase: Purchase): Promise<void> {
  if (purchase.outcome.payout === undefined) return
  await work.db
    .updateTable('payouts')
    .set({ state: 'CANCELLED', updated_at: work.at })
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', purchase.outcome.payout)
    .where('state', '=', 'PENDING')
    .execute()
}
