import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database, Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { PageRequest } from '../kit/page.ts'
import type { LoggedRequest, RefusedField } from './logged-request.ts'

type Row = Selectable<Tables['request_log']>

/** Kept or already there: two tries to write the same rows write them once. */
export async function insertRequests(db: Kysely<Tables>, requests: readonly LoggedRequest[]): Promise<void> {
  if (requests.length === 0) return
  await db
    .insertInto('request_log')
    .values(
      requests.map(({ byKind, keyId, fields, sent, error, ...request }) => ({
        ...request,
        tenant: request.tenant,
        by_kind: byKind,
        key_id: keyId ?? null,
        error: error ?? null,
        fields: JSON.stringify(fields),
        sent: JSON.stringify(sent),
      })),
    )
    .onConflict((row) => row.columns(['tenant', 'id']).doNothing())
    .execute()
}

export interface CountedHour {
  readonly tenant: Tenant
  readonly hour: Date
  readonly operation: string
  readonly requests: number
  readonly refused: number
  readonly milliseconds: number
}

export async function addHours(db: Kysely<Tables>, hours: readonly CountedHour[]): Promise<void> {
  if (hours.length === 0) return
  await db
    .insertInto('request_hours')
    .values(
      hours.map((each) => ({
        ...each,
        tenant: each.tenant,
        milliseconds: BigInt(Math.round(each.milliseconds)),
      })),
    )
    .onConflict((row) =>
      row.columns(['tenant', 'hour', 'operation']).doUpdateSet({
        requests: sql<number>`request_hours.requests + excluded.requests`,
        refused: sql<number>`request_hours.refused + excluded.refused`,
        milliseconds: sql<bigint>`request_hours.milliseconds + excluded.milliseconds`,
      }),
    )
    .execute()
}

export interface RequestFilter {
  readonly from: Date | undefined
  readonly before: Date | undefined
  readonly refused: boolean | undefined
  readonly operation: string | undefined
  readonly keyId: string | undefined
  readonly error: string | undefined
}

export async function newestRequest({ db, actor }: Work): Promise<string | undefined> {
  const newest = await db
    .selectFrom('request_log')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.id
}

/** The newest first; one more than the page holds, so that the page knows whether there is another. */
export async function pageOfRequests(
  work: Work,
  filter: RequestFilter,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<LoggedRequest[]> {
  const rows = await requestsLike(work, filter)
    .selectAll()
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(requestOfRow)
}

export async function countRequests(work: Work, filter: RequestFilter): Promise<number> {
  const { number } = await requestsLike(work, filter)
    .select((eb) => eb.fn.countAll<bigint>().as('number'))
    .executeTakeFirstOrThrow()
  return Number(number)
}

function requestsLike({ db, actor }: Work, filter: RequestFilter) {
  const { from, before, refused, operation, keyId, error } = filter
  let found = db.selectFrom('request_log').where('tenant', '=', actor.tenant)
  if (from) found = found.where('at', '>=', from)
  if (before) found = found.where('at', '<', before)
  if (refused !== undefined) found = found.where('status', refused ? '>=' : '<', 400)
  if (operation !== undefined) found = found.where('operation', '=', operation)
  if (keyId !== undefined) found = found.where('key_id', '=', keyId)
  if (error !== undefined) found = found.where('error', '=', error)
  return found
}

export async function findRequest({ db, actor }: Work, id: string): Promise<LoggedRequest | undefined> {
  const row = await db
    .selectFrom('request_log')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && requestOfRow(row)
}

/** The last one of the same endpoint that went well before it, else after it. */
export async function findGoodLike(
  { db, actor }: Work,
  { operation, id }: LoggedRequest,
): Promise<LoggedRequest | undefined> {
  const good = db
    .selectFrom('request_log')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('operation', '=', operation)
    .where('status', '<', 400)
  const row =
    (await good.where('id', '<', id).orderBy('id', 'desc').limit(1).executeTakeFirst()) ??
    (await good.where('id', '>', id).orderBy('id').limit(1).executeTakeFirst())
  return row && requestOfRow(row)
}

export function hoursOf({ db, actor }: Work, from: Date) {
  return db
    .selectFrom('request_hours')
    .select((eb) => [
      'hour',
      eb.fn.sum<bigint>('requests').as('requests'),
      eb.fn.sum<bigint>('refused').as('refused'),
      eb.fn.sum<bigint>('milliseconds').as('milliseconds'),
    ])
    .where('tenant', '=', actor.tenant)
    .where('hour', '>=', from)
    .groupBy('hour')
    .orderBy('hour')
    .execute()
}

const MOST_GROUPS = 50

export function refusalsOf({ db, actor }: Work, from: Date) {
  return db
    .selectFrom('request_log')
    .select((eb) => [
      'operation',
      'method',
      'path',
      'status',
      'error',
      eb.fn.countAll<bigint>().as('requests'),
      eb.fn.max('at').as('last_at'),
      sql<string>`max(id::text)`.as('last_id'),
    ])
    .where('tenant', '=', actor.tenant)
    .where('status', '>=', 400)
    .where('at', '>=', from)
    .groupBy(['operation', 'method', 'path', 'status', 'error'])
    .orderBy('last_id', 'desc')
    .limit(MOST_GROUPS)
    .execute()
}

export interface Bounds {
  /** Rows of a business that went well, and as many that did not. */
  readonly rows: number
  readonly before: Date
}

/** What is over the bounds of one business goes, the oldest first. */
export async function forgetRequestsOf(
  { query }: Pick<Database, 'query'>,
  tenant: Tenant,
  { rows, before }: Bounds,
): Promise<void> {
  for (const compared of ['<', '>='] as const) {
    const first = query
      .selectFrom('request_log')
      .select('id')
      .where('tenant', '=', tenant)
      .where('status', compared, 400)
      .orderBy('id', 'desc')
      .offset(rows)
      .limit(1)
    await query
      .deleteFrom('request_log')
      .where('tenant', '=', tenant)
      .where('status', compared, 400)
      .where((eb) => eb.or([eb('id', '<=', first), eb('at', '<', before)]))
      .execute()
  }
  await query.deleteFrom('request_hours').where('tenant', '=', tenant).where('hour', '<', before).execute()
}

function requestOfRow({ by_kind, key_id, error, fields, sent, ...row }: Row): LoggedRequest {
  return {
    ...row,
    byKind: by_kind,
    keyId: key_id ?? undefined,
    error: error ?? undefined,
    fields: fieldsOf(fields),
    sent: Array.isArray(sent) ? sent.map(String) : [],
  }
}

function fieldsOf(stored: unknown): readonly RefusedField[] {
  if (!Array.isArray(stored)) return []
  return stored.map((each: RefusedField) => ({ path: String(each.path), code: String(each.code) }))
}
