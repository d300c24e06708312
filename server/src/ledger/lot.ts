import type { LotId, OfferId, OrganisationId, PoolId, WalletId } from '../kit/id.ts'

/** One credit of a wallet with what is left of it. */
export interface Lot {
  readonly tenant: number
  readonly id: LotId
  readonly wallet: WalletId
  /** Where it may be spent; null: open money, spendable anywhere in the business. */
  readonly pool: PoolId | null
  readonly amount: bigint
  remaining: bigint
  /** What of it was posted to breakage and not taken back from there. */
  expired: bigint
  readonly currency: string
  readonly availableAt: Date
  expiresAt: Date | null
  readonly funder: OrganisationId | null
  readonly offer: OfferId | null
  readonly offerVersion: number | null
  /** The journal that made it, such as the purchase that was awarded. */
  readonly journal: string
}

/** Exact at read time: a lot past its expiry is not spendable, whether or not the expiry was posted yet. */
export function isSpendable(lot: Lot, at: Date): boolean {
  return lot.remaining > 0n && lot.availableAt <= at && (lot.expiresAt === null || lot.expiresAt > at)
}

/** Soonest expiry first, then the oldest: the order in which money of equal standing is used. */
export function bySoonestExpiry(a: Lot, b: Lot): number {
  const first = a.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
  const second = b.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
  if (first !== second) return first - second
  return a.id < b.id ? -1 : 1
}
