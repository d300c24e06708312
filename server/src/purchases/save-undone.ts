import type { Work } from '../db/index.ts'
import type { CameBack } from '../engine/index.ts'
import { decisionTime } from './decision-time.ts'
import type { UndoPlan } from './plan-undo.ts'
import type { Purchase } from './purchase.ts'
import { cameBackToJson } from './stored-purchase.ts'
import type { Unwound } from './unwind.ts'

interface Undone {
  readonly plan: UndoPlan
  readonly unwound: Unwound
}

/** The purchase after goods of it came back. */
export function afterReturn(purchase: Purchase, after: CameBack, { plan, unwound }: Undone): Purchase {
  return {
    ...purchase,
    cameBack: after,
    returned: purchase.returned + plan.value,
    returnedAward: purchase.returnedAward + unwound.awardReversed,
    returnedSpend: purchase.returnedSpend + unwound.spendReturned,
    returnedRedeem: purchase.returnedRedeem + unwound.redeemUndone,
    returnedDebt: purchase.returnedDebt + unwound.debtMade,
  }
}

/** Writes what came back of the purchase. */
export async function saveReturned({ db, actor }: Work, purchase: Purchase): Promise<void> {
  const { cameBack, returned, returnedAward, returnedSpend, returnedRedeem, returnedDebt } = purchase
  await db
    .updateTable('purchases')
    .set({
      came_back: JSON.stringify(cameBackToJson(cameBack)),
      returned,
      returned_award: returnedAward,
      returned_spend: returnedSpend,
      returned_redeem: returnedRedeem,
      returned_debt: returnedDebt,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', purchase.id)
    .execute()
}

export async function saveCancelled({ db, actor, at }: Work, purchase: Purchase): Promise<Purchase> {
  await db
    .updateTable('purchases')
    .set({ state: 'CANCELLED', cancelled_at: at, undone: decisionTime() })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', purchase.id)
    .execute()
  return { ...purchase, state: 'CANCELLED', cancelledAt: at }
}
