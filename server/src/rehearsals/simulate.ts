import {
  type Award,
  type CounterState,
  counterBook,
  judgeRounds,
  type OfferIndex,
  paidWithin,
  partReturned,
  type Refused,
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

export function simulation({ tenant, offers, tiers }: SimulationOptions): Simulation {
  const counters = counterBook()
  const remembered = new Map<string, Remembered>()

  return {
    judge: (purchase) => {
      const { id, basket, isPaidInFull, comesBack, spent } = purchase
      const rounds = judgeRounds({ tenant, offers, tiers, basket, counters, isPaidInFull }, (off) => ({
        perLine: spent.length === 0 ? spent : paidWithin(basket, off, spent),
      }))
      const awards = rounds.discounts.length === 0 ? rounds.awards : [...rounds.discounts, ...rounds.awards]
      const moves: Move[] = []
      for (const { ref, amount, uses } of rounds.counted) {
        const counter = counters.open(ref)
        counter.amount += amount
        counter.uses += uses
        if (comesBack) moves.push({ counter, amount, uses })
      }
      if (comesBack) {
        const given = awards.map(({ offer, amount }) => ({ offer: offer.id, amount }))
        remembered.set(id, { total: basket.total, awards: given, moves, returned: 0n })
      }
      return { awards, refused: rounds.refused }
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
