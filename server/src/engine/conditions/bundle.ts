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
import { fragments } from '../words/english.ts'
import { plainVoice, quantityIn, targetsIn, type Voice } from '../words/voice.ts'
import type { Item } from '../words/words.ts'

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
  says: ({ items, repeats }, voice) => voice.words.conditions.bundle(itemsIn(voice, items), repeats),
  compile: ({ items, repeats }, { currency }) => {
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
          needed: fragments.items(itemsIn(plainVoice(currency), lacking)),
        }
      },
    }
  },
})

interface StoredItem {
  readonly products: readonly ProductTarget[]
  readonly quantity: string
}

function itemsIn(voice: Voice, items: readonly StoredItem[]): Item[] {
  return items.map(({ products, quantity }) => ({
    pieces: quantityIn(voice, quantity),
    of: targetsIn(voice, products),
  }))
}

/** Every bundle has one of these, and no other item says it with fewer. */
function fewestTargets(items: readonly StoredItem[]): readonly ProductTarget[] {
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
