import { expect, test } from 'vitest'
import { texts } from '../texts.ts'
import { nextTold } from './next-told.ts'

const { next, look } = texts.payouts.columns

test.for([
  ['PENDING', next],
  ['FAILED', next],
  ['RETURNED', next],
  ['SENDING', look],
  ['SENT', look],
  ['UNKNOWN', look],
  ['PAID', look],
  ['REVERSAL_REQUIRED', look],
] as const)('only what is not paid is tried again: %s', ([state, told]) => {
  expect(nextTold(state)).toBe(told)
})
