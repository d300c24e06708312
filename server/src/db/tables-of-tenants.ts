import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

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
  /** What is held of an earlier revision is of nothing that is left. */
  emptied: Generated<bigint>
}

export interface PromotionsTable {
  tenant: Tenant
  id: string
  state: 'PREPARED' | 'APPLIED'
  kinds: string[]
  digest: Buffer
  changes: Json<readonly object[]>
  problems: Json<readonly object[]>
  created_at: Created
  applied_at: Date | null
}
