export {
  type BasketLine,
  keyOfTarget,
  keysOfLine,
  matcherOf,
  PRODUCT_TARGETS,
  type ProductTarget,
  productTarget,
} from '../engine/index.ts'
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
export { productsRoutes } from './products.routes.ts'
export { namesOfTargets } from './products.store.ts'
export { type Upserted, upsertProducts } from './upsert-products.ts'
