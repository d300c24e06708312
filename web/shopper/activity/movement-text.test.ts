import { expect, test } from 'vitest'
import type { Movement } from '../queries.ts'
import { el } from '../texts/el.ts'
import { en } from '../texts/en.ts'
import { movementText, whenMoved } from './movement-text.ts'

// All words that the API has for what moves money of a wallet.
const KINDS = [
  'AWARD',
  'SPEND',
  'REDEEM',
  'PURCHASE_CANCELLATION',
  'WALLET_BALANCE_EXPIRATION',
  'TOP_UP',
  'PASS_SALE',
  'PASS_REDEMPTION',
  'PASS_EXPIRY',
  'TRANSFER',
  'PAYOUT',
  'MANUAL_JOURNAL',
  'USE_WALLET_FUNDS',
  'DEBT_REPAYMENT',
]

const NOTHING = {
  reward_event: null,
  financial_event: null,
  order: null,
  transfer: null,
  wallet_expiration: null,
}
const moved = (transaction_type: string, more: object = {}) =>
  ({ ...NOTHING, type: 'DEBIT', transaction_type, ...more }) as Movement

test.each(KINDS)('%s is told in words of its own, in each language', (kind) => {
  for (const texts of [en, el]) {
    const { title } = movementText(moved(kind), texts)
    expect(title).not.toBe('')
    expect(title).not.toMatch(/[A-Z]_|[A-Z]{3}/)
    expect([texts.activity.moneyIn, texts.activity.moneyOut]).not.toContain(title)
  }
})

test('what was earned has the name of its offer, and what was taken back says so', () => {
  const reward_event = {
    reward_offer: { id: '1', name: 'Ten per cent' },
    performed_by: { id: '2', name: 'Corner' },
  }
  expect(movementText(moved('AWARD', { reward_event }), en)).toEqual({
    title: 'Ten per cent',
    detail: 'Corner',
  })
  expect(movementText(moved('PURCHASE_CANCELLATION', { reward_event }), en)).toEqual({
    title: en.activity.types.PURCHASE_CANCELLATION,
    detail: 'Corner',
  })
})

test('what came of a purchase is told at the time of the purchase, whenever the till told of it', () => {
  const reward_event = { date: 1_000 } as NonNullable<Movement['reward_event']>
  expect(whenMoved({ reward_event, posted_on: 2_000 })).toBe(1_000)
  expect(whenMoved({ reward_event: null, posted_on: 2_000 })).toBe(2_000)
})
