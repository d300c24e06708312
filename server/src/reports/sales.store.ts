import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

export interface Sold {
  readonly purchases: number
  readonly contacts: number
  readonly sales: bigint
  readonly awarded: bigint
  readonly spent: bigint
}

export interface SoldOnDay extends Sold {
  readonly day: string
}

export interface SalesOf {
  readonly days: number
  readonly zone: string
  readonly currency: string
}

/** One statement, so that the whole and its days are of one reading. Days begin where the business's zone has them begin. */
export async function salesByDay(
  { db, actor: { tenant }, at }: Work,
  { days, zone, currency }: SalesOf,
): Promise<{ readonly whole: Sold; readonly days: readonly SoldOnDay[] }> {
  const { rows } = await sql<Sold & { readonly day: string | null }>`
    with today as (select (${at}::timestamptz at time zone ${zone})::date as day),
    days as (
      select each.day::date as day
        from today, generate_series(today.day - ${days - 1}::int, today.day, interval '1 day') as each(day)),
    sold as (
      select (p.date at time zone ${zone})::date as day, p.contact_id, p.total - p.returned as sales,
             p.award - p.returned_award as awarded, p.spend - p.returned_spend as spent
        from purchases p, today
       where p.tenant = ${tenant} and p.state = 'POSTED' and p.currency = ${currency}
         and p.date >= ((today.day - ${days - 1}::int)::timestamp at time zone ${zone})
         and p.date < ((today.day + 1)::timestamp at time zone ${zone}))
    select d.day::text as day, count(s.day)::int as purchases, count(distinct s.contact_id)::int as contacts,
           coalesce(sum(s.sales), 0)::bigint as sales, coalesce(sum(s.awarded), 0)::bigint as awarded,
           coalesce(sum(s.spent), 0)::bigint as spent
      from days d left join sold s on s.day = d.day
     group by grouping sets ((), (d.day))
     order by d.day nulls first`.execute(db)
  const [whole = NOTHING, ...each] = rows
  return { whole, days: each.flatMap(({ day, ...sold }) => (day === null ? [] : [{ day, ...sold }])) }
}

const NOTHING: Sold = { purchases: 0, contacts: 0, sales: 0n, awarded: 0n, spent: 0n }
