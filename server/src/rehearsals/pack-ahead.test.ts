import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { openDatabase } from '../db/index.ts'
import { historyPages } from './history-pages.ts'
import { packAhead } from './pack-ahead.ts'
import { pageOfBytes } from './packed-bytes.ts'
import { unpackPage } from './packed-history.ts'
import { openPackingRounds } from './packing-rounds.ts'

let server: TestServer
let reading: ReturnType<typeof openDatabase>
beforeAll(async () => {
  server = await startServer()
  reading = openDatabase(server.database.url, { connections: 2, documentsAsText: true })
})
afterAll(async () => {
  await reading.close()
  await server.stop()
})

const A_PAGE = 2
const PACKING = { size: A_PAGE, restsTimes: 0 }

async function shopOf(purchases: number): Promise<Shop> {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  for (let made = 0; made < purchases; made++) await shop.buy({ contact, total: '10.00' })
  return shop
}

/** As if what the shop sold just now had been sold a minute ago. */
async function aMinuteLater({ actor }: Shop): Promise<void> {
  await sql`update purchases set decided = decided - 60000000
             where tenant = ${actor.tenant} and decided > extract(epoch from now() - interval '50 s') * 1000000`.execute(
    server.database.query,
  )
}

async function keptOf({ actor }: Shop): Promise<number> {
  const kept = await sql`select 1 from packed_pages where tenant = ${actor.tenant}`.execute(
    server.database.query,
  )
  return kept.rows.length
}

async function read({ actor }: Shop) {
  const rows = []
  const span = { tenant: actor.tenant, from: undefined, to: undefined }
  for await (const bytes of historyPages(reading.query, span, A_PAGE))
    rows.push(...unpackPage(pageOfBytes(bytes)))
  return rows
}

describe('pages of a history are packed before anybody replays it', () => {
  test('as many as are full, and what comes later when it fills another', async () => {
    const shop = await shopOf(5)
    await aMinuteLater(shop)
    expect(await packAhead(reading.query, PACKING)).toBe(2)
    expect(await packAhead(reading.query, PACKING)).toBe(0)
    await shop.buy({ contact: await shop.shopper(), total: '1.00' })
    await aMinuteLater(shop)
    expect(await packAhead(reading.query, PACKING)).toBe(1)
    expect(await keptOf(shop)).toBe(3)
  })

  test('and a replay reads of them what it would have packed', async () => {
    const [ahead, itself] = [await shopOf(4), await shopOf(4)]
    await aMinuteLater(ahead)
    await packAhead(reading.query, PACKING)
    expect(await keptOf(ahead)).toBe(2)
    expect(await keptOf(itself)).toBe(0)
    const told = (rows: Awaited<ReturnType<typeof read>>) =>
      rows.map(({ total, currency }) => [total, currency])
    expect(told(await read(ahead))).toEqual(told(await read(itself)))
    expect(await keptOf(ahead)).toBe(2)
  })

  test('by one process at a time: each page once', async () => {
    const shop = await shopOf(6)
    await aMinuteLater(shop)
    const both = await Promise.all([packAhead(reading.query, PACKING), packAhead(reading.query, PACKING)])
    expect(both[0] + both[1]).toBe(3)
    expect(await keptOf(shop)).toBe(3)
  })

  test('by rounds in a thread of their own, which closing ends', async () => {
    const shop = await shopOf(4)
    await aMinuteLater(shop)
    const rounds = openPackingRounds({
      database: server.database,
      log: pino({ level: 'silent' }),
      everyMs: 20,
      size: A_PAGE,
    })
    await expect.poll(() => keptOf(shop), { timeout: 20_000 }).toBe(2)
    await rounds.close()
    await shop.buy({ contact: await shop.shopper(), total: '1.00' })
    await shop.buy({ contact: await shop.shopper(), total: '1.00' })
    await aMinuteLater(shop)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await keptOf(shop)).toBe(2)
  })

  test('but not yet when the last purchase of a page was decided a moment ago', async () => {
    const shop = await shopOf(2)
    await packAhead(reading.query, PACKING)
    expect(await keptOf(shop)).toBe(0)
  })
})
