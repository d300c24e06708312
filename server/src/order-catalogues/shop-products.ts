import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { derivedId, type OrderCatalogueId, type OrderCategoryId, parseGuid } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { countProducts, findProduct, type Product, pageOfProducts, showCreatives } from '../products/index.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import { readCatalogues } from './catalogues.store.ts'
import { categoriesOf, productsIn, readCategories } from './categories.store.ts'
import { readDietaryTags } from './dietary-tags.store.ts'
import { categoryNamed } from './list-categories.ts'
import { isBelow, isFor, isOpen, type OrderCatalogue } from './order-catalogue.ts'
import type { OneShopProduct, ShopProduct, ShopProductsQuery } from './shop-products.api.ts'

export interface Looking {
  readonly catalogues: Catalogues
  /** Whether catalogues that contacts do not see are looked at too. */
  readonly withInactive?: boolean
}

/** Active products as a shop shows them: of the catalogues that are asked for; of a business that keeps none, all. */
export async function listShopProducts(
  work: Work,
  query: ShopProductsQuery,
  looking: Looking,
): Promise<Page<ShopProduct>> {
  const { page, size, order, include_total: includeTotal, currency } = query
  const among = await productsAmong(work, query, looking)
  const filter = {
    ids: idsWanted(query.product_ids, among),
    skus: query.product_skus?.split(',').map((sku) => sku.trim()),
    isActive: true,
    family: query.family_id,
    brand: query.brand_id,
    type: query.type_id,
    classification: query.classification,
    composition: query.composition,
    search: query.search_value ?? query.name,
  }
  const request = { page, size, order, includeTotal }
  const rows = await pageOfProducts(work, filter, request)
  const diets = await readDietaryTags(
    work,
    rows.map(({ id }) => id),
  )
  const total = includeTotal ? await countProducts(work, filter) : null
  return pageOf(
    request,
    rows,
    (product) => ({
      ...showProduct(product, currency),
      dietary_tags: diets.get(product.id) ?? [],
      components: 0,
      variants: 0,
    }),
    total,
  )
}

/** undefined: all. */
async function productsAmong(
  work: Work,
  query: ShopProductsQuery,
  { catalogues, withInactive = false }: Looking,
): Promise<ReadonlyMap<string, unknown> | undefined> {
  const { order_catalog_id: named, order_category_id: category } = query
  const kept = (await readCatalogues(work)).filter(({ state }) => withInactive || state === 'ACTIVE')
  if (kept.length === 0 && named === undefined && category === undefined) return undefined
  const ids = (await cataloguesMeant(work, kept, { query, catalogues })).map(({ id }) => id)
  return productsIn(work, ids, category === undefined ? undefined : await branch(work, ids, category))
}

interface Meant {
  readonly query: ShopProductsQuery
  readonly catalogues: Catalogues
}

async function cataloguesMeant(
  work: Work,
  kept: readonly OrderCatalogue[],
  { query, catalogues }: Meant,
): Promise<readonly OrderCatalogue[]> {
  const { order_catalog_id: named, fulfilled_by, supply_method: method, validity_date: at } = query
  const { directory } = await catalogueFor(work, catalogues)
  const place = fulfilled_by === undefined ? undefined : directory.find(fulfilled_by)
  if (fulfilled_by !== undefined && !place) throw notFound('organisation', fulfilled_by)
  const chosen = named === undefined ? kept : [catalogueAmong(named, kept)]
  return chosen
    .filter((each) => !place || isFor(each, directory.lineOf(place)))
    .filter(({ supplyMethods }) => !method || supplyMethods.includes(method))
    .filter((each) => !at || isOpen(each, at, (place ?? directory.business).timeZone))
}

/** By id or code. */
function catalogueAmong(name: string, kept: readonly OrderCatalogue[]): OrderCatalogue {
  const id = parseGuid(name)
  const catalogue = kept.find((each) => each.id === id || each.code === name)
  if (!catalogue) throw notFound('order_catalogue', name)
  return catalogue
}

/** A category and all below it. */
async function branch(
  work: Work,
  catalogues: readonly OrderCatalogueId[],
  name: string,
): Promise<readonly OrderCategoryId[]> {
  const categories = await readCategories(work, catalogues)
  const top = categoryNamed(name, categories)
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]))
  return categories.filter(({ id }) => isBelow(id, top.id, parents)).map(({ id }) => id)
}

function idsWanted(
  text: string | undefined,
  among: ReadonlyMap<string, unknown> | undefined,
): readonly string[] | undefined {
  const asked = text?.split(',').flatMap((id) => parseGuid(id.trim()) ?? [])
  if (!asked) return among && [...among.keys()]
  return among ? asked.filter((id) => among.has(id)) : asked
}

/** By id or SKU; with a catalogue, if it stands in it. */
export async function getShopProduct(
  work: Work,
  idOrSku: string,
  { catalogue, currency }: { readonly catalogue?: OrderCatalogueId; readonly currency?: string | undefined },
): Promise<OneShopProduct> {
  const product = await findProduct(work, idOrSku)
  if (!product?.isActive) throw notFound('product', idOrSku)
  const all = await categoriesOf(work, product.id)
  const categories = all.filter((each) => catalogue === undefined || each.catalogue === catalogue)
  if (catalogue !== undefined && categories.length === 0) throw notFound('product', idOrSku)
  const diets = await readDietaryTags(work, [product.id])
  return {
    ...showProduct(product, currency),
    dietary_tags: diets.get(product.id) ?? [],
    type: named(product.type),
    family: named(product.family),
    brand: named(product.brand),
    categories: categories.map(({ id, name }) => ({ id, name })),
  }
}

function named(group: Product['family']) {
  return group && { id: group.id, name: group.name }
}

function showProduct(product: Product, currency: string | undefined) {
  const { price, taxRate } = product
  const prices = price && (currency === undefined || price.currency === currency) ? [price] : []
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    description: product.description,
    classification: product.classification,
    type_composition: product.typeComposition ?? ('FLAT' as const),
    number_of_prices: prices.length,
    is_modifier: false,
    is_stockable: false,
    tax_rate: taxRate === null ? null : quantityNumber(BigInt(taxRate)),
    pricing: prices.map(({ minor, currency: currency_code, taxModel }) => ({
      id: derivedId('price', product.id, currency_code),
      price: wireNumber(minor, currency_code),
      currency_code,
      is_default: true,
      tax_model: taxModel,
    })),
    creatives: showCreatives(product.creatives),
  }
}
