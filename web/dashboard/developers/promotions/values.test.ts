import { expect, test } from 'vitest'
import type { Kind } from './queries.ts'
import { valueText } from './values.ts'

const around = {
  names: new Map([
    ['CORNER', 'The corner'],
    ['COFFEE', 'Coffee money'],
  ]),
  currency: 'EUR',
}

test.each<[Kind, string, unknown, string]>([
  ['OFFER', 'award', { kind: 'PERCENTAGE', rate: 10, cap: 4.5 }, '10 % of the purchase, at most 4.50 EUR'],
  [
    'OFFER',
    'conditions',
    [
      { kind: 'AMOUNT', minimum: 20 },
      { kind: 'ORGANISATIONS', organisations: [{ code: 'CORNER' }, { code: 'NEW' }] },
      { kind: 'TIMINGS', timings: [{ days: [2, 3], start_time: '08:00', end_time: '11:00' }] },
    ],
    'Amount of the purchase: at least 20.00 EUR\nMerchants and venues: bought at The corner or NEW\nDays and hours: Mon, Tue 08:00–11:00',
  ],
  [
    'OFFER',
    'progress',
    { of: 'VISITS', target: 5, period: 'MONTH', per: 'CONTACT', repeats: true },
    '5 visits a month, by each customer, given each time it is reached',
  ],
  [
    'OFFER',
    'limits',
    { budget: 50, per_contact: { uses: 2, period: 'DAY' } },
    'Budget: 50.00 EUR\nLimit for each customer: at most 2 times a day',
  ],
  ['OFFER', 'limits', {}, 'without a limit'],
  ['OFFER', 'availability', {}, 'Always'],
  ['OFFER', 'commerce_pool', { code: 'COFFEE' }, 'Coffee money'],
  ['OFFER', 'expires_after', { count: 60, unit: 'DAYS' }, '60 days'],
  ['COMMERCE_POOL', 'validity', { count: 1, unit: 'YEARS' }, '1 year'],
  ['ORDER_CATALOGUE', 'supply_methods', ['PICK_UP', 'DELIVERY'], 'Pick-up, Delivery'],
  ['ORDER_CATALOGUE', 'organisations', ['CORNER', 'NEW'], 'The corner, NEW'],
  ['OFFER', 'state', 'ACTIVE', 'Running or scheduled'],
  ['OFFER', 'scheme', null, '–'],
  ['COMMERCE_POOL', 'products', [{ type: 'FAMILY', code: 'DRINKS' }], 'family DRINKS'],
  ['COMMERCE_POOL', 'organisations', [{ code: 'CORNER' }], 'The corner'],
  [
    'ORGANISATION',
    'taps',
    [
      { code: 'V2', name: '' },
      { code: 'V3', name: 'Till' },
    ],
    'V2\nV3 · Till',
  ],
  ['ORGANISATION', 'settings.reduction_method', 'BACK_END', 'Paid out afterwards'],
  [
    'ORDER_CATALOGUE',
    'time_availability',
    [{ day_of_week: 'SUNDAY', start_time: '10:00' }],
    'Sun 10:00–24:00',
  ],
])('%s: %s is told in the words of the dashboard', (kind, field, value, says) => {
  expect(valueText({ kind, field, value }, around)).toBe(says)
})
