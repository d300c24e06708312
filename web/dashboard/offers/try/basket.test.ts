import { openRuleBook } from '@tillback/server/engine/evaluate.ts'
import { expect, test } from 'vitest'
import { type Basket, factsOf, instantOf, NEW_LINE, newBasket, type Place, type RuleBook } from './basket.ts'
import { judged } from './judge.ts'
import { whyNot } from './why-not.ts'

const id = (end: number) => `00000000-0000-4000-8000-${String(end).padStart(12, '0')}`
const place: Place = { id: id(11), type: 'VENUE', name: 'Main', parent: id(10), zone: 'Europe/Nicosia' }

function bookWith(terms: object, more: object = {}): RuleBook {
  return {
    business: id(1),
    business_zone: 'Europe/Nicosia',
    currency: 'EUR',
    offers: [
      {
        id: id(5),
        code: 'A',
        version: 1,
        terms: {
          name: 'A',
          goal: 'SPEND',
          type: 'DISCOUNT',
          availability: {},
          conditions: [],
          award: { kind: 'PERCENTAGE', basis_points: 1000 },
          base: 'GROSS',
          commerce_pool_id: id(3),
          funder_id: id(1),
          limits: {},
          priority: 0,
          on_top: false,
          ...terms,
        },
      },
    ],
    ...more,
  } as RuleBook
}

function given(basket: Basket, book: RuleBook): number {
  const facts = factsOf(basket, { book, place, offer: id(5) })
  const counters = 'counters' in facts ? (facts.counters as never) : []
  const text = judged({ openRuleBook }, book, { facts, counters, before: Number(basket.before) })
  return JSON.parse(text).total_award
}

const basket = newBasket(place.id, '2026-11-23')

test('a typed basket is judged as it is, at the place and on the clock of the venue', () => {
  expect(given(basket, bookWith({}))).toBe(1)
  const atNoon = { kind: 'TIMINGS', timings: [{ start_time: '12:00', end_time: '12:01' }] }
  expect(given(basket, bookWith({ conditions: [atNoon] }))).toBe(1)
  expect(given({ ...basket, time: '12:01' }, bookWith({ conditions: [atNoon] }))).toBe(0)
})

test('what was bought before counts', () => {
  const third = {
    of: 'VISITS',
    target: '3',
    period: 'EVER',
    per: 'CONTACT',
    repeats: true,
    on_accumulated: false,
  }
  const book = bookWith({ goal: 'VISITS', progress: third })
  expect([0, 1, 2, 3].map((before) => given({ ...basket, before: String(before) }, book))).toEqual([
    0, 0, 1, 0,
  ])
})

test('a lottery is won or lost as it is wanted, and not drawn otherwise', () => {
  const book = bookWith({ type: 'LOTTERY', conditions: [{ kind: 'LOTTERY', one_in: 50 }] })
  const draws = ['NONE', 'WINS', 'LOSES'] as const
  expect(draws.map((draw) => given({ ...basket, draw }, book))).toEqual([0, 1, 0])
})

test('what was spent before puts the customer into a tier', () => {
  const tiers = {
    units_per: '10000',
    period: 'YEAR',
    tiers: [{ id: id(7), code: 'S', name: 'Silver', units: '100' }],
  }
  const silver = { kind: 'TIERS', tiers: [{ id: id(7), name: 'Silver' }], or_above: false, reached: false }
  const book = bookWith({ conditions: [silver] }, { tiers })
  const spent = (text: string) => ({ ...basket, customer: { ...basket.customer, spent: text } })
  expect(['', '99.99', '100'].map((text) => given(spent(text), book))).toEqual([0, 0, 1])
})

test('goods are found by their family, and what does not earn gives nothing', () => {
  const dairy = { kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DAIRY' }] }
  const book = bookWith({ conditions: [dairy] })
  const lines = [
    { ...NEW_LINE, sku: 'milk', family: 'DAIRY' },
    { ...NEW_LINE, sku: 'nails' },
  ]
  expect(given({ ...basket, lines }, book)).toBe(1)
  expect(given({ ...basket, lines: [{ ...NEW_LINE, family: 'DAIRY', earns: false }] }, book)).toBe(0)
})

test('an offer that judging never looks at tells why all the same', () => {
  const dairy = { kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DAIRY' }] }
  const book = bookWith({ conditions: [dairy] })
  const facts = factsOf(basket, { book, place, offer: id(5) })
  expect(whyNot(book, facts, id(5))).toEqual({
    offer: id(5),
    version: 1,
    condition: 'PRODUCTS',
    seen: 'none of them',
    needed: 'family DAIRY',
  })
  expect(whyNot(bookWith({}), facts, id(5))).toBeUndefined()
})

test.each`
  day             | time       | instant
  ${'2026-11-23'} | ${'12:00'} | ${'2026-11-23T10:00:00.000Z'}
  ${'2026-07-01'} | ${'00:30'} | ${'2026-06-30T21:30:00.000Z'}
  ${'2026-03-29'} | ${'05:00'} | ${'2026-03-29T02:00:00.000Z'}
`('$time of $day in Nicosia is $instant', ({ day, time, instant }) => {
  expect(instantOf(day, time, 'Europe/Nicosia').toISOString()).toBe(instant)
})
