import pg from 'pg'
import type { Entry } from './books.ts'
import type { Row } from './row.ts'

const AT_ONCE = 1_000
const KINDS = ['AWARD', 'SPEND', 'PAYOUT_SPEND', 'REDEEM_OUT', 'REDEEM_IN']

/** The rows of a database as they are at one instant, in parts, so that any number of them fits into memory. */
export interface Source {
  readonly tenants: readonly number[]
  rows(tenant: number): AsyncGenerator<readonly Row[]>
  /** Journals that award without being a purchase or an event with an explanation. */
  strays(tenant: number): Promise<readonly string[]>
  /** Codes of the offers by id. */
  offers(tenant: number): Promise<ReadonlyMap<string, string>>
  close(): Promise<void>
}

/** One transaction that only reads: what is written meanwhile is not seen, and nobody waits for it. */
export async function openSource(url: string): Promise<Source> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('begin isolation level repeatable read read only')
  const { rows: tenants } = await client.query<{ tenant: number }>(
    'select tenant from tenants order by tenant',
  )
  const events = await hasEvents(client)
  return {
    tenants: tenants.map(({ tenant }) => tenant),
    rows: async function* (tenant) {
      yield* pages(client, { tenant, of: 'purchase', select: PURCHASES })
      if (events) yield* pages(client, { tenant, of: 'event', select: EVENTS })
    },
    strays: (tenant) => strays(client, tenant, events),
    offers: async (tenant) => {
      const text = 'select id, code from offers where tenant = $1'
      const { rows } = await client.query<{ id: string; code: string }>(text, [tenant])
      return new Map(rows.map(({ id, code }) => [id, code]))
    },
    close: () => client.end(),
  }
}

const PURCHASES = `
  select id, reference_number as reference, reduction_method = 'BACK_END' as paid_in_full, currency,
         total::text, coalesce(discount, 0)::text as discount, award::text, redeem::text, spend::text, lines, outcome, explain
    from purchases`

// What brought an award without a purchase: nothing was bought and nothing spent.
const EVENTS = `
  select id, occasion || ' ' || reference as reference, true as paid_in_full, currency, '0' as total, '0' as discount,
         award::text, '0' as redeem, '0' as spend, '[]'::json as lines, outcome, explain
    from reward_events`

/** Databases of before such awards do not have their table. */
async function hasEvents(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string | null }>(`select to_regclass('reward_events') as name`)
  return typeof rows[0]?.name === 'string'
}

interface Pages {
  readonly tenant: number
  readonly of: Row['of']
  readonly select: string
}

interface StoredRow {
  readonly id: string
  readonly reference: string | null
  readonly paid_in_full: boolean
  readonly currency: string
  readonly total: string
  readonly discount: string
  readonly award: string
  readonly redeem: string
  readonly spend: string
  readonly lines: unknown
  readonly outcome: unknown
  readonly explain: unknown
}

async function* pages(client: pg.Client, { tenant, of, select }: Pages): AsyncGenerator<readonly Row[]> {
  const text = `${select} where tenant = $1 and id > $2 order by id limit ${AT_ONCE}`
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await client.query<StoredRow>(text, [tenant, after])
    const [first, last] = [rows.at(0), rows.at(-1)]
    if (!first || !last) return
    const entries = await entriesOf(client, tenant, [first.id, last.id])
    yield rows.map(({ paid_in_full, ...row }) => ({
      ...row,
      tenant,
      of,
      reference: row.reference ?? undefined,
      isPaidInFull: paid_in_full,
      total: BigInt(row.total),
      discount: BigInt(row.discount),
      award: BigInt(row.award),
      redeem: BigInt(row.redeem),
      spend: BigInt(row.spend),
      entries: entries.get(row.id) ?? [],
    }))
    after = last.id
  }
}

interface StoredEntry {
  readonly journal: string
  readonly kind: string
  readonly amount: string
  readonly lot: string | null
  readonly lot_amount: string | null
  readonly lot_offer: string | null
  readonly lot_version: number | null
  readonly lot_journal: string | null
}

/** Awards and spends of all journals from the first to the last of a page; corrections have kinds of their own. */
async function entriesOf(
  client: pg.Client,
  tenant: number,
  [first, last]: readonly [string, string],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const { rows } = await client.query<StoredEntry>(
    `select t.journal_id as journal, t.kind, t.amount::text, t.lot_id as lot, l.amount::text as lot_amount,
            l.offer_id as lot_offer, l.offer_version as lot_version, l.journal_id as lot_journal
       from transfers t left join lots l on l.tenant = t.tenant and l.id = t.lot_id
      where t.tenant = $1 and t.journal_id between $2 and $3 and t.kind = any ($4)
      order by t.journal_id, t.line`,
    [tenant, first, last, KINDS],
  )
  const entries = rows.map(
    (row): Entry => ({
      journal: row.journal,
      kind: row.kind,
      amount: BigInt(row.amount),
      lot: row.lot ?? undefined,
      lotAmount: row.lot_amount === null ? undefined : BigInt(row.lot_amount),
      lotOffer: row.lot_offer ?? undefined,
      lotVersion: row.lot_version ?? undefined,
      lotJournal: row.lot_journal ?? undefined,
    }),
  )
  return Map.groupBy(entries, ({ journal }) => journal)
}

async function strays(client: pg.Client, tenant: number, withEvents: boolean): Promise<readonly string[]> {
  const known = (table: string) =>
    `not exists (select from ${table} k where k.tenant = t.tenant and k.id = t.journal_id)`
  const { rows } = await client.query<{ journal: string }>(
    `select distinct t.journal_id as journal from transfers t
      where t.tenant = $1 and t.kind = 'AWARD' and ${known('purchases')}
        ${withEvents ? `and ${known('reward_events')}` : ''}`,
    [tenant],
  )
  return rows.map(({ journal }) => journal)
}
