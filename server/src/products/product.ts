import type { ProductGroupId, ProductId } from '../kit/id.ts'
import type { Creative } from './creative.ts'

export const GROUP_KINDS = ['FAMILY', 'BRAND', 'TYPE'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

// MANUAL: entered; SYNC: sent in bulk; FEED: fetched from an address; PURCHASE: learnt from a till that sold it.
export const PRODUCT_SOURCES = ['MANUAL', 'SYNC', 'FEED', 'PURCHASE'] as const
export type ProductSource = (typeof PRODUCT_SOURCES)[number]

export const CLASSIFICATIONS = [
  'TERMED_SERVICE',
  'USAGE_SERVICE',
  'ONE_TIME_SERVICE',
  'TRACEABLE_PHYSICAL_GOOD',
  'NON_TRACEABLE_PHYSICAL_GOOD',
  'EXPENSES_SERVICE',
] as const
export const TYPE_COMPOSITIONS = ['FLAT', 'FLEXIBLE_BUNDLE', 'FIXED_BUNDLE', 'COMPOSITE'] as const
export const TAX_MODELS = ['TAX_INCLUSIVE', 'TAX_EXCLUSIVE'] as const

/** A family, brand or type that products belong to. */
export interface ProductGroup {
  readonly id: ProductGroupId
  readonly kind: GroupKind
  readonly code: string
  readonly name: string
  /** Who named it first. */
  readonly source: ProductSource
  /** false: none of its products earns, whatever they say themselves. */
  readonly earns: boolean
}

/** What a shop asks for a product, for catalogues; what a till charged stands on the purchase's line. */
export interface Price {
  readonly minor: bigint
  readonly currency: string
  readonly taxModel: (typeof TAX_MODELS)[number]
}

/** What is told of a product besides its name and groups. */
export interface ProductDetails {
  readonly description: string | null
  /** Names of the categories under which shops show it. */
  readonly categories: readonly string[]
  readonly classification: (typeof CLASSIFICATIONS)[number] | null
  readonly typeComposition: (typeof TYPE_COMPOSITIONS)[number] | null
  /** In ten-thousandths of a percent. */
  readonly taxRate: number | null
  readonly price: Price | null
  readonly creatives: readonly Creative[]
  /** false: it is offered no more. A till that sells it all the same is not refused. */
  readonly isActive: boolean
  /** What the product says itself; its groups may still keep it from earning. */
  readonly earns: boolean
}

export interface Product extends ProductDetails {
  readonly id: ProductId
  readonly sku: string
  readonly name: string
  readonly family: ProductGroup | null
  readonly brand: ProductGroup | null
  readonly type: ProductGroup | null
  readonly source: ProductSource
  /** SKUs of products that were merged into it. */
  readonly mergedSkus: readonly string[]
  readonly createdAt: Date
}

/** How a request names a group: by its code, or by its name alone. One that nobody knows yet is made. */
export interface GroupReference {
  readonly code?: string | undefined
  readonly name?: string | undefined
}

/** A product as it is entered: what is left out stays as it was before; null clears. */
export interface NewProduct extends Partial<Undefinable<ProductDetails>> {
  readonly sku: string
  /** A product that is new and has none is called by its SKU. */
  readonly name?: string | undefined
  readonly family?: GroupReference | null | undefined
  readonly brand?: GroupReference | null | undefined
  readonly type?: GroupReference | null | undefined
  /** Digest of the row, of one that comes to the same whenever it is told again. */
  readonly told?: string | undefined
}
type Undefinable<Of> = { readonly [Field in keyof Of]: Of[Field] | undefined }

/** A change of a product that is there. */
export type ProductChange = Omit<NewProduct, 'sku' | 'told'> & { readonly sku?: string | undefined }

/** The references of a product with the kind of each. */
export function groupsOf({ family, brand, type }: ProductChange) {
  return [
    ...(family ? [{ kind: 'FAMILY' as const, ...family }] : []),
    ...(brand ? [{ kind: 'BRAND' as const, ...brand }] : []),
    ...(type ? [{ kind: 'TYPE' as const, ...type }] : []),
  ]
}
