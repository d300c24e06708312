import type { Work } from '../db/index.ts'
import { productsChanged } from '../events/index.ts'
import { newId, type ProductId } from '../kit/id.ts'
import { ensureGroups, type WantedGroup } from './ensure-groups.ts'
import { groupsOf, type NewProduct } from './product.ts'
import { lockProducts, type StoredProduct, saveProducts } from './products.store.ts'

export interface Upserted {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/**
 * Enters many products in a few statements; those whose SKU is known are changed. What a row leaves out stays
 * as it is, null clears. Where a SKU comes twice the later row counts.
 */
export async function upsertProducts(work: Work, products: readonly NewProduct[]): Promise<Upserted> {
  const rows = [...new Map(products.map((product) => [product.sku, product])).values()]
  const known = new Map(
    (
      await lockProducts(
        work,
        rows.map(({ sku }) => sku),
      )
    ).map((row) => [row.sku, row]),
  )
  const groupId = await ensureGroups(work, rows.flatMap(groupsOf))
  const merged = rows.map((row) => ({
    before: known.get(row.sku),
    after: merge(row, known.get(row.sku), groupId),
  }))
  const created = merged.filter(({ before }) => before === undefined)
  const updated = merged.filter(({ before, after }) => before !== undefined && !isSame(before, after))
  await saveProducts(
    work,
    [...created, ...updated].map(({ after }) => after),
  )
  // A product that is new cannot be held in memory by anybody yet.
  if (updated.length > 0) await productsChanged(work)
  return {
    created: created.length,
    updated: updated.length,
    unchanged: merged.length - created.length - updated.length,
  }
}

/** The product as it stands after the row is applied to what was there. */
export function merge(
  row: NewProduct,
  before: StoredProduct | undefined,
  groupId: (group: WantedGroup) => StoredProduct['family'],
): StoredProduct {
  const idOf = (kind: WantedGroup['kind'], group: NewProduct['family'], there: StoredProduct['family']) =>
    group === undefined ? there : group && groupId({ kind, ...group })
  return {
    id: before?.id ?? newId<ProductId>(),
    sku: row.sku,
    name: row.name,
    description: row.description === undefined ? (before?.description ?? null) : row.description,
    family: idOf('FAMILY', row.family, before?.family ?? null),
    brand: idOf('BRAND', row.brand, before?.brand ?? null),
    type: idOf('TYPE', row.type, before?.type ?? null),
    source: 'MANAGED',
    earns: row.earns ?? before?.earns ?? true,
  }
}

export function isSame(a: StoredProduct, b: StoredProduct): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable({ sku, name, description, family, brand, type, source, earns }: StoredProduct) {
  return [sku, name, description, family, brand, type, source, earns]
}
