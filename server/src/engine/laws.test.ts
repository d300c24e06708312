import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyBought, anyCounters, anyEvenBought, anyOffer, type Bought, cutInTwo } from '../../test/any.ts'
import { groupOf, groupsOf, inputOf, wonBy } from '../../test/plainly.ts'
import { checkout, offer } from '../../test/words.ts'
import { sum } from '../kit/money.ts'
import {
  type Award,
  type Basket,
  type CompiledOffer,
  indexOffers,
  judgeDiscounts,
  judgeOne,
  nearMisses,
  withMore,
} from './index.ts'
import { better } from './judge.ts'
import { sharesOf, sharesTogether } from './shares.ts'

// LAWS_RUNS=100000 for a long run; LAWS_SEED repeats one that failed.
const RUNS = Number(process.env.LAWS_RUNS ?? 10_000)
const SEED = Number(process.env.LAWS_SEED ?? 1)
const runs = (share: number) => ({ numRuns: Math.ceil(RUNS * share), seed: SEED })
const LONG = 60_000 + RUNS * 20

const offers = fc.sample(anyOffer(), { numRuns: 80, seed: SEED }).map(offer)
const index = indexOffers(offers)

const amountsOf = (awards: readonly Award[]) => awards.map(({ offer, amount }) => [offer.terms.name, amount])

describe('the index', () => {
  test(
    'gives the same awards in whatever order offers come',
    () => {
      const some = fc.uniqueArray(fc.nat(offers.length - 1), { minLength: 1, maxLength: 12 })
      fc.assert(
        fc.property(some, anyBought, (positions, { basket, paid }) => {
          const chosen = positions.flatMap((position) => offers[position] ?? [])
          const of = (all: readonly CompiledOffer[]) =>
            amountsOf(checkout(indexOffers(all), basket, { paid }).judgement.awards)
          expect(of(chosen.toReversed())).toEqual(of(chosen))
        }),
        runs(0.1),
      )
    },
    LONG,
  )
})

describe('a condition', () => {
  test(
    'that is not of lines holds or not whatever lines it is shown',
    () => {
      fc.assert(
        fc.property(anyOffer(), anyBought, (words, { basket }) => {
          const { checks, qualifying } = offer(words)
          for (const { ofLines, holds } of checks) {
            if (!ofLines) expect(holds(basket, [])).toBe(holds(basket, qualifying(basket.lines)))
          }
        }),
        runs(0.5),
      )
    },
    LONG,
  )
})

describe('of rivals', () => {
  /** All ways to award some of what was won, at most one of each group. */
  function admissible([award, ...others]: readonly Award[]): Award[][] {
    if (!award) return [[]]
    const without = admissible(others)
    const rivals = (other: Award) => groupOf(other) !== undefined && groupOf(other) === groupOf(award)
    return [...without.filter((set) => !set.some(rivals)).map((set) => [award, ...set]), ...without]
  }

  /** The best first award decides, then the second; all else equal, the longer. */
  function compareSets(a: readonly Award[], b: readonly Award[]): number {
    for (const [position, award] of a.entries()) {
      const other = b[position]
      if (!other) return -1
      if (award !== other) return better(award, other)
    }
    return b.length - a.length
  }

  test(
    'the set that is awarded is the best of all that the groups admit, of discounts first and then of cash-back',
    () => {
      const few = fc.array(anyOffer({ conditions: 1 }), { minLength: 1, maxLength: 7 })
      let [discounted, ruledOut] = [0, 0]
      fc.assert(
        fc.property(few, anyBought, (words, { basket, paid }) => {
          const all = words.map(offer)
          const counters = anyCounters(all, basket)
          const { discounts, awards, judgement, input } = checkout(indexOffers(all), basket, {
            paid,
            counters,
          })
          const [off = []] = admissible(wonBy(all, { ...input, paid: [] }, 'INSTANT')).sort(compareSets)
          const given = off.filter(({ offer }) => discounts.some((each) => each.offer === offer))
          expect(discounts.map(({ offer }) => offer.id)).toEqual(given.map(({ offer }) => offer.id))
          // What was the best and is not given found nothing left to pay.
          const leftOut = off.filter((each) => !given.includes(each)).map(({ offer }) => offer.id)
          const toldSo = judgement.refused.flatMap((each) =>
            each.because === 'LIMIT' && each.reached.name === 'LEFT_TO_PAY' ? [each.offer.offer.id] : [],
          )
          expect(toldSo).toEqual(expect.arrayContaining(leftOut))

          const taken = groupsOf(discounts)
          const later = wonBy(all, input, 'DEFERRED').filter((each) => !taken.has(groupOf(each) ?? ''))
          const [best] = admissible(later).sort(compareSets)
          expect(awards).toEqual(best)
          if (discounts.length > 0) discounted++
          if (later.length < wonBy(all, input, 'DEFERRED').length) ruledOut++
        }),
        runs(0.2),
      )
      expect(discounted).toBeGreaterThan(RUNS / 100)
      expect(ruledOut).toBeGreaterThan(0)
    },
    LONG,
  )
})

describe('the amount of an award', () => {
  const alone = anyOffer({ conditions: 1, counted: false })
  const amountOf = (compiled: CompiledOffer, basket: Basket, paid: readonly bigint[]) => {
    const outcome = judgeOne(compiled, inputOf(basket, paid, new Map()))
    return 'because' in outcome ? outcome.because : outcome.amount
  }

  test(
    'does not depend on the order of lines',
    () => {
      const shuffled = anyBought.chain((bought) => {
        const places = bought.basket.lines.map((_, place) => place)
        return fc.tuple(fc.constant(bought), fc.shuffledSubarray(places, { minLength: places.length }))
      })
      fc.assert(
        fc.property(alone, shuffled, (words, [{ basket, paid }, places]) => {
          const lines = places.flatMap((place) => basket.lines[place] ?? [])
          const paidToo = places.map((place) => paid[place] ?? 0n)
          const compiled = offer(words)
          expect(amountOf(compiled, { ...basket, lines }, paidToo)).toBe(amountOf(compiled, basket, paid))
        }),
        runs(0.5),
      )
    },
    LONG,
  )

  test(
    'does not change when lines are cut in two equal ones',
    () => {
      fc.assert(
        fc.property(alone, anyEvenBought, (words, bought) => {
          const cut = cutInTwo(bought)
          const compiled = offer(words)
          expect(amountOf(compiled, cut.basket, cut.paid)).toBe(
            amountOf(compiled, bought.basket, bought.paid),
          )
        }),
        runs(0.5),
      )
    },
    LONG,
  )

  test(
    'among all offers together, discounts and cash-back, depends on neither order nor cut of lines',
    () => {
      const together = fc.array(anyOffer({ conditions: 1, counted: false }), { minLength: 1, maxLength: 8 })
      // What single pieces of a line cost after a discount is a matter of coins, which equal lines share: see the README.
      const isOfPieces = /^([\d.]+ % of )?the /
      const given = (all: readonly CompiledOffer[], { basket, paid }: Bought) => {
        const { discounts, awards } = checkout(indexOffers(all), basket, { paid })
        return [...discounts, ...awards].map(({ offer, amount }) => [offer.terms.name, amount])
      }
      let awarded = 0
      fc.assert(
        fc.property(together, anyEvenBought, fc.infiniteStream(fc.nat()), (words, { basket }, stream) => {
          const all = words.map(offer)
          // What the wallet pays of each line is found out after the discounts.
          const bought = { basket, paid: [] }
          const places = basket.lines
            .map((_, place) => ({ place, drawn: stream.next().value ?? 0 }))
            .sort((a, b) => a.drawn - b.drawn)
            .map(({ place }) => place)
          const turned = {
            basket: { ...basket, lines: places.flatMap((place) => basket.lines[place] ?? []) },
            paid: [],
          }
          const as = given(all, bought)
          expect(given(all, turned)).toEqual(as)
          if (!words.some((each) => isOfPieces.test(each))) expect(given(all, cutInTwo(bought))).toEqual(as)
          awarded += as.length
        }),
        runs(0.3),
      )
      expect(awarded).toBeGreaterThan(RUNS / 10)
    },
    LONG,
  )

  test(
    'is the sum of its shares, and only lines that it comes from have one',
    () => {
      fc.assert(
        fc.property(anyBought, ({ basket, paid }) => {
          const { judgement } = checkout(index, basket, { paid, counters: anyCounters(offers, basket) })
          for (const award of judgement.awards) {
            const {
              offer: { id },
              amount,
              units,
            } = award
            const shares = sharesOf(award)
            expect(sum(shares)).toBe(amount)
            const compiled = offers.find((each) => each.offer.id === id)
            const earning = new Set(compiled?.qualifying(basket.lines))
            basket.lines.forEach((line, place) => {
              const isOfIt = units ? units.some((each) => each.index === place) : earning.has(line)
              expect(shares[place]).toBeGreaterThanOrEqual(0n)
              if (!isOfIt) expect(shares[place]).toBe(0n)
            })
          }
        }),
        runs(0.3),
      )
    },
    LONG,
  )

  test(
    'is within what the index takes for its most',
    () => {
      fc.assert(
        fc.property(alone, anyBought, (words, { basket, paid }) => {
          const compiled = offer(words)
          const outcome = judgeOne(compiled, inputOf(basket, paid, new Map()))
          if ('because' in outcome) return
          const { onTop, groups } = indexOffers([compiled]).candidates(basket, compiled.redeem)
          const most = groups.flatMap(({ rivals }) => {
            const found: bigint[] = []
            for (let each = rivals(); each; each = rivals()) found.push(each.most)
            return found
          })
          expect(onTop.length > 0 || most.every((each) => each >= outcome.amount)).toBe(true)
        }),
        runs(0.3),
      )
    },
    LONG,
  )
})

describe('discounts', () => {
  const instant = anyOffer({ conditions: 1, counted: false }).map((words) => `${words}; off the price`)

  test(
    'together take no more off a line than it costs, nor more off the purchase than its total',
    () => {
      fc.assert(
        fc.property(fc.array(instant, { minLength: 1, maxLength: 6 }), anyBought, (words, { basket }) => {
          const { awards } = judgeDiscounts(indexOffers(words.map(offer)), inputOf(basket, [], new Map()))
          const together = sharesTogether(awards, basket.lines.length)
          basket.lines.forEach(({ gross }, place) => {
            const off = together[place] ?? 0n
            expect(off === 0n || off <= gross).toBe(true)
          })
          if (basket.total >= 0n)
            expect(sum(awards.map(({ amount }) => amount))).toBeLessThanOrEqual(basket.total)
        }),
        runs(0.3),
      )
    },
    LONG,
  )
})

describe('a near miss', () => {
  test(
    'that is followed to the letter gives what it promised',
    () => {
      let told = 0
      const some = fc.array(fc.nat(offers.length - 1), { minLength: 1, maxLength: 12 })
      fc.assert(
        fc.property(some, anyBought, (positions, { basket, paid }) => {
          const chosen = indexOffers([...new Set(positions)].flatMap((position) => offers[position] ?? []))
          const counters = anyCounters(offers, basket)
          const { input, spent, judgement } = checkout(chosen, basket, { paid, counters })
          for (const { offer: promised, add, line, amount } of nearMisses(chosen, input, judgement)) {
            told++
            const fuller = checkout(chosen, withMore(basket, add, line), { paid: [...spent, 0n], counters })
            const given = fuller.judgement.awards.find(({ offer }) => offer.id === promised.offer.id)
            expect(given?.amount).toBe(amount)
          }
        }),
        runs(0.5),
      )
      expect(told).toBeGreaterThan(RUNS / 100)
    },
    LONG,
  )
})
