import type { Work } from '../db/index.ts'
import { idOf, type LotId } from '../kit/id.ts'
import { type Lot, lotOfRow } from '../ledger/index.ts'

/** Lots as they are; read after the wallet is locked. */
export async function lotsById(
  { db, actor }: Work,
  ids: readonly LotId[],
): Promise<ReadonlyMap<string, Lot>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('lots')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      lotOfRow({
        ...row,
        id: idOf(row.id),
        wallet_id: idOf(row.wallet_id),
        pool_id: row.pool_id === null ? null : idOf(row.pool_id),
        funder_id: row.funder_id === null ? null : idOf(row.funder_id),
        offer_id: row.offer_id === null ? null : idOf(row.offer_id),
      }),
    ]),
  )
}
