import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface PasskeysTable {
  tenant: Tenant
  id: string
  kind: 'STAFF' | 'CONTACT'
  subject_id: string
  user_handle: string
  name: string
  credential_id: Buffer
  public_key: Buffer
  counter: bigint
  transports: string[]
  is_backed_up: boolean
  created_at: Created
  used_at: Generated<Date | null>
}

export interface PasskeyChallengesTable {
  tenant: Tenant
  hash: Buffer
  kind: 'STAFF' | 'CONTACT'
  subject_id: string | null
  expires_at: Date
}
