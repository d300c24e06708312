import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface TenantsTable {
  tenant: number
  business_id: string
  mode: 'LIVE' | 'TEST'
  currency: string
  created_at: Created
  /** Changed by set-based statements only. */
  ahead: Generated<unknown>
  moving_until: Date | null
}

export interface RevisionsTable {
  tenant: Tenant
  configuration: bigint
  products: bigint
}
