import { expect, test } from 'vitest'
import { runningSums, sumOf } from './sum.ts'

test.each`
  amounts                      | sum
  ${[]}                        | ${0}
  ${[0.1, 0.2]}                | ${0.3}
  ${[4.35, -4.3]}              | ${0.05}
  ${[1.005, 2.005]}            | ${3.01}
  ${[0.0001, 99_999_999.9999]} | ${100_000_000}
`('$amounts are $sum', ({ amounts, sum }) => {
  expect(sumOf(amounts)).toBe(sum)
})

test('ten thousand cents are a hundred', () => {
  expect(sumOf(Array.from({ length: 10_000 }, () => 0.01))).toBe(100)
})

test('what it comes to after each is as exact as the whole', () => {
  expect(runningSums([0.1, 0.2, -0.05, 0])).toEqual([0.1, 0.3, 0.25, 0.25])
})
