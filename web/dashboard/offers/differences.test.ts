import { describe, expect, test } from 'vitest'
import { differences, told as toldValue } from './differences.ts'
import type { Version } from './queries.ts'

const version: Version = {
  id: '1',
  name: 'A',
  description: null,
  goal: 'SPEND',
  type: 'DISCOUNT',
  version: 1,
  sentence: '',
  currency_code: 'EUR',
  availability: { from: null, to: null },
  conditions: [],
  scheme: null,
  progress: null,
  award: { kind: 'PERCENTAGE', rate: 5 },
  redeem_method: 'DEFERRED',
  award_base: 'GROSS',
  before_discounts: false,
  exclusive_group: null,
  available_after: null,
  commerce_pool: { id: '2', name: 'Everywhere', code: 'E' },
  expires_after: null,
  funder: { id: '3', name: 'Us', code: 'US' },
  owner: { id: '3', name: 'Us' },
  return_policy: 'PRO_RATA',
  limits: { budget: null, per_period: null, per_contact: null, per_venue: null },
  priority: 0,
  on_top: false,
  is_current: true,
  created_on: 0,
}

const told = (before: Partial<Version>, after: Partial<Version>) =>
  differences({ ...version, ...before }, { ...version, ...after }).map(
    ({ part, was, is }) => `${part}: ${was} → ${is}`,
  )

describe('the differences of two versions', () => {
  test.each`
    before                                                                | after                                                                                                               | says
    ${{}}                                                                 | ${{}}                                                                                                               | ${[]}
    ${{}}                                                                 | ${{ award: { kind: 'PERCENTAGE', rate: 6, cap: 3 } }}                                                               | ${['Award: 5 % of the purchase → 6 % of the purchase, at most 3.00 EUR']}
    ${{}}                                                                 | ${{ conditions: [{ kind: 'AMOUNT', minimum: 20 }] }}                                                                | ${['Amount of the purchase: not asked for → at least 20.00 EUR']}
    ${{ conditions: [{ kind: 'LOTTERY', one_in: 5 }] }}                   | ${{}}                                                                                                               | ${['Lottery: one purchase in 5 wins → not asked for']}
    ${{ conditions: [{ kind: 'TIMINGS', timings: [{ days: [2, 3] }] }] }} | ${{ conditions: [{ kind: 'TIMINGS', timings: [{ days: [2], start_time: '22:00', end_time: '02:00' }] }] }}          | ${['Days and hours: Mon, Tue 00:00–24:00 → Mon 22:00–02:00']}
    ${{}}                                                                 | ${{ conditions: [{ kind: 'TIMINGS', timings: [{ days: [6, 2, 3, 5, 4] }] }] }}                                      | ${['Days and hours: not asked for → Mon–Fri 00:00–24:00']}
    ${{}}                                                                 | ${{ conditions: [{ kind: 'CHANNELS', channels: ['POS', 'ONLINE', 'KIOSK'] }] }}                                     | ${['Channel: not asked for → at the till or online or through KIOSK']}
    ${{}}                                                                 | ${{ conditions: [{ kind: 'PAYMENT', tenders: ['CASH', 'VOUCHER'], mediums: ['4532'] }] }}                           | ${['Means of payment: not asked for → paid with cash or VOUCHER or a card 4532…']}
    ${{ limits: { ...version.limits, budget: 10 } }}                      | ${{ limits: { ...version.limits, budget: 20 } }}                                                                    | ${['Budget: 10.00 EUR → 20.00 EUR']}
    ${{}}                                                                 | ${{ limits: { ...version.limits, per_contact: { amount: 5, uses: 2, period: 'DAY' } } }}                            | ${['Limit for each customer: without a limit → at most 5.00 EUR a day, at most 2 times a day']}
    ${{}}                                                                 | ${{ progress: { of: 'VISITS', target: 5, period: 'MONTH', per: 'CONTACT', repeats: true, on_accumulated: false } }} | ${['What is collected: nothing is collected: each purchase counts alone → 5 visits a month, by each customer, given each time it is reached']}
    ${{}}                                                                 | ${{ expires_after: { count: 60, unit: 'DAYS' } }}                                                                   | ${['Expires after: as the pool says → 60 days']}
    ${{}} | ${{ award: { kind: 'STEPS', steps: [{ from: 20, amount: 1 }, { from: 50, rate: 5 }] } }} | ${['Award: 5 % of the purchase → 1.00 EUR from 20.00 EUR, 5 % of the purchase from 50.00 EUR']}
    ${{}}                                                                 | ${{ award: { kind: 'PRODUCT', quantity: 1, for_every: 3, pick: 'CHEAPEST', rate: 100 } }}                           | ${['Award: 5 % of the purchase → the price of the cheapest 1 of every 3']}
  `('are told part by part, in words: $says', ({ before, after, says }) => {
    expect(told(before, after)).toEqual(says)
  })

  test('hold the order of conditions of a kind, and name what was bought together', () => {
    const bundle = (quantity: number) => ({
      kind: 'BUNDLE' as const,
      items: [
        { products: [{ type: 'SKU' as const, code: 'BUN' }], quantity: 1 },
        { products: [{ type: 'FAMILY' as const, code: 'TEA' }], quantity },
      ],
      repeats: true,
    })
    expect(told({ conditions: [bundle(1)] }, { conditions: [bundle(2)] })).toEqual([
      'Products together: 1 of sku BUN and 1 of family TEA together, for every whole bundle → 1 of sku BUN and 2 of family TEA together, for every whole bundle',
    ])
  })
})

test.each`
  value                                                    | says
  ${{ kind: 'PERCENTAGE', rate: 5, cap: null }}            | ${'PERCENTAGE, rate 5'}
  ${{ id: '01a', code: 'C', name: 'Corner' }}              | ${'Corner'}
  ${[]}                                                    | ${'–'}
  ${true}                                                  | ${'Yes'}
  ${[{ kind: 'AMOUNT', minimum: 5 }, { kind: 'LOTTERY' }]} | ${'AMOUNT, minimum 5; LOTTERY'}
`('$value of anything is told as $says', ({ value, says }) => {
  expect(toldValue(value)).toBe(says)
})
