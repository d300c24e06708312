import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../test/access/foreign.ts'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { tenPercent } from '../../test/shop.ts'

// A pass that carries money and comes with an order: its money is in the wallet before the order is quoted, or nothing happens.

let server: TestServer
let shop: OrderShop
let contact: string
let wallet: string
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date('2026-11-23T12:00:00Z')
  shop = await openOrderShop(server)
  const holder = await shop.holder()
  contact = holder.contact
  wallet = holder.wallet
  await shop.call('POST', 'pass_plans', { code: 'GIFT', name: 'Gift card', classification: 'GIFT' })
})

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBeLessThan(300)
  return body
}
const sell = async (value: number, body: object = {}) =>
  ok(await shop.call('POST', 'passes', { pass_plan_id: 'GIFT', pass_value: value, ...body }))
const stateOf = async (code: string) => (await shop.call('GET', `passes/${code}`)).body.state
const money = async () => {
  const { total_balance, blocked } = await shop.wallet(wallet)
  return { spendable: total_balance, blocked }
}
const cancel = async (id: string) =>
  ok(await shop.act(id, 'CANCEL', { cancellation_reason_id: await shop.reason() }))

describe('an order with a pass that carries money', () => {
  test('is paid with it: redeemed and set aside when it is placed, taken when it is completed', async () => {
    await shop.offer(tenPercent)
    const { code } = await sell(25)
    const placed = ok(await shop.order(contact, { pass: { code } }))
    expect(placed).toMatchObject({ wallet_funds: 5, amount_due: 0, amount_to_collect: 0 })
    expect(await stateOf(code)).toBe('REDEEMED')
    expect(await money()).toEqual({ spendable: 20, blocked: 5 })
    ok(await shop.act(placed.id, 'COMPLETE'))
    expect(await shop.read(placed.id)).toMatchObject({
      pass: { code, redeemed: 25 },
      wallet_funds: 5,
      rewards: { award: 0, spend: 5 },
    })
    expect(await money()).toEqual({ spendable: 20, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('is estimated with its money, and the pass stays as it was', async () => {
    const { code } = await sell(3)
    await shop.credit(wallet, 1)
    const before = await digestOf(server.database, shop.actor.tenant)
    const body = { contact_id: contact, fulfilled_by: 'MAIN', supply_method: 'PICK_UP', pass: { code } }
    const items = [{ sku: 'COF', quantity: 2, price: '2.50' }]
    const told = ok(await shop.call('POST', 'estimates/orders', { ...body, items }))
    expect(told).toMatchObject({
      invoice_estimate: { wallet_funds_amount: 3, amount_due: 2 },
      wallet: { balance: 4, usable: 4 },
    })
    const after = await digestOf(server.database, shop.actor.tenant)
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['order_estimates'])
    const early = await shop.call('POST', 'estimates/orders', {
      ...body,
      items,
      use_wallet_funds: true,
      block_wallet_funds: true,
    })
    expect(early.body.field_errors[0].path).toBe('block_wallet_funds')
    const placed = ok(await shop.call('POST', 'orders', { estimation_id: told.id }))
    expect(placed).toMatchObject({ wallet_funds: 3, amount_due: 2 })
    expect(await money()).toEqual({ spendable: 1, blocked: 3 })
  })

  test('leaves the money in the wallet when it is cancelled, or when the wallet is not to pay', async () => {
    const first = await sell(4)
    const placed = ok(await shop.order(contact, { pass: { code: first.code } }))
    await cancel(placed.id)
    expect(await money()).toEqual({ spendable: 4, blocked: 0 })
    expect(await stateOf(first.code)).toBe('REDEEMED')
    const second = await sell(6)
    const unpaid = ok(await shop.order(contact, { pass: { code: second.code }, use_wallet_funds: false }))
    expect(unpaid).toMatchObject({ wallet_funds: 0, amount_due: 5 })
    expect(await money()).toEqual({ spendable: 10, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('whose money is bound to other products is not paid with it', async () => {
    const pool = await shop.pool('TEA-ONLY', { products: [{ type: 'SKU', code: 'TEA' }] })
    await shop.call('POST', 'pass_plans', {
      code: 'TEA',
      name: 'Tea card',
      classification: 'GIFT',
      credit_wallet_balance: 'COMMERCE',
      commerce_pool: { id: pool },
    })
    const { code } = await sell(5, { pass_plan_id: 'TEA' })
    expect(ok(await shop.order(contact, { pass: { code } }))).toMatchObject({
      wallet_funds: 0,
      amount_due: 5,
    })
    expect(await money()).toEqual({ spendable: 5, blocked: 0 })
  })

  test('takes it once, of many orders at once', async () => {
    const { code } = await sell(5)
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => shop.order(contact, { pass: { code } })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const errors = answers.flatMap(({ body }) => body.error ?? [])
    expect(new Set(errors)).toEqual(new Set(['CRM.EXCEPTIONS.THISPASSHASALREADYBEENREDEEMEDEXCEPTION']))
    expect(await money()).toEqual({ spendable: 0, blocked: 5 })
    expect(await shop.verify()).toEqual([])
  })

  test('needs its pin, each wrong one is counted, and an estimate keeps none', async () => {
    const { code, pin } = await sell(5, { pin: '4711' })
    expect(pin ?? '4711').toBe('4711')
    for (let times = 0; times < 4; times++) {
      const wrong = await shop.order(contact, { pass: { code, pin: '0000' } })
      expect(wrong.body.error).toBe('CRM.EXCEPTIONS.CANNOTREDEEMPASSEXCEPTION')
    }
    const body = { contact_id: contact, fulfilled_by: 'MAIN', supply_method: 'PICK_UP' }
    const told = ok(
      await shop.call('POST', 'estimates/orders', {
        ...body,
        items: [{ sku: 'COF', price: 5 }],
        pass: { code, pin: '4711' },
      }),
    )
    const without = await shop.call('POST', 'orders', { estimation_id: told.id })
    expect(without.body.error).toBe('CRM.EXCEPTIONS.CANNOTREDEEMPASSEXCEPTION')
    const placed = ok(
      await shop.call('POST', 'orders', { estimation_id: told.id, pass: { code, pin: '4711' } }),
    )
    expect(placed.wallet_funds).toBe(5)
    const { rows } = await server.database.pool.query(
      'select pass from orders where number = $1 and tenant = $2',
      [placed.number, shop.actor.tenant],
    )
    expect(rows).toEqual([{ pass: { code, money: 500 } }])
  })
})
