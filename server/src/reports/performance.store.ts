import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { Period } from './report-period.ts'

/** What an offer did in a period, or on one day of it. */
export interface Done {
  readonly purchases: number
  readonly contacts: number
  readonly awards: number
  readonly awarded: bigint
  readonly undone: bigint
  /** What the purchases cost, less what came back. */
  readonly sales: bigint
}

export interface DoneOnDay extends Done {
  /** In the zone of the business. */
  readonly day: string
}

type Row = Done & { readonly day: string | null }

/**
 * Reads the offer's lots by their index and the movements of each by its journal. One statement, so that the whole and its
 * days are of one reading.
 */
export async function doneByOffer(
  { db, actor: { tenant } }: Work,
  offer: string,
  { from, to, zone }: Period & { readonly zone: string },
): Promise<{ readonly whole: Done; readonly days: readonly DoneOnDay[] }> {
  const { rows } = await sql<Row>`
    with moved as (
      select (t.at at time zone ${zone})::date::text as day, t.kind = 'AWARD' as is_award, t.amount, l.wallet_id, p.id as purchase,
             case when p.state = 'POSTED' then p.total - p.returned else 0 end as sold
        from lots l
        join transfers t on t.tenant = l.tenant and t.journal_id = l.journal_id and t.lot_id = l.id
         and t.kind in ('AWARD', 'AWARD_REVERSAL', 'AWARD_REVERSAL_TO_DEBT', 'AWARD_REVERSAL_FROM_BREAKAGE')
        left join purchases p on p.tenant = l.tenant and p.id = l.journal_id
       where l.tenant = ${tenant} and l.offer_id = ${offer} and t.at >= ${from} and t.at < ${to})
    select day,
           count(distinct purchase) filter (where is_award)::int as purchases,
           count(distinct wallet_id) filter (where is_award)::int as contacts,
           count(*) filter (where is_award)::int as awards,
           coalesce(sum(amount) filter (where is_award), 0)::bigint as awarded,
           coalesce(sum(amount) filter (where not is_award), 0)::bigint as undone,
           coalesce(sum(sold) filter (where is_award), 0)::bigint as sales
      from moved
     group by grouping sets ((), (day))
     order by day nulls first`.execute(db)
  const [whole = NOTHING, ...days] = rows
  return { whole, days: days.flatMap(({ day, ...done }) => (day === null ? [] : [{ day, ...done }])) }
}

const NOTHING: Done = { purchases: 0, contacts: 0, awards: 0, awarded: 0n, undone: 0n, sales: 0n }

/** How many contacts each offer gave something in a period; one asking for all of them. */
export async function reachOf(
  { db, actor: { tenant } }: Work,
  { from, to }: Period,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ offer: string; contacts: number }>`
    select offer_id as offer, count(distinct wallet_id)::int as contacts
      from lots
     where tenant = ${tenant} and offer_id is not null and created_at >= ${from} and created_at < ${to}
     group by offer_id`.execute(db)
  return new Map(rows.map(({ offer, contacts }) => [offer, contacts]))
}
