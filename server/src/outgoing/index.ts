export { type CheckOptions, checkedAddress, pinnedTo } from './checked-address.ts'
export { inTime } from './in-time.ts'
export { type Allowed, isNetwork, isReachable } from './public-address.ts'
export { hostOf, targetOf } from './target.ts'
