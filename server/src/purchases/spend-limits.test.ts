import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type Holder, openPurseShop, type PurseShop } from '../../test/purse.ts'

// What a wallet may spend within a period, and what a merchant takes of it.

const OPENING = new Date('2026-11-23T10:00:00Z')
const DAY = 86_400_000

let server: TestServer
let shop: PurseShop
beforeAll(async () => {
  server = await startServer()
  server.clock.now = OPENING
  shop = await openPurseShop(server)
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}

const daily = { name: 'Daily', period: 'DAILY', applies_for: ['DEBIT'] }
const limit = async ({ wallet }: Holder, ...rules: object[]) =>
  ok(await shop.call('PUT', `wallets/${wallet}/limits`, { rules }))
const roomOf = async ({ wallet }: Holder) => {
  const { rules } = ok(await shop.call('GET', `wallets/${wallet}/limits`))
  return rules.map(({ used_number, used_amount }: Answer['body']) => [used_number, used_amount])
}
async function rich(amount: number | string = 50): Promise<Holder> {
  const holder = await shop.holder()
  await shop.credit(holder.wallet, amount)
  return holder
}
const spend = (contact: string, amount: number, more: object = {}) =>
  shop.buy({ contact, total: 100, spend: amount, ...more }, '?include_explain=true')

describe('a limit on what a wallet may spend', () => {
  test('bounds the spend to the cent, and the explanation names the rule, what was used and what it left', async () => {
    const anna = await rich()
    await limit(anna, { ...daily, maximum_amount: '12.34' })
    expect(ok(await spend(anna.contact, 10)).rewards.spend).toBe(10)
    const second = ok(await spend(anna.contact, 10))
    expect(second.rewards.spend).toBe(2.34)
    expect(second.amount_due).toBe(97.66)
    expect(second.explain.spend).toMatchObject({
      requested: 10,
      most: 2.34,
      taken: 2.34,
      bounds: [
        {
          because: 'WALLET_LIMIT',
          most: 2.34,
          limit: { name: 'Daily', period: 'DAILY', used: 10, times: 1 },
        },
      ],
    })
    expect(ok(await spend(anna.contact, 10)).rewards.spend).toBe(0)
    expect(await roomOf(anna)).toEqual([[2, 12.34]])
    server.clock.now = new Date(OPENING.getTime() + DAY)
    expect(ok(await spend(anna.contact, 1)).rewards.spend).toBe(1)
    server.clock.now = OPENING
  })

  test('bounds how often, and is refused by name where all of it was demanded', async () => {
    const anna = await rich()
    await limit(anna, { ...daily, name: 'Twice', maximum_number: 2 }, { ...daily, maximum_amount: 8 })
    expect(ok(await spend(anna.contact, 3)).rewards.spend).toBe(3)
    const refused = await shop.buy({
      contact: anna.contact,
      total: 100,
      spend_request: { amount: 6, restrict_fully_covered: true },
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error).toBe('COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTFULLYCOVEREDEXCEPTION')
    expect(refused.body.detail).toContain('the wallet\'s limit "Daily" (DAILY) allows 5.00 EUR more')
    expect(ok(await spend(anna.contact, 1)).rewards.spend).toBe(1)
    expect(ok(await spend(anna.contact, 1)).rewards.spend).toBe(0)
    expect(await shop.balance(anna.contact)).toBe(46)
  })

  test('is exact when forty tills spend at once', async () => {
    const anna = await rich()
    await limit(anna, { ...daily, maximum_amount: '10.00' })
    const answers = await Promise.all(Array.from({ length: 40 }, () => spend(anna.contact, 0.7)))
    const taken = answers.map((answer) => Math.round(ok(answer).rewards.spend * 100))
    expect(taken.reduce((sum, each) => sum + each)).toBe(1_000)
    expect(taken.filter((each) => each === 70)).toHaveLength(14)
    expect(await shop.balance(anna.contact)).toBe(40)
    expect(await roomOf(anna)).toEqual([[15, 10]])
  })

  test('has its room again after a void, and by as much as a return gives back; a quote and a refusal use none', async () => {
    const anna = await rich()
    await limit(anna, { ...daily, maximum_amount: '20.00' })
    const first = ok(await spend(anna.contact, 20))
    ok(await shop.call('POST', `purchases/${first.id}/returns`, { return_amount: 25 }))
    expect(await roomOf(anna)).toEqual([[1, 15]])
    ok(await shop.call('POST', `purchases/${first.id}/cancel`))
    expect(await roomOf(anna)).toEqual([[0, 0]])
    ok(await shop.call('POST', `purchases/${first.id}/cancel`))
    ok(await shop.buy({ contact: anna.contact, total: 100, spend: 20 }, '?simulate=true'))
    expect((await shop.buy({ contact: anna.contact, total: -1, spend: 20 })).status).toBe(400)
    expect(await roomOf(anna)).toEqual([[0, 0]])
    expect(ok(await spend(anna.contact, 20)).rewards.spend).toBe(20)
  })

  test('has its room again on the day on which it was used, whenever the void comes', async () => {
    const anna = await rich()
    await limit(anna, { ...daily, period: 'MONTHLY', maximum_amount: '20.00' })
    const first = ok(await spend(anna.contact, 20))
    server.clock.now = new Date(OPENING.getTime() + 2 * DAY)
    ok(await shop.call('POST', `purchases/${first.id}/cancel`))
    expect(await roomOf(anna)).toEqual([[0, 0]])
    expect(ok(await spend(anna.contact, 7)).rewards.spend).toBe(7)
    server.clock.now = OPENING
  })

  test('counts spends of before it was set, corrections by hand with them, and no instant discounts', async () => {
    const anna = await rich()
    const other = await openPurseShop(server)
    await other.offer({ award: { kind: 'FIXED', amount: 5 }, redeem_method: 'INSTANT' })
    ok(await spend(anna.contact, 4))
    await shop.call('POST', `wallets/${anna.wallet}/adjustments`, { type: 'DEBIT', amount: 2, reason: 'x' })
    await limit(anna, { ...daily, maximum_amount: '7.00' })
    expect(ok(await spend(anna.contact, 5)).rewards.spend).toBe(1)
    const ben = await other.holder()
    ok(await other.call('PUT', `wallets/${ben.wallet}/limits`, { rules: [{ ...daily, maximum_amount: 1 }] }))
    expect(ok(await other.buy({ contact: ben.contact, total: 50 })).rewards.spend).toBe(5)
    const { rules } = ok(await other.call('GET', `wallets/${ben.wallet}/limits`))
    expect(rules[0].used_amount).toBe(0)
  })

  test('bounds one-time codes and preferences as well, and holds for all wallets of the business without their own', async () => {
    const own = await openPurseShop(server)
    const anna = await own.holder()
    await own.credit(anna.wallet, 50)
    ok(await own.call('PUT', 'wallet_limits', { rules: [{ ...daily, maximum_amount: 6 }] }))
    const { body } = await own.call('POST', `contacts/${anna.contact}/tokens`, { intent: 'SPEND' })
    expect(ok(await own.buy({ otp: body.value, total: 4 })).rewards.spend).toBe(4)
    ok(
      await own.call('PUT', `organisations/${own.merchant}`, {
        settings: { allows_automatic_spend: true, automatic_spend: true },
      }),
    )
    expect(ok(await own.buy({ contact: anna.contact, total: 100 })).rewards.spend).toBe(2)
  })

  test('of a void that came before its purchase is as free as before', async () => {
    const anna = await rich()
    await limit(anna, { ...daily, maximum_amount: '20.00' })
    ok(await shop.call('POST', 'purchases/LIMIT-1/cancel'))
    ok(await shop.call('POST', 'purchases/LIMIT-2/returns', { return_amount: 50 }))
    ok(await spend(anna.contact, 10, { reference: 'LIMIT-1' }))
    ok(await spend(anna.contact, 10, { reference: 'LIMIT-2' }))
    expect(await roomOf(anna)).toEqual([[1, 5]])
  })
})

describe('what a merchant takes of a wallet', () => {
  test('is told in the explanation: at most so much a purchase, and nothing below its minimum', async () => {
    const own = await openPurseShop(server)
    const anna = await own.holder()
    await own.credit(anna.wallet, 50)
    const settings = { minimum_spend: '3.00', maximum_spend: '5.00' }
    ok(await own.call('PUT', `organisations/${own.merchant}`, { settings }))
    const buy = async (total: number, amount: number) =>
      ok(await own.buy({ contact: anna.contact, total, spend: amount }, '?include_explain=true'))
    const most = await buy(100, 8)
    expect(most.rewards.spend).toBe(5)
    expect(most.explain.spend.bounds).toEqual([{ because: 'MERCHANT_MAXIMUM', most: 5 }])
    const least = await buy(2.99, 5)
    expect(least.rewards.spend).toBe(0)
    expect(least.explain.spend.below_minimum).toEqual({ seen: 2.99, needed: 3 })
    expect((await buy(3, 3)).rewards.spend).toBe(3)
    const demanded = {
      contact: anna.contact,
      total: 100,
      spend_request: { amount: 5.01, restrict_fully_covered: true },
    }
    const refused = await own.buy(demanded)
    expect([
      refused.status,
      refused.body.detail.includes('the merchant takes 5.00 EUR a purchase at most'),
    ]).toEqual([400, true])
  })
})

test('the books hold after all of it', async () => {
  expect(await shop.verify()).toEqual([])
})
