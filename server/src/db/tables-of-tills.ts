import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

/** Tills that queue what they sell without a line. */

export interface TillTables {
  tills: TillsTable
  till_entries: TillEntriesTable
  till_incidents: TillIncidentsTable
}

interface TillsTable {
  tenant: Tenant
  id: string
  name: string
  within: string | null
  public_key: Buffer
  counter: bigint
  head: Buffer
  created_at: Created
}

interface TillEntriesTable {
  tenant: Tenant
  till_id: string
  counter: bigint
  hash: Buffer
  purchase_id: Generated<string | null>
  refused: Generated<string | null>
  created_at: Created
}

interface TillIncidentsTable {
  tenant: Tenant
  id: string
  till_id: string
  kind: 'BAD_SIGNATURE' | 'COUNTER_REUSED' | 'GAP' | 'FORK'
  counter: bigint
  expected: bigint
  created_at: Created
}
