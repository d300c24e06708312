import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { tenPercent } from '../../test/shop.ts'
import { standing } from '../../test/standing.ts'

// What people complain of when they pay with their rewards, each with the test that it cannot happen here.

const OPENING = new Date('2026-11-23T10:00:00Z')
const DAY = 86_400_000

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.clock.now = OPENING
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}
const debtOf = async (shop: PurseShop, wallet: string) => (await shop.wallet(wallet)).debt

/** Runs with the clock so many days later. */
async function daysLater(days: number, run: () => Promise<void>): Promise<void> {
  server.clock.now = new Date(OPENING.getTime() + days * DAY)
  try {
    await run()
  } finally {
    server.clock.now = OPENING
  }
}

describe('complaint: spend to the exact cent of the balance', () => {
  test.each`
    lots                       | balance  | first    | second
    ${['0.01']}                | ${0.01}  | ${0.01}  | ${undefined}
    ${['0.10', '0.20']}        | ${0.3}   | ${0.3}   | ${undefined}
    ${['33.33', '33.33']}      | ${66.66} | ${66.65} | ${0.01}
    ${['0.07', '0.29', '1.1']} | ${1.46}  | ${0.36}  | ${1.1}
  `('$balance of $lots is spent to nothing', async ({ lots, balance, first, second }) => {
    const shop = await openPurseShop(server)
    const { contact, wallet } = await shop.holder()
    for (const amount of lots) await shop.credit(wallet, amount)
    expect(await shop.balance(contact)).toBe(balance)
    const over = await shop.buy({
      contact,
      total: 100,
      spend_request: { amount: ((balance * 100 + 1) / 100).toFixed(2), restrict_fully_covered: true },
    })
    expect(over.status).toBe(400)
    for (const amount of [first, second].filter((each) => each !== undefined)) {
      const spend_request = { amount, restrict_fully_covered: true }
      const paid = ok(await shop.buy({ contact, total: 100, spend_request }))
      expect([paid.rewards.spend, paid.amount_due]).toEqual([amount, Math.round((100 - amount) * 100) / 100])
    }
    expect(await shop.balance(contact)).toBe(0)
    expect((await shop.buy({ contact, total: 100, spend: 0.01 })).status).toBe(400)
    expect(await shop.verify()).toEqual([])
  })

  test('as much as possible is no cent more than the goods cost after their discount', async () => {
    const shop = await openPurseShop(server)
    await shop.offer({ award: { kind: 'FIXED', amount: 0.99 }, redeem_method: 'INSTANT' })
    const { contact, wallet } = await shop.holder()
    await shop.credit(wallet, 50)
    const paid = ok(await shop.buy({ contact, total: 10, spend: 50 }))
    expect([paid.rewards.spend, paid.amount_due, paid.wallet.total]).toEqual([10, 0, 40.99])
    ok(await shop.call('POST', `purchases/${paid.id}/cancel`))
    expect(await shop.balance(contact)).toBe(50)
  })
})

describe('an award that is not available yet', () => {
  test('is not spent, pays a debt at once, and is taken back by a void without making one', async () => {
    const shop = await openPurseShop(server)
    await shop.offer({ ...tenPercent, available_after: { count: 14, unit: 'DAYS' } })
    const { contact, wallet } = await shop.holder()
    const before = await standing(shop)
    const first = ok(await shop.buy({ contact, total: 100 }))
    expect(first.wallet.total).toBe(0)
    expect((await shop.buy({ contact, total: 10, spend: 1 })).status).toBe(400)
    expect(ok(await shop.call('POST', `purchases/${first.id}/cancel`))).toMatchObject({
      award_reversed: 10,
      debt: 0,
    })
    expect(await standing(shop)).toEqual(before)
    const earned = ok(await shop.buy({ contact, total: 100 }))
    await daysLater(14, async () => {
      expect(ok(await shop.buy({ contact, total: 10, spend: 10 })).rewards.spend).toBe(10)
      expect(ok(await shop.call('POST', `purchases/${earned.id}/cancel`)).debt).toBe(10)
      ok(await shop.buy({ contact, total: 40 }))
      expect(await debtOf(shop, wallet)).toBe(6)
    })
    expect(await shop.verify()).toEqual([])
  })
})

describe('money that expired while it was spent', () => {
  test.each`
    grace        | usable       | over
    ${undefined} | ${6.99}      | ${7.01}
    ${2}         | ${1.99}      | ${2.01}
    ${0}         | ${undefined} | ${0}
  `('is there for the days of grace after the void ($grace)', async ({ grace, usable, over }) => {
    const shop = await openPurseShop(server)
    if (grace !== undefined) {
      ok(await shop.call('PUT', `organisations/${shop.merchant}`, { settings: { grace_days: grace } }))
    }
    await shop.offer({ ...tenPercent, expires_after: { count: 3, unit: 'DAYS' } })
    const { contact } = await shop.holder()
    ok(await shop.buy({ contact, total: 100 }))
    const spent = ok(await shop.buy({ contact, total: 10, spend: 10 }))
    await daysLater(5, async () => {
      ok(await shop.call('POST', `purchases/${spent.id}/cancel`))
      const voided = server.clock.now.getTime()
      const at = async (days: number) => {
        server.clock.now = new Date(voided + days * DAY)
        return shop.balance(contact)
      }
      if (usable !== undefined) expect(await at(usable)).toBe(10)
      expect(await at(over)).toBe(0)
      expect(await shop.verify()).toEqual([])
    })
  })
})

test('an ad hoc return that finds no purchase takes nothing and says so', async () => {
  const shop = await openPurseShop(server)
  await shop.offer(tenPercent)
  const other = ok(
    await shop.call('POST', 'organisations', { type: 'MERCHANT', name: 'Other', code: 'OTHER' }),
  )
  const { contact } = await shop.holder()
  ok(await shop.buy({ contact, total: 100 }))
  const before = await standing(shop)
  const back = ok(
    await shop.call('POST', 'purchases/ad_hoc_return', {
      contact: { code: contact },
      organisation: { id: other.id },
      return_amount: 40,
    }),
  )
  expect(back).toMatchObject({
    amount: 0,
    return_spent_amount: 0,
    return_amount: 40,
    unmatched_amount: 40,
    purchases: [],
  })
  expect(await standing(shop)).toEqual(before)
  expect(await shop.verify()).toEqual([])
})
