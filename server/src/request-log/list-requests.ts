import type { Work } from '../db/index.ts'
import { Forbidden, type wire } from '../http/index.ts'
import { notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { type Clock, epochSeconds, HOUR, later } from '../kit/time.ts'
import { boundsOf } from '../kit/wire.ts'
import { keyHoursOf } from './key-hours.store.ts'
import { type LoggedRequest, requestIdOf } from './logged-request.ts'
import type { KeyReport, RequestReply, RequestReport, RequestWithGood } from './request-log.api.ts'
import {
  countRequests,
  findGoodLike,
  findRequest,
  hoursOf,
  pageOfRequests,
  refusalsOf,
} from './request-log.store.ts'

export interface RequestQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly date?: wire.TimeRange | undefined
  readonly outcome?: 'SUCCEEDED' | 'REFUSED' | undefined
  readonly operation?: string | undefined
  readonly api_key_id?: string | undefined
  readonly error?: string | undefined
}

export async function listRequests(work: Work, query: RequestQuery): Promise<Page<RequestReply>> {
  refuseWithin(work)
  const { page, size, order, outcome, include_total: includeTotal } = query
  const filter = {
    ...boundsOf(query.date),
    refused: outcome === undefined ? undefined : outcome === 'REFUSED',
    operation: query.operation,
    keyId: query.api_key_id,
    error: query.error,
  }
  const request = { page, size, includeTotal }
  const rows = await pageOfRequests(work, filter, { ...request, order })
  return pageOf(request, rows, showRequest, includeTotal ? await countRequests(work, filter) : null)
}

export async function getRequest(work: Work, id: string): Promise<RequestWithGood> {
  refuseWithin(work)
  const guid = parseGuid(id.replace(/^req_/, ''))
  const request = guid === undefined ? undefined : await findRequest(work, guid)
  if (!request) throw notFound('Request', id)
  const good = await findGoodLike(work, request)
  return { ...showRequest(request), last_good: good ? showRequest(good) : null }
}

/** Requests come in the time of the machine, whatever the clock of the business was moved to. */
export async function reportRequests(
  work: Work,
  { hours }: { readonly hours: number },
  clock: Clock,
): Promise<RequestReport> {
  refuseWithin(work)
  const from = hoursBack(clock(), hours)
  const [counted, refusals] = [await hoursOf(work, from), await refusalsOf(work, from)]
  return {
    from: epochSeconds(from),
    hours: counted.map(({ hour, requests, refused, milliseconds }) => ({
      hour: epochSeconds(hour),
      requests: Number(requests),
      refused: Number(refused),
      mean_milliseconds: Math.round(Number(milliseconds) / Math.max(1, Number(requests))),
    })),
    refusals: refusals.map(({ last_at, last_id, requests, ...group }) => ({
      ...group,
      requests: Number(requests),
      last_date: epochSeconds(last_at),
      last_id: requestIdOf(last_id),
    })),
  }
}

/** How much each key asked, hour by hour. */
export async function reportKeys(
  work: Work,
  { hours }: { readonly hours: number },
  clock: Clock,
): Promise<KeyReport> {
  refuseWithin(work)
  const from = hoursBack(clock(), hours)
  const byKey = Map.groupBy(await keyHoursOf(work, from), ({ key_id }) => key_id)
  return {
    from: epochSeconds(from),
    content: [...byKey].map(([id, found]) => ({
      api_key_id: id,
      requests: found.reduce((sum, { requests }) => sum + requests, 0),
      refused: found.reduce((sum, { refused }) => sum + refused, 0),
      by_hour: found.map(({ hour, requests, refused }) => ({ hour: epochSeconds(hour), requests, refused })),
    })),
  }
}

/** From the beginning of an hour, the present one among them. */
function hoursBack(now: Date, hours: number): Date {
  return later(new Date(Math.floor(now.getTime() / HOUR) * HOUR), -(hours - 1) * HOUR)
}

function refuseWithin({ actor }: Work): void {
  if (actor.within === undefined) return
  throw Forbidden({
    parameters: ['organisation'],
    detail: 'The log is of the whole business; this key is of one merchant or venue.',
  })
}

function showRequest(request: LoggedRequest): RequestReply {
  const { id, at, byKind, keyId, operation, method, path, status, milliseconds, replayed } = request
  return {
    id: requestIdOf(id),
    date: epochSeconds(at),
    by_kind: byKind,
    api_key_id: keyId ?? null,
    operation,
    method,
    path,
    status,
    milliseconds,
    idempotent_replayed: replayed,
    error: request.error ?? null,
    fields: [...request.fields],
    sent: [...request.sent],
  }
}
