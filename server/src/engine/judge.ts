import { present } from '../kit/invariant.ts'
import type { GivenUnits } from './award.ts'
import { type Base, type Bases, basesOf } from './base.ts'
import type { Basket } from './basket.ts'
import { billedBefore, reckonPart } from './bill.ts'
import {
  type CompiledOffer,
  EVERYDAY_GROUP,
  firstFailing,
  standsOnSeveralShelves,
  timesMet,
} from './compile.ts'
import type { Check } from './condition.ts'
import type { CounterRef, Counters } from './counters.ts'
import { type LimitReached, withinBill, withinLimits } from './limits.ts'
import type { BasketLine } from './line.ts'
import type { Offer, RedeemMethod } from './offer.ts'
import type { Group, OfferIndex } from './offer-index.ts'
import { accumulated, progressOf, type Reached } from './progress.ts'
import { asDiscount, lessOff, takenOff, toPayFor } from './to-pay.ts'

/** An award that stands, with everything its amount follows from. */
export interface Award {
  readonly offer: Offer
  readonly redeem: RedeemMethod
  readonly base: bigint
  /** What of the base each line of the basket makes up, in the basket's order. */
  readonly bases: readonly bigint[]
  readonly times: bigint
  readonly progress: Reached | undefined
  /** Of a split bill: what its parts before this one were reckoned on. */
  readonly billed: bigint | undefined
  readonly units: readonly GivenUnits[] | undefined
  readonly reckoned: bigint
  readonly amount: bigint
  /** What each line is worth when the award is shared out, where that is not its part of the base or of the given pieces. */
  readonly sharedBy?: readonly bigint[]
  /** Of a discount: which lines are of equal goods, which share it first. What is left of each line to earn on hangs on it. */
  readonly goods?: readonly number[]
  readonly reached: LimitReached | undefined
  /** The counters of its limits, which it moves. */
  readonly counters: readonly CounterRef[]
}

/** Why an offer that was looked at gave nothing. */
export type Refused =
  | { readonly offer: CompiledOffer; readonly because: 'CONDITION'; readonly check: Check }
  | { readonly offer: CompiledOffer; readonly because: 'GOAL'; readonly progress: Reached }
  | { readonly offer: CompiledOffer; readonly because: 'LIMIT'; readonly reached: LimitReached }
  | { readonly offer: CompiledOffer; readonly because: 'NOTHING_TO_EARN'; readonly base: bigint }
  | {
      readonly offer: CompiledOffer
      readonly because: 'BETTER_OFFER' | 'EXCLUSIVE_GROUP'
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
  /** What of each line was paid by reward money and therefore earns nothing, in the basket's order. */
  readonly paid: readonly bigint[]
  readonly counters: Counters
}

const NOTHING: Judgement = { awards: [], refused: [] }

/** First the discounts: they change the price on which everything else is earned. */
export function judgeDiscounts(index: OfferIndex, input: JudgeInput): Judgement {
  return index.hasInstant ? judgeRound(index, input, 'INSTANT', []) : NOTHING
}

/**
 * Then the cash-back, with what discounts and spends paid of each line. An offer of a named group is left out when a discount of
 * that group was given.
 */
export function judge(index: OfferIndex, input: JudgeInput, discounts: readonly Award[] = []): Judgement {
  return judgeRound(index, input, 'DEFERRED', discounts)
}

/**
 * Judges a basket by the offers. Pure: the same facts give the same awards. Offers on top of others are all awarded. Of each
 * group of the rest only the best is: the highest priority, then the largest amount, then the older offer. They are looked at in
 * the order of what they could give, and no further than one could still be better; each that was looked at is an award or a
 * refusal with its reason.
 */
function judgeRound(
  index: OfferIndex,
  input: JudgeInput,
  redeem: RedeemMethod,
  discounts: readonly Award[],
): Judgement {
  const refused: Refused[] = []
  const won: Best[] = []
  const { onTop, groups } = index.candidates(input.basket, redeem)
  if (onTop.length === 0 && groups.length === 0) return NOTHING
  const round: Round = { input, bases: basesOf(input), refused }
  for (const compiled of onTop) {
    const award = judgeBy(compiled, round)
    if (award) putInOrder(won, { award, compiled })
  }
  for (const { name, rivals } of groups) {
    const best = bestOf(rivals, round)
    const taken = best && name !== EVERYDAY_GROUP ? discountOf(name, discounts) : undefined
    if (best && taken) refused.push(ruledOut(best, taken))
    else if (best) putInOrder(won, best)
  }
  const isOff = redeem === 'INSTANT' && won.length > 0
  const awards = isOff ? withinPrice(won, input, refused) : won.map(({ award }) => award)
  return { awards, refused }
}

interface Round {
  readonly input: JudgeInput
  readonly bases: Bases
  readonly refused: Refused[]
}

interface Best {
  readonly award: Award
  readonly compiled: CompiledOffer
}

/** Behind all that are better: of the few that are awarded this costs less than sorting them. */
function putInOrder(won: Best[], one: Best): void {
  let place = won.length
  for (; place > 0; place--) {
    const before = won[place - 1]
    if (!before || bestFirst(before, one) < 0) break
    won[place] = before
  }
  won[place] = one
}

/** The discount of a named group that was given. */
export function discountOf(group: string, discounts: readonly Award[]): Award | undefined {
  return discounts.find(({ offer }) => !offer.terms.on_top && offer.terms.exclusive_group === group)
}

function ruledOut({ award, compiled }: Best, by: Award): Refused {
  return { offer: compiled, because: 'EXCLUSIVE_GROUP', amount: award.amount, better: by }
}

function bestOf(rivals: Group['rivals'], round: Round): Best | undefined {
  const { refused } = round
  let seen: Set<CompiledOffer> | undefined
  let best: Best | undefined
  for (let next = rivals(); next; next = rivals()) {
    const { priority, most, offers } = next
    if (best && isBeaten(priority, most, best)) break
    for (const compiled of offers) {
      // The rest of the group could at most be equal, and all of it is younger.
      if (best && most === best.award.amount && compiled.offer.id > best.award.offer.id) break
      if (standsOnSeveralShelves(compiled)) {
        seen ??= new Set()
        if (seen.has(compiled)) continue
        seen.add(compiled)
      }
      const award = judgeBy(compiled, round)
      if (!award) continue
      const one: Best = { award, compiled }
      if (best && bestFirst(best, one) < 0) refused.push(beaten(one, best))
      else {
        if (best) refused.push(beaten(best, one))
        best = one
      }
    }
  }
  return best
}

function beaten({ award, compiled }: Best, by: Best): Refused {
  return { offer: compiled, because: 'BETTER_OFFER', amount: award.amount, better: by.award }
}

/** No offer of these rivals, nor of any after them, can be better. */
function isBeaten(priority: number, most: bigint, { award, compiled }: Best): boolean {
  return priority < compiled.priority || (priority === compiled.priority && most < award.amount)
}

function bestFirst(a: Best, b: Best): number {
  return a.compiled.priority === b.compiled.priority
    ? moreFirst(a.award, b.award)
    : b.compiled.priority - a.compiled.priority
}

function moreFirst(a: Award, b: Award): number {
  if (a.amount !== b.amount) return a.amount > b.amount ? -1 : 1
  return a.offer.id < b.offer.id ? -1 : 1
}

/** Whether a comes before b; negative: it does. */
export function better(a: Award, b: Award): number {
  return b.offer.terms.priority - a.offer.terms.priority || moreFirst(a, b)
}

/** Several discounts never take more off a line than it costs: each gets what those before it left to pay. */
function withinPrice(won: readonly Best[], { basket }: JudgeInput, refused: Refused[]): Award[] {
  const all = toPayFor(basket)
  let left = all
  return won.flatMap(({ award, compiled }): Award[] => {
    const given = takenOff(award, left, all)
    left = lessOff(left, given)
    if (given.amount > 0n) return [given]
    if (given.reached) refused.push({ offer: compiled, because: 'LIMIT', reached: given.reached })
    return []
  })
}

/** One offer by itself: what it would award, or why it gives nothing. */
export function judgeOne(compiled: CompiledOffer, input: JudgeInput): Award | Refused {
  const refused: Refused[] = []
  const award = judgeBy(compiled, { input, bases: basesOf(input), refused })
  return award ?? present(refused[0], 'what gives nothing says why')
}

/** What the offer would award; where it gives nothing, the reason is put to the round's refusals. */
function judgeBy(compiled: CompiledOffer, { input, bases, refused }: Round): Award | undefined {
  const { basket } = input
  const check = firstFailing(compiled, basket)
  if (check) {
    refused.push({ offer: compiled, because: 'CONDITION', check })
    return undefined
  }
  const qualifying = compiled.qualifying(basket.lines)
  const base = bases.of(compiled, qualifying)
  const progress = progressOf(compiled, { qualifying, base: base.base }, input)
  if (progress && progress.due === 0n) {
    refused.push({ offer: compiled, because: 'GOAL', progress })
    return undefined
  }
  return reckon(compiled, { qualifying, base, progress }, { input, refused })
}

interface Earned {
  readonly qualifying: readonly BasketLine[]
  readonly base: Base
  readonly progress: Reached | undefined
}

function reckon(
  compiled: CompiledOffer,
  earned: Earned,
  { input, refused }: Omit<Round, 'bases'>,
): Award | undefined {
  const { offer } = compiled
  const { base: of, progress, qualifying } = earned
  const { basket } = input
  const base = progress?.terms.on_accumulated ? accumulated(progress) : of.base
  if (of.base <= 0n && basket.occasion === 'PURCHASE') {
    refused.push({ offer: compiled, because: 'NOTHING_TO_EARN', base: of.base })
    return undefined
  }
  const times = timesMet(compiled, basket, qualifying) * (progress?.due ?? 1n)
  const billed = progress ? undefined : billedBefore(compiled, input)
  const earning = { base, lines: of.lines, times }
  const { amount: reckoned, units, inAll } = reckonPart(compiled.reckon, earning, billed)
  const within = withinLimits(compiled, input, reckoned)
  const { amount, reached, counters } =
    billed === undefined ? within : withinBill(compiled, input, { within, inAll })
  if (amount <= 0n) {
    refused.push(
      reached
        ? { offer: compiled, because: 'LIMIT', reached }
        : { offer: compiled, because: 'NOTHING_TO_EARN', base },
    )
    return undefined
  }
  const bases = of.perLine
  const award: Award = {
    offer,
    redeem: compiled.redeem,
    base,
    bases,
    times,
    progress,
    billed,
    units,
    reckoned,
    amount,
    reached,
    counters,
  }
  if (compiled.redeem === 'DEFERRED') return award
  // What a discount could not take off anyhow does not make it the better one.
  const toPay = toPayFor(basket)
  const given = takenOff(asDiscount(award, basket), toPay, toPay)
  if (given.amount > 0n || !given.reached) return given
  refused.push({ offer: compiled, because: 'LIMIT', reached: given.reached })
  return undefined
}
