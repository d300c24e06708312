import { expect, test } from 'vitest'
import { amountLeft, linesLeft, readBack, worthOf } from './what-is-left.ts'

test.each`
  total     | back     | digits | left
  ${9}      | ${0}     | ${2}   | ${900}
  ${0.3}    | ${0.1}   | ${2}   | ${20}
  ${19.99}  | ${19.99} | ${2}   | ${0}
  ${1.25}   | ${0.005} | ${3}   | ${1245}
  ${10_000} | ${2_500} | ${0}   | ${7500}
`('of $total after $back came back, $left minor units are left', ({ total, back, digits, left }) => {
  expect(amountLeft({ transaction_amounts: { total }, returned: { total: back } }, digits)).toBe(left)
})

test.each`
  typed     | read
  ${'3'}    | ${{ is: 'AMOUNT', amount: 300 }}
  ${'5,60'} | ${{ is: 'AMOUNT', amount: 560 }}
  ${'5.61'} | ${{ is: 'TOO_MUCH' }}
  ${'0'}    | ${{ is: 'NONE' }}
  ${''}     | ${{ is: 'NONE' }}
  ${'half'} | ${{ is: 'NONE' }}
`('of 5.60 that is left, "$typed" comes back as $read', ({ typed, read }) => {
  expect(readBack(typed, { left: 560, digits: 2 })).toEqual(read)
})

test('a line is left while a piece of it is with the customer', () => {
  const line = (number: number, quantity: number, returned_quantity: number) => ({
    line: number,
    quantity,
    returned_quantity,
  })
  const products = [line(1, 2, 0), line(2, 2, 1), line(3, 2, 2), line(4, 0.5, 0.25)]
  const left = linesLeft({ products })
  expect(left.map(({ line: number }) => number)).toEqual([1, 2, 4])
})

test('pieces that come back are worth their share of the line, a weight as well', () => {
  const line = (number: number, quantity: number, total_amount: number) => ({
    line: number,
    quantity,
    total_amount,
  })
  const products = [line(1, 3, 10), line(2, 1, 2.2), line(3, 0.5, 4)]
  const pieces = new Map([
    [1, 2],
    [3, 0.5],
  ])
  expect(worthOf({ products }, pieces, 2)).toBe(667 + 400)
})
