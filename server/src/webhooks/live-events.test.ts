import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let other: string
let shop: Shop
const open: Follower[] = []
beforeAll(async () => {
  server = await startServer()
  other = await server.another()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server)
  await server.sendWebhooks()
})
afterEach(async () => {
  for (const each of open.splice(0)) await each.leave()
})

interface Frame {
  readonly id: string
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: any type of event
  readonly data: any
}

interface Follower {
  readonly status: number
  readonly frames: readonly Frame[]
  /** All that was sent, as text. */
  text(): string
  /** The last id that was seen, as a browser keeps it. */
  lastId(): string
  ended: Promise<void>
  leave(): Promise<void>
}

/** Reads as a browser's EventSource does. */
async function follow(
  query = '',
  { url = server.url, key = shop.key, headers = {} }: { url?: string; key?: string; headers?: object } = {},
): Promise<Follower> {
  const gone = new AbortController()
  const response = await fetch(`${url}/backoffice/v2/events/stream${query}`, {
    headers: { api_key: key, ...headers },
    signal: gone.signal,
  })
  let text = ''
  const blocks = () => text.split('\n\n').slice(0, -1)
  const fieldOf = (block: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
  const read = async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString('utf8')
  }
  const follower: Follower = {
    status: response.status,
    get frames() {
      return blocks().flatMap((block) => {
        const data = fieldOf(block, 'data')
        const [id = '', event = ''] = [fieldOf(block, 'id'), fieldOf(block, 'event')]
        return data === undefined ? [] : [{ id, event, data: JSON.parse(data) }]
      })
    },
    text: () => text,
    lastId: () =>
      blocks()
        .flatMap((block) => fieldOf(block, 'id') ?? [])
        .at(-1) ?? '',
    ended: read().catch(() => {}),
    leave: async () => {
      gone.abort()
      await follower.ended
    },
  }
  open.push(follower)
  return follower
}

const typesOf = ({ frames }: Follower) => frames.map(({ event }) => event)

describe('a live screen', () => {
  test('hears of what happens from now on, with the thing as it is read, whichever process it asked', async () => {
    await shop.shopper()
    await server.sendWebhooks()
    const [here, there] = [await follow(), await follow('?include_data=false', { url: other })]
    const bought = (await shop.buy({ total: '3.00' })).body
    await server.sendWebhooks()
    await expect
      .poll(() => [typesOf(here), typesOf(there)])
      .toEqual([['purchase.posted'], ['purchase.posted']])
    expect(here.frames[0]?.data).toMatchObject({
      entity_id: bought.id,
      type: 'purchase.posted',
      data: { id: bought.id, transaction_amounts: { total: 3 } },
    })
    expect(there.frames[0]?.data).toMatchObject({ entity_id: bought.id, data: null })
  })

  test('that lost the connection goes on with Last-Event-ID, at another process, and has each event once in order', async () => {
    const seen: string[] = []
    let last: string | undefined
    const contacts: Promise<string>[] = []
    for (let round = 0; round < 4; round++) {
      const screen = await follow('?type=contact.created', {
        url: round % 2 ? other : server.url,
        headers: last === undefined ? {} : { 'last-event-id': last },
      })
      for (let number = 0; number < 5; number++) contacts.push(shop.shopper())
      await Promise.all(contacts)
      await server.sendWebhooks()
      await expect.poll(() => screen.frames.length).toBeGreaterThan(0)
      await screen.leave()
      seen.push(...screen.frames.map(({ data }) => data.id))
      last = screen.lastId()
      for (let number = 0; number < 5; number++) await shop.shopper()
      await server.sendWebhooks()
    }
    const rest = await follow('?type=contact.created', { headers: { 'last-event-id': last ?? '' } })
    const feed = (await shop.call('GET', 'events?type=contact.created&size=100')).body.content
    await expect.poll(() => seen.length + rest.frames.length).toBe(40)
    expect([...seen, ...rest.frames.map(({ data }) => data.id)]).toEqual(
      feed.map(({ id }: { id: string }) => id),
    )
  })

  test('of one business hears nothing of another', async () => {
    const stranger = await openShop(server)
    const screen = await follow()
    await stranger.shopper()
    await shop.shopper()
    await server.sendWebhooks()
    await expect.poll(() => typesOf(screen)).toEqual(['contact.created'])
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(typesOf(screen)).toEqual(['contact.created'])
  })

  test.each([
    ['a cursor that is none', '', { 'last-event-id': 'abc' }, 400],
    ['a type that is none', '?type=purchase.eaten', {}, 400],
    ['no key', '', { api_key: 'tb_test_nobody' }, 401],
  ])('with %s is refused before anything is sent', async (_, query, headers, status) => {
    const screen = await follow(query, { headers })
    await screen.ended
    expect([screen.status, JSON.parse(screen.text()).status]).toEqual([status, status])
  })

  test('that begins to read late gets all, batch by batch', async () => {
    const gone = new AbortController()
    const stalled = await fetch(`${server.url}/backoffice/v2/events/stream?type=contact.updated`, {
      headers: { api_key: shop.key },
      signal: gone.signal,
    })
    const { body: contact } = await shop.call('POST', 'contacts', { code: 'BUSY' })
    for (let number = 0; number < 60; number++) {
      await shop.call('PUT', 'contacts/BUSY', { first_name: `Name ${number}`, segments: [`${number}`] })
    }
    await server.sendWebhooks()
    let text = ''
    for await (const chunk of stalled.body ?? []) {
      text += Buffer.from(chunk).toString('utf8')
      if (text.split('\n\n').length > 61) break
    }
    gone.abort()
    expect(text.match(/"entity_id":"[^"]+"/g)).toEqual(Array(60).fill(`"entity_id":"${contact.id}"`))
  })
})

test('at most 50 streams of a business are open at once in a process; a closed one makes room', async () => {
  const streams = await Promise.all(Array.from({ length: 50 }, () => follow()))
  const refused = await follow()
  await refused.ended
  expect([refused.status, JSON.parse(refused.text()).retryable]).toEqual([503, true])
  await streams[0]?.leave()
  await expect.poll(async () => (await follow()).status).toBe(200)
})

test('a server that stops ends its streams at once, and waits for no connection that was never used', async () => {
  const short = await startServer()
  const there = await openShop(short)
  const screen = await follow('', { url: short.url, key: there.key })
  const unused = connect(Number(new URL(short.url).port), '127.0.0.1')
  await once(unused, 'connect')
  await short.stop()
  await screen.ended
  expect(screen.text()).toMatch(/^retry: 2000\nid: \d+\n\n$/)
})

test('a quiet stream says that it lives, and ends when its key is revoked', async () => {
  const lively = await startServer({ webhooks: { heartbeatMs: 100 } })
  try {
    const there = await openShop(lively)
    const made = await there.call('POST', 'api_keys', { name: 'screen', scopes: ['webhooks:read'] })
    const screen = await follow('', { url: lively.url, key: made.body.key })
    await expect.poll(() => screen.text().match(/^: still here\nid: \d+$/gm)?.length ?? 0).toBeGreaterThan(1)
    await there.call('DELETE', `api_keys/${made.body.id}`)
    await screen.ended
    await screen.leave()
  } finally {
    await lively.stop()
  }
})
