import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface TierProgrammesTable {
  tenant: Tenant
  units_per: bigint
  period: 'MONTH' | 'QUARTER' | 'YEAR' | 'EVER'
  created_at: Created
}

export interface TiersTable {
  tenant: Tenant
  id: string
  code: string
  name: string
  description: string | null
  benefits: string | null
  value_units: bigint
  created_at: Created
  deleted_at: Date | null
}
