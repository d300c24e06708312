import type { Work } from '../db/index.ts'
import type { PayoutId } from '../kit/id.ts'
import { invariant, present } from '../kit/invariant.ts'
import { currentAttempt, saveAttempt } from './attempts.store.ts'
import { moveFromWallet } from './move-money.ts'
import type { Payout } from './payout.ts'
import { amendPayout, lockPayout, savePayout } from './payouts.store.ts'

export interface ToTake {
  /** How much of the spends is to come back. */
  readonly amount: bigint
  /** Whether the purchase is undone as a whole, so that nothing of the payout may stand. */
  readonly ends: boolean
}

/**
 * Takes a part of a purchase's payout, or all of it, because goods come back or the purchase is voided. Answers whether the
 * money is in the business's hands, so that the caller may give that much of the spends back now. If it is out, or nobody can
 * tell, a payout that ends is marked: what went out has to come back, and the spends follow when it has.
 * The purchase is locked by the caller, its wallet not yet.
 */
export async function takeFromPayout(work: Work, id: PayoutId, wanted: ToTake): Promise<boolean> {
  const payout = present(await lockPayout(work, id), 'a purchase that is paid out has its payout')
  switch (payout.state) {
    case 'CANCELLED':
    case 'REVERSED':
      return true
    case 'PENDING':
    case 'FAILED':
    case 'RETURNED':
      await reduce(work, payout, wanted.amount)
      return true
    case 'PAID':
      if (payout.money === 'WALLET') {
        await takeFromWallet(work, payout, wanted.amount)
        return true
      }
      return markForReversal(work, payout, wanted)
    case 'SENT':
      return markForReversal(work, payout, wanted)
    case 'SENDING':
    case 'UNKNOWN':
      if (wanted.ends) await amendPayout(work, id, { isStopped: true })
      return false
    case 'REVERSAL_REQUIRED':
      return false
  }
}

async function reduce(work: Work, payout: Payout, amount: bigint): Promise<void> {
  invariant(amount <= payout.amount, 'no more is taken from a payout than it holds')
  if (amount === 0n) return
  if (amount === payout.amount) {
    await savePayout(work, payout.id, { state: 'CANCELLED', money: 'BACK', nextAt: null })
  } else {
    await amendPayout(work, payout.id, { amount: payout.amount - amount })
  }
}

async function takeFromWallet(work: Work, payout: Payout, amount: bigint): Promise<void> {
  invariant(amount <= payout.amount, 'no more is taken from a payout than it holds')
  if (amount === 0n) return
  await moveFromWallet(work, payout, amount)
  if (amount < payout.amount) {
    await amendPayout(work, payout.id, { amount: payout.amount - amount })
    return
  }
  const attempt = await currentAttempt(work, payout)
  if (attempt) await saveAttempt(work, attempt, { state: 'REVERSED' })
  await savePayout(work, payout.id, { state: 'REVERSED', money: 'BACK', nextAt: null })
}

async function markForReversal(work: Work, payout: Payout, { ends }: ToTake): Promise<false> {
  // It goes on being watched: a provider that sends it back ends the matter.
  if (ends) await savePayout(work, payout.id, { state: 'REVERSAL_REQUIRED', nextAt: work.at })
  return false
}
