import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created } from './tables.ts'

/** Who is called when something happens, and the calls. */

export interface WebhookEndpointsTable {
  tenant: Tenant
  id: string
  url: string
  description: string | null
  event_types: string[]
  state: 'ENABLED' | 'DISABLED' | 'PAUSED'
  reason: string | null
  secret: Buffer
  former_secret: Buffer | null
  former_until: Date | null
  failing_since: Date | null
  created_at: Created
  updated_at: Date
  deleted_at: Generated<Date | null>
}

export interface WebhookDeliveriesTable {
  tenant: Tenant
  id: string
  endpoint_id: string
  event_id: string
  seq: bigint
  state: 'PENDING' | 'DELIVERED' | 'FAILED' | 'DROPPED'
  body: string | null
  attempts: Generated<number>
  next_at: Date | null
  lease_until: Date | null
  status: number | null
  error: string | null
  created_at: Created
  updated_at: Date
}

export interface WebhookTriesTable {
  tenant: Tenant
  delivery_id: string
  id: string
  endpoint_id: string
  at: Date
  url: string
  signed_at: Date
  milliseconds: number
  is_taken: boolean
  status: number | null
  error: string | null
  headers: unknown
  answer: string | null
  is_whole: boolean
}

export interface EventFeedsTable {
  tenant: Tenant
  last: Generated<bigint>
  forgotten: Generated<bigint>
}
