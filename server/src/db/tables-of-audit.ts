import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

export interface AuditLogTable {
  tenant: Tenant
  seq: bigint
  at: Created
  by_kind: 'KEY' | 'USER'
  by_id: string
  by_name: string
  operation: string
  target_id: string | null
  changes: string | null
  changes_hash: Buffer
  address: string
  request_id: string
  previous: Buffer
  hash: Buffer
}

export interface AuditHeadsTable {
  tenant: Tenant
  seq: bigint
  hash: Buffer
}
