import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { startSync } from './start-sync.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  await server.another()
})
beforeEach(async () => {
  shop = await openShop(server)
})
afterAll(() => server.stop())

const DAY = 86_400_000
const pass = (days: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + days * DAY)
}
const act = (id: string, action: string) => shop.call('PUT', `processes/${id}/actions`, { action })
const read = async (id: string) => (await shop.call('GET', `processes/${id}`)).body
const waiting = (id: string) =>
  shop.work(async ({ db }) => {
    const parts = await db
      .selectFrom('product_sync_parts')
      .select('rows')
      .where('tenant', '=', shop.actor.tenant)
      .where('sync_id', '=', id)
      .execute()
    return parts.filter(({ rows }) => rows !== null).length
  })

const rows = Buffer.from(JSON.stringify([{ sku: 'TEA' }, { sku: 'MUG' }]))

/** A synchronisation that was cancelled before any of its rows was looked at. */
const givenUp = () =>
  shop.work(async (work) => {
    const part = { list: 'products', first: 0, count: 2, rows }
    const id = await startSync(work, { parts: [part] }, { source: 'SYNC', isTrial: false })
    await work.db
      .updateTable('processes')
      .set({ state: 'CANCELLED', completed_at: work.at })
      .where('tenant', '=', work.actor.tenant)
      .where('id', '=', id)
      .execute()
    return id
  })

describe('a synchronisation that was given up', () => {
  test('keeps its rows for a week, in which it goes on where it was', async () => {
    const id = await givenUp()
    pass(6)
    expect(await server.forgetSyncs()).toBe(0)
    await act(id, 'RESUME')
    await vi.waitFor(
      async () =>
        expect(await read(id)).toMatchObject({ state: 'COMPLETED', totals: { received: 2, created: 2 } }),
      { timeout: 30_000, interval: 50 },
    )
    pass(8)
    expect(await server.forgetSyncs()).toBe(0)
  })

  test('loses its rows after a week, once, and whoever resumes it then is told so', async () => {
    const id = await givenUp()
    pass(7)
    expect(await waiting(id)).toBe(1)
    expect(await server.forgetSyncs()).toBe(1)
    expect(await server.forgetSyncs()).toBe(0)
    expect(await waiting(id)).toBe(0)
    expect(await read(id)).toMatchObject({ state: 'CANCELLED', totals: { received: 2, created: 0 } })
    await act(id, 'RESUME')
    await vi.waitFor(
      async () =>
        expect(await read(id)).toMatchObject({
          state: 'FAILED',
          error: expect.stringContaining('send them again'),
        }),
      { timeout: 30_000, interval: 50 },
    )
  })
})
