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
  /** Digest of the row that told it as it stands. */
  readonly told: string | null
}

const LOCK_BY_SKU = statement(
  'products_lock_by_sku',
  `select id, sku, name, description, categories, classification, type_composition as "typeComposition",
          tax_rate as "taxRate", price as minor, price_currency as currency, tax_model as "taxModel",
          active as "isActive", family_id as family, brand_id as brand, type_id as type, source, earns, creatives, told,
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

const SAVED = `unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
                 $10::bigint[], $11::text[], $12::text[], $13::boolean[], $14::uuid[], $15::uuid[], $16::uuid[],
                 $17::text[], $18::boolean[], $19::text[], $20::text[])
          as k(id, sku, name, description, categories, classification, type_composition, tax_rate, price, price_currency,
               tax_model, active, family_id, brand_id, type_id, source, earns, creatives, told)`

const INSERT_PRODUCTS = statement(
  'products_insert',
  `insert into products (tenant, created_at, id, sku, name, description, categories, classification, type_composition,
                         tax_rate, price, price_currency, tax_model, active, family_id, brand_id, type_id, source, earns,
                         creatives, told)
   select $1, $21::timestamptz, k.id, k.sku, k.name, k.description, k.categories::jsonb, k.classification, k.type_composition,
          k.tax_rate, k.price, k.price_currency, k.tax_model, k.active, k.family_id, k.brand_id, k.type_id, k.source, k.earns,
          k.creatives::jsonb, k.told
     from ${SAVED}`,
)

const UPDATE_PRODUCTS = statement(
  'products_update',
  `update products p
      set sku = k.sku, name = k.name, description = k.description, categories = k.categories::jsonb,
          classification = k.classification, type_composition = k.type_composition, tax_rate = k.tax_rate, price = k.price,
          price_currency = k.price_currency, tax_model = k.tax_model, active = k.active, family_id = k.family_id,
          brand_id = k.brand_id, type_id = k.type_id, source = k.source, earns = k.earns, creatives = k.creatives::jsonb,
          told = k.told
     from ${SAVED}
    where p.tenant = $1 and p.id = k.id`,
)

/**
 * Writes products that are new, in the order of their SKUs as all writers do, so that none waits for another in a circle. Two that enter
 * one SKU at once meet at its unique key.
 */
export async function insertProducts(
  { sql, actor, at }: Work,
  products: readonly StoredProduct[],
): Promise<void> {
  if (products.length === 0) return
  const sorted = products.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))
  await sql.run(INSERT_PRODUCTS, [actor.tenant, ...columnsToSave(sorted), at])
}

/** Products that lockProducts() found. */
export async function changeProducts(
  { sql, actor }: Work,
  products: readonly StoredProduct[],
): Promise<void> {
  if (products.length === 0) return
  await sql.run(UPDATE_PRODUCTS, [actor.tenant, ...columnsToSave(products)])
}

function columnsToSave(products: readonly StoredProduct[]): string[] {
  return columnsOf(
    products,
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
    (p) => p.told,
  )
}

// One look at the index for each row. As a join it reads every product of the business, while the table is too young for statistics.
const TOLD_ALREADY = statement(
  'products_told_already',
  `select k.sku from unnest($2::text[], $3::text[]) as k(sku, told)
    where k.told = (select p.told from products p where p.tenant = $1 and p.sku = k.sku and p.merged_into is null)`,
)

/** Of rows by SKU and digest: those that say of their product what it says already. */
export async function toldAlready(
  { sql, actor }: Work,
  rows: readonly { readonly sku: string; readonly told: string }[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const columns = columnsOf(
    rows,
    (row) => row.sku,
    (row) => row.told,
  )
  const known = await sql.run<{ readonly sku: string }>(TOLD_ALREADY, [actor.tenant, ...columns])
  return new Set(known.map(({ sku }) => sku))
}

const OFFERED_AMONG = statement(
  'products_offered_among',
  `select p.sku from products p
    where p.tenant = $1 and p.sku = any ($2::text[]) and p.active and p.merged_into is null order by p.sku`,
)

/** Of these SKUs those of products that are there, are active and were not merged. */
export async function offeredAmong(
  { sql, actor }: Work,
  skus: readonly string[],
): Promise<readonly string[]> {
  if (skus.length === 0) return []
  const rows = await sql.run<{ readonly sku: string }>(OFFERED_AMONG, [actor.tenant, arrayOf(skus)])
  return rows.map(({ sku }) => sku)
}
