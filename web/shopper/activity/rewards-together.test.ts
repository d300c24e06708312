import { expect, test } from 'vitest'
import type { Reward } from '../queries.ts'
import { together } from './rewards-together.ts'

const spend = { type: 'SPEND', reward_offer: null, currency_code: 'EUR' } as Reward
const [tea, all] = [
  { id: '1', name: 'Tea' },
  { id: '2', name: 'All' },
]

test('what was paid out of one pool is one line, however many credits paid it', () => {
  const rewards = [
    { ...spend, amount: 0.1, commerce_pool: all },
    { ...spend, amount: 0.3, commerce_pool: tea },
    { ...spend, amount: 0.2, commerce_pool: all },
  ]
  expect(together(rewards)).toEqual([
    { ...spend, amount: 0.3, commerce_pool: all },
    { ...spend, amount: 0.3, commerce_pool: tea },
  ])
})
