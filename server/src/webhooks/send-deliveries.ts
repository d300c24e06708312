import { type Database, runnerOfTransaction, transact } from '../db/index.ts'
import { numberEvents, record, tenantsWithNews } from '../events/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { idOf } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { unseal } from '../kit/sealed.ts'
import { signedHeaders } from '../kit/sign.ts'
import { type Clock, later, SECOND } from '../kit/time.ts'
import { type Allowed, type Answered, call } from '../outgoing/index.ts'
import { fanOut } from './deliveries.store.ts'
import { claimDue, type Due, endpointFailed, endpointTook, keepBody, saveTry } from './due.store.ts'
import { eventById, type SnapshotOf, tellEvent } from './event-body.ts'
import { nextTry, PAUSE_AFTER_MS } from './schedule.ts'
import { keepTry } from './tries.store.ts'
import { SENT_HEADERS, tryOf } from './try.ts'

export interface SendingSources {
  readonly database: Database
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
  readonly webhookKey: Uint8Array
  readonly webhooksAllowed: Allowed
  readonly snapshotOf: SnapshotOf
  /** Called when something was numbered, for those who wait for it in this process. */
  readonly onNumbered?: () => void
  /** From 0 to below 1. */
  readonly random?: () => number
  readonly answerWithinMs?: number
}

const NUMBERED_AT_ONCE = 1_000
const WITHIN_MS = 10 * SECOND
// Longer than a try may take, so that two processes do not send the same at once.
const LEASE_MS = 60 * SECOND

/** Numbers what happened since the last time and makes the deliveries of it. */
export async function numberNews({ database, clock, only, onNumbered }: SendingSources): Promise<void> {
  const sql = runnerOfTransaction(database.query)
  for (const tenant of await tenantsWithNews(sql)) {
    if (only !== undefined && tenant !== only) continue
    const actor: Actor = { ...nobody, tenant }
    for (;;) {
      const at = clock(tenant)
      const numbered = await transact(database, { actor, at }, async (work) => {
        const events = await numberEvents(work.sql, tenant, NUMBERED_AT_ONCE)
        await fanOut(work.sql, tenant, events, at)
        return events.length
      })
      if (numbered > 0) onNumbered?.()
      if (numbered < NUMBERED_AT_ONCE) break
    }
  }
}

export interface Room {
  readonly most: number
  /** Calls that this process has under way, by endpoint. */
  readonly running: ReadonlyMap<string, number>
}

/** Calls at once to one endpoint, and to one that did not take the last of them. */
const MOST_EACH = 10
const MOST_FAILING = 2

/** Takes what is due and begins to send it; each settles by itself and never throws away what it learnt. */
export async function beginDue(
  sources: SendingSources,
  { most, running }: Room,
): Promise<readonly { readonly due: Due; readonly sent: Promise<void> }[]> {
  const { database, clock, only } = sources
  const at = clock()
  const until = later(at, LEASE_MS)
  const claimed = await claimDue(runnerOfTransaction(database.query), {
    at,
    until,
    most,
    running,
    mostEach: MOST_EACH,
    mostFailing: MOST_FAILING,
    only,
  })
  return claimed.map((due) => ({ due, sent: sendOne(sources, due) }))
}

/** Numbers what happened and tries everything that is due, once; answers how many calls that were. */
export async function sendWebhooks(sources: SendingSources): Promise<number> {
  await numberNews(sources)
  let calls = 0
  for (;;) {
    const begun = await beginDue(sources, { most: 20, running: new Map() })
    if (begun.length === 0) return calls
    calls += begun.length
    await Promise.all(begun.map(({ sent }) => sent))
  }
}

async function sendOne(sources: SendingSources, due: Due): Promise<void> {
  const { clock, webhooksAllowed, answerWithinMs: withinMs = WITHIN_MS } = sources
  const body = due.body ?? (await firstBody(sources, due))
  // Receivers look at the time of the signature, and theirs is not moved.
  const at = clock()
  const signed = signedHeaders({ id: due.id, body, at }, keysOf(due, sources, clock(due.tenant)))
  const headers = { ...SENT_HEADERS, ...signed }
  const began = performance.now()
  const answered = await call({ url: due.url, body, headers }, { allowed: webhooksAllowed, withinMs, at })
  const milliseconds = Math.round(performance.now() - began)
  await settle(sources, due, { answered, signedAt: at, milliseconds })
}

/** Made in a transaction of its own and kept before it is sent; no connection is held while the receiver is waited for. */
async function firstBody({ database, clock, snapshotOf }: SendingSources, due: Due): Promise<string> {
  const { tenant, mode, business } = due
  const actor: Actor = { ...nobody, tenant, mode, business, scopes: new Set(['*']) }
  return transact(database, { actor, at: clock(tenant) }, async (work) => {
    const event = present(await eventById(work, due.event), 'an event outlives its deliveries')
    const { cursor: _, ...told } = await tellEvent(work, event, snapshotOf)
    const body = JSON.stringify(told)
    await keepBody(work.sql, due, body)
    return body
  })
}

function keysOf(due: Due, { webhookKey }: SendingSources, at: Date): Buffer[] {
  const isFormerTaken = due.formerSecret !== null && due.formerUntil !== null && due.formerUntil > at
  const sealed = [due.secret, ...(isFormerTaken && due.formerSecret ? [due.formerSecret] : [])]
  return sealed.map((secret) => Buffer.from(unseal(webhookKey, due.endpoint, secret).key ?? '', 'base64'))
}

const GONE = 410

interface Called {
  readonly answered: Answered
  readonly signedAt: Date
  readonly milliseconds: number
}

async function settle(sources: SendingSources, due: Due, called: Called): Promise<void> {
  const { database, clock, random = Math.random } = sources
  const { tenant, mode, business } = due
  const at = clock(tenant)
  const { status, error, retryAfter, headers } = called.answered
  const again = nextTry({ attempts: due.attempts + 1, at, random: random(), retryAfter })
  const isTaken = error === undefined
  // It wants this delivery no more.
  const isAborted = headers['webhook-delivery'] === 'abort-message'
  const isOver = isAborted || status === GONE
  const nextAt = isTaken || isOver ? undefined : again
  const failed = nextAt === undefined ? ('FAILED' as const) : ('PENDING' as const)
  const state = isTaken ? ('DELIVERED' as const) : isOver ? ('DROPPED' as const) : failed
  await transact(database, { actor: { ...nobody, tenant, mode, business }, at }, async (work) => {
    await saveTry(work.sql, due, { state, nextAt, status, error, at })
    await keepTry(work, due, tryOf(called))
    if (isTaken) return endpointTook(work.sql, due)
    const left = await endpointFailed(work.sql, due, {
      at,
      pausedIfSince: later(at, -PAUSE_AFTER_MS),
      gone: status === GONE,
      why: `every call failed for five days; the last: ${error}`,
    })
    if (left === 'PAUSED') await record(work, 'webhook_endpoint.paused', idOf(due.endpoint))
  })
}
