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
  expect(whyLess(explanation, 10)).toEqual({
    notUsed: [{ amount: 3, because: 'NOT_AT_THIS_TIME' }],
    bounds: [{ most: 5, because: 'MERCHANT_MAXIMUM' }],
  })
  expect(whyLess(undefined, 10)).toEqual({ notUsed: [], bounds: [] })
})
