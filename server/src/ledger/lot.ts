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
  /** Moved by `extendLot` only, so that a report for an instant before knows what it was. */
  readonly expiresAt: Date | null
  /** The move of the expiry that is not yet written. */
  readonly extended?: { readonly at: Date; readonly before: Date }
  readonly funder: OrganisationId | null
  readonly offer: OfferId | null
  readonly offerVersion: number | null
  /** The journal that made it, such as the purchase that was awarded. */
  readonly journal: string
}

/** Money that came back after the lot's expiry may be spent until later; a lot that never expires stays as it is. */
export function extendLot(lot: Lot, { at, until }: { readonly at: Date; readonly until: Date }): void {
  const { expiresAt } = lot
  if (expiresAt === null || until <= expiresAt) return
  // Two moves of one piece of work are one: the expiry before it is that before the first.
  Object.assign(lot, { expiresAt: until, extended: lot.extended ?? { at, before: expiresAt } })
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
