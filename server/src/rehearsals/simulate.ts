import {
  type Award,
  billMade,
  type CounterState,
  counterKey,
  type JudgeInput,
  judge,
  judgeDiscounts,
  limitCounters,
  type OfferIndex,
  progressMade,
  type Refused,
  type TierProgramme,
} from '../engine/index.ts'
import { least, sum } from '../kit/money.ts'
import { tierFacts, tiersMoved } from '../purchases/index.ts'
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
  /** Whether the purchase will be given back: only then is it remembered what it counted. */
  readonly comesBack: (purchase: string) => boolean
}

interface Move {
  readonly of: 'LIMIT' | 'GOAL' | 'TIER'
  readonly key: string
  readonly offer: string | undefined
  readonly amount: bigint
  readonly uses: number
}

interface Remembered {
  readonly total: bigint
  readonly awards: readonly { readonly offer: string; readonly amount: bigint }[]
  readonly moves: readonly Move[]
  returned: bigint
}

export function simulation({ tenant, offers, tiers, comesBack }: SimulationOptions): Simulation {
  const counters = new Map<string, CounterState>()
  const remembered = new Map<string, Remembered>()

  const move = (ref: CounterState['ref'], amount: bigint, uses: number): string => {
    const key = counterKey(ref)
    const state = counters.get(key) ?? { ref, amount: 0n, uses: 0 }
    state.amount += amount
    state.uses += uses
    counters.set(key, state)
    return key
  }

  return {
    judge: (purchase) => {
      const { id, isPaidInFull } = purchase
      const { basket: bought } = purchase
      const facts = { tiers, tenant, counters }
      const basket = tiers ? { ...bought, tiers: tierFacts(facts, bought, 0n) } : bought
      const first: JudgeInput = { tenant, basket, paid: [], counters }
      const discounts = judgeDiscounts(offers, first)
      const paid = isPaidInFull ? NOTHING_PAID : paidPerLine(purchase, discounts.awards)
      const qualifies = basket.total - sum(paid)
      const second: JudgeInput = tiers
        ? { ...first, basket: { ...basket, tiers: tierFacts(facts, bought, qualifies) }, paid }
        : { ...first, paid }
      const later = judge(offers, second, discounts.awards)
      const awards = [...discounts.awards, ...later.awards]
      const moves: Move[] = []
      const counted = [
        ...progressMade(offers, second, awards),
        ...billMade(offers, first, 'INSTANT'),
        ...billMade(offers, second, 'DEFERRED'),
      ]
      for (const made of counted) {
        const key = move(made.ref, made.amount, made.uses)
        moves.push({ of: 'GOAL', key, offer: made.ref.offer, amount: made.amount, uses: made.uses })
      }
      for (const { offer, amount } of awards) {
        for (const ref of limitCounters(offer, tenant, basket)) {
          moves.push({ of: 'LIMIT', key: move(ref, amount, 1), offer: offer.id, amount, uses: 1 })
        }
      }
      for (const { ref, amount, uses } of tiersMoved(facts, bought, qualifies)) {
        moves.push({ of: 'TIER', key: move(ref, amount, uses), offer: undefined, amount, uses })
      }
      if (comesBack(id)) {
        const given = awards.map(({ offer, amount }) => ({ offer: offer.id, amount }))
        remembered.set(id, { total: basket.total, awards: given, moves, returned: 0n })
      }
      return { awards, refused: [...discounts.refused, ...later.refused] }
    },
    takeBack: ({ purchase, isVoid, goods }) => {
      const found = remembered.get(purchase)
      if (!found) return []
      const before = found.returned
      const after = isVoid ? found.total : least(found.total, before + goods)
      found.returned = after
      const isWhole = after === found.total
      const part = (amount: bigint) =>
        isWhole
          ? amount - share(amount, before, found.total)
          : share(amount, after, found.total) - share(amount, before, found.total)
      const wasWhole = before > 0n && before === found.total
      for (const { key, amount, uses } of found.moves) {
        const state = counters.get(key)
        if (!state) continue
        state.amount -= part(amount)
        if (isWhole && !wasWhole) state.uses -= uses
      }
      return found.awards.map(({ offer, amount }) => ({ offer, amount: part(amount) }))
    },
  }
}

const NOTHING_PAID: readonly bigint[] = []

/** Discounts of the replay, and what the wallet paid then; never more than the line costs. */
function paidPerLine({ basket, spent }: PastPurchase, discounts: readonly Award[]): readonly bigint[] {
  if (discounts.length === 0) return spent
  return basket.lines.map(({ gross }, index) => {
    const off = sum(discounts.map(({ shares }) => shares[index] ?? 0n))
    const paid = off + (spent[index] ?? 0n)
    return gross > 0n ? least(gross, paid) : paid
  })
}

function share(amount: bigint, part: bigint, whole: bigint): bigint {
  return whole === 0n ? 0n : (amount * part) / whole
}
