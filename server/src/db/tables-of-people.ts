import type { ColumnType, Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

export interface ContactsTable {
  tenant: Tenant
  id: string
  code: string
  type: 'PERSON' | 'COMPANY'
  first_name: string | null
  last_name: string | null
  language: string
  created_at: Created
  merged_into: Generated<string | null>
  first_last: Generated<string>
  last_first: Generated<string>
  /** Read as text: the driver would make a moment of it. */
  birthday: ColumnType<never, string | null | undefined, string | null>
  name_day: string | null
  segments: Generated<string[]>
  referral_code: string
  referred_by: string | null
  erased_at: Generated<Date | null>
}

export interface IdentifiersTable {
  tenant: Tenant
  value: string
  kind: 'CODE' | 'WALLET_CODE' | 'PHONE' | 'EMAIL' | 'LOYALTY' | 'CARD'
  contact_id: string
  details: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>
  merged_from: Generated<string | null>
  was_primary: Generated<boolean>
}

export interface WalletsTable {
  tenant: Tenant
  id: string
  contact_id: string
  code: string
  currency: string
  created_at: Created
}

export interface MergesTable {
  tenant: Tenant
  id: string
  contact_id: string
  merged_id: string
  currency: string
  open: bigint
  commerce: bigint
  debt: bigint
  purchases: number
  moved: Json<object>
  created_at: Created
  undone_at: Generated<Date | null>
  undone_by: Generated<string | null>
}

export interface ContactNotesTable {
  tenant: Tenant
  id: string
  contact_id: string
  text: string
  by_kind: 'KEY' | 'USER'
  by_id: string
  by_name: string
  created_at: Created
}

export interface ContactsApartTable {
  tenant: Tenant
  one_id: string
  other_id: string
  created_at: Created
}
