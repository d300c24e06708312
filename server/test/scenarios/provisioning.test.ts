import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, vi } from 'vitest'
import { later, SECOND } from '../../src/kit/time.ts'
import { openPrinter, qrOf } from '../order-printer.ts'
import { tenPercent } from '../shop.ts'
import { openReceiver, type Receiver } from '../webhook-receiver.ts'
import { type Scene, stories } from './story.ts'

// Orders reach whoever fulfils them: printed, called, asked for, or looked for among what happened.

const story = stories({ webhooks: { networks: ['127.0.0.0/8'] } })

/** Whoever is told of orders, at one address in every telling. */
let receiver: Receiver
beforeAll(async () => {
  receiver = await openReceiver({ secure: true })
})
afterAll(() => receiver.close())

async function ordered({ shop, speaker }: Scene) {
  await shop.offer(tenPercent)
  await shop.call('POST', 'contacts', { first_name: 'Anna', code: 'ANNA' })
  const agent = await speaker(['orders:read', 'orders:write'])
  const place = async () => {
    const { body } = await agent.call('POST', 'orders', {
      contact_id: 'ANNA',
      fulfilled_by: 'MAIN',
      supply_method: 'PICK_UP',
      items: [{ sku: 'COF', name: 'Coffee', quantity: 2, price: '2.50' }],
    })
    return body
  }
  return { agent, place }
}

story(
  'order provisioning: printed, and found by polling new orders and what happened since',
  async (scene) => {
    const { shop, server } = scene
    const printer = await openPrinter()
    const adaptor = await shop.call('POST', 'order_adaptors', {
      name: 'Kitchen',
      kind: 'PRINTER',
      printer: { host: '127.0.0.1', port: printer.port },
    })
    expect(adaptor.body.id, adaptor.text).toEqual(expect.any(String))
    const { agent, place } = await ordered(scene)
    const { body: before } = await shop.call('GET', 'events?size=100')
    const order = await place()
    await server.provisionOrders()
    expect(printer.tickets).toHaveLength(1)
    const [ticket = Buffer.alloc(0)] = printer.tickets
    expect(ticket.toString('latin1')).toContain('2 x Coffee')
    expect(qrOf(ticket)).toBe(order.number)

    const polled = await agent.call('GET', 'orders?state=NEW')
    expect(polled.body.content.map(({ id }: { id: string }) => id)).toEqual([order.id])
    await agent.call('PUT', `orders/${order.id}/actions`, { action: 'PRINT_ORDER' })
    await agent.call('PUT', `orders/${order.id}/actions`, { action: 'COMPLETE' })
    await server.provisionOrders()
    expect(printer.tickets).toHaveLength(2)
    const sent = await agent.call('GET', 'order_provisionings')
    for (const each of sent.body.content)
      expect(each).toMatchObject({ order: { id: order.id }, state: 'COMPLETED' })

    await server.sendWebhooks()
    const { body: news } = await shop.call('GET', `events?after=${before.paging.cursor}&size=100`)
    const ofOrder = news.content.filter(({ entity_id }: { entity_id: string }) => entity_id === order.id)
    expect(ofOrder.map(({ type }: { type: string }) => type)).toEqual(['order.created', 'order.completed'])
    expect(ofOrder[1].data).toEqual((await shop.call('GET', `orders/${order.id}`)).body)

    await shop.call('PUT', `order_adaptors/${adaptor.body.id}`, { state: 'DISABLED' })
    await place()
    await server.provisionOrders()
    expect(printer.tickets).toHaveLength(2)
    printer.close()
  },
)

interface Signed {
  readonly secret: string
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  readonly at: Date
}

/** As a receiver verifies it who has the time of the story. */
function verified({ secret, text, headers, at }: Signed): unknown {
  vi.useFakeTimers({ now: at, toFake: ['Date'] })
  try {
    return new Webhook(secret).verify(text, headers)
  } finally {
    vi.useRealTimers()
  }
}

story('order provisioning: told by webhook as it happens, with the details of the order', async (scene) => {
  const { shop, server } = scene
  receiver.received.length = 0
  const operator = await scene.speaker(['webhooks:read', 'webhooks:write'])
  const event_types = ['order.created', 'order.cancelled']
  const hook = await operator.call('POST', 'webhook_endpoints', { url: receiver.url, event_types })
  const { agent, place } = await ordered(scene)
  const order = await place()
  // Called while it can take nothing, and again after five seconds or a fifth more.
  receiver.answer = 503
  await server.sendWebhooks()
  receiver.answer = 204
  server.clock.now = later(server.clock.now, 7 * SECOND)
  await server.sendWebhooks()
  const { body: reasons } = await agent.call('GET', 'order_cancellation_reasons')
  const cancellation_reason_id = reasons.content[0].id
  await agent.call('PUT', `orders/${order.id}/actions`, { action: 'CANCEL', cancellation_reason_id })
  await server.sendWebhooks()

  const created = { type: 'order.created', entity_id: order.id, data: { state: 'NEW', total: 5 } }
  const cancelled = { type: 'order.cancelled', data: { state: 'CANCELLED', items: [{ quantity: 2 }] } }
  expect(receiver.received.map(({ body }) => body)).toMatchObject([created, created, cancelled])
  const [first, again] = receiver.received
  expect([again?.text, again?.headers['webhook-id']]).toEqual([first?.text, first?.headers['webhook-id']])
  for (const { text, headers } of receiver.received)
    expect(verified({ secret: hook.body.secret, text, headers, at: server.clock.now })).toEqual(
      JSON.parse(text),
    )
  const { body: deliveries } = await operator.call('GET', 'webhook_deliveries?order=ASC')
  expect(deliveries.content).toMatchObject([
    { event: { type: 'order.created' }, state: 'DELIVERED', attempts: 2, status: 204 },
    { event: { type: 'order.cancelled' }, state: 'DELIVERED', attempts: 1, status: 204 },
  ])
  expect((await operator.call('DELETE', `webhook_endpoints/${hook.body.id}`)).status).toBe(200)

  await server.notify()
  // Messages are signed by the business, which is another in every telling.
  const inbox = await shop.call('GET', 'contacts/ANNA/communications?channel=INAPP&order=ASC')
  expect(inbox.body.content.map(({ name }: { name: string }) => name)).toEqual([
    'ORDER_CREATED',
    'ORDER_CANCELLED',
  ])
})

story(
  'order provisioning: a system is called in its own words; one that is busy is called again, and seen to be',
  async (scene) => {
    const { server } = scene
    receiver.received.length = 0
    const manager = await scene.speaker(['orders:configure', 'orders:read', 'orders:write'])
    const http = {
      url: receiver.url,
      headers: { 'X-Key': 'open sesame' },
      template: {
        ticket: '{{number}}',
        lines: { $each: 'items', as: { plu: '{{product.sku}}', pieces: '{{quantity}}' } },
      },
    }
    const adaptor = await manager.call('POST', 'order_adaptors', { name: 'Kitchen', kind: 'HTTP', http })
    expect([adaptor.status, adaptor.body.http.headers]).toEqual([200, ['X-Key']])
    const { place } = await ordered(scene)
    const order = await place()
    receiver.answer = 503
    await server.provisionOrders()
    const sent = async () => (await manager.call('GET', 'order_provisionings')).body.content
    expect(await sent()).toMatchObject([{ state: 'PENDING', attempts: 1, error: 'answered 503' }])
    receiver.answer = 200
    server.clock.now = later(server.clock.now, 6 * SECOND)
    await server.provisionOrders()
    expect(await sent()).toMatchObject([
      { order: { id: order.id }, state: 'COMPLETED', attempts: 2, error: null },
    ])
    const keys = receiver.received.map(({ headers }) => [headers['x-key'], headers['idempotency-key']])
    expect(keys).toEqual([keys[0], keys[0]])
    expect(keys[0]).toEqual(['open sesame', expect.any(String)])
    for (const { body } of receiver.received)
      expect(body).toMatchObject({ ticket: order.number, lines: [{ plu: 'COF', pieces: 2 }] })
    const off = await manager.call('PUT', `order_adaptors/${adaptor.body.id}`, { state: 'DISABLED' })
    expect(off.body).toMatchObject({ state: 'DISABLED', http: { template: http.template } })
  },
)

story('order provisioning: reasons to cancel and stages are kept by the shop', async (scene) => {
  const { shop } = scene
  const manager = await scene.speaker(['orders:configure', 'orders:read', 'orders:write'])
  const made = await manager.call('POST', 'order_cancellation_reasons', {
    name: 'Kitchen closed',
    is_default: true,
  })
  expect(made.body).toMatchObject({ code: 'KITCHEN_CLOSED', is_default: true, state: 'ACTIVE' })
  const named = await manager.call('PUT', 'order_cancellation_reasons/KITCHEN_CLOSED', {
    name: 'No cook today',
  })
  expect(named.body).toMatchObject({ id: made.body.id, name: 'No cook today' })
  expect((await manager.call('GET', `order_cancellation_reasons/${made.body.id}`)).text).toBe(named.text)
  const stage = { code: 'OVEN', name: 'In the oven', state: 'IN_PROGRESS', priority: 1 }
  const kept = await manager.call('POST', 'order_stages', stage)
  expect(kept.body).toMatchObject(stage)

  const { place } = await ordered(scene)
  const order = await place()
  expect((await manager.call('PUT', `orders/${order.id}`, { stage_id: 'OVEN' })).body).toMatchObject({
    state: 'IN_PROGRESS',
    stage: { id: kept.body.id, name: 'In the oven' },
  })
  const cancel = { action: 'CANCEL', cancellation_reason_id: 'KITCHEN_CLOSED' }
  expect((await manager.call('PUT', `orders/${order.id}/actions`, cancel)).status).toBe(200)
  for (let times = 0; times < 2; times++) {
    for (const path of [`order_cancellation_reasons/${made.body.id}`, `order_stages/${kept.body.id}`])
      expect((await manager.call('DELETE', path)).status).toBe(200)
  }
  const { body: read } = await shop.call('GET', `orders/${order.id}`)
  expect(read.cancellation_reason).toEqual({ id: made.body.id, name: 'No cook today' })
})
