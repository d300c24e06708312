/**
 * What wallets and offers should do, written from the rules of the product and from nothing of its code: plain, slow, obvious. Money is
 * whole cents, time whole seconds.
 */

export type AwardRule =
  | { readonly kind: 'PERCENTAGE'; readonly basisPoints: number; readonly cap?: number }
  | { readonly kind: 'FIXED'; readonly amount: number }
  | { readonly kind: 'PER_AMOUNT'; readonly amount: number; readonly every: number }

export interface Offer {
  readonly code: string
  /** Older offers first. */
  readonly order: number
  readonly award: AwardRule
  readonly onTop: boolean
  readonly instant: boolean
  readonly pool: string
  readonly skus?: readonly string[]
  readonly venues?: readonly string[]
  readonly minimum?: number
  readonly everyVisit?: number
  readonly budget?: number
  readonly perContact?: { readonly amount?: number; readonly uses?: number }
  readonly availableAfterDays?: number
  readonly keepsOnReturn?: boolean
}

export interface Pool {
  readonly code: string
  readonly validDays: number
  readonly skus?: readonly string[]
  readonly venues?: readonly string[]
}

/** Money of no pool: it pays everything and never expires. */
export const OPEN = 'OPEN'

export interface Rules {
  readonly offers: readonly Offer[]
  readonly pools: ReadonlyMap<string, Pool>
  readonly contacts: readonly string[]
  readonly venues: readonly string[]
}

export interface Line {
  readonly sku: string
  readonly quantity: number
  readonly cents: number
}

export interface Bought {
  readonly contact: string
  readonly venue: string
  readonly lines: readonly Line[]
}

export function sumOf(amounts: Iterable<number>): number {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}
