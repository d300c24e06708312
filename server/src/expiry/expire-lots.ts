import { type Database, isAway, runnerOfTransaction, transact, type Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { type ExpiryId, newId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import type { Clock } from '../kit/time.ts'
import {
  breakageAccount,
  bySoonestExpiry,
  contactAccount,
  type Lot,
  lockAccounts,
  lotsLeft,
  type Movement,
  pocketOf,
  post,
  saveLots,
} from '../ledger/index.ts'
import {
  BEFORE_ALL,
  type DueWallet,
  hasDueLots,
  insertExpiry,
  pageOfDueLots,
  tenantsWithDueLots,
} from './expiries.store.ts'

export interface ExpirySources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
}

/** What a round came to. */
export interface Expired {
  /** Wallets of which something expired. */
  wallets: number
  lots: number
  /** What went wrong with single wallets; they are looked at again in the next round. */
  readonly failed: unknown[]
}

const PAGE = 500

/**
 * Posts to breakage what is left of every lot that is due, in all businesses, the longest due first. A wallet is looked at under
 * its lock and by what it holds then, so several servers may do a round at once, and a till may spend meanwhile.
 */
export async function expireLots(sources: ExpirySources, signal?: AbortSignal): Promise<Expired> {
  const expired: Expired = { wallets: 0, lots: 0, failed: [] }
  const { database, clock, only } = sources
  for (const { tenant, business, mode } of await tenantsWithDueLots(database.query, clock(), only)) {
    const until = clock(tenant)
    const actor: Actor = { ...nobody, tenant, business, mode }
    const seen = new Set<string>()
    let after = BEFORE_ALL
    for (;;) {
      const due = await pageOfDueLots(runnerOfTransaction(database.query), {
        tenant,
        until,
        after,
        most: PAGE,
      })
      for (const lot of due) {
        if (signal?.aborted) return expired
        if (seen.has(lot.wallet)) continue
        seen.add(lot.wallet)
        await expireOne(sources, actor, lot, expired)
      }
      const last = due.at(-1)
      if (!last || due.length < PAGE) break
      after = last
    }
  }
  return expired
}

/** In a transaction of its own and at its own time: one that fails keeps no other from expiring, no report finds a changed past. */
async function expireOne(
  { database, clock }: ExpirySources,
  actor: Actor,
  wallet: DueWallet,
  expired: Expired,
): Promise<void> {
  try {
    const lots = await transact(database, { actor, at: clock(actor.tenant) }, (work) =>
      expireWallet(work, wallet),
    )
    expired.lots += lots
    if (lots > 0) expired.wallets += 1
  } catch (error) {
    // With the database away or overloaded, the rest of the round would fail too.
    if (isAway(error)) throw error
    expired.failed.push(error)
  }
}

// Lines of a journal have a small number; what is beyond waits for the next round.
const MOST_LOTS = 10_000

async function expireWallet(work: Work, { wallet, currency }: DueWallet): Promise<number> {
  const { tenant, business } = work.actor
  // A wallet that was merged meanwhile has no lots and cannot be locked.
  if (!(await hasDueLots(work, wallet))) return 0
  const owner = { tenant, id: wallet, currency }
  const locked = await lockAccounts(work.sql, [contactAccount('CONTACT_COMMERCE', owner)])
  const due = (await lotsLeft(work.sql, [owner]))
    .filter((lot) => isDue(lot, work.at))
    .sort(bySoonestExpiry)
    .slice(0, MOST_LOTS)
  if (due.length === 0) return 0
  const id = newId<ExpiryId>()
  const amount = sum(due.map(({ remaining }) => remaining))
  const movements = due.map((lot) => expiryOf(lot, business))
  await saveLots(work.sql, due)
  await post(work.sql, [{ id, firstLine: 1, at: work.at, movements }], locked)
  await insertExpiry(work, { id, wallet, currency, amount, lots: due.length })
  await record(work, 'reward.expired', id)
  return due.length
}

/** From the instant of its expiry on: the first at which it can no longer be spent. */
function isDue({ expiresAt }: Lot, at: Date): boolean {
  return expiresAt !== null && expiresAt <= at
}

function expiryOf(lot: Lot, business: string): Movement {
  const amount = lot.remaining
  lot.remaining = 0n
  lot.expired += amount
  return { kind: 'EXPIRY', from: pocketOf(lot), to: breakageAccount(lot, business), amount, lot: lot.id }
}
