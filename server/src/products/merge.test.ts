import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let other: string
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  other = await server.another()
})
// A till has sold "LATTE 0,3" since before anybody entered LATTE.
beforeEach(async () => {
  shop = await openShop(server)
  await shop.call('POST', 'products', { sku: 'LATTE', name: 'Latte', family: { code: 'COFFEE' } })
  await shop.buy({ products: [line('LATTE 0,3')] })
})
afterAll(() => server.stop())

const line = (sku: string, total = '10.00', rest: object = {}) => ({
  sku,
  total_amount: total,
  quantity: 1,
  ...rest,
})
const target = (code: string, type = 'SKU') => ({
  conditions: [{ kind: 'PRODUCTS', products: [{ type, code }] }],
})
const merge = (id: string, into: string, by = shop) =>
  by.call('POST', `products/${encodeURIComponent(id)}/merge`, { into })
const awarded = async (sku: string, contact: string) => {
  const { body } = await shop.buy({ contact, products: [line(sku)] })
  return body.awards.map((award: { offer: { name: string } }) => award.offer.name).toSorted()
}
const skus = async (query: string) =>
  (await shop.call('GET', `products?order=ASC&${query}`)).body.content.map(({ sku }: { sku: string }) => sku)

describe('a product that is merged', () => {
  test('is the other from then on, by its SKU and by its id, and the merge that is repeated answers the same', async () => {
    const { id } = (await shop.call('GET', 'products/LATTE%200,3')).body
    const merged = await merge('LATTE 0,3', 'LATTE')
    expect(merged).toMatchObject({
      status: 200,
      body: { sku: 'LATTE', merged_skus: ['LATTE 0,3'], source: 'MANUAL' },
    })
    for (const again of [merge('LATTE 0,3', 'LATTE'), merge(id, merged.body.id), merge(id, 'LATTE 0,3')]) {
      expect(await again).toMatchObject({ status: 200, text: merged.text })
    }
    for (const name of ['LATTE%200,3', id]) {
      expect((await shop.call('GET', `products/${name}`)).text).toBe(merged.text)
    }
    expect(await skus('')).toEqual(['LATTE'])
    expect(await skus(`sku=${encodeURIComponent('LATTE 0,3')}`)).toEqual(['LATTE'])
    expect(await skus(`search_value=${encodeURIComponent('e 0,3')}`)).toEqual(['LATTE'])
  })

  test('earns what the offers for the other give, and goes on to earn what is named for itself', async () => {
    await shop.offer({ ...tenPercent, name: 'Family', ...target('COFFEE', 'FAMILY'), on_top: true })
    await shop.offer({ ...tenPercent, name: 'Latte', ...target('LATTE'), on_top: true })
    await shop.offer({ ...tenPercent, name: 'Taught', ...target('LATTE 0,3'), on_top: true })
    const contact = await shop.shopper()
    expect(await awarded('LATTE 0,3', contact)).toEqual(['Taught'])
    await merge('LATTE 0,3', 'LATTE')
    expect(await awarded('LATTE 0,3', contact)).toEqual(['Family', 'Latte', 'Taught'])
    expect(await awarded('LATTE', contact)).toEqual(['Family', 'Latte'])
    expect(await shop.verify()).toEqual([])
  })

  test('counts on towards a goal that it began under its own name', async () => {
    await shop.offer({
      name: 'Every 25.00',
      award: { kind: 'FIXED', amount: '2.00' },
      progress: { of: 'AMOUNT', target: '25.00', period: 'MONTH' },
      conditions: [
        {
          kind: 'PRODUCTS',
          products: [
            { type: 'SKU', code: 'LATTE 0,3' },
            { type: 'SKU', code: 'LATTE' },
          ],
        },
      ],
    })
    const contact = await shop.shopper()
    await shop.buy({ contact, products: [line('LATTE 0,3')] })
    await merge('LATTE 0,3', 'LATTE')
    await shop.buy({ contact, products: [line('LATTE 0,3')] })
    expect(await shop.balance(contact)).toBe(0)
    const last = await shop.buy({ contact, products: [line('LATTE')] })
    expect(await shop.balance(contact)).toBe(2)
    await shop.call('POST', `purchases/${last.body.id}/cancel`, {})
    expect(await shop.balance(contact)).toBe(0)
  })

  test('pays where commerce money may be spent on the other', async () => {
    const pool = await shop.call('POST', 'commerce_pools', {
      name: 'Coffee',
      code: 'CP',
      products: [{ type: 'SKU', code: 'LATTE' }],
    })
    expect(pool.status, pool.text).toBe(200)
    await shop.offer({ award: { kind: 'FIXED', amount: '3.00' }, commerce_pool: { code: 'CP' } })
    const contact = await shop.shopper()
    await shop.buy({ contact, products: [line('BUN')] })
    const before = await shop.buy({ contact, products: [line('LATTE 0,3')], spend: 3 })
    expect(before.body.rewards.spend).toBe(0)
    await merge('LATTE 0,3', 'LATTE')
    const after = await shop.buy({ contact, products: [line('LATTE 0,3')], spend: 3 })
    expect(after.body.rewards.spend).toBe(3)
  })

  test('leaves what was sold before as it reads, is repeated and is returned, by the SKU of the till', async () => {
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const sold = { contact, reference: 'OLD', products: [line('LATTE 0,3', '10.00', { quantity: 2 })] }
    const old = await shop.buy(sold)
    const read = () => shop.call('GET', `purchases/${old.body.id}`)
    const before = await read()
    await merge('LATTE 0,3', 'LATTE')
    expect((await read()).text).toBe(before.text)
    expect((await shop.buy(sold)).text).toBe(old.text)
    // The same in other words, so that it is compared field by field.
    expect((await shop.buy({ ...sold, notes: 'again' })).body.id).toBe(old.body.id)
    const back = (id: string, sku: string) =>
      shop.call('POST', `purchases/${id}/returns`, { products: [{ sku, quantity: 1 }] })
    expect((await back(old.body.id, 'LATTE 0,3')).status).toBe(200)
    const fresh = await shop.buy({ ...sold, reference: 'NEW' })
    const merged = (await shop.call('GET', `purchases/${fresh.body.id}`)).body
    expect(merged.products[0].product_sku).toMatchObject({ sku: 'LATTE 0,3', leads_to: 'LATTE' })
    expect((await back(fresh.body.id, 'LATTE 0,3')).status).toBe(200)
    expect((await back(fresh.body.id, 'LATTE')).status).toBe(200)
    expect(await shop.verify()).toEqual([])
  })

  test('is judged again from history as it was judged, before and after', async () => {
    await shop.offer({ ...tenPercent, name: 'Latte', ...target('LATTE') })
    const contact = await shop.shopper()
    await shop.buy({ contact, products: [line('LATTE 0,3')] })
    await merge('LATTE 0,3', 'LATTE')
    await shop.buy({ contact, products: [line('LATTE 0,3'), line('TIP', '0.00')] })
    const replay = await shop.call('POST', 'reward_offers/replay', {})
    const report = await vi.waitFor(
      async () => {
        const { body } = await shop.call('GET', `processes/${replay.body.id}`)
        expect(body.state).toBe('COMPLETED')
        return body.result
      },
      { timeout: 20_000, interval: 100 },
    )
    expect(report).toMatchObject({ different: 0, recorded: 1, replayed: 1 })
  })

  test('is the other in orders and menus', async () => {
    await shop.call('POST', 'order_catalogues', { name: 'Lunch', code: 'LUNCH' })
    const category = await shop.call('POST', 'order_catalogues/LUNCH/categories', {
      name: 'Hot',
      products: [{ sku: 'LATTE 0,3' }],
    })
    expect(category.status, category.text).toBe(200)
    await merge('LATTE 0,3', 'LATTE')
    const { body } = await shop.call('GET', 'order_catalogues/LUNCH/categories')
    expect(JSON.stringify(body.content[0].products)).toContain('"Latte"')
    const order = await shop.call('POST', 'orders', {
      contact: { code: await shop.shopper() },
      supply_method: 'PICK_UP',
      fulfilled_by: shop.venue,
      items: [{ sku: 'LATTE 0,3', price: '3.00' }],
    })
    expect(order.status, order.text).toBe(201)
    const placed = (await shop.call('GET', `orders/${order.body.id}`)).body
    expect(placed.items[0].product).toMatchObject({ sku: 'LATTE', name: 'Latte' })
  })

  test('is told of no more by rows and requests that use its SKU', async () => {
    await merge('LATTE 0,3', 'LATTE')
    const taken = await shop.call('POST', 'products', { sku: 'LATTE 0,3', name: 'Own' })
    expect(taken.body).toMatchObject({ error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION' })
    const { id } = (
      await shop.call('POST', 'synchronise_products', {
        products: [
          { sku: 'LATTE 0,3', name: 'Own' },
          { sku: 'LATTE', name: 'Caffè latte' },
        ],
      })
    ).body
    const sync = await vi.waitFor(
      async () => {
        const read = (await shop.call('GET', `synchronise_products/${id}`)).body
        expect(read.state).toBe('COMPLETED')
        return read
      },
      { timeout: 20_000, interval: 50 },
    )
    expect(sync).toMatchObject({
      totals: { updated: 1, rejected: 1 },
      rejected: [{ index: 0, sku: 'LATTE 0,3', message: expect.stringContaining('leads to "LATTE"') }],
    })
    await shop.call('PUT', 'products/LATTE%200,3', { description: 'With milk' })
    expect((await shop.call('GET', 'products/LATTE')).body).toMatchObject({
      name: 'Caffè latte',
      description: 'With milk',
    })
  })
})

describe('a merge', () => {
  test('is refused where it would lose a product that somebody entered, or lead nowhere', async () => {
    await shop.call('POST', 'products', { sku: 'MOCHA', name: 'Mocha' })
    await shop.buy({ products: [line('UNKNOWN')] })
    await merge('LATTE 0,3', 'LATTE')
    const refused = async (id: string, into: string) => {
      const { status, body } = await merge(id, into)
      return [status, body.error.split('.')[2], body.parameters]
    }
    expect(await refused('MOCHA', 'LATTE')).toEqual([
      400,
      'INVALIDSTATEEXCEPTION',
      ['product', 'MOCHA', 'MANUAL'],
    ])
    expect(await refused('UNKNOWN', 'UNKNOWN')).toEqual([400, 'INVALIDVALUEEXCEPTION', ['into', 'UNKNOWN']])
    await shop.buy({ products: [line('UNKNOWN 2')] })
    expect(await refused('UNKNOWN', 'UNKNOWN 2')).toEqual([
      400,
      'INVALIDSTATEEXCEPTION',
      ['product', 'UNKNOWN 2', 'PURCHASE'],
    ])
    expect(await refused('LATTE 0,3', 'MOCHA')).toEqual([
      400,
      'INVALIDSTATEEXCEPTION',
      ['product', 'LATTE 0,3', 'PURCHASE'],
    ])
    expect(await refused('NOPE', 'LATTE')).toEqual([400, 'NOTFOUNDEXCEPTION', ['product', 'NOPE']])
    expect(await refused('UNKNOWN', 'NOPE')).toEqual([400, 'NOTFOUNDEXCEPTION', ['product', 'NOPE']])
    const stranger = await openShop(server)
    expect((await merge('LATTE 0,3', 'LATTE', stranger)).body.error).toContain('NOTFOUND')
  })

  test('is into one product, however many are asked for at once, and no purchase of the time is lost or judged by half', async () => {
    await shop.call('POST', 'products', { sku: 'MOCHA', name: 'Mocha', family: { code: 'CHOCOLATE' } })
    await shop.offer({ ...tenPercent, name: 'Coffee', ...target('COFFEE', 'FAMILY'), on_top: true })
    await shop.offer({ ...tenPercent, name: 'Latte', ...target('LATTE'), on_top: true })
    await shop.offer({ ...tenPercent, name: 'Chocolate', ...target('CHOCOLATE', 'FAMILY'), on_top: true })
    await shop.offer({ ...tenPercent, name: 'Mocha', ...target('MOCHA'), on_top: true })
    const contact = await shop.shopper()
    const buy = (index: number) =>
      ask(index % 2 === 0 ? server.url : other, shop.key, {
        method: 'POST',
        path: 'purchases',
        body: {
          reference_number: `RACE-${index}`,
          contact: { code: contact },
          organisation: { venue_tap: { code: 'V1' } },
          transaction_amounts: { total: '10.00' },
          products: [line('LATTE 0,3')],
        },
      })
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, index): Promise<Answer> => {
        if (index % 5 !== 2) return buy(index)
        return merge('LATTE 0,3', index % 2 === 0 ? 'LATTE' : 'MOCHA')
      }),
    )
    const merges = all.filter((_, index) => index % 5 === 2)
    const won = new Set(merges.flatMap(({ status, body }) => (status === 200 ? [body.sku] : [])))
    expect(won.size).toBe(1)
    expect(merges.filter(({ status }) => status === 400)).toHaveLength(4)
    const [sku] = won
    const whole = sku === 'LATTE' ? ['Coffee', 'Latte'] : ['Chocolate', 'Mocha']
    for (const { status, body, text } of all.filter((_, index) => index % 5 !== 2)) {
      expect(status, text).toBe(200)
      const names = body.awards.map((award: { offer: { name: string } }) => award.offer.name).toSorted()
      expect([[], whole]).toContainEqual(names)
    }
    for (const index of [100, 101]) expect((await buy(index)).body.awards).toHaveLength(2)
    expect(await shop.verify()).toEqual([])
  })
})

test('the list tells what tills taught from what is known, and merged ones no more', async () => {
  await shop.buy({ products: [line('UNKNOWN')] })
  expect(await skus('learnt=true')).toEqual(['LATTE 0,3', 'UNKNOWN'])
  expect(await skus('learnt=false')).toEqual(['LATTE'])
  await merge('LATTE 0,3', 'LATTE')
  expect(await skus('learnt=true&include_total=true')).toEqual(['UNKNOWN'])
  await shop.call('PUT', 'products/LATTE', {
    is_active: false,
    type_composition: 'FLAT',
    classification: 'USAGE_SERVICE',
  })
  for (const filter of [
    'is_active=false',
    'type_composition=FLAT',
    'classification=USAGE_SERVICE',
    'family=COFFEE',
  ]) {
    expect(await skus(filter), filter).toEqual(['LATTE'])
  }
})
