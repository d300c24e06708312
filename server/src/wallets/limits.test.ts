import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, HOUR, later } from '../kit/time.ts'
import { giveBackUse, useWithinLimits } from './index.ts'
import { limitProblem, periodStart, tightestRoom, type WalletLimits } from './limits.ts'

describe('the period of a rule', () => {
  test.each`
    period       | day             | first
    ${'DAILY'}   | ${'2026-11-23'} | ${'2026-11-23'}
    ${'WEEKLY'}  | ${'2026-11-23'} | ${'2026-11-23'}
    ${'WEEKLY'}  | ${'2026-11-29'} | ${'2026-11-23'}
    ${'WEEKLY'}  | ${'2026-12-01'} | ${'2026-11-30'}
    ${'MONTHLY'} | ${'2026-11-30'} | ${'2026-11-01'}
  `('$period on $day begins on $first', ({ period, day, first }) => {
    expect(periodStart(period, day)).toBe(first)
  })
})

test('the narrowest rule decides, and each counts its own kinds and period only', () => {
  const limits: WalletLimits = {
    rules: [
      { name: 'day', period: 'DAILY', appliesFor: ['TRANSFER'], maximumNumber: 2, maximumAmount: undefined },
      {
        name: 'week',
        period: 'WEEKLY',
        appliesFor: ['TRANSFER', 'DEBIT'],
        maximumNumber: undefined,
        maximumAmount: 1000n,
      },
    ],
    uses: [
      { kind: 'DEBIT', day: '2026-11-24', number: 9, amount: 300n },
      { kind: 'TRANSFER', day: '2026-11-24', number: 9, amount: 100n },
      { kind: 'TRANSFER', day: '2026-11-22', number: 9, amount: 900n },
      { kind: 'TOP_UP', day: '2026-11-25', number: 9, amount: 900n },
    ],
  }
  const day = '2026-11-25'
  expect(tightestRoom(limits, 'TRANSFER', day)?.amount).toBe(600n)
  expect(tightestRoom(limits, 'CREDIT', day)).toBeUndefined()
  expect(limitProblem(limits, { kind: 'TRANSFER', day, amount: 600n, currency: 'EUR' })).toBeUndefined()
  const problem = limitProblem(limits, { kind: 'TRANSFER', day, amount: 601n, currency: 'EUR' })
  expect(problem?.facts.parameters).toEqual(['week', '6'])
})

let server: TestServer
let shop: PurseShop
// 14:00 in Nicosia.
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
})

const give = (from: string, to: string, amount: string) =>
  shop.call('POST', `wallets/${from}/transfers`, { destination: { wallet_id: to }, amount })
const limit = (wallet: string, ...rules: readonly object[]) =>
  shop.call('PUT', `wallets/${wallet}/limits`, { rules })
const daily = { name: 'Gifts', period: 'DAILY', applies_for: ['TRANSFER'] }

describe('a limit of a wallet', () => {
  test('of 20 transfers at once exactly the allowed number go through', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.credit(anna.wallet, '50.00')
    await limit(anna.wallet, { ...daily, maximum_number: 7 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(anna.wallet, ben.wallet, '1.00')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(7)
    expect((await shop.wallet(ben.wallet)).total_balance).toBe(7)
    expect((await shop.call('GET', `wallets/${anna.wallet}/limits`)).body).toEqual({
      is_own: true,
      rules: [
        {
          ...daily,
          maximum_number: 7,
          maximum_amount: null,
          currency_code: 'EUR',
          used_number: 7,
          used_amount: 7,
          left_number: 0,
          left_amount: 0,
        },
      ],
    })
  })

  test('of an amount is never passed by a cent, at once or one after the other', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.credit(anna.wallet, '50.00')
    await limit(anna.wallet, { ...daily, maximum_amount: '10.00' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => give(anna.wallet, ben.wallet, '0.70')))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(14)
    const refused = await give(anna.wallet, ben.wallet, '0.21')
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.WALLETLIMITEXCEEDEDEXCEPTION',
      parameters: ['Gifts', '0.2'],
      field_errors: [{ path: 'amount', code: 'limit' }],
    })
    expect((await give(anna.wallet, ben.wallet, '0.20')).status).toBe(201)
  })

  test('begins anew at midnight where the business is', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.credit(anna.wallet, '50.00')
    await limit(anna.wallet, { ...daily, maximum_number: 1 })
    expect((await give(anna.wallet, ben.wallet, '1.00')).status).toBe(201)
    server.clock.now = later(opening, 9.9 * HOUR)
    expect((await give(anna.wallet, ben.wallet, '1.00')).status).toBe(400)
    server.clock.now = later(opening, 10 * HOUR)
    expect((await give(anna.wallet, ben.wallet, '1.00')).status).toBe(201)
  })

  test('counts what was done before it was set, and nothing that was refused', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.credit(anna.wallet, '5.00')
    expect((await give(anna.wallet, ben.wallet, '2.00')).status).toBe(201)
    expect((await give(anna.wallet, ben.wallet, '4.00')).status).toBe(400)
    const { body } = await limit(anna.wallet, { ...daily, maximum_amount: '3.00' })
    expect(body.rules).toMatchObject([{ used_number: 1, used_amount: 2, left_number: null, left_amount: 1 }])
  })

  test('holds for corrections by hand, each kind by its own rule', async () => {
    const { wallet } = await shop.holder()
    await limit(
      wallet,
      { name: 'In', period: 'MONTHLY', applies_for: ['CREDIT'], maximum_amount: '5.00' },
      { name: 'Out', period: 'WEEKLY', applies_for: ['DEBIT'], maximum_amount: '2.00' },
    )
    const adjust = async (type: string, amount: string) =>
      (await shop.call('POST', `wallets/${wallet}/adjustments`, { type, amount, reason: 'x' })).status
    expect([await adjust('CREDIT', '5.00'), await adjust('CREDIT', '0.01')]).toEqual([201, 400])
    expect([await adjust('DEBIT', '2.01'), await adjust('DEBIT', '2.00')]).toEqual([400, 201])
    server.clock.now = later(opening, 7 * DAY)
    expect([await adjust('CREDIT', '0.01'), await adjust('DEBIT', '2.00')]).toEqual([400, 201])
  })

  test('is the one of the business for wallets without their own, and not for others', async () => {
    const [anna, ben, carol] = [await shop.holder(), await shop.holder(), await shop.holder()]
    for (const { wallet } of [anna, ben]) await shop.credit(wallet, '5.00')
    const set = await shop.call('PUT', 'wallet_limits', { rules: [{ ...daily, maximum_number: 0 }] })
    expect(set.status).toBe(200)
    expect((await shop.call('GET', 'wallet_limits')).body).toEqual(set.body)
    await limit(ben.wallet)
    expect((await shop.call('GET', `wallets/${anna.wallet}/limits`)).body.is_own).toBe(false)
    expect((await give(anna.wallet, carol.wallet, '1.00')).status).toBe(400)
    expect((await give(ben.wallet, carol.wallet, '1.00')).status).toBe(201)
    expect((await shop.call('PUT', `wallets/${ben.wallet}/limits`, { rules: null })).body.is_own).toBe(false)
    expect((await give(ben.wallet, carol.wallet, '1.00')).status).toBe(400)
  })

  test('gives back what did not happen after all', async () => {
    const { wallet } = await shop.holder()
    await limit(wallet, { name: 'Top-ups', period: 'DAILY', applies_for: ['TOP_UP'], maximum_amount: '5.00' })
    const topUp = { wallet, kind: 'TOP_UP', amount: 500n, currency: 'EUR' } as const
    await shop.work((work) => useWithinLimits(work, topUp))
    await expect(shop.work((work) => useWithinLimits(work, { ...topUp, amount: 1n }))).rejects.toThrow(
      'Top-ups',
    )
    await shop.work((work) => giveBackUse(work, { ...topUp, at: opening }))
    await shop.work((work) => useWithinLimits(work, topUp))
  })

  test.each`
    what                   | rule                                                                                               | field
    ${'no maximum'}        | ${{ name: 'x', period: 'DAILY', applies_for: ['DEBIT'] }}                                          | ${'rules[0]'}
    ${'nothing it is for'} | ${{ name: 'x', period: 'DAILY', applies_for: [], maximum_number: 1 }}                              | ${'rules[0].applies_for'}
    ${'an unknown period'} | ${{ name: 'x', period: 'YEARLY', applies_for: ['DEBIT'], maximum_number: 1 }}                      | ${'rules[0].period'}
    ${'less than nothing'} | ${{ name: 'x', period: 'DAILY', applies_for: ['DEBIT'], maximum_amount: -1 }}                      | ${'rules[0].maximum_amount'}
    ${'another currency'}  | ${{ name: 'x', period: 'DAILY', applies_for: ['DEBIT'], maximum_number: 1, currency_code: 'USD' }} | ${'rules[0].currency_code'}
  `('is refused with $what', async ({ rule, field }) => {
    const { wallet } = await shop.holder()
    const { status, body } = await limit(wallet, rule)
    expect(status).toBe(400)
    expect(body.field_errors.map(({ path }: { readonly path: string }) => path)).toEqual([field])
  })
})
