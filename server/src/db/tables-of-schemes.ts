import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface SchemesTable {
  tenant: Tenant
  id: string
  code: string
  name: string
  description: string | null
  sign_up_option: 'AUTO_SIGN_UP' | 'SELF_SIGN_UP' | 'CLOSE_LOOP_SIGN_UP'
  sign_up_method: 'EMAIL_DOMAIN' | 'CODE' | null
  email_domains: string[]
  state: 'ACTIVE' | 'INACTIVE'
  created_at: Created
  deleted_at: Date | null
}

export interface SchemeMembersTable {
  tenant: Tenant
  contact_id: string
  scheme_id: string
  state: 'IN' | 'OUT'
  since: Date
}

export interface SchemeCodesTable {
  tenant: Tenant
  scheme_id: string
  code: string
  created_at: Created
  used_by: string | null
  used_at: Date | null
}
