import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { Writes } from './decide-purchase.ts'
import { settleEarlyUndos } from './early-undo.store.ts'
import { insertReturns } from './returns.store.ts'
import { cameBackToJson } from './stored-purchase.ts'

const UNDONE = statement(
  'purchases_undone_at_once',
  `update purchases p
      set state = k.state, cancelled_at = k.cancelled_at, undone = k.undone, came_back = k.came_back::json,
          returned = k.returned, returned_award = k.returned_award, returned_spend = k.returned_spend,
          returned_redeem = k.returned_redeem, returned_debt = k.returned_debt
     from unnest($1::int[], $2::uuid[], $3::text[], $4::timestamptz[], $5::bigint[], $6::text[], $7::bigint[], $8::bigint[],
                 $9::bigint[], $10::bigint[], $11::bigint[])
          as k(tenant, id, state, cancelled_at, undone, came_back, returned, returned_award, returned_spend,
               returned_redeem, returned_debt)
    where p.tenant = k.tenant and p.id = k.id`,
)

/** What was undone of the group's purchases in the moment they arrived; after they are inserted. Mostly there is none. */
export async function writeUndone(sql: Runner, writes: readonly Writes[], at: Date): Promise<void> {
  const rows = writes.flatMap(({ made: { purchase }, undone }) => (undone ? [{ purchase, ...undone }] : []))
  if (rows.length === 0) return
  await Promise.all([
    sql.run(
      UNDONE,
      columnsOf(
        rows,
        ({ purchase }) => purchase.tenant,
        ({ purchase }) => purchase.id,
        ({ purchase }) => purchase.state,
        ({ purchase }) => purchase.cancelledAt ?? null,
        ({ undone }) => undone ?? null,
        ({ purchase }) => JSON.stringify(cameBackToJson(purchase.cameBack)),
        ({ purchase }) => purchase.returned,
        ({ purchase }) => purchase.returnedAward,
        ({ purchase }) => purchase.returnedSpend,
        ({ purchase }) => purchase.returnedRedeem,
        ({ purchase }) => purchase.returnedDebt,
      ),
    ),
    insertReturns(
      sql,
      rows.flatMap(({ returns }) => returns),
    ),
    settleEarlyUndos(
      sql,
      rows.flatMap(({ settled }) => settled),
      at,
    ),
  ])
}
