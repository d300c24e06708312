import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

export interface PassPlansTable {
  tenant: Tenant
  id: string
  code: string
  name: string
  classification: 'GIFT' | 'TOPUP' | 'PROMOTION'
  state: 'ACTIVE' | 'INACTIVE'
  terms: Json<object>
  created_at: Created
  deleted_at: Date | null
}

export interface PassesTable {
  tenant: Tenant
  id: string
  plan_id: string
  code: string
  pin_hash: Buffer | null
  contact_id: string | null
  state: 'ACTIVE' | 'INACTIVE' | 'REDEEMED' | 'CANCELLED' | 'EXPIRED'
  valid_from: Date
  valid_to: Date | null
  value: Generated<bigint | null>
  wrong_pins: Generated<number>
  organisation_id: Generated<string | null>
  payment_method: Generated<string | null>
  payment_method_id: Generated<string | null>
  pool_id: Generated<string | null>
  gift: Generated<Json<object> | null>
  ended_at: Generated<Date | null>
  created_at: Created
}
