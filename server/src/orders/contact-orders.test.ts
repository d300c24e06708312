import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { InvalidState, Refusal } from '../kit/error.ts'
import { type ContactId, idOf } from '../kit/id.ts'
import { type Catalogues, openCatalogues } from '../purchases/index.ts'
import { actOnOrder, estimateBody, estimateOrder, orderBody, placeOrder } from './index.ts'

// What contacts order by themselves, at whichever door: what they say of prices is not believed, and only what is offered is sold.

let server: TestServer
let catalogues: Catalogues
let shop: OrderShop
let contact: string
beforeAll(async () => {
  server = await startServer()
  catalogues = openCatalogues(server.database.url)
})
afterAll(async () => {
  await catalogues.close()
  await server.stop()
})
beforeEach(async () => {
  server.clock.now = new Date('2026-11-23T12:00:00Z')
  shop = await openOrderShop(server)
  contact = await shop.shopper()
  const price = { amount: '2.50' }
  await shop.call('POST', 'products', { sku: 'COF', name: 'Coffee', price, tax_rate: 9 })
  await shop.call('POST', 'products', { sku: 'TEA', name: 'Tea', price })
  await shop.call('POST', 'products', { sku: 'RAW', name: 'Without a price' })
})

const asked = (body: object) => ({
  account_id: contact,
  fulfilled_by: 'MAIN',
  supply_method: 'PICK_UP',
  ...body,
})
const place = (body: object) =>
  shop.work((work) => placeOrder(work, orderBody.parse(asked(body)), { catalogues, by: 'CONTACT' }))
const refusedField = async (body: object) => {
  const error: unknown = await place(body).catch((refused: unknown) => refused)
  return error instanceof Refusal ? error.facts.parameters : error
}

describe('a contact', () => {
  test('pays the prices of the shop, with their taxes', async () => {
    const order = await place({ items: [{ id: 'COF', quantity: 2, price: 2.5, name: 'Free coffee' }] })
    expect(order).toMatchObject({ total: 500n, tax: 41n, items: [{ name: 'Coffee', taxRate: 90_000n }] })
  })

  test.each`
    what                     | body                                                                 | seen
    ${'another price'}       | ${{ items: [{ id: 'COF', price: 0.01 }] }}                           | ${['items[0].price', '0.01']}
    ${'another tax'}         | ${{ items: [{ id: 'COF', tax_rate: 0 }] }}                           | ${['items[0].tax_rate', '0']}
    ${'another tax model'}   | ${{ items: [{ id: 'COF', tax_model: 'TAX_EXCLUSIVE' }] }}            | ${['items[0].tax_model', 'TAX_EXCLUSIVE']}
    ${'a discount'}          | ${{ items: [{ id: 'COF' }], discount: { amount: 1 } }}               | ${['discount', 'sent by a contact']}
    ${'an unknown product'}  | ${{ items: [{ sku: 'NEW', price: 1 }] }}                             | ${['product', 'NEW']}
    ${'one without a price'} | ${{ items: [{ id: 'RAW' }] }}                                        | ${['items[0].price']}
    ${'an extra for less'}   | ${{ items: [{ id: 'COF', components: [{ id: 'TEA', price: 0 }] }] }} | ${['items[0].components[0].price', '0']}
  `('that asks for $what is refused, naming it', async ({ body, seen }) => {
    expect(await refusedField(body)).toEqual(seen)
  })

  test('orders as one wherever they come in, as long as they are signed in as one', async () => {
    const by = { kind: 'contact', id: idOf<ContactId>(contact), session: '' } as const
    const ordered = shop.work((work) =>
      placeOrder(
        { ...work, actor: { ...work.actor, by } },
        orderBody.parse(asked({ items: [{ id: 'COF', price: 0 }] })),
        { catalogues },
      ),
    )
    await expect(ordered).rejects.toMatchObject({ facts: { parameters: ['items[0].price', '0'] } })
  })

  test('takes an order back until it is started, without a reason, and completes none', async () => {
    const by = { kind: 'contact', id: idOf<ContactId>(contact), session: '' } as const
    const act = (name: string, action: 'CANCEL' | 'COMPLETE' | 'START_PROGRESS') =>
      shop.work((work) => actOnOrder({ ...work, actor: { ...work.actor, by } }, catalogues, { name, action }))
    const order = await place({ items: [{ id: 'COF' }] })
    await expect(act(order.id, 'COMPLETE')).rejects.toMatchObject({ kind: InvalidState.kind })
    await expect(act(order.id, 'START_PROGRESS')).rejects.toMatchObject({ kind: InvalidState.kind })
    expect(await act(order.id, 'CANCEL')).toMatchObject({ state: 'CANCELLED' })
    expect((await shop.read(order.id)).cancellation_reason.name).toBe('Contact changed their mind')
    await shop.call('DELETE', `order_cancellation_reasons/${await shop.reason('CHANGED_MIND')}`)
    const second = await place({ items: [{ id: 'COF' }] })
    await act(second.id, 'CANCEL')
    expect((await shop.read(second.id)).cancellation_reason.name).toBe('Items out of stock')
    const started = await place({ items: [{ id: 'COF' }] })
    await shop.act(started.id, 'START_PROGRESS')
    await expect(act(started.id, 'CANCEL')).rejects.toMatchObject({ kind: InvalidState.kind })
    expect((await shop.call('GET', 'purchases')).body.content).toEqual([])
  })

  test('orders what is offered there and then, for as much as is asked', async () => {
    await shop.call('POST', 'order_catalogues', {
      name: 'Lunch',
      organisations: ['MAIN'],
      minimum_amount: 5,
      time_availability: [{ day_of_week: 'MONDAY', start_time: '12:00', end_time: '16:00' }],
    })
    const categories = 'order_catalogues/LUNCH/categories'
    await shop.call('POST', categories, { name: 'Drinks', products: [{ sku: 'COF' }] })
    expect(await refusedField({ items: [{ id: 'COF', quantity: 2 }, { id: 'TEA' }] })).toEqual([
      'items[1].id',
      '"Tea"',
    ])
    expect(await refusedField({ items: [{ id: 'COF' }] })).toEqual(['items', expect.stringContaining('2.50')])
    expect((await place({ items: [{ id: 'COF', quantity: 2 }] })).total).toBe(500n)
    const tomorrow = { date: '2026-11-24T12:00:00Z' }
    expect(
      await refusedField({ items: [{ id: 'COF', quantity: 2 }], requested_delivery_at: tomorrow }),
    ).toEqual(['items[0].id', '"Coffee"'])
    await shop.call('PUT', 'products/COF', { is_active: false })
    expect(await refusedField({ items: [{ id: 'COF', quantity: 2 }] })).toEqual(['items[0].id', '"Coffee"'])
    // An agent may take an order of anything.
    expect((await shop.order(contact, { items: [{ id: 'COF' }] })).status).toBe(201)
  })

  test('places their own estimate at its prices, and nobody else’s', async () => {
    const body = estimateBody.parse(asked({ items: [{ id: 'COF' }] }))
    const { id } = await shop.work((work) => estimateOrder(work, body, { catalogues, by: 'CONTACT' }))
    const other = await shop.shopper()
    const foreign = orderBody.parse({ estimation_id: id, contact_id: other })
    const taken = shop.work((work) => placeOrder(work, foreign, { catalogues, by: 'CONTACT' }))
    await expect(taken).rejects.toMatchObject({ facts: { parameters: ['order_estimate', id] } })
    const own = orderBody.parse({ estimation_id: id, contact_id: contact })
    const order = await shop.work((work) => placeOrder(work, own, { catalogues, by: 'CONTACT' }))
    expect(order.total).toBe(250n)
  })
})
