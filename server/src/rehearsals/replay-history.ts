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
  /** Those of the goods of which the line is known. */
  readonly lines?: readonly LineGivenBack[]
  /** What the ledger took of each offer's award, in all with this return. */
  readonly taken?: ReadonlyMap<string, TakenBack>
}

/** Of one line, counted from 1: pieces in ten-thousandths, and what they are worth. */
export interface LineGivenBack {
  readonly line: number
  readonly quantity: bigint
  readonly worth: bigint
}

export interface TakenBack {
  readonly awarded: bigint
  readonly after: bigint
}

/** What happened, in the order in which it was decided. */
export type Happening =
  | { readonly kind: 'PURCHASE'; readonly purchase: PastPurchase }
  | { readonly kind: 'RETURN'; readonly back: PastReturn }
