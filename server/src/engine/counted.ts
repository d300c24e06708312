import { basesOf } from './base.ts'
import type { Basket } from './basket.ts'
import { billCounter } from './bill.ts'
import { type CompiledOffer, firstFailing } from './compile.ts'
import type { CounterRef } from './counters.ts'
import type { Award, JudgeInput, Judgement, Refused } from './judge.ts'
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
  const goals = index.goals(later.basket)
  if (goals.length === 0) return []
  const made: CountMade[] = []
  for (const compiled of goals) {
    const given = givenTo(compiled, awards)
    const reached =
      given ?? reachedWithout(compiled, refused, compiled.redeem === 'INSTANT' ? discounts : later)
    const uses = given ? Number(given.due) : 0
    if (reached) made.push({ ref: reached.counter, amount: reached.added, uses })
  }
  return made
}

function givenTo({ offer }: CompiledOffer, awards: readonly Award[]): Reached | undefined {
  for (const award of awards) if (award.offer === offer) return award.progress
  return undefined
}

/** Who was judged has told already what is added: nothing where a condition failed, and what fell short of the target. */
function reachedWithout(
  compiled: CompiledOffer,
  refused: readonly Refused[],
  input: JudgeInput,
): Reached | undefined {
  for (const each of refused) {
    if (each.offer !== compiled) continue
    if (each.because === 'GOAL') return each.progress
    if (each.because === 'CONDITION') return undefined
  }
  return reachedBy(compiled, input)
}

/** What an offer's goal comes to that was passed by, was not the best, or met a limit. */
function reachedBy(compiled: CompiledOffer, input: JudgeInput): Reached | undefined {
  const { basket } = input
  if (firstFailing(compiled, basket)) return undefined
  const qualifying = compiled.qualifying(basket.lines)
  const { base } = basesOf(input).of(compiled, qualifying)
  return progressOf(compiled, { qualifying, base }, input)
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
    if (!ref || firstFailing(compiled, basket)) return []
    const qualifying = compiled.qualifying(basket.lines)
    const { base } = basesOf(input).of(compiled, qualifying)
    return base > 0n ? [{ ref, amount: base, uses: 0 }] : []
  })
}

function isFor({ occasion, goal }: CompiledOffer, basket: Basket): boolean {
  return occasion === basket.occasion && goal === undefined
}
