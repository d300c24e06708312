import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basket, checkout, offer } from '../../test/words.ts'
import { decimalText, sum } from '../kit/money.ts'
import { counterBook, indexOffers } from './index.ts'

/** What the parts of a bill are awarded, one after the other, by whoever pays them. */
function awardedParts(offers: readonly string[], parts: readonly string[]): readonly bigint[] {
  const index = indexOffers(offers.map(offer))
  const counters = counterBook()
  const total = sum(parts.map((bought) => basket(bought).total))
  return parts.map((bought, place) => {
    const part = { ...basket(bought, { who: `P${place}` }), bill: { reference: 'TABLE', total } }
    const { judgement, counted } = checkout(index, part, { counters })
    for (const { ref, amount, uses } of counted) {
      const counter = counters.open(ref)
      counter.amount += amount
      counter.uses += uses
    }
    return sum(judgement.awards.map(({ amount }) => amount))
  })
}

const awardedWhole = (offers: readonly string[], parts: readonly string[]) =>
  sum(
    checkout(indexOffers(offers.map(offer)), basket(parts.join(', '))).judgement.awards.map(
      ({ amount }) => amount,
    ),
  )

describe('parts of a split bill', () => {
  test.each`
    offers                                            | parts                                     | given
    ${['10 %', '2.00']}                               | ${['wine 5.00', 'wine 5.00']}             | ${['2.00', '0.00']}
    ${['10 %', '2.00']}                               | ${['wine 10.00', 'wine 20.00']}           | ${['2.00', '1.00']}
    ${['10 %', '50 %; on milk']}                      | ${['milk 4.00', 'wine 6.00']}             | ${['2.00', '0.00']}
    ${['10 %', '50 %; on milk']}                      | ${['wine 6.00', 'milk 4.00']}             | ${['0.60', '1.40']}
    ${['10 %; group a', '2.00; group b']}             | ${['wine 5.00', 'wine 5.00']}             | ${['2.50', '0.50']}
    ${['10 %; on top', '2.00']}                       | ${['wine 5.00', 'wine 5.00']}             | ${['2.50', '0.50']}
    ${['5 %', '1.00 per 10.00']}                      | ${['wine 9.00', 'wine 1.00', 'bun 1.00']} | ${['0.45', '0.55', '0.00']}
    ${['10 %; off the price', '2.00; off the price']} | ${['wine 5.00', 'wine 5.00']}             | ${['2.00', '0.00']}
  `('$parts are given $given by $offers', ({ offers, parts, given }) => {
    expect(awardedParts(offers, parts).map((amount) => decimalText(amount, 2))).toEqual(given)
  })

  const amount = fc.integer({ min: 1, max: 500 }).map((cents) => decimalText(BigInt(cents), 2))
  const rule = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((rate) => `${rate} %`),
    fc.tuple(fc.integer({ min: 1, max: 60 }), amount).map(([rate, cap]) => `${rate} %; cap ${cap}`),
    amount,
    fc.tuple(amount, amount).map(([each, every]) => `${each} per ${every}`),
    fc.constant('steps 2.00: 0.50, 6.00: 20 %'),
  )
  const words = fc
    .tuple(
      rule,
      fc.constantFrom('', '; on milk', '; on family drinks', '; from 8.00', '; up to 20.00'),
      fc.constantFrom('', '', '; group a', '; on top'),
    )
    .map((parts) => parts.join(''))
  const line = fc
    .tuple(fc.constantFrom('milk', 'wine', 'coffee', 'bun'), fc.integer({ min: 1, max: 900 }))
    .map(([sku, cents]) => `${sku} ${decimalText(BigInt(cents), 2)}`)
  const bill = fc.array(
    fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join(', ')),
    { minLength: 2, maxLength: 4 },
  )

  test('sum to what the whole bill would be given, whatever the offers and however many are rivals', () => {
    let given = 0
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), bill, (offers, parts) => {
        const whole = awardedWhole(offers, parts)
        expect(sum(awardedParts(offers, parts))).toBe(whole)
        if (whole > 0n) given++
      }),
      { numRuns: 3_000 },
    )
    expect(given).toBeGreaterThan(1_500)
  })
})
