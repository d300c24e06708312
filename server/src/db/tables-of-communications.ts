import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

/** What contacts are told, and how far. */

export interface CommunicationsTable {
  tenant: Tenant
  id: string
  contact_id: string
  kind: string
  cause_id: string
  channel: 'INAPP' | 'EMAIL' | 'DEVICE'
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
}
