import {
  type Award,
  type Counted,
  type CounterBook,
  counterBook,
  joined,
  judgeRounds,
  type OfferIndex,
  paidWithin,
  type Refused,
  type Rounds,
  type TierProgramme,
} from '../engine/index.ts'
import { type FindOffer, takesBack } from './goods-back.ts'
import type { PastPurchase, PastReturn } from './replay-history.ts'

/** What one set of offers gives for one purchase. */
export interface Replayed {
  readonly awards: readonly Award[]
  readonly refused: readonly Refused[]
}

/** One set of offers over a history: its counters move with every purchase, as they would have. */
export interface Simulation {
  judge(purchase: PastPurchase): Replayed
  /** Takes back what goods that came back had earned; answers how much of which offer's awards. */
  takeBack(back: PastReturn): readonly { readonly offer: string; readonly amount: bigint }[]
}

export interface SimulationOptions {
  readonly tenant: number
  readonly offers: OfferIndex
  readonly tiers: TierProgramme | undefined
}

export function simulation(options: SimulationOptions): Simulation {
  const world = openWorld(options.offers.find)
  return {
    judge: (purchase) => {
      const { discounts, awards: later, refused, counted } = judgeIn(world, purchase, options)
      const awards = joined(discounts, later)
      world.move(purchase, { awards, counted })
      return { awards, refused }
    },
    takeBack: world.takeBack,
  }
}

/** Judges the purchase by the counters as they stand, and moves nothing. */
export function judgeIn(
  { counters }: World,
  { basket, isPaidInFull, spent }: PastPurchase,
  { tenant, offers, tiers }: SimulationOptions,
): Rounds<{ readonly perLine: readonly bigint[] }> {
  return judgeRounds({ tenant, offers, tiers, basket, counters, isPaidInFull }, (off) => ({
    perLine: spent.length === 0 ? spent : paidWithin(basket, off, spent),
  }))
}

/** What was counted so far, and what of it goes back when goods do. */
export interface World {
  readonly counters: CounterBook
  move(purchase: PastPurchase, outcome: Moved): void
  takeBack: Simulation['takeBack']
}

interface Moved {
  readonly awards: readonly Award[]
  readonly counted: readonly Counted[]
}

/** `find`: the offers by which purchases are judged, by their ids. */
export function openWorld(find: FindOffer): World {
  const counters = counterBook()
  const remembered = new Map<string, ReturnType<typeof takesBack>>()

  return {
    counters,
    move: (purchase, outcome) => {
      for (const { ref, amount, uses } of outcome.counted) {
        const counter = counters.open(ref)
        counter.amount += amount
        counter.uses += uses
      }
      if (purchase.comesBack) remembered.set(purchase.id, takesBack({ ...purchase, ...outcome }, find))
    },
    takeBack: (back) => {
      const taken = remembered.get(back.purchase)?.(back)
      for (const { count, amount, uses } of taken?.counts ?? []) {
        const counter = counters.open(count.ref)
        counter.amount -= amount
        counter.uses -= uses
      }
      return taken?.awards ?? []
    },
  }
}
