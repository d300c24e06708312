import { type Kysely, sql } from 'kysely'
import { arrayOf, columnsOf, statement, type Tables, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type ProductGroupId, type ProductId, parseGuid } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import type { GroupKind, Product, ProductGroup, ProductSource } from './product.ts'

export interface ProductFilter {
  readonly sku?: string | undefined
  readonly family?: string | undefined
  readonly brand?: string | undefined
  readonly type?: string | undefined
  readonly source?: ProductSource | undefined
  readonly earns?: boolean | undefined
  /** Part of the SKU or the name, in any case. */
  readonly search?: string | undefined
}

/** One row more than the page holds, so that the page knows whether there is another. */
export async function pageOfProducts(
  { db, actor }: Work,
  filter: ProductFilter,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<Product[]> {
  const rows = await filtered(selectProducts(db, actor.tenant), filter)
    .orderBy('p.id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(productOfRow)
}

export async function countProducts({ db, actor }: Work, filter: ProductFilter): Promise<number> {
  const { total } = await filtered(selectProducts(db, actor.tenant), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** By id or by SKU; a SKU that looks like a GUID is found too. */
export async function findProduct({ db, actor }: Work, idOrSku: string): Promise<Product | undefined> {
  const id = parseGuid(idOrSku)
  const rows = await selectProducts(db, actor.tenant)
    .where((p) => p.or([p.eb('p.sku', '=', idOrSku), ...(id === undefined ? [] : [p.eb('p.id', '=', id)])]))
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && productOfRow(row)
}

function selectProducts(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('products as p')
    .leftJoin('product_groups as f', (f) =>
      f.onRef('f.tenant', '=', 'p.tenant').onRef('f.id', '=', 'p.family_id'),
    )
    .leftJoin('product_groups as b', (b) =>
      b.onRef('b.tenant', '=', 'p.tenant').onRef('b.id', '=', 'p.brand_id'),
    )
    .leftJoin('product_groups as t', (t) =>
      t.onRef('t.tenant', '=', 'p.tenant').onRef('t.id', '=', 'p.type_id'),
    )
    .where('p.tenant', '=', tenant)
    .select(['p.id', 'p.sku', 'p.name', 'p.description', 'p.source', 'p.earns', 'p.created_at'])
    .select(['p.family_id', 'f.code as family_code', 'f.name as family_name', 'f.earns as family_earns'])
    .select(['p.brand_id', 'b.code as brand_code', 'b.name as brand_name', 'b.earns as brand_earns'])
    .select(['p.type_id', 't.code as type_code', 't.name as type_name', 't.earns as type_earns'])
}

function filtered(query: ReturnType<typeof selectProducts>, filter: ProductFilter) {
  const { sku, family, brand, type, source, earns, search } = filter
  const part = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return query
    .$if(sku !== undefined, (q) => q.where('p.sku', '=', sku ?? ''))
    .$if(family !== undefined, (q) => q.where('f.code', '=', family ?? ''))
    .$if(brand !== undefined, (q) => q.where('b.code', '=', brand ?? ''))
    .$if(type !== undefined, (q) => q.where('t.code', '=', type ?? ''))
    .$if(source !== undefined, (q) => q.where('p.source', '=', source ?? 'MANAGED'))
    .$if(earns !== undefined, (q) => q.where('p.earns', '=', earns ?? true))
    .$if(part !== undefined, (q) =>
      q.where((p) => p.or([p.eb('p.sku', 'ilike', part ?? ''), p.eb('p.name', 'ilike', part ?? '')])),
    )
}

type ProductRow = Awaited<ReturnType<ReturnType<typeof selectProducts>['execute']>>[number]

function productOfRow(row: ProductRow): Product {
  return {
    id: row.id as ProductId,
    sku: row.sku,
    name: row.name,
    description: row.description,
    family: groupOfRow('FAMILY', row.family_earns, row.family_id, row.family_code, row.family_name),
    brand: groupOfRow('BRAND', row.brand_earns, row.brand_id, row.brand_code, row.brand_name),
    type: groupOfRow('TYPE', row.type_earns, row.type_id, row.type_code, row.type_name),
    source: row.source,
    earns: row.earns,
    createdAt: row.created_at,
  }
}

function groupOfRow(
  kind: GroupKind,
  earns: boolean | null,
  ...[id, code, name]: readonly (string | null)[]
): ProductGroup | null {
  return id && code && name ? { id: id as ProductGroupId, kind, code, name, earns: earns !== false } : null
}

/** A product as it is written: groups by id. */
export interface StoredProduct {
  readonly id: ProductId
  readonly sku: string
  readonly name: string
  readonly description: string | null
  readonly family: ProductGroupId | null
  readonly brand: ProductGroupId | null
  readonly type: ProductGroupId | null
  readonly source: ProductSource
  readonly earns: boolean
}

const LOCK_BY_SKU = statement(
  'products_lock_by_sku',
  `select id, sku, name, description, family_id as family, brand_id as brand, type_id as type, source, earns
     from products where tenant = $1 and sku = any ($2::text[]) order by id for no key update`,
)

export function lockProducts({ sql, actor }: Work, skus: readonly string[]): Promise<StoredProduct[]> {
  return sql.run<StoredProduct>(LOCK_BY_SKU, [actor.tenant, arrayOf(skus)])
}

const SAVE_PRODUCTS = statement(
  'products_save',
  `insert into products (tenant, id, sku, name, description, family_id, brand_id, type_id, source, earns,
                         created_at)
   select $1, k.id, k.sku, k.name, k.description, k.family_id, k.brand_id, k.type_id, k.source, k.earns, $2
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[],
                 $10::text[], $11::boolean[])
          as k(id, sku, name, description, family_id, brand_id, type_id, source, earns)
       on conflict (tenant, id) do update
      set sku = excluded.sku, name = excluded.name, description = excluded.description,
          family_id = excluded.family_id, brand_id = excluded.brand_id, type_id = excluded.type_id, source = excluded.source,
          earns = excluded.earns`,
)

/**
 * Writes products that are new or that lockProducts() found. Two that enter one SKU at once meet at its
 * unique key.
 */
export async function saveProducts(work: Work, products: readonly StoredProduct[]): Promise<void> {
  if (products.length === 0) return
  await work.sql.run(SAVE_PRODUCTS, [
    work.actor.tenant,
    work.at,
    ...columnsOf(
      products,
      (p) => p.id,
      (p) => p.sku,
      (p) => p.name,
      (p) => p.description,
      (p) => p.family,
      (p) => p.brand,
      (p) => p.type,
      (p) => p.source,
      (p) => p.earns,
    ),
  ])
}

/** What products and groups are called, by their codes, for lists that show conditions. */
export async function namesOfTargets(
  db: Kysely<Tables>,
  tenant: Tenant,
  codes: readonly string[],
): Promise<
  readonly {
    readonly type: 'SKU' | GroupKind
    readonly code: string
    readonly id: string
    readonly name: string
  }[]
> {
  if (codes.length === 0) return []
  const products = db
    .selectFrom('products')
    .select([sql<'SKU'>`'SKU'`.as('type'), 'sku as code', 'id', 'name'])
    .where('tenant', '=', tenant)
    .where('sku', 'in', codes)
  const groups = db
    .selectFrom('product_groups')
    .select(['kind as type', 'code', 'id', 'name'])
    .where('tenant', '=', tenant)
    .where('code', 'in', codes)
  const [ofProducts, ofGroups] = await Promise.all([products.execute(), groups.execute()])
  return [...ofProducts, ...ofGroups]
}
