import { describe, expect, test } from 'vitest'
import { cents, shopped } from '../../test/words.ts'
import { decimalText } from '../kit/money.ts'
import { periodKey } from './index.ts'

describe('a budget', () => {
  test('is given to the last cent and not one more', () => {
    const buys = 'wine 10.00'
    expect(shopped('10 %; budget 2.50', [{ buys }, { buys, who: 'Ben' }, { buys }, { buys }])).toEqual([
      '1.00',
      '1.00',
      '0.50',
      'BUDGET',
    ])
  })

  test('ends at the cent for every size of award', () => {
    for (let budget = 1n; budget <= 40n; budget++) {
      const given = shopped(
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
    expect(shopped(terms, [{ buys }, { buys }, { buys }, { buys, who: 'Ben' }])).toEqual([
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
      shopped('0.50; each contact 1 times a day', [
        at('2026-11-23T12:00:00Z'),
        at('2026-11-23T21:59:00Z'),
        at('2026-11-23T22:00:00Z'),
      ]),
    ).toEqual(['0.50', 'PER_CONTACT_USES', '0.50'])
  })

  test('gives what is left of an amount', () => {
    const buys = 'wine 10.00'
    const terms = '10 %; each contact 1.50 a month'
    expect(shopped(terms, [{ buys }, { buys }, { buys }])).toEqual(['1.00', '0.50', 'PER_CONTACT_AMOUNT'])
  })
})

describe('a limit per venue', () => {
  test('counts each venue apart, and the merchant where no venue is named', () => {
    const visit = (at: string) => ({ buys: 'coffee 3.00', at })
    expect(
      shopped('0.50; each venue 1 times a day', [
        visit('Corner/Harbour'),
        visit('Corner/Market'),
        visit('Corner/Harbour'),
        visit('Corner'),
        visit('Corner'),
      ]),
    ).toEqual(['0.50', '0.50', 'PER_VENUE_USES', '0.50', 'PER_VENUE_USES'])
  })

  test('gives what is left of an amount, whoever buys', () => {
    const visit = (who: string) => ({ buys: 'wine 10.00', at: 'Corner/Harbour', who })
    expect(shopped('10 %; each venue 1.50 a week', [visit('Anna'), visit('Ben'), visit('Anna')])).toEqual([
      '1.00',
      '0.50',
      'PER_VENUE_AMOUNT',
    ])
  })
})

describe('a limit of all together', () => {
  test('counts everybody everywhere, and begins again with the period', () => {
    const visit = (who: string, when: string) => ({ buys: 'wine 10.00', who, when })
    expect(
      shopped('1.00; all together 2 times a month', [
        visit('Anna', '2026-11-29'),
        visit('Ben', '2026-11-30'),
        visit('Cleo', '2026-11-30'),
        visit('Cleo', '2026-12-01'),
      ]),
    ).toEqual(['1.00', '1.00', 'PER_PERIOD_USES', '1.00'])
  })

  test('gives what is left of an amount', () => {
    const buys = 'wine 10.00'
    expect(shopped('10 %; all together 1.50 a ever', [{ buys }, { buys, who: 'Ben' }, { buys }])).toEqual([
      '1.00',
      '0.50',
      'PER_PERIOD_AMOUNT',
    ])
  })
})

describe('a pass', () => {
  const visit = (who: string, pass: string, passUses: object) => ({ buys: 'wine 10.00', who, pass, passUses })

  test('is used as often as it allows, whoever shows it', () => {
    const once = { most: 2 }
    expect(
      shopped('1.00; with pass summer', [
        visit('Anna', 'summer 11112222', once),
        visit('Ben', 'summer 11112222', once),
        visit('Ben', 'summer 11112222', once),
        visit('Ben', 'summer 33334444', once),
      ]),
    ).toEqual(['1.00', '1.00', 'PASS_USES', '1.00'])
  })

  test('is used by each contact as often as it allows', () => {
    const each = { perContact: 1 }
    expect(
      shopped('1.00; with pass summer', [
        visit('Anna', 'summer 11112222', each),
        visit('Anna', 'summer 11112222', each),
        visit('Ben', 'summer 11112222', each),
      ]),
    ).toEqual(['1.00', 'PASS_USES_PER_CONTACT', '1.00'])
  })

  test('limits only offers that ask for it', () => {
    const visits = [visit('Anna', 'summer 1', { most: 0 }), visit('Anna', 'summer 1', { most: 0 })]
    expect(shopped('1.00', visits)).toEqual(['1.00', '1.00'])
  })
})

describe('the tightest limit decides', () => {
  test.each`
    terms                                               | gives
    ${'2.00; budget 1.00; each contact 3 times a ever'} | ${['1.00', 'BUDGET']}
    ${'2.00; budget 5.00; each contact 1 times a ever'} | ${['2.00', 'PER_CONTACT_USES']}
  `('$terms gives $gives', ({ terms, gives }) => {
    expect(shopped(terms, [{ buys: 'wine 9.00' }, { buys: 'wine 9.00' }])).toEqual(gives)
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
