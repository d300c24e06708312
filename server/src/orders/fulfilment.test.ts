import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  // A Monday, 14:00 in Nicosia.
  server.clock.now = new Date('2026-11-23T12:00:00Z')
  shop = await openShop(server)
  const parent = { id: shop.merchant }
  await shop.call('POST', 'organisations', { type: 'VENUE', name: 'Harbour', code: 'HARBOUR', parent })
  await shop.call('POST', 'organisations', { type: 'MERCHANT', name: 'Alone', code: 'ALONE' })
  await shop.call('POST', 'order_catalogues', {
    name: 'Dinner',
    organisations: ['HARBOUR'],
    supply_methods: ['PICK_UP', 'DELIVERY'],
    minimum_amount: 12,
    time_availability: [{ day_of_week: 'MONDAY', start_time: '18:00', end_time: '23:00' }],
  })
  await shop.call('POST', 'order_catalogues', {
    name: 'Counter',
    organisations: ['MAIN'],
    supply_methods: ['PICK_UP'],
  })
})

const ask = async (body: object) =>
  (await shop.call('POST', 'estimates/order_fulfillment', body)).body.fulfilled_by
const names = async (body: object) => (await ask(body)).map(({ name }: { name: string }) => name)

describe('who could fulfil an order', () => {
  test('are the places that supply so, those that are open then first', async () => {
    const found = await ask({ supply_method: 'PICK_UP' })
    expect(found).toMatchObject([
      { name: 'Alone', type: 'MERCHANT', is_open: true, order_catalogs: [], opening_hours: [] },
      { name: 'Corner, Main St', is_open: true, order_catalogs: [{ display_name: 'Counter' }] },
      {
        name: 'Harbour',
        is_open: false,
        opening_hours: [{ day_of_week: 'MONDAY', open: '18:00', close: '23:00' }],
        order_catalogs: [{ display_name: 'Dinner', minimum_amount: 12 }],
      },
    ])
    expect(await names({ supply_method: 'DELIVERY', is_open: true })).toEqual(['Alone'])
    const evening = { date: '2026-11-23T17:00:00Z' }
    expect(await names({ supply_method: 'DELIVERY', is_open: true, requested_delivery_at: evening })).toEqual(
      ['Alone', 'Harbour'],
    )
    expect(await names({ supply_method: 'PICK_UP', requested_organisation_id: 'CORNER' })).toEqual([
      'Corner, Main St',
      'Harbour',
    ])
  })

  test('are none that are closed for good, and for the key of a venue itself alone', async () => {
    await shop.call('PUT', 'organisations/ALONE', { state: 'INACTIVE' })
    expect(await names({ supply_method: 'PICK_UP', is_open: true })).toEqual(['Corner, Main St'])
    const organisation = { id: shop.venue }
    const key = { name: 'venue', scopes: ['orders:read'], organisation }
    const { body } = await shop.call('POST', 'api_keys', key)
    const sent = { supply_method: 'PICK_UP' }
    const own = await shop.call('POST', 'estimates/order_fulfillment', sent, { api_key: body.key })
    expect(own.body.fulfilled_by).toMatchObject([{ id: shop.venue }])
    const unknown = await shop.call('POST', 'estimates/order_fulfillment', {
      ...sent,
      requested_organisation_id: 'NOWHERE',
    })
    expect(unknown.body.parameters).toEqual(['organisation', 'NOWHERE'])
  })
})
