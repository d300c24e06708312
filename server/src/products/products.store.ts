import { type Kysely, sql } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, type ProductId, parseGuid } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import { creativesOfJson } from './creative.ts'
import type { GroupKind, Price, Product, ProductGroup, ProductSource } from './product.ts'

export interface ProductFilter {
  readonly sku?: string | undefined
  readonly family?: string | undefined
  readonly brand?: string | undefined
  readonly type?: string | undefined
  readonly source?: ProductSource | undefined
  /** Whether a till taught it and nobody has told of it since. */
  readonly learnt?: boolean | undefined
  readonly earns?: boolean | undefined
  /** undefined: all. */
  readonly ids?: readonly string[] | undefined
  readonly skus?: readonly string[] | undefined
  readonly isActive?: boolean | undefined
  readonly classification?: Product['classification'] | undefined
  readonly composition?: Product['typeComposition'] | undefined
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

/** By id or by SKU, also of one that was merged into it; a SKU that looks like a GUID is found too. */
export async function findProduct({ db, actor }: Work, idOrSku: string): Promise<Product | undefined> {
  const id = parseGuid(idOrSku)
  const named = await db
    .selectFrom('products as p')
    .select(['p.id', 'p.merged_into'])
    .where('p.tenant', '=', actor.tenant)
    .where((p) => p.or([p.eb('p.sku', '=', idOrSku), ...(id === undefined ? [] : [p.eb('p.id', '=', id)])]))
    .execute()
  const found = named.find((each) => each.id === id) ?? named[0]
  if (!found) return undefined
  const row = await selectProducts(db, actor.tenant)
    .where('p.id', '=', found.merged_into ?? found.id)
    .executeTakeFirst()
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
    .select(['p.categories', 'p.classification', 'p.type_composition', 'p.tax_rate', 'p.active'])
    .select(['p.price', 'p.price_currency', 'p.tax_model', 'p.creatives'])
    .select(mergedSkus().as('merged_skus'))
    .select([groupAs('f').as('family'), groupAs('b').as('brand'), groupAs('t').as('type')])
}

/** The SKUs that lead to the product. */
function mergedSkus() {
  return sql<readonly string[]>`array(select m.sku from products m
    where m.tenant = p.tenant and m.merged_into = p.id order by m.sku)`
}

/** A joined group as one value; null where the product is in none. */
function groupAs(table: 'f' | 'b' | 't') {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<ProductGroup | null>`case when ${column('id')} is not null then jsonb_build_object(
    'id', ${column('id')}, 'kind', ${column('kind')}, 'code', ${column('code')}, 'name', ${column('name')},
    'source', ${column('source')}, 'earns', ${column('earns')}) end`
}

function filtered(query: ReturnType<typeof selectProducts>, filter: ProductFilter) {
  const { sku, family, brand, type, source, earns, search, ids, skus } = filter
  const part = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return query
    .where('p.merged_into', 'is', null)
    .$if(sku !== undefined, (q) => q.where(isCalled([sku ?? ''])))
    .$if(family !== undefined, (q) => q.where(isGroup('f', family ?? '')))
    .$if(brand !== undefined, (q) => q.where(isGroup('b', brand ?? '')))
    .$if(type !== undefined, (q) => q.where(isGroup('t', type ?? '')))
    .$if(ids !== undefined, (q) => q.where(sql<boolean>`p.id = any(${ids ?? []}::uuid[])`))
    .$if(skus !== undefined, (q) => q.where(isCalled(skus ?? [])))
    .$if(filter.isActive !== undefined, (q) => q.where('p.active', '=', filter.isActive ?? true))
    .$if(filter.classification !== undefined, (q) =>
      q.where('p.classification', '=', filter.classification ?? null),
    )
    .$if(filter.composition !== undefined, (q) =>
      q.where('p.type_composition', '=', filter.composition ?? null),
    )
    .$if(filter.learnt !== undefined, (q) => q.where('p.source', filter.learnt ? '=' : '!=', 'PURCHASE'))
    .$if(source !== undefined, (q) => q.where('p.source', '=', source ?? 'MANUAL'))
    .$if(earns !== undefined, (q) => q.where('p.earns', '=', earns ?? true))
    .$if(part !== undefined, (q) =>
      q.where((p) =>
        p.or([
          p.eb('p.sku', 'ilike', part ?? ''),
          p.eb('p.name', 'ilike', part ?? ''),
          sql<boolean>`exists (select from products m
            where m.tenant = p.tenant and m.merged_into = p.id and m.sku ilike ${part ?? ''})`,
        ]),
      ),
    )
}

/** By its own SKU, or by one that leads to it. */
function isCalled(skus: readonly string[]) {
  return sql<boolean>`(p.sku = any(${skus}::text[]) or exists (select from products m
    where m.tenant = p.tenant and m.merged_into = p.id and m.sku = any(${skus}::text[])))`
}

/** By id or code. */
function isGroup(table: 'f' | 'b' | 't', name: string) {
  const id = parseGuid(name)
  return id === undefined
    ? sql<boolean>`${sql.ref(`${table}.code`)} = ${name}`
    : sql<boolean>`(${sql.ref(`${table}.id`)} = ${id} or ${sql.ref(`${table}.code`)} = ${name})`
}

type ProductRow = Awaited<ReturnType<ReturnType<typeof selectProducts>['execute']>>[number]

function productOfRow(row: ProductRow): Product {
  return {
    id: idOf<ProductId>(row.id),
    sku: row.sku,
    name: row.name,
    description: row.description,
    categories: row.categories,
    classification: row.classification,
    typeComposition: row.type_composition,
    taxRate: row.tax_rate,
    price: priceOf({ minor: row.price, currency: row.price_currency, taxModel: row.tax_model }),
    creatives: creativesOfJson(row.creatives),
    isActive: row.active,
    family: row.family,
    brand: row.brand,
    type: row.type,
    source: row.source,
    mergedSkus: row.merged_skus,
    earns: row.earns,
    createdAt: row.created_at,
  }
}

type Nullable<Of> = { readonly [Field in keyof Of]: Of[Field] | null }

export function priceOf({ minor, currency, taxModel }: Nullable<Price>): Price | null {
  return minor === null || currency === null || taxModel === null ? null : { minor, currency, taxModel }
}

/** The currency of prices that name none. */
export async function currencyOf({ db, actor }: Work): Promise<string> {
  const { currency } = await db
    .selectFrom('tenants')
    .select('currency')
    .where('tenant', '=', actor.tenant)
    .executeTakeFirstOrThrow()
  return currency
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
    /** Of a product; groups have none. */
    readonly description: string | null
  }[]
> {
  if (codes.length === 0) return []
  const products = db
    .selectFrom('products')
    .select([sql<'SKU'>`'SKU'`.as('type'), 'sku as code', 'id', 'name', 'description'])
    .where('tenant', '=', tenant)
    .where('sku', 'in', codes)
  const groups = db
    .selectFrom('product_groups')
    .select(['kind as type', 'code', 'id', 'name', sql<null>`null`.as('description')])
    .where('tenant', '=', tenant)
    .where('code', 'in', codes)
  const [ofProducts, ofGroups] = await Promise.all([products.execute(), groups.execute()])
  return [...ofProducts, ...ofGroups]
}
