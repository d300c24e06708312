import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { LotId, OfferId, OrganisationId, PoolId, WalletId } from '../kit/id.ts'
import type { Lot } from './lot.ts'

const INSERT_LOTS = statement(
  'ledger_insert_lots',
  `insert into lots (tenant, id, wallet_id, pool_id, amount, remaining, currency, available_at, expires_at, funder_id,
                     offer_id, offer_version, journal_id, created_at)
   select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::text[], $8::timestamptz[],
                        $9::timestamptz[], $10::uuid[], $11::uuid[], $12::int[], $13::uuid[], $14::timestamptz[])`,
)

const SAVE_LOTS = statement(
  'ledger_save_lots',
  `update lots l set remaining = k.remaining, expired = k.expired, expires_at = k.expires_at
     from unnest($1::int[], $2::uuid[], $3::bigint[], $4::bigint[], $5::timestamptz[]) as k(tenant, id, remaining, expired, expires_at)
    where l.tenant = k.tenant and l.id = k.id`,
)

const INSERT_LOT_EXTENSIONS = statement(
  'ledger_insert_lot_extensions',
  `insert into lot_extensions (tenant, lot_id, at, expires_at_before, expires_at)
   select * from unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
       on conflict (tenant, lot_id, at, expires_at_before) do update set expires_at = excluded.expires_at`,
)

export const LOT_COLUMNS = `l.tenant, l.id, l.wallet_id, l.pool_id, l.amount, l.remaining, l.expired, l.currency, l.available_at,
          l.expires_at, l.funder_id, l.offer_id, l.offer_version, l.journal_id`

const LOTS_LEFT = statement(
  'ledger_lots_left',
  `select ${LOT_COLUMNS}
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join lots l on l.tenant = k.tenant and l.wallet_id = k.id and l.remaining > 0`,
)

export async function insertLots(sql: Runner, lots: readonly Lot[], at: Date): Promise<void> {
  if (lots.length === 0) return
  await sql.run(
    INSERT_LOTS,
    columnsOf(
      lots,
      (lot) => lot.tenant,
      (lot) => lot.id,
      (lot) => lot.wallet,
      (lot) => lot.pool,
      (lot) => lot.amount,
      (lot) => lot.remaining,
      (lot) => lot.currency,
      (lot) => lot.availableAt,
      (lot) => lot.expiresAt,
      (lot) => lot.funder,
      (lot) => lot.offer,
      (lot) => lot.offerVersion,
      (lot) => lot.journal,
      () => at,
    ),
  )
}

/** Writes what is left of lots, what of them expired and, for those that a void brought back after their expiry, the new expiry. */
export async function saveLots(sql: Runner, lots: readonly Lot[]): Promise<void> {
  if (lots.length === 0) return
  // Sent together: the hot path pipelines its commit right behind.
  await Promise.all([
    sql.run(
      SAVE_LOTS,
      columnsOf(
        lots,
        (lot) => lot.tenant,
        (lot) => lot.id,
        (lot) => lot.remaining,
        (lot) => lot.expired,
        (lot) => lot.expiresAt,
      ),
    ),
    insertLotExtensions(sql, lots),
  ])
}

async function insertLotExtensions(sql: Runner, lots: readonly Lot[]): Promise<void> {
  const extensions = lots.flatMap(({ tenant, id, extended, expiresAt }) =>
    extended && expiresAt ? [{ tenant, id, ...extended, expiresAt }] : [],
  )
  if (extensions.length === 0) return
  await sql.run(
    INSERT_LOT_EXTENSIONS,
    columnsOf(
      extensions,
      ({ tenant }) => tenant,
      ({ id }) => id,
      ({ at }) => at,
      ({ before }) => before,
      ({ expiresAt }) => expiresAt,
    ),
  )
}

export interface LotRow {
  readonly tenant: number
  readonly id: LotId
  readonly wallet_id: WalletId
  readonly pool_id: PoolId | null
  readonly amount: bigint
  readonly remaining: bigint
  readonly expired: bigint
  readonly currency: string
  readonly available_at: Date
  readonly expires_at: Date | null
  readonly funder_id: OrganisationId | null
  readonly offer_id: OfferId | null
  readonly offer_version: number | null
  readonly journal_id: string
}

/** The lots of the wallets that still hold money, expired or not. Read them after the wallet's account is locked. */
export async function lotsLeft(
  sql: Runner,
  wallets: readonly { readonly tenant: number; readonly id: string }[],
): Promise<Lot[]> {
  if (wallets.length === 0) return []
  const rows = await sql.run<LotRow>(
    LOTS_LEFT,
    columnsOf(
      wallets,
      ({ tenant }) => tenant,
      ({ id }) => id,
    ),
  )
  return rows.map(lotOfRow)
}

const LOTS_BY_ID = statement(
  'ledger_lots_by_id',
  `select ${LOT_COLUMNS}
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join lots l on l.tenant = k.tenant and l.id = k.id`,
)

/** Lots as they are, used up or not. Read them after the wallet's account is locked. */
export async function lotsById(
  sql: Runner,
  tenant: number,
  ids: readonly LotId[],
): Promise<ReadonlyMap<string, Lot>> {
  if (ids.length === 0) return new Map()
  const rows = await sql.run<LotRow>(
    LOTS_BY_ID,
    columnsOf(
      ids,
      () => tenant,
      (id) => id,
    ),
  )
  return new Map(rows.map((row) => [row.id, lotOfRow(row)]))
}

export function lotOfRow(row: LotRow): Lot {
  return {
    tenant: row.tenant,
    id: row.id,
    wallet: row.wallet_id,
    pool: row.pool_id,
    amount: row.amount,
    remaining: row.remaining,
    expired: row.expired,
    currency: row.currency,
    availableAt: row.available_at,
    expiresAt: row.expires_at,
    funder: row.funder_id,
    offer: row.offer_id,
    offerVersion: row.offer_version,
    journal: row.journal_id,
  }
}
