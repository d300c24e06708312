import { sql } from 'kysely'
import { type Database, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { newId } from '../kit/id.ts'
import type { Due } from './due.store.ts'
import type { Try } from './try.ts'

const KEEP_TRY = statement(
  'webhooks_keep_try',
  `insert into webhook_tries (tenant, delivery_id, id, endpoint_id, at, url, signed_at, milliseconds, is_taken, status, error,
                              headers, answer, is_whole)
   values ($1::int, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::text, $7::timestamptz, $8::int, $9::boolean, $10::int,
           $11::text, $12::jsonb, $13::text, $14::boolean)`,
)

export async function keepTry({ sql, at }: Work, due: Due, each: Try): Promise<void> {
  const { tenant, id, endpoint, url } = due
  const { signedAt, milliseconds, isTaken, status = null, error = null, headers, answer, isWhole } = each
  const told = [milliseconds, isTaken, status, error, JSON.stringify(headers), answer, isWhole]
  await sql.run(KEEP_TRY, [tenant, id, newId(), endpoint, at, url, signedAt, ...told])
}

/** Another after each call to an endpoint: the newest try of each. */
export async function stampOfTries({ db, actor }: Work): Promise<string> {
  const newest = await db
    .selectFrom('webhook_endpoints as endpoint')
    .innerJoinLateral(
      (join) =>
        join
          .selectFrom('webhook_tries as try')
          .select('try.at')
          .whereRef('try.tenant', '=', 'endpoint.tenant')
          .whereRef('try.endpoint_id', '=', 'endpoint.id')
          .orderBy('try.at', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(({ fn }) => [fn.countAll<bigint>().as('endpoints'), fn.max('newest.at').as('at')])
    .where('endpoint.tenant', '=', actor.tenant)
    .executeTakeFirstOrThrow()
  return [newest.endpoints, newest.at?.getTime()].join(' ')
}

const MOST_TRIES = 50

/** The last ones, the first of them first. */
export async function triesOf({ db, actor }: Work, delivery: string) {
  const newest = await db
    .selectFrom('webhook_tries')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('delivery_id', '=', delivery)
    .orderBy('id', 'desc')
    .limit(MOST_TRIES)
    .execute()
  return newest.toReversed()
}

export async function bodyOf({ db, actor }: Work, delivery: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('webhook_deliveries')
    .select('body')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', delivery)
    .executeTakeFirst()
  return row?.body ?? undefined
}

export interface Reckoned {
  readonly endpoint: string
  /** null: the whole. */
  readonly hour: Date | null
  readonly taken: number
  readonly failed: number
  readonly p95: number
}

/** One statement for all endpoints that are asked for: each as a whole, and each hour in which it was called. */
export async function reckonTries(
  { db, actor: { tenant } }: Work,
  { from, endpoint }: { readonly from: Date; readonly endpoint: string | undefined },
): Promise<readonly Reckoned[]> {
  const { rows } = await sql<Reckoned>`
    select endpoint_id as endpoint, date_trunc('hour', at, 'UTC') as hour,
           count(*) filter (where is_taken)::int as taken, count(*) filter (where not is_taken)::int as failed,
           percentile_disc(0.95) within group (order by milliseconds)::int as p95
      from webhook_tries
     where tenant = ${tenant} and at >= ${from} and (${endpoint ?? null}::uuid is null or endpoint_id = ${endpoint ?? null}::uuid)
     group by grouping sets ((endpoint_id), (endpoint_id, date_trunc('hour', at, 'UTC')))
     order by hour nulls first`.execute(db)
  return rows
}

export interface Waiting {
  readonly endpoint: string
  readonly waiting: number
  readonly oldest: Date
}

/** What is still to be taken, by endpoint. */
export async function waitingOf(
  { db, actor: { tenant } }: Work,
  endpoint: string | undefined,
): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select endpoint_id as endpoint, count(*)::int as waiting, min(created_at) as oldest
      from webhook_deliveries
     where tenant = ${tenant} and state = 'PENDING' and (${endpoint ?? null}::uuid is null or endpoint_id = ${endpoint ?? null}::uuid)
     group by endpoint_id`.execute(db)
  return rows
}

export async function forgetTries(
  { query }: Pick<Database, 'query'>,
  tenant: Tenant,
  before: Date,
): Promise<void> {
  await query.deleteFrom('webhook_tries').where('tenant', '=', tenant).where('at', '<', before).execute()
}
