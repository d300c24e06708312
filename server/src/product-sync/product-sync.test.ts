import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  shop = await openShop(server)
})
afterAll(() => server.stop())

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

async function send(body: unknown, headers?: Record<string, string>, by = shop): Promise<string> {
  const answer = await by.call('POST', 'synchronise_products', body, headers)
  expect(answer.status, answer.text).toBe(200)
  expect(answer.body).toEqual({ id: answer.body.process_id, process_id: expect.any(String) })
  return answer.body.id
}
const read = async (id: string, by = shop) => (await by.call('GET', `synchronise_products/${id}`)).body
const completes = (id: string, by = shop) =>
  vi.waitFor(
    async () => {
      const sync = await read(id, by)
      expect(sync.state).toBe('COMPLETED')
      return sync
    },
    { timeout: 30_000, interval: 50 },
  )
const sync = async (body: unknown, headers?: Record<string, string>) => completes(await send(body, headers))

/** Everything that is known of products and groups but ids, times and sources. */
async function shelves(by = shop) {
  const all = async (list: string) => {
    const pages: Record<string, unknown>[] = []
    for (let page = 1; ; page++) {
      const { body } = await by.call('GET', `${list}?size=100&page=${page}`)
      pages.push(...body.content)
      if (!body.paging.has_more) break
    }
    return pages
      .map(({ id: _, created_on: __, source: ___, ...rest }) => withoutIds(rest))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  return { products: await all('products'), groups: await all('product_groups') }
}
const withoutIds = (value: object): object =>
  JSON.parse(JSON.stringify(value, (name, each) => (name === 'id' ? undefined : each)))

const tea = {
  sku: 'TEA',
  name: 'Green tea',
  family: { name: 'Drinks' },
  brand: { code: 'ALP' },
  type: { code: 'FOOD', name: 'Food' },
  categories: [{ name: 'Hot' }],
  tax_rate: 19,
  price: { amount: 2.5 },
}
const call = {
  products: [tea, { sku: 'MUG', family: { code: 'WARE', name: 'Ware' }, is_active: false }],
  families: [{ code: 'DRK', name: 'Drinks' }],
  brands: [{ code: 'ALP', name: 'Alp', earns: false }],
  types: [],
}

describe('a synchronisation', () => {
  test('enters products, families, brands and types, and tells what came of them in the fields of the contract', async () => {
    const id = await send(call)
    const done = await completes(id)
    const now = Math.floor(server.clock.now.getTime() / 1_000)
    expect(done).toEqual({
      id,
      kind: 'PRODUCT_SYNC',
      state: 'COMPLETED',
      totals: { received: 4, created: 4, updated: 0, unchanged: 0, rejected: 0 },
      done: 4,
      started_on: now,
      heartbeat_on: now,
      completed_on: now,
      rejected: [],
    })
    expect((await shop.call('GET', `processes/${id}`)).body).toMatchObject(done)
    const [listed] = (await shop.call('GET', 'processes?kind=PRODUCT_SYNC')).body.content
    expect(listed).toMatchObject({
      id,
      totals: done.totals,
      total: 4,
      input: { products: 2, families: 1, brands: 1 },
    })
    expect((await shop.call('GET', 'products/TEA')).body).toMatchObject({
      ...tea,
      family: { code: 'DRK', name: 'Drinks' },
      brand: { code: 'ALP', name: 'Alp', earns: false },
      price: { amount: 2.5, currency_code: 'EUR', tax_model: 'TAX_INCLUSIVE' },
      source: 'SYNC',
    })
    expect((await shop.call('GET', 'products/MUG')).body).toMatchObject({ name: 'MUG', is_active: false })
  })

  test('of the same rows again changes nothing and says so; what a row leaves out stays', async () => {
    await sync(call)
    const before = await shelves()
    expect((await sync(call)).totals).toMatchObject({ created: 0, updated: 0, unchanged: 4 })
    const part = { products: [{ sku: 'TEA', brand: null }, { sku: 'MUG' }], brands: [{ code: 'ALP' }] }
    expect((await sync(part)).totals).toMatchObject({ updated: 1, unchanged: 2 })
    const after = await shelves()
    expect(after.groups).toEqual(before.groups)
    expect(after.products[1]).toEqual({ ...before.products[1], brand: null })
  })

  test('sent as a form does the same as sent as JSON', async () => {
    await sync(call)
    const other = await openShop(server)
    const form =
      'products[0][sku]=TEA&products.0.name=Green+tea&products[0][family][name]=Drinks&products[0][brand][code]=ALP' +
      '&products[0][type][code]=FOOD&products[0][type][name]=Food&products[0][categories][0][name]=Hot' +
      '&products[0][tax_rate]=19&products[0][price][amount]=2.50&products[1][sku]=MUG&products[1].family.code=WARE' +
      '&products[1][family][name]=Ware&products[1][is_active]=false&families[0][code]=DRK&families[0][name]=Drinks' +
      '&brands[0][code]=ALP&brands[0][name]=Alp&brands[0][earns]=false'
    const done = await completes(await send(form, FORM, other), other)
    expect(done.totals).toMatchObject({ created: 4, rejected: 0 })
    expect(await shelves(other)).toEqual(await shelves())
  })

  test('under an idempotency key is done once, as JSON and as a form', async () => {
    const key = { 'idempotency-key': 'sync-1' }
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => send({ products: [{ sku: 'A', tax_rate: 5 }] }, key)),
    )
    expect(others).toEqual([first, first])
    expect(await send('products[0][tax_rate]=5&products[0][sku]=A', { ...FORM, ...key })).toBe(first)
    const refused = await shop.call('POST', 'synchronise_products', { products: [{ sku: 'B' }] }, key)
    expect(refused.body.error).toBe('CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION')
    expect((await shop.call('GET', 'processes?include_total=true')).body.paging.total).toBe(1)
  })

  test('that is done is told as an event, once, with what came of it', async () => {
    const id = await send(call)
    await completes(id)
    await server.sendWebhooks()
    const { body } = await shop.call('GET', 'events?type=products.synchronised')
    expect(body.content).toHaveLength(1)
    expect(body.content[0]).toMatchObject({ type: 'products.synchronised', data: await read(id) })
  })

  test('of another business is not found', async () => {
    const id = await send(call)
    const other = await openShop(server)
    for (const path of ['processes/', 'synchronise_products/']) {
      expect((await other.call('GET', path + id)).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    }
    expect((await other.call('GET', `synchronise_products/${id}/rejected`)).status).toBe(400)
    await completes(id)
  })
})

describe('the order of rows', () => {
  // Names before the rows that give them codes, two names for one code, a code that only another product names.
  const rows = {
    families: Array.from({ length: 6 }, (_, index) => ({ code: `F${index}`, name: `Family ${index}` })),
    brands: [{ code: 'B0', name: 'Brand', earns: false }],
    types: [{ code: 'T0' }],
    products: [
      ...Array.from({ length: 600 }, (_, index) => ({
        sku: `P${index}`,
        name: `Product ${index}`,
        family: index % 2 === 0 ? { name: `Family ${index % 8}` } : { code: `F${index % 8}` },
        brand: index % 3 === 0 ? { name: 'Only here' } : { code: 'ONLY', name: 'Only here' },
        type: { code: 'TWICE', name: index % 5 === 0 ? 'Twice' : 'Zwei' },
      })),
      { sku: 'X', brand: { name: 'Brand' }, type: { name: 'T0' } },
    ],
  }
  const shuffled = <Row>(list: readonly Row[]) =>
    list
      .map((row) => ({ row, at: Math.random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ row }) => row)

  test('does not matter: shuffled, the same products and groups come of them', async () => {
    expect((await sync(rows)).totals).toMatchObject({ received: 609, created: 609, rejected: 0 })
    const expected = await shelves()
    expect(expected.products[0]).toMatchObject({
      brand: { code: 'ONLY', name: 'Only here' },
      type: { name: 'Twice' },
    })
    for (let time = 0; time < 3; time++) {
      const other = await openShop(server)
      const mixed = Object.fromEntries(
        shuffled(Object.entries(rows)).map(([list, all]): [string, unknown] => [list, shuffled<object>(all)]),
      )
      expect((await completes(await send(mixed, undefined, other), other)).totals.created).toBe(609)
      expect(await shelves(other)).toEqual(expected)
    }
  })

  test('matters for a SKU that comes twice: the later row is applied after the earlier', async () => {
    const twice = [
      { sku: 'A', name: 'First', description: 'kept' },
      { sku: 'A', name: 'Last' },
      { sku: 'A', name: 'Last' },
    ]
    const done = await sync({
      products: twice,
      families: [
        { code: 'F', name: 'One' },
        { code: 'F', name: 'Two' },
      ],
    })
    expect(done.totals).toEqual({ received: 5, created: 2, updated: 2, unchanged: 1, rejected: 0 })
    expect((await shop.call('GET', 'products/A')).body).toMatchObject({ name: 'Last', description: 'kept' })
  })
})

describe('a row that is wrong', () => {
  test('is refused by its place, the field, the value and what is needed, and leaves the others alone', async () => {
    await shop.call('POST', 'products', { sku: 'T1', name: 'T1', brand: { code: 'B1', name: 'Blue' } })
    await shop.call('POST', 'products', { sku: 'T2', name: 'T2', brand: { code: 'B2', name: 'Blue' } })
    const done = await sync({
      products: [
        { sku: 'GOOD' },
        { name: 'No SKU' },
        { sku: 'P', price: { amount: 2.555 } },
        { sku: 'N', famly: { name: 'x' }, name: '' },
        'a text',
        { sku: 'BLUE', brand: { name: 'Blue' }, family: { code: 'LEFT' } },
        { sku: 'NUL\u0000', name: 'x' },
        null,
        { sku: 'HALF\ud83d' },
        { sku: '\ud800' },
        { sku: '\ud801' },
        { sku: 'LONG', classification: '😀'.repeat(40) },
        { sku: 'ALSO GOOD 😀' },
      ],
      families: [{ name: 'No code' }, { code: 'OK' }],
    })
    expect(done.totals).toEqual({ received: 15, created: 3, updated: 0, unchanged: 0, rejected: 12 })
    const value = 'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION'
    const required = 'CRM.EXCEPTIONS.REQUIREDFIELDEXCEPTION'
    expect(done.rejected).toMatchObject([
      {
        index: 0,
        sku: null,
        error: required,
        message: 'families[0].code is missing; text is needed',
      },
      { index: 1, sku: null, error: required, parameters: ['products[1].sku'] },
      {
        index: 2,
        sku: 'P',
        error: value,
        message: 'products[2].price.amount is 2.555; at most 2 decimals are taken',
      },
      { index: 3, sku: 'N', error: value, message: expect.stringContaining('did you mean family?') },
      { index: 4, sku: null, error: value, message: expect.stringContaining('products[4] is "a text"') },
      {
        index: 5,
        sku: 'BLUE',
        error: 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION',
        parameters: ['brand', 'Blue'],
      },
      { index: 6, error: value, message: expect.stringContaining('products[6].sku') },
      { index: 7, sku: null, error: value },
      { index: 8, message: 'products[8].sku is a text with half a character; send whole characters' },
      { index: 9, error: value },
      { index: 10, error: value },
      { index: 11, sku: 'LONG', error: value },
    ])
    expect(done.rejected[3].message).toContain('products[3].name is ""')
    const { body } = await shop.call('GET', `synchronise_products/${done.id}/rejected?size=100`)
    expect(body.content.map(({ row }: { row: unknown }) => row)).toEqual([
      { name: 'No code' },
      { name: 'No SKU' },
      { sku: 'P', price: { amount: 2.555 } },
      { sku: 'N', famly: { name: 'x' }, name: '' },
      null,
      { sku: 'BLUE', brand: { name: 'Blue' }, family: { code: 'LEFT' } },
      ...Array(5).fill(null),
      { sku: 'LONG', classification: '😀'.repeat(40) },
    ])
    expect((await shop.call('GET', 'product_groups?code=LEFT')).body.content).toEqual([])
    for (const sku of ['GOOD', encodeURIComponent('ALSO GOOD 😀')])
      expect((await shop.call('GET', `products/${sku}`)).status).toBe(200)
  })

  test('among thousands is listed to the last: a thousand with the process, all of them in pages', async () => {
    const products = Array.from({ length: 1_300 }, (_, index) => ({
      sku: `S${index}`,
      tax_rate: index % 2 === 0 ? -1 : 'x',
    }))
    const id = await send({ products })
    const done = await completes(id)
    expect(done.totals.rejected).toBe(1_300)
    expect(done.rejected).toHaveLength(1_000)
    const { body } = await shop.call(
      'GET',
      `synchronise_products/${id}/rejected?size=100&page=13&include_total=true`,
    )
    expect(body.paging).toEqual({ page: 13, size: 100, total: 1_300, has_more: false })
    const row = { sku: 'S1299', tax_rate: 'x' }
    expect(body.content.at(-1)).toMatchObject({ index: 1_299, sku: 'S1299', row })
  })
})

describe('a call that cannot be taken', () => {
  test.each`
    body                                                              | message
    ${{}}                                                             | ${'products is missing; at least one list is needed'}
    ${{ products: {} }}                                               | ${'products is an object; a list of rows is needed'}
    ${{ product: [] }}                                                | ${'product is not a known field; did you mean products?'}
    ${{ products: Array(9_999).fill({}), brands: [{}, {}] }}          | ${'products is 10001 rows long with the other lists; at most 10,000 rows are taken in one call'}
    ${'products[10000][sku]=A'}                                       | ${'at most 10,000 rows are taken in one call'}
    ${'products[1][sku]=A'}                                           | ${'products is a form list with missing positions'}
    ${'products[0][sku]=A&products[0][sku]=B'}                        | ${'products[0].sku is sent twice'}
    ${'product[0][sku]=A'}                                            | ${'did you mean products?'}
    ${'sku=A'}                                                        | ${'sku is not a known field'}
    ${'[]'}                                                           | ${'body'}
    ${'{"products": [{"a":{"a":{"a":{"a":{"a":{"a":{"a":{}}}}}}}}]}'} | ${'nested deeper than 8 levels'}
    ${'{"products": ['}                                               | ${'not JSON'}
  `('is refused, naming what is needed: $message', async ({ body, message }) => {
    const isForm = typeof body === 'string' && !/^[{[]/.test(body)
    const refused = await shop.call('POST', 'synchronise_products', body, isForm ? FORM : {})
    expect(refused.status).toBe(400)
    expect(refused.body.detail).toContain(message)
  })

  test('because of its key is refused before it is received', async () => {
    const many = { products: Array(9_000).fill({ sku: 'A', description: 'x'.repeat(1_000) }) }
    expect((await shop.call('POST', 'synchronise_products', many, { api_key: 'none' })).status).toBe(401)
    expect((await shop.call('GET', 'processes')).body.content).toEqual([])
  })
})

test('an offer on a family applies to a product that was synchronised a moment ago', async () => {
  await shop.offer({
    ...tenPercent,
    code: 'TEA',
    conditions: [{ kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DRK' }] }],
  })
  const contact = await shop.shopper()
  const buy = async () => {
    const { body } = await shop.buy({ contact, products: [{ sku: 'TEA', total_amount: 10 }] })
    return body.rewards.award
  }
  expect(await buy()).toBe(0)
  for (const [family, award] of [
    ['DRK', 1],
    ['WARE', 0],
    ['DRK', 1],
  ] as const) {
    await sync({ products: [{ sku: 'TEA', family: { code: family } }] })
    expect(await buy()).toBe(award)
  }
  await sync({ families: [{ code: 'DRK', earns: false }] })
  expect(await buy()).toBe(0)
})

test('ten thousand rows are taken without keeping others waiting, and count up while they are applied', async () => {
  const products = Array.from({ length: 10_000 }, (_, index) => ({
    sku: `SKU-${index}`,
    name: `Product ${index}`,
    family: { code: `F${index % 50}`, name: `Family ${index % 50}` },
  }))
  const id = await send({ products })
  const seen = new Set<number>()
  for (;;) {
    const { state, done, totals } = await read(id)
    expect(done).toBe(totals.created + totals.updated + totals.unchanged + totals.rejected)
    seen.add(done)
    if (state === 'COMPLETED') break
    await sleep(20)
  }
  expect(seen.size).toBeGreaterThan(4)
  expect((await read(id)).totals).toMatchObject({ received: 10_000, created: 10_000 })
  expect((await sync({ products })).totals).toMatchObject({ unchanged: 10_000 })
})
