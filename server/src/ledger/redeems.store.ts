import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import { idOf, type LotId, type PurchaseId } from '../kit/id.ts'
import type { Redeem } from './redeem.ts'

const SAVE_REDEEMS = statement(
  'ledger_save_redeems',
  `insert into redeems (tenant, lot_id, from_lot_id, purchase_id, amount, undone)
   select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[])
       on conflict (tenant, lot_id) do update set undone = excluded.undone`,
)

export async function saveRedeems(sql: Runner, redeems: readonly Redeem[]): Promise<void> {
  if (redeems.length === 0) return
  await sql.run(
    SAVE_REDEEMS,
    columnsOf(
      redeems,
      ({ tenant }) => tenant,
      ({ lot }) => lot,
      ({ from }) => from,
      ({ purchase }) => purchase,
      ({ amount }) => amount,
      ({ undone }) => undone,
    ),
  )
}

/**
 * What the purchase redeemed, and what was redeemed of these lots by whatever purchase; the oldest first. Read it after the wallet is
 * locked.
 */
export async function redeemsConcerning(
  { db, actor }: Work,
  { purchase, lots }: { readonly purchase?: string; readonly lots: readonly LotId[] },
): Promise<readonly Redeem[]> {
  if (purchase === undefined && lots.length === 0) return []
  const rows = await db
    .selectFrom('redeems')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where((r) =>
      r.or([
        ...(purchase === undefined ? [] : [r('purchase_id', '=', purchase)]),
        ...(lots.length === 0 ? [] : [r('from_lot_id', 'in', [...new Set(lots)])]),
      ]),
    )
    .orderBy('lot_id')
    .execute()
  return rows.map(({ lot_id, from_lot_id, purchase_id, ...row }) => ({
    ...row,
    lot: idOf<LotId>(lot_id),
    from: idOf<LotId>(from_lot_id),
    purchase: idOf<PurchaseId>(purchase_id),
  }))
}
