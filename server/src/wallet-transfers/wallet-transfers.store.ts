import type { Work } from '../db/index.ts'
import { idOf, type WalletId } from '../kit/id.ts'
import type { WalletTransfer } from './wallet-transfer.ts'

interface Row {
  readonly id: string
  readonly code: string
  readonly origin_id: string
  readonly destination_id: string
  readonly currency: string
  readonly amount: bigint
  readonly pool_id: string | null
  readonly notes: string | null
  readonly transfer_date: Date
}

function transferOfRow(row: Row): WalletTransfer {
  return {
    id: idOf(row.id),
    code: row.code,
    origin: idOf(row.origin_id),
    destination: idOf(row.destination_id),
    currency: row.currency,
    amount: row.amount,
    pool: row.pool_id === null ? undefined : idOf(row.pool_id),
    notes: row.notes ?? undefined,
    date: row.transfer_date,
  }
}

export async function insertTransfer({ db, actor, at }: Work, transfer: WalletTransfer): Promise<void> {
  const { id, code, origin, destination, currency, amount, pool, notes, date } = transfer
  await db
    .insertInto('wallet_transfers')
    .values({
      tenant: actor.tenant,
      id,
      code,
      origin_id: origin,
      destination_id: destination,
      currency,
      amount,
      pool_id: pool ?? null,
      transfer_date: date,
      notes: notes ?? null,
      created_at: at,
    })
    .execute()
}

export async function transferByCode({ db, actor }: Work, code: string): Promise<WalletTransfer | undefined> {
  const row = await db
    .selectFrom('wallet_transfers')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('code', '=', code)
    .executeTakeFirst()
  return row && transferOfRow(row)
}

export type Direction = 'SENT' | 'RECEIVED'

export interface TransferFilter {
  readonly wallets: readonly WalletId[]
  readonly direction: Direction | undefined
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfTransfers(
  work: Work,
  filter: TransferFilter,
  { page, size, order }: PageWanted,
): Promise<readonly WalletTransfer[]> {
  const rows = await filtered(work, filter)
    .selectAll()
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(transferOfRow)
}

export async function countTransfers(work: Work, filter: TransferFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function filtered({ db, actor }: Work, { wallets, direction }: TransferFilter) {
  return db
    .selectFrom('wallet_transfers')
    .where('tenant', '=', actor.tenant)
    .where((t) =>
      t.or([
        ...(direction === 'RECEIVED' ? [] : [t('origin_id', 'in', wallets)]),
        ...(direction === 'SENT' ? [] : [t('destination_id', 'in', wallets)]),
      ]),
    )
}

export interface WalletOwner {
  readonly id: string
  readonly code: string
}

/** Whose the wallets were when money moved between them. */
export async function ownersOf(
  { db, actor }: Work,
  wallets: readonly WalletId[],
): Promise<ReadonlyMap<string, WalletOwner>> {
  if (wallets.length === 0) return new Map()
  const rows = await db
    .selectFrom('wallets as w')
    .innerJoin('contacts as c', (c) =>
      c.onRef('c.tenant', '=', 'w.tenant').onRef('c.id', '=', 'w.contact_id'),
    )
    .select(['w.id as wallet', 'c.id', 'c.code'])
    .where('w.tenant', '=', actor.tenant)
    .where('w.id', 'in', wallets)
    .execute()
  return new Map(rows.map(({ wallet, id, code }) => [wallet, { id, code }]))
}
