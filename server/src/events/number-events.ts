import { type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'

/** An event in the order in which events are told. */
export interface NumberedEvent {
  readonly id: string
  readonly type: string
  readonly entity: string
  readonly at: Date
  readonly seq: bigint
  readonly entitySeq: bigint
}

const WAITING = statement(
  'events_waiting',
  'select distinct tenant from events where seq is null order by tenant',
)

/** Tenants with events that nobody numbered yet. */
export async function tenantsWithNews(sql: Runner): Promise<readonly Tenant[]> {
  return (await sql.run<{ tenant: Tenant }>(WAITING, [])).map(({ tenant }) => tenant)
}

const OPEN_FEED = statement(
  'events_open_feed',
  'insert into event_feeds (tenant) values ($1::int) on conflict do nothing',
)

const HOLD_FEED = statement(
  'events_hold_feed',
  'select last from event_feeds where tenant = $1::int for no key update',
)

const NUMBER = statement(
  'events_number',
  // The newest number of each thing is looked up for each of its events: to join them would compare all with all, as PostgreSQL
  // does not know how many there will be.
  `with fresh as materialized (
     select id, entity_id, row_number() over (order by id) as place, row_number() over (partition by entity_id order by id) as nth
       from (select id, entity_id from events where tenant = $1::int and seq is null order by id limit $3::int) e)
   update events e
      set seq = $2::bigint + f.place,
          entity_seq = f.nth + coalesce((
            select n.entity_seq from events n
             where n.tenant = $1::int and n.entity_id = f.entity_id and n.entity_seq is not null
             order by n.entity_seq desc limit 1), 0)
     from fresh f
    where e.tenant = $1::int and e.id = f.id
   returning e.id, e.type, e.entity_id as entity, e.at, e.seq, e.entity_seq as "entitySeq"`,
)

const SAVE_FEED = statement(
  'events_save_feed',
  'update event_feeds set last = $2::bigint where tenant = $1::int',
)

/**
 * Numbers a tenant's newest events, in a transaction of its own: they are all committed, so whoever asks for what comes after a number
 * misses none. Answers them in their order.
 */
export async function numberEvents(
  sql: Runner,
  tenant: Tenant,
  most: number,
): Promise<readonly NumberedEvent[]> {
  await sql.run(OPEN_FEED, [tenant])
  const [feed] = await sql.run<{ last: bigint }>(HOLD_FEED, [tenant])
  const last = feed?.last ?? 0n
  const numbered = await sql.run<NumberedEvent>(NUMBER, [tenant, last, most])
  if (numbered.length > 0) await sql.run(SAVE_FEED, [tenant, last + BigInt(numbered.length)])
  return numbered.toSorted((a, b) => Number(a.seq - b.seq))
}
