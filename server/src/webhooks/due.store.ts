import { arrayOf, ofOnly, type Runner, statement } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { OrganisationId, WebhookDeliveryId, WebhookEndpointId } from '../kit/id.ts'

/** A delivery to be tried now, with all that sending it needs. */
export interface Due {
  readonly tenant: Tenant
  readonly mode: Mode
  readonly business: OrganisationId
  readonly id: WebhookDeliveryId
  readonly endpoint: WebhookEndpointId
  readonly url: string
  readonly secret: Buffer
  readonly formerSecret: Buffer | null
  readonly formerUntil: Date | null
  /** Of this delivery, before this one. */
  readonly attempts: number
  /** What earlier tries sent; null: this is the first. */
  readonly body: string | null
  readonly event: string
}

const CLAIM = statement(
  'webhooks_claim',
  `with next as (
     select d.tenant, d.id, d.endpoint_id
       from webhook_endpoints w
       join tenants t on t.tenant = w.tenant
       left join unnest($4::uuid[], $5::int[]) as running(endpoint_id, calls) on running.endpoint_id = w.id
      cross join lateral (
        select d.tenant, d.id, d.endpoint_id, d.next_at, d.seq
          from webhook_deliveries d
         where d.tenant = w.tenant and d.endpoint_id = w.id and d.state = 'PENDING' and d.next_at <= $1::timestamptz + t.ahead
           and (d.lease_until is null or d.lease_until <= $1)
         order by d.next_at, d.seq
         limit greatest(0, case when w.failing_since is null then $6::int else $7::int end - coalesce(running.calls, 0))
           for no key update skip locked) d
      where w.state = 'ENABLED' and w.deleted_at is null and ${ofOnly('$8')}
      order by d.next_at, d.seq
      limit $2::int)
   update webhook_deliveries d set lease_until = $3::timestamptz
     from next n
     join webhook_endpoints w on w.tenant = n.tenant and w.id = n.endpoint_id
     join tenants t on t.tenant = n.tenant
    where d.tenant = n.tenant and d.id = n.id
   returning d.tenant, t.mode, t.business_id as business, d.id, d.endpoint_id as endpoint, w.url, w.secret,
             w.former_secret as "formerSecret", w.former_until as "formerUntil", d.attempts, d.body, d.event_id as event`,
)

export interface Claiming {
  readonly at: Date
  readonly until: Date
  readonly most: number
  /** Calls under way, by endpoint: a slow one holds up nobody else. */
  readonly running: ReadonlyMap<string, number>
  /** Calls at once to an endpoint that takes what it gets, and to one that did not take the last. */
  readonly mostEach: number
  readonly mostFailing: number
  readonly only: Tenant | undefined
}

/** Takes deliveries that are due, the longest overdue first, so that no other process sends them meanwhile. */
export function claimDue(
  sql: Runner,
  { at, until, most, running, mostEach, mostFailing, only }: Claiming,
): Promise<readonly Due[]> {
  const endpoints = arrayOf([...running.keys()])
  const calls = arrayOf([...running.values()])
  return sql.run<Due>(CLAIM, [at, most, until, endpoints, calls, mostEach, mostFailing, only ?? null])
}

const KEEP_BODY = statement(
  'webhooks_keep_body',
  'update webhook_deliveries set body = $3::text where tenant = $1::int and id = $2::uuid and body is null',
)

/** Before the first try, so that every later one sends the same. */
export async function keepBody(sql: Runner, { tenant, id }: Due, body: string): Promise<void> {
  await sql.run(KEEP_BODY, [tenant, id, body])
}

export interface Tried {
  readonly state: 'PENDING' | 'DELIVERED' | 'FAILED' | 'DROPPED'
  readonly nextAt: Date | undefined
  readonly status: number | undefined
  readonly error: string | undefined
  readonly at: Date
}

const SAVE_TRY = statement(
  'webhooks_save_try',
  `update webhook_deliveries
      set state = $3::text, attempts = attempts + 1, next_at = $4::timestamptz, status = $5::int, error = $6::text,
          updated_at = $7::timestamptz, lease_until = null
    where tenant = $1::int and id = $2::uuid and state = 'PENDING'`,
)

const TAKEN = statement(
  'webhooks_taken',
  'update webhook_endpoints set failing_since = null where tenant = $1::int and id = $2::uuid and failing_since is not null',
)

const NOT_TAKEN = statement(
  'webhooks_not_taken',
  `update webhook_endpoints
      set failing_since = coalesce(failing_since, $3::timestamptz),
          state = case when $5::boolean then 'DISABLED' when failing_since <= $4::timestamptz then 'PAUSED' else state end,
          reason = case when $5::boolean then 'the receiver answered 410' when failing_since <= $4::timestamptz then $6::text else reason end
    where tenant = $1::int and id = $2::uuid and state = 'ENABLED'
   returning state`,
)

export interface Failing {
  readonly at: Date
  /** Whoever has failed since then, or for longer, is paused. */
  readonly pausedIfSince: Date
  readonly gone: boolean
  readonly why: string
}

export async function saveTry(sql: Runner, { tenant, id }: Due, tried: Tried): Promise<void> {
  const { state, nextAt, status, error, at } = tried
  await sql.run(SAVE_TRY, [tenant, id, state, nextAt ?? null, status ?? null, error ?? null, at])
}

export async function endpointTook(sql: Runner, { tenant, endpoint }: Due): Promise<void> {
  await sql.run(TAKEN, [tenant, endpoint])
}

/** Answers the state in which this left the endpoint; undefined: it was not called any more anyway. */
export async function endpointFailed(
  sql: Runner,
  { tenant, endpoint }: Due,
  { at, pausedIfSince, gone, why }: Failing,
): Promise<string | undefined> {
  const [row] = await sql.run<{ state: string }>(NOT_TAKEN, [tenant, endpoint, at, pausedIfSince, gone, why])
  return row?.state
}
