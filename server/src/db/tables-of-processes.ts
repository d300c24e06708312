import type { ColumnType, Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

/** Long-running work, its progress and who runs it. */

type NullableJson = ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>

export interface ProcessesTable {
  tenant: Tenant
  id: string
  kind: string
  state: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'CANCELLED'
  organisation_id: string | null
  input: Json<Record<string, unknown>>
  done: Generated<number>
  total: number | null
  checkpoint: NullableJson
  result: NullableJson
  error: string | null
  attempts: Generated<number>
  lease_holder: string | null
  lease_until: Date | null
  created_at: Created
  started_at: Date | null
  heartbeat_at: Date | null
  completed_at: Date | null
}
