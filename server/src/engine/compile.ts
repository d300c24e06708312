import { rememberedLast } from '../kit/remembered.ts'
import { type Bound, type Reckon, UNBOUNDED } from './award.ts'
import { boundOfAward, compileAward } from './awards/index.ts'
import { type EarnsOn, earnsOn } from './base.ts'
import type { Basket, Occasion } from './basket.ts'
import { type Check, checkOf } from './condition.ts'
import { compileConditions } from './conditions/index.ts'
import { asksForPass, compileLimits, type Limit } from './limits.ts'
import type { BasketLine } from './line.ts'
import { occasionOf } from './occasions.ts'
import type { Offer, OfferTerms, RedeemMethod } from './offer.ts'
import type { Goal } from './progress.ts'

/** An offer made ready to be judged many times: its checks in order, the index keys of its most selective condition. */
export interface CompiledOffer {
  readonly offer: Offer
  readonly occasion: Occasion
  readonly redeem: RedeemMethod
  /** Offers of one group rule each other out; undefined for one on top of all others. */
  readonly group: string | undefined
  /** Higher first. */
  readonly priority: number
  readonly checks: readonly Check[]
  readonly keys: readonly string[] | undefined
  /** What several purchases reach together; undefined for an offer that looks at one purchase alone. */
  readonly goal: Goal | undefined
  readonly earnsOn: EarnsOn
  readonly reckon: Reckon
  /** Whether one purchase may fulfil it several times. */
  readonly repeats: boolean
  readonly limits: readonly Limit[]
  readonly asksForPass: boolean
  /** What its award cannot exceed. */
  readonly bound: Bound
  /** Whether pieces of the goods themselves are given. */
  readonly givesGoods: boolean
  /** Whether its judging reads a counter. */
  readonly isCounted: boolean
  /** The lines that earn and that all its product conditions leave in. */
  readonly qualifying: (lines: readonly BasketLine[]) => readonly BasketLine[]
}

/** Whether a basket may come upon the offer more than once: under each of its keys. */
export function standsOnSeveralShelves({ keys }: CompiledOffer): boolean {
  return keys !== undefined && keys.length > 1
}

/** The group of which only the best is awarded; undefined: the offer is awarded on top of all others. */
export function groupOf({ on_top, exclusive_group }: OfferTerms): string | undefined {
  return on_top ? undefined : (exclusive_group ?? EVERYDAY_GROUP)
}

/** The group of all offers that name none. */
export const EVERYDAY_GROUP = ''

export function compileOffer(offer: Offer): CompiledOffer {
  const { terms } = offer
  const checks = [
    ...availability(offer),
    ...(terms.scheme ? [membership(terms.scheme)] : []),
    ...compileConditions(terms.conditions, { currency: offer.currency, offer: offer.id }),
  ]
  const limits = compileLimits(offer)
  const isForPass = asksForPass(offer)
  return {
    offer,
    occasion: occasionOf(terms),
    redeem: terms.redeem_method ?? 'DEFERRED',
    group: groupOf(terms),
    priority: terms.priority,
    checks,
    keys: mostSelective(checks),
    bound: boundOf(offer, checks),
    goal: terms.progress && { terms: terms.progress, target: BigInt(terms.progress.target) },
    earnsOn: earnsOn(terms),
    reckon: compileAward(terms.award),
    givesGoods: terms.award.kind === 'PRODUCT',
    repeats: checks.some(({ times }) => times),
    limits,
    asksForPass: isForPass,
    isCounted: terms.progress !== undefined || limits.length > 0 || isForPass,
    qualifying: qualifyingFor(checks),
  }
}

type Admits = (line: BasketLine) => boolean

function qualifyingFor(checks: readonly Check[]): CompiledOffer['qualifying'] {
  const [only, ...others] = checks.flatMap(({ admits }) => admits ?? [])
  if (!only) return earning
  const admits: Admits =
    others.length === 0 ? only : (line) => only(line) && others.every((admit) => admit(line))
  return (lines) => kept(earning(lines), admits)
}

/** All offers ask for the same basket's lines, one after the other. */
const earning = rememberedLast((lines: readonly BasketLine[]) => kept(lines, (line) => line.earns !== false))

/** Those that the test leaves in: the list itself where it leaves in all. */
function kept(lines: readonly BasketLine[], admits: Admits): readonly BasketLine[] {
  const left = lines.filter(admits)
  return left.length === lines.length ? lines : left
}

/** What repeats, or is reckoned on more than the basket, may give more than its rule bounds. */
function boundOf({ terms: { award, progress } }: Offer, checks: readonly Check[]): Bound {
  return progress || checks.some(({ times }) => times) ? UNBOUNDED : boundOfAward(award)
}

function membership({ id, name }: { readonly id: string; readonly name?: string | undefined }): Check {
  return checkOf('SCHEME', {
    holds: ({ shopper }) => shopper.schemes.has(id),
    shortfall: () => ({ seen: 'not a member', needed: `membership of ${name ?? id}` }),
  })
}

/** Nothing to check for an offer that runs for ever. */
function availability({ terms: { availability } }: Offer): Check[] {
  if (availability.from === undefined && availability.to === undefined) return []
  const from = availability.from ?? Number.NEGATIVE_INFINITY
  const to = availability.to ?? Number.POSITIVE_INFINITY
  const day = (ms: number) => new Date(ms).toISOString()
  const check = checkOf('AVAILABILITY', {
    holds: ({ at }) => at.getTime() >= from && at.getTime() < to,
    shortfall: ({ at }) => ({
      seen: at.toISOString(),
      needed: [
        ...(availability.from === undefined ? [] : [`from ${day(availability.from)}`]),
        ...(availability.to === undefined ? [] : [`before ${day(availability.to)}`]),
      ].join(' and '),
    }),
  })
  return [check]
}

/** From the rarest among purchases to the most common. */
const SELECTIVE = ['PASS', 'PRODUCTS', 'BUNDLE', 'CLASSIFICATIONS', 'SEGMENTS', 'ORGANISATIONS']

/** An offer stands under the keys of its rarest condition; one without keys is looked at by every purchase. */
function mostSelective(checks: readonly Check[]): readonly string[] | undefined {
  const keyed = checks.filter(({ keys }) => keys !== undefined)
  const rank = ({ kind }: Check) => SELECTIVE.indexOf(kind)
  return keyed.sort((a, b) => rank(a) - rank(b))[0]?.keys
}

/** The first condition that does not hold; undefined when all hold. */
export function firstFailing(
  { checks, qualifying, redeem }: CompiledOffer,
  basket: Basket,
): Check | undefined {
  let lines: readonly BasketLine[] | undefined
  for (const check of checks) {
    // Most offers are refused before anybody asks which lines qualify.
    if (check.ofLines) lines ??= qualifying(basket.lines)
    if (!check.holds(basket, lines ?? basket.lines)) return check
  }
  return basket.isPaid && redeem === 'INSTANT' ? PRICE_IS_OPEN : undefined
}

const PRICE_IS_OPEN = checkOf('PRICE_IS_OPEN', {
  holds: ({ isPaid }) => !isPaid,
  shortfall: () => ({ seen: 'claimed after it was paid', needed: 'a price that is still to be paid' }),
})

/** Whether the offer may come to be awarded, as far as can be said before the contact's wallet is locked. */
export function mayConcern({ checks, qualifying }: CompiledOffer, basket: Basket): boolean {
  const lines = qualifying(basket.lines)
  return checks.every((check) => check.isLate || check.holds(basket, lines))
}

/** How often one purchase that fulfils the offer does so. */
export function timesMet(
  { checks, repeats }: CompiledOffer,
  basket: Basket,
  lines: readonly BasketLine[],
): bigint {
  let times = 1n
  if (!repeats) return times
  for (const check of checks) if (check.times) times *= check.times(basket, lines)
  return times
}
