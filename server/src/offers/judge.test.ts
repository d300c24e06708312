import { describe, expect, test } from 'vitest'
import { basket, offer, type Shopping } from '../../test/words.ts'
import { decimalText } from '../kit/money.ts'
import type { Basket } from './basket.ts'
import { type CompiledOffer, indexOffers, type Judgement, judge, type Refused, sentenceOf } from './index.ts'
import type { Counters } from './limits.ts'

interface Judged {
  readonly paidBySpend?: readonly bigint[]
  readonly counters?: Counters
}

function judged(
  offers: readonly CompiledOffer[],
  bought: Basket,
  { paidBySpend = [], counters = new Map() }: Judged = {},
): Judgement {
  return judge(indexOffers(offers), { tenant: 1, basket: bought, paidBySpend, counters })
}

const amounts = ({ awards }: Judgement) => awards.map(({ amount }) => decimalText(amount, 2)).join(' ') || '-'

function earns(text: string, bought: string, shopping: Shopping = {}, facts: Judged = {}): string {
  return amounts(judged([offer(text)], basket(bought, shopping), facts))
}

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

describe('products', () => {
  test.each`
    terms                                      | buys                                | earns
    ${'10 %; on milk'}                         | ${'milk 1.00, bread 2.00'}          | ${'0.10'}
    ${'10 %; on milk'}                         | ${'bread 2.00'}                     | ${'-'}
    ${'10 %; on family dairy'}                 | ${'milk 1.00, cheese 4.00'}         | ${'0.50'}
    ${'10 %; on brand house'}                  | ${'bun 1.00, coffee 2.00'}          | ${'0.30'}
    ${'10 %; on type drink'}                   | ${'wine 9.00, bread 2.00'}          | ${'0.90'}
    ${'10 %; on milk, family bakery'}          | ${'milk 1.00, bun 1.00, wine 9.00'} | ${'0.20'}
    ${'10 %; on family dairy; but not milk'}   | ${'milk 1.00, cheese 4.00'}         | ${'0.40'}
    ${'10 %; on family dairy; but not milk'}   | ${'milk 1.00'}                      | ${'-'}
    ${'10 %; on type food; but not brand alp'} | ${'milk 1.00, bread 2.00'}          | ${'0.20'}
    ${'10 %; on bun; 3 of them'}               | ${'3 bun 3.00'}                     | ${'0.30'}
    ${'10 %; on bun; 3 of them'}               | ${'2 bun 2.00, bun 1.00'}           | ${'0.30'}
    ${'10 %; on bun; 3 of them'}               | ${'2 bun 2.00, 5 milk 5.00'}        | ${'-'}
    ${'10 %; on cheese; 0.5 of them'}          | ${'0.48 cheese 9.00'}               | ${'-'}
    ${'10 %; on cheese; for 5.00 of them'}     | ${'cheese 5.00, wine 9.00'}         | ${'0.50'}
    ${'10 %; on cheese; for 5.00 of them'}     | ${'cheese 4.99, wine 9.00'}         | ${'-'}
  `('"$terms" gives $earns for $buys', ({ terms, buys, earns: expected }) => {
    expect(earns(terms, buys)).toBe(expected)
  })
})

describe('amount, place and time', () => {
  test.each`
    terms                                    | buys                      | at                  | when           | earns
    ${'1.00; from 10.00'}                    | ${'wine 10.00'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; from 10.00'}                    | ${'wine 9.99'}            | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'1.00; up to 20.00'}                   | ${'wine 20.00'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; up to 20.00'}                   | ${'wine 20.01'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'10 %; on milk; from 10.00'}           | ${'milk 1.00, wine 9.00'} | ${'Corner'}         | ${'Mon 12:00'} | ${'0.10'}
    ${'1.00; at Corner'}                     | ${'wine 10.00'}           | ${'Corner/Harbour'} | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; at Harbour'}                    | ${'wine 10.00'}           | ${'Corner/Harbour'} | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; at Harbour, Market'}            | ${'wine 10.00'}           | ${'Corner/Market'}  | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; at Harbour'}                    | ${'wine 10.00'}           | ${'Corner/Market'}  | ${'Mon 12:00'} | ${'-'}
    ${'1.00; at Harbour'}                    | ${'wine 10.00'}           | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 14:59'} | ${'-'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 15:00'} | ${'1.00'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 16:59'} | ${'1.00'}
    ${'1.00; during 15:00-17:00'}            | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 17:00'} | ${'-'}
    ${'1.00; during Sat Sun'}                | ${'coffee 3.00'}          | ${'Corner'}         | ${'Sun 00:00'} | ${'1.00'}
    ${'1.00; during Sat Sun'}                | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 00:00'} | ${'-'}
    ${'1.00; during Nov'}                    | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 12:00'} | ${'1.00'}
    ${'1.00; during Dec'}                    | ${'coffee 3.00'}          | ${'Corner'}         | ${'Mon 12:00'} | ${'-'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Fri 23:59'} | ${'1.00'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Sat 01:59'} | ${'1.00'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Sat 02:00'} | ${'-'}
    ${'1.00; during Fri 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Fri 01:00'} | ${'-'}
    ${'1.00; during Sat 22:00-02:00'}        | ${'wine 9.00'}            | ${'Corner'}         | ${'Sun 01:00'} | ${'1.00'}
    ${'1.00; during Mon 08:00-09:00 or Sun'} | ${'bun 1.00'}             | ${'Corner'}         | ${'Sun 20:00'} | ${'1.00'}
  `('"$terms" gives $earns for $buys at $at on $when', ({ terms, buys, at, when, earns: expected }) => {
    expect(earns(terms, buys, { at, when })).toBe(expected)
  })
})

describe("the venue's clock decides, with its summer time", () => {
  // In Cyprus the clock goes from 02:59 to 04:00 on 29 March 2026, and from 03:59 back to 03:00 on 25 October.
  test.each`
    terms                             | when                                       | earns     | because
    ${'1.00; during 15:00-17:00'}     | ${'2026-07-01T12:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 15:30 there'}
    ${'1.00; during 15:00-17:00'}     | ${'2026-12-01T12:30:00Z Europe/Nicosia'}   | ${'-'}    | ${'it is 14:30 there'}
    ${'1.00; during 15:00-17:00'}     | ${'2026-12-01T13:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 15:30 there'}
    ${'1.00; during 15:00-17:00'}     | ${'2026-07-01T12:30:00Z America/New_York'} | ${'-'}    | ${'it is 08:30 there'}
    ${'1.00; during Mon'}             | ${'2026-11-22T22:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'Monday has begun there'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-03-29T00:59:00Z Europe/Nicosia'}   | ${'-'}    | ${'it is 02:59, the hour is skipped'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-03-29T01:00:00Z Europe/Nicosia'}   | ${'-'}    | ${'it is 04:00, the hour was skipped'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-10-25T00:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 03:30 for the first time'}
    ${'1.00; during 03:00-04:00'}     | ${'2026-10-25T01:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'it is 03:30 again'}
    ${'1.00; during Dec 22:00-02:00'} | ${'2026-12-31T23:30:00Z Europe/Nicosia'}   | ${'1.00'} | ${'the night belongs to December'}
    ${'1.00; during Dec 22:00-02:00'} | ${'2026-11-30T23:30:00Z Europe/Nicosia'}   | ${'-'}    | ${'the night belongs to November'}
  `('"$terms" gives $earns on $when: $because', ({ terms, when, earns: expected }) => {
    expect(earns(terms, 'coffee 3.00', { when })).toBe(expected)
  })
})

describe('availability', () => {
  const june = '1.00; available 2026-06-01T00:00:00Z..2026-07-01T00:00:00Z'
  test.each`
    when                          | earns
    ${'2026-05-31T23:59:59Z UTC'} | ${'-'}
    ${'2026-06-01T00:00:00Z UTC'} | ${'1.00'}
    ${'2026-06-30T23:59:59Z UTC'} | ${'1.00'}
    ${'2026-07-01T00:00:00Z UTC'} | ${'-'}
  `('an offer of June gives $earns on $when', ({ when, earns: expected }) => {
    expect(earns(june, 'coffee 3.00', { when })).toBe(expected)
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
    expect(earns(terms, buys, {}, { paidBySpend: paid })).toBe(expected)
  })
})

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
