import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyBought, anyCounters, anyEvenBought, anyOffer, cutInTwo } from '../../test/any.ts'
import { checkout, offer } from '../../test/words.ts'
import { sum } from '../kit/money.ts'
import {
  type Award,
  type Basket,
  type CompiledOffer,
  type Counters,
  indexOffers,
  type JudgeInput,
  judge,
  judgeDiscounts,
  judgeOne,
  nearMisses,
  type RedeemMethod,
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

const inputOf = (basket: Basket, paid: readonly bigint[], counters: Counters): JudgeInput => ({
  tenant: 1,
  basket,
  paid,
  counters,
})

function wonBy(all: readonly CompiledOffer[], input: JudgeInput, redeem: RedeemMethod): Award[] {
  return all
    .filter((each) => each.redeem === redeem && each.occasion === input.basket.occasion)
    .flatMap((each): Award[] => {
      const outcome = judgeOne(each, input)
      return 'because' in outcome ? [] : [outcome]
    })
    .sort(better)
}

const groupOf = ({ offer: { terms } }: Award) => (terms.on_top ? undefined : (terms.exclusive_group ?? ''))

/** Every offer is looked at and all are sorted: slow, and plainly what the rule says. */
function chosenPlainly(won: readonly Award[], discounts: readonly Award[]): Award[] {
  const discounted = new Set(discounts.map(groupOf).filter((group) => group !== ''))
  return won.filter((award) => {
    const group = groupOf(award)
    if (group === undefined) return true
    return !discounted.has(group) && won.find((other) => groupOf(other) === group) === award
  })
}

describe('the index', () => {
  test(
    'gives the same awards as looking at every offer',
    () => {
      let awarded = 0
      fc.assert(
        fc.property(anyBought, ({ basket, paid }) => {
          const counters = anyCounters(offers, basket)
          const { discounts, awards, input } = checkout(index, basket, { paid, counters })
          awarded += awards.length
          const ids = ({ offer }: Award) => offer.id
          const instant = chosenPlainly(wonBy(offers, { ...input, paid: [] }, 'INSTANT'), [])
          // A discount for which the others leave nothing to pay is left out; the rest keep their order.
          const given = new Set(discounts.map(ids))
          expect(discounts.map(ids)).toEqual(instant.map(ids).filter((id) => given.has(id)))
          expect(given.size === 0).toBe(instant.length === 0)
          expect(awards).toEqual(chosenPlainly(wonBy(offers, input, 'DEFERRED'), discounts))
        }),
        runs(1),
      )
      expect(awarded).toBeGreaterThan(RUNS / 10)
    },
    LONG,
  )

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
    'the set that is awarded is the best of all that the groups admit',
    () => {
      const few = fc.array(anyOffer({ conditions: 1, instant: false }), { minLength: 1, maxLength: 7 })
      fc.assert(
        fc.property(few, anyBought, (words, { basket, paid }) => {
          const all = words.map(offer)
          const counters = anyCounters(all, basket)
          const input = inputOf(basket, paid, counters)
          const [best = []] = admissible(wonBy(all, input, 'DEFERRED')).sort(compareSets)
          expect(judge(indexOffers(all), input).awards).toEqual(best)
        }),
        runs(0.2),
      )
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
