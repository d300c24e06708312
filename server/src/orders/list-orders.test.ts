import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { wire } from '../http/index.ts'
import { DAY, HOUR, later } from '../kit/time.ts'
import { listOrders } from './orders.api.ts'

let server: TestServer
let shop: OrderShop
let anna: string
let harbour: string
const opening = new Date('2026-11-23T12:00:00Z')
const epoch = (hours: number) => Math.floor(later(opening, hours * HOUR).getTime() / 1_000)

const ok = async (asked: Promise<Answer>) => {
  const { status, body, text } = await asked
  if (status >= 300) throw new Error(`set-up failed: ${status} ${text}`)
  return body
}

/** One order an hour: what each is says its number. */
beforeAll(async () => {
  server = await startServer()
  server.clock.now = opening
  shop = await openOrderShop(server)
  await ok(shop.call('POST', 'contacts', { first_name: 'Anna', last_name: 'Petrou', code: 'ANNA' }))
  anna = 'ANNA'
  const other = await shop.shopper()
  const venue = await ok(
    shop.call('POST', 'organisations', {
      type: 'VENUE',
      name: 'Harbour',
      code: 'HARBOUR',
      parent: { id: shop.merchant },
    }),
  )
  harbour = venue.id
  const place = async (contact: string, body: object = {}) => {
    const { id } = await ok(shop.order(contact, body))
    server.clock.now = later(server.clock.now, HOUR)
    return id
  }
  const first = await place(anna)
  await place(other, { supply_method: 'DELIVERY', delivery_method: 'COURIER_SERVICE' })
  await place(anna, { fulfilled_by: harbour, custom_fields: [{ key: 'table', value: '5' }] })
  const fourth = await place(other, {
    supply_method: 'DIRECT_SALES',
    requested_delivery_at: { date: epoch(50) },
    custom_fields: [
      { key: 'table', value: '5' },
      { key: 'colour', value: 'red' },
    ],
  })
  const last = await place(anna, { requested_delivery_at: { time: 2, time_unit: 'DAYS' } })
  const kitchen = { code: 'KITCHEN', name: 'Told to the kitchen', state: 'NEW' }
  await ok(shop.call('POST', 'order_stages', kitchen))
  await ok(shop.call('PUT', `orders/${fourth}`, { stage_id: kitchen.code }))
  await ok(shop.act(first, 'MARK_FAVORITE'))
  await ok(shop.act(first, 'COMPLETE'))
  await ok(shop.act(last, 'CANCEL', { cancellation_reason_id: await shop.reason() }))
})
afterAll(() => server.stop())

const PAGING = new Set(Object.keys(wire.listQuery))

const CASES: readonly (readonly [filter: string, found: readonly number[]])[] = [
  ['', [5, 4, 3, 2, 1]],
  ['order=ASC', [1, 2, 3, 4, 5]],
  ['state=NEW', [4, 3, 2]],
  ['state=COMPLETED', [1]],
  ['state=CANCELLED', [5]],
  ['state=IN_PROGRESS', []],
  ['supply_method=DELIVERY', [2]],
  ['supply_method=DIRECT_SALE', [4]],
  ['supply_method=DIRECT_SALES', [4]],
  ['delivery_methods=COURIER_SERVICE,PICKUP_POINT', [2]],
  ['delivery_methods=DIRECT_DELIVERY', []],
  [`created_on[gte]=${epoch(1)}&created_on[lt]=${epoch(3)}`, [3, 2]],
  [`created_on[gt]=${epoch(1)}&created_on[lte]=${epoch(3)}`, [4, 3]],
  [`created_on=${epoch(2)}`, [3]],
  [`completed_on[gte]=${epoch(5)}`, [1]],
  [`completed_on[gt]=${epoch(5)}`, []],
  [`scheduled_on[gte]=${epoch(51)}`, [5]],
  [`scheduled_on[lt]=${epoch(51)}`, [4]],
  ['custom_fields=table=5', [4, 3]],
  [`custom_fields=${encodeURIComponent('table=5;colour=red')}`, [4]],
  ['custom_fields=table=6', []],
  ['contact_id=ANNA', [5, 3, 1]],
  ['fulfilled_by=HARBOUR', [3]],
  ['organisations=MAIN,HARBOUR&state=NEW', [4, 3, 2]],
  ['organisations=CORNER', [5, 4, 3, 2, 1]],
  ['number=O000002', [2]],
  ['search_value=O0000', [5, 4, 3, 2, 1]],
  ['search_value=na petr', [5, 3, 1]],
  ['search_value=%25%25%25', []],
  ['is_favorite=true', [1]],
  ['is_favorite=false', [5, 4, 3, 2]],
  ['stage_id=KITCHEN', [4]],
  ['stage_id=KITCHEN&state=COMPLETED', []],
  ['state=NEW&supply_method=DELIVERY&contact_id=ANNA', []],
]

const numbers = async (query: string) =>
  (await ok(shop.call('GET', `orders?${query}`))).content.map(({ number }: { number: string }) =>
    Number(number.slice(1)),
  )

describe('orders are listed', () => {
  test.each(CASES)('by "%s"', async (filter, found) => {
    expect(await numbers(filter)).toEqual(found)
  })

  test('by each filter that is declared', () => {
    const tried = new Set(
      CASES.flatMap(([query]) => [...query.matchAll(/(?:^|&)(\w+)/g)].map(([, name]) => name)),
    )
    const all = Object.keys(listOrders.query?.shape ?? {}).filter((name) => !PAGING.has(name))
    expect(all.filter((name) => !tried.has(name))).toEqual(['include_custom_fields'])
  })

  test('in pages that repeat and miss none, with the total when it is asked for', async () => {
    const first = await ok(shop.call('GET', 'orders?size=2&include_total=true'))
    expect(first.paging).toEqual({ page: 1, size: 2, total: 5, has_more: true })
    const all = [
      ...(await numbers('size=2')),
      ...(await numbers('size=2&page=2')),
      ...(await numbers('size=2&page=3')),
    ]
    expect(all).toEqual([5, 4, 3, 2, 1])
    expect((await ok(shop.call('GET', 'orders?size=2&page=3'))).paging).toMatchObject({
      total: null,
      has_more: false,
    })
  })

  test('with their custom fields when those are asked for', async () => {
    const plain = await ok(shop.call('GET', 'orders?number=O000003'))
    expect(plain.content[0].custom_fields).toBeUndefined()
    const full = await ok(shop.call('GET', 'orders?number=O000003&include_custom_fields=true'))
    expect(full.content[0].custom_fields).toEqual([{ key: 'table', value: '5' }])
  })

  test('of one contact under that contact', async () => {
    const { content } = await ok(shop.call('GET', 'contacts/ANNA/orders?state=NEW'))
    expect(content.map(({ number }: { number: string }) => number)).toEqual(['O000003'])
  })

  test.each`
    filter                         | field
    ${'stat=NEW'}                  | ${'stat'}
    ${'state=PENDING'}             | ${'state'}
    ${'delivery_methods=BY_DRONE'} | ${'delivery_methods'}
    ${'custom_fields=table'}       | ${'custom_fields'}
    ${'search_value=ab'}           | ${'search_value'}
    ${'fulfilled_by=NOWHERE'}      | ${'organisations'}
    ${'created_on[after]=1'}       | ${'created_on.after'}
    ${'size=101'}                  | ${'size'}
  `('and "$filter" is refused, not ignored', async ({ filter, field }) => {
    const { status, body } = await shop.call('GET', `orders?${filter}`)
    expect(status).toBe(400)
    expect(body.field_errors.map(({ path }: { path: string }) => path)).toContain(field)
  })
})

describe('a key of one venue', () => {
  test('sees and moves the orders of that venue only, and places its own without naming it', async () => {
    const made = await ok(
      shop.call('POST', 'api_keys', {
        name: 'till',
        scopes: ['orders:read', 'orders:write'],
        organisation: { id: harbour },
      }),
    )
    const till = (method: string, path: string, body?: object) =>
      ask(server.url, made.key, { method, path, body })
    const seen = await till('GET', 'orders')
    expect(seen.body.content.map(({ number }: { number: string }) => number)).toEqual(['O000003'])
    const foreign = await till('PUT', 'orders/O000002/actions', { action: 'COMPLETE' })
    expect([foreign.status, foreign.body.parameters]).toEqual([400, ['order', 'O000002']])
    expect((await till('GET', 'orders/O000002')).status).toBe(400)
    const placed = await till('POST', 'orders', {
      contact_id: anna,
      supply_method: 'PICK_UP',
      items: [{ sku: 'COF', price: 1 }],
    })
    expect([placed.status, placed.body.fulfilled_by.id]).toEqual([201, harbour])
    expect((await till('PUT', `orders/${placed.body.id}/actions`, { action: 'COMPLETE' })).status).toBe(200)
    const refused = await till('POST', 'order_cancellation_reasons', { name: 'x' })
    expect(refused.status).toBe(403)
  })

  test('without the scope may not', async () => {
    const made = await ok(shop.call('POST', 'api_keys', { name: 'reader', scopes: ['orders:read'] }))
    const { status, body } = await ask(server.url, made.key, {
      method: 'PUT',
      path: 'orders/O000002/actions',
      body: { action: 'COMPLETE' },
    })
    expect([status, body.parameters]).toEqual([403, ['orders:write']])
  })
})

test('an order of a contact that was merged is told of the contact that is left, and awards it', async () => {
  const left = await shop.shopper()
  const merged = await shop.shopper()
  await shop.offer({ award: { kind: 'FIXED', amount: 1 } })
  server.clock.now = later(opening, DAY)
  const { id } = await ok(shop.order(merged))
  await ok(shop.call('POST', `contacts/${left}/merge`, { contact_id: merged }))
  expect((await shop.read(id)).contact.code).toBe(left)
  expect((await ok(shop.call('GET', `contacts/${left}/orders`))).content).toMatchObject([{ id }])
  await ok(shop.act(id, 'COMPLETE'))
  expect(await shop.balance(left)).toBe(1)
})
