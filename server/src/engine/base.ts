import { sum } from '../kit/money.ts'
import type { EarningLine } from './award.ts'
import type { Basket } from './basket.ts'
import type { CompiledOffer } from './compile.ts'
import { type Fraction, NOUGHT, ONE, plus, signed, times } from './fraction.ts'
import type { BasketLine } from './line.ts'
import type { OfferTerms } from './offer.ts'

/** What an offer's award is reckoned on: its base, and the lines that make it up. */
export interface Base {
  readonly lines: readonly EarningLine[]
  /** Rounded down once, when it is not a whole number of minor units. */
  readonly base: bigint
}

/**
 * The base of an offer: what its qualifying lines cost by the offer's base, without what reward money paid of
 * them. Every part is summed exactly and rounded once, so that it does not matter how goods are split over
 * lines.
 */
export function baseOf(
  { offer: { terms }, redeem }: CompiledOffer,
  { lines: all, discount }: Basket,
  qualifying: readonly BasketLine[],
  paid: readonly bigint[],
): Base {
  const isQualifying = qualifying === all ? undefined : new Set(qualifying)
  const lines: EarningLine[] = []
  let exact: Fraction = NOUGHT
  // Pieces that are given off the price cost what they cost now.
  const areGivenNow = redeem === 'INSTANT' && terms.award.kind === 'PRODUCT'
  const factor = areGivenNow ? ONE : listFactor(terms, all, discount)
  all.forEach((line, index) => {
    if (isQualifying && !isQualifying.has(line)) return
    const own = times(lineBase(line, paid[index] ?? 0n, terms.base), line.gross > 0n ? factor : ONE)
    exact = plus(exact, own)
    lines.push({ index, line, base: own.over / own.under, exact: own })
  })
  const base = exact.over / exact.under
  return { lines: sharedOut(lines, base), base }
}

/**
 * The lines' own rounded bases may miss a unit of the whole: the last line that earns takes it, so that they
 * always sum to it.
 */
function sharedOut(lines: readonly EarningLine[], base: bigint): readonly EarningLine[] {
  const missing = base - sum(lines.map((line) => line.base))
  if (missing === 0n) return lines
  const earning = lines.findLastIndex((line) => line.base > 0n)
  const last = earning < 0 ? lines.findLastIndex(({ exact }) => exact.over > 0n) : earning
  return lines.map((line, index) => (index === last ? { ...line, base: line.base + missing } : line))
}

/** A line's price with or without tax, less the same share of it that was paid by reward money. */
function lineBase({ gross, net }: BasketLine, paid: bigint, base: OfferTerms['base']): Fraction {
  if (base === 'GROSS') return { over: gross - paid, under: 1n }
  return paid === 0n || gross === 0n
    ? { over: net, under: 1n }
    : signed({ over: net * (gross - paid), under: gross })
}

/** With the till's discount added back, every line that it could lessen costs more by the same factor. */
function listFactor(
  { before_discounts }: OfferTerms,
  lines: readonly BasketLine[],
  discount: bigint,
): Fraction {
  if (!before_discounts || discount <= 0n) return ONE
  const worth = sum(lines.map(({ gross }) => (gross > 0n ? gross : 0n)))
  return worth > 0n ? { over: worth + discount, under: worth } : ONE
}
