import { z } from 'zod'
import { invalidField } from '../../kit/error.ts'
import { display, least, money, shareOf, sumOf } from '../../kit/money.ts'
import { ONE as ONE_PIECE, quantityText } from '../../kit/quantity.ts'
import { minorText, positiveDigits } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { award, type Earning, type EarningLine, type GivenUnits } from '../award.ts'
import { compare, type Fraction, NOUGHT, plus } from '../fraction.ts'
import { compareGoods } from '../goods.ts'
import { matcherOf, productTarget, storedTarget } from '../line.ts'
import { ifSent } from '../translator.ts'
import { moneyIn, percentIn, quantityIn, targetsIn } from '../words/voice.ts'
import { capped, HUNDRED_PERCENT, percent, readRate, saysCapped } from './percentage.ts'

const kind = z.literal('PRODUCT')
const MOST_TARGETS = 1_000
const pick = z.enum(['CHEAPEST', 'DEAREST'])

const settings = z.strictObject({
  kind,
  products: z.array(storedTarget).min(1).max(MOST_TARGETS).optional(),
  quantity: positiveDigits,
  for_every: positiveDigits.optional(),
  pick,
  basis_points: z.int().min(1).max(Number(HUNDRED_PERCENT)),
  cap: minorText.optional(),
})
type Settings = z.output<typeof settings>

/**
 * Pieces of what is bought are given, or cost less: so many of the cheapest or dearest, or so many of every
 * so many.
 */
export const product = award({
  kind: 'PRODUCT',
  settings,
  body: z.strictObject({
    kind,
    products: z
      .array(productTarget)
      .min(1)
      .max(MOST_TARGETS)
      .optional()
      .meta({ description: 'Of which pieces are given; without it, of all that qualifies.' }),
    quantity: wire.decimal.default('1').meta({ description: 'Pieces that are given each time.' }),
    for_every: wire.decimal.optional().meta({
      description: 'With 3, and quantity 1: of each full three that are bought, one is given.',
    }),
    pick: pick.default('CHEAPEST'),
    rate: wire.decimal.default('100').meta({ description: 'Percent of the price that is given.' }),
    cap: wire.decimal.optional().meta({ description: 'Most that one purchase is awarded.' }),
  }),
  reply: z.object({
    kind,
    products: z.array(storedTarget).optional(),
    quantity: z.number(),
    for_every: z.number().optional(),
    pick,
    rate: z.number(),
    cap: wire.amount.optional(),
  }),
  fromWire: ({ kind, products, pick, ...sent }, { minor, quantity, path }) => {
    const given = quantity('quantity', sent.quantity)
    const every = ifSent(sent.for_every, (text) => quantity('for_every', text))
    if (every !== undefined && BigInt(every) < BigInt(given)) {
      const needed = `at least the quantity, ${sent.quantity}, is needed`
      throw invalidField(path('for_every'), sent.for_every ?? '', needed)
    }
    return {
      kind,
      products,
      quantity: given,
      for_every: every,
      pick,
      basis_points: readRate(path('rate'), sent.rate),
      cap: ifSent(sent.cap, (text) => minor('cap', text)),
    }
  },
  toWire: ({ basis_points, quantity, for_every, cap, ...rest }, { decimal, pieces }) => ({
    ...rest,
    quantity: pieces(quantity),
    for_every: ifSent(for_every, pieces),
    rate: basis_points / 100,
    cap: ifSent(cap, decimal),
  }),
  says: ({ basis_points, cap, pick, quantity, for_every, products }, voice, way) => {
    const pieces = {
      pick,
      quantity: quantityIn(voice, quantity),
      every: ifSent(for_every, (every) => quantityIn(voice, every)),
      of: products && targetsIn(voice, products),
    }
    const rate = basis_points === Number(HUNDRED_PERCENT) ? undefined : percentIn(voice, basis_points)
    const most = ifSent(cap, (minor) => moneyIn(voice, minor))
    return voice.words.awards.product({ rate, pieces, cap: most }, way)
  },
  bound: ({ basis_points, cap }) =>
    cap === undefined
      ? { of: 'SHARE', basisPoints: BigInt(basis_points) }
      : { of: 'AMOUNT', minor: BigInt(cap) },
  compile: (settings) => {
    const given = givenUnits(settings)
    const rate = BigInt(settings.basis_points)
    const most = ifSent(settings.cap, BigInt)
    return (earning) => {
      const units = given(earning)
      return { amount: capped(rateOf(worthOf(units), rate), most), units }
    }
  },
  formula: ({ basis_points, cap, pick }, { units = [] }, currency) => {
    const worth = worthOf(units)
    const taken = `${quantityText(sumOf(units, (each) => each.taken))} ${pick.toLowerCase()}`
    const price = display(money(shareOf(worth.over, 1n, worth.under), currency))
    const exact = rateOf(worth, BigInt(basis_points))
    return saysCapped(`${percent(basis_points)} of ${taken} for ${price}`, { exact, cap, currency })
  },
})

/**
 * Which pieces of which lines are given, by the price of a piece; of equal ones those whose goods come first by name, however
 * the till sorted its lines.
 */
function givenUnits({ products, pick, ...settings }: Settings): (earning: Earning) => GivenUnits[] {
  const isOne = products ? matcherOf(products) : () => true
  const order = byPrice(pick)
  return ({ lines, times }) => {
    const matching = lines.filter(({ line }) => isOne(line))
    // What costs nothing is given already, and what is below zero is a discount or was given back.
    const goods = matching.filter(({ line, exact }) => line.quantity > 0n && exact.over > 0n)
    const back = sumOf(matching, ({ line }) => (line.quantity < 0n ? line.quantity : 0n))
    const bought = sumOf(goods, ({ line }) => line.quantity) + back
    let left = piecesGiven(settings, bought > 0n ? bought : 0n, times)
    const units: GivenUnits[] = []
    for (const { index, line, base, exact } of goods.sort(order)) {
      if (left === 0n) break
      const taken = least(left, line.quantity)
      units.push({ index, taken, of: line.quantity, base, exact })
      left -= taken
    }
    return units
  }
}

function rateOf({ over, under }: Fraction, basisPoints: bigint): bigint {
  return shareOf(over, basisPoints, HUNDRED_PERCENT * under)
}

function piecesGiven(
  { quantity, for_every }: Pick<Settings, 'quantity' | 'for_every'>,
  bought: bigint,
  times: bigint,
): bigint {
  const each = BigInt(quantity)
  return for_every === undefined ? least(each * times, bought) : (bought / BigInt(for_every)) * each
}

function byPrice(pick: Settings['pick']): (a: EarningLine, b: EarningLine) => number {
  const sign = pick === 'CHEAPEST' ? 1 : -1
  return (a, b) => sign * compare(priceOf(a), priceOf(b)) || compareGoods(a.line, b.line) || a.index - b.index
}

/** Of one piece: exact, because rounding would tell equal prices apart. */
function priceOf({ line, exact }: EarningLine): Fraction {
  return { over: exact.over * ONE_PIECE, under: exact.under * line.quantity }
}

/** Summed exactly, so that it does not matter over how many lines the pieces are spread. */
function worthOf(units: readonly GivenUnits[]): Fraction {
  return units
    .map(({ taken, of, exact }) =>
      taken === of ? exact : { over: exact.over * taken, under: exact.under * of },
    )
    .reduce(plus, NOUGHT)
}
