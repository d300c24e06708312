import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ExportLine } from './export-lines.ts'

/** One kind of record: its name, how its rows are read, and the line of a row. */
interface Section {
  readonly type: string
  readonly rows: (tenant: Tenant) => RawBuilder<ExportLine>
}

const hex = (column: string) => sql.raw(`encode(${column}, 'hex')`)
const milliseconds = (column: string) => sql.raw(`trunc(extract(epoch from ${column}) * 1000)::float8`)

// Money and numbers of entries are text: a reader whose numbers are doubles would round them.
export const SECTIONS: readonly Section[] = [
  {
    type: 'account',
    rows: (tenant) => sql`
      select id, kind, owner_id as owner, currency, lane, closed, balance::text, seq::text, ${hex('head')} as head
        from accounts where tenant = ${sql.lit(tenant)} order by id`,
  },
  {
    type: 'lot',
    rows: (tenant) => sql`
      select id, wallet_id as wallet, pool_id as pool, amount::text, remaining::text, expired::text, currency,
             ${milliseconds('available_at')} as available_at, ${milliseconds('expires_at')} as expires_at,
             funder_id as funder, offer_id as offer, offer_version, journal_id as journal
        from lots where tenant = ${sql.lit(tenant)} order by id`,
  },
  {
    type: 'seal',
    rows: (tenant) => sql`
      select number, ${milliseconds('at')} as at, accounts, ${hex('previous')} as previous, ${hex('hash')} as hash
        from ledger_seals where tenant = ${sql.lit(tenant)} order by number`,
  },
  {
    type: 'sealed',
    rows: (tenant) => sql`
      select number, account_id as account, seq::text, ${hex('head')} as head
        from ledger_seal_heads where tenant = ${sql.lit(tenant)} order by number, account_id`,
  },
  {
    // About the order of every account's entries, so that a reader keeps few that come before their turn.
    type: 'transfer',
    rows: (tenant) => sql`
      select journal_id as journal, line, kind, amount::text, currency,
             from_account as "from", from_seq::text, from_balance::text, to_account as "to", to_seq::text, to_balance::text,
             lot_id as lot, reverses, ${milliseconds('at')} as at, ${hex('from_hash')} as from_hash, ${hex('to_hash')} as to_hash
        from transfers where tenant = ${sql.lit(tenant)} order by at, journal_id, line`,
  },
]

const ROWS_AT_ONCE = 1_000

/** All rows in pages, through a cursor: memory holds one page, however many there are. */
export async function* pagesOf(
  db: Transaction<Tables>,
  rows: RawBuilder<ExportLine>,
): AsyncGenerator<readonly ExportLine[]> {
  await sql`declare exported no scroll cursor for ${rows}`.execute(db)
  for (;;) {
    const page = await sql<ExportLine>`fetch ${sql.lit(ROWS_AT_ONCE)} from exported`.execute(db)
    if (page.rows.length === 0) break
    yield page.rows
  }
  await sql`close exported`.execute(db)
}
