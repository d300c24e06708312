import { expect } from 'vitest'
import { HOUR, later } from '../../src/kit/time.ts'
import { tenPercent } from '../shop.ts'
import { type Scene, stories } from './story.ts'

const story = stories()

const idOf = (body: unknown) => String(Object(body).id)

/** A shop with a menu of two categories, and Anna, who has 4.00 in her wallet. */
async function withAMenu({ shop, speaker }: Scene) {
  await shop.offer(tenPercent)
  const anna = await shop.call('POST', 'contacts', { first_name: 'Anna', code: 'ANNA' })
  await shop.call('POST', `wallets/${anna.body.wallet.id}/adjustments`, {
    type: 'CREDIT',
    amount: 4,
    reason: 'Welcome',
  })
  const manager = await speaker(['products:write', 'orders:configure', 'orders:read'])
  const product = (sku: string, name: string, amount: string) =>
    manager.call('POST', 'products', { sku, name, price: { amount }, tax_rate: 9 })
  await product('COF', 'Coffee', '2.50')
  await product('PIE', 'Pie', '4.00')
  await product('OLD', 'Yesterday’s pie', '1.00')
  const menu = await manager.call('POST', 'order_catalogues', {
    name: 'Breakfast',
    organisations: ['MAIN'],
    supply_methods: ['PICK_UP', 'DELIVERY'],
    time_availability: [{ day_of_week: 'MONDAY', start_time: '08:00', end_time: '16:00' }],
    minimum_amount: '5.00',
    creatives: [{ url: 'https://pictures.example/breakfast.jpg', caption: 'Breakfast' }],
  })
  expect(menu.status).toBe(200)
  const categories = `order_catalogues/${idOf(menu.body)}/categories`
  const drinks = { name: 'Drinks', priority: 2, products: [{ sku: 'COF' }] }
  const food = { name: 'Food', priority: 1, products: [{ sku: 'PIE' }] }
  for (const body of [drinks, food]) expect((await manager.call('POST', categories, body)).status).toBe(200)
  return { webShop: await speaker(['orders:read', 'orders:write', 'purchases:read']) }
}

const asked = {
  account_id: 'ANNA',
  fulfilled_by: 'MAIN',
  supply_method: 'PICK_UP',
  payment_method_type: 'CASH',
  use_wallet_funds: true,
}

story(
  'an order from the menu: read, estimated, placed with wallet funds, fulfilled; bought and awarded once',
  async (scene) => {
    const { webShop } = await withAMenu(scene)
    const places = await webShop.call('POST', 'estimates/order_fulfillment', { supply_method: 'PICK_UP' })
    expect(places.body.fulfilled_by).toMatchObject([
      { name: 'Corner, Main St', is_open: true, order_catalogs: [{ display_name: 'Breakfast' }] },
    ])
    const menus = await webShop.call('GET', 'order_catalogues?fulfilled_by=MAIN&supply_method=PICK_UP')
    const [{ id: menu }] = menus.body.content
    const shown = await webShop.call('GET', `order_catalogues/${menu}/categories?sort=PRIORITY&order=ASC`)
    expect(shown.body.content).toMatchObject([
      { name: 'Food', products: [{ product: { sku: 'PIE' } }] },
      { name: 'Drinks', products: [{ product: { sku: 'COF' } }] },
    ])
    const products = await webShop.call('GET', `order_catalogues/${menu}/products?order=ASC`)
    expect(products.body.content).toMatchObject([
      { sku: 'COF', pricing: [{ price: 2.5 }] },
      { sku: 'PIE', pricing: [{ price: 4 }] },
    ])

    const small = await webShop.call('POST', 'estimates/orders', {
      ...asked,
      items: [{ id: 'COF' }, { id: 'OLD' }],
    })
    expect(small.body).toMatchObject({
      order_estimate: { ordering_allowed: false, minimum_amount: 5, order_failure_reason: 'MINIMUM_COST' },
      invalid_products: [{ unavailability_reason: 'ORDER_CATALOGUE', product: { sku: 'OLD' } }],
    })
    const items = [{ id: 'COF', quantity: 2 }, { id: 'PIE' }]
    const estimate = await webShop.call('POST', 'estimates/orders', {
      ...asked,
      items,
      estimation_id: idOf(small.body),
    })
    expect([estimate.status, estimate.body]).toMatchObject([
      200,
      {
        id: idOf(small.body),
        order_estimate: { ordering_allowed: true, fulfilled_by: { name: 'Corner, Main St' } },
        invoice_estimate: {
          net: 8.26,
          tax: 0.74,
          total: 9,
          wallet_funds_amount: 4,
          amount_due: 5,
          amount_to_collect: 5,
        },
        rewards: { award: 0.5, spend: 4 },
        wallet: { balance: 4, usable: 4 },
      },
    ])
    expect((await webShop.call('GET', 'orders?include_total=true')).body.paging.total).toBe(0)
    expect(await scene.shop.balance('ANNA')).toBe(4)

    const sent = { estimation_id: idOf(estimate.body), notes: 'By the window' }
    const placed = await webShop.call('POST', 'orders', sent)
    expect([placed.status, placed.body]).toMatchObject([
      201,
      { number: 'O000001', total: 9, wallet_funds: 4, amount_due: 5, rewards: estimate.body.rewards },
    ])
    expect((await webShop.call('POST', 'orders', sent)).text).toBe(placed.text)
    expect(await scene.shop.balance('ANNA')).toBe(0)

    const path = `orders/${idOf(placed.body)}/actions`
    scene.server.clock.now = later(scene.server.clock.now, HOUR)
    expect((await webShop.call('PUT', path, { action: 'START_PROGRESS' })).status).toBe(200)
    for (let times = 0; times < 2; times++)
      expect((await webShop.call('PUT', path, { action: 'COMPLETE' })).status).toBe(200)
    const { body: order } = await webShop.call('GET', `orders/${idOf(placed.body)}`)
    expect(order).toMatchObject({
      state: 'COMPLETED',
      notes: 'By the window',
      rewards: { award: 0.5, discount: 0, spend: 4 },
      wallet_hold: { state: 'TAKEN', amount: 4 },
    })
    const { body: bought } = await webShop.call('GET', 'purchases?include_total=true')
    expect(bought.paging.total).toBe(1)
    expect(bought.content[0]).toMatchObject({ id: order.purchase.id, rewards: { award: 0.5, spend: 4 } })
    expect(await scene.shop.balance('ANNA')).toBe(0.5)
  },
)
