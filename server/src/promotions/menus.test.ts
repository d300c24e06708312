import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let tests: Shop
let live: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  tests = await openShop(server)
  live = await openShop(server, { mode: 'LIVE', twinOf: tests })
})
afterAll(() => server.stop())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const kinds = ['ORGANISATION', 'PRODUCT_GROUP', 'ORDER_CATALOGUE', 'ORDER_CATEGORY']
const prepare = () => ok(live.call('POST', 'promotions', { kinds }))
const apply = ({ id, digest }: { readonly id: string; readonly digest: string }) =>
  live.call('POST', `promotions/${id}/apply`, { digest })
interface Change {
  readonly kind: string
  readonly of?: string
  readonly code: string
  readonly change: string
  readonly fields: readonly { readonly field: string; readonly from: unknown; readonly to: unknown }[]
}
const named = (promotion: { readonly changes: readonly Change[] }, kind: string, code: string) =>
  promotion.changes.find((each) => each.kind === kind && each.code === code)
const became = (change: Change | undefined) =>
  Object.fromEntries((change?.fields ?? []).map(({ field, from, to }) => [field, [from, to]]))

const product = (at: Shop, sku: string) => ok(at.call('POST', 'products', { sku, name: sku }))
const CATEGORY = 'order_catalogues/MENU/categories'

/** A menu of one venue, with drinks, of which coffee is one kind; and another with drinks of its own. */
async function openMenus(at: Shop): Promise<void> {
  for (const sku of ['LATTE', 'TEA']) await product(at, sku)
  const venue = { type: 'VENUE', name: 'Harbour', code: 'HARBOUR', parent: { code: 'CORNER' } }
  await ok(at.call('POST', 'organisations', venue))
  await ok(
    at.call('POST', 'order_catalogues', {
      code: 'MENU',
      name: 'Menu',
      organisations: ['HARBOUR'],
      supply_methods: ['PICK_UP'],
      time_availability: [{ day_of_week: 'MONDAY', start_time: '08:00' }],
      minimum_amount: 2.5,
      creatives: [{ url: 'https://pictures.example/menu.png', width: 300 }],
    }),
  )
  await ok(at.call('POST', 'order_catalogues', { code: 'LATE', name: 'Late', state: 'INACTIVE' }))
  await ok(at.call('POST', CATEGORY, { code: 'DRINKS', name: 'Drinks', products: [{ sku: 'TEA' }] }))
  const coffee = { code: 'COFFEE', name: 'Coffee', parent_id: 'DRINKS', products: [{ sku: 'LATTE' }] }
  await ok(at.call('POST', CATEGORY, coffee))
  await ok(at.call('POST', 'order_catalogues/LATE/categories', { code: 'DRINKS', name: 'Strong' }))
}

/** What a contact reads, without what is of one mode alone. */
async function menuOf(at: Shop): Promise<unknown> {
  const menu = await ok(at.call('GET', 'order_catalogues/MENU'))
  const { content } = await ok(at.call('GET', `${CATEGORY}?return_all=true&sort=PRIORITY&order=ASC`))
  const plain = JSON.stringify({ menu, content }, (name, value) =>
    /^(id|created_on|updated_on)$/.test(name) ? undefined : value,
  )
  return JSON.parse(plain)
}

describe('order catalogues', () => {
  test('come to LIVE mode with their categories, at places and with products that are named by codes', async () => {
    await openMenus(tests)
    const early = await prepare()
    expect(named(early, 'ORDER_CATALOGUE', 'MENU')).toMatchObject({ change: 'ADDED', name: 'Menu' })
    const coffee = named(early, 'ORDER_CATEGORY', 'COFFEE')
    expect(coffee).toMatchObject({ of: 'MENU', name: 'Coffee', change: 'ADDED' })
    expect(became(coffee)).toEqual({
      name: [null, 'Coffee'],
      priority: [null, 1],
      parent_id: [null, 'DRINKS'],
      products: [null, [{ sku: 'LATTE', priority: 1 }]],
    })
    // Products are of each mode itself, and what is not there yet is told before.
    expect(early.problems).toMatchObject([
      { kind: 'ORDER_CATEGORY', of: 'MENU', code: 'DRINKS', detail: expect.stringContaining('TEA') },
      { kind: 'ORDER_CATEGORY', of: 'MENU', code: 'COFFEE' },
    ])
    expect((await ok(live.call('GET', 'order_catalogues'))).content).toEqual([])
    for (const sku of ['LATTE', 'TEA']) await product(live, sku)
    const promotion = await prepare()
    expect(promotion.problems).toEqual([])
    await ok(apply(promotion))
    expect(await menuOf(live)).toEqual(await menuOf(tests))
    expect((await prepare()).changes).toEqual([])
    const { content } = await ok(live.call('GET', 'order_catalogues/LATE/categories'))
    expect(content).toMatchObject([{ code: 'DRINKS', name: 'Strong', products: [] }])
    const ids = JSON.stringify(await ok(tests.call('GET', `${CATEGORY}?return_all=true`)))
    for (const { id } of content) expect(ids).not.toContain(id)
  })

  test('become what they are in TEST mode, and keep what is in LIVE mode only', async () => {
    await openMenus(tests)
    await openMenus(live)
    await ok(live.call('POST', CATEGORY, { code: 'FOOD', name: 'Food' }))
    await ok(tests.call('PUT', 'order_catalogues/MENU', { organisations: [], minimum_amount: null }))
    await ok(tests.call('PUT', 'order_catalogues/LATE', { state: 'ACTIVE' }))
    await ok(tests.call('PUT', `${CATEGORY}/COFFEE`, { parent_id: null, products: [], name: 'Coffees' }))
    const promotion = await prepare()
    expect(promotion.problems).toEqual([])
    expect(became(named(promotion, 'ORDER_CATALOGUE', 'MENU'))).toEqual({
      organisations: [['HARBOUR'], []],
      minimum_amount: [2.5, null],
    })
    expect(named(promotion, 'ORDER_CATEGORY', 'FOOD')).toMatchObject({ of: 'MENU', change: 'ONLY_IN_LIVE' })
    await ok(apply(promotion))
    expect((await prepare()).changes).toMatchObject([{ code: 'FOOD', change: 'ONLY_IN_LIVE' }])
    expect(await ok(live.call('GET', 'order_catalogues/LATE'))).toMatchObject({ state: 'ACTIVE' })
    const { content } = await ok(live.call('GET', `${CATEGORY}?order=ASC`))
    expect(content).toMatchObject([
      { code: 'DRINKS', products: [{ product: { sku: 'TEA' } }] },
      { code: 'COFFEE', name: 'Coffees', products: [] },
      { code: 'FOOD' },
    ])
  })

  test('stay as they are when a category has changed since it was reviewed', async () => {
    await openMenus(tests)
    for (const sku of ['LATTE', 'TEA']) await product(live, sku)
    const promotion = await prepare()
    await ok(tests.call('PUT', `${CATEGORY}/COFFEE`, { priority: 9 }))
    const { status, body } = await apply(promotion)
    expect([status, body.parameters]).toEqual([400, ['digest', promotion.digest]])
    expect((await live.call('GET', 'order_catalogues/MENU')).status).toBe(400)
  })
})

describe('product groups', () => {
  test('come to LIVE mode by kind and code, but for those of which only a till has told', async () => {
    const enter = (at: Shop, body: object) => ok(at.call('POST', 'product_groups', body))
    await enter(tests, { kind: 'FAMILY', code: 'TIPS', name: 'Tips', earns: false })
    await enter(tests, { kind: 'BRAND', code: 'TIPS', name: 'Tip Top' })
    await enter(tests, { kind: 'TYPE', code: 'SOLD', name: 'Sold over the counter' })
    await enter(live, { kind: 'BRAND', code: 'TIPS', name: 'Tips' })
    const line = (group: object) => [{ sku: 'X', total_amount: 10, ...group }]
    await ok(tests.buy({ products: line({ product_family: { code: 'TILL', name: 'Till' } }) }))
    await ok(live.buy({ products: line({ product_type: { code: 'SOLD' } }) }))
    const promotion = await prepare()
    const groups = promotion.changes.filter(({ kind }: Change) => kind === 'PRODUCT_GROUP')
    expect(groups.map(({ of, code, change }: Change) => [of, code, change]).toSorted()).toEqual([
      ['BRAND', 'TIPS', 'CHANGED'],
      ['FAMILY', 'TIPS', 'ADDED'],
      ['TYPE', 'SOLD', 'ADDED'],
    ])
    expect(promotion.problems).toEqual([])
    await ok(apply(promotion))
    expect((await prepare()).changes).toEqual([])
    const { content } = await ok(live.call('GET', 'product_groups?code=TIPS&order=ASC'))
    expect(content).toMatchObject([
      { kind: 'BRAND', name: 'Tip Top', earns: true },
      { kind: 'FAMILY', name: 'Tips', earns: false },
    ])
    const sold = await ok(live.call('GET', 'product_groups?code=SOLD'))
    expect(sold.content).toMatchObject([{ name: 'Sold over the counter', source: 'MANUAL' }])
    const { content: acts } = await ok(live.call('GET', 'audit_log?operation=applyPromotion'))
    expect(acts[0].changes).toContainEqual({
      field: 'PRODUCT_GROUP BRAND TIPS name',
      before: 'Tips',
      after: 'Tip Top',
    })
  })
})
