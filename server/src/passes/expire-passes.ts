import { type Database, isAway, transact, type Work } from '../db/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import type { PassId } from '../kit/id.ts'
import type { Clock } from '../kit/time.ts'
import { duePasses, tenantsWithDuePasses } from './due-passes.store.ts'
import { OPEN_STATES } from './pass-money.ts'
import { holdPass } from './passes.store.ts'
import { postEnd } from './set-pass-state.ts'

export interface PassExpirySources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
}

/** What a round came to. */
export interface ExpiredPasses {
  passes: number
  /** What went wrong with single passes; they are looked at again in the next round. */
  readonly failed: unknown[]
}

const MOST = 1_000

/**
 * Posts what was paid for passes that are over to breakage, in all businesses, the longest due first. Each in a transaction and at a
 * time of its own, and by what holds under its lock, so several servers may do a round at once, and somebody may redeem meanwhile.
 */
export async function expirePasses(
  { database, clock, only }: PassExpirySources,
  signal?: AbortSignal,
): Promise<ExpiredPasses> {
  const expired: ExpiredPasses = { passes: 0, failed: [] }
  for (const { tenant, business, mode } of await tenantsWithDuePasses(database.query, clock(), only)) {
    const until = clock(tenant)
    const actor: Actor = { ...nobody, tenant, business, mode }
    for (const id of await duePasses(database.query, { tenant, until, most: MOST })) {
      if (signal?.aborted) return expired
      try {
        const isPosted = await transact(database, { actor, at: clock(tenant) }, (work) =>
          expirePass(work, id),
        )
        if (isPosted) expired.passes += 1
      } catch (error) {
        // With the database away or overloaded, the rest of the round would fail too.
        if (isAway(error)) throw error
        expired.failed.push(error)
      }
    }
  }
  return expired
}

async function expirePass(work: Work, id: PassId): Promise<boolean> {
  const pass = await holdPass(work, id)
  if (!pass?.money || !OPEN_STATES.includes(pass.state)) return false
  if (!pass.validTo || pass.validTo > work.at) return false
  await postEnd(work, { pass, money: pass.money, state: 'EXPIRED' })
  return true
}
