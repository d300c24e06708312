import type { Basket } from './basket.ts'
import { billMade, type CountMade, progressMade } from './counted.ts'
import type { CounterRef } from './counters.ts'
import type { Award, JudgeInput } from './judge.ts'
import { limitCounters } from './limits.ts'
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

/** What awards use of limits and of passes. */
export function limitsUsed(
  awards: readonly Award[],
  { tenant, basket }: { readonly tenant: number; readonly basket: Basket },
): Counted[] {
  return awards.flatMap(({ offer, amount }) =>
    limitCounters(offer, tenant, basket).map((ref) => ({
      of: 'LIMIT' as const,
      offer: offer.id,
      ref,
      amount,
      uses: 1,
    })),
  )
}

/** What the purchase adds to goals, awarded or not. */
export function goalsMoved(index: OfferIndex, input: JudgeInput, awards: readonly Award[]): Counted[] {
  return progressMade(index, input, awards).map(asGoal)
}

/** What a part of a split bill adds to what the bill's parts were reckoned on; discounts are judged on another price. */
export function billsMoved(
  index: OfferIndex,
  { discounts, later }: { readonly discounts: JudgeInput; readonly later: JudgeInput },
): Counted[] {
  return [...billMade(index, discounts, 'INSTANT'), ...billMade(index, later, 'DEFERRED')].map(asGoal)
}

function asGoal({ ref, amount, uses }: CountMade): Counted {
  return { of: 'GOAL', offer: ref.offer, ref, amount, uses }
}
