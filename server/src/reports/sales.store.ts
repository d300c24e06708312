import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { OrganisationId } from '../kit/id.ts'

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
  /** A merchant or venue; undefined: the whole business. */
  readonly at: OrganisationId | undefined
}

/** One statement, so that the whole and its days are of one reading. Days begin where the business's zone has them begin. */
export async function salesByDay(
  { db, actor: { tenant }, at }: Work,
  { days, zone, currency, at: place }: SalesOf,
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
         and p.date < ((today.day + 1)::timestamp at time zone ${zone})${soldAt('p', place)})
    select d.day::text as day, count(s.day)::int as purchases, count(distinct s.contact_id)::int as contacts,
           coalesce(sum(s.sales), 0)::bigint as sales, coalesce(sum(s.awarded), 0)::bigint as awarded,
           coalesce(sum(s.spent), 0)::bigint as spent
      from days d left join sold s on s.day = d.day
     group by grouping sets ((), (d.day))
     order by d.day nulls first`.execute(db)
  const [whole = NOTHING, ...each] = rows
  return { whole, days: each.flatMap(({ day, ...sold }) => (day === null ? [] : [{ day, ...sold }])) }
}

export interface Receipts {
  readonly unnamed: number
  readonly claimed: number
  readonly held: number
}

/** Receipts of the same days that could be claimed. What was claimed has a contact now, and its claim says that it had none. */
export async function receiptsToClaim(
  { db, actor: { tenant }, at }: Work,
  { days, zone, currency, at: place }: SalesOf,
): Promise<Receipts> {
  const { rows } = await sql<Receipts>`
    with since as (select (((${at}::timestamptz at time zone ${zone})::date - ${days - 1}::int)::timestamp at time zone ${zone}) as at),
    claimed as (
      select count(*)::int as number from purchases p
        join claims c on c.tenant = p.tenant and c.purchase_id = p.id and c.state = 'CLAIMED' and c.origin = 'TILL', since
       where p.tenant = ${tenant} and p.state = 'POSTED' and p.currency = ${currency} and p.date >= since.at${soldAt('p', place)}),
    nobodys as (
      select count(*)::int as number from purchases p, since
       where p.tenant = ${tenant} and p.state = 'POSTED' and p.currency = ${currency} and p.contact_id is null and p.date >= since.at${soldAt('p', place)}),
    held as (
      select count(*)::int as number from claims c, since
       where c.tenant = ${tenant} and c.state = 'HELD' and c.created_at >= since.at${soldAt('c', place)})
    select claimed.number + nobodys.number as unnamed, claimed.number as claimed, held.number as held
      from claimed, nobodys, held`.execute(db)
  return rows[0] ?? { unnamed: 0, claimed: 0, held: 0 }
}

const NOTHING: Sold = { purchases: 0, contacts: 0, sales: 0n, awarded: 0n, spent: 0n }

/** Purchases and claims name both, the merchant and the venue. */
function soldAt(of: 'p' | 'c', place: OrganisationId | undefined) {
  if (place === undefined) return sql``
  return sql` and (${sql.ref(`${of}.merchant_id`)} = ${place} or ${sql.ref(`${of}.venue_id`)} = ${place})`
}
