import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
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
  for (const [sku, name, amount] of [
    ['COF', 'Coffee', 2.5],
    ['TEA', 'Tea', 2],
    ['PIE', 'Pie', 4],
  ]) {
    await shop.call('POST', 'products', { sku, name, price: { amount }, tax_rate: 9 })
  }
})

const menu = async (body: object = {}) =>
  (await shop.call('POST', 'order_catalogues', { name: 'Lunch', ...body })).body
const category = async (catalogue: string, body: object) =>
  (await shop.call('POST', `order_catalogues/${catalogue}/categories`, body)).body
const namesOf = ({ body }: Answer) => body.content.map(({ name }: { name: string }) => name)
const list = async (query: string) => namesOf(await shop.call('GET', `order_catalogues?${query}`))

describe('what shoppers are told of what is in it', () => {
  const tagged = (sku: string, dietary_tags: unknown) =>
    shop.call('PUT', `products/${sku}/dietary_tags`, { dietary_tags })

  test('is set whole, told in one order wherever the product is shown, and is of its product alone', async () => {
    const { id } = await menu()
    const products = ['COF', 'TEA', 'PIE'].map((sku) => ({ sku }))
    await category(id, { name: 'All', products })
    expect((await tagged('PIE', ['CONTAINS_NUTS', 'VEGETARIAN', 'VEGETARIAN'])).body).toMatchObject({
      product: { sku: 'PIE', name: 'Pie' },
      dietary_tags: ['VEGETARIAN', 'CONTAINS_NUTS'],
    })
    const shown = async () =>
      Object.fromEntries(
        (await shop.call('GET', `order_catalogues/${id}/products`)).body.content.map(
          ({ sku, dietary_tags }: { sku: string; dietary_tags: string[] }) => [sku, dietary_tags],
        ),
      )
    expect(await shown()).toEqual({ COF: [], TEA: [], PIE: ['VEGETARIAN', 'CONTAINS_NUTS'] })
    const one = await shop.call('GET', `order_catalogues/${id}/products/PIE`)
    expect(one.body.dietary_tags).toEqual(['VEGETARIAN', 'CONTAINS_NUTS'])
    await tagged('PIE', ['VEGAN'])
    expect((await shop.call('GET', 'products/PIE/dietary_tags')).body.dietary_tags).toEqual(['VEGAN'])
    await tagged('PIE', [])
    expect((await shown()).PIE).toEqual([])
  })

  test('is one of the things that there are, of a product that there is', async () => {
    const refused = await tagged('PIE', ['TASTY'])
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'dietary_tags[0]'])
    expect((await tagged('NOTHING', ['VEGAN'])).body.parameters).toEqual(['product', 'NOTHING'])
    const other = await openShop(server)
    expect((await other.call('GET', 'products/PIE/dietary_tags')).status).toBe(400)
  })
})

describe('an order catalogue', () => {
  test('is kept with all that is told of it, as JSON and as a form', async () => {
    const picture = {
      url: 'https://pictures.example/lunch.jpg',
      usage_type: 'COVER',
      width: 800,
      height: 600,
    }
    const made = await shop.call('POST', 'order_catalogues', {
      name: 'Lunch',
      display_name: 'Lunch at the corner',
      description: 'From eleven',
      supply_methods: ['PICK_UP', 'DELIVERY'],
      time_availability: [{ day_of_week: 'MONDAY', start_time: '11:00', end_time: '15:00' }],
      organisations: ['MAIN'],
      minimum_amount: '5.00',
      creatives: [picture],
    })
    expect(made.status).toBe(200)
    expect(made.body).toMatchObject({
      code: 'LUNCH',
      display_name: 'Lunch at the corner',
      state: 'ACTIVE',
      supply_methods: ['DELIVERY', 'PICK_UP'],
      time_availability: [{ day_of_week: 'MONDAY', start_time: '11:00', end_time: '15:00' }],
      organisations: [{ id: shop.venue, name: 'Corner, Main St' }],
      minimum_amount: 5,
      creatives: [{ ...picture, sort_order: 1 }],
      is_pricing_table: false,
    })
    const form = await shop.call(
      'PUT',
      'order_catalogues/LUNCH',
      'name=Brunch&time_availability[0][day_of_week]=SUNDAY&minimum_amount=7.50&creatives[0][url]=https://x.example/a.png',
      { 'content-type': 'application/x-www-form-urlencoded' },
    )
    expect(form.body).toMatchObject({
      id: made.body.id,
      name: 'Brunch',
      code: 'LUNCH',
      display_name: 'Lunch at the corner',
      time_availability: [{ day_of_week: 'SUNDAY', start_time: null, end_time: null }],
      minimum_amount: 7.5,
      creatives: [{ url: 'https://x.example/a.png' }],
    })
    const cleared = await shop.call('PUT', 'order_catalogues/LUNCH', {
      display_name: null,
      minimum_amount: null,
    })
    expect(cleared.body).toMatchObject({ display_name: 'Brunch', minimum_amount: null })
    expect((await shop.call('GET', `order_catalogues/${made.body.id}`)).body).toEqual(cleared.body)
  })

  test('is found by its place, time, way of supply and name; hours follow the clock of the place', async () => {
    const other = await shop.call('POST', 'organisations', {
      type: 'VENUE',
      name: 'Harbour',
      code: 'HARBOUR',
      parent: { id: shop.merchant },
    })
    expect(other.status).toBe(200)
    const monday = (start_time: string, end_time: string) => [{ day_of_week: 'MONDAY', start_time, end_time }]
    await menu({ name: 'All' })
    await menu({ name: 'Main', organisations: ['MAIN'], time_availability: monday('13:00', '15:00') })
    await menu({ name: 'Corner', organisations: ['CORNER'], supply_methods: ['DELIVERY'] })
    await menu({ name: 'Night', organisations: ['HARBOUR'], time_availability: monday('22:00', '02:00') })
    await menu({ name: 'Away', state: 'INACTIVE' })
    const at = (time: string) => new Date(time).getTime() / 1_000
    expect(await list('order=ASC')).toEqual(['All', 'Main', 'Corner', 'Night'])
    expect(await list('state=INACTIVE')).toEqual(['Away'])
    expect(await list('fulfilled_by=MAIN&order=ASC')).toEqual(['All', 'Main', 'Corner'])
    expect(await list('fulfilled_by=HARBOUR&sort=NAME&order=ASC')).toEqual(['All', 'Corner', 'Night'])
    expect(await list('supply_method=PICK_UP&fulfilled_by=MAIN&order=ASC')).toEqual(['All', 'Main'])
    expect(
      await list(`fulfilled_by=MAIN&supply_method=PICK_UP&ordering_time=${at('2026-11-23T12:59:59Z')}`),
    ).toEqual(['Main', 'All'])
    expect(
      await list(`fulfilled_by=MAIN&supply_method=PICK_UP&ordering_time=${at('2026-11-23T13:00:00Z')}`),
    ).toEqual(['All'])
    // Monday's night goes on in the first hours of Tuesday, in Nicosia.
    expect(await list(`search_value=ight&ordering_time=${at('2026-11-23T23:59:00Z')}`)).toEqual(['Night'])
    expect(await list(`search_value=ight&ordering_time=${at('2026-11-24T00:00:00Z')}`)).toEqual([])
    expect(await list('order_catalog_ids=ALL,NIGHT&include_total=true')).toEqual(['Night', 'All'])
    const paged = await shop.call('GET', 'order_catalogues?order=ASC&size=2&page=2&include_total=true')
    expect(namesOf(paged)).toEqual(['Corner', 'Night'])
    expect(paged.body.paging).toEqual({ page: 2, size: 2, total: 4, has_more: false })
  })

  test('of another venue is not seen by a key of one venue, which changes none', async () => {
    await shop.call('POST', 'organisations', { type: 'MERCHANT', name: 'Other', code: 'OTHER' })
    await menu({ name: 'Ours', organisations: ['MAIN'] })
    await menu({ name: 'Theirs', organisations: ['OTHER'] })
    const { body } = await shop.call('POST', 'api_keys', {
      name: 'corner',
      scopes: ['orders:read', 'orders:configure'],
      organisation: { id: shop.merchant },
    })
    const asked = { api_key: body.key }
    expect(namesOf(await shop.call('GET', 'order_catalogues', undefined, asked))).toEqual(['Ours'])
    const hidden = await shop.call('GET', 'order_catalogues/THEIRS', undefined, asked)
    expect([hidden.status, hidden.body.parameters]).toEqual([400, ['order_catalogue', 'THEIRS']])
    const refused = await shop.call('PUT', 'order_catalogues/OURS', { name: 'Mine' }, asked)
    expect(refused.status).toBe(403)
  })

  test('is removed once, frees its code, and stays removed', async () => {
    const { id } = await menu()
    expect((await shop.call('POST', 'order_catalogues', { name: 'Lunch' })).body.error).toContain(
      'ALREADYEXISTS',
    )
    for (let times = 0; times < 2; times++) {
      const { status, body } = await shop.call('DELETE', `order_catalogues/${id}`)
      expect([status, body]).toEqual([200, { id }])
    }
    expect((await shop.call('GET', `order_catalogues/${id}`)).status).toBe(400)
    expect((await menu()).id).not.toBe(id)
  })

  test.each`
    field                                | body
    ${'organisation'}                    | ${{ organisations: ['NOBODY'] }}
    ${'minimum_amount'}                  | ${{ minimum_amount: '1.234' }}
    ${'creatives[0].url'}                | ${{ creatives: [{ url: 'javascript:alert(1)' }] }}
    ${'time_availability[0].start_time'} | ${{ time_availability: [{ day_of_week: 'MONDAY', start_time: '25:00' }] }}
  `('with a wrong $field is refused, naming it', async ({ field, body }) => {
    const { status, body: refused } = await shop.call('POST', 'order_catalogues', { name: 'Wrong', ...body })
    expect(status).toBe(400)
    expect(JSON.stringify([refused.parameters, refused.field_errors])).toContain(field)
  })
})

describe('categories', () => {
  test('stand in a tree with their products, each in the order that the shop wants', async () => {
    const { id } = await menu()
    const food = await category(id, { name: 'Food', priority: 2, products: [{ sku: 'PIE' }] })
    const drinks = await category(id, { name: 'Drinks', priority: 1 })
    const hot = await category(id, {
      name: 'Hot',
      parent_id: drinks.id,
      products: [{ sku: 'TEA' }, { id: 'COF' }],
    })
    expect(hot).toMatchObject({
      code: 'HOT',
      parent: { id: drinks.id, name: 'Drinks' },
      child_nodes: 0,
      products: [
        { product: { name: 'Tea', sku: 'TEA' }, priority: 1 },
        { product: { name: 'Coffee', sku: 'COF' }, priority: 2 },
      ],
    })
    const read = async (query: string) => shop.call('GET', `order_catalogues/LUNCH/categories?${query}`)
    const shown = await read('sort=PRIORITY&order=ASC')
    expect(shown.body.content).toMatchObject([
      { id: drinks.id, child_nodes: 1, products: [] },
      { id: food.id, child_nodes: 0 },
    ])
    expect(namesOf(await read('parent_id=DRINKS'))).toEqual(['Hot'])
    expect(namesOf(await read('return_all=true&order=ASC&size=1'))).toEqual(['Food', 'Drinks', 'Hot'])
    expect(namesOf(await read('search_value=ho'))).toEqual(['Hot'])

    const changed = await shop.call('PUT', `order_catalogues/LUNCH/categories/HOT`, {
      products: [{ sku: 'COF' }, { sku: 'TEA', priority: 9 }, { sku: 'COF' }],
    })
    expect(changed.body.products).toMatchObject([
      { product: { sku: 'COF' }, priority: 1 },
      { product: { sku: 'TEA' }, priority: 9 },
    ])
  })

  test('never stand below themselves, also when two are put below each other at once', async () => {
    const { id } = await menu()
    const one = await category(id, { name: 'One' })
    const two = await category(id, { name: 'Two' })
    const put = (name: string, parent_id: string) =>
      shop.call('PUT', `order_catalogues/LUNCH/categories/${name}`, { parent_id })
    const answers = await Promise.all([put('ONE', two.id), put('TWO', one.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect((await put('ONE', 'ONE')).body.field_errors[0].path).toBe('parent_id')
  })

  test('go with all below them, and again the same', async () => {
    const { id } = await menu()
    const top = await category(id, { name: 'Top' })
    await category(id, { name: 'Below', parent_id: 'TOP', products: [{ sku: 'TEA' }] })
    for (let times = 0; times < 2; times++) {
      const { status, body } = await shop.call('DELETE', `order_catalogues/LUNCH/categories/${top.id}`)
      expect([status, body]).toEqual([200, { id: top.id }])
    }
    expect(namesOf(await shop.call('GET', 'order_catalogues/LUNCH/categories?return_all=true'))).toEqual([])
    expect(namesOf(await shop.call('GET', 'order_catalogues/LUNCH/products'))).toEqual([])
  })

  test('of another catalogue are not found in this one', async () => {
    const { id } = await menu()
    await menu({ name: 'Dinner' })
    const there = await category(id, { name: 'Here' })
    const asked = await shop.call('PUT', `order_catalogues/DINNER/categories/${there.id}`, { name: 'x' })
    expect(asked.body.parameters).toEqual(['order_category', there.id])
    const placed = await shop.call('POST', 'order_catalogues/DINNER/categories', {
      name: 'x',
      products: [{ sku: 'NOT-KNOWN' }],
    })
    expect(placed.body.parameters).toEqual(['product', 'NOT-KNOWN'])
  })
})

describe('the products of a catalogue', () => {
  test('are told with their prices and pictures, those that are not offered any more left out', async () => {
    const creatives = [{ url: 'https://pictures.example/coffee.jpg', caption: 'Coffee' }]
    await shop.call('PUT', 'products/COF', { creatives, family: { code: 'HOT', name: 'Hot drinks' } })
    await menu({ state: 'INACTIVE' })
    const drinks = await category('LUNCH', { name: 'Drinks', products: [{ sku: 'COF' }] })
    await category('LUNCH', { name: 'Hot', parent_id: 'DRINKS', products: [{ sku: 'TEA' }] })
    await category('LUNCH', { name: 'Food', products: [{ sku: 'PIE' }] })
    const read = async (query = '') => shop.call('GET', `order_catalogues/LUNCH/products?order=ASC&${query}`)
    const all = await read('include_total=true')
    expect(all.body.paging.total).toBe(3)
    expect(all.body.content[0]).toMatchObject({
      sku: 'COF',
      type_composition: 'FLAT',
      tax_rate: 9,
      number_of_prices: 1,
      pricing: [{ price: 2.5, currency_code: 'EUR', is_default: true, tax_model: 'TAX_INCLUSIVE' }],
      creatives: [{ url: 'https://pictures.example/coffee.jpg', caption: 'Coffee', sort_order: 1 }],
    })
    expect(namesOf(await read('order_category_id=DRINKS'))).toEqual(['Coffee', 'Tea'])
    expect(namesOf(await read('family_id=HOT'))).toEqual(['Coffee'])
    expect(namesOf(await read('product_skus=PIE,NONE'))).toEqual(['Pie'])
    expect((await read('currency=USD')).body.content[0].pricing).toEqual([])
    const one = await shop.call('GET', 'order_catalogues/LUNCH/products/COF')
    expect(one.body).toMatchObject({
      family: { name: 'Hot drinks' },
      brand: null,
      categories: [{ id: drinks.id, name: 'Drinks' }],
    })
    await shop.call('PUT', 'products/COF', { is_active: false })
    expect(namesOf(await read('order_category_id=DRINKS'))).toEqual(['Tea'])
    expect((await shop.call('GET', 'order_catalogues/LUNCH/products/COF')).body.parameters).toEqual([
      'product',
      'COF',
    ])
  })
})
