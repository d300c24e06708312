import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

/** What moved money of a wallet besides purchases and awards, as its own list tells it. */
export interface FinancialEvent {
  readonly journal: string
  readonly id: string
  /** The transaction type of the lines that it stands behind. */
  readonly type: 'TOP_UP' | 'MANUAL_JOURNAL' | 'PASS_REDEMPTION' | 'PAYOUT'
  readonly number: string | null
  readonly reference: string | null
  readonly state: string
  readonly notes: string | null
  readonly amount: bigint
  readonly date: Date
}

/**
 * The top-ups, corrections, redeemed passes and payouts among the journals. A payout of what a purchase spent stands in the purchase's
 * journal, every other one in its own.
 */
export async function financialEventsOf(
  { db, actor: { tenant } }: Work,
  journals: readonly string[],
): Promise<readonly FinancialEvent[]> {
  if (journals.length === 0) return []
  const ids = sql.join(journals.map((id) => sql`${id}::uuid`))
  const { rows } = await sql<FinancialEvent>`
    select id as journal, id, 'TOP_UP' as type, code as number, null as reference, state, notes, amount, topup_date as date
      from topups where tenant = ${tenant} and id in (${ids})
    union all
    select id, id, 'MANUAL_JOURNAL', null, reference_number, state, reason, amount, coalesce(decided_at, created_at)
      from adjustments where tenant = ${tenant} and id in (${ids})
    union all
    select r.pass_id, r.id, 'PASS_REDEMPTION', p.code, null, 'POSTED', null, r.amount, r.date
      from pass_redemptions r join passes p on p.tenant = r.tenant and p.id = r.pass_id
     where r.tenant = ${tenant} and r.pass_id in (${ids})
    union all
    select coalesce(purchase_id, id), id, 'PAYOUT', null, null, state, notes, amount, created_at
      from payouts where tenant = ${tenant} and (purchase_id in (${ids}) or (purchase_id is null and id in (${ids})))`.execute(
    db,
  )
  return rows
}
