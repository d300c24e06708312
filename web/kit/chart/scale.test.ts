import { expect, test } from 'vitest'
import { csvOf, labelEvery, niceScale } from './scale.ts'

test.each`
  values          | from  | to
  ${[]}           | ${0}  | ${1}
  ${[0]}          | ${0}  | ${1}
  ${[3, 7.2]}     | ${0}  | ${8}
  ${[120, 980]}   | ${0}  | ${1000}
  ${[-3, 5]}      | ${-4} | ${6}
  ${[0.01, 0.03]} | ${0}  | ${0.03}
`('an axis of $values goes from $from to $to', ({ values, from, to }) => {
  const scale = niceScale(values)
  expect(scale.from).toBeCloseTo(from)
  expect(scale.to).toBeCloseTo(to)
})

test.each`
  values    | to    | step
  ${[2]}    | ${2}  | ${1}
  ${[9]}    | ${10} | ${5}
  ${[3, 7]} | ${8}  | ${2}
  ${[41]}   | ${60} | ${20}
`('counts up to $values go to $to in whole steps of $step', ({ values, to, step }) => {
  expect(niceScale(values, true)).toEqual({ from: 0, to, step })
})

test('labels leave each other room', () => {
  expect(labelEvery(7, 700)).toBe(1)
  expect(labelEvery(90, 700)).toBe(10)
})

test('a cell is quoted where it has to be and is never a formula', () => {
  expect(csvOf([['Anna "A", Main St', -3.5, '=1+1']])).toBe('"Anna ""A"", Main St",-3.5,\'=1+1\r\n')
})
