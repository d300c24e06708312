import { expect } from 'vitest'
import { HOUR, later } from '../../src/kit/time.ts'
import { tenPercent } from '../shop.ts'
import { type Scene, stories } from './story.ts'

const story = stories()

/** An agent at the counter, and Anna, who orders two coffees and a bun with butter. */
async function atTheCounter({ shop, speaker }: Scene) {
  await shop.offer(tenPercent)
  await shop.call('POST', 'contacts', { first_name: 'Anna', last_name: 'Petrou', code: 'ANNA' })
  const agent = await speaker(['orders:read', 'orders:write'])
  const placed = await agent.call('POST', 'orders', {
    contact_id: 'ANNA',
    fulfilled_by: 'MAIN',
    supply_method: 'DELIVERY',
    delivery_method: 'DIRECT_DELIVERY',
    address: {
      address_line_1: '1 Main Street',
      town_city: 'Nicosia',
      postal_code: '1010',
      country_code: 'CYP',
    },
    items: [
      { sku: 'COF', name: 'Coffee', quantity: 2, price: '2.50', tax_rate: 9, notes: 'No sugar' },
      {
        sku: 'BUN',
        name: 'Bun',
        price: '1.20',
        tax_model: 'TAX_EXCLUSIVE',
        tax_rate: 5,
        components: [{ sku: 'BUT', name: 'Butter', quantity: 2, price: '0.30' }],
      },
    ],
    payments: [{ payment_method_type: 'CASH' }],
    notes: 'Ring twice',
    custom_fields: [{ key: 'floor', value: '3' }],
  })
  expect(placed.status).toBe(201)
  expect(placed.body).toMatchObject({ number: 'O000001', total: 6.86, amount_to_collect: 6.86 })
  return { agent, order: placed.body.id }
}

story('orders: the agent polls new ones, starts one, completes it; the contact is awarded', async (scene) => {
  const { agent, order } = await atTheCounter(scene)
  const polled = await agent.call('GET', 'orders?state=NEW&supply_method=DELIVERY&include_total=true')
  expect(polled.body.paging.total).toBe(1)
  expect(polled.body.content[0]).toMatchObject({
    id: order,
    state: 'NEW',
    net_amount: 6.39,
    tax_amount: 0.47,
  })

  scene.server.clock.now = later(scene.server.clock.now, HOUR)
  expect((await agent.call('PUT', `orders/${order}/actions`, { action: 'START_PROGRESS' })).status).toBe(200)
  for (let times = 0; times < 2; times++) {
    const { status, body } = await agent.call('PUT', `orders/${order}/actions`, { action: 'COMPLETE' })
    expect([status, body]).toEqual([200, { id: order }])
  }
  const { body } = await agent.call('GET', 'orders/O000001')
  expect(body).toMatchObject({ state: 'COMPLETED', rewards: { award: 0.69 } })
  expect(await scene.shop.balance('ANNA')).toBe(0.69)
  const refused = await agent.call('PUT', `orders/${order}/actions`, { action: 'CANCEL' })
  expect([refused.status, refused.body.error]).toEqual([400, 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'])
})

story(
  'orders: the agent cancels one for a reason that GET order_cancellation_reasons gave',
  async (scene) => {
    const { agent, order } = await atTheCounter(scene)
    const { body: reasons } = await agent.call('GET', 'order_cancellation_reasons')
    const [{ id: cancellation_reason_id }] = reasons.content
    const without = await agent.call('PUT', `orders/${order}/actions`, { action: 'CANCEL' })
    expect([without.status, without.body.parameters]).toEqual([400, ['cancellation_reason_id']])
    for (let times = 0; times < 2; times++) {
      const { status } = await agent.call('PUT', `orders/${order}/actions`, {
        action: 'CANCEL',
        cancellation_reason_id,
      })
      expect(status).toBe(200)
    }
    const { body } = await agent.call('GET', `orders/${order}`)
    expect(body).toMatchObject({
      state: 'CANCELLED',
      cancellation_reason: { id: cancellation_reason_id, name: 'Items out of stock' },
    })
    expect(await scene.shop.balance('ANNA')).toBe(0)
  },
)

story(
  'orders: wallet funds are set aside when one is placed, and are back when it is cancelled',
  async (scene) => {
    const { shop } = scene
    const { body: anna } = await shop.call('POST', 'contacts', { first_name: 'Anna', code: 'ANNA' })
    await shop.call('POST', `wallets/${anna.wallet.id}/adjustments`, {
      type: 'CREDIT',
      amount: 4,
      reason: 'Welcome',
    })
    const agent = await scene.speaker(['orders:read', 'orders:write'])
    const placed = await agent.call('POST', 'orders', {
      contact_id: 'ANNA',
      fulfilled_by: 'MAIN',
      supply_method: 'PICK_UP',
      items: [{ sku: 'COF', name: 'Coffee', quantity: 2, price: '2.50' }],
      use_wallet_funds: true,
    })
    expect(placed.body).toMatchObject({ total: 5, wallet_funds: 4, amount_due: 1 })
    expect(await shop.balance('ANNA')).toBe(0)
    const cancel = { action: 'CANCEL', cancellation_reason_id: 'OUT_OF_STOCK' }
    expect((await agent.call('PUT', `orders/${placed.body.id}/actions`, cancel)).status).toBe(200)
    const { body: order } = await agent.call('GET', `orders/${placed.body.id}`)
    expect(order).toMatchObject({ state: 'CANCELLED', wallet_hold: { state: 'RELEASED', amount: 4 } })
    expect(await shop.balance('ANNA')).toBe(4)
  },
)
