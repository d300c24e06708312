import { type Database, isAway, runnerOfTransaction, transact } from '../db/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { type Clock, later, MINUTE } from '../kit/time.ts'
import { beginAttempt, type Question } from './begin-attempt.ts'
import type { Adapters } from './open-provider.ts'
import { amendPayout, type DuePayout, duePayouts } from './payouts.store.ts'
import { type Result, unknown } from './provider.ts'
import { type SpendsComeBack, settlePayout } from './settle-payout.ts'

export interface PayoutSources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
  readonly adapters: Adapters
  readonly spendsComeBack: SpendsComeBack
}

/** What a round came to. */
export interface Sent {
  /** Payouts that were looked at. */
  looked: number
  /** What went wrong with single payouts; they are looked at again. */
  readonly failed: unknown[]
}

const AT_ONCE = 4
const PAGE = 40
const POSTPONED_MS = 5 * MINUTE

/**
 * Looks at every payout that is due, in all businesses: sends those that wait, asks about those that nobody can tell of.
 * Several servers may do a round at once: each payout is held by one of them.
 */
export async function sendPayouts(sources: PayoutSources, signal?: AbortSignal): Promise<Sent> {
  const sent: Sent = { looked: 0, failed: [] }
  const sql = runnerOfTransaction(sources.database.query)
  const seen = new Set<string>()
  for (;;) {
    const due = await duePayouts(sql, { at: sources.clock(), most: PAGE, only: sources.only })
    const fresh = due.filter(({ id }) => !seen.has(id))
    if (fresh.length === 0 || signal?.aborted) return sent
    const waiting = [...fresh]
    const worker = async () => {
      for (let next = waiting.shift(); next && !signal?.aborted; next = waiting.shift()) {
        seen.add(next.id)
        await lookAt(sources, next, sent)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
  }
}

/** One that cannot be paid keeps no other from being paid. */
async function lookAt(sources: PayoutSources, due: DuePayout, sent: Sent): Promise<void> {
  const actor: Actor = { ...nobody, tenant: due.tenant, business: due.business, mode: due.mode }
  try {
    await advancePayout(sources, actor, due.id)
    sent.looked += 1
  } catch (error) {
    // With the database away or overloaded, the rest of the round would fail too.
    if (isAway(error)) throw error
    sent.failed.push(error)
    // Those that fail each time would otherwise stand before all others for ever.
    const { database, clock } = sources
    const at = clock(due.tenant)
    await transact(database, { actor, at }, (work) =>
      amendPayout(work, due.id, { nextAt: later(at, POSTPONED_MS) }),
    )
  }
}

/**
 * Intent, call, result: each written before the next, and the call in no transaction. Whoever ends between the first and the
 * last leaves a payout that will be asked about, never one that is paid again blindly.
 */
export async function advancePayout(
  sources: PayoutSources,
  actor: Actor,
  id: DuePayout['id'],
): Promise<void> {
  const { database, clock, spendsComeBack } = sources
  let question = await transact(database, { actor, at: clock(actor.tenant) }, (work) =>
    beginAttempt(work, id),
  )
  while (question) {
    const { payout, attempt } = question
    const result = await ask(sources.adapters, question)
    question = await transact(database, { actor, at: clock(actor.tenant) }, (work) =>
      settlePayout(work, { payout, attempt, result }, spendsComeBack),
    )
  }
}

async function ask(adapters: Adapters, question: Question): Promise<Result> {
  const { provider: name, configured, payment, mayPay } = question
  try {
    const provider = adapters(name, configured)
    if (!provider) return unknown('the provider is not configured')
    return await (question.ask === 'SEND' ? provider.send(payment) : provider.find(payment, mayPay))
  } catch {
    // An adapter answers what it can; anything else proves nothing.
    return unknown('no answer')
  }
}
