import type { ColumnType, Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'

/** What is sold. */
export interface ProductTables {
  product_groups: ProductGroupsTable
  products: ProductsTable
  product_syncs: ProductSyncsTable
  product_sync_parts: ProductSyncPartsTable
  product_feeds: ProductFeedsTable
  product_feed_skus: ProductFeedSkusTable
}

type Source = 'MANUAL' | 'SYNC' | 'FEED' | 'PURCHASE'

export interface StoredCreative {
  readonly url: string
  readonly usage_type?: string | undefined
  readonly format?: string | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly caption?: string | undefined
}

interface ProductGroupsTable {
  tenant: Tenant
  id: string
  kind: 'FAMILY' | 'BRAND' | 'TYPE'
  code: string
  name: string
  source: Source
  earns: Generated<boolean>
  created_at: Created
}

interface ProductsTable {
  tenant: Tenant
  id: string
  sku: string
  name: string
  description: string | null
  categories: ColumnType<string[], string | undefined, string>
  classification:
    | 'TERMED_SERVICE'
    | 'USAGE_SERVICE'
    | 'ONE_TIME_SERVICE'
    | 'TRACEABLE_PHYSICAL_GOOD'
    | 'NON_TRACEABLE_PHYSICAL_GOOD'
    | 'EXPENSES_SERVICE'
    | null
  type_composition: 'FLAT' | 'FLEXIBLE_BUNDLE' | 'FIXED_BUNDLE' | 'COMPOSITE' | null
  tax_rate: number | null
  price: bigint | null
  price_currency: string | null
  tax_model: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE' | null
  creatives: ColumnType<StoredCreative[], string | undefined, string>
  active: Generated<boolean>
  merged_into: string | null
  family_id: string | null
  brand_id: string | null
  type_id: string | null
  source: Source
  earns: Generated<boolean>
  told: string | null
  created_at: Created
}

interface ProductSyncsTable {
  tenant: Tenant
  id: string
  source: 'SYNC' | 'FEED'
  received: number
  created_at: Created
  finished_at: Date | null
  forgotten_at: Date | null
}

interface ProductSyncPartsTable {
  tenant: Tenant
  sync_id: string
  part: number
  list: 'families' | 'brands' | 'types' | 'products'
  first: number
  count: number
  rows: ColumnType<string | null, Buffer, null>
  done: Generated<boolean>
  created: Generated<number>
  updated: Generated<number>
  unchanged: Generated<number>
  rejected: Generated<number>
  rejections: Generated<Json<object[]>>
}

interface ProductFeedsTable {
  tenant: Tenant
  id: string
  name: string
  url: string
  format: 'JSON' | 'CSV'
  csv: ColumnType<object | null, string | null, string | null>
  schedule: string
  time_zone: string
  header_name: string | null
  secrets: Buffer | null
  state: 'ENABLED' | 'DISABLED' | 'DELETED'
  created_at: Created
  updated_at: Date
  next_at: Date | null
  asked: Generated<boolean>
  lease: string | null
  lease_until: Date | null
  etag: string | null
  last_modified: string | null
  digest: Buffer | null
  failures: Generated<number>
  started_at: Date | null
  ended_at: Date | null
  outcome: 'SYNCHRONISED' | 'UNCHANGED' | 'FAILED' | null
  error: string | null
  sync_id: string | null
  missing: Generated<'KEEP' | 'DEACTIVATE'>
  lacked: number | null
  deactivated: number | null
}

interface ProductFeedSkusTable {
  tenant: Tenant
  feed_id: string
  had: string[]
  gone: string[]
}
