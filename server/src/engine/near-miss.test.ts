import { describe, expect, test } from 'vitest'
import { basket, checkout, offer, type Shopping } from '../../test/words.ts'
import { explainNearMiss, indexOffers, nearMisses } from './index.ts'

/** "1.40 EUR more for 10 % back: 1.14", "of line 2" where it must be the goods of a line. */
function told(offers: readonly string[], buys: string, shopping: Shopping = {}): string[] {
  const index = indexOffers(offers.map(offer))
  const { input, judgement } = checkout(index, basket(buys, shopping))
  return nearMisses(index, input, judgement).map((each) => {
    const { says, line, amount } = explainNearMiss(each, 'EUR')
    return `${says}: ${amount}${line === null ? '' : ` of line ${line}`}`
  })
}

describe('a little more', () => {
  test.each`
    offers                                  | buys                       | told
    ${['10 %; from 10.00']}                 | ${'wine 8.60'}             | ${['1.40 EUR more for 10 % back: 1']}
    ${['10 %; from 10.00']}                 | ${'wine 10.00'}            | ${[]}
    ${['10 %; from 10.00']}                 | ${'wine 4.99'}             | ${[]}
    ${['10 %; from 10.00']}                 | ${'wine 5.00'}             | ${['5.00 EUR more for 10 % back: 1']}
    ${['2.00; on bun; 3 of them']}          | ${'milk 1.00, 2 bun 2.00'} | ${['1 more for 2.00 EUR back: 2 of line 2']}
    ${['2.00; on bun; 3 of them']}          | ${'bun 1.00'}              | ${[]}
    ${['2.00; on bun; for 3.00 of them']}   | ${'2 bun 2.00'}            | ${['1.00 EUR more for 2.00 EUR back: 2 of line 1']}
    ${['1.00 per 10.00']}                   | ${'wine 9.00'}             | ${['1.00 EUR more for 1.00 EUR back for every 10.00 EUR: 1']}
    ${['1.00 per 10.00']}                   | ${'wine 18.00'}            | ${['2.00 EUR more for 1.00 EUR back for every 10.00 EUR: 2']}
    ${['steps 10.00: 1.00, 15.00: 3.00']}   | ${'wine 12.00'}            | ${['3.00 EUR more for 1.00 EUR back from 10.00 EUR, 3.00 EUR back from 15.00 EUR: 3']}
    ${['steps 10.00: 3.00, 15.00: 1.00']}   | ${'wine 12.00'}            | ${[]}
    ${['2.00; bundle 1 milk + 1 bread']}    | ${'milk 1.00'}             | ${[]}
    ${['2.00; from 10.00; in segment vip']} | ${'wine 9.00'}             | ${[]}
    ${['2.00; from 10.00', '5.00']}         | ${'wine 9.00'}             | ${[]}
    ${['2.00; from 10.00; off the price']}  | ${'wine 9.00'}             | ${['1.00 EUR more for 2.00 EUR off: 2']}
    ${['1.00; every 10.00 spent']}          | ${'wine 9.00'}             | ${['1.00 EUR more for 1.00 EUR back: 1']}
    ${['1.00; every 3 pieces']}             | ${'2 bun 2.00'}            | ${['1 more for 1.00 EUR back: 1 of line 1']}
    ${['1.00; every 2nd purchase']}         | ${'2 bun 2.00'}            | ${[]}
    ${['10 %; from 10.00; before tax']}     | ${'wine 9.00'}             | ${[]}
    ${['1.00; from 10.00; 1 in 2']}         | ${'wine 9.00'}             | ${[]}
  `('than $buys, by $offers: $told', ({ offers, buys, told: expected }) => {
    expect(told(offers, buys)).toEqual(expected)
  })

  test('counts what a discount would take off that as well', () => {
    // With 1.00 more the discount would be 1.00, and only 9.00 would earn.
    expect(told(['10 %; off the price', '1.00 per 10.00'], 'wine 9.00, wine 1.00')).toEqual([])
  })

  test('is told of at most three offers, the smallest addition first', () => {
    const offers = ['1.00; from 14.00', '1.00; from 13.00', '1.00; from 11.00', '1.00; from 12.00']
    const grouped = offers.map((each, position) => `${each}; group ${position}`)
    expect(told(grouped, 'wine 10.00').map((words) => words.slice(0, 4))).toEqual(['1.00', '2.00', '3.00'])
  })
})
