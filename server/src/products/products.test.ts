import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { readRevisions } from '../events/index.ts'
import { upsertProducts } from './index.ts'

let server: TestServer
let shop: TestBusiness

beforeAll(async () => {
  server = await startServer()
  shop = await server.business()
})
afterAll(() => server.stop())

const espresso = {
  sku: 'ESP-1',
  name: 'Espresso',
  description: 'A short one',
  family: { code: 'COF', name: 'Coffee' },
  brand: { name: 'House' },
  type: { name: 'Drink' },
}

describe('a product', () => {
  test('is entered with groups that are made, and found by id and by SKU', async () => {
    const made = await shop.call('POST', 'products', espresso)
    expect(made).toMatchObject({
      status: 200,
      body: {
        sku: 'ESP-1',
        name: 'Espresso',
        description: 'A short one',
        family: { code: 'COF', name: 'Coffee' },
        brand: { code: 'House', name: 'House' },
        type: { code: 'Drink', name: 'Drink' },
        source: 'MANUAL',
        earns: true,
        created_on: Math.floor(server.clock.now.getTime() / 1_000),
      },
    })
    expect((await shop.call('GET', `products/${made.body.id}`)).body).toEqual(made.body)
    expect((await shop.call('GET', 'products/ESP-1')).body).toEqual(made.body)
  })

  test('joins the group that has the name, whatever its code', async () => {
    const made = await shop.call('POST', 'products', {
      sku: 'ESP-2',
      name: 'Doppio',
      family: { name: 'Coffee' },
    })
    expect(made.body.family).toMatchObject({ code: 'COF', name: 'Coffee' })
  })

  test('is not told apart by a name that two groups have', async () => {
    const own = await server.business()
    await own.call('POST', 'products', { sku: 'A', name: 'A', brand: { code: 'B1', name: 'Blue' } })
    await own.call('POST', 'products', { sku: 'B', name: 'B', brand: { code: 'B2', name: 'Blue' } })
    const refused = await own.call('POST', 'products', { sku: 'C', name: 'C', brand: { name: 'Blue' } })
    expect(refused).toMatchObject({
      status: 400,
      body: { error: 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION', parameters: ['brand', 'Blue'] },
    })
  })

  test('cannot be entered twice', async () => {
    const refused = await shop.call('POST', 'products', espresso)
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['sku', 'ESP-1'],
      field_errors: [{ path: 'sku', code: 'taken' }],
    })
  })

  test('is entered once when twenty requests enter it at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        shop.call('POST', 'products', { sku: 'RACE', name: 'Race', family: { name: 'Races' } }),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(19)
  })

  test('of another business is not found', async () => {
    const other = await server.business()
    const { body } = await shop.call('GET', 'products/ESP-1')
    for (const id of ['ESP-1', body.id]) {
      const answer = await other.call('GET', `products/${id}`)
      expect(answer.status).toBe(400)
      expect(answer.body).toMatchObject({
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        parameters: ['product', id],
      })
    }
  })

  test.each`
    length | error
    ${150} | ${'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'}
    ${300} | ${'CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION'}
  `('asked for by $length characters is answered with the error body', async ({ length, error }) => {
    const answer = await shop.call('GET', `products/${'x'.repeat(length)}`)
    expect(answer).toMatchObject({ status: 400, body: { error } })
  })

  test('is refused with every field that is wrong', async () => {
    const refused = await shop.call('POST', 'products', { name: '', famly: {}, brand: {} })
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors).toMatchObject([
      { path: 'sku', code: 'required' },
      { path: 'name', code: 'invalid' },
      { path: 'brand', code: 'invalid' },
      { path: 'famly', code: 'unknown_field', message: expect.stringContaining('did you mean family') },
    ])
  })

  test('earns unless it is entered as one that does not', async () => {
    const tip = await shop.call('POST', 'products', { sku: 'TIP', name: 'Tip', earns: false })
    expect(tip).toMatchObject({ status: 200, body: { earns: false } })
    expect((await shop.call('GET', 'products/TIP')).body).toEqual(tip.body)
    const refused = await shop.call('POST', 'products', { sku: 'FEE', name: 'Fee', earns: 'no' })
    expect(refused.body.field_errors).toMatchObject([{ path: 'earns', code: 'invalid' }])
  })

  test('comes as a form just as well', async () => {
    const form = 'sku=FORM-1&name=Form&earns=false&family[code]=F1&family[name]=Forms'
    const made = await shop.call('POST', 'products', form, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(made).toMatchObject({
      status: 200,
      body: { sku: 'FORM-1', earns: false, family: { code: 'F1', name: 'Forms' } },
    })
  })
})

describe('a change of a product', () => {
  test('keeps what it leaves out, clears what is null, and tells processes that hold it', async () => {
    const before = await revision()
    const changed = await shop.call('PUT', 'products/ESP-2', { description: 'Two shots', family: null })
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Doppio', description: 'Two shots', family: null },
    })
    expect(await revision()).toBe(before + 1n)
  })

  test('that changes nothing leaves processes in peace', async () => {
    const before = await revision()
    const again = await shop.call('PUT', 'products/ESP-2', { description: 'Two shots' })
    expect(again.status).toBe(200)
    expect(await revision()).toBe(before)
  })

  test('may stop it from earning; what leaves that out, many at once too, keeps it so', async () => {
    const before = await revision()
    const stopped = await shop.call('PUT', 'products/ESP-2', { earns: false })
    expect(stopped).toMatchObject({ status: 200, body: { name: 'Doppio', earns: false } })
    expect(await revision()).toBe(before + 1n)
    await shop.call('PUT', 'products/ESP-2', { description: 'Two shots more' })
    await shop.work((work) => upsertProducts(work, [{ sku: 'ESP-2', name: 'Double' }]))
    expect((await shop.call('GET', 'products/ESP-2')).body).toMatchObject({ name: 'Double', earns: false })
    const upserted = await shop.work((work) =>
      upsertProducts(work, [{ sku: 'ESP-2', name: 'Doppio', earns: true }]),
    )
    expect(upserted).toEqual({ created: 0, updated: 1, unchanged: 0 })
    expect((await shop.call('GET', 'products/ESP-2')).body).toMatchObject({ earns: true })
  })

  test('may give a new SKU, unless another product has it', async () => {
    await shop.call('POST', 'products', { sku: 'OLD', name: 'Old' })
    expect((await shop.call('PUT', 'products/OLD', { sku: 'NEW' })).body).toMatchObject({
      sku: 'NEW',
      name: 'Old',
    })
    const refused = await shop.call('PUT', 'products/NEW', { sku: 'ESP-1' })
    expect(refused.body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')
  })

  const revision = () =>
    shop.work(async ({ sql, actor }) => (await readRevisions(sql, [actor.tenant]))[0]?.products ?? 0n)
})

describe('the list of products', () => {
  let own: TestBusiness
  beforeAll(async () => {
    own = await server.business()
    await own.work((work) =>
      upsertProducts(work, [
        { sku: 'milk', name: 'Milk 100%', family: { code: 'dairy' }, brand: { code: 'alp' } },
        { sku: 'cheese', name: 'Cheese', family: { code: 'dairy' }, type: { code: 'food' } },
        { sku: 'bread', name: 'Bread', family: { code: 'bakery' }, earns: false },
      ]),
    )
  })

  test.each`
    query                        | skus
    ${''}                        | ${'bread cheese milk'}
    ${'?order=ASC'}              | ${'milk cheese bread'}
    ${'?family=dairy'}           | ${'cheese milk'}
    ${'?family=dairy&brand=alp'} | ${'milk'}
    ${'?type=food'}              | ${'cheese'}
    ${'?sku=bread'}              | ${'bread'}
    ${'?search_value=EES'}       | ${'cheese'}
    ${'?search_value=100%25'}    | ${'milk'}
    ${'?search_value=1%25%25'}   | ${''}
    ${'?source=PURCHASE'}        | ${''}
    ${'?earns=false'}            | ${'bread'}
    ${'?earns=true'}             | ${'cheese milk'}
    ${'?size=2'}                 | ${'bread cheese'}
    ${'?size=2&page=2'}          | ${'milk'}
  `('asked with $query has $skus', async ({ query, skus }) => {
    const { body } = await own.call('GET', `products${query}`)
    expect(body.content.map(({ sku }: { sku: string }) => sku).join(' ')).toBe(skus)
  })

  test('counts only when asked, and says whether there is more', async () => {
    const plain = await own.call('GET', 'products?size=2')
    expect(plain.body.paging).toEqual({ page: 1, size: 2, total: null, has_more: true })
    const counted = await own.call('GET', 'products?size=2&page=2&include_total=true')
    expect(counted.body.paging).toEqual({ page: 2, size: 2, total: 3, has_more: false })
  })

  test('refuses a filter that it does not know, naming the one that is meant', async () => {
    const refused = await own.call('GET', 'products?brnd=alp')
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0].message).toContain('did you mean brand')
  })
})

test('10,000 products are entered in a few statements, and again without a change', async () => {
  const own = await server.business()
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    sku: `SKU-${index}`,
    name: `Product ${index}`,
    family: { code: `F${index % 50}`, name: `Family ${index % 50}` },
    type: { name: 'Grocery' },
  }))
  const started = performance.now()
  expect(await own.work((work) => upsertProducts(work, many))).toEqual({
    created: 10_000,
    updated: 0,
    unchanged: 0,
  })
  expect(performance.now() - started).toBeLessThan(5_000)
  const [first, ...rest] = many
  const next = [{ ...rest[0], sku: 'SKU-1', name: 'Renamed' }, ...(first ? [first] : [])]
  expect(await own.work((work) => upsertProducts(work, next))).toEqual({
    created: 0,
    updated: 1,
    unchanged: 1,
  })
})
