import { sum } from '../kit/money.ts'
import type { Lot } from '../ledger/index.ts'
import type { Writes } from './decide-purchase.ts'

/** A lot as facts have it, and the copy on which is reckoned what happens to it in the moment in which its purchase comes. */
export interface CopiedLot {
  readonly lot: Lot
  readonly after: Lot
  readonly isNew: boolean
  readonly isSpent: boolean
}

/** The lots that a purchase makes, those that it takes money from, as it leaves them, and others of its wallet. */
export function copyLots(
  { newLots, spent, redeemed }: Pick<Writes, 'newLots' | 'spent' | 'redeemed'>,
  others: readonly Lot[],
): readonly CopiedLot[] {
  const copies = new Map<string, CopiedLot>()
  for (const lot of newLots) copies.set(lot.id, { lot, after: { ...lot }, isNew: true, isSpent: false })
  for (const { lot, amount } of [...spent, ...redeemed]) {
    const known = copies.get(lot.id)
    if (known?.isNew) continue
    const before = known?.after ?? lot
    const after = { ...before, remaining: before.remaining - amount }
    copies.set(lot.id, { lot, after, isNew: false, isSpent: true })
  }
  for (const lot of others) {
    if (!copies.has(lot.id)) copies.set(lot.id, { lot, after: { ...lot }, isNew: false, isSpent: false })
  }
  return [...copies.values()]
}

export function hasMoved(lot: Lot, after: Lot): boolean {
  return (
    lot.remaining !== after.remaining || lot.expired !== after.expired || lot.expiresAt !== after.expiresAt
  )
}

/** What of the lots may be spent at a moment. */
export function spendableOf(
  lots: ReadonlyMap<string, Lot>,
  at: Date,
): { readonly open: bigint; readonly commerce: bigint } {
  const counted = [...lots.values()].filter(
    ({ expiresAt, availableAt }) => (expiresAt === null || expiresAt > at) && availableAt <= at,
  )
  const held = (isOpen: boolean) =>
    sum(counted.filter(({ pool }) => (pool === null) === isOpen).map(({ remaining }) => remaining))
  return { open: held(true), commerce: held(false) }
}
