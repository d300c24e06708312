import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FeedServer, openFeedServer } from '../../test/feed-server.ts'
import { ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { openBulkReader } from '../http/index.ts'
import { pullFeeds } from './index.ts'

let server: TestServer
let feeds: FeedServer
let shop: TestBusiness
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.1/32'] } })
  await server.another()
  feeds = await openFeedServer()
})
beforeEach(async () => {
  shop = await server.business()
  feeds.asked.length = 0
  feeds.answer = (response) => response.writeHead(200).end(JSON.stringify([{ sku: 'TEA' }]))
})
afterAll(async () => {
  await feeds.close()
  await server.stop()
})

const SECRET = 'Bearer 6f1c-kept-to-ourselves'
const daily = () => ({ name: 'Shop', url: feeds.url, format: 'JSON', schedule: '30 4 * * *' })
async function make(changes: object = {}, by = shop) {
  const made = await by.call('POST', 'product_feeds', { ...daily(), state: 'DISABLED', ...changes })
  expect(made.status, made.text).toBe(200)
  return made.body
}
const read = async (id: string) => (await shop.call('GET', `product_feeds/${id}`)).body
const run = (id: string) => shop.call('PUT', `product_feeds/${id}/actions`, { action: 'RUN' })
const syncs = async () => (await shop.call('GET', 'processes?kind=PRODUCT_SYNC')).body.content
async function pull(id: string) {
  await run(id)
  await server.pullFeeds()
  return read(id)
}

describe('the key of a feed', () => {
  test('is sent with the request and told to nobody', async () => {
    const made = await make({ header: { name: 'Authorization', value: SECRET } })
    expect(made.header).toEqual({ name: 'Authorization' })
    await pull(made.id)
    expect(feeds.asked[0]?.authorization).toBe(SECRET)
    const told = await Promise.all([
      shop.call('GET', 'product_feeds'),
      shop.call('GET', `product_feeds/${made.id}`),
      shop.call('PUT', `product_feeds/${made.id}`, { name: 'Other' }),
    ])
    for (const { text } of [...told, { text: JSON.stringify(await syncs()) }])
      expect(text).not.toContain('6f1c')
    const kept = await shop.work(({ db }) =>
      db.selectFrom('product_feeds').selectAll().where('tenant', '=', shop.actor.tenant).execute(),
    )
    expect(Buffer.from(kept[0]?.secrets ?? '').toString('latin1')).not.toContain('6f1c')
    expect(JSON.stringify(kept)).not.toContain('6f1c')
  })

  test('stays with its host, whoever changes the address', async () => {
    const { id } = await make({ header: { name: 'X-Key', value: SECRET } })
    const other = await openFeedServer()
    const moved = await shop.call('PUT', `product_feeds/${id}`, { url: other.url })
    expect(moved.body).toMatchObject({ field_errors: [{ path: 'header', code: 'required' }] })
    await shop.call('PUT', `product_feeds/${id}`, { url: `${feeds.url}/2` })
    await pull(id)
    expect(feeds.asked[0]?.['x-key']).toBe(SECRET)
    await shop.call('PUT', `product_feeds/${id}`, { url: other.url, header: null })
    await pull(id)
    expect(other.asked[0]?.['x-key']).toBeUndefined()
    await other.close()
  })

  test('does not go where the feed is sent on to', async () => {
    const other = await openFeedServer()
    other.answer = (response) => response.writeHead(200).end('[]')
    feeds.answer = (response, { url }) =>
      url === '/products'
        ? response.writeHead(302, { location: '/moved' }).end()
        : response.writeHead(307, { location: other.url }).end()
    const { id } = await make({ header: { name: 'X-Key', value: SECRET } })
    expect((await pull(id)).last_run).toMatchObject({ outcome: 'SYNCHRONISED' })
    expect(feeds.asked.map((headers) => headers['x-key'])).toEqual([SECRET, SECRET])
    expect(other.asked[0]?.['x-key']).toBeUndefined()
    await other.close()
  })
})

describe('an address of our own network', () => {
  const inside = (to: string) => `http://${to}:1/products`
  test('is refused when it is entered', async () => {
    for (const host of ['127.0.0.2', '10.0.0.1', '169.254.169.254', '[::1]']) {
      const refused = await shop.call('POST', 'product_feeds', { ...daily(), url: inside(host) })
      expect(refused, host).toMatchObject({ status: 400, body: { field_errors: [{ path: 'url' }] } })
    }
  })

  test('is refused when a name or another server leads to it, and is not called', async () => {
    const named = await make({ url: inside('localhost') })
    const private_ = await startServer()
    const own = await private_.business()
    const here = (await own.call('POST', 'product_feeds', { ...daily(), url: 'http://localhost:1/' })).body
    await own.call('PUT', `product_feeds/${here.id}/actions`, { action: 'RUN' })
    await private_.pullFeeds()
    expect((await own.call('GET', `product_feeds/${here.id}`)).body.last_run.error).toMatch(
      /no public address/,
    )
    await private_.stop()

    feeds.answer = (response) => response.writeHead(302, { location: inside('127.0.0.2') }).end()
    const sentOn = await make()
    expect((await pull(sentOn.id)).last_run).toMatchObject({
      outcome: 'FAILED',
      error: expect.stringMatching(/public/),
    })
    expect((await pull(named.id)).last_run.outcome).toBe('FAILED')
  })

  test('that sends on for ever is given up', async () => {
    feeds.answer = (response) => response.writeHead(302, { location: '/again' }).end()
    const { id } = await make()
    expect((await pull(id)).last_run.error).toMatch(/sent on more than 5 times/)
    expect(feeds.asked).toHaveLength(6)
  })
})

describe('a run', () => {
  test('is made once when every process looks at once, however often it is asked for', async () => {
    feeds.answer = async (response) => {
      await sleep(100)
      response.writeHead(200).end(JSON.stringify([{ sku: 'TEA' }]))
    }
    const { id } = await make()
    await Promise.all(Array.from({ length: 10 }, () => run(id)))
    const pulled = await Promise.all(Array.from({ length: 5 }, () => server.pullFeeds()))
    expect(pulled.reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(feeds.asked).toHaveLength(1)
    expect(await syncs()).toHaveLength(1)
  })

  test('waits until what the feed brought before is applied', async () => {
    const { id } = await make()
    const { process_id } = await pull(id)
    await vi.waitFor(async () => {
      expect((await shop.call('GET', `processes/${process_id}`)).body.result).not.toBeNull()
    })
    // As if a process that nobody else may go on with were still at it.
    const move = (changes: object) =>
      shop.work(({ db }) =>
        db
          .updateTable('processes')
          .set(changes)
          .where('tenant', '=', shop.actor.tenant)
          .where('id', '=', process_id)
          .execute(),
      )
    const lease = {
      lease_holder: '00000000-0000-4000-8000-000000000000',
      lease_until: new Date('2999-01-01'),
    }
    await move({ state: 'IN_PROGRESS', completed_at: null, result: null, ...lease })
    await run(id)
    expect(await server.pullFeeds()).toBe(0)
    await move({ state: 'CANCELLED', lease_holder: null, lease_until: null })
    expect(await server.pullFeeds()).toBe(1)
    expect(await syncs()).toHaveLength(2)
  })

  test.each`
    what         | change
    ${'changed'} | ${(id: string) => shop.call('PUT', `product_feeds/${id}`, { name: 'Other' })}
    ${'deleted'} | ${(id: string) => shop.call('DELETE', `product_feeds/${id}`)}
  `('of a feed that is $what meanwhile brings nothing', async ({ change }) => {
    const { id } = await make()
    feeds.answer = async (response) => {
      await change(id)
      response.writeHead(200).end(JSON.stringify([{ sku: 'TEA' }]))
    }
    const after = await pull(id)
    expect(feeds.asked).toHaveLength(1)
    expect(after).toMatchObject({ last_run: null, process_id: null, is_running: false })
    expect(await syncs()).toEqual([])
  })

  test('whose process was killed is made again by another once its lease is over', async () => {
    const { id } = await make()
    await run(id)
    const { now } = server.clock
    await shop.work(({ db }) =>
      db
        .updateTable('product_feeds')
        .set({ lease: '00000000-0000-4000-8000-000000000000', lease_until: new Date(now.getTime() + 60_000) })
        .where('tenant', '=', shop.actor.tenant)
        .execute(),
    )
    expect((await read(id)).is_running).toBe(true)
    expect(await server.pullFeeds()).toBe(0)
    server.clock.now = new Date(now.getTime() + 60_000)
    expect(await server.pullFeeds()).toBe(1)
    expect((await read(id)).last_run.outcome).toBe('SYNCHRONISED')
  })
})

describe('what is entered', () => {
  test.each`
    field             | changes
    ${'schedule'}     | ${{ schedule: '* * * * * *' }}
    ${'schedule'}     | ${{ schedule: '61 4 * * *' }}
    ${'schedule'}     | ${{ schedule: '0 0 30 2 *' }}
    ${'schedule'}     | ${{ schedule: 'every day at noon' }}
    ${'time_zone'}    | ${{ time_zone: '+02:00' }}
    ${'csv'}          | ${{ csv: { delimiter: ';' } }}
    ${'csv.columns'}  | ${{ format: 'CSV', csv: { columns: { name: 'Name' } } }}
    ${'header.name'}  | ${{ header: { name: 'Host', value: 'x' } }}
    ${'header.value'} | ${{ header: { name: 'X-Key', value: 'a\r\nHost: b' } }}
    ${'url'}          | ${{ url: 'ftp://example.com/x' }}
  `('with a wrong $field is refused by its name: $changes', async ({ field, changes }) => {
    const refused = await shop.call('POST', 'product_feeds', { ...daily(), ...changes })
    expect(refused).toMatchObject({ status: 400, body: { field_errors: [{ path: field }] } })
  })

  test('is listed, changed and deleted, and a deletion that is repeated answers the same', async () => {
    const one = await make({ state: 'ENABLED' })
    await make({ name: 'Two' })
    const listed = (await shop.call('GET', 'product_feeds?include_total=true')).body
    expect([listed.paging.total, listed.content.map(({ name }: { name: string }) => name)]).toEqual([
      2,
      ['Two', 'Shop'],
    ])
    expect((await shop.call('GET', 'product_feeds?state=ENABLED')).body.content).toHaveLength(1)
    const changed = (await shop.call('PUT', `product_feeds/${one.id}`, { state: 'DISABLED' })).body
    expect(changed).toMatchObject({
      state: 'DISABLED',
      next_run_on: null,
      name: 'Shop',
      schedule: '30 4 * * *',
    })
    const deleted = await shop.call('DELETE', `product_feeds/${one.id}`)
    expect(deleted.body).toMatchObject({ state: 'DELETED', header: null })
    expect((await shop.call('DELETE', `product_feeds/${one.id}`)).body).toEqual(deleted.body)
    expect((await run(one.id)).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    expect((await shop.call('GET', 'product_feeds')).body.content).toHaveLength(1)
  })

  test('is not found by another business, and not seen by the key of one merchant', async () => {
    const { id } = await make()
    const other = await server.business()
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await other.call(
        method,
        `product_feeds/${id}`,
        method === 'PUT' ? { name: 'X' } : undefined,
      )
      expect(answer.body).toMatchObject({
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        parameters: ['product_feed', id],
      })
    }
    const merchant = (await shop.call('POST', 'organisations', { type: 'MERCHANT', name: 'M', code: 'M' }))
      .body
    const key = await shop.call('POST', 'api_keys', {
      name: 'till',
      scopes: ['products:read', 'products:write', 'products:configure'],
      organisation: { id: merchant.id },
    })
    const seen = await ask(server.url, key.body.key, { method: 'GET', path: `product_feeds/${id}` })
    expect([seen.status, seen.body.error]).toEqual([403, expect.stringContaining('FORBIDDEN')])
  })
})

/** A process of its own that looks once. */
async function pullBeside(signal: AbortSignal, pace: { readonly answerWithinMs?: number } = {}) {
  const reader = openBulkReader()
  await pullFeeds({
    database: server.database,
    clock: () => server.clock.now,
    feedKey: new Uint8Array(32),
    feedsAllowed: { networks: ['127.0.0.1/32'] },
    reader,
    wake: () => {},
    signal,
    ...pace,
  })
  await reader.close()
}

test('a server that stops in the middle of a run leaves it to the next that looks, as if it had not begun', async () => {
  const { id } = await make()
  const stopping = new AbortController()
  feeds.answer = () => stopping.abort()
  await run(id)
  await pullBeside(stopping.signal)
  expect(await read(id)).toMatchObject({ is_running: false, last_run: null, failures: 0 })
  feeds.answer = (response) => response.writeHead(200).end('[]')
  expect(await server.pullFeeds()).toBe(1)
  expect((await read(id)).last_run.outcome).toBe('SYNCHRONISED')
})

test('a file that comes too slowly is given up, however much of it is there', async () => {
  const { id } = await make()
  feeds.answer = (response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  }
  await run(id)
  await pullBeside(new AbortController().signal, { answerWithinMs: 300 })
  expect((await read(id)).last_run).toMatchObject({
    outcome: 'FAILED',
    error: 'no whole answer within 0.3 s',
  })
})
