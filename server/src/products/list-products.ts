import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { epochSeconds } from '../kit/time.ts'
import { showCreatives } from './creative.ts'
import type { Product, ProductGroup } from './product.ts'
import type { ProductReply } from './products.api.ts'
import { countProducts, findProduct, type ProductFilter, pageOfProducts } from './products.store.ts'

export interface ProductQuery extends ProductFilter {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly search_value?: string | undefined
  readonly is_active?: boolean | undefined
  readonly type_composition?: ProductFilter['composition']
}

export async function listProducts(work: Work, query: ProductQuery): Promise<Page<ProductReply>> {
  const request = {
    page: query.page,
    size: query.size,
    includeTotal: query.include_total,
    order: query.order,
  }
  const { search_value: search, is_active: isActive, type_composition: composition } = query
  const filter: ProductFilter = { ...query, search, isActive, composition }
  const rows = await pageOfProducts(work, filter, request)
  return pageOf(request, rows, showProduct, query.include_total ? await countProducts(work, filter) : null)
}

export async function getProduct(work: Work, idOrSku: string): Promise<Product> {
  const product = await findProduct(work, idOrSku)
  if (!product) throw notFound('product', idOrSku)
  return product
}

export function showProduct(product: Product): ProductReply {
  const { id, sku, name, description, classification, source, earns, taxRate, price } = product
  return {
    id,
    sku,
    name,
    description,
    family: showGroup(product.family),
    brand: showGroup(product.brand),
    type: showGroup(product.type),
    categories: product.categories.map((category) => ({ name: category })),
    classification,
    type_composition: product.typeComposition,
    tax_rate: taxRate === null ? null : quantityNumber(BigInt(taxRate)),
    price: price && {
      amount: wireNumber(price.minor, price.currency),
      currency_code: price.currency,
      tax_model: price.taxModel,
    },
    creatives: showCreatives(product.creatives),
    is_active: product.isActive,
    merged_skus: [...product.mergedSkus],
    source,
    earns,
    created_on: epochSeconds(product.createdAt),
  }
}

function showGroup(group: ProductGroup | null) {
  return group && { id: group.id, code: group.code, name: group.name, earns: group.earns }
}
