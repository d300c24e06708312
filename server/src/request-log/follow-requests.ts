import type { Logger } from 'pino'
import { type Database, openRounds } from '../db/index.ts'
import { type Answered, type Endpoint, type Follow, schemaOf } from '../http/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type Clock, DAY, HOUR, later } from '../kit/time.ts'
import { readTenants } from '../ledger/index.ts'
import { addKeyHours, forgetKeyHours, type KeyHour } from './key-hours.store.ts'
import { type LoggedRequest, loggedOf } from './logged-request.ts'
import { namesOf } from './names-sent.ts'
import { addHours, type CountedHour, forgetRequestsOf, insertRequests } from './request-log.store.ts'

export interface RequestLogOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Logger
  /** How often what came in is written; undefined: when it is asked for, and at the end. */
  readonly everyMs?: number | undefined
}

export interface RequestLog {
  readonly follow: Follow
  /** Writes what came in since. */
  write(): Promise<void>
  /** What is too old, or too much for one business, goes. */
  forget(): Promise<void>
  close(): Promise<void>
}

const KEPT_DAYS = 7
const KEPT_ROWS = 5_000
/** Of one business between two writings. All are counted; of those that went well a few show enough. */
const MOST_AT_ONCE = { good: 20, refused: 200 } as const
const FORGOTTEN_AFTER = 1_000
// Sent in headers, and named in refusals as fields are.
const HEADERS = ['Idempotency-Key', 'api_key']

/** Keeps what keys ask and what they are answered, beside the requests: a business sees its own for some days. */
export function openRequestLog({ database, clock, log, everyMs }: RequestLogOptions): RequestLog {
  const { namesFor } = namesByEndpoint()
  let waiting: LoggedRequest[] = []
  let hours = new Map<string, CountedHour>()
  let keyHours = new Map<string, KeyHour>()
  let taken = new Map<string, number>()
  const since = new Map<Tenant, number>()
  const bounds = () => ({ rows: KEPT_ROWS, before: later(clock(), -KEPT_DAYS * DAY) })

  const forgetOf = async (tenant: Tenant) => {
    await forgetRequestsOf(database, tenant, bounds())
    await forgetKeyHours(database, tenant, bounds().before)
  }

  const follow: Follow = (answered) => {
    if (!isTold(answered)) return
    const at = clock()
    count(hours, answered, at)
    countOfKey(keyHours, answered, at)
    const { tenant } = answered.actor
    const isRefused = answered.status >= 400
    const place = `${tenant} ${isRefused}`
    const before = taken.get(place) ?? 0
    if (before >= (isRefused ? MOST_AT_ONCE.refused : MOST_AT_ONCE.good)) return
    const request = loggedOf(answered, { at, known: namesFor(answered.endpoint) })
    if (!request) return
    taken.set(place, before + 1)
    waiting.push(request)
  }
  const write = async () => {
    const [requests, counted, ofKeys] = [waiting, [...hours.values()], [...keyHours.values()]]
    waiting = []
    hours = new Map()
    keyHours = new Map()
    taken = new Map()
    await insertRequests(database.query, requests)
    await addHours(database.query, counted)
    await addKeyHours(database.query, ofKeys)
    for (const { tenant } of requests) since.set(tenant, (since.get(tenant) ?? 0) + 1)
    for (const [tenant, rows] of since) {
      if (rows < FORGOTTEN_AFTER) continue
      since.delete(tenant)
      await forgetOf(tenant)
    }
  }
  const rounds =
    everyMs === undefined ? undefined : openRounds({ log, everyMs, of: 'the request log', run: write })
  return {
    follow,
    write,
    forget: async () => {
      for (const { tenant } of await readTenants(database)) await forgetOf(tenant)
    },
    close: async () => {
      await rounds?.close()
      // A database that is away loses some lines of a log, and nothing else.
      await write().catch(() => undefined)
    },
  }
}

/** What our own pages look at and what staff do well is no integration; acts of staff are in the audit log. */
function isTold({ actor: { by }, endpoint, status, ofOwnPage }: Answered): boolean {
  if (by.kind === 'nobody') return false
  return status >= 400 || (by.kind !== 'user' && !(ofOwnPage && endpoint.method === 'GET'))
}

function count(
  hours: Map<string, CountedHour>,
  { actor, endpoint, status, milliseconds }: Answered,
  at: Date,
) {
  const { tenant } = actor
  const hour = hourOf(at)
  const place = `${tenant} ${endpoint.name} ${hour.getTime()}`
  const before = hours.get(place)
  hours.set(place, {
    tenant,
    hour,
    operation: endpoint.name,
    requests: (before?.requests ?? 0) + 1,
    refused: (before?.refused ?? 0) + (status >= 400 ? 1 : 0),
    milliseconds: (before?.milliseconds ?? 0) + milliseconds,
  })
}

function countOfKey(hours: Map<string, KeyHour>, { actor: { tenant, by }, status }: Answered, at: Date) {
  if (by.kind !== 'key') return
  const hour = hourOf(at)
  const place = `${tenant} ${by.id} ${hour.getTime()}`
  const before = hours.get(place)
  hours.set(place, {
    tenant,
    key: by.id,
    hour,
    requests: (before?.requests ?? 0) + 1,
    refused: (before?.refused ?? 0) + (status >= 400 ? 1 : 0),
  })
}

function hourOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR) * HOUR)
}

/** The names that an endpoint has, made when it is asked for first. */
function namesByEndpoint() {
  const made = new WeakMap<Endpoint, ReadonlySet<string>>()
  return {
    namesFor: (endpoint: Endpoint) => {
      const before = made.get(endpoint)
      if (before) return before
      const schemas = [endpoint.params, endpoint.query, endpoint.body].filter((each) => each !== undefined)
      const names = new Set([...HEADERS, ...schemas.flatMap((each) => [...namesOf(schemaOf(each, 'input'))])])
      made.set(endpoint, names)
      return names
    },
  }
}
