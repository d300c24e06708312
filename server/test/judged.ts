import {
  type Award,
  type Basket,
  type CompiledOffer,
  type Counted,
  type Counters,
  counterBook,
  explainRefused,
  indexOffers,
  type JudgeInput,
  type Judgement,
  judge,
  judgeRounds,
  type OfferIndex,
  paidWithin,
} from '../src/engine/index.ts'
import { minorDigits } from '../src/kit/currency.ts'
import { decimalText } from '../src/kit/money.ts'
import { basket, type Shopping } from './baskets.ts'
import { offer } from './offers-in-words.ts'

/**
 * What a till would be told of a basket: discounts first, then cash-back on what is left, as a purchase does
 * it.
 */

export interface Facts {
  /** What reward money paid of each line, before any discount. */
  readonly paid?: readonly bigint[]
  readonly counters?: Counters
}

export function judged(
  offers: readonly CompiledOffer[],
  bought: Basket,
  { paid = [], counters = counterBook() }: Facts = {},
): Judgement {
  return judge(indexOffers(offers), { tenant: 1, basket: bought, paid, counters })
}

export interface Checkout {
  /** As cash-back was judged: with what discounts and the wallet paid of each line. */
  readonly input: JudgeInput
  /** What reward money paid of each line, as far as discounts left it to pay. */
  readonly spent: readonly bigint[]
  readonly discounts: readonly Award[]
  readonly awards: readonly Award[]
  readonly judgement: Judgement
  readonly counted: readonly Counted[]
}

export function checkout(
  offers: OfferIndex,
  bought: Basket,
  { paid = [], counters = counterBook() }: Facts = {},
): Checkout {
  const toJudge = { tenant: 1, offers, tiers: undefined, basket: bought, counters, isPaidInFull: false }
  const { discounts, awards, refused, payment, ...rest } = judgeRounds(toJudge, (off) => ({
    perLine: paidWithin(bought, off, paid),
  }))
  const judgement = { awards: [...discounts, ...awards], refused }
  return { ...rest, spent: payment.perLine, discounts, awards, judgement }
}

/** "1.00 0.50", the largest first; "-" for nothing. */
export function amounts({ awards }: Pick<Judgement, 'awards'>, currency = 'EUR'): string {
  return awards.map(({ amount }) => decimalText(amount, minorDigits(currency))).join(' ') || '-'
}

/** What one offer gives for a basket. */
export function earns(terms: string, bought: string, shopping: Shopping = {}, facts: Facts = {}): string {
  const { judgement } = checkout(indexOffers([offer(terms)]), basket(bought, shopping), facts)
  return amounts(judgement, shopping.currency)
}

/** Why one offer gives nothing: "AMOUNT: 9.99 EUR, needed at least 10.00 EUR". */
export function why(terms: string, bought: string, shopping: Shopping = {}, facts: Facts = {}): string {
  const compiled = offer(terms)
  const found = basket(bought, shopping)
  // Under no key, so that the offer is looked at whatever is in the basket.
  const index = indexOffers([{ ...compiled, keys: undefined }])
  return checkout(index, found, facts)
    .judgement.refused.map((each) => explainRefused(each, found))
    .map(({ condition, seen, needed }) => `${condition}: ${seen}, needed ${needed}`)
    .join('; ')
}
