import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FeedServer, openFeedServer } from '../../test/feed-server.ts'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'

let server: TestServer
let feeds: FeedServer
let shop: TestBusiness
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
  feeds = await openFeedServer()
})
beforeEach(async () => {
  shop = await server.business()
  feeds.asked.length = 0
})
// What one test left is due in none that follows.
afterEach(async () => {
  for (const { id } of (await shop.call('GET', 'product_feeds')).body.content) {
    await shop.call('DELETE', `product_feeds/${id}`)
  }
})
afterAll(async () => {
  await feeds.close()
  await server.stop()
})

const MINUTE = 60_000
const seconds = (at: Date) => Math.floor(at.getTime() / 1_000)
const later = (minutes: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * MINUTE)
}
const serves = (body: string | object, headers: Record<string, string> = {}) => {
  feeds.answer = (response) =>
    response.writeHead(200, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
}
const tea = { sku: 'TEA', name: 'Green tea', price: { amount: 2.5 } }

async function make(changes: object = {}, by = shop) {
  const daily = { name: 'Shop', url: feeds.url, format: 'JSON', schedule: '30 4 * * *', ...changes }
  const made = await by.call('POST', 'product_feeds', daily)
  expect(made.status, made.text).toBe(200)
  return made.body
}
const read = async (id: string, by = shop) => (await by.call('GET', `product_feeds/${id}`)).body
const run = (id: string, by = shop) => by.call('PUT', `product_feeds/${id}/actions`, { action: 'RUN' })
const applied = (id: string, by = shop) =>
  vi.waitFor(
    async () => {
      const { process_id } = await read(id, by)
      const sync = (await by.call('GET', `synchronise_products/${process_id}`)).body
      expect(sync.state).toBe('COMPLETED')
      return sync
    },
    { timeout: 20_000, interval: 50 },
  )
async function pull(id: string) {
  await run(id)
  await server.pullFeeds()
  return read(id)
}

describe('a feed', () => {
  test('that is asked for is fetched once, its rows are applied, and the run is shown', async () => {
    serves({ products: [tea, { sku: 'MUG', family: { name: 'Ware' } }], brands: [{ code: 'ALP' }] })
    const feed = await make()
    expect((await run(feed.id)).body).toMatchObject({ next_run_on: seconds(server.clock.now) })
    expect(await server.pullFeeds()).toBe(1)
    expect(await server.pullFeeds()).toBe(0)
    expect(feeds.asked).toHaveLength(1)
    expect(await read(feed.id)).toMatchObject({
      last_run: { outcome: 'SYNCHRONISED', error: null, started_on: seconds(server.clock.now) },
      failures: 0,
      is_running: false,
      process_id: expect.any(String),
    })
    expect((await applied(feed.id)).totals).toMatchObject({ received: 3, created: 3, rejected: 0 })
    expect((await shop.call('GET', 'products/TEA')).body).toMatchObject({
      ...tea,
      price: { amount: 2.5 },
      source: 'FEED',
    })
    const [process] = (await shop.call('GET', 'processes?kind=PRODUCT_SYNC')).body.content
    expect(process.input).toEqual({ feed: feed.id, products: 2, brands: 1 })
  })

  test('is fetched when its schedule says so, by the clock of its zone, and by nobody before', async () => {
    server.clock.now = new Date('2026-06-10T12:00:00Z')
    serves([tea])
    const feed = await make({ schedule: '30 4 * * 1-5', time_zone: 'Europe/Vienna' })
    expect(feed.next_run_on).toBe(seconds(new Date('2026-06-11T02:30:00Z')))
    server.clock.now = new Date('2026-06-11T02:29:59Z')
    expect(await server.pullFeeds()).toBe(0)
    server.clock.now = new Date('2026-06-11T02:30:00Z')
    expect(await server.pullFeeds()).toBe(1)
    await applied(feed.id)
    expect((await read(feed.id)).next_run_on).toBe(seconds(new Date('2026-06-12T02:30:00Z')))
  })

  test('that is DISABLED is fetched when it is asked for, and not by itself', async () => {
    serves([tea])
    const feed = await make({ state: 'DISABLED' })
    expect(feed.next_run_on).toBeNull()
    later(48 * 60)
    expect(await server.pullFeeds()).toBe(0)
    expect((await pull(feed.id)).last_run.outcome).toBe('SYNCHRONISED')
    expect(await read(feed.id)).toMatchObject({ next_run_on: null, state: 'DISABLED' })
  })

  test('that did not change is not applied again by its schedule, but is when asked', async () => {
    const etag = '"one"'
    feeds.answer = (response, { headers }) =>
      headers['if-none-match'] === etag
        ? response.writeHead(304).end()
        : response.writeHead(200, { etag }).end(JSON.stringify([tea]))
    const feed = await make()
    await pull(feed.id)
    const { process_id } = await read(feed.id)
    await applied(feed.id)
    later(24 * 60)
    expect(await server.pullFeeds()).toBe(1)
    expect(await read(feed.id)).toMatchObject({ last_run: { outcome: 'UNCHANGED' }, process_id })
    expect(feeds.asked.at(-1)?.['if-none-match']).toBe(etag)
    expect((await pull(feed.id)).process_id).not.toBe(process_id)
    expect((await applied(feed.id)).totals).toMatchObject({ unchanged: 1 })
  })

  test('from a server that knows no versions is known by its content', async () => {
    serves([tea])
    const feed = await make()
    await pull(feed.id)
    await applied(feed.id)
    later(24 * 60)
    await server.pullFeeds()
    expect((await read(feed.id)).last_run.outcome).toBe('UNCHANGED')
    serves([{ ...tea, name: 'Tea' }])
    later(24 * 60)
    await server.pullFeeds()
    expect((await read(feed.id)).last_run.outcome).toBe('SYNCHRONISED')
  })

  test('of CSV is read by the headings of its columns, with the marks of its country', async () => {
    serves(
      '\ufeffArtikel;Bezeichnung;Gruppe;Preis;MwSt;Regal;Aktiv\r\n' +
        'TEA;"Tee; grün";Getränke;"1.002,50";19,5;Heiß | Bio;true\r\n\r\n' +
        'MUG;Becher;;;;;false\r\n' +
        'BAD;zu;wenig\r\n' +
        'JAR;Glas;Ware;zwei;;;true\r\n',
    )
    const feed = await make({
      format: 'CSV',
      csv: {
        delimiter: ';',
        decimal_mark: ',',
        columns: {
          sku: 'Artikel',
          name: 'Bezeichnung',
          'family.name': 'Gruppe',
          'price.amount': 'Preis',
          tax_rate: 'MwSt',
          categories: 'Regal',
          is_active: 'Aktiv',
        },
      },
    })
    await pull(feed.id)
    const sync = await applied(feed.id)
    expect(sync).toMatchObject({
      totals: { received: 4, created: 2, rejected: 2 },
      rejected: [{ index: 2 }, { index: 3, sku: 'JAR' }],
    })
    expect((await shop.call('GET', 'products/TEA')).body).toMatchObject({
      name: 'Tee; grün',
      family: { name: 'Getränke' },
      price: { amount: 1002.5 },
      tax_rate: 19.5,
      categories: [{ name: 'Heiß' }, { name: 'Bio' }],
    })
    expect((await shop.call('GET', 'products/MUG')).body).toMatchObject({ is_active: false, family: null })
  })

  test('of CSV without columns has the names of the fields as its headings, in any order, and others beside them', async () => {
    serves('stock,name,sku,price.amount,brand.code\n7,Green tea,TEA,2.50,ALP\n,,MUG,,\n')
    const feed = await make({ format: 'CSV' })
    await pull(feed.id)
    expect((await applied(feed.id)).totals).toMatchObject({ received: 2, created: 2 })
    const { name, price, brand } = (await shop.call('GET', 'products/TEA')).body
    expect([name, price.amount, brand.code]).toEqual(['Green tea', 2.5, 'ALP'])
  })

  test.each`
    what                              | served                | changes                                                              | error
    ${'no JSON'}                      | ${'<html>'}           | ${{}}                                                                | ${/JSON/}
    ${'JSON of something else'}       | ${'{"items": []}'}    | ${{}}                                                                | ${/items/}
    ${'a CSV without a column'}       | ${'sku,title\nA,b'}   | ${{ format: 'CSV', csv: { columns: { sku: 'sku', name: 'Name' } } }} | ${/no column "Name"; it has sku, title/}
    ${'a CSV with a quote left open'} | ${'sku,name\nA,"b\n'} | ${{ format: 'CSV' }}                                                 | ${/[Qq]uote/}
    ${'nothing'}                      | ${''}                 | ${{ format: 'CSV' }}                                                 | ${/empty/}
    ${'another encoding'}             | ${'latin'}            | ${{ format: 'CSV' }}                                                 | ${/UTF-8/}
  `(
    'that brings $what fails with what is wrong, and changes no product',
    async ({ served, changes, error }) => {
      const bytes = served === 'latin' ? Buffer.from('sku,name\nA,Gr\xfcn', 'latin1') : Buffer.from(served)
      feeds.answer = (response) => response.writeHead(200).end(bytes)
      const feed = await make(changes)
      expect(await pull(feed.id)).toMatchObject({
        last_run: { outcome: 'FAILED', error: expect.stringMatching(error) },
        failures: 1,
        process_id: null,
      })
      expect((await shop.call('GET', 'products')).body.content).toEqual([])
    },
  )
})

describe('a feed that fails', () => {
  test('is tried again sooner than its schedule, later and later, and then by its schedule', async () => {
    server.clock.now = new Date('2026-06-10T05:00:00Z')
    feeds.answer = (response) => response.writeHead(500).end()
    const feed = await make({ schedule: '0 4 * * *', time_zone: 'UTC' })
    await pull(feed.id)
    const pauses: number[] = []
    for (let failures = 1; failures <= 5; failures++) {
      const now = await read(feed.id)
      expect(now).toMatchObject({ failures, last_run: { outcome: 'FAILED', error: 'answered 500' } })
      pauses.push((now.next_run_on - seconds(server.clock.now)) / 60)
      server.clock.now = new Date(now.next_run_on * 1_000)
      expect(await server.pullFeeds()).toBe(1)
    }
    expect(pauses).toEqual([1, 5, 15, 60, 240])
    expect((await read(feed.id)).next_run_on).toBe(seconds(new Date('2026-06-11T04:00:00Z')))
    serves([tea])
    server.clock.now = new Date('2026-06-11T04:00:00Z')
    await server.pullFeeds()
    expect(await read(feed.id)).toMatchObject({
      failures: 0,
      last_run: { outcome: 'SYNCHRONISED', error: null },
    })
  })

  test('is left alone for as long as its server asks', async () => {
    feeds.answer = (response) => response.writeHead(503, { 'retry-after': '3600' }).end()
    const feed = await make()
    const { next_run_on } = await pull(feed.id)
    expect(next_run_on).toBe(seconds(server.clock.now) + 3_600)
  })

  test('because its file is too long is told so', async () => {
    feeds.answer = (response) => {
      response.writeHead(200)
      const piece = Buffer.alloc(1024 * 1024, 0x20)
      const write = () => {
        while (response.write(piece));
        response.once('drain', write)
      }
      write()
    }
    const feed = await make()
    expect((await pull(feed.id)).last_run).toMatchObject({ outcome: 'FAILED', error: 'longer than 32 MiB' })
  })
})
