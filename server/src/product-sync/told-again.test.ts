import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { declaredStatements } from '../db/index.ts'
import { digestsOfRows } from './row-digest.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  shop = await openShop(server)
})
afterAll(() => server.stop())

async function sync(products: readonly object[]): Promise<object> {
  const { body } = await shop.call('POST', 'synchronise_products', { products })
  return vi.waitFor(
    async () => {
      const { state, totals } = (await shop.call('GET', `synchronise_products/${body.id}`)).body
      expect(state).toBe('COMPLETED')
      return totals
    },
    { timeout: 60_000, interval: 50 },
  )
}
const product = async (sku: string) => (await shop.call('GET', `products/${sku}`)).body

/** Which transactions wrote or locked each product last. */
async function touched(): Promise<unknown> {
  const { rows } = await sql`select sku, xmin::text, xmax::text from products
    where tenant = ${shop.actor.tenant} order by sku`.execute(server.database.query)
  return rows
}

const coded = Array.from({ length: 300 }, (_, index) => ({
  sku: `SKU-${index}`,
  name: `Product ${index}`,
  family: { code: `F${index % 7}`, name: `Family ${index % 7}` },
  price: { amount: '2.50' },
}))

describe('rows that are told again as they were', () => {
  test('are unchanged, and no product is written or locked for them', async () => {
    expect(await sync(coded)).toMatchObject({ created: 300 })
    const before = await touched()
    expect(await sync(coded)).toMatchObject({ updated: 0, unchanged: 300 })
    expect(await touched()).toEqual(before)
  })

  test('are looked up one by one, also before PostgreSQL knows how many products there are', async () => {
    const { text = '' } = declaredStatements().find(({ name }) => name === 'products_told_already') ?? {}
    const skus = coded.map(({ sku }) => sku)
    const { rows } = await server.database.pool.query(`explain ${text}`, [shop.actor.tenant, skus, skus])
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toMatch(/Index Cond: \(\(tenant = \d+\) AND \(sku = k\.sku\)\)/)
  })

  test('among others that are new or say something else leave those to be applied', async () => {
    await sync(coded)
    const some = coded.map((row, index) => (index % 100 === 7 ? { ...row, name: `Other ${index}` } : row))
    const more = [...some, { sku: 'NEW' }, { sku: 'WRONG', colour: 'red' }]
    expect(await sync(more)).toEqual({ received: 302, created: 1, updated: 3, unchanged: 297, rejected: 1 })
    expect(await product('SKU-107')).toMatchObject({ name: 'Other 107', family: { code: 'F2' } })
  })

  test('take back what was changed by hand meanwhile', async () => {
    await sync(coded)
    await shop.call('PUT', 'products/SKU-1', { name: 'By hand', price: null })
    expect(await product('SKU-1')).toMatchObject({ name: 'By hand', price: null, source: 'MANUAL' })
    expect(await sync(coded)).toMatchObject({ updated: 1, unchanged: 299 })
    expect(await product('SKU-1')).toMatchObject({
      name: 'Product 1',
      price: { amount: 2.5 },
      source: 'SYNC',
    })
  })

  test('that were entered by hand first are written once more, and never after', async () => {
    await shop.call('POST', 'products', { sku: 'TEA', name: 'Tea' })
    const tea = [{ sku: 'TEA', name: 'Tea' }]
    expect(await sync(tea)).toMatchObject({ unchanged: 1 })
    const before = await touched()
    expect(await sync(tea)).toMatchObject({ unchanged: 1 })
    expect(await touched()).toEqual(before)
    expect(await product('TEA')).toMatchObject({ source: 'MANUAL' })
  })

  test('are applied one after the other where a SKU comes twice, each time', async () => {
    const twice = [
      { sku: 'A', name: 'First' },
      { sku: 'A', name: 'Last' },
    ]
    for (const outcome of [{ created: 1, updated: 1 }, { updated: 2 }]) {
      expect(await sync(twice)).toMatchObject(outcome)
      expect(await product('A')).toMatchObject({ name: 'Last' })
    }
  })

  test('go by the names of groups as they are now', async () => {
    const named = [{ sku: 'TEA', family: { name: 'Drinks' } }]
    await sync(named)
    await shop.call('PUT', 'product_groups/Drinks', { name: 'Hot drinks' })
    await sync([{ sku: 'JAM', family: { code: 'D2', name: 'Cold drinks' } }])
    await shop.call('PUT', 'product_groups/D2', { name: 'Drinks' })
    await shop.call('PUT', 'products/TEA', { family: null })
    expect(await sync(named)).toMatchObject({ updated: 1 })
    expect((await product('TEA')).family).not.toBeNull()
  })

  test('of a product that was merged into another since are refused', async () => {
    await shop.buy({ total: '2.00', products: [{ sku: 'TILL-1', quantity: 1, total_amount: 2 }] })
    await shop.call('POST', 'products', { sku: 'TEA', name: 'Tea' })
    const merged = await shop.call('POST', 'products/TILL-1/merge', { into: 'TEA' })
    expect([merged.status, merged.text]).toEqual([200, expect.any(String)])
    expect(await sync([{ sku: 'TILL-1' }])).toMatchObject({ rejected: 1 })
  })
})

test('PostgreSQL is told to look at the products again while they double', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) => ({ sku: `MANY-${index}`, name: 'x'.repeat(150) }))
  await sync(many)
  const { rows } = await server.database.pool.query(
    "select reltuples::int as known from pg_class where oid = 'products'::regclass",
  )
  expect(rows[0].known).toBeGreaterThan(1_000)
})

describe('the digest of a row', () => {
  const of = (rows: readonly unknown[], currency = 'EUR') => [...digestsOfRows(rows, currency).entries()]
  test('tells all that the row says, and the currency of the business', () => {
    const row = { sku: 'A', price: { amount: '2' } }
    const [[, first] = []] = of([row])
    for (const other of [
      of([{ ...row, name: 'x' }]),
      of([row], 'USD'),
      of([{ sku: 'A', price: { amount: '2.0' } }]),
    ])
      expect(other[0]?.[1].told).not.toBe(first?.told)
  })

  test.each`
    row                                         | why
    ${{ sku: 'A', family: { name: 'Drinks' } }} | ${'a group by its name may be another one tomorrow'}
    ${{ sku: 5 }}                               | ${'a SKU that is no text is refused'}
    ${'A'}                                      | ${'it is no row'}
    ${null}                                     | ${'it is none either'}
  `('is none of $row: $why', ({ row }) => {
    expect(of([row])).toEqual([])
  })

  test('is none of rows whose SKU comes twice, however often', () => {
    const row = (sku: string) => ({ sku })
    expect(of([row('A'), row('B'), row(' A'), row('A')]).map(([place]) => place)).toEqual([1])
  })
})
