import type { Work } from '../db/index.ts'
import { alreadyExists, InvalidState, invalidField, missingField, notFound } from '../kit/error.ts'
import { newId, type OrderCategoryId, parseGuid } from '../kit/id.ts'
import { findNamed } from '../products/index.ts'
import { findCatalogue } from './catalogues.store.ts'
import type { CategoryBody, CategoryChange } from './categories.api.ts'
import {
  isDeletedCategory,
  markCategoriesDeleted,
  placeProducts,
  readCategories,
  saveCategory,
} from './categories.store.ts'
import { codeOfName, requireWholeBusiness } from './configuration.ts'
import { changedCreatives, or } from './keep-catalogues.ts'
import { categoryNamed } from './list-categories.ts'
import { isBelow, type OrderCatalogue, type OrderCategory, type Placed } from './order-catalogue.ts'

const MOST_CATEGORIES = 1_000

/** The categories of a catalogue, which nobody else changes until the work ends. */
interface Holding {
  readonly catalogue: OrderCatalogue
  readonly categories: readonly OrderCategory[]
}

async function hold(work: Work, name: string): Promise<Holding> {
  requireWholeBusiness(work.actor, 'order_category')
  const catalogue = await findCatalogue(work, name, { lock: true })
  if (!catalogue) throw notFound('order_catalogue', name)
  return { catalogue, categories: await readCategories(work, [catalogue.id]) }
}

export async function createCategory(
  work: Work,
  catalogueName: string,
  body: CategoryBody,
): Promise<OrderCategory> {
  const { catalogue, categories } = await hold(work, catalogueName)
  if (categories.length >= MOST_CATEGORIES) {
    throw InvalidState({
      parameters: ['order_catalogue', catalogue.code],
      detail: `"${catalogue.name}" has ${MOST_CATEGORIES} categories, which is the most that one may have.`,
    })
  }
  const parent = parentOf(body.parent_id, categories)
  const fresh: OrderCategory = {
    id: newId<OrderCategoryId>(),
    catalogue: catalogue.id,
    parent,
    code: codeOfName(body.name),
    name: body.name,
    description: undefined,
    priority: nextPriority(categories, parent),
    creatives: [],
    createdAt: work.at,
  }
  return keep(work, changed(fresh, body, categories), { categories, products: body.products })
}

function nextPriority(categories: readonly OrderCategory[], parent: OrderCategoryId | undefined): number {
  const beside = categories.filter((each) => each.parent === parent).map(({ priority }) => priority)
  return Math.max(0, ...beside) + 1
}

/** What is left out stays; null clears. */
export async function updateCategory(
  work: Work,
  { catalogue: catalogueName, category: name }: { readonly catalogue: string; readonly category: string },
  change: CategoryChange,
): Promise<OrderCategory> {
  const { categories } = await hold(work, catalogueName)
  const before = categoryNamed(name, categories)
  const after = changed(before, change, categories)
  return keep(work, after, { categories, products: change.products })
}

function changed(
  before: OrderCategory,
  change: CategoryChange,
  categories: readonly OrderCategory[],
): OrderCategory {
  return {
    ...before,
    parent: change.parent_id === undefined ? before.parent : parentOf(change.parent_id, categories),
    code: change.code ?? before.code,
    name: change.name ?? before.name,
    description: or(change.description, before.description),
    priority: change.priority ?? before.priority,
    creatives: changedCreatives(before.creatives, change.creatives),
  }
}

function parentOf(
  name: string | null | undefined,
  categories: readonly OrderCategory[],
): OrderCategoryId | undefined {
  return typeof name === 'string' ? categoryNamed(name, categories).id : undefined
}

interface Keeping {
  readonly categories: readonly OrderCategory[]
  readonly products: CategoryChange['products']
}

async function keep(
  work: Work,
  category: OrderCategory,
  { categories, products }: Keeping,
): Promise<OrderCategory> {
  const taken = categories.find(({ code }) => code === category.code)
  if (taken && taken.id !== category.id) throw alreadyExists('code', category.code)
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]))
  if (category.parent && isBelow(category.parent, category.id, parents)) {
    throw invalidField(
      'parent_id',
      category.parent,
      'a category that does not stand below this one is needed',
    )
  }
  await saveCategory(work, category)
  if (products !== undefined) await placeProducts(work, category.id, await readPlaces(work, products ?? []))
  return category
}

/** Where a product comes twice, its first place counts. */
async function readPlaces(
  work: Work,
  sent: NonNullable<CategoryChange['products']>,
): Promise<readonly Placed[]> {
  const names = sent.map(({ id, sku }, index) => {
    const name = sku ?? id
    if (name === undefined)
      throw missingField(`products[${index}].id`, 'the id or SKU of a product is needed')
    return name
  })
  const find = await findNamed(work, names)
  const placed = names.map((name, index) => {
    const product = find(name)
    if (!product) throw notFound('product', name)
    return { product: product.id, priority: sent[index]?.priority ?? index + 1 }
  })
  return [...new Map(placed.toReversed().map((each) => [each.product, each])).values()]
}

/** Those below it go with it. */
export async function deleteCategory(
  work: Work,
  catalogueName: string,
  name: string,
): Promise<{ readonly id: string }> {
  const { catalogue, categories } = await hold(work, catalogueName)
  const id = parseGuid(name)
  const category = categories.find((each) => each.id === id || each.code === name)
  if (!category) {
    if (await isDeletedCategory(work, catalogue.id, name)) return { id: name }
    throw notFound('order_category', name)
  }
  const parents = new Map(categories.map((each) => [each.id, each.parent]))
  const gone = categories.filter((each) => isBelow(each.id, category.id, parents))
  await markCategoriesDeleted(
    work,
    gone.map((each) => each.id),
  )
  return { id: category.id }
}
