import { expect, test } from 'vitest'
import { chipsFor, readAmount } from './amounts.ts'

test('chips are round amounts below the balance', () => {
  expect(chipsFor(0.5)).toEqual([])
  expect(chipsFor(5)).toEqual([1, 2])
  expect(chipsFor(27.3)).toEqual([5, 10, 20])
})

test.each([
  ['3', 3],
  ['3,50', 3.5],
  [' 0.05 ', 0.05],
  ['0', undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['1.2345', undefined],
  ['', undefined],
])('%s is read as %s', (text, amount) => {
  expect(readAmount(text)).toBe(amount)
})
