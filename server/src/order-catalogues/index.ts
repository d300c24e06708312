export * as cataloguesApi from './catalogues.api.ts'
export {
  type CatalogueQuery,
  catalogueQuery,
  listCatalogues as listCataloguesEndpoint,
} from './catalogues.api.ts'
export { readCatalogues } from './catalogues.store.ts'
export * as categoriesApi from './categories.api.ts'
export {
  type CategoryQuery,
  categoryQuery,
  listCategories as listCategoriesEndpoint,
} from './categories.api.ts'
export { mergedInCatalogues, productsIn } from './categories.store.ts'
export { codeOfName, requireWholeBusiness } from './configuration.ts'
export { getCatalogue, listCatalogues } from './list-catalogues.ts'
export { listCategories } from './list-categories.ts'
export { isFor, isOffered, isOpen, type OrderCatalogue, WEEKDAYS } from './order-catalogue.ts'
export { type OrderCataloguesWiring, orderCataloguesRoutes } from './order-catalogues.routes.ts'
export * as shopProductsApi from './shop-products.api.ts'
export { type ShopProductsQuery, shopProductsQuery } from './shop-products.api.ts'
export { getShopProduct, listShopProducts } from './shop-products.ts'
export { SUPPLY_METHODS, type SupplyMethod, supplyMethod } from './supply-method.ts'
