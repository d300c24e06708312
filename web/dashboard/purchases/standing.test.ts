import { expect, test } from 'vitest'
import { leftOf, standingOf } from './standing.ts'

const somebody = { id: 'c', name: null, code: 'C-7' }

test.each`
  state          | contact     | back   | standing
  ${'POSTED'}    | ${somebody} | ${0}   | ${'POSTED'}
  ${'POSTED'}    | ${null}     | ${0}   | ${'UNCLAIMED'}
  ${'POSTED'}    | ${somebody} | ${2.5} | ${'PARTLY_RETURNED'}
  ${'POSTED'}    | ${somebody} | ${10}  | ${'RETURNED'}
  ${'CANCELLED'} | ${somebody} | ${2.5} | ${'CANCELLED'}
  ${'CANCELLED'} | ${null}     | ${0}   | ${'CANCELLED'}
`('$state with $back of 10 returned is $standing', ({ state, contact, back, standing }) => {
  const returned = { award: 0, redeem: 0, spend: 0, total: back, of_no_line: 0 }
  const transaction_amounts = { net: null, tax: null, discount: null, total: 10 }
  expect(standingOf({ state, contact, returned, transaction_amounts })).toBe(standing)
})

test.each`
  state          | award  | back    | left
  ${'POSTED'}    | ${3}   | ${0}    | ${3}
  ${'POSTED'}    | ${0.3} | ${0.1}  | ${0.2}
  ${'POSTED'}    | ${3}   | ${3}    | ${0}
  ${'CANCELLED'} | ${3}   | ${0.75} | ${0}
`('of an award of $award, $left is left after $back came back ($state)', ({ state, award, back, left }) => {
  const rewards = { award, redeem: 0, spend: 0 }
  const returned = { award: back, redeem: 0, spend: 0, total: back * 10, of_no_line: 0 }
  expect(leftOf({ state, rewards, returned }, 'award')).toBe(left)
})
