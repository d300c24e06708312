import type { Generated } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Created, Json } from './tables.ts'
import type { StoredCreative } from './tables-of-products.ts'

/** Orders and what the business keeps to work on them. */

/** Minor units and ten-thousandths as JSON numbers: 15 digits at most, so exact. */
export interface StoredOrderLine {
  readonly id: string
  readonly product?: string | undefined
  readonly sku: string
  readonly name: string
  readonly notes?: string | undefined
  readonly price: number
  readonly quantity: number
  readonly tax_model: 'TAX_INCLUSIVE' | 'TAX_EXCLUSIVE'
  readonly tax_rate: number
  readonly net: number
  readonly tax: number
  readonly total: number
}

export interface StoredOrderItem extends StoredOrderLine {
  readonly components: readonly StoredOrderLine[]
}

export interface StoredOrderRewards {
  readonly reduction_method: 'FRONT_END' | 'BACK_END'
  readonly award: number
  readonly discount: number
  readonly wallet_funds: number
  readonly due: number
}

export interface StoredOrderPass {
  readonly code: string
  readonly pin?: string | undefined
  /** What was redeemed of it into the wallet. */
  readonly money?: number | undefined
}

export interface StoredOrderPayment {
  readonly type: string
  readonly paid_on?: string | undefined
  readonly method?: string | undefined
  readonly amount?: number | undefined
}

export interface StoredStageTime {
  readonly stage: string
  readonly at: string
}

type SupplyMethod = 'DELIVERY' | 'PICK_UP' | 'DIRECT_SALE'

interface OrderCataloguesTable {
  tenant: Tenant
  id: string
  code: string
  name: string
  display_name: string | null
  description: string | null
  state: 'ACTIVE' | 'INACTIVE'
  supply_methods: SupplyMethod[]
  time_availability: Json<
    readonly {
      readonly day_of_week: number
      readonly start_time?: string | undefined
      readonly end_time?: string | undefined
    }[]
  >
  organisation_ids: string[]
  minimum_amount: bigint | null
  creatives: Json<readonly StoredCreative[]>
  created_at: Created
  updated_at: Date
  deleted_at: Generated<Date | null>
}

interface OrderCategoriesTable {
  tenant: Tenant
  id: string
  catalogue_id: string
  parent_id: string | null
  code: string
  name: string
  description: string | null
  priority: number
  creatives: Json<readonly StoredCreative[]>
  created_at: Created
  deleted_at: Generated<Date | null>
}

interface OrderCategoryProductsTable {
  tenant: Tenant
  category_id: string
  product_id: string
  priority: number
}

type OrderState = 'NEW' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED' | 'ON_HOLD'

interface OrderNumbersTable {
  tenant: Tenant
  last: bigint
}

interface OrderCancellationReasonsTable {
  tenant: Tenant
  id: string
  code: string
  name: string
  description: string | null
  is_default: boolean
  state: 'ACTIVE' | 'INACTIVE'
  created_at: Created
  deleted_at: Generated<Date | null>
}

interface OrderStagesTable {
  tenant: Tenant
  id: string
  code: string
  name: string
  state: OrderState
  colour: string | null
  priority: number
  is_default: boolean
  is_initial: boolean
  created_at: Created
  deleted_at: Generated<Date | null>
}

interface OrderEstimatesTable {
  tenant: Tenant
  id: string
  contact_id: string
  content: Json<object>
  order_id: Generated<string | null>
  created_at: Created
  expires_at: Date
}

interface OrdersTable {
  tenant: Tenant
  id: string
  number: string
  state: OrderState
  stage_id: string | null
  stage_times: Json<readonly StoredStageTime[]>
  contact_id: string
  merchant_id: string
  venue_id: string | null
  supply_method: SupplyMethod
  delivery_method: 'DIRECT_DELIVERY' | 'COURIER_SERVICE' | 'PICKUP_POINT' | null
  address: Json<Readonly<Record<string, string | number>>> | null
  currency: string
  items: Json<readonly StoredOrderItem[]>
  sub_total: bigint
  discount: bigint
  net: bigint
  tax: bigint
  total: bigint
  funds_asked: bigint | null
  rewards: Json<StoredOrderRewards>
  payments: Json<readonly StoredOrderPayment[]>
  pass: Json<StoredOrderPass> | null
  notes: string | null
  custom_fields: Json<Record<string, string>>
  is_favorite: Generated<boolean>
  requested_at: Date | null
  submitted_at: Created
  started_at: Date | null
  completed_at: Date | null
  cancelled_at: Date | null
  cancellation_reason_id: string | null
  purchase_id: string | null
  content_hash: Buffer
}

interface OrderAdaptorsTable {
  tenant: Tenant
  id: string
  name: string
  kind: 'PRINTER' | 'HTTP'
  organisation_id: string | null
  state: 'ENABLED' | 'DISABLED'
  event_types: string[]
  settings: Json<object>
  secrets: Buffer | null
  created_at: Created
  updated_at: Date
}

interface OrderProvisioningsTable {
  tenant: Tenant
  id: string
  adaptor_id: string
  order_id: string
  cause_id: string
  event_type: string
  state: 'PENDING' | 'COMPLETED' | 'FAILED'
  attempts: Generated<number>
  next_at: Date | null
  lease_until: Generated<Date | null>
  error: Generated<string | null>
  created_at: Created
  sent_at: Generated<Date | null>
}

export interface OrderTables {
  order_adaptors: OrderAdaptorsTable
  order_catalogues: OrderCataloguesTable
  order_categories: OrderCategoriesTable
  order_category_products: OrderCategoryProductsTable
  order_provisionings: OrderProvisioningsTable
  order_estimates: OrderEstimatesTable
  orders: OrdersTable
  order_numbers: OrderNumbersTable
  order_cancellation_reasons: OrderCancellationReasonsTable
  order_stages: OrderStagesTable
}
