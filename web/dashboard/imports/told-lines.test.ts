import { expect, test } from 'vitest'
import { inBatches, reasonFor, sumOf } from './send/sending.ts'
import { toldLines } from './told-lines.ts'

const totals = { received: 2, created: 1, updated: 0, unchanged: 0, rejected: 1 }

test('rows that were refused are found again in the file, beside lines that were no rows', () => {
  const line = (number: number) => ({ number, cells: [String(number)] })
  const values = new Map([['sku', 'x']])
  const lines = [
    { line: line(2), values: undefined },
    { line: line(3), values },
    { line: line(4), values },
  ]
  expect(toldLines({ lines }, { totals, rejected: new Map([[1, 'bad']]) }, 'too short')).toEqual({
    created: 1,
    updated: 0,
    unchanged: 0,
    bad: [
      { line: line(2), error: 'too short' },
      { line: line(4), error: 'bad' },
    ],
  })
})

test('a reason is told without the place that the row had in a call', () => {
  expect(
    reasonFor('products[12].price.amount is x; a number is needed; products[12].name is ""; too short'),
  ).toBe('price.amount is x; a number is needed; name is ""; too short')
  expect(reasonFor('contacts[0] is "a text"')).toBe('is "a text"')
})

test('rows go in as many calls as it takes, and what came of them is summed', () => {
  expect(inBatches(['a', 'b', 'c'], 2)).toEqual([
    { first: 0, rows: ['a', 'b'] },
    { first: 2, rows: ['c'] },
  ])
  expect(inBatches([], 2)).toEqual([])
  expect(sumOf([totals, totals])).toEqual({ received: 4, created: 2, updated: 0, unchanged: 0, rejected: 2 })
})
