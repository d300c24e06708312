import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

/** What happens to wallets besides purchases. */

export interface ExpiriesTable {
  tenant: Tenant
  id: string
  wallet_id: string
  currency: string
  amount: bigint
  lots: number
  created_at: Created
}

export interface WalletBlocksTable {
  tenant: Tenant
  id: string
  wallet_id: string
  currency: string
  amount: bigint
  entity: 'ORDER' | 'ESTIMATE'
  entity_id: string
  state: 'BLOCKED' | 'TAKEN' | 'RELEASED' | 'EXPIRED'
  expires_at: Date
  is_counted: boolean
  created_at: Created
  ended_at: Generated<Date | null>
}

export interface TopupsTable {
  tenant: Tenant
  id: string
  code: string
  wallet_id: string
  organisation_id: string
  currency: string
  amount: bigint
  pool_id: string | null
  payment_method: string
  payment_method_id: string | null
  topup_date: Date
  notes: string | null
  lot_id: string
  state: 'POSTED' | 'CANCELLED'
  reason: Generated<string | null>
  created_at: Created
  cancelled_at: Generated<Date | null>
}

export interface PassRedemptionsTable {
  tenant: Tenant
  id: string
  pass_id: string
  wallet_id: string
  organisation_id: string
  currency: string
  amount: bigint
  pool_id: string | null
  date: Date
  custom_fields: Json<object> | null
  created_at: Created
}

export interface WalletTransfersTable {
  tenant: Tenant
  id: string
  code: string
  origin_id: string
  destination_id: string
  currency: string
  amount: bigint
  pool_id: string | null
  transfer_date: Date
  notes: string | null
  created_at: Created
}

export interface AdjustmentsTable {
  tenant: Tenant
  id: string
  reference_number: string | null
  wallet_id: string
  type: 'CREDIT' | 'DEBIT' | 'DEBT_RELIEF'
  state: 'PENDING_APPROVAL' | 'POSTED' | 'REJECTED'
  currency: string
  amount: bigint
  pool_id: string | null
  expires_at: Date | null
  reason: string
  asked_by_kind: 'key' | 'user'
  asked_by: string
  decided_by_kind: 'key' | 'user' | null
  decided_by: string | null
  decision_notes: string | null
  created_at: Created
  decided_at: Date | null
}

export interface WalletLimitsTable {
  tenant: Tenant
  subject_id: string
  rules: Json<object>
  updated_at: Date
}

export interface WalletUsesTable {
  tenant: Tenant
  wallet_id: string
  day: string
  kind: 'DEBIT' | 'CREDIT' | 'TOP_UP' | 'TRANSFER'
  number: number
  amount: bigint
}
