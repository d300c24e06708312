import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { type NewProduct, openGlossary } from './index.ts'
import { applyProducts } from './upsert-products.ts'

let server: TestServer
let shop: TestBusiness
beforeAll(async () => {
  server = await startServer()
  shop = await server.business()
})
afterAll(() => server.stop())

/** Applies the rows; how often was asked what the rest of the call says of groups? */
async function asked(...rows: readonly NewProduct[]): Promise<number> {
  let times = 0
  const glossary = openGlossary()
  glossary.add({ family: { code: 'DRK', name: 'Drinks' } })
  await shop.work((work) =>
    applyProducts(work, rows, {
      source: 'SYNC',
      glossary: async () => {
        times += 1
        return glossary
      },
    }),
  )
  return times
}

const families = async () =>
  (await shop.call('GET', 'product_groups?order=ASC')).body.content.map(
    ({ code, name }: { code: string; name: string }) => [code, name],
  )

test('the rest of a call is read for a group that is new or named by its name alone, and for no other', async () => {
  expect(await asked({ sku: 'TEA', family: { code: 'DRK' } })).toBe(1)
  expect(await families()).toEqual([['DRK', 'Drinks']])
  expect(await asked({ sku: 'TEA', name: 'Green tea', family: { code: 'DRK' } }, { sku: 'MUG' })).toBe(0)
  expect(await asked({ sku: 'JAM', family: { name: 'Drinks' } })).toBe(1)
  expect(await families()).toEqual([['DRK', 'Drinks']])
  expect(await asked({ sku: 'BUN', family: { code: 'DRK' } }, { sku: 'PIE', family: { code: 'PIES' } })).toBe(
    1,
  )
  expect(await families()).toEqual([
    ['DRK', 'Drinks'],
    ['PIES', 'PIES'],
  ])
})
