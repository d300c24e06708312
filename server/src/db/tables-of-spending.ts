import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface WalletCodesTable {
  tenant: Tenant
  code_hash: Buffer
  contact_id: string
  expires_at: Date
}

export interface SpendTokensTable {
  tenant: Tenant
  id: string
  contact_id: string
  code_hash: Buffer
  alternative_hash: Buffer
  currency: string
  amount: bigint | null
  state: 'LIVE' | 'USED' | 'REPLACED' | 'EXPIRED'
  wrong_tries: Generated<number>
  wrong_before: bigint
  dead_at: Date | null
  expires_at: Date
  created_at: Created
  purchase_id: string | null
}

/** Wrong codes of a whole business. */
export interface WrongCodesTable {
  tenant: Tenant
  tries: bigint
}

export interface WrongCodesOfTillsTable {
  tenant: Tenant
  till: string
  tries: number
  since: Date
}

export interface SpendPreferencesTable {
  tenant: Tenant
  contact_id: string
  automatic: boolean | null
  next_purchase_only: boolean
  minimum_wallet_balance: bigint | null
  from_purchase_amount: bigint | null
  maximum_spend_amount: bigint | null
  merchants: string[]
  updated_at: Date
}

export interface PoolActivationsTable {
  tenant: Tenant
  wallet_id: string
  pool_id: string
  activated_at: Created
}
