import { describe, expect, test } from 'vitest'
import { amounts, basket, checkout, judged, offer, shopped } from '../../test/words.ts'
import type { Basket } from './basket.ts'
import { explainRefused, indexOffers, plainVoice, type Refused, sentenceOf, sharesOf } from './index.ts'

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

describe('of each group', () => {
  test.each`
    offers                                                 | earns
    ${['1.00; group a', '2.00; group a', '0.50; group b']} | ${'2.00 0.50'}
    ${['1.00; group a', '2.00']}                           | ${'2.00 1.00'}
    ${['1.00', '2.00', '3.00; group a', '4.00; group a']}  | ${'4.00 2.00'}
    ${['1.00; group a; priority 1', '2.00; group a']}      | ${'1.00'}
    ${['1.00; group a; on top', '2.00; group a']}          | ${'2.00 1.00'}
    ${['1.00; group a; from 20.00', '0.50; group a']}      | ${'0.50'}
  `('only the best is awarded: $offers give $earns', ({ offers, earns: expected }) => {
    expect(amounts(judged(offers.map(offer), basket('wine 10.00')))).toBe(expected)
  })

  test('of which a discount was given, no cash-back is', () => {
    const offers = ['1.00; group a; off the price', '5.00; group a', '0.20; group b', '0.10'].map(offer)
    const { discounts, awards, judgement } = checkout(indexOffers(offers), basket('wine 10.00'))
    expect([amounts({ awards: discounts }), amounts({ awards })]).toEqual(['1.00', '0.20 0.10'])
    expect(judgement.refused).toMatchObject([{ because: 'EXCLUSIVE_GROUP', amount: 500n }])
  })

  test('that has no name, discount and cash-back are both given', () => {
    const offers = ['1.00; off the price', '0.50'].map(offer)
    expect(amounts(checkout(indexOffers(offers), basket('wine 10.00')).judgement)).toBe('1.00 0.50')
  })
})

describe('discounts', () => {
  const discounted = (offers: readonly string[], buys: string) => {
    const { discounts, awards, judgement } = checkout(indexOffers(offers.map(offer)), basket(buys))
    return { off: amounts({ awards: discounts }), back: amounts({ awards }), judgement }
  }

  test.each`
    offers                                                              | buys                        | off            | back
    ${['10 %; off the price', '10 %']}                                  | ${'wine 10.00'}             | ${'1.00'}      | ${'0.90'}
    ${['10 %; off the price; on milk', '10 %; on wine']}                | ${'wine 10.00, milk 1.00'}  | ${'0.10'}      | ${'1.00'}
    ${['100 %; off the price', '10 %']}                                 | ${'wine 10.00'}             | ${'10.00'}     | ${'-'}
    ${['5.00; off the price']}                                          | ${'milk 3.00'}              | ${'3.00'}      | ${'-'}
    ${['5.00; off the price; on milk']}                                 | ${'milk 3.00, wine 9.00'}   | ${'3.00'}      | ${'-'}
    ${['2.00; off the price; on top', '2.00; off the price']}           | ${'milk 3.00'}              | ${'2.00 1.00'} | ${'-'}
    ${['the cheapest 1; off the price; on top', '50 %; off the price']} | ${'milk 1.00, wine 9.00'}   | ${'5.00 0.50'} | ${'-'}
    ${['100 %; off the price']}                                         | ${'milk 3.00, bread -2.00'} | ${'1.00'}      | ${'-'}
    ${['100 %; off the price; on milk']}                                | ${'milk 3.00, bread -2.00'} | ${'1.00'}      | ${'-'}
    ${['100 %; off the price']}                                         | ${'milk 3.00, tip 1.00'}    | ${'3.00'}      | ${'-'}
    ${['5.00; off the price; on milk', '2.00; off the price']}          | ${'milk 1.00, wine 9.00'}   | ${'2.00'}      | ${'-'}
  `(
    'come first and leave nobody with more than the price: $offers for $buys',
    ({ offers, buys, off, back }) => {
      expect(discounted(offers, buys)).toMatchObject({ off, back })
    },
  )

  test('for which others leave nothing to pay are refused and say so', () => {
    const offers = ['100 %; off the price; on top', '1.00; off the price']
    expect(discounted(offers, 'wine 10.00').judgement.refused).toMatchObject([
      { because: 'LIMIT', reached: { name: 'LEFT_TO_PAY', used: 1000n, most: 1000n } },
    ])
  })

  test('of given goods are taken off those goods alone', () => {
    const offers = ['100 %; off the price; on top; on milk; priority 1', 'the cheapest 2; off the price'].map(
      offer,
    )
    const { discounts } = checkout(indexOffers(offers), basket('milk 1.00, bun 2.00, wine 9.00'))
    expect(discounts.map(sharesOf)).toEqual([
      [100n, 0n, 0n],
      [0n, 200n, 0n],
    ])
  })
})

describe('a goal over several purchases', () => {
  const wine = (price: string, who = 'Anna', when = '2026-11-23') => ({ buys: `wine ${price}`, who, when })

  test.each`
    terms                                       | prices                               | earns
    ${'1.00; every 10.00 spent'}                | ${['4.00', '5.99', '0.01', '9.99']}  | ${['GOAL', 'GOAL', '1.00', 'GOAL']}
    ${'1.00; every 10.00 spent'}                | ${['25.00', '5.00', '9.99', '0.01']} | ${['2.00', '1.00', 'GOAL', '1.00']}
    ${'1.00; 10.00 spent'}                      | ${['9.99', '0.01', '50.00']}         | ${['GOAL', '1.00', 'GOAL']}
    ${'10 %; every 10.00 spent'}                | ${['6.00', '6.00']}                  | ${['GOAL', '0.60']}
    ${'10 %; every 10.00 spent; on all of it'}  | ${['6.00', '6.00', '8.00']}          | ${['GOAL', '1.00', '1.00']}
    ${'10 %; 10.00 spent; on all of it'}        | ${['6.00', '6.00', '8.00']}          | ${['GOAL', '1.20', 'GOAL']}
    ${'1.00; every 3rd purchase'}               | ${['1.00', '1.00', '1.00', '1.00']}  | ${['GOAL', 'GOAL', '1.00', 'GOAL']}
    ${'1.00; 2nd purchase'}                     | ${['1.00', '1.00', '1.00', '1.00']}  | ${['GOAL', '1.00', 'GOAL', 'GOAL']}
    ${'1.00; every 2 pieces'}                   | ${['1.00', '1.00', '1.00', '1.00']}  | ${['GOAL', '1.00', 'GOAL', '1.00']}
    ${'the cheapest 1; every 3rd purchase'}     | ${['9.00', '8.00', '7.00']}          | ${['GOAL', 'GOAL', '7.00']}
    ${'1.00; every 10.00 spent; from 5.00'}     | ${['4.99', '6.00', '6.00']}          | ${['CONDITION', 'GOAL', '1.00']}
    ${'5.00; every 10.00 spent; off the price'} | ${['6.00', '6.00']}                  | ${['GOAL', '5.00']}
  `('"$terms" of $prices: $earns', ({ terms, prices, earns: expected }) => {
    expect(
      shopped(
        terms,
        prices.map((price: string) => wine(price)),
      ),
    ).toEqual(expected)
  })

  test('is counted for each contact apart, or of everybody', () => {
    const visits = [wine('6.00'), wine('6.00', 'Ben'), wine('6.00')]
    expect(shopped('1.00; every 10.00 spent', visits)).toEqual(['GOAL', 'GOAL', '1.00'])
    expect(shopped('1.00; every 10.00 spent; of everybody', visits)).toEqual(['GOAL', '1.00', 'GOAL'])
  })

  test('begins again with the period', () => {
    const visits = [
      wine('6.00', 'Anna', '2026-11-30'),
      wine('6.00', 'Anna', '2026-12-01'),
      wine('6.00', 'Anna', '2026-12-31'),
    ]
    expect(shopped('1.00; every 10.00 spent a month', visits)).toEqual(['GOAL', 'GOAL', '1.00'])
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

  test.each`
    offers                                        | seen          | needed
    ${['steps 10.00: 1.00, 90.00: 9.00', '2.00']} | ${'1.00 EUR'} | ${'more than 2.00 EUR of 2.00'}
    ${['1.00', '10 %']}                           | ${'1.00 EUR'} | ${'more than 1.00 EUR of 1.00'}
  `('of $offers the other: $seen, needed $needed', ({ offers, seen, needed }) => {
    const bought = basket('wine 10.00')
    const refused = judged(offers.map(offer), bought).refused.map((each) => explainRefused(each, bought))
    expect(refused).toMatchObject([{ condition: 'BETTER_OFFER', seen, needed }])
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
    expect(sentenceOf(offer(terms).offer.terms, plainVoice('EUR'))).toBe(sentence)
  })
})
