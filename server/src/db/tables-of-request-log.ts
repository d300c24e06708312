import type { Tenant } from '../kit/actor.ts'

export interface RequestLogTable {
  tenant: Tenant
  id: string
  at: Date
  by_kind: 'KEY' | 'USER' | 'CONTACT'
  key_id: string | null
  operation: string
  method: string
  path: string
  status: number
  milliseconds: number
  replayed: boolean
  error: string | null
  fields: unknown
  sent: unknown
}

export interface RequestHoursTable {
  tenant: Tenant
  hour: Date
  operation: string
  requests: number
  refused: number
  milliseconds: bigint
}

export interface KeyHoursTable {
  tenant: Tenant
  key_id: string
  hour: Date
  requests: number
  refused: number
}
