import { newId, type ProductId } from '../kit/id.ts'
import type { WantedGroup } from './ensure-groups.ts'
import type { NewProduct, ProductSource } from './product.ts'
import type { StoredProduct } from './product-rows.store.ts'

export interface Merging {
  readonly idOf: (group: WantedGroup) => StoredProduct['family']
  readonly source: ProductSource
}

/** The product as it stands after the row is applied to what was there. */
export function merge(
  row: NewProduct,
  before: StoredProduct | undefined,
  { idOf, source }: Merging,
): StoredProduct {
  const start = before ?? newProduct(row.sku)
  const groupOf = (kind: WantedGroup['kind'], group: NewProduct['family'], there: StoredProduct['family']) =>
    group === undefined ? there : group && idOf({ kind, ...group })
  const after: StoredProduct = {
    ...start,
    sku: row.sku,
    name: or(row.name, start.name),
    description: or(row.description, start.description),
    categories: or(row.categories, start.categories),
    classification: or(row.classification, start.classification),
    typeComposition: or(row.typeComposition, start.typeComposition),
    taxRate: or(row.taxRate, start.taxRate),
    price: or(row.price, start.price),
    creatives: or(row.creatives, start.creatives),
    isActive: or(row.isActive, start.isActive),
    earns: or(row.earns, start.earns),
    family: groupOf('FAMILY', row.family, start.family),
    brand: groupOf('BRAND', row.brand, start.brand),
    type: groupOf('TYPE', row.type, start.type),
    told: row.told ?? null,
  }
  // Whoever says nothing new does not become the source, but takes over what a till taught.
  const isTold = before === undefined || before.source === 'PURCHASE' || !isSame(before, after)
  return isTold ? { ...after, source } : after
}

function or<Value>(told: Value | undefined, there: Value): Value {
  return told === undefined ? there : told
}

function newProduct(sku: string): StoredProduct {
  return {
    id: newId<ProductId>(),
    sku,
    name: sku,
    description: null,
    categories: [],
    classification: null,
    typeComposition: null,
    taxRate: null,
    price: null,
    creatives: [],
    isActive: true,
    family: null,
    brand: null,
    type: null,
    source: 'MANUAL',
    leadsTo: null,
    earns: true,
    told: null,
  }
}

export function isSame(a: StoredProduct | undefined, b: StoredProduct): boolean {
  return a !== undefined && JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable(product: StoredProduct) {
  const { sku, name, description, categories, classification, typeComposition, taxRate, price } = product
  const { isActive, family, brand, type, source, earns, creatives } = product
  const asked = price && [String(price.minor), price.currency, price.taxModel]
  return [
    ...[sku, name, description, categories, classification, typeComposition, taxRate, asked],
    ...[isActive, family, brand, type, source, earns, creatives],
  ]
}

/** Whether what purchases look at is another; nobody holds the rest in memory. */
export function isJudgedOtherwise(a: StoredProduct, b: StoredProduct): boolean {
  const looked = ({ sku, name, family, brand, type, earns }: StoredProduct) =>
    JSON.stringify([sku, name, family, brand, type, earns])
  return looked(a) !== looked(b)
}
