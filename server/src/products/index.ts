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
  type Creative,
  creatives,
  creativesOfJson,
  creativesReply,
  creativesToJson,
  readCreatives,
  showCreatives,
} from './creative.ts'
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
export type { WasMerged } from './merge-products.ts'
export { findNamed, type NamedProduct } from './named-products.store.ts'
export {
  CLASSIFICATIONS,
  type GroupKind,
  type GroupReference,
  type NewProduct,
  type Product,
  TAX_MODELS,
  TYPE_COMPOSITIONS,
} from './product.ts'
export { productRow, readProduct } from './product-body.ts'
export { offeredAmong, toldAlready } from './product-rows.store.ts'
export { productsRoutes } from './products.routes.ts'
export { countProducts, currencyOf, findProduct, namesOfTargets, pageOfProducts } from './products.store.ts'
export { applyGroups, type NewGroup } from './upsert-groups.ts'
export { applyProducts, type Outcome, type Upserted, upsertProducts } from './upsert-products.ts'
