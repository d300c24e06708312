import { columnsOf, type Runner, statement } from '../db/index.ts'
import { recordEvents } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { PayoutId, PurchaseId } from '../kit/id.ts'

/** A back-end spend that is to be paid out. */
export interface PayoutOfPurchase {
  readonly tenant: Tenant
  readonly id: PayoutId
  readonly purchase: PurchaseId
  readonly wallet: string
  readonly currency: string
  readonly amount: bigint
  /** What the till told of the card: only its first digits are kept. */
  readonly medium: string | undefined
}

const INSERT = statement(
  'payouts_insert_of_purchases',
  `insert into payouts (tenant, id, purchase_id, wallet_id, currency, amount, medium, state, next_at, created_at, updated_at)
   select k.tenant, k.id, k.purchase_id, k.wallet_id, k.currency, k.amount, k.medium, 'PENDING', k.at, k.at, k.at
     from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[], $7::text[], $8::timestamptz[])
          as k(tenant, id, purchase_id, wallet_id, currency, amount, medium, at)`,
)

const MEDIUM_DIGITS = 8

/** Keeps the payouts of purchases, in the transaction of the purchases; they are sent afterwards. */
export async function insertPayouts(sql: Runner, made: readonly PayoutOfPurchase[], at: Date): Promise<void> {
  if (made.length === 0) return
  const columns = columnsOf(
    made,
    ({ tenant }) => tenant,
    ({ id }) => id,
    ({ purchase }) => purchase,
    ({ wallet }) => wallet,
    ({ currency }) => currency,
    ({ amount }) => amount,
    ({ medium }) => medium?.replaceAll(/\D/g, '').slice(0, MEDIUM_DIGITS) || null,
    () => at,
  )
  const events = made.map(({ tenant, id }) => ({ tenant, type: 'payout.created' as const, entity: id, at }))
  await Promise.all([sql.run(INSERT, columns), recordEvents(sql, events)])
}
