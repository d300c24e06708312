import {
  type Award,
  type CompiledOffer,
  type Counters,
  compileOffer,
  counterBook,
  countersOf,
  type JudgeInput,
  judge,
  judgeDiscounts,
  judgeOne,
  type OfferIndex,
  type Refused,
  sharesTogether,
} from '../../engine/index.ts'
import type { Draft } from './draft.ts'

/** Nothing is read or written under it: counters of a lint are made up. */
export const TENANT = 0

/** A basket with what was counted before it. */
export interface Trial {
  readonly draft: Draft
  readonly counters: Counters
}

export interface Outcome {
  readonly awards: readonly Award[]
  readonly refused: readonly Refused[]
}

/** Judges as a purchase does without a spend: discounts off the price, then cash-back on what is left. */
export function outcomeOf(offers: OfferIndex, trial: Trial): Outcome {
  const first = early(inputOf(trial))
  const discounts = judgeDiscounts(offers, first)
  const paid = sharesTogether(discounts.awards, trial.draft.basket.lines.length)
  const later = judge(offers, { ...inputOf(trial), paid }, discounts.awards)
  return {
    awards: [...discounts.awards, ...later.awards],
    refused: [...discounts.refused, ...later.refused],
  }
}

/** One offer by itself. */
export function ownOutcome(compiled: CompiledOffer, trial: Trial): Award | Refused {
  const input = inputOf(trial)
  return judgeOne(compiled, compiled.redeem === 'INSTANT' ? early(input) : input)
}

/** The same as an outcome. */
export function outcomeAlone(compiled: CompiledOffer, trial: Trial): Outcome {
  const outcome = ownOutcome(compiled, trial)
  return isAwarded(outcome) ? { awards: [outcome], refused: [] } : { awards: [], refused: [outcome] }
}

export function isAwarded(outcome: Award | Refused): outcome is Award {
  return !('because' in outcome)
}

function inputOf({ draft: { basket }, counters }: Trial): JudgeInput {
  return { tenant: TENANT, basket, paid: [], counters }
}

/** Discounts are given before it is known which tiers the purchase reaches. */
function early(input: JudgeInput): JudgeInput {
  const { basket } = input
  return { ...input, basket: { ...basket, tiers: { ...basket.tiers, reached: [] } } }
}

/** A trial at the moment that matters: of an offer with a goal, the purchase that reaches it. */
export function trialOf(compiled: CompiledOffer, draft: Draft): Trial {
  const { progress } = compiled.offer.terms
  const counters = counterBook()
  if (!progress) return { draft, counters }
  for (const ref of countersOf(compiled, TENANT, draft.basket)) {
    if (!ref.period.startsWith('goal:')) continue
    counters.put({ ref, amount: BigInt(progress.target) - 1n, uses: 0 })
  }
  return { draft, counters }
}

/** The offer as it is for whoever wins its draw. */
export function asIfDrawn(compiled: CompiledOffer): CompiledOffer {
  const { offer } = compiled
  const conditions = offer.terms.conditions.filter(({ kind }) => kind !== 'LOTTERY')
  if (conditions.length === offer.terms.conditions.length) return compiled
  return compileOffer({ ...offer, terms: { ...offer.terms, conditions } })
}
