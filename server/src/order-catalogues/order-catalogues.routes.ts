import type { Work } from '../db/index.ts'
import { type Route, route } from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import { type Catalogues, catalogueFor } from '../purchases/index.ts'
import * as api from './catalogues.api.ts'
import * as categories from './categories.api.ts'
import * as diets from './dietary-tags.api.ts'
import { getDietaryTags, putDietaryTags } from './dietary-tags.ts'
import { createCatalogue, deleteCatalogue, updateCatalogue } from './keep-catalogues.ts'
import { createCategory, deleteCategory, updateCategory } from './keep-categories.ts'
import { getCatalogue, listCatalogues, showCatalogue } from './list-catalogues.ts'
import { listCategories, showCategory } from './list-categories.ts'
import type { OrderCatalogue, OrderCategory } from './order-catalogue.ts'
import * as products from './shop-products.api.ts'
import { getShopProduct, listShopProducts } from './shop-products.ts'

export interface OrderCataloguesWiring {
  readonly catalogues: Catalogues
}

export function orderCataloguesRoutes({ catalogues }: OrderCataloguesWiring): readonly Route[] {
  const show = async (work: Work, catalogue: OrderCatalogue) =>
    showCatalogue(catalogue, await catalogueFor(work, catalogues))
  return [
    route(api.listCatalogues, (work, { query }) => listCatalogues(work, query, catalogues)),
    route(api.getCatalogue, async (work, { params }) =>
      show(work, await getCatalogue(work, params.id, catalogues)),
    ),
    route(api.createCatalogue, async (work, { body }) =>
      show(work, await createCatalogue(work, body, catalogues)),
    ),
    route(api.updateCatalogue, async (work, { params, body }) =>
      show(work, await updateCatalogue(work, params.id, { change: body, catalogues })),
    ),
    route(api.deleteCatalogue, (work, { params }) => deleteCatalogue(work, params.id)),
    ...categoryRoutes(catalogues),
    ...productRoutes(catalogues),
  ]
}

function categoryRoutes(catalogues: Catalogues): readonly Route[] {
  const show = async (work: Work, category: OrderCategory) =>
    present(await showCategory(work, category), 'a category that was written is there')
  return [
    route(categories.listCategories, async (work, { params, query }) =>
      listCategories(work, await getCatalogue(work, params.id, catalogues), query),
    ),
    route(categories.createCategory, async (work, { params, body }) =>
      show(work, await createCategory(work, params.id, body)),
    ),
    route(categories.updateCategory, async (work, { params, body }) =>
      show(work, await updateCategory(work, { catalogue: params.id, category: params.category_id }, body)),
    ),
    route(categories.deleteCategory, (work, { params }) =>
      deleteCategory(work, params.id, params.category_id),
    ),
  ]
}

function productRoutes(catalogues: Catalogues): readonly Route[] {
  return [
    route(diets.getDietaryTags, (work, { params }) => getDietaryTags(work, params.id)),
    route(diets.putDietaryTags, (work, { params, body }) =>
      putDietaryTags(work, params.id, body.dietary_tags),
    ),
    route(products.listShopProducts, async (work, { params, query }) => {
      const { id } = await getCatalogue(work, params.id, catalogues)
      return listShopProducts(work, { ...query, order_catalog_id: id }, { catalogues, withInactive: true })
    }),
    route(products.getShopProduct, async (work, { params, query }) => {
      const { id } = await getCatalogue(work, params.id, catalogues)
      return getShopProduct(work, params.product_id, { catalogue: id, currency: query.currency })
    }),
  ]
}
