import { basesOf } from './base.ts'
import type { Basket } from './basket.ts'
import { billCounter } from './bill.ts'
import { type CompiledOffer, firstFailing } from './compile.ts'
import type { CounterRef } from './counters.ts'
import type { JudgeInput, Judgement } from './judge.ts'
import type { OfferIndex } from './offer-index.ts'
import { progressOf, type Reached } from './progress.ts'

/** What a purchase adds to the counter of an offer whose conditions it fulfils, awarded or not. */
export interface CountMade {
  readonly ref: CounterRef
  readonly amount: bigint
  /** How often the award for it was given. */
  readonly uses: number
}

/** What was known when discounts were judged, and when cash-back was: the two differ in price and in tier. */
export interface RoundInputs {
  readonly discounts: JudgeInput
  readonly later: JudgeInput
}

/** What the purchase adds to goals: to every one whose offer's conditions it fulfils, whether or not another offer was better. */
export function progressMade(
  index: OfferIndex,
  { discounts, later }: RoundInputs,
  { awards, refused }: Judgement,
): readonly CountMade[] {
  const missed = new Map<CompiledOffer, Reached>()
  for (const each of refused) if (each.because === 'GOAL') missed.set(each.offer, each.progress)
  return index.counted(later.basket).flatMap((compiled): CountMade[] => {
    if (!compiled.goal) return []
    // Who was judged and fell short has told already what is added.
    const short = missed.get(compiled)
    if (short) return [{ ref: short.counter, amount: short.added, uses: 0 }]
    const input = compiled.redeem === 'INSTANT' ? discounts : later
    const { basket } = input
    const qualifying = compiled.qualifying(basket.lines)
    if (firstFailing(compiled, basket, qualifying)) return []
    const given = awards.find(({ offer }) => offer === compiled.offer)?.progress
    if (given) return [{ ref: given.counter, amount: given.added, uses: Number(given.due) }]
    const { base } = basesOf(input).of(compiled, qualifying)
    const made = progressOf(compiled, { qualifying, base }, input)
    return made ? [{ ref: made.counter, amount: made.added, uses: 0 }] : []
  })
}

/** What a part of a split bill adds to what the bill's parts were reckoned on, for every offer that it fulfils. */
export function billMade(
  index: OfferIndex,
  input: JudgeInput,
  redeem: CompiledOffer['redeem'],
): readonly CountMade[] {
  const { basket } = input
  if (!basket.bill) return []
  return index.all.flatMap((compiled): CountMade[] => {
    if (!isFor(compiled, basket) || compiled.redeem !== redeem) return []
    const ref = billCounter(compiled.offer, input)
    const qualifying = compiled.qualifying(basket.lines)
    if (!ref || firstFailing(compiled, basket, qualifying)) return []
    const { base } = basesOf(input).of(compiled, qualifying)
    return base > 0n ? [{ ref, amount: base, uses: 0 }] : []
  })
}

function isFor({ occasion, goal }: CompiledOffer, basket: Basket): boolean {
  return occasion === basket.occasion && goal === undefined
}
