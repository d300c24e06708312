import { describe, expect, test } from 'vitest'
import { basket, checkout, earns, judged, offer } from '../../test/words.ts'
import { boundOfAward, nextStep } from './awards/index.ts'
import { formulaOf, indexOffers, plainVoice, sentenceOf, sharesOf } from './index.ts'

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
    expect(award && formulaOf(award)).toBe('5 % of 3.00 EUR, capped at 0.10 EUR')
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
    expect(award && sharesOf(award)).toEqual([33n, 0n, 67n])
  })
})

describe('an amount for every full so much', () => {
  test.each`
    terms                                    | buys                        | earns
    ${'1.00 per 10.00'}                      | ${'wine 9.99'}              | ${'-'}
    ${'1.00 per 10.00'}                      | ${'wine 10.00'}             | ${'1.00'}
    ${'1.00 per 10.00'}                      | ${'wine 19.99'}             | ${'1.00'}
    ${'1.00 per 10.00'}                      | ${'wine 20.00'}             | ${'2.00'}
    ${'1.00 per 10.00'}                      | ${'wine 5.00, milk 5.00'}   | ${'1.00'}
    ${'1.00 per 10.00'}                      | ${'wine 10.00, tip 10.00'}  | ${'1.00'}
    ${'1.00 per 10.00'}                      | ${'wine 20.00, wine -0.01'} | ${'1.00'}
    ${'1.00 per 10.00'}                      | ${'wine 0.00'}              | ${'-'}
    ${'1.00 per 10.00; on milk'}             | ${'wine 10.00, milk 9.00'}  | ${'-'}
    ${'1.00 per 10.00; before tax'}          | ${'wine 11.90 (net 9.99)'}  | ${'-'}
    ${'1.00 per 10.00; cap 2.50'}            | ${'wine 20.00'}             | ${'2.00'}
    ${'1.00 per 10.00; cap 2.50'}            | ${'wine 30.00'}             | ${'2.50'}
    ${'1.00 per 10.00; cap 2.50'}            | ${'wine 90.00'}             | ${'2.50'}
    ${'2.00 per 0.50'}                       | ${'milk 1.00'}              | ${'4.00'}
    ${'0.01 per 0.03'}                       | ${'milk 1.00'}              | ${'0.33'}
    ${'1.00 per 10.00; every bundle 1 wine'} | ${'2 wine 20.00'}           | ${'2.00'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })
})

describe('steps', () => {
  const amounts = 'steps 10.00: 1.00, 50.00: 8.00'
  const rates = 'steps 0: 1 %, 10.00: 5 % up to 2.00, 100.00: 10 %'
  test.each`
    terms                                | buys                        | earns
    ${amounts}                           | ${'wine 9.99'}              | ${'-'}
    ${amounts}                           | ${'wine 10.00'}             | ${'1.00'}
    ${amounts}                           | ${'wine 49.99'}             | ${'1.00'}
    ${amounts}                           | ${'wine 50.00'}             | ${'8.00'}
    ${amounts}                           | ${'wine 500.00'}            | ${'8.00'}
    ${amounts}                           | ${'wine 9.99, tip 0.01'}    | ${'-'}
    ${amounts}                           | ${'wine 50.00, wine -0.01'} | ${'1.00'}
    ${`${amounts}; every bundle 1 wine`} | ${'3 wine 50.00'}           | ${'8.00'}
    ${rates}                             | ${'wine 9.99'}              | ${'0.10'}
    ${rates}                             | ${'wine 10.00'}             | ${'0.50'}
    ${rates}                             | ${'wine 50.00'}             | ${'2.00'}
    ${rates}                             | ${'wine 99.99'}             | ${'2.00'}
    ${rates}                             | ${'wine 100.00'}            | ${'10.00'}
    ${'steps 10.00: 10 %, 20.00: 1.00'}  | ${'wine 19.99'}             | ${'2.00'}
    ${'steps 10.00: 10 %, 20.00: 1.00'}  | ${'wine 20.00'}             | ${'1.00'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })
})

describe('free pieces', () => {
  test.each`
    terms                                                      | buys                                 | earns
    ${'the cheapest 1'}                                        | ${'milk 1.00, wine 9.00'}            | ${'1.00'}
    ${'the dearest 1'}                                         | ${'milk 1.00, wine 9.00'}            | ${'9.00'}
    ${'the cheapest 1'}                                        | ${'10 milk 5.00, bun 1.00'}          | ${'0.50'}
    ${'the cheapest 3'}                                        | ${'milk 1.00, wine 9.00'}            | ${'10.00'}
    ${'the cheapest 1 of milk'}                                | ${'milk 1.00, bun 0.50'}             | ${'1.00'}
    ${'the cheapest 1 of milk'}                                | ${'bun 0.50'}                        | ${'-'}
    ${'the cheapest 1; on family bakery'}                      | ${'milk 1.00, bun 2.00, bread 3.00'} | ${'2.00'}
    ${'the cheapest 1 of family bakery; on milk'}              | ${'milk 1.00, bun 2.00'}             | ${'-'}
    ${'50 % of the cheapest 1'}                                | ${'2 wine 9.99'}                     | ${'2.50'}
    ${'50 % of the dearest 1'}                                 | ${'milk 1.00, wine 9.01'}            | ${'4.51'}
    ${'the dearest 1; cap 2.00'}                               | ${'wine 9.00'}                       | ${'2.00'}
    ${'the dearest 1; cap 2.00'}                               | ${'wine 1.99'}                       | ${'1.99'}
    ${'the cheapest 1; before tax'}                            | ${'2 wine 11.90 (net 10.00)'}        | ${'5.00'}
    ${'the cheapest 0.5'}                                      | ${'cheese 10.00'}                    | ${'5.00'}
    ${'the cheapest 1'}                                        | ${'0.48 cheese 9.60'}                | ${'9.60'}
    ${'the cheapest 1'}                                        | ${'milk 0.00, bun 1.00'}             | ${'1.00'}
    ${'the cheapest 1'}                                        | ${'milk 0.00'}                       | ${'-'}
    ${'the cheapest 1'}                                        | ${'tip 0.50, wine 9.00'}             | ${'9.00'}
    ${'the cheapest 1'}                                        | ${'wine 9.00, wine -2.00'}           | ${'9.00'}
    ${'the cheapest 1 of milk; every bundle 1 milk + 1 bread'} | ${'3 milk 3.00, 2 bread 4.00'}       | ${'2.00'}
    ${'the cheapest 1 of milk; bundle 1 milk + 1 bread'}       | ${'3 milk 3.00, 2 bread 4.00'}       | ${'1.00'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })

  test.each`
    terms                                              | buys                                   | earns
    ${'the cheapest 1 of every 3'}                     | ${'milk 1.00, wine 9.00'}              | ${'-'}
    ${'the cheapest 1 of every 3'}                     | ${'milk 1.00, bun 2.00, wine 9.00'}    | ${'1.00'}
    ${'the cheapest 1 of every 3'}                     | ${'2 milk 2.00, wine 9.00'}            | ${'1.00'}
    ${'the cheapest 1 of every 3'}                     | ${'5 milk 5.00'}                       | ${'1.00'}
    ${'the cheapest 1 of every 3'}                     | ${'5 milk 5.00, wine 9.00'}            | ${'2.00'}
    ${'the cheapest 1 of every 3'}                     | ${'milk 1.00, 5 wine 45.00'}           | ${'10.00'}
    ${'the dearest 1 of every 3'}                      | ${'milk 1.00, bun 2.00, wine 9.00'}    | ${'9.00'}
    ${'the cheapest 2 of every 3'}                     | ${'3 bun 3.00'}                        | ${'2.00'}
    ${'the cheapest 1 of every 1'}                     | ${'3 bun 3.00'}                        | ${'3.00'}
    ${'the cheapest 1 of every 3 of family bakery'}    | ${'2 bun 2.00, bread 0.50, milk 0.10'} | ${'0.50'}
    ${'the cheapest 1 of every 3 of family bakery'}    | ${'2 bun 2.00, 4 milk 4.00'}           | ${'-'}
    ${'50 % of the cheapest 1 of every 2'}             | ${'milk 1.00, wine 9.00'}              | ${'0.50'}
    ${'the cheapest 1 of every 3'}                     | ${'2.9999 cheese 30.00'}               | ${'-'}
    ${'the cheapest 1 of every 3'}                     | ${'milk 0.00, bun 1.00, bread 2.00'}   | ${'-'}
    ${'the cheapest 1 of every 3'}                     | ${'3 bun 3.00, -1 bun -1.00'}          | ${'-'}
    ${'the cheapest 1 of every 3'}                     | ${'4 bun 4.00, -1 bun -1.00'}          | ${'1.00'}
    ${'the cheapest 1 of every 3; every bundle 1 bun'} | ${'6 bun 6.00'}                        | ${'2.00'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })

  test.each`
    terms               | buys                              | earns
    ${'the cheapest 1'} | ${'3 milk 1.00'}                  | ${'0.33'}
    ${'the cheapest 1'} | ${'1.5 milk 0.50, 1.5 milk 0.50'} | ${'0.33'}
    ${'the cheapest 2'} | ${'3 milk 1.00'}                  | ${'0.67'}
    ${'the cheapest 4'} | ${'3 milk 1.00, 3 bun 1.00'}      | ${'1.33'}
    ${'the cheapest 4'} | ${'3 bun 1.00, 6 milk 2.00'}      | ${'1.33'}
    ${'the cheapest 1'} | ${'3 milk 1.00, 6 milk 2.00'}     | ${'0.33'}
  `(
    'are worth their exact price, rounded once: "$terms" of $buys is $earns',
    ({ terms, buys, earns: expected }) => {
      expect(earns(terms, buys)).toBe(expected)
    },
  )

  test('are named with the line that each comes from, and only those lines share the award', () => {
    const [award] = judged([offer('the cheapest 3')], basket('2 milk 2.00, wine 9.00, 2 bun 2.00')).awards
    expect(award?.units?.map(({ index, taken, of }) => [index, taken, of])).toEqual([
      [2, 20_000n, 20_000n],
      [0, 10_000n, 20_000n],
    ])
    expect(award && sharesOf(award)).toEqual([100n, 0n, 200n])
    expect(award && formulaOf(award)).toBe('100 % of 3 cheapest for 3.00 EUR')
  })

  test('of one price are those whose goods come first by name, wherever their lines stand', () => {
    for (const bought of ['milk 1.00, bun 1.00', 'bun 1.00, milk 1.00']) {
      const offers = ['the cheapest 1; off the price', '50 %; on milk'].map((each, place) =>
        offer(each, place),
      )
      const { awards } = checkout(indexOffers(offers), basket(bought))
      expect(awards.map(({ amount }) => amount)).toEqual([50n])
    }
  })

  test('that are worth less than the smallest coin are shared by their own lines as well', () => {
    const [award] = judged([offer('the cheapest 1 of milk')], basket('wine 9.00, 3 milk 0.02')).awards
    expect(award && sharesOf(award)).toEqual([0n, 1n])
  })
})

describe('in a currency with no decimals, or with three', () => {
  test.each`
    terms                           | currency | buys              | earns
    ${'in JPY; 5 %'}                | ${'JPY'} | ${'milk 250'}     | ${'13'}
    ${'in JPY; 5 %'}                | ${'JPY'} | ${'milk 9'}       | ${'-'}
    ${'in JPY; 200'}                | ${'JPY'} | ${'milk 250'}     | ${'200'}
    ${'in JPY; 1 per 100; cap 20'}  | ${'JPY'} | ${'milk 299'}     | ${'2'}
    ${'in JPY; steps 500: 50'}      | ${'JPY'} | ${'milk 499'}     | ${'-'}
    ${'in JPY; steps 500: 50'}      | ${'JPY'} | ${'milk 500'}     | ${'50'}
    ${'in JPY; the cheapest 1'}     | ${'JPY'} | ${'3 milk 100'}   | ${'33'}
    ${'in JPY; 10; from 1000'}      | ${'JPY'} | ${'milk 999'}     | ${'-'}
    ${'in KWD; 5 %'}                | ${'KWD'} | ${'milk 1.250'}   | ${'0.063'}
    ${'in KWD; 0.250'}              | ${'KWD'} | ${'milk 1.250'}   | ${'0.250'}
    ${'in KWD; 0.005 per 0.100'}    | ${'KWD'} | ${'milk 1.250'}   | ${'0.060'}
    ${'in KWD; steps 1.250: 2.5 %'} | ${'KWD'} | ${'milk 1.249'}   | ${'-'}
    ${'in KWD; steps 1.250: 2.5 %'} | ${'KWD'} | ${'milk 1.250'}   | ${'0.031'}
    ${'in KWD; the cheapest 1'}     | ${'KWD'} | ${'3 milk 1.000'} | ${'0.333'}
  `('"$terms" gives $earns $currency for $buys', ({ terms, currency, buys, earns: expected }) => {
    expect(earns(terms, buys, { currency })).toBe(expected)
  })
})

describe("before the till's discount", () => {
  test.each`
    terms                                 | buys                      | discount  | earns
    ${'10 %; before discounts'}           | ${'wine 9.00'}            | ${'1.00'} | ${'1.00'}
    ${'10 %'}                             | ${'wine 9.00'}            | ${'1.00'} | ${'0.90'}
    ${'1.00 per 10.00; before discounts'} | ${'wine 9.00'}            | ${'1.00'} | ${'1.00'}
    ${'10 %; on milk; before discounts'}  | ${'wine 6.00, milk 3.00'} | ${'3.00'} | ${'0.40'}
    ${'the cheapest 1; before discounts'} | ${'wine 6.00, milk 3.00'} | ${'3.00'} | ${'4.00'}
  `('"$terms" gives $earns for $buys less $discount', ({ terms, buys, discount, earns: expected }) => {
    expect(earns(terms, buys, { discount })).toBe(expected)
  })
})

describe('what is missing to the next step', () => {
  test.each`
    terms                              | base     | missing
    ${'1.00 per 10.00'}                | ${0n}    | ${1000n}
    ${'1.00 per 10.00'}                | ${999n}  | ${1n}
    ${'1.00 per 10.00'}                | ${1000n} | ${1000n}
    ${'1.00 per 10.00; cap 1.50'}      | ${1000n} | ${1000n}
    ${'1.00 per 10.00; cap 1.50'}      | ${2000n} | ${undefined}
    ${'steps 10.00: 1.00, 50.00: 5 %'} | ${900n}  | ${100n}
    ${'steps 10.00: 1.00, 50.00: 5 %'} | ${1000n} | ${4000n}
    ${'steps 10.00: 1.00, 50.00: 5 %'} | ${5000n} | ${undefined}
    ${'5 %'}                           | ${900n}  | ${undefined}
    ${'the cheapest 1 of every 3'}     | ${900n}  | ${undefined}
  `('of "$terms" from $base is $missing', ({ terms, base, missing }) => {
    expect(nextStep(offer(terms).offer.terms.award, base)).toBe(missing)
  })
})

describe('an award is bounded', () => {
  const share = (basisPoints: bigint) => ({ of: 'SHARE', basisPoints })
  const amount = (minor: bigint) => ({ of: 'AMOUNT', minor })
  test.each`
    terms                                         | bound
    ${'1.00 per 10.00'}                           | ${share(1_000n)}
    ${'1.00 per 3.00'}                            | ${share(3_334n)}
    ${'1.00 per 3.00; cap 2.00'}                  | ${amount(200n)}
    ${'steps 10.00: 1.00, 50.00: 8.00'}           | ${amount(800n)}
    ${'steps 10.00: 5 % up to 9.00, 50.00: 8.00'} | ${amount(900n)}
    ${'steps 10.00: 5 %, 50.00: 8.00'}            | ${share(1_600n)}
    ${'steps 10.00: 5 %, 50.00: 7 % up to 1.00'}  | ${share(700n)}
    ${'steps 0: 1.00, 50.00: 7 %'}                | ${amount(2n ** 62n)}
    ${'the cheapest 1'}                           | ${share(10_000n)}
    ${'50 % of the cheapest 1'}                   | ${share(5_000n)}
    ${'the cheapest 1; cap 2.00'}                 | ${amount(200n)}
  `('"$terms" by $bound', ({ terms, bound }) => {
    expect(boundOfAward(offer(terms).offer.terms.award)).toEqual(bound)
  })
})

describe('an award is part of the sentence', () => {
  test.each`
    terms                                                  | sentence
    ${'1.00 per 10.00; cap 5.00'}                          | ${'Earn 1.00 EUR back for every 10.00 EUR, at most 5.00 EUR.'}
    ${'1.00 per 10.00; off the price'}                     | ${'Get 1.00 EUR off for every 10.00 EUR.'}
    ${'steps 0: 1 %, 10.00: 5 % up to 2.00, 50.00: 8.00'}  | ${'Earn 1 % back, 5 % back, at most 2.00 EUR, from 10.00 EUR, 8.00 EUR back from 50.00 EUR.'}
    ${'the cheapest 1 of every 3; off the price'}          | ${'Get the cheapest 1 of every 3 free.'}
    ${'the cheapest 1 of every 3 of milk'}                 | ${'Earn the price of the cheapest 1 of every 3 of sku milk back.'}
    ${'50 % of the dearest 2 of milk, bun; off the price'} | ${'Get 50 % off the dearest 2 of sku milk or sku bun.'}
    ${'50 % of the dearest 1; cap 2.00'}                   | ${'Earn 50 % of the price of the dearest 1 back, at most 2.00 EUR.'}
  `('$sentence', ({ terms, sentence }) => {
    expect(sentenceOf(offer(terms).offer.terms, plainVoice('EUR'))).toBe(sentence)
  })
})

describe('says how it was reckoned', () => {
  test.each`
    terms                                 | buys             | says
    ${'1.00 per 10.00'}                   | ${'wine 25.00'}  | ${'2 times 1.00 EUR for 25.00 EUR'}
    ${'1.00 per 10.00; cap 1.50'}         | ${'wine 25.00'}  | ${'2 times 1.00 EUR for 25.00 EUR, capped at 1.50 EUR'}
    ${'steps 10.00: 1.00'}                | ${'wine 25.00'}  | ${'1.00 EUR for 25.00 EUR'}
    ${'steps 10.00: 10 % up to 2.00'}     | ${'wine 25.00'}  | ${'10 % of 25.00 EUR, capped at 2.00 EUR'}
    ${'50 % of the cheapest 1; cap 0.40'} | ${'milk 1.00'}   | ${'50 % of 1 cheapest for 1.00 EUR, capped at 0.40 EUR'}
    ${'2.00; every bundle 1 milk'}        | ${'2 milk 1.00'} | ${'2 times 2.00 EUR'}
  `('"$terms" for $buys: $says', ({ terms, buys, says }) => {
    const [award] = judged([offer(terms)], basket(buys)).awards
    expect(award && formulaOf(award)).toBe(says)
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
    expect(earns(terms, buys, {}, { paid })).toBe(expected)
  })
})
