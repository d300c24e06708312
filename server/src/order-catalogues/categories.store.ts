import { statement, type Work } from '../db/index.ts'
import { idOf, type OrderCatalogueId, type OrderCategoryId, type ProductId, parseGuid } from '../kit/id.ts'
import { creativesOfJson, creativesToJson } from '../products/index.ts'
import type { OrderCategory, Placed } from './order-catalogue.ts'

/** Those of catalogues, in the order in which they were made. */
export async function readCategories(
  work: Work,
  catalogues: readonly OrderCatalogueId[],
): Promise<readonly OrderCategory[]> {
  if (catalogues.length === 0) return []
  const rows = await kept(work)
    .where('catalogue_id', 'in', catalogues)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(categoryOfRow)
}

/** Whether it was one of the catalogue once. */
export async function isDeletedCategory(
  { db, actor }: Work,
  catalogue: OrderCatalogueId,
  name: string,
): Promise<boolean> {
  const id = parseGuid(name)
  if (id === undefined) return false
  const row = await db
    .selectFrom('order_categories')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('catalogue_id', '=', catalogue)
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveCategory({ db, actor }: Work, category: OrderCategory): Promise<void> {
  const changing = {
    parent_id: category.parent ?? null,
    code: category.code,
    name: category.name,
    description: category.description ?? null,
    priority: category.priority,
    creatives: creativesToJson(category.creatives),
  }
  await db
    .insertInto('order_categories')
    .values({
      tenant: actor.tenant,
      id: category.id,
      catalogue_id: category.catalogue,
      created_at: category.createdAt,
      ...changing,
    })
    .onConflict((known) => known.columns(['tenant', 'id']).doUpdateSet(changing))
    .execute()
}

export async function markCategoriesDeleted(
  { db, actor, at }: Work,
  ids: readonly OrderCategoryId[],
): Promise<void> {
  await db
    .updateTable('order_categories')
    .set({ deleted_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', ids)
    .execute()
}

/** The products of a category are these and no others. */
export async function placeProducts(
  { db, actor }: Work,
  category: OrderCategoryId,
  placed: readonly Placed[],
): Promise<void> {
  await db
    .deleteFrom('order_category_products')
    .where('tenant', '=', actor.tenant)
    .where('category_id', '=', category)
    .execute()
  if (placed.length === 0) return
  await db
    .insertInto('order_category_products')
    .values(
      placed.map(({ product, priority }) => ({
        tenant: actor.tenant,
        category_id: category,
        product_id: product,
        priority,
      })),
    )
    .execute()
}

export interface PlacedProduct extends Placed {
  readonly category: OrderCategoryId
  readonly name: string
  readonly sku: string
}

/** What stands in categories, each in its order. */
export async function readPlaced(
  { db, actor }: Work,
  categories: readonly OrderCategoryId[],
): Promise<readonly PlacedProduct[]> {
  if (categories.length === 0) return []
  const rows = await db
    .selectFrom('order_category_products as c')
    .innerJoin('products as p', (p) =>
      p.onRef('p.tenant', '=', 'c.tenant').onRef('p.id', '=', 'c.product_id'),
    )
    .select(['c.category_id', 'c.product_id', 'c.priority', 'p.name', 'p.sku'])
    .where('c.tenant', '=', actor.tenant)
    .where('c.category_id', 'in', categories)
    .orderBy('c.priority')
    .orderBy('p.name')
    .orderBy('p.id')
    .execute()
  return rows.map(({ category_id, product_id, priority, name, sku }) => ({
    category: idOf<OrderCategoryId>(category_id),
    product: idOf<ProductId>(product_id),
    priority,
    name,
    sku,
  }))
}

/** The categories in which a product stands. */
export async function categoriesOf(work: Work, product: ProductId): Promise<readonly OrderCategory[]> {
  const rows = await kept(work)
    .where((c) =>
      c.exists(
        c
          .selectFrom('order_category_products as p')
          .select('p.product_id')
          .whereRef('p.tenant', '=', 'order_categories.tenant')
          .whereRef('p.category_id', '=', 'order_categories.id')
          .where('p.product_id', '=', product),
      ),
    )
    .orderBy('id')
    .execute()
  return rows.map(categoryOfRow)
}

/** The products in catalogues, or of some categories of them alone, each with the catalogues in which it stands. */
export async function productsIn(
  { db, actor }: Work,
  catalogues: readonly OrderCatalogueId[],
  categories?: readonly OrderCategoryId[],
): Promise<ReadonlyMap<string, readonly OrderCatalogueId[]>> {
  if (catalogues.length === 0 || categories?.length === 0) return new Map()
  const rows = await db
    .selectFrom('order_category_products as p')
    .innerJoin('order_categories as c', (c) =>
      c.onRef('c.tenant', '=', 'p.tenant').onRef('c.id', '=', 'p.category_id'),
    )
    .select(['p.product_id', 'c.catalogue_id'])
    .distinct()
    .where('p.tenant', '=', actor.tenant)
    .where('c.catalogue_id', 'in', catalogues)
    .where('c.deleted_at', 'is', null)
    .$if(categories !== undefined, (q) => q.where('c.id', 'in', categories ?? []))
    .execute()
  const found = Map.groupBy(rows, ({ product_id }) => product_id)
  return new Map(
    [...found].map(([product, places]) => [
      product,
      places.map(({ catalogue_id }) => idOf<OrderCatalogueId>(catalogue_id)),
    ]),
  )
}

const STAND_IN = statement(
  'order_categories_stand_in',
  `insert into order_category_products (tenant, category_id, product_id, priority)
   select c.tenant, c.category_id, $3::uuid, c.priority
     from order_category_products c where c.tenant = $1::int and c.product_id = $2::uuid
       on conflict do nothing`,
)

const LEAVE = statement(
  'order_categories_leave',
  'delete from order_category_products where tenant = $1::int and product_id = $2::uuid',
)

/** Puts a product wherever one stands that was merged into it, if it is not there already. */
export async function mergedInCatalogues(
  { sql, actor }: Work,
  from: ProductId,
  into: ProductId,
): Promise<void> {
  await sql.run(STAND_IN, [actor.tenant, from, into])
  await sql.run(LEAVE, [actor.tenant, from])
}

function kept({ db, actor }: Work) {
  return db
    .selectFrom('order_categories')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('deleted_at', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number]

function categoryOfRow(row: Row): OrderCategory {
  return {
    id: idOf(row.id),
    catalogue: idOf(row.catalogue_id),
    parent: row.parent_id === null ? undefined : idOf(row.parent_id),
    code: row.code,
    name: row.name,
    description: row.description ?? undefined,
    priority: row.priority,
    creatives: creativesOfJson(row.creatives),
    createdAt: row.created_at,
  }
}
