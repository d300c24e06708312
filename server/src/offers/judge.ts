import { allocate, sum } from '../kit/money.ts'
import type { BasketLine } from '../products/index.ts'
import { reckonAward } from './awards/index.ts'
import type { Basket } from './basket.ts'
import { type CompiledOffer, firstFailing } from './compile.ts'
import type { Check } from './condition.ts'
import { type Counters, type LimitReached, withinLimits } from './limits.ts'
import type { Offer } from './offer.ts'
import type { OfferIndex, Rivals } from './offer-index.ts'

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
 * Judges a basket by the offers. Pure: the same facts give the same awards. Offers on top of others are all awarded. Of the
 * rest only the best is: the highest priority, then the largest amount, then the older offer. They are looked at in the order
 * of what they could give, and no further than one could still be better; each that was looked at is an award or a refusal with
 * its reason.
 */
export function judge(index: OfferIndex, input: JudgeInput): Judgement {
  const refused: Refused[] = []
  const awards: Award[] = []
  const { onTop, rivals } = index.candidates(input.basket)
  for (const compiled of onTop) {
    const outcome = judgeOne(compiled, input)
    if ('because' in outcome) refused.push(outcome)
    else awards.push(outcome)
  }
  const best = bestOf(rivals, input, refused)
  if (best) awards.push(best)
  return { awards: awards.sort(better), refused }
}

function bestOf(groups: Iterable<Rivals>, input: JudgeInput, refused: Refused[]): Award | undefined {
  const seen = new Set<CompiledOffer>()
  let best: { readonly award: Award; readonly compiled: CompiledOffer } | undefined
  for (const { priority, most, offers } of groups) {
    if (best && isBeaten(priority, most, best.award)) break
    for (const compiled of offers) {
      // The rest of the group could at most be equal, and all of it is younger.
      if (best && most === best.award.amount && compiled.offer.id > best.award.offer.id) break
      if (seen.has(compiled)) continue
      seen.add(compiled)
      const outcome = judgeOne(compiled, input)
      if ('because' in outcome) refused.push(outcome)
      else if (best && better(best.award, outcome) < 0) {
        refused.push({ offer: compiled, because: 'BETTER_OFFER', amount: outcome.amount, better: best.award })
      } else {
        if (best)
          refused.push({
            offer: best.compiled,
            because: 'BETTER_OFFER',
            amount: best.award.amount,
            better: outcome,
          })
        best = { award: outcome, compiled }
      }
    }
  }
  return best?.award
}

/** No offer of this group, nor of any after it, can be better. */
function isBeaten(priority: number, most: bigint, { offer, amount }: Award): boolean {
  return priority < offer.terms.priority || (priority === offer.terms.priority && most < amount)
}

/** Whether a comes before b; negative: it does. */
export function better(a: Award, b: Award): number {
  const priority = b.offer.terms.priority - a.offer.terms.priority
  if (priority !== 0) return priority
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1
  return a.offer.id < b.offer.id ? -1 : 1
}

/** One offer by itself: what it would award, or why it gives nothing. */
export function judgeOne(compiled: CompiledOffer, input: JudgeInput): Award | Refused {
  const check = firstFailing(compiled, input.basket)
  return check ? { offer: compiled, because: 'CONDITION', check } : reckon(compiled, input)
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
