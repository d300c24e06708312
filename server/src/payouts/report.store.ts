import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { PayoutState } from './payout.ts'

export interface DayOfPayouts {
  readonly day: string
  /** null: a day without a payout. */
  readonly state: PayoutState | null
  readonly payouts: number
  readonly amount: bigint
}

/** One statement over the index by time. Days begin where the business's zone has them begin. */
export async function payoutsByDay(
  { db, actor: { tenant }, at }: Work,
  { days, zone, currency }: { readonly days: number; readonly zone: string; readonly currency: string },
): Promise<readonly DayOfPayouts[]> {
  const { rows } = await sql<DayOfPayouts>`
    with today as (select (${at}::timestamptz at time zone ${zone})::date as day),
    made as (
      select (p.created_at at time zone ${zone})::date as day, p.state, count(*)::int as payouts, sum(p.amount)::bigint as amount
        from payouts p, today
       where p.tenant = ${tenant} and p.currency = ${currency}
         and p.created_at >= ((today.day - ${days - 1}::int)::timestamp at time zone ${zone})
         and p.created_at < ((today.day + 1)::timestamp at time zone ${zone})
       group by 1, 2)
    select each.day::date::text as day, m.state, coalesce(m.payouts, 0) as payouts, coalesce(m.amount, 0)::bigint as amount
      from today, generate_series(today.day - ${days - 1}::int, today.day, interval '1 day') as each(day)
      left join made m on m.day = each.day::date
     order by each.day, m.state`.execute(db)
  return rows
}
