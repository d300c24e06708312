import { expect, test } from 'vitest'
import { quickAmounts } from './quick-amounts.ts'

test.each`
  due      | digits | offered
  ${1730}  | ${2}   | ${[2000, 5000, 10000]}
  ${1230}  | ${2}   | ${[1500, 2000, 5000]}
  ${2000}  | ${2}   | ${[5000, 10000, 20000]}
  ${25000} | ${2}   | ${[]}
  ${7}     | ${0}   | ${[10, 20, 50]}
`('of $due to pay, $offered are likely handed over', ({ due, digits, offered }) => {
  expect(quickAmounts(due, digits)).toEqual(offered)
})
