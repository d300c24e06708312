import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  shop = await openShop(server)
})
afterAll(() => server.stop())

const PATH = 'synchronise_products'
const completed = async (asked: ReturnType<Shop['call']>) => {
  const { status, text, body } = await asked
  expect(status, text).toBe(200)
  return vi.waitFor(
    async () => {
      const read = (await shop.call('GET', `processes/${body.id}`)).body
      expect(read.state).toBe('COMPLETED')
      return read
    },
    { timeout: 30_000, interval: 50 },
  )
}
const sync = (body: object, query = '') => completed(shop.call('POST', `${PATH}${query}`, body))

const rows = {
  products: [
    { sku: 'TEA', name: 'Green tea', family: { code: 'DRK', name: 'Drinks' } },
    { sku: 'MUG', name: 'Mug', brand: { name: 'Alp' } },
    { sku: 'BAD', price: { amount: 'x' } },
    ...Array.from({ length: 600 }, (_, index) => ({ sku: `P-${index}`, family: { code: 'DRK' } })),
  ],
  families: [{ code: 'DRK', name: 'Drinks' }],
}

test('a simulated synchronisation tells what comes of the rows, as it then does, and keeps nothing', async () => {
  const tried = await sync(rows, '?simulate=true')
  expect(tried).toMatchObject({
    state: 'COMPLETED',
    input: { simulate: true, products: 603, families: 1 },
    totals: { received: 604, created: 603, updated: 0, unchanged: 0, rejected: 1 },
    rejected: [{ index: 2, sku: 'BAD' }],
  })
  for (const list of ['products', 'product_groups'])
    expect((await shop.call('GET', list)).body.content, list).toEqual([])
  await server.sendWebhooks()
  expect((await shop.call('GET', 'events?type=products.synchronised')).body.content).toEqual([])

  const done = await sync(rows)
  expect(done.totals).toEqual(tried.totals)
  expect(done.rejected).toEqual(tried.rejected)
  expect((await shop.call('GET', 'products/TEA')).body).toMatchObject({ family: { name: 'Drinks' } })
})

test('a simulated change leaves the product and its offers as they are', async () => {
  await sync(rows)
  const changed = { products: [{ sku: 'TEA', name: 'Black tea', earns: false }, rows.products[1]] }
  const tried = await sync(changed, '?simulate=true')
  expect(tried.totals).toMatchObject({ created: 0, updated: 1, unchanged: 1 })
  expect((await shop.call('GET', 'products/TEA')).body).toMatchObject({ name: 'Green tea', earns: true })
  // What was only tried is no reason to take the same rows for told.
  expect((await sync(changed)).totals).toMatchObject({ updated: 1, unchanged: 1 })
})

test('the same rows in earnest are another request than the simulated ones', async () => {
  const key = { 'idempotency-key': 'import-1' }
  await completed(shop.call('POST', `${PATH}?simulate=true`, rows, key))
  const refused = await shop.call('POST', PATH, rows, key)
  expect(refused.body.error).toBe('CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION')
})
