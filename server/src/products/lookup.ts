import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ProductGroupId, ProductId } from '../kit/id.ts'
import { byCode } from './groups.store.ts'
import type { GroupKind } from './product.ts'

/** A product as judging needs it: its codes, not its texts. */
export interface KnownProduct {
  readonly id: ProductId
  readonly sku: string
  /** The SKU of the product that it was merged into, whose name and groups are told. */
  readonly leadsTo: string | null
  readonly name: string
  readonly family: string | null
  readonly brand: string | null
  readonly type: string | null
  /** Whether it and all its groups earn. */
  readonly earns: boolean
}

export interface ProductKey {
  readonly tenant: Tenant
  readonly sku: string
}

interface Row extends KnownProduct {
  readonly tenant: Tenant
}

const BY_SKU = statement(
  'products_by_sku',
  `select p.tenant, p.id, k.sku, case when p.id <> s.id then p.sku end as "leadsTo", p.name, f.code as family,
          b.code as brand, t.code as type, p.earns and f.earns is not false and b.earns is not false and t.earns is not false as earns
     from unnest($1::int[], $2::text[]) as k(tenant, sku)
     join products s on s.tenant = k.tenant and s.sku = k.sku
     join products p on p.tenant = s.tenant and p.id = coalesce(s.merged_into, s.id)
     left join product_groups f on f.tenant = p.tenant and f.id = p.family_id
     left join product_groups b on b.tenant = p.tenant and b.id = p.brand_id
     left join product_groups t on t.tenant = p.tenant and t.id = p.type_id`,
)

export async function findProducts(
  sql: Runner,
  keys: readonly ProductKey[],
): Promise<readonly { readonly tenant: Tenant; readonly product: KnownProduct }[]> {
  if (keys.length === 0) return []
  const rows = await sql.run<Row>(
    BY_SKU,
    columnsOf(
      keys,
      (k) => k.tenant,
      (k) => k.sku,
    ),
  )
  return rows.map(({ tenant, ...product }) => ({ tenant, product }))
}

/** A product that a purchase names and nobody has entered: it is learnt from the purchase. */
export interface LearntProduct {
  readonly tenant: Tenant
  readonly id: ProductId
  readonly sku: string
  readonly name: string
  /** Codes. */
  readonly family: string | null
  readonly brand: string | null
  readonly type: string | null
  /** Whether the groups it was learnt with earn; itself it does. */
  readonly earns: boolean
}

export interface LearntGroup {
  readonly tenant: Tenant
  readonly id: ProductGroupId
  readonly kind: GroupKind
  readonly code: string
  readonly name: string
  readonly earns: boolean
}

const GROUPS_BY_CODE = statement(
  'products_groups_by_code',
  `select g.tenant, g.id, g.kind, g.code, g.name, g.earns
     from unnest($1::int[], $2::text[], $3::text[]) as k(tenant, kind, code)
     join product_groups g on g.tenant = k.tenant and g.kind = k.kind and g.code = k.code`,
)

const INSERT_GROUPS = statement(
  'products_insert_groups',
  `insert into product_groups (tenant, id, kind, code, name, source, created_at)
   select k.tenant, k.id, k.kind, k.code, k.name, 'PURCHASE', k.created_at
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
          as k(tenant, id, kind, code, name, created_at)
   on conflict (tenant, kind, code) do nothing`,
)

// By their codes: somebody else may have made a group meanwhile.
const INSERT_PRODUCTS = statement(
  'products_insert_learnt',
  `insert into products (tenant, id, sku, name, family_id, brand_id, type_id, source, created_at)
   select k.tenant, k.id, k.sku, k.name, f.id, b.id, t.id, 'PURCHASE', k.created_at
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
          as k(tenant, id, sku, name, family, brand, type, created_at)
     left join product_groups f on f.tenant = k.tenant and f.kind = 'FAMILY' and f.code = k.family
     left join product_groups b on b.tenant = k.tenant and b.kind = 'BRAND' and b.code = k.brand
     left join product_groups t on t.tenant = k.tenant and t.kind = 'TYPE' and t.code = k.type
    order by k.tenant, k.sku
   on conflict (tenant, sku) do nothing`,
)

export async function findGroups(
  sql: Runner,
  keys: readonly { readonly tenant: Tenant; readonly kind: GroupKind; readonly code: string }[],
): Promise<readonly LearntGroup[]> {
  if (keys.length === 0) return []
  return sql.run<LearntGroup>(
    GROUPS_BY_CODE,
    columnsOf(
      keys,
      (k) => k.tenant,
      (k) => k.kind,
      (k) => k.code,
    ),
  )
}

/**
 * Writes what purchases taught, in one order, so that no two who teach the same wait for each other in a circle. What somebody else
 * entered meanwhile stays as that is.
 */
export async function insertLearnt(
  sql: Runner,
  {
    groups,
    products,
  }: { readonly groups: readonly LearntGroup[]; readonly products: readonly LearntProduct[] },
  at: Date,
): Promise<void> {
  // Both are sent before either is awaited: what follows them in a pipeline may be the commit.
  await Promise.all([
    groups.length > 0 &&
      sql.run(
        INSERT_GROUPS,
        columnsOf(
          groups.toSorted((a, b) => a.tenant - b.tenant || byCode(a, b)),
          (g) => g.tenant,
          (g) => g.id,
          (g) => g.kind,
          (g) => g.code,
          (g) => g.name,
          () => at,
        ),
      ),
    products.length > 0 &&
      sql.run(
        INSERT_PRODUCTS,
        columnsOf(
          products,
          (p) => p.tenant,
          (p) => p.id,
          (p) => p.sku,
          (p) => p.name,
          (p) => p.family,
          (p) => p.brand,
          (p) => p.type,
          () => at,
        ),
      ),
  ])
}
