import { z } from 'zod'
import { sum } from '../../kit/money.ts'
import { quantityText } from '../../kit/quantity.ts'
import { positiveDigits } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { condition } from '../condition.ts'
import {
  type BasketLine,
  keyOfTarget,
  matcherOf,
  type ProductTarget,
  productTarget,
  saysTargets,
  storedTarget,
} from '../line.ts'
import { type Part, type Pile, shortOf, wholeSets } from '../whole-sets.ts'

const kind = z.literal('BUNDLE')
const MOST_ITEMS = 20
const MOST_TARGETS = 1_000

/** All of these items are bought together, each with its pieces; only they earn. */
export const bundle = condition({
  kind: 'BUNDLE',
  settings: z.strictObject({
    kind,
    items: z
      .array(
        z.strictObject({
          products: z.array(storedTarget).min(1).max(MOST_TARGETS),
          quantity: positiveDigits,
        }),
      )
      .min(1)
      .max(MOST_ITEMS),
    repeats: z.boolean(),
  }),
  body: z.strictObject({
    kind,
    items: z
      .array(
        z.strictObject({
          products: z.array(productTarget).min(1).max(MOST_TARGETS),
          quantity: wire.decimal.meta({
            description: 'Pieces of any of the products that one bundle takes.',
          }),
        }),
      )
      .min(1)
      .max(MOST_ITEMS),
    repeats: wire.flag.default(false).meta({
      description: 'true: a fixed amount or free pieces are given once for every whole bundle.',
    }),
  }),
  reply: z.object({
    kind,
    items: z.array(z.object({ products: z.array(storedTarget), quantity: z.number() })),
    repeats: z.boolean(),
  }),
  fromWire: ({ items, ...rest }, translator) => ({
    ...rest,
    items: items.map(({ products, quantity }, index) => ({
      products,
      quantity: translator.at(`items[${index}]`).quantity('quantity', quantity),
    })),
  }),
  toWire: ({ items, ...rest }, { pieces }) => ({
    ...rest,
    items: items.map(({ products, quantity }) => ({ products, quantity: pieces(quantity) })),
  }),
  says: ({ items, repeats }) => `for ${repeats ? 'every ' : ''}${saysItems(items)}${together(items)}`,
  compile: ({ items, repeats }) => {
    const counters = items.map(({ products, quantity }) => ({
      isOne: matcherOf(products),
      needed: BigInt(quantity),
    }))
    const needs = counters.map(({ needed }) => needed)
    const pilesOf = (lines: readonly BasketLine[]) => piles(lines, counters)
    return {
      ofLines: true,
      keys: fewestTargets(items).map(keyOfTarget),
      admits: matcherOf(items.flatMap(({ products }) => products)),
      holds: (_, lines) => shortOf(needs, pilesOf(lines)).length === 0,
      ...(repeats && { times: (_, lines) => wholeSets(needs, pilesOf(lines)) }),
      shortfall: (_, lines) => {
        const there = pilesOf(lines)
        const short = shortOf(needs, there)
        const lacking = items.filter((_, part) => short.includes(part))
        const found = there.filter(({ fits }) => fits.some((part) => short.includes(part)))
        const names = saysTargets(lacking.flatMap(({ products }) => products))
        return {
          seen: `${quantityText(sum(found.map(({ pieces }) => pieces)))} of ${names}`,
          needed: `${saysItems(lacking)}${together(lacking)}`,
        }
      },
    }
  },
})

interface Item {
  readonly products: readonly ProductTarget[]
  readonly quantity: string
}

function saysItems(items: readonly Item[]): string {
  return items
    .map(({ products, quantity }) => `${quantityText(BigInt(quantity))} of ${saysTargets(products)}`)
    .join(' and ')
}

function together({ length }: readonly Item[]): string {
  return length > 1 ? ' together' : ''
}

/** Every bundle has one of these, and no other item says it with fewer. */
function fewestTargets(items: readonly Item[]): readonly ProductTarget[] {
  const [first = [], ...others] = items.map(({ products }) => products)
  return others.reduce((fewest, each) => (each.length < fewest.length ? each : fewest), first)
}

interface Counter {
  readonly isOne: (line: BasketLine) => boolean
}

/**
 * The pieces that are bought, by the items they could be; what is given back in the same purchase is taken
 * off its like.
 */
function piles(lines: readonly BasketLine[], counters: readonly Counter[]): Pile[] {
  const found = new Map<string, { readonly fits: readonly Part[]; pieces: bigint }>()
  for (const line of lines) {
    // A price below zero on pieces that are bought is a discount of the till, not another piece.
    if (line.quantity > 0n && line.gross < 0n) continue
    const fits = counters.flatMap(({ isOne }, part) => (isOne(line) ? [part] : []))
    const key = fits.join()
    const pile = found.get(key) ?? { fits, pieces: 0n }
    pile.pieces += line.quantity
    found.set(key, pile)
  }
  return [...found.values()].filter(({ pieces }) => pieces > 0n)
}
