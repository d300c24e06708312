export { copyActivations, readActivations } from './activations.store.ts'
export { type WalletBalance, walletBalances } from './balance.ts'
export { createPool } from './create-pool.ts'
export type { IsPoolUsed } from './delete-pool.ts'
export { ensureDefaultPool } from './ensure-default-pool.ts'
export { findWallet } from './get-wallet.ts'
export {
  type HeldWallets,
  holdWallets,
  inOrderOfUse,
  lotsInUse,
  type TakenMoney,
  takeMoney,
} from './hold-wallets.ts'
export * as journalsApi from './journals.api.ts'
export { type Counted, countUses, hasLimits, type LimitKey, limitsOfWallets } from './limits.store.ts'
export {
  type LimitedUse,
  limitProblem,
  type RuleRoom,
  tightestRoom,
  WalletLimitExceeded,
  type WalletLimits,
  type Wanted,
} from './limits.ts'
export { type CommercePool, commercePool, type PoolTerms, poolTerms, type SpendPlace } from './pool.ts'
export * as poolsApi from './pools.api.ts'
export { organisationReference } from './pools.api.ts'
export { poolsRoutes } from './pools.routes.ts'
export { findPool, lockPool, readPools } from './pools.store.ts'
export { paidPerLine, planSpend, type SpendPart, type SpendPlan, type Unspendable } from './spend.ts'
export { giveBackUse, useWithinLimits, type WalletAct } from './use-within-limits.ts'
export * as walletsApi from './wallets.api.ts'
export { tooLittle, WalletHoldsTooLittle } from './wallets.errors.ts'
export { walletsRoutes } from './wallets.routes.ts'
export { type Wallet, walletsMergedInto } from './wallets.store.ts'
