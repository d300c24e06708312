import { billMade, type CountMade, progressMade, type RoundInputs } from './counted.ts'
import { type CounterRef, counterKey } from './counters.ts'
import type { Award, Judgement } from './judge.ts'
import type { OfferIndex } from './offer-index.ts'

/** What a purchase counted on one counter, and for which award; undo gives it back. */
export interface Counted {
  /** LIMIT: of an award, by an offer's or a pass's limit. GOAL: towards a goal, or of a split bill. TIER: towards a tier. */
  readonly of: 'LIMIT' | 'GOAL' | 'TIER'
  /** The offer whose award it was counted with; of a tier nobody's. */
  readonly offer: string | undefined
  readonly ref: CounterRef
  readonly amount: bigint
  readonly uses: number
}

/** What awards use of limits and of passes; a pass is used once by a purchase, however many offers it opens. */
export function limitsUsed(awards: readonly Award[]): Counted[] {
  const counted: Counted[] = []
  const passesUsed: string[] = []
  for (const { offer, amount, counters } of awards) {
    for (const ref of counters) {
      const pass = ref.period.startsWith('pass:') ? counterKey(ref) : undefined
      const uses = pass !== undefined && passesUsed.includes(pass) ? 0 : 1
      if (pass !== undefined) passesUsed.push(pass)
      counted.push({ of: 'LIMIT', offer: offer.id, ref, amount, uses })
    }
  }
  return counted
}

/** What the purchase adds to goals, awarded or not. */
export function goalsMoved(index: OfferIndex, inputs: RoundInputs, judged: Judgement): Counted[] {
  return progressMade(index, inputs, judged).map(asGoal)
}

/** What a part of a split bill adds to what the bill's parts were reckoned on; discounts are judged on another price. */
export function billsMoved(index: OfferIndex, { discounts, later }: RoundInputs): Counted[] {
  if (!later.basket.bill) return []
  return [...billMade(index, discounts, 'INSTANT'), ...billMade(index, later, 'DEFERRED')].map(asGoal)
}

function asGoal({ ref, amount, uses }: CountMade): Counted {
  return { of: 'GOAL', offer: ref.offer, ref, amount, uses }
}
