import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface SessionsTable {
  tenant: Tenant
  id: string
  kind: 'STAFF' | 'CONTACT'
  subject_id: string
  device: string | null
  generation: Generated<number>
  token_hash: Buffer
  rotated_at: Date
  created_at: Created
  expires_at: Date
  ended_at: Generated<Date | null>
  end_reason: Generated<'SIGNED_OUT' | 'REVOKED' | 'REUSED' | null>
  ends_at: Generated<Date | null>
}

export interface ContactLoginsTable {
  tenant: Tenant
  contact_id: string
  password_hash: Generated<string | null>
  wanted_password_hash: Generated<string | null>
  wanted_check: Generated<string | null>
  wrong_tries: Generated<number>
  wrong_since: Generated<Date | null>
}
