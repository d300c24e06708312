import { type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { OrganisationId } from '../kit/id.ts'

const WAITING = statement(
  'notifications_waiting',
  `select f.tenant, t.business_id as business, t.mode
     from event_feeds f
     join tenants t on t.tenant = f.tenant
     left join notification_feeds n on n.tenant = f.tenant
    where f.last > coalesce(n.seq, 0)
    order by f.tenant`,
)

/** Businesses in which something was numbered that contacts were not told of yet. */
export function tenantsWithEventsToTell(
  sql: Runner,
): Promise<readonly { readonly tenant: Tenant; readonly business: OrganisationId; readonly mode: Mode }[]> {
  return sql.run(WAITING, [])
}

const OPEN = statement(
  'notifications_open_feed',
  'insert into notification_feeds (tenant, seq) values ($1::int, 0) on conflict do nothing',
)

const HOLD = statement(
  'notifications_hold_feed',
  'select seq from notification_feeds where tenant = $1::int for no key update',
)

/** The last event that contacts were told of; held until the end of the work, so that nobody tells the next ones twice. */
export async function holdFeed({ sql, actor }: Work): Promise<{ readonly seq: bigint }> {
  await sql.run(OPEN, [actor.tenant])
  const [feed] = await sql.run<{ seq: bigint }>(HOLD, [actor.tenant])
  return { seq: feed?.seq ?? 0n }
}

export interface FeedEvent {
  readonly id: string
  readonly type: string
  readonly entity: string
  readonly seq: bigint
}

const NEXT = statement(
  'notifications_next_events',
  `select id, type, entity_id as entity, seq from events
    where tenant = $1::int and seq > $2::bigint order by seq limit $3::int`,
)

export function nextEvents({ sql, actor }: Work, after: bigint, most: number): Promise<readonly FeedEvent[]> {
  return sql.run<FeedEvent>(NEXT, [actor.tenant, after, most])
}

const SAVE = statement(
  'notifications_save_feed',
  'update notification_feeds set seq = $2::bigint where tenant = $1::int',
)

export async function saveFeed({ sql, actor }: Work, seq: bigint): Promise<void> {
  await sql.run(SAVE, [actor.tenant, seq])
}
