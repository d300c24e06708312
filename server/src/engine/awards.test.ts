import { describe, expect, test } from 'vitest'
import { basket, earns, judged, offer } from '../../test/words.ts'
import { sentenceOf } from './index.ts'

describe('a percentage', () => {
  test.each`
    terms                 | buys                         | earns
    ${'5 %'}              | ${'coffee 3.00'}             | ${'0.15'}
    ${'5 %'}              | ${'coffee 3.00, bread 1.60'} | ${'0.23'}
    ${'5 %'}              | ${'coffee 0.10'}             | ${'0.01'}
    ${'5 %'}              | ${'coffee 0.09'}             | ${'-'}
    ${'2.5 %'}            | ${'milk 1.00'}               | ${'0.03'}
    ${'2.5 %'}            | ${'milk 0.99'}               | ${'0.02'}
    ${'7.5 %'}            | ${'milk 1.99'}               | ${'0.15'}
    ${'0.01 %'}           | ${'wine 50.00'}              | ${'0.01'}
    ${'0.01 %'}           | ${'wine 49.99'}              | ${'-'}
    ${'100 %'}            | ${'wine 12.34'}              | ${'12.34'}
    ${'10 %; cap 1.00'}   | ${'wine 9.99'}               | ${'1.00'}
    ${'10 %; cap 1.00'}   | ${'wine 50.00'}              | ${'1.00'}
    ${'10 %; cap 1.00'}   | ${'wine 9.00'}               | ${'0.90'}
    ${'10 %; before tax'} | ${'wine 11.90 (net 10.00)'}  | ${'1.00'}
    ${'10 %'}             | ${'wine 11.90 (net 10.00)'}  | ${'1.19'}
    ${'10 %'}             | ${'wine 10.00, bread -2.00'} | ${'0.80'}
    ${'10 %'}             | ${'bread -2.00'}             | ${'-'}
    ${'10 %'}             | ${'bread 0.00'}              | ${'-'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })

  test('is rounded once on its whole base, not line by line', () => {
    // Each of the three lines alone would round 0.005 up to 0.01.
    expect(earns('5 %', 'milk 0.10, milk 0.10, milk 0.10')).toBe('0.02')
  })

  test('says how it was reckoned', () => {
    const [award] = judged([offer('5 %; cap 0.10')], basket('coffee 3.00')).awards
    expect(award?.says).toBe('5 % of 3.00 EUR, capped at 0.10 EUR')
    expect(award?.reckoned).toBe(10n)
  })
})

describe('a fixed amount', () => {
  test.each`
    terms     | buys             | earns
    ${'2.00'} | ${'coffee 3.00'} | ${'2.00'}
    ${'2.00'} | ${'wine 90.00'}  | ${'2.00'}
    ${'2.00'} | ${'bread 0.00'}  | ${'-'}
  `('$terms gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })

  test('is shared over the lines that earned it, by what they cost, and sums to the whole', () => {
    const [award] = judged(
      [offer('1.00; on family dairy')],
      basket('milk 1.00, bread 5.00, cheese 2.00'),
    ).awards
    expect(award?.shares).toEqual([33n, 0n, 67n])
  })
})

describe('what was paid by spend', () => {
  test.each`
    terms                 | buys                        | paid           | earns
    ${'10 %'}             | ${'wine 10.00'}             | ${[400n]}      | ${'0.60'}
    ${'10 %'}             | ${'wine 10.00'}             | ${[1000n]}     | ${'-'}
    ${'10 %; on milk'}    | ${'wine 10.00, milk 5.00'}  | ${[1000n, 0n]} | ${'0.50'}
    ${'10 %; on milk'}    | ${'wine 10.00, milk 5.00'}  | ${[0n, 200n]}  | ${'0.30'}
    ${'10 %; before tax'} | ${'wine 11.90 (net 10.00)'} | ${[595n]}      | ${'0.50'}
    ${'2.00'}             | ${'wine 10.00'}             | ${[999n]}      | ${'2.00'}
    ${'2.00'}             | ${'wine 10.00'}             | ${[1000n]}     | ${'-'}
  `('earns nothing: "$terms" gives $earns for $buys', ({ terms, buys, paid, earns: expected }) => {
    expect(earns(terms, buys, {}, { paid: paid })).toBe(expected)
  })
})
