export {
  type BasketLine,
  keyOfTarget,
  keysOfLine,
  matcherOf,
  PRODUCT_TARGETS,
  type ProductTarget,
} from './line.ts'
export {
  findGroups,
  findProducts,
  insertLearnt,
  type KnownProduct,
  type LearntGroup,
  type LearntProduct,
  type ProductKey,
} from './lookup.ts'
