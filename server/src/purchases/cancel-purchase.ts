import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { sum } from '../kit/money.ts'
import type { Catalogue } from './catalogue.ts'
import { keepVoid } from './early-undo.ts'
import { findPurchaseOrWait } from './find-purchase.ts'
import { allBack } from './plan-undo.ts'
import { postedLines } from './posted-lines.ts'
import type { Purchase } from './purchase.ts'
import { saveCancelled } from './save-undone.ts'
import { type TakenBack, takeBack } from './take-back.ts'

export interface Cancelled
  extends Pick<TakenBack, 'awardReversed' | 'spendReturned' | 'redeemUndone' | 'debtMade' | 'spendHeld'> {
  /** undefined: it has not arrived, and will be void when it does. */
  readonly purchase: Purchase | undefined
}

const NOTHING: Omit<Cancelled, 'purchase'> = {
  awardReversed: 0n,
  spendReturned: 0n,
  redeemUndone: 0n,
  debtMade: 0n,
  spendHeld: 0n,
}

/**
 * Voids a purchase: undoes exactly what its journal holds, gives budgets and limits back, ends its payout. What was paid out
 * already has to come back, and the spends follow then. Voiding it again changes nothing; a void that comes before its purchase is
 * kept for it.
 */
export async function cancelPurchase(
  work: Work,
  { directory }: Catalogue,
  { name, reason }: { readonly name: string; readonly reason: string | undefined },
): Promise<Cancelled> {
  const purchase = await findPurchaseOrWait(work, name)
  if (!purchase) {
    await keepVoid(work, name, reason)
    return { purchase: undefined, ...NOTHING }
  }
  if (purchase.state === 'CANCELLED') return { purchase, ...(await asTold(work, purchase)) }
  const taken = await takeBack(work, directory, { purchase, after: allBack(purchase) })
  const cancelled = await saveCancelled(work, purchase)
  await record(work, 'purchase.cancelled', purchase.id)
  if (taken.awardReversed > 0n) await record(work, 'reward.reversed', purchase.id)
  return { ...taken, purchase: cancelled }
}

/** What the void did, for who asks again because the answer was lost. */
async function asTold(work: Work, purchase: Purchase): Promise<Omit<Cancelled, 'purchase'>> {
  const lines = await postedLines(work, purchase)
  const ofKind = (wanted: string) => lines.filter(({ kind }) => kind === wanted)
  const spendHeld = sum(ofKind('PAYOUT_SPEND').map(({ amount, takenBack }) => amount - takenBack))
  // Of its own awards, what was spent meanwhile and what had repaid a debt.
  const own = new Set(purchase.outcome.awards.map(({ lot }) => lot))
  const undone = ofKind('DEBT_REPAYMENT_REVERSAL').filter(({ lot }) => lot !== undefined && own.has(lot))
  const ofRedeems = ofKind('REDEEM_IN_REVERSAL_TO_DEBT')
  const owed = sum([...ofKind('AWARD_REVERSAL_TO_DEBT'), ...undone, ...ofRedeems].map(amountOf))
  const redeemed = new Set(purchase.outcome.redeems.map(({ lot }) => lot))
  const redeemsUndone = lines.filter(
    ({ kind, lot }) => kind.startsWith('REDEEM_IN_REVERSAL') && lot !== undefined && redeemed.has(lot),
  )
  return {
    awardReversed: purchase.award - purchase.returnedAward,
    spendReturned: purchase.spend - purchase.returnedSpend - spendHeld,
    redeemUndone: sum(redeemsUndone.map(amountOf)) - purchase.returnedRedeem,
    debtMade: owed - purchase.returnedDebt,
    spendHeld,
  }
}

function amountOf({ amount }: { readonly amount: bigint }): bigint {
  return amount
}
