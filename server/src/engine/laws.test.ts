import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basket, line, offer, skus } from '../../test/words.ts'
import { decimalText, sum } from '../kit/money.ts'
import {
  type Award,
  type Basket,
  type CompiledOffer,
  indexOffers,
  judge,
  judgeOne,
  type OfferIndex,
} from './index.ts'
import { better, type JudgeInput } from './judge.ts'

const amount = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((cents) => decimalText(BigInt(cents), 2))

const target = fc.oneof(
  fc.constantFrom(...skus),
  fc.constantFrom('family dairy', 'family bakery', 'brand alp', 'brand house', 'type food', 'type drink'),
)
const places = ['Corner', 'Corner/Harbour', 'Corner/Market', 'Garden', 'Garden/Hill']
const place = fc.constantFrom('Corner', 'Harbour', 'Market', 'Garden', 'Hill')
const window = fc.constantFrom('Mon', 'Sat Sun', '08:00-12:00', 'Fri 22:00-02:00', '11:00-15:00')

const maybe = (words: fc.Arbitrary<string>) => fc.option(words, { nil: '' })

/** Any offer that the product knows, in words. */
const anyOffer = fc
  .tuple(
    fc.oneof(
      amount(1, 500),
      fc.integer({ min: 1, max: 10_000 }).map((points) => `${decimalText(BigInt(points), 2)} %`),
      amount(1, 300).map((cap) => `10 %; cap ${cap}`),
    ),
    maybe(fc.uniqueArray(target, { minLength: 1, maxLength: 3 }).map((all) => `on ${all.join(', ')}`)),
    maybe(place.map((name) => `at ${name}`)),
    maybe(amount(1, 3_000).map((least) => `from ${least}`)),
    maybe(window.map((when) => `during ${when}`)),
    maybe(fc.constant('on top')),
    maybe(fc.integer({ min: 0, max: 3 }).map((priority) => `priority ${priority}`)),
    maybe(fc.constant('before tax')),
  )
  .map((clauses) => clauses.filter((each) => each !== '').join('; '))

const anyLine = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom(...skus),
    fc.integer({ min: 0, max: 2_000 }),
    fc.nat(100),
  )
  .map(([pieces, sku, gross, share]) => {
    const net = BigInt(gross) - (BigInt(gross) * BigInt(share)) / 500n
    return `${pieces} ${sku} ${decimalText(BigInt(gross), 2)} (net ${decimalText(net, 2)})`
  })

const anyBasket = fc
  .tuple(
    fc.array(anyLine, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(...places),
    fc.constantFrom('Mon 09:15', 'Wed 12:00', 'Fri 23:00', 'Sat 01:30', 'Sun 14:59'),
  )
  .map(([bought, at, when]) => basket(bought.join(', '), { at, when }))

const inputOf = (bought: Basket): JudgeInput => ({
  tenant: 1,
  basket: bought,
  paidBySpend: [],
  counters: new Map(),
})

const judged = (index: OfferIndex, bought: Basket) => judge(index, inputOf(bought))

/** Every offer is looked at and all are sorted: slow, and plainly what the rule says. */
function judgedPlainly(offers: readonly CompiledOffer[], bought: Basket): Award[] {
  const won = offers.flatMap((each): Award[] => {
    const outcome = judgeOne(each, inputOf(bought))
    return 'because' in outcome ? [] : [outcome]
  })
  const sorted = won.sort(better)
  const best = sorted.find(({ offer }) => !offer.terms.on_top)
  return sorted.filter((award) => award.offer.terms.on_top || award === best)
}

describe('whatever the offers and the basket', () => {
  const offers = fc.sample(anyOffer, { numRuns: 60, seed: 1 }).map(offer)

  test('looking offers up in the index gives the same awards as looking at every offer', () => {
    const index = indexOffers(offers)
    let awarded = 0
    fc.assert(
      fc.property(anyBasket, (bought) => {
        const found = judged(index, bought).awards
        awarded += found.length
        expect(found).toEqual(judgedPlainly(offers, bought))
      }),
      { numRuns: 20_000, seed: 2 },
    )
    expect(awarded).toBeGreaterThan(20_000)
  }, 120_000)

  test('an award is the sum of its shares, and only what the offer names has a share', () => {
    fc.assert(
      fc.property(anyOffer, anyBasket, (words, bought) => {
        const compiled = offer(words)
        for (const { amount: whole, shares } of judged(indexOffers([compiled]), bought).awards) {
          expect(sum(shares)).toBe(whole)
          const earning = new Set(compiled.qualifying(bought.lines))
          bought.lines.forEach((each, index) => {
            expect(shares[index]).toBeGreaterThanOrEqual(0n)
            if (!earning.has(each)) expect(shares[index]).toBe(0n)
          })
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('the order of lines changes no award', () => {
    const anyOrder = anyBasket.chain((bought) =>
      fc.tuple(
        fc.constant(bought),
        fc.shuffledSubarray([...bought.lines], { minLength: bought.lines.length }),
      ),
    )
    const index = indexOffers(offers)
    const amountsOf = (bought: Basket) =>
      judged(index, bought).awards.map((award) => [award.offer.id, award.amount])
    fc.assert(
      fc.property(anyOrder, ([bought, lines]) => {
        expect(amountsOf({ ...bought, lines })).toEqual(amountsOf(bought))
      }),
      { numRuns: 2_000 },
    )
  })

  test('the order of offers changes no award', () => {
    const some = fc.uniqueArray(fc.nat(offers.length - 1), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, anyBasket, (positions, bought) => {
        const chosen = positions.flatMap((position) => offers[position] ?? [])
        const ids = (all: readonly CompiledOffer[]) =>
          judged(indexOffers(all), bought).awards.map((award) => award.offer.id)
        expect(ids(chosen.toReversed())).toEqual(ids(chosen))
      }),
      { numRuns: 2_000 },
    )
  })

  test('of the offers that are not on top exactly the best one is awarded', () => {
    fc.assert(
      fc.property(fc.array(anyOffer, { minLength: 1, maxLength: 5 }), anyBasket, (words, bought) => {
        const all = words.map(offer)
        const together = judged(indexOffers(all), bought).awards.map((award) => award.offer.id)
        const alone = all.flatMap((each) => judged(indexOffers([each]), bought).awards)
        const [best] = alone
          .filter((award) => !award.offer.terms.on_top)
          .sort(
            (a, b) =>
              b.offer.terms.priority - a.offer.terms.priority ||
              Number(b.amount - a.amount) ||
              (a.offer.id < b.offer.id ? -1 : 1),
          )
        const expected = alone.filter((award) => award.offer.terms.on_top || award === best)
        expect(new Set(together)).toEqual(new Set(expected.map((award) => award.offer.id)))
      }),
      { numRuns: 2_000 },
    )
  })

  test('a line cut in two equal lines changes no award', () => {
    const evenLines = fc.array(fc.tuple(fc.constantFrom(...skus), fc.integer({ min: 1, max: 900 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(anyOffer, evenLines, (words, bought) => {
        const whole = bought.map(([sku, cents]) => line(`2 ${sku} ${decimalText(BigInt(cents * 2), 2)}`))
        const cut = bought.flatMap(([sku, cents]) => {
          const half = line(`${sku} ${decimalText(BigInt(cents), 2)}`)
          return [half, { ...half }]
        })
        const of = (lines: Basket['lines']) => {
          const total = sum(lines.map(({ gross }) => gross))
          return judged(indexOffers([offer(words)]), { ...basket(''), total, lines }).awards.map(
            (award) => award.amount,
          )
        }
        expect(of(cut)).toEqual(of(whole))
      }),
      { numRuns: 2_000 },
    )
  })
})
