import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

/** Receipts that contacts claim. */

export interface ClaimsTable {
  tenant: Tenant
  id: string
  contact_id: string
  merchant_id: string
  venue_id: string | null
  receipt: string
  origin: 'TILL' | 'CONTACT'
  state: 'CLAIMED' | 'HELD' | 'REFUSED'
  purchase_id: string | null
  currency: string
  total: bigint
  till_total: Generated<bigint | null>
  scanned: string | null
  reason: string | null
  asked_by_kind: 'key' | 'user' | 'contact'
  asked_by: string
  decided_by_kind: Generated<'key' | 'user' | 'contact' | null>
  decided_by: Generated<string | null>
  created_at: Created
  decided_at: Date | null
}

export interface ClaimTriesTable {
  tenant: Tenant
  who: string
  wrong: number
  since: Date
}
