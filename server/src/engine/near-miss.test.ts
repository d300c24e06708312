import { describe, expect, test } from 'vitest'
import { basket, checkout, contact, offer, organisation, type Shopping, stored } from '../../test/words.ts'
import { explainNearMiss, indexOffers, nearMisses, openRuleBook } from './index.ts'

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

  test.each`
    offers                                                           | buys           | because
    ${['2.00', '0.50; from 10.00; priority 1']}                      | ${'wine 9.00'} | ${'2.00 would become 0.50'}
    ${['2.00', '2.00; from 10.00; priority 1']}                      | ${'wine 9.00'} | ${'nothing would be won'}
    ${['1.00; up to 9.99; on top', '0.60; from 10.00; group a']}     | ${'wine 9.00'} | ${'the other is lost by it'}
    ${['3.00; group a', '2.00; group a; from 10.00; off the price']} | ${'wine 9.00'} | ${'its discount rules the cash-back out'}
  `('is not told where less would be awarded in all: $because', ({ offers, buys }) => {
    expect(told(offers, buys)).toEqual([])
  })

  test('is told where another award is lost and yet more comes of it', () => {
    const offers = ['1.00; up to 9.99; on top', '1.50; from 10.00; group a']
    expect(told(offers, 'wine 9.00')).toEqual(['1.00 EUR more for 1.50 EUR back: 1.5'])
  })

  test('is told of at most three offers, the smallest addition first', () => {
    const offers = ['1.00; from 14.00', '1.00; from 13.00', '1.00; from 11.00', '1.00; from 12.00']
    const grouped = offers.map((each, position) => `${each}; group ${position}`)
    expect(told(grouped, 'wine 10.00').map((words) => words.slice(0, 4))).toEqual(['1.00', '2.00', '3.00'])
  })
})

describe('a little more that reaches a tier', () => {
  const silver = stored('tier', 'silver')

  /** What is told to who buys for 8.60, where silver is reached with ten units. */
  function toldBeforeSilver(...offers: readonly string[]): readonly string[] {
    const book = {
      business: organisation('Business'),
      business_zone: 'UTC',
      currency: 'EUR',
      offers: offers.map((words, position) => {
        const { id, code, version, terms } = offer(words, position).offer
        return { id, code, version, terms }
      }),
      tiers: {
        units_per: '10000',
        period: 'YEAR',
        tiers: [{ id: silver.id, code: 'SILVER', name: 'silver', units: '10' }],
      },
    }
    const facts = {
      at: '2026-11-23T12:00:00Z',
      place: { merchant: organisation('Corner'), name: 'Corner', zone: 'UTC' },
      contact: { id: contact('Anna'), since: '2020-01-01T00:00:00Z' },
      lines: [{ sku: 'wine', gross: '8.60' }],
    }
    const { near_misses } = JSON.parse(openRuleBook(book).evaluate(facts))
    return near_misses.map(({ says, amount }: { says: string; amount: number }) => `${says}: ${amount}`)
  }

  test('is told while no offer for reaching it takes the place of the promised one', () => {
    expect(toldBeforeSilver('10 %; from 10.00')).toEqual(['1.40 EUR more for 10 % back: 1'])
    expect(toldBeforeSilver('10 %; from 10.00', '0.20; reaching tier silver; group a')).toEqual([
      '1.40 EUR more for 10 % back: 1',
    ])
  })

  test('is not told where that offer would be awarded instead', () => {
    expect(toldBeforeSilver('10 %; from 10.00', '2.00; reaching tier silver')).toEqual([])
    expect(toldBeforeSilver('10 %; from 10.00', '0.20; reaching tier silver; priority 5')).toEqual([])
  })
})
