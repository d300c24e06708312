import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { readWholeBooks } from './whole-books.ts'

export const DIMENSIONS = ['funder', 'merchant', 'offer', 'pool', 'expiry', 'wallet', 'purchase'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const EXPIRIES = [
  'EXPIRED',
  'ZERO_TO_THIRTY',
  'THIRTY_TO_SIXTY',
  'SIXTY_TO_NINETY',
  'NINETY_PLUS',
  'NEVER',
] as const
export type Expiry = (typeof EXPIRIES)[number]

/** What wallets held at an instant, of all of a currency or of one group of lots; in minor units. */
export interface Held {
  readonly currency: string
  readonly available: bigint
  readonly pending: bigint
  /** Set aside for orders. */
  readonly blocked: bigint
  readonly expired: bigint
}

export interface HeldTotal extends Held {
  /** What contacts owed, and what was to be paid out to them. */
  readonly debts: bigint
  readonly payouts: bigint
  /** What was paid for passes that could still be redeemed, and for those that were over and not yet posted. */
  readonly passes: bigint
  readonly passesOver: bigint
  /** How many groups of the currency there are. */
  readonly groups: number
}

export type HeldGroup = Held & { readonly [dimension in Dimension]?: string | null }

export interface HeldAt {
  readonly totals: readonly HeldTotal[]
  readonly groups: readonly HeldGroup[]
}

type Row = HeldTotal & { readonly [dimension in Dimension]?: string | null } & { readonly is_total: boolean }

/** What a report is narrowed to; null: what has none. */
export type HeldOf = { readonly [dimension in Dimension]?: string | null | undefined }

export interface HeldQuery {
  readonly instant: Date
  readonly by: readonly Dimension[]
  readonly of: HeldOf
  readonly limit: number
  readonly offset: number
}

/**
 * The money of wallets at an instant, reckoned from every transfer up to it and from nothing else: what is left of a lot is
 * what flowed into wallets for it less what flowed out. One statement, so that groups and totals are of one reading.
 */
export async function heldAt(work: Work, { instant, by, of, limit, offset }: HeldQuery): Promise<HeldAt> {
  await readWholeBooks(work)
  const {
    db,
    actor: { tenant },
  } = work
  const columns = by.map((dimension) => sql.ref(dimension))
  const ordered = sql.join([sql`currency`, sql`available + pending + blocked + expired desc`, ...columns])
  const { rows } = await sql<Row>`
    with ${lotsAt(tenant, instant, by.includes('purchase') || of.purchase !== undefined)},
    grouped as materialized (
      select currency, ${sql.join([...columns, isTotal(by)])} as is_total,
             coalesce(sum(amount) filter (where state = 'AVAILABLE'), 0)::bigint as available,
             coalesce(sum(amount) filter (where state = 'PENDING'), 0)::bigint as pending,
             coalesce(sum(amount) filter (where state = 'BLOCKED'), 0)::bigint as blocked,
             coalesce(sum(amount) filter (where state = 'EXPIRED'), 0)::bigint as expired,
             coalesce(-sum(amount) filter (where state = 'DEBT'), 0)::bigint as debts,
             coalesce(sum(amount) filter (where state = 'PAYOUT'), 0)::bigint as payouts,
             coalesce(sum(amount) filter (where state = 'PASS'), 0)::bigint as passes,
             coalesce(sum(amount) filter (where state = 'PASS_OVER'), 0)::bigint as "passesOver"
        from told where ${narrowed(of)} group by ${grouping(by)}),
    counted as (
      select *, count(*) filter (where not is_total) over (partition by currency)::int as groups from grouped
       where is_total or available + pending + blocked + expired <> 0)
    select * from counted where is_total
    union all
    (select * from counted where not is_total order by ${ordered} limit ${limit} offset ${offset})`.execute(
    db,
  )
  return { totals: rows.filter((row) => row.is_total), groups: rows.filter((row) => !row.is_total) }
}

/** Of one group there is its money alone: debts, payouts and passes are in none. */
function narrowed(of: HeldOf): RawBuilder<unknown> {
  const terms = DIMENSIONS.flatMap((dimension) => {
    const value = of[dimension]
    if (value === undefined) return []
    return value === null ? [sql`${sql.ref(dimension)} is null`] : [sql`${sql.ref(dimension)} = ${value}`]
  })
  if (terms.length === 0) return sql`true`
  return sql.join([...terms, sql`state in ('AVAILABLE', 'PENDING', 'BLOCKED', 'EXPIRED')`], sql` and `)
}

function isTotal(by: readonly Dimension[]): RawBuilder<unknown> {
  const [first] = by
  return first === undefined ? sql`true` : sql`grouping(${sql.ref(first)}) = 1`
}

function grouping(by: readonly Dimension[]): RawBuilder<unknown> {
  if (by.length === 0) return sql`currency`
  return sql`grouping sets ((currency), (${sql.join([sql`currency`, ...by.map((each) => sql.ref(each))])}))`
}

const DAYS = (days: number) => sql.lit(`${days * 24} hours`)

/** `told`: every lot with money at the instant, with all that a report may group it by; debts, payouts and paid passes beside them. */
function lotsAt(tenant: number, instant: Date, tellsPurchase: boolean): RawBuilder<unknown> {
  const bought = tellsPurchase
    ? sql`left join purchases b on b.tenant = ${tenant} and b.id = d.journal_id`
    : sql``
  return sql`
    kept as (
      select id, kind, owner_id, currency from accounts
       where tenant = ${tenant} and kind in ('CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT', 'CONTACT_BLOCKED', 'PAYOUT_CLEARING', 'PASS_CLEARING')),
    flows as (
      select to_account as account, lot_id, journal_id, amount from transfers where tenant = ${tenant} and at <= ${instant}
      union all
      select from_account, lot_id, journal_id, -amount from transfers where tenant = ${tenant} and at <= ${instant}),
    left_over as (
      select a.kind, a.owner_id, a.currency, l.lot_id, l.pass_id, sum(f.amount) as amount
        from flows f
        join kept a on a.id = f.account
       cross join lateral (
         select case when a.kind in ('CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_BLOCKED') then f.lot_id end as lot_id,
                case when a.kind = 'PASS_CLEARING' then f.journal_id end as pass_id) l
       group by a.kind, a.owner_id, a.currency, l.lot_id, l.pass_id
      having sum(f.amount) <> 0),
    -- the expiry that held at the instant, of lots whose expiry was moved after it
    moved_since as (
      select distinct on (lot_id) lot_id, expires_at_before as expires_at from lot_extensions
       where tenant = ${tenant} and at > ${instant} order by lot_id, at, expires_at_before),
    dated as (
      select h.kind, h.owner_id, h.currency, h.amount, l.funder_id, l.offer_id, l.pool_id, l.journal_id, l.available_at,
             coalesce(m.expires_at, l.expires_at, p.valid_to) as expires_at
        from left_over h
        left join lots l on l.tenant = ${tenant} and l.id = h.lot_id
        left join moved_since m on m.lot_id = h.lot_id
        left join passes p on p.tenant = ${tenant} and p.id = h.pass_id),
    told as (
      select d.currency, d.amount, d.funder_id as funder, d.offer_id as offer, d.pool_id as pool,
             ${tellsPurchase ? sql`b.id` : sql`null::uuid`} as purchase,
             case when o.type = 'VENUE' then o.parent_id else o.id end as merchant,
             case when d.kind in ('CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT', 'CONTACT_BLOCKED') then d.owner_id end as wallet,
             case when d.expires_at is null then 'NEVER'
                  when d.expires_at <= ${instant} then 'EXPIRED'
                  when d.expires_at <= ${instant}::timestamptz + interval ${DAYS(30)} then 'ZERO_TO_THIRTY'
                  when d.expires_at <= ${instant}::timestamptz + interval ${DAYS(60)} then 'THIRTY_TO_SIXTY'
                  when d.expires_at <= ${instant}::timestamptz + interval ${DAYS(90)} then 'SIXTY_TO_NINETY'
                  else 'NINETY_PLUS' end as expiry,
             case when d.kind = 'CONTACT_DEBT' then 'DEBT'
                  when d.kind = 'PAYOUT_CLEARING' then 'PAYOUT'
                  when d.kind = 'PASS_CLEARING' then case when d.expires_at <= ${instant} then 'PASS_OVER' else 'PASS' end
                  when d.kind = 'CONTACT_BLOCKED' then 'BLOCKED'
                  when d.expires_at <= ${instant} then 'EXPIRED'
                  when d.available_at > ${instant} then 'PENDING'
                  else 'AVAILABLE' end as state
        from dated d
        left join organisations o on o.tenant = ${tenant} and o.id = d.funder_id
        ${bought})`
}
