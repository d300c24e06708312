import { describe, expect, test } from 'vitest'
import { offer } from '../../test/words.ts'
import { openRuleBook } from './index.ts'

const CORNER = '00000000-0000-4000-8000-000000000001'
const ANNA = '00000000-0000-4000-8000-000000000002'

function book(...offers: readonly string[]) {
  return {
    business: CORNER,
    business_zone: 'Europe/Nicosia',
    currency: 'EUR',
    offers: offers.map((words, position) => {
      const { id, code, version, terms } = offer(words, position).offer
      return { id, code, version, terms }
    }),
  }
}

const facts = {
  at: '2026-11-23T12:00:00+02:00',
  place: { merchant: CORNER, name: 'Corner', zone: 'Europe/Nicosia' },
  contact: { id: ANNA, since: '2020-01-01T00:00:00Z' },
  lines: [{ sku: 'milk', gross: '10.00' }],
}

function refusalOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'nothing is refused'
}

describe('an answer', () => {
  test('has its fields in one order, and none that are undefined', () => {
    const text = openRuleBook(book('10 %; each contact 1 times a day', '2.00')).evaluate(facts)
    expect(text).toBe(
      '{"discounts":[],"awards":[{"offer":"00000001-0000-7000-8000-000000000000","version":1,"base":10,"bases":[10],"rule":{"kind":"FIXED","amount":2},"says":"2.00 EUR","reckoned":2,"amount":2,"shares":[2]}],"refused":[],"near_misses":[],"counted":[],"total_award":2,"left_to_pay":10}',
    )
  })

  test('does not depend on the order of the fields of what is asked, nor of the offers', () => {
    const { offers, ...rest } = book('10 %; each contact 1 times a day', '3 %', '0.50; on top')
    const turned = Object.fromEntries(Object.entries(facts).reverse())
    const there = openRuleBook({ ...rest, offers }).evaluate(facts)
    const back = openRuleBook({ offers: offers.toReversed(), ...rest }).evaluate(turned)
    expect(back).toBe(there)
  })

  test('is the same each time: nothing is kept from one to the next', () => {
    const { evaluate } = openRuleBook(book('1.00; every 2nd purchase', '10 %; each contact 1 times a day'))
    expect(evaluate(facts)).toBe(evaluate(facts))
  })

  test('may be sent back: what it counted is what the next one counts on', () => {
    const { evaluate } = openRuleBook(book('1.00; every 2nd purchase'))
    const first = JSON.parse(evaluate(facts))
    const second = JSON.parse(evaluate({ ...facts, counters: first.counted }))
    const third = JSON.parse(evaluate({ ...facts, counters: [...first.counted, ...second.counted] }))
    expect([first, second, third].map(({ total_award }) => total_award)).toEqual([0, 1, 0])
  })
})

describe('facts that cannot be', () => {
  test.each`
    sent                                                           | refusal
    ${{ lines: [{ sku: 'milk', gross: '1.005' }] }}                | ${'lines[0].gross is 1.005; at most 2 decimals are taken'}
    ${{ lines: [{ sku: 'milk', gross: '1.00', quantity: '.5' }] }} | ${'lines[0].quantity: decimal text such as'}
    ${{ lines: [{ sku: 'milk', gross: '1.00', quantity: '-1' }] }} | ${'lines[0].quantity is -1; goods that cost something'}
    ${{ lines: [{ sku: 'milk', gross: 10 }] }}                     | ${'lines[0].gross: text is needed'}
    ${{ lines: [{ sku: 'milk', gross: '-1.00' }] }}                | ${'total is -1.00; a purchase costs nothing or more'}
    ${{ lines: [] }}                                               | ${'total is missing; or send lines'}
    ${{ total: '10.01' }}                                          | ${'total is 10.01; the lines sum to 10.00'}
    ${{ occasion: 'SIGN_UP' }}                                     | ${'lines is a list of 1; only a purchase has lines'}
    ${{ paid: ['1.00', '1.00'] }}                                  | ${'paid is a list of 2; at most one amount a line, 1'}
    ${{ paid: ['-1.00'] }}                                         | ${'paid[0] is -1.00; it must not be negative'}
    ${{ bill: { reference: 'T7', total: '9.99' } }}                | ${'bill.total is 9.99; at least the total of this part'}
    ${{ at: '2026-11-23T12:00:00' }}                               | ${'at: a time'}
    ${{ at: '2026-02-30T12:00:00Z' }}                              | ${'at: a time'}
    ${{ at: '2026-11-23T24:00:00Z' }}                              | ${'at: a time'}
    ${{ at: '1969-12-31T23:59:59Z' }}                              | ${'at: a time from 1970 on'}
    ${{ luck: 2 ** 48 }}                                           | ${'luck: '}
    ${{ colour: 'red' }}                                           | ${'"colour"'}
  `('are refused: $sent', ({ sent, refusal }) => {
    expect(refusalOf(() => openRuleBook(book('10 %')).evaluate({ ...facts, ...sent }))).toContain(refusal)
  })
})

describe('a rule book that cannot be', () => {
  test.each`
    change                                                                 | refusal
    ${{ business: CORNER.toUpperCase().replace('4', 'A') }}                | ${'a GUID in lower case'}
    ${{ business_zone: 'Nowhere/At_All' }}                                 | ${'a time zone such as'}
    ${{ currency: 'euro' }}                                                | ${'a currency of ISO 4217'}
    ${{ offers: [...book('10 %').offers, ...book('5 %').offers] }}         | ${'no offer may stand in it twice'}
    ${{ tiers: { units_per: '0', period: 'YEAR', tiers: [] } }}            | ${'tiers.units_per'}
    ${{ offers: [{ ...book('10 %').offers[0], terms: { name: 'Ten' } }] }} | ${'offers[0].terms.goal'}
  `('is refused: $refusal', ({ change, refusal }) => {
    expect(refusalOf(() => openRuleBook({ ...book('10 %'), ...change }))).toContain(refusal)
  })
})
