import { basesOf } from './base.ts'
import type { Basket } from './basket.ts'
import { billCounter } from './bill.ts'
import { type CompiledOffer, firstFailing } from './compile.ts'
import { type CounterRef, counterKey } from './counters.ts'
import type { Award, JudgeInput, Judgement, Refused } from './judge.ts'
import type { OfferIndex } from './offer-index.ts'
import { progressOf, type Reached } from './progress.ts'

/** What a purchase counted on one counter, and for which award; undo gives it back. */
export interface Counted {
  /** LIMIT: of an award, by an offer's or a pass's limit. GOAL: towards a goal, or of a split bill. TIER: towards a tier. */
  readonly of: 'LIMIT' | 'GOAL' | 'TIER'
  /** The offer whose award it was counted with; of a tier nobody's. */
  readonly offer: string | undefined
  readonly ref: CounterRef
  readonly amount: bigint
  /** Of a goal: how often the award for it was given. */
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

/** What was known when discounts were judged, and when cash-back was: the two differ in price and in tier. */
export interface RoundInputs {
  readonly discounts: JudgeInput
  readonly later: JudgeInput
}

/** What the purchase adds to goals: to every one whose offer's conditions it fulfils, whether or not another offer was better. */
export function goalsMoved(
  index: OfferIndex,
  { discounts, later }: RoundInputs,
  { awards, refused }: Judgement,
): readonly Counted[] {
  const moved: Counted[] = []
  const goals = index.goals(later.basket)
  for (const compiled of goals) {
    const given = givenTo(compiled, awards)
    const reached =
      given ?? reachedWithout(compiled, refused, compiled.redeem === 'INSTANT' ? discounts : later)
    const uses = given ? Number(given.due) : 0
    if (reached) moved.push(countedAsGoal(reached.counter, reached.added, uses))
  }
  return moved
}

function countedAsGoal(ref: CounterRef, amount: bigint, uses: number): Counted {
  return { of: 'GOAL', offer: ref.offer, ref, amount, uses }
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

/** What a part of a split bill adds to what the bill's parts were reckoned on; discounts are judged on another price. */
export function billsMoved(index: OfferIndex, { discounts, later }: RoundInputs): readonly Counted[] {
  if (!later.basket.bill) return []
  return [...billMade(index, discounts, 'INSTANT'), ...billMade(index, later, 'DEFERRED')]
}

/** For every offer of one way that the part fulfils. */
function billMade(index: OfferIndex, input: JudgeInput, redeem: CompiledOffer['redeem']): readonly Counted[] {
  const { basket } = input
  return index.all.flatMap((compiled): Counted[] => {
    if (!isFor(compiled, basket) || compiled.redeem !== redeem) return []
    const ref = billCounter(compiled.offer, input)
    if (!ref || firstFailing(compiled, basket)) return []
    const qualifying = compiled.qualifying(basket.lines)
    const { base } = basesOf(input).of(compiled, qualifying)
    return base > 0n ? [countedAsGoal(ref, base, 0)] : []
  })
}

function isFor({ occasion, goal }: CompiledOffer, basket: Basket): boolean {
  return occasion === basket.occasion && goal === undefined
}
