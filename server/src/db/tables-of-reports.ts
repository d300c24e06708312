import type { ColumnType } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Json } from './tables.ts'

/** What reports need besides the books. */

export interface LotExtensionsTable {
  tenant: Tenant
  lot_id: string
  at: ColumnType<Date, Date, never>
  expires_at_before: ColumnType<Date, Date, never>
  expires_at: ColumnType<Date, Date, never>
}

export interface AccountingMapsTable {
  tenant: Tenant
  map: Json<object>
  updated_at: Date
}
