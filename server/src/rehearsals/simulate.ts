import {
  type Award,
  type Counted,
  type CounterBook,
  type CounterState,
  counterBook,
  judgeRounds,
  type OfferIndex,
  paidWithin,
  partReturned,
  type Refused,
  type Rounds,
  type TierProgramme,
} from '../engine/index.ts'
import { least } from '../kit/money.ts'
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
  const world = openWorld()
  return {
    judge: (purchase) => {
      const { discounts, awards: later, refused, counted } = judgeIn(world, purchase, options)
      const awards = discounts.length === 0 ? later : [...discounts, ...later]
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

interface Move {
  readonly counter: CounterState
  readonly amount: bigint
  readonly uses: number
}

interface Remembered {
  readonly total: bigint
  readonly awards: readonly { readonly offer: string; readonly amount: bigint }[]
  readonly moves: readonly Move[]
  returned: bigint
}

export function openWorld(): World {
  const counters = counterBook()
  const remembered = new Map<string, Remembered>()

  return {
    counters,
    move: ({ id, basket, comesBack }, { awards, counted }) => {
      const moves: Move[] = []
      for (const { ref, amount, uses } of counted) {
        const counter = counters.open(ref)
        counter.amount += amount
        counter.uses += uses
        if (comesBack) moves.push({ counter, amount, uses })
      }
      if (!comesBack) return
      const given = awards.map(({ offer, amount }) => ({ offer: offer.id, amount }))
      remembered.set(id, { total: basket.total, awards: given, moves, returned: 0n })
    },
    takeBack: ({ purchase, isVoid, goods }) => {
      const found = remembered.get(purchase)
      if (!found) return []
      const before = found.returned
      const after = isVoid ? found.total : least(found.total, before + goods)
      found.returned = after
      const isWhole = after === found.total
      const part = (amount: bigint) => partReturned(amount, { before, after, total: found.total })
      const wasWhole = before > 0n && before === found.total
      for (const { counter, amount, uses } of found.moves) {
        counter.amount -= part(amount)
        if (isWhole && !wasWhole) counter.uses -= uses
      }
      return found.awards.map(({ offer, amount }) => ({ offer, amount: part(amount) }))
    },
  }
}
