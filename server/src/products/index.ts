export {
  type BasketLine,
  keyOfTarget,
  keysOfLine,
  matcherOf,
  PRODUCT_TARGETS,
  type ProductTarget,
  productTarget,
} from '../engine/index.ts'
export { type Glossary, openGlossary } from './glossary.ts'
export {
  findGroups,
  findProducts,
  insertLearnt,
  type KnownProduct,
  type LearntGroup,
  type LearntProduct,
  type ProductKey,
} from './lookup.ts'
export type { GroupKind, GroupReference, NewProduct, Product } from './product.ts'
export { productRow, readProduct } from './product-body.ts'
export { productsRoutes } from './products.routes.ts'
export { currencyOf, namesOfTargets } from './products.store.ts'
export { applyGroups, type NewGroup } from './upsert-groups.ts'
export { applyProducts, type Outcome, type Upserted, upsertProducts } from './upsert-products.ts'
