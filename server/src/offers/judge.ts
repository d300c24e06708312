import { allocate, sum } from '../kit/money.ts'
import type { BasketLine } from '../products/index.ts'
import { reckonAward } from './awards/index.ts'
import type { Basket } from './basket.ts'
import { type CompiledOffer, firstFailing } from './compile.ts'
import type { Check } from './condition.ts'
import { type Counters, type LimitReached, withinLimits } from './limits.ts'
import type { Offer } from './offer.ts'
import type { OfferIndex } from './offer-index.ts'

/** An award that stands, with everything its amount follows from. */
export interface Award {
  readonly offer: Offer
  readonly base: bigint
  readonly reckoned: bigint
  readonly says: string
  readonly amount: bigint
  /** The award's share of each line of the basket, in the basket's order; sums to the amount. */
  readonly shares: readonly bigint[]
  readonly reached: LimitReached | undefined
}

/** Why an offer that was looked at gave nothing. */
export type Refused =
  | { readonly offer: CompiledOffer; readonly because: 'CONDITION'; readonly check: Check }
  | { readonly offer: CompiledOffer; readonly because: 'LIMIT'; readonly reached: LimitReached }
  | { readonly offer: CompiledOffer; readonly because: 'NOTHING_TO_EARN'; readonly base: bigint }
  | {
      readonly offer: CompiledOffer
      readonly because: 'BETTER_OFFER'
      readonly amount: bigint
      readonly better: Award
    }

export interface Judgement {
  readonly awards: readonly Award[]
  readonly refused: readonly Refused[]
}

export interface JudgeInput {
  readonly tenant: number
  readonly basket: Basket
  /** What of each line was paid by spend and therefore earns nothing, in the basket's order. */
  readonly paidBySpend: readonly bigint[]
  readonly counters: Counters
}

/**
 * Judges a basket by the offers. Pure: the same facts give the same awards. Every candidate is either an award or a refusal
 * with its reason. Of the offers that are not on top of others only the best is awarded: the highest priority, then the
 * largest amount, then the older offer.
 */
export function judge(index: OfferIndex, input: JudgeInput): Judgement {
  const refused: Refused[] = []
  const won: { readonly compiled: CompiledOffer; readonly award: Award }[] = []
  for (const compiled of index.candidates(input.basket)) {
    const failing = firstFailing(compiled, input.basket)
    if (failing) {
      refused.push({ offer: compiled, because: 'CONDITION', check: failing })
      continue
    }
    const outcome = reckon(compiled, input)
    if ('because' in outcome) refused.push(outcome)
    else won.push({ compiled, award: outcome })
  }
  won.sort((a, b) => better(a.award, b.award))
  const best = won.find(({ award }) => !award.offer.terms.on_top)?.award
  const awards: Award[] = []
  for (const { compiled, award } of won) {
    if (award.offer.terms.on_top || award === best || best === undefined) awards.push(award)
    else refused.push({ offer: compiled, because: 'BETTER_OFFER', amount: award.amount, better: best })
  }
  return { awards, refused }
}

function better(a: Award, b: Award): number {
  const priority = b.offer.terms.priority - a.offer.terms.priority
  if (priority !== 0) return priority
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1
  return a.offer.id < b.offer.id ? -1 : 1
}

function reckon(
  compiled: CompiledOffer,
  { tenant, basket, paidBySpend, counters }: JudgeInput,
): Award | Refused {
  const { offer } = compiled
  const qualifying = new Set(compiled.qualifying(basket.lines))
  const bases = basket.lines.map((line, index) =>
    qualifying.has(line) ? baseOf(line, paidBySpend[index] ?? 0n, offer.terms.base) : 0n,
  )
  const base = sum(bases)
  if (base <= 0n) return { offer: compiled, because: 'NOTHING_TO_EARN', base }
  const { amount: reckoned, says } = reckonAward(offer.terms.award, base, offer.currency)
  const { amount, reached } = withinLimits(offer, { tenant, basket, counters }, reckoned)
  if (amount === 0n) {
    return reached
      ? { offer: compiled, because: 'LIMIT', reached }
      : { offer: compiled, because: 'NOTHING_TO_EARN', base }
  }
  const weights = bases.map((each) => (each > 0n ? each : 0n))
  return { offer, base, reckoned, says, amount, shares: allocate(amount, weights), reached }
}

/** What a line earns on: its price with or without tax, less the same share of it that was paid by spend. */
function baseOf({ gross, net }: BasketLine, paid: bigint, base: Offer['terms']['base']): bigint {
  if (base === 'GROSS') return gross - paid
  return paid === 0n || gross === 0n ? net : net - (net * paid) / gross
}
