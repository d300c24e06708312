import type { Work } from '../db/index.ts'
import type { PayoutId, PurchaseId } from '../kit/id.ts'
import { DAY, HOUR, later, MINUTE, SECOND } from '../kit/time.ts'
import { type Attempt, type AttemptState, attemptsOf, saveAttempt } from './attempts.store.ts'
import { LEASE_MS, type Question, questionOf, untried, waysOf } from './begin-attempt.ts'
import { moveIn, moveOut } from './move-money.ts'
import { type Payout, type PayoutState, type Step, stepAfter } from './payout.ts'
import { lockPayout, lockPurchaseOf, payoutById, savePayout } from './payouts.store.ts'
import type { Result } from './provider.ts'
import { recordFailed, recordPaid } from './tell.ts'

/** Gives the spends of a voided purchase back to their lots. Known to the domain of purchases, which builds on this one. */
export type SpendsComeBack = (work: Work, purchase: PurchaseId) => Promise<void>

export interface News {
  readonly payout: PayoutId
  /** The try that it is about. */
  readonly attempt: number
  readonly result: Result
}

/**
 * Writes what a provider, or somebody in its place, says of a try, and moves the money with it. Old news changes nothing.
 * Answers a question when the provider has to be asked to pay again, under the same reference.
 */
export async function settlePayout(
  work: Work,
  { payout: id, attempt: number, result }: News,
  spendsComeBack: SpendsComeBack,
): Promise<Question | undefined> {
  const payout = await holdPayout(work, id)
  const attempts = payout ? await attemptsOf(work, id) : []
  const attempt = attempts.find((each) => each.number === number)
  if (!payout || !attempt) return undefined
  if (attempt.number !== payout.attempt) {
    await tellOldAttempt(work, attempt, result)
    return undefined
  }
  if (result.outcome === 'NEVER_SEEN') return askAgain(work, { payout, attempt, spendsComeBack })
  const step = stepAfter(payout, result.outcome)
  if (step) await take(work, { payout, attempt, result, step, spendsComeBack })
  else await lookAgain(work, payout, attempt)
  return undefined
}

/** Its purchase first, as everybody does who may give spends back. */
export async function holdPayout(work: Work, id: PayoutId): Promise<Payout | undefined> {
  const known = await payoutById(work, id)
  if (known?.purchase !== undefined) await lockPurchaseOf(work, known.purchase)
  return lockPayout(work, id)
}

/** A later try counts. What is said of an earlier one is kept for people to see: it may be a payment too many. */
async function tellOldAttempt(work: Work, attempt: Attempt, { outcome, reason }: Result): Promise<void> {
  if (outcome === 'UNKNOWN' || outcome === 'NEVER_SEEN' || outcome === attempt.state) return
  await saveAttempt(work, attempt, { state: outcome, reason: reason ?? 'told after the next try had begun' })
}

// Longer than any request can be on its way: what the provider does not know by then it will not learn.
const QUIET_MS = HOUR

interface Unseen {
  readonly payout: Payout
  readonly attempt: Attempt
  readonly spendsComeBack: SpendsComeBack
}

async function askAgain(
  work: Work,
  { payout, attempt, spendsComeBack }: Unseen,
): Promise<Question | undefined> {
  const isOpen = payout.state === 'SENDING' || payout.state === 'UNKNOWN'
  if (!isOpen) {
    await lookAgain(work, payout, attempt)
    return undefined
  }
  if (payout.isStopped) {
    const isQuiet = work.at.getTime() - attempt.askedAt.getTime() > QUIET_MS
    const reason = 'the provider never saw it'
    if (isQuiet) {
      const step: Step = { state: 'CANCELLED', move: 'NONE' }
      const result: Result = { outcome: 'DECLINED', reason }
      await take(work, { payout, attempt, result, step, spendsComeBack })
    } else {
      await savePayout(work, payout.id, {
        state: 'UNKNOWN',
        reason,
        nextAt: later(attempt.askedAt, QUIET_MS + SECOND),
      })
    }
    return undefined
  }
  const asked = attempt.asked + 1
  await saveAttempt(work, attempt, { state: 'ASKED', asked })
  await savePayout(work, payout.id, { state: 'SENDING', nextAt: later(work.at, LEASE_MS) })
  return questionOf(work, { payout, attempt: { ...attempt, asked }, ask: 'SEND' })
}

const ATTEMPT_STATES: Readonly<Record<Exclude<Result['outcome'], 'NEVER_SEEN'>, AttemptState>> = {
  SENT: 'SENT',
  PAID: 'PAID',
  DECLINED: 'DECLINED',
  RETURNED: 'RETURNED',
  UNKNOWN: 'UNKNOWN',
}

interface Taken {
  readonly payout: Payout
  readonly attempt: Attempt
  readonly result: Result
  readonly step: Step
  readonly spendsComeBack: SpendsComeBack
}

async function take(work: Work, { payout, attempt, result, step, spendsComeBack }: Taken): Promise<void> {
  const { state, move } = step
  const { outcome, reason, providerReference } = result
  if (move === 'OUT' || move === 'OUT_AND_IN') await moveOut(work, payout)
  if (move === 'IN' || move === 'OUT_AND_IN') await moveIn(work, payout)
  const told = outcome === 'NEVER_SEEN' ? 'CANCELLED' : ATTEMPT_STATES[outcome]
  await saveAttempt(work, attempt, {
    state: state === 'REVERSED' ? 'REVERSED' : told,
    providerReference,
    reason,
  })
  const isBack = state === 'CANCELLED' || state === 'REVERSED'
  await savePayout(work, payout.id, {
    state,
    ...(move === 'OUT' && { money: 'PAID_OUT' }),
    ...(move !== 'OUT' && move !== 'NONE' && { money: 'CLEARING' }),
    ...(isBack && { money: 'BACK' }),
    reason: reason ?? null,
    nextAt: await nextLook(work, { ...payout, state }, attempt),
  })
  if (isBack && payout.purchase !== undefined) await spendsComeBack(work, payout.purchase)
  if (state === 'PAID') await recordPaid(work, payout.id)
  if (state === 'FAILED' || state === 'RETURNED') await recordFailed(work, payout.id)
}

async function lookAgain(work: Work, payout: Payout, attempt: Attempt): Promise<void> {
  await savePayout(work, payout.id, { nextAt: await nextLook(work, payout, attempt) })
}

// How long a provider may still send back what it paid.
const WATCHED_MS = 10 * DAY

/** When to look at it next: sooner while it is young, and again at once where there is another way to pay. */
async function nextLook(work: Work, payout: Payout, attempt: Attempt): Promise<Date | null> {
  const age = Math.max(0, work.at.getTime() - attempt.askedAt.getTime())
  const inTurn = (least: number, most: number) => later(work.at, Math.min(Math.max(age, least), most))
  const isAsked = attempt.provider !== 'SEPA' && attempt.provider !== 'WALLET'
  const by: Readonly<Record<PayoutState, () => Promise<Date | null> | Date | null>> = {
    PENDING: () => work.at,
    SENDING: () => (isAsked ? later(work.at, LEASE_MS) : null),
    UNKNOWN: () => (isAsked ? inTurn(30 * SECOND, 6 * HOUR) : null),
    SENT: () => (isAsked ? inTurn(MINUTE, 6 * HOUR) : null),
    PAID: () => (isAsked && age < WATCHED_MS ? inTurn(HOUR, DAY) : null),
    REVERSAL_REQUIRED: () => (isAsked && age < WATCHED_MS ? inTurn(HOUR, DAY) : null),
    FAILED: async () => ((await hasAnotherWay(work, payout)) ? work.at : null),
    RETURNED: async () => ((await hasAnotherWay(work, payout)) ? work.at : null),
    CANCELLED: () => null,
    REVERSED: () => null,
  }
  return by[payout.state]()
}

async function hasAnotherWay(work: Work, payout: Payout): Promise<boolean> {
  return (await untried(work, payout, await waysOf(work, payout))) !== undefined
}
