import type { ProductGroupId, ProductId } from '../kit/id.ts'

export const GROUP_KINDS = ['FAMILY', 'BRAND', 'TYPE'] as const
export type GroupKind = (typeof GROUP_KINDS)[number]

/** A family, brand or type that products belong to. */
export interface ProductGroup {
  readonly id: ProductGroupId
  readonly kind: GroupKind
  readonly code: string
  readonly name: string
  /** false: none of its products earns, whatever they say themselves. */
  readonly earns: boolean
}

// MANAGED: entered or synchronised; PURCHASE: learnt from a till that sold it.
export const PRODUCT_SOURCES = ['MANAGED', 'PURCHASE'] as const
export type ProductSource = (typeof PRODUCT_SOURCES)[number]

export interface Product {
  readonly id: ProductId
  readonly sku: string
  readonly name: string
  readonly description: string | null
  readonly family: ProductGroup | null
  readonly brand: ProductGroup | null
  readonly type: ProductGroup | null
  readonly source: ProductSource
  /** What the product says itself; its groups may still keep it from earning. */
  readonly earns: boolean
  readonly createdAt: Date
}

/** How a request names a group: by its code, or by its name alone. One that nobody knows yet is made. */
export interface GroupReference {
  readonly code?: string | undefined
  readonly name?: string | undefined
}

/** A product as it is entered; a group that is left out or null: the product is in none. */
export interface NewProduct {
  readonly sku: string
  readonly name: string
  readonly description?: string | null | undefined
  readonly family?: GroupReference | null | undefined
  readonly brand?: GroupReference | null | undefined
  readonly type?: GroupReference | null | undefined
  /** false for tips, fees, gift cards and the like. A product that is new earns unless told otherwise. */
  readonly earns?: boolean | undefined
}

/** What a change of a product says: what is left out stays as it is. */
export type ProductChange = { readonly [Field in keyof NewProduct]?: NewProduct[Field] | undefined }

/** The references of a product with the kind of each. */
export function groupsOf({ family, brand, type }: ProductChange) {
  return [
    ...(family ? [{ kind: 'FAMILY' as const, ...family }] : []),
    ...(brand ? [{ kind: 'BRAND' as const, ...brand }] : []),
    ...(type ? [{ kind: 'TYPE' as const, ...type }] : []),
  ]
}
