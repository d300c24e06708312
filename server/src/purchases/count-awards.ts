import { type Award, type Basket, type CounterRef, countersOf } from '../offers/index.ts'

/** How much of a limit an award used. */
export interface Counted {
  readonly ref: CounterRef
  readonly amount: bigint
  readonly uses: number
}

export function countersMoved(
  awards: readonly Award[],
  { tenant, basket }: { readonly tenant: number; readonly basket: Basket },
): Counted[] {
  return awards.flatMap(({ offer, amount }) =>
    countersOf(offer, tenant, basket).map((ref) => ({ ref, amount, uses: 1 })),
  )
}
