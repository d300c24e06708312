import { describe, expect, test } from 'vitest'
import { readExplanation, withNames } from './explanation.ts'

const offer = { offer: 'o', code: 'EVERYTHING', name: '5 % on everything', version: 2 }
const refused = { ...offer, condition: 'TIMINGS', seen: 'Mon 15:00', needed: 'on Sat, Sun' }

describe('readExplanation', () => {
  test('takes awards, refusals and the spend from the answer', () => {
    const award = { ...offer, base: 12, rule: {}, says: '5 % of 12.00 EUR', reckoned: 0.6, amount: 0.2 }
    const limit = { name: 'BUDGET', used: 9.8, most: 10 }
    const because = 'NOT_THESE_PRODUCTS'
    const bounds = [{ because: 'WALLET_LIMIT', most: 3, limit: { name: 'Three a day' } }]
    const spend = { requested: 5, bounds, most: 3, taken: 1, not_used: [{ pool: null, amount: 2, because }] }
    const answer = {
      currency: 'EUR',
      judged_at: 1_795_464_031,
      awards: [{ ...award, limit }],
      refused: [refused],
      others: [refused],
      near_misses: [
        { ...offer, says: '1.40 EUR more for 5 % back', add: { amount: 1.4 }, line: null, amount: 0.67 },
      ],
      not_concerned: 3,
      more_refused: 1,
      spend,
    }
    expect(readExplanation(answer)).toEqual({
      currency: 'EUR',
      judgedAt: 1_795_464_031,
      awards: [
        {
          offer: 'o',
          name: '5 % on everything',
          version: 2,
          says: '5 % of 12.00 EUR',
          reckoned: 0.6,
          amount: 0.2,
          limit,
        },
      ],
      refused: [
        {
          offer: 'o',
          name: '5 % on everything',
          version: 2,
          condition: 'TIMINGS',
          seen: 'Mon 15:00',
          needed: 'on Sat, Sun',
        },
      ],
      others: [expect.objectContaining({ condition: 'TIMINGS' })],
      nearMisses: [
        {
          offer: 'o',
          name: '5 % on everything',
          version: 2,
          says: '1.40 EUR more for 5 % back',
          amount: 0.67,
        },
      ],
      unlisted: 3,
      spend: {
        requested: 5,
        bounds: [{ because: 'WALLET_LIMIT', most: 3, limit: 'Three a day' }],
        most: 3,
        taken: 1,
        notUsed: [{ pool: '', amount: 2, because }],
      },
    })
  })

  test.each([undefined, null, 'text', {}, { awards: 'none', spend: null }])(
    'reads %j as nothing',
    (answer) => {
      expect(readExplanation(answer)).toMatchObject({
        awards: [],
        refused: [],
        unlisted: 0,
        spend: undefined,
      })
    },
  )
})

test('withNames tells places by name where the name is known', () => {
  const known = '0193a1b2-0000-7000-8000-00000000000a'
  const unknown = '0193a1b2-0000-7000-8000-00000000000b'
  expect(withNames(`${known} or ${unknown}`, new Map([[known, 'Ledra St']]))).toBe(`Ledra St or ${unknown}`)
})
