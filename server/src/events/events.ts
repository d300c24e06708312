import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type EventId, newId } from '../kit/id.ts'

/** `object.verb`. */
export const EVENT_TYPES = [
  'purchase.posted',
  'purchase.claimed',
  'claim.held',
  'claim.refused',
  'purchase.cancelled',
  'purchase.returned',
  'reward.awarded',
  'reward.spent',
  'reward.reversed',
  'reward.expired',
  'wallet.changed',
  'payout.created',
  'payout.paid',
  'payout.failed',
  'token.blocked',
  'till.blocked',
  'products.synchronised',
  'contact.created',
  'contact.updated',
  'contact.merged',
  'contact.erased',
  'scheme.joined',
  'order.created',
  'order.started',
  'order.ready',
  'order.completed',
  'order.cancelled',
  'order.updated',
  'webhook_endpoint.paused',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** That something happened, to what, when. No payload and no personal data: readers look at the thing itself. */
export interface Event {
  readonly tenant: Tenant
  readonly type: EventType
  readonly entity: string
  readonly at: Date
}

const INSERT_EVENTS = statement(
  'events_insert',
  `insert into events (tenant, id, type, entity_id, at)
   select * from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[])`,
)

/** Records events in the transaction in which they happen, so that none is lost and none is told that did not happen. */
export async function recordEvents(sql: Runner, events: readonly Event[]): Promise<void> {
  if (events.length === 0) return
  await sql.run(
    INSERT_EVENTS,
    columnsOf(
      events,
      ({ tenant }) => tenant,
      () => newId<EventId>(),
      ({ type }) => type,
      ({ entity }) => entity,
      ({ at }) => at,
    ),
  )
}

export function record(work: Work, type: EventType, entity: string): Promise<void> {
  return recordEvents(work.sql, [{ tenant: work.actor.tenant, type, entity, at: work.at }])
}
