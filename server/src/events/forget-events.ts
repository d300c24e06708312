import { type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { DAY, later } from '../kit/time.ts'

/** How long an event can be read and sent again. */
export const EVENTS_KEPT_MS = 30 * DAY

const FEEDS = statement('events_feeds', 'select tenant from event_feeds order by tenant')

/** Every tenant in which something has happened. */
export async function tenantsWithEvents(sql: Runner): Promise<readonly Tenant[]> {
  return (await sql.run<{ tenant: Tenant }>(FEEDS, [])).map(({ tenant }) => tenant)
}

const HOLD = statement(
  'events_hold_forgotten',
  'select forgotten from event_feeds where tenant = $1::int for no key update',
)

/**
 * The next events in their order, as far as they are old. Of each thing the newest stays: its number is what the next one follows. The
 * newest takes the place of the one that stayed before it.
 */
const FORGET = statement(
  'events_forget',
  `with next as (
     select id, entity_id, seq, entity_seq, at from events
      where tenant = $1::int and seq > $2::bigint order by seq limit $4::int),
   old as (
     select n.* from next n
      where n.seq < coalesce((select min(young.seq) from next young where young.at >= $3::timestamptz), n.seq + 1)),
   gone as (
     delete from events e using old o
      where e.tenant = $1::int and e.entity_id = o.entity_id and e.entity_seq <= o.entity_seq
        and (e.entity_seq < o.entity_seq or exists (
          select from events later
           where later.tenant = $1::int and later.entity_id = o.entity_id and later.entity_seq > o.entity_seq)))
   select max(seq) as last, count(*)::int as seen from old`,
)

const SAVE = statement(
  'events_save_forgotten',
  'update event_feeds set forgotten = $2::bigint where tenant = $1::int',
)

export interface Forgotten {
  /** Events after this one are kept. */
  readonly upTo: bigint
  readonly seen: number
}

/** Forgets some of a tenant's events that are over 30 days old, in the order in which they were told. */
export async function forgetEvents(
  sql: Runner,
  tenant: Tenant,
  { at, most }: { readonly at: Date; readonly most: number },
): Promise<Forgotten> {
  const [feed] = await sql.run<{ forgotten: bigint }>(HOLD, [tenant])
  const before = feed?.forgotten ?? 0n
  const [found] = await sql.run<{ last: bigint | null; seen: number }>(FORGET, [
    tenant,
    before,
    later(at, -EVENTS_KEPT_MS),
    most,
  ])
  const upTo = found?.last ?? before
  if (upTo > before) await sql.run(SAVE, [tenant, upTo])
  return { upTo, seen: found?.seen ?? 0 }
}
