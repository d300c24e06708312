import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { derivedId, type OrderCategoryId, parseGuid } from '../kit/id.ts'
import { MAX_PAGE_SIZE } from '../kit/limits.ts'
import type { Page } from '../kit/page.ts'
import { showCreatives } from '../products/index.ts'
import type { CategoryQuery, CategoryReply } from './categories.api.ts'
import { type PlacedProduct, readCategories, readPlaced } from './categories.store.ts'
import { byCreation, byName, inOrder, isLike, pageOfAll } from './list-catalogues.ts'
import { isBelow, type OrderCatalogue, type OrderCategory } from './order-catalogue.ts'

export async function listCategories(
  work: Work,
  catalogue: Pick<OrderCatalogue, 'id'>,
  query: CategoryQuery,
): Promise<Page<CategoryReply>> {
  const categories = await readCategories(work, [catalogue.id])
  const sorted = inOrder(wanted(categories, query), query, {
    NAME: byName,
    CREATED_DATE: byCreation,
    PRIORITY: (a: OrderCategory, b: OrderCategory) => a.priority - b.priority,
  })
  const paging = query.return_all
    ? { ...query, page: 1, size: Math.max(sorted.length, MAX_PAGE_SIZE) }
    : query
  const { content, paging: paged } = pageOfAll(paging, sorted, (each) => each)
  return { content: await showCategories(work, content, categories), paging: paged }
}

function wanted(
  categories: readonly OrderCategory[],
  { parent_id, return_all: isAll, search_value: part }: CategoryQuery,
): readonly OrderCategory[] {
  const parent = parent_id === undefined ? undefined : categoryNamed(parent_id, categories).id
  const found = categories.filter(({ name, code }) => isLike([name, code], part))
  if (!isAll && part === undefined) return found.filter((each) => each.parent === parent)
  return parent === undefined ? found : below(parent, found, categories)
}

function below(
  parent: OrderCategoryId,
  found: readonly OrderCategory[],
  categories: readonly OrderCategory[],
): readonly OrderCategory[] {
  const parents = new Map(categories.map((each) => [each.id, each.parent]))
  return found.filter(({ id }) => id !== parent && isBelow(id, parent, parents))
}

/** By id or code, among those of one catalogue. */
export function categoryNamed(name: string, categories: readonly OrderCategory[]): OrderCategory {
  const id = parseGuid(name)
  const category = categories.find((each) => each.id === id) ?? categories.find(({ code }) => code === name)
  if (!category) throw notFound('order_category', name)
  return category
}

export async function showCategory(work: Work, category: OrderCategory): Promise<CategoryReply | undefined> {
  const categories = await readCategories(work, [category.catalogue])
  const [shown] = await showCategories(work, [category], categories)
  return shown
}

/** `all`: of the same catalogue, for those above and below. */
async function showCategories(
  work: Work,
  shown: readonly OrderCategory[],
  all: readonly OrderCategory[],
): Promise<CategoryReply[]> {
  const placed = await readPlaced(
    work,
    shown.map(({ id }) => id),
  )
  const products = Map.groupBy(placed, ({ category }) => category)
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const children = Map.groupBy(all, ({ parent }) => parent)
  return shown.map((category) => ({
    id: category.id,
    name: category.name,
    code: category.code,
    description: category.description ?? null,
    child_nodes: children.get(category.id)?.length ?? 0,
    priority: category.priority,
    parent: category.parent ? { id: category.parent, name: names.get(category.parent) ?? '' } : null,
    creatives: showCreatives(category.creatives),
    products: (products.get(category.id) ?? []).map(showPlaced),
  }))
}

function showPlaced({ category, product, priority, name, sku }: PlacedProduct) {
  return {
    id: derivedId('order category product', category, product),
    product: { id: product, name, sku },
    priority,
  }
}
