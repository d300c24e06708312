import { describe, expect, test } from 'vitest'
import { amounts, basket, checkout, earns, judged, offer } from '../../test/words.ts'
import type { Basket } from './basket.ts'
import { indexOffers, type Refused, sentenceOf } from './index.ts'

describe('of several offers', () => {
  test.each`
    offers                                             | buys            | earns
    ${['5 %', '10 %']}                                 | ${'wine 10.00'} | ${'1.00'}
    ${['0.40', '5 %']}                                 | ${'wine 10.00'} | ${'0.50'}
    ${['5 %; priority 1', '10 %']}                     | ${'wine 10.00'} | ${'0.50'}
    ${['5 %; on top', '10 %']}                         | ${'wine 10.00'} | ${'1.00 0.50'}
    ${['5 %; on top', '10 %; on top', '0.20', '0.10']} | ${'wine 10.00'} | ${'1.00 0.50 0.20'}
    ${['5 %; on top', '10 %; on milk']}                | ${'wine 10.00'} | ${'0.50'}
    ${['5 %; priority 9; from 20.00', '1.00']}         | ${'wine 10.00'} | ${'1.00'}
  `('$offers give $earns for $buys', ({ offers, buys, earns: expected }) => {
    expect(amounts(judged(offers.map(offer), basket(buys)))).toBe(expected)
  })

  test('of two that give the same, the older is awarded, whatever their order', () => {
    const [older, younger] = [offer('1.00', 1), offer('10 %', 2)]
    for (const offers of [
      [older, younger],
      [younger, older],
    ]) {
      const { awards, refused } = judged(offers, basket('wine 10.00'))
      expect(awards.map((award) => award.offer.id)).toEqual([older.offer.id])
      expect(refused).toMatchObject([{ because: 'BETTER_OFFER', amount: 100n, better: { amount: 100n } }])
    }
  })
})

describe('a refusal names the condition, what was seen and what is needed', () => {
  const reasonOf = (refused: Refused, bought: Basket) =>
    refused.because === 'CONDITION'
      ? {
          kind: refused.check.kind,
          ...refused.check.shortfall(bought, refused.offer.qualifying(bought.lines)),
        }
      : { kind: refused.because, seen: '', needed: '' }

  test.each`
    terms                                 | buys             | kind              | seen                          | needed
    ${'1.00; from 10.00'}                 | ${'milk 9.99'}   | ${'AMOUNT'}       | ${'9.99 EUR'}                 | ${'at least 10.00 EUR'}
    ${'1.00; up to 5.00'}                 | ${'milk 9.99'}   | ${'AMOUNT'}       | ${'9.99 EUR'}                 | ${'at most 5.00 EUR'}
    ${'1.00; from 1.00; up to 5.00'}      | ${'milk 9.99'}   | ${'AMOUNT'}       | ${'9.99 EUR'}                 | ${'from 1.00 EUR to 5.00 EUR'}
    ${'1.00; on milk; 3 of them'}         | ${'2 milk 2.00'} | ${'PRODUCTS'}     | ${'2'}                        | ${'3 of sku milk'}
    ${'1.00; on milk; for 5.00 of them'}  | ${'2 milk 2.00'} | ${'PRODUCTS'}     | ${'2.00 EUR'}                 | ${'5.00 EUR of sku milk'}
    ${'1.00; on milk; but not type food'} | ${'milk 2.00'}   | ${'PRODUCTS'}     | ${'none of them'}             | ${'sku milk'}
    ${'1.00; during Tue 08:00-09:30'}     | ${'milk 2.00'}   | ${'TIMINGS'}      | ${'Mon 12:00'}                | ${'on Tue 08:00–09:30'}
    ${'1.00; available ..2026-01-01'}     | ${'milk 2.00'}   | ${'AVAILABILITY'} | ${'2026-11-23T12:00:00.000Z'} | ${'before 2026-01-01T00:00:00.000Z'}
  `('"$terms" for $buys: $seen, needed $needed', ({ terms, buys, kind, seen, needed }) => {
    const bought = basket(buys)
    const refused = judged([offer(terms)], bought).refused.map((each) => reasonOf(each, bought))
    expect(refused).toEqual([{ kind, seen, needed }])
  })

  test('a place that an index key excludes is not even looked at', () => {
    expect(judged([offer('1.00; at Harbour')], basket('milk 2.00'))).toEqual({ awards: [], refused: [] })
  })
})

describe('an offer reads back as a sentence', () => {
  test.each`
    terms                                                | sentence
    ${'5 %'}                                             | ${'Earn 5 % back.'}
    ${'7.25 %; cap 3.00; on family dairy; but not milk'} | ${'Earn 7.25 % back, at most 3.00 EUR on family dairy but not on sku milk.'}
    ${'2.00; on bun; 3 of them; for 5.00 of them'}       | ${'Earn 2.00 EUR back on sku bun, at least 3 of them and at least 5.00 EUR of them.'}
    ${'2.00; from 10.00; at Corner, Harbour'}            | ${'Earn 2.00 EUR back at Corner or Harbour when the purchase is at least 10.00 EUR.'}
    ${'10 %; during Mon Tue 15:00-17:00'}                | ${'Earn 10 % back on Mon, Tue 15:00–17:00.'}
    ${'5 %; budget 100.00; each contact 2 times a day'}  | ${'Earn 5 % back. Each contact at most 2 times a day. At most 100.00 EUR in all.'}
    ${'5 %; each contact 20.00 a ever'}                  | ${'Earn 5 % back. Each contact at most 20.00 EUR.'}
  `('$sentence', ({ terms, sentence }) => {
    expect(sentenceOf(offer(terms).offer.terms, 'EUR')).toBe(sentence)
  })
})
