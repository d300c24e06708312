import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { openDatabase, runnerOfTransaction } from '../db/index.ts'
import { historyPages } from './history-pages.ts'
import { metReader } from './met.store.ts'
import { bytesOf, pageOfBytes } from './packed-bytes.ts'
import { type PastRow, unpackPage } from './packed-history.ts'

let server: TestServer
let reading: ReturnType<typeof openDatabase>
beforeAll(async () => {
  server = await startServer()
  reading = openDatabase(server.database.url, { connections: 1, documentsAsText: true })
})
afterAll(async () => {
  await reading.close()
  await server.stop()
})

const A_PAGE = 2

async function read(shop: Shop, span: { from?: Date; to?: Date } = {}): Promise<PastRow[]> {
  const rows: PastRow[] = []
  const of = { tenant: shop.actor.tenant, from: span.from, to: span.to }
  for await (const bytes of historyPages(reading.query, of, A_PAGE))
    rows.push(...unpackPage(pageOfBytes(bytes)))
  return rows
}

/** A shop that sold five purchases, of which two pages are kept. */
async function keptShop() {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const [kept, gone] = [await shop.shopper(), await shop.shopper()]
  const ids: string[] = []
  for (const contact of [kept, gone, kept, kept, kept]) {
    ids.push((await shop.buy({ contact, total: '10.00' })).body.id)
  }
  const first = await read(shop)
  expect(first.map(({ id }) => id)).toEqual(ids)
  return { shop, kept, gone, ids, first }
}

/** Writes into the pages that were kept what shows where a row was read from: another currency. Answers how many they are. */
async function mark(shop: Shop): Promise<number> {
  const { rows } = await sql<{ last_id: string; page: Buffer }>`
    select last_id, page from packed_pages where tenant = ${shop.actor.tenant}`.execute(server.database.query)
  for (const { last_id, page } of rows) {
    const opened = pageOfBytes(new Uint8Array(page))
    const texts = opened.texts.map((text) => (text === 'EUR' ? 'CHF' : text))
    await sql`update packed_pages set page = ${Buffer.from(bytesOf({ ...opened, texts }))}
               where tenant = ${shop.actor.tenant} and last_id = ${last_id}::uuid`.execute(
      server.database.query,
    )
  }
  return rows.length
}

const currencies = (rows: readonly PastRow[]) => rows.map(({ currency }) => currency)

describe('full pages of a history are kept', () => {
  test('and read again as they were packed, while what was voided or given back changes nothing of them', async () => {
    const { shop, ids, first } = await keptShop()
    expect(await read(shop)).toEqual(first)
    expect(await mark(shop)).toBe(2)
    await shop.call('POST', `purchases/${ids[0]}/cancel`, {})
    await shop.call('POST', `purchases/${ids[2]}/returns`, { reference_number: 'B', return_amount: '3.00' })
    expect(currencies(await read(shop))).toEqual(['CHF', 'CHF', 'CHF', 'CHF', 'EUR'])
  })

  test('but not of a span of time', async () => {
    const { shop, first } = await keptShop()
    await mark(shop)
    expect(await read(shop, { from: new Date(0) })).toEqual(first)
  })

  test('until a contact of theirs is merged: that page is packed again, and kept', async () => {
    const { shop, kept, gone, first } = await keptShop()
    await mark(shop)
    const merged = await shop.call('POST', `contacts/${kept}/merge`, { contact_id: gone })
    expect(merged.status, merged.text).toBe(200)
    const rows = await read(shop)
    expect(currencies(rows)).toEqual(['EUR', 'EUR', 'CHF', 'CHF', 'EUR'])
    expect(new Set(rows.map(({ contact }) => contact))).toEqual(new Set([first[0]?.contact]))
    await mark(shop)
    expect(currencies(await read(shop))).toEqual(['CHF', 'CHF', 'CHF', 'CHF', 'EUR'])
  })

  test('until a purchase is found to have been decided among theirs, however late it was written', async () => {
    const { shop, kept, first } = await keptShop()
    await mark(shop)
    const late = (await shop.buy({ contact: kept, total: '1.00' })).body.id
    // As one whose transaction was long: its moment lies before that of purchases that were there already.
    await sql`update purchases set decided = ${first[2]?.decided}::bigint - 1
               where tenant = ${shop.actor.tenant} and id = ${late}::uuid`.execute(server.database.query)
    const rows = await read(shop)
    expect(rows.map(({ id }) => id)).toEqual(
      [...first.slice(0, 2), { id: late }, ...first.slice(2)].map(({ id }) => id),
    )
    expect(currencies(rows)).toEqual(['CHF', 'CHF', 'EUR', 'EUR', 'EUR', 'EUR'])
  })

  test('until all purchases of one moved to other moments: those behind it are read all the same', async () => {
    const { shop, first } = await keptShop()
    const last = first[4]?.decided ?? 0n
    for (const [place, { id }] of first.slice(0, 2).entries()) {
      await sql`update purchases set decided = ${last + BigInt(place + 1)}::bigint
                 where tenant = ${shop.actor.tenant} and id = ${id}::uuid`.execute(server.database.query)
    }
    const moved = [...first.slice(2), ...first.slice(0, 2)]
    expect((await read(shop)).map(({ id }) => id)).toEqual(moved.map(({ id }) => id))
  })

  test('and those of one business are nobody else’s', async () => {
    const { shop } = await keptShop()
    await mark(shop)
    const other = await openShop(server)
    expect(await read(other)).toEqual([])
  })
})

test('whoever and whatever is on two pages that are asked for at once is told with the first', async () => {
  const { shop, first } = await keptShop()
  await shop.call('POST', 'pass_plans', { name: 'Spring', code: 'SPRING' })
  const made = await shop.call('POST', 'passes', { pass_plan_id: 'SPRING', code: 'SPRING-1' })
  expect(made.status, made.text).toBe(201)
  const meet = metReader(runnerOfTransaction(server.database.query), {
    tenant: shop.actor.tenant,
    wanted: { shopper: true, memberships: true, pass: true },
  })
  const contacts = [first[0]?.contact ?? '']
  // Only the first page has to wait for a contact.
  const pages = await Promise.all([
    meet({ contacts, passes: ['SPRING-1'] }),
    meet({ contacts, passes: ['SPRING-1'] }),
  ])
  expect(pages.map((met) => [met.contacts.length, met.passes.length])).toEqual([
    [1, 1],
    [0, 0],
  ])
})
