import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface ApiKeysTable {
  tenant: Tenant
  id: string
  name: string
  kind: 'SECRET' | 'PUBLISHABLE'
  prefix: string
  last4: string
  hash: Buffer
  scopes: string[]
  organisation_id: string | null
  api_version: string
  created_at: Created
  expires_at: Date | null
  revoked_at: Date | null
  rolled_to: Generated<string | null>
  last_used_at: Generated<Date | null>
  last_used_from: Generated<string | null>
}

export interface UsersTable {
  tenant: Tenant
  id: string
  username: string
  password_hash: string | null
  role: 'OWNER' | 'MANAGER' | 'MARKETER' | 'CLERK' | 'DEVELOPER' | 'AUDITOR'
  created_at: Created
  name: Generated<string | null>
  state: Generated<'INVITED' | 'ACTIVE' | 'DISABLED'>
  password_is_initial: Generated<boolean>
  signed_in_at: Generated<Date | null>
  invitation_hash: Generated<Buffer | null>
  invitation_ends_at: Generated<Date | null>
  totp_secret: Generated<Buffer | null>
  totp_confirmed_at: Generated<Date | null>
  totp_step: Generated<bigint | null>
  reset_hash: Generated<Buffer | null>
  reset_ends_at: Generated<Date | null>
}

export interface StaffMailsTable {
  tenant: Tenant
  id: string
  user_id: string
  kind: 'INVITATION' | 'RESET'
  secret: Buffer | null
  attempts: Generated<number>
  created_at: Created
  next_at: Date | null
  sent_at: Generated<Date | null>
  error: Generated<string | null>
}

export interface RecoveryCodesTable {
  tenant: Tenant
  user_id: string
  code_hash: Buffer
  used_at: Generated<Date | null>
}

export interface SignInTriesTable {
  tenant: Tenant
  kind: 'USER' | 'ADDRESS'
  subject: Buffer
  tries: number
  last_at: Date
  next_at: Date
}
