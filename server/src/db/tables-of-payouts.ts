import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

/** What is paid out, how contacts are paid, and who pays. */

type Provider = 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL' | 'PRETEND'
type Method = 'CARD' | 'PAYPAL' | 'ACCOUNT' | 'WALLET'

export interface PayoutsTable {
  tenant: Tenant
  id: string
  purchase_id: string | null
  wallet_id: string
  currency: string
  amount: bigint
  state:
    | 'PENDING'
    | 'SENDING'
    | 'SENT'
    | 'PAID'
    | 'FAILED'
    | 'UNKNOWN'
    | 'RETURNED'
    | 'CANCELLED'
    | 'REVERSAL_REQUIRED'
    | 'REVERSED'
  medium: string | null
  wanted_method: string | null
  notes: string | null
  money: Generated<'CLEARING' | 'PAID_OUT' | 'WALLET' | 'BACK'>
  is_stopped: Generated<boolean>
  attempt: Generated<number>
  provider: Provider | null
  method_type: Method | null
  reason: string | null
  next_at: Date | null
  created_at: Created
  updated_at: Date
}

export interface PayoutAttemptsTable {
  tenant: Tenant
  payout_id: string
  number: number
  reference: string
  provider: Provider
  method_type: Method
  method_id: string | null
  file_id: string | null
  state: 'ASKED' | 'UNKNOWN' | 'SENT' | 'PAID' | 'DECLINED' | 'RETURNED' | 'CANCELLED' | 'REVERSED'
  asked: number
  provider_reference: string | null
  reason: string | null
  asked_at: Date
  first_asked_at: Date
  updated_at: Date
}

export interface PaymentMethodsTable {
  tenant: Tenant
  id: string
  contact_id: string
  type: Method
  name: string | null
  notes: string | null
  is_primary: boolean
  details: Json<object>
  created_at: Created
}

export interface PayoutProvidersTable {
  tenant: Tenant
  id: string
  kind: 'WALLET' | 'SEPA' | 'STRIPE' | 'PAYPAL'
  state: 'ACTIVE' | 'INACTIVE'
  settings: Json<object>
  secrets: Buffer | null
  created_at: Created
  updated_at: Date
}

export interface PayoutFilesTable {
  tenant: Tenant
  id: string
  state: 'MADE' | 'SENT' | 'CONFIRMED' | 'CANCELLED'
  message_id: string
  currency: string
  payouts: number
  total: bigint
  execution_date: string
  debtor: Json<object>
  created_at: Created
  updated_at: Date
}
