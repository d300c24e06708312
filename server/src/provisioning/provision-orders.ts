import { type Database, runnerOfTransaction, transact, type Work } from '../db/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { type Clock, DAY, HOUR, later, MINUTE, SECOND } from '../kit/time.ts'
import type { Allowed } from '../outgoing/index.ts'
import type { SnapshotOf } from '../webhooks/index.ts'
import type { Outcome } from './adaptor.ts'
import { findAdaptor } from './adaptors.store.ts'
import type { DueProvisioning, Tried } from './provisioning.ts'
import { claimDue, holdFeed, provisionNext, saveTry, tenantsToProvision } from './provisionings.store.ts'
import { sendToAdaptor } from './send-to-adaptor.ts'

export interface ProvisioningSources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
  /** What an order is when it is read. */
  readonly snapshotOf: SnapshotOf
  readonly adaptorKey: Uint8Array
  readonly adaptorsAllowed: Allowed
  /** Aborted when the process stops: no further try is begun, and what is due is for the next process. */
  readonly signal?: AbortSignal
}

const EVENTS_AT_ONCE = 500
const SENT_AT_ONCE = 20
// Longer than a try may take, so that two processes do not send the same at once.
const LEASE_MS = MINUTE
/** After each try that failed, before the next: a kitchen waits for no long pause, and a printer is soon given paper. */
const DELAYS_MS = [
  5 * SECOND,
  15 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
] as const

/**
 * Puts what happened to orders on its way to adaptors, and sends what is due, once each; answers how many were tried. Events are
 * read with how far it came in one transaction, so each is sent for once whoever is killed when; no call is made in a transaction.
 */
export async function provisionOrders(sources: ProvisioningSources): Promise<number> {
  const { database, clock, only, signal } = sources
  const sql = runnerOfTransaction(database.query)
  for (const { tenant, business, mode } of await tenantsToProvision(sql)) {
    if (only !== undefined && tenant !== only) continue
    const actor: Actor = { ...nobody, tenant, business, mode }
    while (!(await transact(database, { actor, at: clock(tenant) }, putOnItsWay)));
  }
  let tried = 0
  // What fails falls due again while other tries wait for their time, so this may go on for long.
  while (!signal?.aborted) {
    const at = clock()
    const due = await claimDue(sql, { at, until: later(at, LEASE_MS), most: SENT_AT_ONCE, only })
    if (due.length === 0) return tried
    tried += due.length
    await Promise.all(due.map((each) => sendOne(sources, each)))
  }
  return tried
}

async function putOnItsWay(work: Work): Promise<boolean> {
  const { isAll } = await provisionNext(work, await holdFeed(work), EVENTS_AT_ONCE)
  return isAll
}

async function sendOne(sources: ProvisioningSources, due: DueProvisioning): Promise<void> {
  const { database, clock, snapshotOf, adaptorKey: key, adaptorsAllowed: allowed } = sources
  const actor: Actor = { ...nobody, tenant: due.tenant, business: due.business, mode: due.mode }
  const known = await transact(database, { actor, at: clock(due.tenant) }, async (work) => ({
    adaptor: await findAdaptor(work, due.adaptor),
    order: await snapshotOf(work, due.event, due.order),
  }))
  const { adaptor, order } = known
  const outcome: Outcome =
    adaptor && order && adaptor.state === 'ENABLED'
      ? await sendToAdaptor(adaptor, { order, event: due.event, id: due.id, at: clock(), key, allowed })
      : { error: 'the adaptor is switched off', isFinal: true }
  await transact(database, { actor, at: clock(due.tenant) }, (work) =>
    saveTry(work, due.id, triedBy(outcome, due.attempts, work.at)),
  )
}

function triedBy({ error, retryAfter = 0, isFinal = false }: Outcome, before: number, at: Date): Tried {
  const attempts = before + 1
  if (error === undefined) return { state: 'COMPLETED', nextAt: undefined, error, attempts }
  const delay = isFinal ? undefined : DELAYS_MS[before]
  if (delay === undefined) return { state: 'FAILED', nextAt: undefined, error, attempts }
  const wait = Math.max(delay, Math.min(retryAfter * SECOND, DAY))
  return { state: 'PENDING', nextAt: later(at, wait), error, attempts }
}
