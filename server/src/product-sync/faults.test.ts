import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { type ServerProcess, startProcess } from '../../test/server-process.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let second: string
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  second = await server.another()
})
beforeEach(async () => {
  shop = await openShop(server)
})
const started: ServerProcess[] = []
afterEach(async () => {
  for (const process of started.splice(0)) await process.kill()
})
afterAll(() => server.stop())

const rowsOf = (count: number, name = 'Product') =>
  Array.from({ length: count }, (_, index) => ({
    sku: `SKU-${index}`,
    name: `${name} ${index}`,
    family: { code: `F${index % 20}`, name: `Family ${index % 20}` },
    brand: { name: `Brand ${index % 300}` },
  }))

const sendTo = async (url: string, products: readonly object[]): Promise<string> => {
  const body = { products }
  const answer = await ask(url, shop.key, { method: 'POST', path: 'synchronise_products', body })
  expect(answer.status, answer.text).toBe(200)
  return answer.body.id
}
const read = async (id: string) => (await shop.call('GET', `synchronise_products/${id}`)).body
const reaches = (id: string, expected: object, timeout = 60_000) =>
  vi.waitFor(async () => expect(await read(id)).toMatchObject(expected), { timeout, interval: 50 })
const count = async (list: string, filter = '') =>
  (await shop.call('GET', `${list}?include_total=true${filter}`)).body.paging.total
const act = (id: string, action: string) => shop.call('PUT', `processes/${id}/actions`, { action })

/** The synchronisation comes as far as some row in its middle, and waits there until it is let go. */
async function holdInTheMiddle(id: string, run: () => Promise<void>): Promise<void> {
  await server.database.query.transaction().execute(async (db) => {
    await sql`select from product_sync_parts where tenant = ${shop.actor.tenant} and sync_id = ${id} and part >= (
      select max(part) / 2 from product_sync_parts where tenant = ${shop.actor.tenant} and sync_id = ${id}) for update`.execute(
      db,
    )
    await vi.waitFor(async () => expect((await read(id)).done).toBeGreaterThan(500), {
      timeout: 60_000,
      interval: 20,
    })
    await run()
  })
}

// A run notices by its heartbeat that it was cancelled.
const HEARTBEAT_MS = 1_000

describe('two synchronisations at once', () => {
  test('of the same new rows, on two servers, enter each row once and count it once', async () => {
    const products = rowsOf(1_500)
    const ids = await Promise.all([
      sendTo(server.url, products),
      sendTo(second, products.toReversed()),
      sendTo(server.url, products),
    ])
    for (const id of ids) await reaches(id, { state: 'COMPLETED', totals: { rejected: 0 } })
    const totals = await Promise.all(ids.map(async (id) => (await read(id)).totals))
    const sum = (what: 'created' | 'updated' | 'unchanged') =>
      totals.reduce((all, each) => all + each[what], 0)
    expect([sum('created'), sum('updated'), sum('unchanged')]).toEqual([1_500, 0, 3_000])
    expect([await count('products'), await count('product_groups')]).toEqual([1_500, 320])
  })

  test('with other names leave each product as one of them has it, and count every row', async () => {
    const ids = await Promise.all([
      sendTo(server.url, rowsOf(600, 'One')),
      sendTo(second, rowsOf(600, 'Other')),
    ])
    for (const id of ids) await reaches(id, { state: 'COMPLETED' })
    const totals = await Promise.all(ids.map(async (id) => (await read(id)).totals))
    expect(totals.reduce((all, { created }) => all + created, 0)).toBe(600)
    expect(totals.reduce((all, { updated, unchanged }) => all + updated + unchanged, 0)).toBe(600)
    const { body } = await shop.call('GET', 'products?size=100&page=3')
    for (const { sku, name } of body.content) {
      expect([`One ${sku.slice(4)}`, `Other ${sku.slice(4)}`]).toContain(name)
    }
  })
})

test('purchases that sell the same new products meanwhile are all answered, and teach nothing twice', async () => {
  const contacts = await Promise.all([1, 2, 3, 4, 5].map(() => shop.shopper()))
  const products = rowsOf(3_000)
  const id = await sendTo(server.url, products)
  const refused: string[] = []
  let bought = 0
  while ((await read(id)).state !== 'COMPLETED') {
    const answers = await Promise.all(
      contacts.map((contact) => {
        bought += 40
        const lines = products.slice(3_000 - (bought % 3_000)).slice(0, 20)
        const sold = lines.map(({ sku, family }) => ({ sku, product_family: family, total_amount: 1 }))
        return shop.buy({ contact, total: sold.length, products: sold })
      }),
    )
    refused.push(...answers.filter(({ status }) => status !== 200).map(({ text }) => text))
  }
  expect(refused).toEqual([])
  const { totals } = await read(id)
  expect(totals).toMatchObject({ received: 3_000, rejected: 0 })
  expect(totals.created + totals.updated + totals.unchanged).toBe(3_000)
  expect(await count('products')).toBe(3_000)
  expect(await count('products', '&source=PURCHASE')).toBe(0)
  expect(await shop.verify()).toEqual([])
})

describe('a synchronisation in the middle', () => {
  test('that is cancelled keeps what is done and begins nothing more, until it is resumed', async () => {
    const id = await sendTo(server.url, rowsOf(10_000))
    await holdInTheMiddle(id, async () => {
      const { body } = await act(id, 'CANCEL')
      expect(body).toMatchObject({ state: 'CANCELLED', totals: { received: 10_000 } })
      await new Promise((resolve) => setTimeout(resolve, 3 * HEARTBEAT_MS))
    })
    const settled = await vi.waitFor(
      async () => {
        const before = await read(id)
        await new Promise((resolve) => setTimeout(resolve, 1_200))
        expect((await read(id)).done).toBe(before.done)
        return before
      },
      { timeout: 60_000 },
    )
    expect(settled).toMatchObject({ state: 'CANCELLED', totals: { created: settled.done } })
    expect(settled.done).toBeLessThan(10_000)
    expect(await count('products')).toBe(settled.done)
    expect((await act(id, 'RESUME')).status).toBe(200)
    await reaches(id, {
      state: 'COMPLETED',
      done: 10_000,
      totals: { created: 10_000, updated: 0, unchanged: 0 },
    })
    expect(await count('products')).toBe(10_000)
  })

  test('whose server is killed goes on by itself on another: no row is lost, none counted twice', async () => {
    const doomed = await startProcess(server)
    started.push(doomed)
    const id = await sendTo(doomed.url, rowsOf(6_000))
    await holdInTheMiddle(id, () => doomed.kill())
    const left = await read(id)
    expect(left.done).toBeLessThan(6_000)
    await reaches(id, {
      state: 'COMPLETED',
      done: 6_000,
      totals: { created: 6_000, updated: 0, unchanged: 0 },
    })
    expect([await count('products'), await count('product_groups')]).toEqual([6_000, 320])
    await server.sendWebhooks()
    expect((await shop.call('GET', 'events?type=products.synchronised')).body.content).toHaveLength(1)
  }, 180_000)
})
