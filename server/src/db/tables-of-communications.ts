import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

/** What contacts are told, and how far. */

export interface CommunicationsTable {
  tenant: Tenant
  id: string
  contact_id: string
  kind: string
  cause_id: string
  channel: 'INAPP' | 'EMAIL' | 'DEVICE' | 'SMS'
  target: Generated<string>
  state: 'PENDING' | 'COMPLETED' | 'REJECTED'
  language: string
  sender: string
  subject: string
  content: string
  viewed_at: Generated<Date | null>
  archived_at: Generated<Date | null>
  attempts: Generated<number>
  next_at: Generated<Date | null>
  lease_until: Generated<Date | null>
  error: Generated<string | null>
  created_at: Created
  sent_at: Generated<Date | null>
}

export interface NotificationFeedsTable {
  tenant: Tenant
  seq: bigint
  reminded_until: Generated<Date | null>
}

export interface NotificationSettingsTable {
  tenant: Tenant
  language: string
  quiet_from: number | null
  quiet_until: number | null
  reminder_days: number
  off: string[]
  email: Json<object> | null
  email_secret: Buffer | null
  sms: Json<object> | null
  sms_secret: Buffer | null
  updated_at: Date
}

export interface CommunicationTemplatesTable {
  tenant: Tenant
  kind: string
  language: string
  subject: string
  content: string
  updated_at: Date
}

export interface IdentityChecksTable {
  tenant: Tenant
  id: string
  contact_id: string
  code_hash: Buffer
  shown: string
  wrong_tries: Generated<number>
  state: 'LIVE' | 'PASSED' | 'REPLACED'
  expires_at: Date
  created_at: Date
}

export interface DevicesTable {
  tenant: Tenant
  id: string
  contact_id: string
  platform: 'MOBILE' | 'BROWSER' | 'OTHER'
  service: string
  address_hash: Buffer
  subscription: Buffer
  labels: Json<Record<'mac_address' | 'serial_number' | 'electronic_id' | 'application_id', string | null>>
  created_at: Date
}

export interface CommunicationPreferencesTable {
  tenant: Tenant
  contact_id: string
  email_opt_out: boolean
  device_opt_out: boolean
  quiet_from: number | null
  quiet_until: number | null
  time_zone: string | null
  off: Generated<string[]>
  updated_at: Date
}
