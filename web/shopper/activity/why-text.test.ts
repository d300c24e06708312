import { expect, test } from 'vitest'
import { el } from '../texts/el.ts'
import { en } from '../texts/en.ts'
import { nearMissText, whyText } from './why-text.ts'

const award = { base: 50, amount: 5, rule: { kind: 'PERCENTAGE', rate: 7.5 }, says: '7.5 % of 50.00 EUR' }

test('a share of what was paid is told in the language of the app', () => {
  expect(whyText(award, 'EUR', en)).toBe('7.5 % of 50.00 EUR')
  expect(whyText(award, 'EUR', el)).toBe('7,5 % από 50,00 EUR')
  const fixed = { ...award, rule: { kind: 'FIXED', amount: 2 }, says: '2.00 EUR' }
  expect(whyText(fixed, 'EUR', el)).toBe('2,00 EUR για αυτή την αγορά')
})

test('a cap is told where it took something away', () => {
  const rule = { kind: 'PERCENTAGE', rate: 10, cap: 3 }
  expect(whyText({ ...award, rule, amount: 3 }, 'EUR', en)).toBe('10 % of 50.00 EUR, at most 3.00 EUR')
  expect(whyText({ ...award, rule, amount: 3 }, 'EUR', el)).toBe('10 % από 50,00 EUR, το πολύ 3,00 EUR')
  expect(whyText({ ...award, rule, base: 20, amount: 2 }, 'EUR', en)).toBe('10 % of 20.00 EUR')
})

test.each([
  ['a limit', { limit: { name: 'BUDGET', used: 1, most: 2 } }],
  ['parts of a bill', { billed: 10 }],
  ['goods that are given', { units: [] }],
  ['another rule', { rule: { kind: 'STEPS' } }],
])('with %s it is told as the engine reckoned it, of which nothing may be left out', (_, more) => {
  expect(whyText({ ...award, ...more, says: 'As reckoned' }, 'EUR', el)).toBe('As reckoned')
})

test('what was missing says how much, and what it would have brought', () => {
  const miss = { add: { amount: 1.4 }, amount: 2 }
  expect(nearMissText(miss, 'EUR', en)).toBe('With 1.40 EUR more it would have earned 2.00 EUR.')
  expect(nearMissText({ ...miss, add: { quantity: 2 } }, 'EUR', en)).toBe(
    'With 2 more it would have earned 2.00 EUR.',
  )
})
