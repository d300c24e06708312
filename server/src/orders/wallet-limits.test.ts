import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { DAY, later } from '../kit/time.ts'

// Money that an order sets aside counts against limits of the wallet like a spend: once, on the day on which it was set aside.

let server: TestServer
let shop: OrderShop
let contact: string
let wallet: string
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openOrderShop(server)
  const holder = await shop.holder()
  contact = holder.contact
  wallet = holder.wallet
  await shop.credit(wallet, 50)
})

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBeLessThan(300)
  return body
}
const limit = async (maximum_amount: number) => {
  const rule = { name: 'Spends', maximum_amount, period: 'DAILY', applies_for: ['DEBIT'] }
  ok(await shop.call('PUT', `wallets/${wallet}/limits`, { rules: [rule] }))
}
const used = async () => {
  const [rule] = ok(await shop.call('GET', `wallets/${wallet}/limits`)).rules
  return [rule.used_number, rule.used_amount]
}
const order = async (wallet_funds_amount: number) =>
  ok(await shop.order(contact, { use_wallet_funds: true, wallet_funds_amount }))
const complete = async (id: string) => ok(await shop.act(id, 'COMPLETE'))
const cancel = async (id: string) =>
  ok(await shop.act(id, 'CANCEL', { cancellation_reason_id: await shop.reason() }))
const spend = async (amount: number) => ok(await shop.buy({ contact, total: 100, spend: amount }))

describe('a limit on what a wallet may spend', () => {
  test('counts what an order sets aside, so that a till finds what is left', async () => {
    await limit(10)
    expect(await order(4)).toMatchObject({ wallet_funds: 4 })
    expect(await used()).toEqual([1, 4])
    expect((await spend(10)).rewards.spend).toBe(6)
    expect(await order(4)).toMatchObject({ wallet_funds: 0 })
    expect(await used()).toEqual([2, 10])
  })

  test('bounds what an order sets aside by what tills have spent', async () => {
    await limit(10)
    await spend(7)
    expect(await order(5)).toMatchObject({ wallet_funds: 3, amount_due: 2 })
    expect(await used()).toEqual([2, 10])
  })

  test('counts an order once: when it is completed nothing is added', async () => {
    await limit(10)
    const { id } = await order(4)
    await complete(id)
    expect(await used()).toEqual([1, 4])
    expect((await spend(10)).rewards.spend).toBe(6)
    expect(await shop.verify()).toEqual([])
  })

  test('has its room again when the order is cancelled, or its money is released by itself', async () => {
    await limit(10)
    const { id } = await order(4)
    server.clock.now = later(opening, DAY)
    await cancel(id)
    server.clock.now = opening
    expect(await used()).toEqual([0, 0])
    await order(5)
    expect(await used()).toEqual([1, 5])
    server.clock.now = later(opening, 15 * DAY)
    await server.expireBlocks()
    server.clock.now = opening
    expect(await used()).toEqual([0, 0])
  })

  test('counts an order on the day on which it was placed: what is spent on the day of its completion takes nothing from it', async () => {
    await limit(10)
    const { id } = await order(5)
    server.clock.now = later(opening, DAY)
    expect((await spend(10)).rewards.spend).toBe(10)
    await complete(id)
    const completed = await shop.read(id)
    expect(completed).toMatchObject({ wallet_funds: 5, amount_due: 0 })
    expect(await used()).toEqual([1, 10])
    ok(await shop.call('POST', `purchases/${completed.purchase.id}/cancel`))
    expect(await used()).toEqual([1, 10])
    server.clock.now = opening
    expect(await used()).toEqual([0, 0])
    expect(await shop.verify()).toEqual([])
  })

  test('is exact when orders and tills take from the wallet at once', async () => {
    await limit(10)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 2 === 0
          ? shop.order(contact, { use_wallet_funds: true, wallet_funds_amount: 1.7 })
          : shop.buy({ contact, total: 100, spend: 1.7 }),
      ),
    )
    const taken = answers.map((answer) => {
      const { wallet_funds, rewards } = ok(answer)
      return Math.round((wallet_funds ?? rewards.spend) * 100)
    })
    expect(taken.reduce((sum, each) => sum + each)).toBe(1_000)
    expect((await used())[1]).toBe(10)
    const { total_balance, blocked } = await shop.wallet(wallet)
    const ofOrders = taken.filter((_, index) => index % 2 === 0).reduce((sum, each) => sum + each)
    expect([Math.round(blocked * 100), total_balance]).toEqual([ofOrders, 40])
    expect(await shop.verify()).toEqual([])
  })
})
