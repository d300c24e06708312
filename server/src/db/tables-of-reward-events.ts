import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

/** What happened to contacts without a purchase, and what it brought them. */
export interface RewardEventsTable {
  tenant: Tenant
  id: string
  occasion: 'SIGN_UP' | 'PROFILE' | 'REFERRAL' | 'ACHIEVEMENT' | 'BIRTHDAY' | 'NAME_DAY'
  contact_id: string
  wallet_id: string
  reference: string
  merchant_id: string
  venue_id: string | null
  classification_id: string | null
  amount: bigint | null
  currency: string
  award: bigint
  date: Date
  created_at: Created
  decided: bigint
  outcome: Json<object>
  explain: Json<object>
}
