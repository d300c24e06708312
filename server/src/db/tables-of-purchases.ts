import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

/** What was bought and given back. */

export interface PurchasesTable {
  tenant: Tenant
  id: string
  reference_number: string | null
  merchant_id: string
  venue_id: string | null
  contact_id: string | null
  wallet_id: string | null
  classification_id: string | null
  state: 'POSTED' | 'CANCELLED'
  reduction_method: 'FRONT_END' | 'BACK_END'
  currency: string
  net: bigint | null
  tax: bigint | null
  discount: bigint | null
  total: bigint
  award: bigint
  redeem: bigint
  spend: bigint
  date: Date
  created_at: Created
  cancelled_at: Date | null
  claimed_at: Generated<Date | null>
  self_submitted: Generated<boolean>
  returned: Generated<bigint>
  returned_award: Generated<bigint>
  returned_spend: Generated<bigint>
  returned_redeem: Generated<bigint>
  returned_debt: Generated<bigint>
  content_hash: Buffer
  lines: Json<object>
  outcome: Json<object>
  explain: Json<object>
  details: Json<object> | null
  decided: Generated<bigint>
  undone: bigint | null
  merged_from: Generated<string | null>
  came_back: Json<object> | null
}

export interface ReturnsTable {
  tenant: Tenant
  id: string
  reference_number: string | null
  merchant_id: string
  venue_id: string | null
  contact_id: string | null
  currency: string
  return_amount: bigint
  return_spent_amount: bigint
  amount: bigint
  unmatched: bigint
  parts: Json<object>
  purchase_id: Generated<string | null>
  content: Json<object> | null
  answer: Json<object> | null
  content_hash: Buffer
  date: Date
  created_at: Created
  decided: Generated<bigint>
}

/** What a return took of one purchase. */
export interface ReturnPartsTable {
  tenant: Tenant
  purchase_id: string
  return_id: string
  goods: bigint
  award: bigint
  debt: bigint
  spend: bigint
  redeem: Generated<bigint>
  explain: Json<object>
}

/** Voids and returns that came before their purchase. */
export interface EarlyUndosTable {
  tenant: Tenant
  id: string
  kind: 'VOID' | 'RETURN'
  name: string
  within: string | null
  content: Json<object>
  state: 'AWAITING_PURCHASE' | 'APPLIED' | 'REFUSED'
  reason: string | null
  purchase_id: string | null
  created_at: Created
  settled_at: Date | null
}
