import { type Kysely, sql } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { AccountId } from '../kit/id.ts'
import type { MovementKind } from '../ledger/index.ts'

/** One end of a transfer, as the account at that end sees it. */
export interface Entry {
  readonly journal: string
  readonly line: number
  readonly kind: MovementKind
  readonly amount: bigint
  readonly currency: string
  readonly side: 'CREDIT' | 'DEBIT'
  /** The account's own number of the entry, and its balance after it. */
  readonly seq: bigint
  readonly balanceAfter: bigint
  readonly lot: string | null
  readonly at: Date
}

export interface EntryFilter {
  readonly account: AccountId
  readonly side: Entry['side']
  readonly from: Date | undefined
  readonly before: Date | undefined
  /** Movements of these kinds only. */
  readonly kinds?: readonly MovementKind[] | undefined
  /** Money of lots of this pool only. */
  readonly pool?: string | undefined
}

const ENDS = {
  CREDIT: { account: 'to_account', seq: 'to_seq', balance: 'to_balance' },
  DEBIT: { account: 'from_account', seq: 'from_seq', balance: 'from_balance' },
} as const

/** Walks the account's entries on one side in their order, along transfers_from or transfers_to. */
export async function entriesOf(
  { db, actor }: Work,
  filter: EntryFilter,
  { order, most }: { readonly order: 'ASC' | 'DESC'; readonly most: number },
): Promise<Entry[]> {
  const { seq, balance } = ENDS[filter.side]
  const rows = await filtered(db, actor.tenant, filter)
    .select(['journal_id', 'line', 'kind', 'amount', 'currency', 'lot_id', 'at'])
    .select([`${seq} as seq`, `${balance} as balance`])
    .orderBy(seq, order === 'ASC' ? 'asc' : 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    journal: row.journal_id,
    line: row.line,
    kind: row.kind as MovementKind,
    amount: row.amount,
    currency: row.currency,
    side: filter.side,
    seq: row.seq,
    balanceAfter: row.balance,
    lot: row.lot_id,
    at: row.at,
  }))
}

export async function countEntries({ db, actor }: Work, filter: EntryFilter): Promise<number> {
  const { total } = await filtered(db, actor.tenant, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function filtered(
  db: Kysely<Tables>,
  tenant: number,
  { account, side, from, before, kinds, pool }: EntryFilter,
) {
  let query = db.selectFrom('transfers').where('tenant', '=', tenant).where(ENDS[side].account, '=', account)
  if (from) query = query.where('at', '>=', from)
  if (before) query = query.where('at', '<', before)
  if (kinds) query = query.where('kind', 'in', kinds)
  if (pool !== undefined) {
    query = query.where(({ eb, selectFrom }) =>
      eb(
        'lot_id',
        'in',
        selectFrom('lots')
          .select('lots.id')
          .where('lots.tenant', '=', tenant)
          .where('lots.pool_id', '=', pool),
      ),
    )
  }
  return query
}

export interface LotOrigin {
  readonly id: string
  readonly pool: string | null
  readonly expiresAt: Date | null
  readonly remaining: bigint
  readonly offer: string | null
  /** The offer's name when it awarded. */
  readonly offerName: string | null
}

export async function originsOfLots({ db, actor }: Work, lots: readonly string[]): Promise<LotOrigin[]> {
  if (lots.length === 0) return []
  return db
    .selectFrom('lots as l')
    .leftJoin('offer_versions as v', (v) =>
      v
        .onRef('v.tenant', '=', 'l.tenant')
        .onRef('v.offer_id', '=', 'l.offer_id')
        .onRef('v.version', '=', 'l.offer_version'),
    )
    .select(['l.id', 'l.pool_id as pool', 'l.expires_at as expiresAt', 'l.remaining', 'l.offer_id as offer'])
    .select(sql<string | null>`v.terms ->> 'name'`.as('offerName'))
    .where('l.tenant', '=', actor.tenant)
    .where('l.id', 'in', lots)
    .execute()
}

/** What a journal is of: a purchase, or something else that happened to the contact. */
export interface Origin {
  readonly id: string
  readonly purchase: string | null
  readonly referenceNumber: string | null
  readonly state: 'POSTED' | 'CANCELLED'
  readonly date: Date
  readonly placeId: string
  readonly placeName: string
}

/** The purchases and reward events among the journals, with the place of each. */
export async function originsOfJournals({ db, actor }: Work, journals: readonly string[]): Promise<Origin[]> {
  if (journals.length === 0) return []
  const purchases = await db
    .selectFrom('purchases as p')
    .innerJoin('organisations as o', (o) =>
      o.onRef('o.tenant', '=', 'p.tenant').on('o.id', '=', sql<string>`coalesce(p.venue_id, p.merchant_id)`),
    )
    .select(['p.id', 'p.id as purchase', 'p.reference_number as referenceNumber', 'p.state', 'p.date'])
    .select(['o.id as placeId', 'o.name as placeName'])
    .where('p.tenant', '=', actor.tenant)
    .where('p.id', 'in', journals)
    .execute()
  const found = new Set(purchases.map(({ id }) => id))
  const others = journals.filter((id) => !found.has(id))
  if (others.length === 0) return purchases
  const events = await db
    .selectFrom('reward_events as e')
    .innerJoin('organisations as o', (o) =>
      o.onRef('o.tenant', '=', 'e.tenant').on('o.id', '=', sql<string>`coalesce(e.venue_id, e.merchant_id)`),
    )
    .select(['e.id', 'e.reference as referenceNumber', 'e.date'])
    .select(['o.id as placeId', 'o.name as placeName'])
    .where('e.tenant', '=', actor.tenant)
    .where('e.id', 'in', others)
    .execute()
  return [...purchases, ...events.map((event) => ({ ...event, purchase: null, state: 'POSTED' as const }))]
}

/** Of each lot the number of the entry by which it came into one of the accounts. */
export async function firstEntries(
  { db, actor }: Work,
  { accounts, lots }: { readonly accounts: readonly AccountId[]; readonly lots: readonly string[] },
): Promise<ReadonlyMap<string, bigint>> {
  if (lots.length === 0) return new Map()
  const rows = await db
    .selectFrom('transfers')
    .select(['lot_id', ({ fn }) => fn.min<bigint>('to_seq').as('first')])
    .where('tenant', '=', actor.tenant)
    .where('to_account', 'in', accounts)
    .where('lot_id', 'in', lots)
    .groupBy('lot_id')
    .execute()
  return new Map(rows.map(({ lot_id, first }) => [lot_id ?? '', first]))
}

export interface KindTotal {
  readonly kind: MovementKind
  readonly amount: bigint
}

interface TotalsFilter extends Pick<EntryFilter, 'from' | 'before'> {
  readonly accounts: readonly AccountId[]
}

/**
 * What moved from or to the accounts in a time, by kind of movement; with it what was taken back of their money after it had expired, which
 * is in none of the accounts any more. It is taken back in a journal that moves them as well: that which gave it, or gave what it became.
 */
export async function totalsByKind(
  { db, actor: { tenant } }: Work,
  { accounts, from = new Date(0), before }: TotalsFilter,
): Promise<readonly KindTotal[]> {
  const ids = sql.join(accounts.map((id) => sql`${id}::uuid`))
  const { rows } = await sql<KindTotal>`
    with own as materialized (
      select journal_id, lot_id, kind, amount, at from transfers
       where tenant = ${tenant} and (from_account in (${ids}) or to_account in (${ids}))),
    told as (
      select kind, amount, at from own
      union all
      select t.kind, t.amount, t.at
        from (select distinct journal_id from own) j
        join transfers t on t.tenant = ${tenant} and t.journal_id = j.journal_id
       where t.kind like '%FROM_BREAKAGE' and t.lot_id in (select lot_id from own))
    select kind, sum(amount)::bigint as amount from told
     where at >= ${from} ${before ? sql`and at < ${before}` : sql``} group by kind`.execute(db)
  return rows
}
