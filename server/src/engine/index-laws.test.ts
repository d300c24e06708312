import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBought, anyCounters, anyOffer, type Bought } from '../../test/any.ts'
import { chosenPlainly, wonBy } from '../../test/plainly.ts'
import { checkout, offer } from '../../test/words.ts'
import { sum } from '../kit/money.ts'
import { type Award, indexOffers } from './index.ts'

/**
 * The compiled index against a plain loop over all offers, for 100,000 random baskets, each among eight random offers. They are made
 * of parts that were drawn before: to draw each anew would take most of the time. LAWS_SEED draws others.
 */

const BASKETS = 100_000
const BASKETS_OF_A_SET = 100
const OFFERS_OF_A_SET = 8
const SEED = Number(process.env.LAWS_SEED ?? 1)

const offers = fc.sample(anyOffer(), { numRuns: 3_000, seed: SEED }).map(offer)
const parts = fc.sample(anyBought, { numRuns: 3_000, seed: SEED })
const random = numbersFrom(SEED)

/** Mulberry32: the same numbers from the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function drawnFrom<Each>(all: readonly Each[]): Each {
  const drawn = all[random(all.length)]
  if (drawn === undefined) throw new Error('there is nothing to draw from')
  return drawn
}

/** Lines of several baskets, bought by the shopper and at the place and time of another. */
function drawnBasket(): Bought {
  const bought = Array.from({ length: 1 + random(6) }, () => {
    const { basket, paid } = drawnFrom(parts)
    const place = random(basket.lines.length)
    return { lines: basket.lines.slice(place, place + 1), paid: paid.slice(place, place + 1) }
  })
  const lines = bought.flatMap((each) => each.lines)
  const { basket } = drawnFrom(parts)
  const total = sum(lines.map(({ gross }) => gross))
  return { basket: { ...basket, lines, total }, paid: bought.flatMap((each) => each.paid) }
}

const idsOf = (awards: readonly Award[]) => awards.map(({ offer }) => offer.id).join()
const givenBy = (awards: readonly Award[]) =>
  awards.map(({ offer, amount }) => `${offer.id} ${amount}`).join()

test('the compiled index and a plain loop agree on 100,000 random baskets and offers', () => {
  const wrong: string[] = []
  let [baskets, awarded, discounted] = [0, 0, 0]
  while (baskets < BASKETS) {
    const some = [...new Set(Array.from({ length: OFFERS_OF_A_SET }, () => drawnFrom(offers)))]
    const index = indexOffers(some)
    for (let each = 0; each < BASKETS_OF_A_SET; each++) {
      baskets++
      const { basket, paid } = drawnBasket()
      const counters = anyCounters(some, basket)
      const { discounts, awards, input } = checkout(index, basket, { paid, counters })
      const off = chosenPlainly(wonBy(some, { ...input, paid: [] }, 'INSTANT'), [])
      const later = chosenPlainly(wonBy(some, input, 'DEFERRED'), discounts)
      // A discount for which the others leave nothing to pay is left out; the rest keep their order.
      const given = new Set(discounts.map(({ offer }) => offer.id))
      const isSame =
        idsOf(discounts) === idsOf(off.filter(({ offer }) => given.has(offer.id))) &&
        discounts.length > 0 === off.length > 0 &&
        givenBy(awards) === givenBy(later)
      if (!isSame)
        wrong.push(
          `${some.map(({ offer }) => offer.terms.name).join(' | ')}: ${givenBy(awards)} is not ${givenBy(later)}`,
        )
      awarded += awards.length
      discounted += discounts.length
    }
  }
  expect(wrong.slice(0, 5)).toEqual([])
  expect(baskets).toBe(BASKETS)
  expect(awarded).toBeGreaterThan(BASKETS / 2)
  expect(discounted).toBeGreaterThan(BASKETS / 20)
}, 120_000)
