import type { Basket } from '../engine/index.ts'

/** A past purchase as a replay needs it: what was bought, what the wallet paid of it, what it was awarded. */
export interface PastPurchase {
  readonly id: string
  readonly decided: bigint
  /** As offers see it, apart from its tier, which the replay counts itself. */
  readonly basket: Basket
  readonly isPaidInFull: boolean
  /** Whether some of it is given back later: only then is it remembered what it counted. */
  readonly comesBack: boolean
  /** What spends on request paid of each line. */
  readonly spent: readonly bigint[]
  /** As the ledger has it. */
  readonly awarded: readonly PastAward[]
}

export interface PastAward {
  readonly offer: string
  readonly amount: bigint
}

/** Goods that came back: a part of the purchase's total, or all of it by a void. */
export interface PastReturn {
  readonly purchase: string
  readonly decided: bigint
  readonly isVoid: boolean
  readonly goods: bigint
}

/** What happened, in the order in which it was decided. */
export type Happening =
  | { readonly kind: 'PURCHASE'; readonly purchase: PastPurchase }
  | { readonly kind: 'RETURN'; readonly back: PastReturn }
