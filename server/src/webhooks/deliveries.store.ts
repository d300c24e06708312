import { arrayOf, type Runner, statement, type Work } from '../db/index.ts'
import type { NumberedEvent } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { parseGuid, type WebhookDeliveryId, type WebhookEndpointId } from '../kit/id.ts'
import type { DeliveryState, WebhookEndpoint } from './webhook-endpoint.ts'

export interface Delivery {
  readonly tenant: Tenant
  readonly id: WebhookDeliveryId
  readonly endpoint: WebhookEndpointId
  readonly event: { readonly id: string; readonly type: string; readonly entity: string }
  readonly state: DeliveryState
  readonly attempts: number
  readonly nextAt: Date | undefined
  readonly status: number | undefined
  readonly error: string | undefined
  readonly createdAt: Date
  readonly updatedAt: Date
}

const FAN_OUT = statement(
  'webhooks_fan_out',
  `insert into webhook_deliveries (tenant, id, endpoint_id, event_id, seq, state, next_at, created_at, updated_at)
   select w.tenant, gen_random_uuid(), w.id, k.id, k.seq, 'PENDING', $5::timestamptz, $5, $5
     from unnest($2::uuid[], $3::text[], $4::bigint[]) as k(id, type, seq)
     join webhook_endpoints w on w.tenant = $1::int and w.state = 'ENABLED' and w.deleted_at is null
      and (w.event_types = '{}' or k.type = any (w.event_types))
       on conflict do nothing`,
)

/** One delivery for every endpoint that wants the event; in the transaction that numbers the events, so that none is forgotten. */
export async function fanOut(
  sql: Runner,
  tenant: Tenant,
  events: readonly NumberedEvent[],
  at: Date,
): Promise<void> {
  if (events.length === 0) return
  await sql.run(FAN_OUT, [
    tenant,
    arrayOf(events.map(({ id }) => id)),
    arrayOf(events.map(({ type }) => type)),
    arrayOf(events.map(({ seq }) => seq)),
    at,
  ])
}

const RECOVER = statement(
  'webhooks_recover',
  `insert into webhook_deliveries as d (tenant, id, endpoint_id, event_id, seq, state, next_at, created_at, updated_at)
   select e.tenant, gen_random_uuid(), $2::uuid, e.id, e.seq, 'PENDING', $4::timestamptz, $4, $4
     from event_feeds f
     join events e on e.tenant = f.tenant and e.seq > f.forgotten
    where f.tenant = $1::int and e.at >= $3::timestamptz
      and ($5::text[] = '{}' or e.type = any ($5::text[]))
       on conflict (tenant, endpoint_id, event_id) do update
          set state = 'PENDING', attempts = 0, next_at = $4, lease_until = null, updated_at = $4
        where d.state in ('FAILED', 'DROPPED') or ($6::boolean and d.state = 'DELIVERED')
   returning d.id`,
)

export async function recoverSince(
  { sql, actor, at }: Work,
  { id, eventTypes }: WebhookEndpoint,
  { since, withDelivered }: { readonly since: Date; readonly withDelivered: boolean },
): Promise<number> {
  const types = arrayOf(eventTypes)
  const rows = await sql.run(RECOVER, [actor.tenant, id, since, at, types, withDelivered])
  return rows.length
}

export interface DeliveryFilter {
  readonly endpoint?: string | undefined
  readonly event?: string | undefined
  readonly state?: DeliveryState | undefined
}

export async function pageOfDeliveries(
  work: Work,
  filter: DeliveryFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<Delivery[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  const rows = await filtered(work, filter)
    .orderBy('d.seq', direction)
    .orderBy('d.id', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(deliveryOfRow)
}

export async function countDeliveries(work: Work, filter: DeliveryFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function findDelivery(work: Work, id: string): Promise<Delivery | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await filtered(work, {}).where('d.id', '=', guid).executeTakeFirst()
  return row && deliveryOfRow(row)
}

export async function sendNow({ db, actor, at }: Work, id: WebhookDeliveryId): Promise<void> {
  await db
    .updateTable('webhook_deliveries')
    .set({ state: 'PENDING', attempts: 0, next_at: at, lease_until: null, updated_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

function filtered({ db, actor }: Work, { endpoint, event, state }: DeliveryFilter) {
  let query = db
    .selectFrom('webhook_deliveries as d')
    .innerJoin('events as e', (e) => e.onRef('e.tenant', '=', 'd.tenant').onRef('e.id', '=', 'd.event_id'))
    .select(['d.tenant', 'd.id', 'd.endpoint_id', 'd.event_id', 'd.state', 'd.attempts', 'd.next_at'])
    .select(['d.status', 'd.error', 'd.created_at', 'd.updated_at', 'e.type', 'e.entity_id'])
    .where('d.tenant', '=', actor.tenant)
  if (endpoint !== undefined) query = query.where('d.endpoint_id', '=', endpoint)
  if (event !== undefined) query = query.where('d.event_id', '=', event)
  if (state !== undefined) query = query.where('d.state', '=', state)
  return query
}

type Row = Awaited<ReturnType<ReturnType<typeof filtered>['execute']>>[number]

function deliveryOfRow(row: Row): Delivery {
  return {
    tenant: row.tenant,
    id: row.id as WebhookDeliveryId,
    endpoint: row.endpoint_id as WebhookEndpointId,
    event: { id: row.event_id, type: row.type, entity: row.entity_id },
    state: row.state,
    attempts: row.attempts,
    nextAt: row.next_at ?? undefined,
    status: row.status ?? undefined,
    error: row.error ?? undefined,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
