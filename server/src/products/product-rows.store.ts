import type { StoredCreative } from '../db/index.ts'
import { arrayOf, columnsOf, statement, type Work } from '../db/index.ts'
import type { ProductGroupId, ProductId } from '../kit/id.ts'
import { creativesOfJson, creativesToJson } from './creative.ts'
import type { Price, ProductDetails, ProductSource } from './product.ts'
import { priceOf } from './products.store.ts'

/** A product as it is written: groups by id. */
export interface StoredProduct extends ProductDetails {
  readonly id: ProductId
  readonly sku: string
  readonly name: string
  readonly family: ProductGroupId | null
  readonly brand: ProductGroupId | null
  readonly type: ProductGroupId | null
  readonly source: ProductSource
  /** The SKU of the product that it was merged into. */
  readonly leadsTo: string | null
}

const LOCK_BY_SKU = statement(
  'products_lock_by_sku',
  `select id, sku, name, description, categories, classification, type_composition as "typeComposition",
          tax_rate as "taxRate", price as minor, price_currency as currency, tax_model as "taxModel",
          active as "isActive", family_id as family, brand_id as brand, type_id as type, source, earns, creatives,
          (select t.sku from products t where t.tenant = p.tenant and t.id = p.merged_into) as "leadsTo"
     from products p where tenant = $1 and sku = any ($2::text[]) order by id for no key update`,
)

interface LockedRow extends Omit<StoredProduct, 'price' | 'creatives'> {
  readonly creatives: readonly StoredCreative[]
  readonly minor: bigint | null
  readonly currency: string | null
  readonly taxModel: Price['taxModel'] | null
}

export async function lockProducts({ sql, actor }: Work, skus: readonly string[]): Promise<StoredProduct[]> {
  const rows = await sql.run<LockedRow>(LOCK_BY_SKU, [actor.tenant, arrayOf(skus)])
  return rows.map(({ minor, currency, taxModel, creatives, ...row }) => ({
    ...row,
    creatives: creativesOfJson(creatives),
    price: priceOf({ minor, currency, taxModel }),
  }))
}

const SAVE_PRODUCTS = statement(
  'products_save',
  `insert into products (tenant, created_at, id, sku, name, description, categories, classification, type_composition,
                         tax_rate, price, price_currency, tax_model, active, family_id, brand_id, type_id, source, earns,
                         creatives)
   select $1, $2, k.id, k.sku, k.name, k.description, k.categories::jsonb, k.classification, k.type_composition,
          k.tax_rate, k.price, k.price_currency, k.tax_model, k.active, k.family_id, k.brand_id, k.type_id, k.source, k.earns,
          k.creatives::jsonb
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[],
                 $11::bigint[], $12::text[], $13::text[], $14::boolean[], $15::uuid[], $16::uuid[], $17::uuid[],
                 $18::text[], $19::boolean[], $20::text[])
          as k(id, sku, name, description, categories, classification, type_composition, tax_rate, price, price_currency,
               tax_model, active, family_id, brand_id, type_id, source, earns, creatives)
       on conflict (tenant, id) do update
      set sku = excluded.sku, name = excluded.name, description = excluded.description,
          categories = excluded.categories, classification = excluded.classification,
          type_composition = excluded.type_composition, tax_rate = excluded.tax_rate, price = excluded.price,
          price_currency = excluded.price_currency, tax_model = excluded.tax_model, active = excluded.active,
          family_id = excluded.family_id, brand_id = excluded.brand_id, type_id = excluded.type_id,
          source = excluded.source, earns = excluded.earns, creatives = excluded.creatives`,
)

/**
 * Writes products that are new or that lockProducts() found, in the order of their SKUs as all writers do, so that none waits
 * for another in a circle. Two that enter one SKU at once meet at its unique key.
 */
export async function saveProducts(work: Work, products: readonly StoredProduct[]): Promise<void> {
  if (products.length === 0) return
  const sorted = products.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))
  await work.sql.run(SAVE_PRODUCTS, [
    work.actor.tenant,
    work.at,
    ...columnsOf(
      sorted,
      (p) => p.id,
      (p) => p.sku,
      (p) => p.name,
      (p) => p.description,
      (p) => JSON.stringify(p.categories),
      (p) => p.classification,
      (p) => p.typeComposition,
      (p) => p.taxRate,
      (p) => p.price?.minor ?? null,
      (p) => p.price?.currency ?? null,
      (p) => p.price?.taxModel ?? null,
      (p) => p.isActive,
      (p) => p.family,
      (p) => p.brand,
      (p) => p.type,
      (p) => p.source,
      (p) => p.earns,
      (p) => creativesToJson(p.creatives),
    ),
  ])
}
