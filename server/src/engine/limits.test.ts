import { describe, expect, test } from 'vitest'
import { basket, cents, offer } from '../../test/words.ts'
import { decimalText } from '../kit/money.ts'
import { type CounterState, counterKey, countersOf, indexOffers, judge, periodKey } from './index.ts'

/** One after the other, each moving the counters as a posted purchase does. */
function shop(terms: string, purchases: readonly { who?: string; when?: string; buys: string }[]): string[] {
  const compiled = offer(terms)
  const counters = new Map<string, CounterState>()
  return purchases.map(({ buys, ...shopping }) => {
    const bought = basket(buys, shopping)
    const { awards, refused } = judge(indexOffers([compiled]), {
      tenant: 1,
      basket: bought,
      paid: [],
      counters,
    })
    for (const award of awards) {
      for (const ref of countersOf(award.offer, 1, bought)) {
        const state = counters.get(counterKey(ref)) ?? { ref, amount: 0n, uses: 0 }
        counters.set(counterKey(ref), { ref, amount: state.amount + award.amount, uses: state.uses + 1 })
      }
    }
    const [award] = awards
    if (award) return decimalText(award.amount, 2)
    return refused.map((each) => (each.because === 'LIMIT' ? each.reached.name : each.because)).join()
  })
}

describe('a budget', () => {
  test('is given to the last cent and not one more', () => {
    const buys = 'wine 10.00'
    expect(shop('10 %; budget 2.50', [{ buys }, { buys, who: 'Ben' }, { buys }, { buys }])).toEqual([
      '1.00',
      '1.00',
      '0.50',
      'BUDGET',
    ])
  })

  test('ends at the cent for every size of award', () => {
    for (let budget = 1n; budget <= 40n; budget++) {
      const given = shop(
        `0.07; budget ${decimalText(budget, 2)}`,
        Array.from({ length: 8 }, () => ({ buys: 'bun 1.00' })),
      )
      const total = given.reduce((sum, text) => sum + (text === 'BUDGET' ? 0n : cents(text)), 0n)
      expect(total).toBe(budget)
    }
  })
})

describe('a limit per contact', () => {
  test('counts uses of each contact apart', () => {
    const buys = 'coffee 3.00'
    const terms = '0.50; each contact 2 times a ever'
    expect(shop(terms, [{ buys }, { buys }, { buys }, { buys, who: 'Ben' }])).toEqual([
      '0.50',
      '0.50',
      'PER_CONTACT_USES',
      '0.50',
    ])
  })

  test('begins again with the next period of the business day', () => {
    const buys = 'coffee 3.00'
    const at = (instant: string) => ({ buys, when: `${instant} Europe/Nicosia` })
    expect(
      shop('0.50; each contact 1 times a day', [
        at('2026-11-23T12:00:00Z'),
        at('2026-11-23T21:59:00Z'),
        at('2026-11-23T22:00:00Z'),
      ]),
    ).toEqual(['0.50', 'PER_CONTACT_USES', '0.50'])
  })

  test('gives what is left of an amount', () => {
    const buys = 'wine 10.00'
    const terms = '10 %; each contact 1.50 a month'
    expect(shop(terms, [{ buys }, { buys }, { buys }])).toEqual(['1.00', '0.50', 'PER_CONTACT_AMOUNT'])
  })
})

describe('the tightest limit decides', () => {
  test.each`
    terms                                               | gives
    ${'2.00; budget 1.00; each contact 3 times a ever'} | ${['1.00', 'BUDGET']}
    ${'2.00; budget 5.00; each contact 1 times a ever'} | ${['2.00', 'PER_CONTACT_USES']}
  `('$terms gives $gives', ({ terms, gives }) => {
    expect(shop(terms, [{ buys: 'wine 9.00' }, { buys: 'wine 9.00' }])).toEqual(gives)
  })
})

describe('periods', () => {
  test.each`
    period     | day             | key
    ${'DAY'}   | ${'2026-11-23'} | ${'2026-11-23'}
    ${'WEEK'}  | ${'2026-11-23'} | ${'W2026-11-23'}
    ${'WEEK'}  | ${'2026-11-29'} | ${'W2026-11-23'}
    ${'WEEK'}  | ${'2026-11-22'} | ${'W2026-11-16'}
    ${'WEEK'}  | ${'2027-01-01'} | ${'W2026-12-28'}
    ${'MONTH'} | ${'2026-11-23'} | ${'2026-11'}
    ${'YEAR'}  | ${'2026-11-23'} | ${'2026'}
    ${'EVER'}  | ${'2026-11-23'} | ${''}
  `('$day lies in the $period $key', ({ period, day, key }) => {
    expect(periodKey(period, day)).toBe(key)
  })
})
