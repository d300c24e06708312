export { type CheckOptions, checkedAddress, pinnedTo } from './checked-address.ts'
export { type Allowed, isNetwork, isReachable } from './public-address.ts'
export { hostOf, targetOf } from './target.ts'
