import { least, sum, sumOf } from '../kit/money.ts'
import { ONE } from '../kit/quantity.ts'
import { nextStep, saysAward } from './awards/index.ts'
import type { Basket } from './basket.ts'
import type { CompiledOffer } from './compile.ts'
import type { Addition } from './condition.ts'
import { type Award, type JudgeInput, type Judgement, judge, judgeDiscounts, type Refused } from './judge.ts'
import type { BasketLine } from './line.ts'
import type { OfferIndex } from './offer-index.ts'
import { sharesTogether } from './shares.ts'
import { plainVoice } from './words/voice.ts'

/** What the contact could still do to get more, and what that would give. True: who does exactly this gets exactly that. */
export interface NearMiss {
  readonly offer: CompiledOffer
  /** So much money's worth, or so many pieces, … */
  readonly add: Addition
  /** … of the goods of this line of the basket; undefined: of anything that earns. */
  readonly line: number | undefined
  /** The award as the offer says it: "10 % back". */
  readonly award: string
  /** What the offer would then give. */
  readonly amount: bigint
}

const MOST_TRIED = 8
const MOST_TOLD = 3

/**
 * All that a fuller basket would be awarded, judged as a purchase of it: with what the wallet would pay then, and the tiers that it
 * would reach. undefined where that depends on which goods are added. `line`: of which they are; undefined: of anything.
 */
export type JudgeFuller = (fuller: Basket, line: number | undefined) => readonly Award[] | undefined

/**
 * Looks for offers that only a little more would bring: each is told only after the basket with it was judged again, and the
 * offer gave the award and all offers together more than now. Not offered: what would cost more than is bought already, and awards
 * before tax, whose base is not known for goods that are not in the basket.
 */
export function nearMisses(
  index: OfferIndex,
  input: JudgeInput,
  { awards, refused }: Judgement,
  judgeFuller?: JudgeFuller,
): readonly NearMiss[] {
  const { basket } = input
  if (basket.occasion !== 'PURCHASE' || basket.total <= 0n) return []
  const tries = [
    ...refused.flatMap((each) => wanted(each, basket)),
    ...awards.flatMap((each) => stepUp(each, index)),
  ]
  const found = tries
    .filter(({ compiled, add }) => compiled.offer.terms.base === 'GROSS' && isLittle(add, basket))
    .slice(0, MOST_TRIED)
    .flatMap((each) => verified(index, { input, awards, judgeFuller }, each))
  return found.sort((a, b) => size(a.add) - size(b.add)).slice(0, MOST_TOLD)
}

interface Try {
  readonly compiled: CompiledOffer
  readonly add: Addition
  /** What it gives already. */
  readonly now: bigint
}

function wanted(refused: Refused, basket: Basket): Try[] {
  const { offer: compiled } = refused
  if (refused.because === 'CONDITION') {
    const lines = compiled.qualifying(basket.lines)
    const add = refused.check.missing?.(basket, lines)
    return add ? [{ compiled, add, now: 0n }] : []
  }
  if (refused.because === 'NOTHING_TO_EARN') {
    const more = nextStep(compiled.offer.terms.award, refused.base)
    return more === undefined ? [] : [{ compiled, add: { amount: more }, now: 0n }]
  }
  if (refused.because === 'GOAL') {
    const { terms, before, added, granted } = refused.progress
    const goal = BigInt(terms.target) * BigInt(terms.repeats ? granted + 1 : 1)
    const missing = goal - before - added
    if (missing <= 0n || terms.of === 'VISITS' || (!terms.repeats && granted > 0)) return []
    return [{ compiled, add: terms.of === 'AMOUNT' ? { amount: missing } : { quantity: missing }, now: 0n }]
  }
  return []
}

function stepUp({ offer, base, amount, progress }: Award, index: OfferIndex): Try[] {
  const more = progress ? undefined : nextStep(offer.terms.award, base)
  const compiled = more === undefined ? undefined : index.find(offer.id)
  return compiled && more !== undefined ? [{ compiled, add: { amount: more }, now: amount }] : []
}

function isLittle(add: Addition, basket: Basket): boolean {
  if ('amount' in add) return add.amount > 0n && add.amount <= basket.total
  return (
    add.quantity > 0n &&
    add.quantity <= sum(basket.lines.map(({ quantity }) => quantity)) &&
    add.quantity % ONE === 0n
  )
}

function size(add: Addition): number {
  return 'amount' in add ? Number(add.amount) : Number(add.quantity)
}

interface Judged {
  readonly input: JudgeInput
  readonly awards: readonly Award[]
  readonly judgeFuller: JudgeFuller | undefined
}

/** Judges the basket with the addition in it; tells it only when the offer then gives more than now, and nothing is lost by it. */
function verified(index: OfferIndex, judged: Judged, { compiled, add, now }: Try): NearMiss[] {
  const { basket } = judged.input
  const restricted = compiled.checks.some(({ admits }) => admits !== undefined)
  const line = restricted || 'quantity' in add ? lineToRaise(compiled, basket) : undefined
  if (line === undefined && (restricted || 'quantity' in add)) return []
  const fuller = withMore(basket, add, line)
  const gives = (all: readonly Award[]) => all.find(({ offer }) => offer === compiled.offer)
  const held = withHeldPayments(index, judged, fuller)
  if (!gives(held)) return []
  const all = judged.judgeFuller ? judged.judgeFuller(fuller, line) : held
  const award = all && gives(all)
  if (!award || award.amount <= now || togetherOf(all) <= togetherOf(judged.awards)) return []
  const { terms, currency } = compiled.offer
  const says = saysAward(terms.award, plainVoice(currency), compiled.redeem === 'INSTANT' ? 'off' : 'back')
  return [{ offer: compiled, add, line, award: says, amount: award.amount }]
}

function togetherOf(awards: readonly Award[]): bigint {
  return sumOf(awards, ({ amount }) => amount)
}

/** What the fuller basket is awarded if the wallet pays what it pays now, and no tier is reached that is not now. */
function withHeldPayments(index: OfferIndex, { input, awards }: Judged, fuller: Basket): readonly Award[] {
  const discounts = judgeDiscounts(index, { ...input, basket: fuller, paid: [] }).awards
  const paid = paidOf(fuller, input.paid, { before: awards.filter(isDiscount), after: discounts })
  return [...discounts, ...judge(index, { ...input, basket: fuller, paid }, discounts).awards]
}

function isDiscount({ redeem }: Award): boolean {
  return redeem === 'INSTANT'
}

interface Discounts {
  readonly before: readonly Award[]
  readonly after: readonly Award[]
}

/** What would be paid of each line: what is spent now, as far as the discounts of the fuller basket leave it to pay. */
function paidOf(fuller: Basket, paid: readonly bigint[], { before, after }: Discounts): readonly bigint[] {
  // Where all is paid in full, discounts do not lessen what earns.
  if (paid.length === 0) return paid
  const [offBefore, offAfter] = [before, after].map((awards) => sharesTogether(awards, fuller.lines.length))
  return fuller.lines.map(({ gross }, line) => {
    const spent = (paid[line] ?? 0n) - (offBefore?.[line] ?? 0n)
    const discount = offAfter?.[line] ?? 0n
    const left = gross - discount
    return discount + (left > 0n ? least(spent, left) : 0n)
  })
}

/** The cheapest qualifying goods in the basket. */
function lineToRaise(compiled: CompiledOffer, { lines }: Basket): number | undefined {
  const qualifying = new Set(compiled.qualifying(lines))
  let found: number | undefined
  lines.forEach((line, index) => {
    const chosen = found === undefined ? undefined : lines[found]
    const isWhole = line.quantity > 0n && line.gross > 0n && (line.gross * ONE) % line.quantity === 0n
    if (!qualifying.has(line) || !isWhole) return
    if (!chosen || line.gross * chosen.quantity < chosen.gross * line.quantity) found = index
  })
  return found
}

/** The basket as it would be: one more line of unknown goods, or more of a line's goods at their price. */
export function withMore(basket: Basket, add: Addition, line: number | undefined): Basket {
  const like = line === undefined ? undefined : basket.lines[line]
  const more = like ? moreOf(like, add) : anything(add)
  return { ...basket, total: basket.total + more.gross, lines: [...basket.lines, more] }
}

function moreOf(like: BasketLine, add: Addition): BasketLine {
  if ('amount' in add) return { ...like, quantity: ONE, gross: add.amount, net: add.amount }
  const gross = (like.gross * add.quantity) / like.quantity
  return { ...like, quantity: add.quantity, gross, net: gross }
}

function anything(add: Addition): BasketLine {
  const gross = 'amount' in add ? add.amount : 0n
  return { sku: '', family: null, brand: null, type: null, quantity: ONE, gross, net: gross }
}
