import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { digestOf } from '../../test/access/foreign.ts'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { tenPercent } from '../../test/shop.ts'
import { HOUR, later } from '../kit/time.ts'

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
})

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBeLessThan(300)
  return body
}
const asked = (body: object = {}) => ({
  account_id: contact,
  fulfilled_by: shop.venue,
  supply_method: 'PICK_UP',
  items: [{ sku: 'COF', name: 'Coffee', quantity: 2, price: '2.50' }],
  ...body,
})
const estimate = (body: object = {}) => shop.call('POST', 'estimates/orders', asked(body))
const place = (body: object) => shop.call('POST', 'orders', body)

const offOne = {
  award: { kind: 'PERCENTAGE', rate: 25 },
  conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'OFF' }] }],
}
const pie = {
  sku: 'PIE',
  quantity: 2,
  price: '10.00',
  tax_rate: 19,
  components: [{ sku: 'ICE', quantity: 3, price: '0.50' }],
}
const tea = { sku: 'TEA', quantity: '0.5', price: '4.10', tax_model: 'TAX_EXCLUSIVE', tax_rate: '5' }

describe('an estimate', () => {
  test.each`
    what                                   | body
    ${'as it is'}                          | ${{}}
    ${'with taxes, extras and a discount'} | ${{ items: [pie, tea], discount: { amount: 10, type: 'PERCENTAGE' } }}
    ${'paid in part by the wallet'}        | ${{ use_wallet_funds: true, wallet_funds_amount: '3.33', items: [pie, tea] }}
    ${'paid by all that the wallet has'}   | ${{ use_wallet_funds: true, items: [pie, tea] }}
    ${'paid with a card'}                  | ${{ payments: [{ payment_method_type: 'CARD' }], items: [pie] }}
    ${'with an instant discount'}          | ${{ items: [pie, { sku: 'OFF', price: '8.00', tax_rate: 9 }] }}
  `('of an order $what tells the numbers with which it is placed, to the cent', async ({ body }) => {
    await shop.offer(tenPercent)
    await shop.offer({ ...offOne, redeem_method: 'INSTANT', on_top: true })
    await shop.credit(wallet, 7.5)
    const told = ok(await estimate(body))
    const placed = ok(await place(asked(body)))
    const order = await shop.read(placed.id)
    expect(told.invoice_estimate).toMatchObject({
      net: order.net_amount,
      tax: order.tax_amount,
      total: order.total,
      total_price: order.sub_total,
      discount: order.discount?.amount ?? 0,
      discount_incl_tax: order.discount?.amount_incl_tax ?? 0,
      wallet_funds_amount: order.wallet_funds,
      amount_due: order.amount_due,
      amount_to_collect: order.amount_to_collect,
    })
    expect(told.rewards).toEqual(order.rewards)
    expect(told.rewards.discount > 0).toBe(JSON.stringify(body).includes('OFF'))
    const cents = (amounts: readonly number[]) =>
      amounts.reduce((sum, each) => sum + Math.round(each * 100), 0)
    const { taxes_breakdown, discounts } = told.invoice_estimate
    expect(cents(taxes_breakdown.map((each: { tax_amount: number }) => each.tax_amount))).toBe(
      Math.round(order.tax_amount * 100),
    )
    expect(cents(discounts.map((each: { amount: number }) => each.amount))).toBe(
      Math.round(order.rewards.discount * 100),
    )
    expect(cents(told.awards.map((each: { amount: number }) => each.amount))).toBe(
      Math.round(order.rewards.award * 100),
    )
    ok(await shop.act(placed.id, 'COMPLETE'))
    expect((await shop.read(placed.id)).rewards).toEqual(told.rewards)
    expect(await shop.verify()).toEqual([])
  })

  test('orders nothing, moves nothing, tells nobody: no row changes but its own', async () => {
    await shop.offer(tenPercent)
    await shop.credit(wallet, 5)
    const before = await digestOf(server.database, shop.actor.tenant)
    ok(await estimate({ use_wallet_funds: true }))
    const after = await digestOf(server.database, shop.actor.tenant)
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual(['order_estimates'])
  })

  test('says what the wallet has and could pay at most, money that is bound elsewhere left out', async () => {
    await shop.pool('TEA-ONLY', { products: [{ type: 'SKU', code: 'TEA' }] })
    await shop.credit(wallet, 4, { commerce_pool: { code: 'TEA-ONLY' } })
    await shop.credit(wallet, 3)
    expect(ok(await estimate())).toMatchObject({
      wallet: { balance: 7, usable: 3 },
      invoice_estimate: { wallet_funds_amount: 0, amount_due: 5 },
    })
  })

  test('of more than the wallet has is refused like the order', async () => {
    const body = { use_wallet_funds: true, wallet_funds_amount: 1 }
    const answers = [await estimate(body), await place(asked(body))]
    expect(new Set(answers.map(({ status, body: told }) => `${status} ${told.error}`)).size).toBe(1)
    expect(answers[0]?.body.error).toContain('WALLETBALANCENOTENOUGH')
  })

  test('tells what is not offered, and what an order must come to', async () => {
    for (const sku of ['COF', 'TEA', 'OLD'])
      await shop.call('POST', 'products', { sku, name: sku, price: { amount: 2 } })
    await shop.call('PUT', 'products/OLD', { is_active: false })
    await shop.call('POST', 'order_catalogues', {
      name: 'Lunch',
      organisations: ['MAIN'],
      minimum_amount: 8,
      supply_methods: ['PICK_UP'],
      time_availability: [{ day_of_week: 'MONDAY', start_time: '12:00', end_time: '16:00' }],
    })
    await shop.call('POST', 'order_catalogues/LUNCH/categories', {
      name: 'Drinks',
      products: [{ sku: 'COF' }, { sku: 'OLD' }],
    })
    const items = [{ sku: 'COF' }, { sku: 'TEA' }, { sku: 'OLD' }]
    const told = ok(await estimate({ items }))
    expect(told).toMatchObject({
      order_estimate: { ordering_allowed: false, minimum_amount: 8, order_failure_reason: 'MINIMUM_COST' },
      invoice_estimate: { total: 6 },
      invalid_products: [
        { unavailability_reason: 'AVAILABILITY', product: { sku: 'OLD' } },
        { unavailability_reason: 'ORDER_CATALOGUE', product: { sku: 'TEA' } },
      ],
    })
    const fine = ok(await estimate({ items: [{ sku: 'COF', quantity: 4 }] }))
    expect(fine.order_estimate).toMatchObject({ ordering_allowed: true, order_failure_reason: null })
    const evening = { date: later(opening, 3 * HOUR).getTime() / 1_000 }
    const late = ok(await estimate({ items: [{ sku: 'COF', quantity: 4 }], requested_delivery_at: evening }))
    expect(late).toMatchObject({
      order_estimate: {
        ordering_allowed: false,
        estimated_delivery: { time_to_delivery: 180, uot: 'MINUTE' },
      },
      invalid_products: [{ unavailability_reason: 'ORDER_CATALOGUE' }],
    })
  })

  test('takes the prices and taxes of products that say none themselves', async () => {
    await shop.call('POST', 'products', {
      sku: 'SOUP',
      name: 'Soup',
      price: { amount: '5.00', tax_model: 'TAX_EXCLUSIVE' },
      tax_rate: 9,
    })
    expect(ok(await estimate({ items: [{ id: 'SOUP', quantity: 2 }] })).invoice_estimate).toMatchObject({
      net: 10,
      tax: 0.9,
      total: 10.9,
      taxes_breakdown: [{ tax_rate: { percentage: 9 }, tax_amount: 0.9 }],
    })
    const unpriced = await estimate({ items: [{ sku: 'NEW' }] })
    expect(unpriced.body.field_errors[0].path).toBe('items[0].price')
  })
})

describe('an order by the id of its estimate', () => {
  test('is what was estimated, once, however often it is sent, also at once', async () => {
    await shop.credit(wallet, 10)
    const { id } = ok(
      await estimate({
        use_wallet_funds: true,
        wallet_funds_amount: 3,
        delivery_method: 'DIRECT_DELIVERY',
        address_id: 'home',
        payment_method_type: 'CARD',
        notes: 'Ring twice',
      }),
    )
    const sent = { estimation_id: id, custom_fields: [{ key: 'floor', value: '3' }] }
    const answers = await Promise.all(Array.from({ length: 6 }, () => place(sent)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const placed = ok(await place(sent))
    expect(placed).toMatchObject({ number: 'O000001', total: 5, wallet_funds: 3, amount_to_collect: 0 })
    expect(await shop.read(placed.id)).toMatchObject({
      notes: 'Ring twice',
      address: { id: 'home' },
      payments: [{ payment_method_type: 'CARD' }],
      custom_fields: [{ key: 'floor', value: '3' }],
      wallet_hold: { state: 'BLOCKED', amount: 3 },
    })
    expect((await shop.call('GET', 'orders?include_total=true')).body.paging.total).toBe(1)
    const other = await place({ ...sent, id: '0193a1b2-0000-7000-8000-00000000000a' })
    expect(other.body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')
    const again = await estimate({ estimation_id: id })
    expect(again.body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')
  })

  test('is refused two hours later, and of another contact there is none', async () => {
    const { id, expires_on } = ok(await estimate())
    expect(expires_on).toBe(later(opening, 2 * HOUR).getTime() / 1_000)
    const foreign = await place({ estimation_id: id, contact_id: await shop.shopper() })
    expect(foreign.body.parameters).toEqual(['order_estimate', id])
    server.clock.now = later(opening, 2 * HOUR)
    const late = await place({ estimation_id: id })
    expect(late.body.field_errors[0].path).toBe('estimation_id')
    ok(await estimate({ estimation_id: id }))
    ok(await place({ estimation_id: id }))
  })

  test('of a contact that was merged is placed for the one that is left; of one that was erased it is gone', async () => {
    const told = ok(await estimate())
    const left = await shop.shopper()
    ok(await shop.call('POST', `contacts/${left}/merge`, { contact_id: contact }))
    const placed = ok(await place({ estimation_id: told.id, contact_id: left }))
    expect((await shop.read(placed.id)).contact.code).toBe(left)
    ok(await shop.act(placed.id, 'CANCEL', { cancellation_reason_id: await shop.reason() }))

    const other = await shop.shopper()
    const { id } = ok(await estimate({ account_id: other }))
    ok(await shop.call('POST', `contacts/${other}/erase`, {}))
    expect((await place({ estimation_id: id })).body.parameters).toEqual(['order_estimate', id])
  })

  test('sets its money aside already when it is asked to, and hands it to the order', async () => {
    await shop.credit(wallet, 10)
    const funds = { use_wallet_funds: true, wallet_funds_amount: 4, block_wallet_funds: true }
    const { id } = ok(await estimate(funds))
    expect(await shop.wallet(wallet)).toMatchObject({
      total_balance: 6,
      blocked: 4,
      blocked_by: [{ id, entity: 'ESTIMATE', amount: 4 }],
    })
    ok(await estimate({ ...funds, estimation_id: id, wallet_funds_amount: 5 }))
    expect(await shop.wallet(wallet)).toMatchObject({ total_balance: 5, blocked: 5 })
    const placed = ok(await place({ estimation_id: id }))
    expect(await shop.wallet(wallet)).toMatchObject({
      total_balance: 5,
      blocked_by: [{ id: placed.id, entity: 'ORDER', amount: 5 }],
    })
    ok(await shop.act(placed.id, 'COMPLETE'))
    expect(await shop.wallet(wallet)).toMatchObject({ total_balance: 5, blocked: 0 })

    const left = ok(await estimate(funds))
    expect(left.invoice_estimate.wallet_funds_amount).toBe(4)
    server.clock.now = later(opening, 2 * HOUR)
    await server.expireBlocks()
    expect(await shop.wallet(wallet)).toMatchObject({ total_balance: 5, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })
})
