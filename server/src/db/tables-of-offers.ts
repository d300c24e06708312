import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

export interface OffersTable {
  tenant: Tenant
  id: string
  code: string
  state: 'DRAFT' | 'ACTIVE' | 'INACTIVE' | 'ENDED'
  version: number
  revision: bigint
  created_at: Created
  updated_at: Date
}

export interface OfferVersionsTable {
  tenant: Tenant
  offer_id: string
  version: number
  terms: Json<object>
  created_at: Created
}

export interface OfferCountersTable {
  tenant: Tenant
  offer_id: string
  subject_id: string
  period: string
  amount: bigint
  uses: number
}
