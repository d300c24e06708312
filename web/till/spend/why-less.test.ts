import { expect, test } from 'vitest'
import { whyLess } from './why-less.ts'

test('tells money that does not fit and bounds that hold, and nothing else', () => {
  const explanation = {
    spend: {
      requested: 10,
      bounds: [
        { because: 'TO_PAY', most: 12 },
        { because: 'MERCHANT_MAXIMUM', most: 5 },
      ],
      not_used: [{ pool: 'p', amount: 3, because: 'NOT_AT_THIS_TIME' }],
    },
  }
  expect(whyLess(explanation, 10, 5)).toEqual({
    notUsed: [{ amount: 3, because: 'NOT_AT_THIS_TIME' }],
    bounds: [{ most: 5, because: 'MERCHANT_MAXIMUM' }],
    least: undefined,
  })
  expect(whyLess(undefined, 10, 10)).toEqual({ notUsed: [], bounds: [], least: undefined })
})

test('does not blame a bound that the wallet does not come up to', () => {
  const explanation = { spend: { requested: 99, bounds: [{ because: 'TO_PAY', most: 24 }] } }
  expect(whyLess(explanation, 99, 1.91).bounds).toEqual([])
  expect(whyLess(explanation, 99, 24).bounds).toEqual([{ because: 'TO_PAY', most: 24 }])
})

test('tells the least that the shop takes where nothing is taken for it', () => {
  const explanation = { spend: { requested: 10, below_minimum: { seen: 2.99, needed: 3 } } }
  expect(whyLess(explanation, 10, 0).least).toBe(3)
})
