import { sumOf } from '../kit/money.ts'
import type { EarningLine } from './award.ts'
import type { Basket } from './basket.ts'
import type { CompiledOffer } from './compile.ts'
import { type Fraction, isWhole, NOUGHT, ONE, plus, roundedDown, signed, times } from './fraction.ts'
import type { JudgeInput } from './judge.ts'
import type { BasketLine } from './line.ts'
import type { OfferTerms } from './offer.ts'
import { noughts } from './shares.ts'

/** What an offer's award is reckoned on: its base, and the lines that make it up. */
export interface Base {
  readonly lines: readonly EarningLine[]
  /** What each line of the basket makes up of it, in the basket's order. */
  readonly perLine: readonly bigint[]
  /** Rounded down once, when it is not a whole number of minor units. */
  readonly base: bigint
}

/** The bases that a basket has for given payments. */
export interface Bases {
  readonly of: (offer: CompiledOffer, qualifying: readonly BasketLine[]) => Base
}

/** What all lines together make up is reckoned once, for most offers earn on all of them. */
export function basesOf({ basket, paid }: Pick<JudgeInput, 'basket' | 'paid'>): Bases {
  const ofAll: { readonly on: EarnsOn; readonly base: Base }[] = []
  return {
    of: (offer, qualifying) => {
      // Left in order, so as many lines as there are is all of them.
      const isAll = qualifying.length === basket.lines.length
      if (isAll) for (const { on, base } of ofAll) if (on === offer.earnsOn) return base
      const base = baseOf(offer, basket, qualifying, paid)
      if (isAll) ofAll.push({ on: offer.earnsOn, base })
      return base
    },
  }
}

/** With tax or before it, at the price that is paid or at the one before the till's discount. */
export type EarnsOn = OfferTerms['base'] | `LISTED_${OfferTerms['base']}`

export function earnsOn({ award, redeem_method, base, before_discounts }: OfferTerms): EarnsOn {
  // Pieces that are given off the price cost what they cost now.
  const areGivenNow = redeem_method === 'INSTANT' && award.kind === 'PRODUCT'
  return before_discounts && !areGivenNow ? `LISTED_${base}` : base
}

/**
 * The base of an offer: what its qualifying lines cost by the offer's base, without what reward money paid of
 * them. Every part is summed exactly and rounded once, so that it does not matter how goods are split over
 * lines.
 */
function baseOf(
  { earnsOn }: CompiledOffer,
  { lines: all, discount }: Basket,
  qualifying: readonly BasketLine[],
  paid: readonly bigint[],
): Base {
  const isListed = earnsOn === 'LISTED_GROSS' || earnsOn === 'LISTED_NET'
  const isNet = earnsOn === 'NET' || earnsOn === 'LISTED_NET'
  const factor = isListed ? listFactor(all, discount) : ONE
  const lines: EarningLine[] = []
  let exact: Fraction = NOUGHT
  let next = 0
  for (const line of qualifying) {
    // They stand in the basket's order, one object each.
    const index = all.indexOf(line, next)
    next = index + 1
    const price = lineBase(line, paid[index] ?? 0n, isNet)
    const own = factor === ONE || line.gross <= 0n ? price : times(price, factor)
    exact = plus(exact, own)
    lines.push({ index, line, base: roundedDown(own), exact: own })
  }
  const base = roundedDown(exact)
  // Where nothing was rounded, the lines sum to the whole.
  const shared = isWhole(exact) ? lines : sharedOut(lines, base)
  return { lines: shared, perLine: spread(shared, all.length), base }
}

function spread(lines: readonly EarningLine[], length: number): readonly bigint[] {
  if (lines.length === length) return lines.map(({ base }) => base)
  const perLine = noughts(length)
  for (const { index, base } of lines) perLine[index] = base
  return perLine
}

/**
 * The lines' own rounded bases may miss a unit of the whole: the last line that earns takes it, so that they
 * always sum to it.
 */
function sharedOut(lines: readonly EarningLine[], base: bigint): readonly EarningLine[] {
  const missing = base - sumOf(lines, (line) => line.base)
  if (missing === 0n) return lines
  const earning = lines.findLastIndex((line) => line.base > 0n)
  const last = earning < 0 ? lines.findLastIndex(({ exact }) => exact.over > 0n) : earning
  return lines.map((line, index) => (index === last ? { ...line, base: line.base + missing } : line))
}

/** A line's price with or without tax, less the same share of it that was paid by reward money. */
function lineBase({ gross, net }: BasketLine, paid: bigint, isNet: boolean): Fraction {
  if (!isNet) return { over: paid === 0n ? gross : gross - paid, under: 1n }
  return paid === 0n || gross === 0n
    ? { over: net, under: 1n }
    : signed({ over: net * (gross - paid), under: gross })
}

/** With the till's discount added back, every line that it could lessen costs more by the same factor. */
function listFactor(lines: readonly BasketLine[], discount: bigint): Fraction {
  if (discount <= 0n) return ONE
  const worth = sumOf(lines, ({ gross }) => (gross > 0n ? gross : 0n))
  return worth > 0n ? { over: worth + discount, under: worth } : ONE
}
