import { expect, test } from 'vitest'
import { type Entry, entriesOf } from './entries-of.ts'

const entry = (id: string, movement: string, more: Partial<Entry> = {}): Entry => ({
  id,
  movement,
  amount: 1,
  reward_offer_id: null,
  commerce_pool_id: null,
  spend_method: null,
  reverses: null,
  ...more,
})
const spend = (id: string, more: Partial<Entry>) =>
  entry(id, 'SPEND', { spend_method: 'ON_REQUEST', ...more })

test('each step has its own entries, and what took it back', () => {
  const told = entriesOf(
    [
      spend('1', { amount: 2, commerce_pool_id: 'GIFTS' }),
      spend('2', { amount: 3, commerce_pool_id: 'GIFTS' }),
      spend('3', { amount: 2 }),
      entry('4', 'AWARD', { reward_offer_id: 'OFF' }),
      entry('5', 'SPEND', { reward_offer_id: 'OFF', spend_method: 'INSTANT' }),
      entry('6', 'AWARD', { reward_offer_id: 'TEN' }),
      entry('7', 'PAYOUT_SENT'),
      entry('8', 'SPEND_REVERSAL', { reverses: '3' }),
      entry('9', 'AWARD_REVERSAL', { reverses: '6' }),
      entry('10', 'AWARD_REVERSAL_TO_DEBT', { reverses: '6' }),
      entry('11', 'PAYOUT_RETURNED', { reverses: '7' }),
    ],
    [
      { amount: 2, commerce_pool: null },
      { amount: 3, commerce_pool: { id: 'GIFTS' } },
      { amount: 2, commerce_pool: { id: 'GIFTS' } },
    ],
  )
  expect(told).toEqual({
    discounts: new Map([['OFF', ['4', '5']]]),
    awards: new Map([['TEN', ['6']]]),
    spends: [['3'], ['2'], ['1']],
    payout: ['7'],
    awardBack: ['9', '10'],
    spendBack: ['8'],
  })
})
