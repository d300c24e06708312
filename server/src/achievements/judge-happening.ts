import {
  type Award,
  type Basket,
  type CompiledOffer,
  type Counted,
  type CounterRef,
  type Counters,
  countersOf,
  goalsMoved,
  type JudgeInput,
  judge,
  judgeOne,
  limitsUsed,
  mayConcern,
  type Refused,
  tierCounters,
  tierFacts,
} from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type Catalogue, type Explanation, explain } from '../purchases/index.ts'

export interface JudgedHappening {
  readonly awards: readonly Award[]
  readonly counted: readonly Counted[]
  readonly explanation: Explanation
}

/** Judges what happened by the offers for its occasion, and says of every other one of them why it gave nothing. */
export function judgeHappening(
  { tenant, offers, tiers }: Catalogue,
  before: Basket,
  counters: Counters,
): JudgedHappening {
  const basket = { ...before, tiers: tierFacts({ tenant, tiers, counters }, before, 0n) }
  const input: JudgeInput = { tenant, basket, paid: [], counters }
  const { awards, refused } = judge(offers, input)
  const concerned = offers.of(basket.occasion)
  const told = new Set([...awards, ...refused.map(({ offer }) => offer)].map(({ offer }) => offer))
  const others = concerned
    .filter(({ offer }) => !told.has(offer))
    .map((each) => passedBy(each, input, awards))
  return {
    awards,
    counted: [
      ...limitsUsed(awards),
      ...goalsMoved(offers, { discounts: input, later: input }, { awards, refused }),
    ],
    explanation: explain(
      {
        basket,
        discounts: [],
        awards,
        refused: [...refused, ...others.flatMap((each) => each ?? [])],
        nearMisses: [],
        explainedSpend: undefined,
      },
      concerned.length,
    ),
  }
}

/** Why the index passed the offer by: a condition, or less than another of its group gave. */
function passedBy(compiled: CompiledOffer, input: JudgeInput, awards: readonly Award[]): Refused | undefined {
  const outcome = judgeOne(compiled, input)
  if ('because' in outcome) return outcome
  const better = awards.find(({ offer: { terms } }) => {
    return !terms.on_top && terms.exclusive_group === compiled.offer.terms.exclusive_group
  })
  return better && { offer: compiled, because: 'BETTER_OFFER', amount: outcome.amount, better }
}

/** The counters that judging reads. */
export function countersRead({ offers, tiers }: Catalogue, tenant: Tenant, basket: Basket): CounterRef[] {
  return [
    ...offers
      .counted(basket)
      .filter((compiled) => mayConcern(compiled, basket))
      .flatMap((compiled) => countersOf(compiled, tenant, basket)),
    ...tierCounters({ tiers, tenant }, basket),
  ]
}
