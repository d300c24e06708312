import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { type Staff, type StaffedBusiness, staffedBusiness, staffOf } from '../../test/staff.ts'
import { openReceiver } from '../../test/webhook-receiver.ts'
import { transact } from '../db/index.ts'
import { EVENT_TYPES, type EventType, record } from '../events/index.ts'
import { newId } from '../kit/id.ts'

let server: TestServer
let other: string
let shop: Shop
const open: Follower[] = []
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
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
  {
    url = server.url,
    key = shop.key,
    headers = {},
    of = 'events',
  }: { url?: string; key?: string; headers?: object; of?: 'events' | 'changes' } = {},
): Promise<Follower> {
  const gone = new AbortController()
  const response = await fetch(`${url}/backoffice/v2/${of}/stream${query}`, {
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

  test('is shown of a person what its own reader may see, whoever reads at the same moment', async () => {
    const { owner } = await staffOf(server, shop)
    const { body: few } = await shop.call('POST', 'api_keys', { name: 'few', scopes: ['webhooks:read'] })
    const screens = await Promise.all(
      [shop.key, owner.token, few.key].map((key) => follow('?type=contact.created', { key })),
    )
    await expect.poll(() => screens.map(({ text }) => text() !== '')).toEqual([true, true, true])
    await shop.call('POST', 'contacts', {
      code: 'SEEN',
      first_name: 'Zenobia',
      phones: [{ number: '+35799123456' }],
    })
    await server.sendWebhooks()
    await expect.poll(() => screens.map(({ frames }) => frames.length)).toEqual([1, 1, 1])
    const shown = screens.map(({ frames }) => frames[0]?.data.data)
    expect(shown.map((person) => person?.phones[0].number)).toEqual(['+35799123456', '·· 456', '·· 456'])
    expect(shown.map((person) => person?.name)).toEqual(['Zenobia', 'Zenobia', 'Z.'])
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

/** Has the types happen to something, in this order, and numbers them. */
async function happen({ actor }: StaffedBusiness, ...types: readonly EventType[]): Promise<void> {
  await transact(server.database, { actor, at: server.clock.now }, async (work) => {
    for (const type of types) await record(work, type, newId())
  })
  await server.sendWebhooks()
}

describe('the screen of a member of staff', () => {
  test('hears of what the role may read and of nothing else, that it happened and no more', async () => {
    const business = await staffedBusiness(server)
    const people = [business.owner, await business.add('CLERK'), await business.add('MARKETER')]
    const screens = await Promise.all(people.map(({ token }) => follow('', { key: token, of: 'changes' })))
    await happen(business, ...EVENT_TYPES, 'purchase.posted')
    await expect
      .poll(() =>
        screens.map((screen) => typesOf(screen).filter((type) => type === 'purchase.posted').length),
      )
      .toEqual([2, 2, 2])
    const unheard = screens.map((screen) => EVENT_TYPES.filter((type) => !typesOf(screen).includes(type)))
    expect(unheard).toEqual([
      [],
      ['payout.created', 'payout.paid', 'payout.failed', 'webhook_endpoint.paused'],
      ['webhook_endpoint.paused'],
    ])
    expect(screens.flatMap(({ frames }) => frames.filter(({ data }) => data.data !== null))).toEqual([])
  })

  test('that lost the connection goes on after what it heard, past what it may not hear', async () => {
    const business = await staffedBusiness(server)
    const { token } = await business.add('CLERK')
    const screen = await follow('', { key: token, of: 'changes' })
    await happen(business, 'order.created')
    await expect.poll(() => typesOf(screen)).toEqual(['order.created'])
    await screen.leave()
    await happen(business, 'payout.paid', 'webhook_endpoint.paused', 'order.started', 'payout.failed')
    const again = await follow('', {
      key: token,
      of: 'changes',
      headers: { 'last-event-id': screen.lastId() },
    })
    await expect.poll(() => typesOf(again)).toEqual(['order.started'])
  })

  test('is told which parts of the API read otherwise where no event tells of it, here and at another process', async () => {
    const [business, stranger] = [await staffedBusiness(server), await staffedBusiness(server)]
    const { token } = await business.add('CLERK')
    const screens = [
      await follow('', { key: token, of: 'changes' }),
      await follow('', { key: token, of: 'changes', url: other }),
    ]
    const events = await follow('', { key: business.key })
    const unconcerned = await follow('', { key: stranger.owner.token, of: 'changes' })
    const parts = (screen: Follower) =>
      new Set(screen.frames.flatMap(({ event, data }) => (event === 'change' ? data.parts : [])))
    await business.owner.call('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] })
    for (const screen of screens) {
      await expect.poll(() => parts(screen)).toEqual(new Set(['API keys', 'Audit log']))
      expect(screen.frames.map(({ id }) => id)).toEqual([''])
    }
    await business.owner.call('GET', 'reward_offers/NONE')
    await server.writeRequests()
    for (const screen of screens) await expect.poll(() => parts(screen)).toContain('Request log')
    const products = [{ sku: 'SKU-1', name: 'Bread' }]
    await business.owner.call('POST', 'synchronise_products', { products })
    for (const screen of screens) await expect.poll(() => parts(screen)).toContain('Processes')
    const receiver = await openReceiver()
    const called = { url: receiver.url, event_types: ['order.created'] }
    expect(await business.owner.call('POST', 'webhook_endpoints', called)).toMatchObject({ status: 200 })
    for (const screen of screens) await expect.poll(() => parts(screen)).toContain('Webhooks')
    const before = screens.map(({ frames }) => frames.length)
    await happen(business, 'order.created')
    await server.sendWebhooks()
    const last = ({ frames }: Follower, at: number) =>
      frames.slice(before[at]).flatMap(({ event, data }) => (event === 'change' ? data.parts : []))
    await expect.poll(() => screens.map(last)).toEqual([['Webhooks'], ['Webhooks']])
    await receiver.close()
    expect([parts(unconcerned), parts(events)]).toEqual([new Set(), new Set()])
  })

  test('is not opened by a key, whatever the key may do', async () => {
    const screen = await follow('', { of: 'changes' })
    await screen.ended
    expect([screen.status, JSON.parse(screen.text()).parameters]).toEqual([403, ['staff']])
  })

  const ENDINGS: Readonly<Record<string, (of: StaffedBusiness, member: Staff) => Promise<unknown>>> = {
    'is removed': ({ owner }, { id }) => owner.call('DELETE', `users/${id}`),
    'is disabled': ({ owner }, { id }) => owner.call('PUT', `users/${id}`, { state: 'DISABLED' }),
    'is signed out by another': ({ owner }, { id }) => owner.call('DELETE', `users/${id}/sessions`),
    'signs out': (_, member) => member.call('POST', 'users/me/sign_out'),
    'gets another role': ({ owner }, { id }) => owner.call('PUT', `users/${id}`, { role: 'MARKETER' }),
  }
  describe.each(Object.entries(ENDINGS))('who %s', (_, end) => {
    test('ends before anything more is told', async () => {
      const business = await staffedBusiness(server)
      const member = await business.add('MANAGER')
      const screen = await follow('', { key: member.token, of: 'changes' })
      await happen(business, 'payout.created')
      await expect.poll(() => typesOf(screen)).toEqual(['payout.created'])
      expect(await end(business, member)).toMatchObject({ status: 200 })
      await happen(business, 'payout.paid')
      await screen.ended
      expect(typesOf(screen)).toEqual(['payout.created'])
    })
  })

  test('ends at another process too, within two seconds and though nothing happens', async () => {
    const lively = await startServer({ webhooks: { heartbeatMs: 100 } })
    try {
      const elsewhere = await lively.another()
      const business = await staffedBusiness(lively)
      const member = await business.add('CLERK')
      const screen = await follow('', { url: elsewhere, key: member.token, of: 'changes' })
      await expect.poll(() => screen.text()).toContain(': still here')
      await business.owner.call('DELETE', `users/${member.id}`)
      await screen.ended
    } finally {
      await lively.stop()
    }
  })

  test('of somebody with another role goes on with what the new role may read', async () => {
    const business = await staffedBusiness(server)
    const member = await business.add('CLERK')
    const screen = await follow('', { key: member.token, of: 'changes' })
    await happen(business, 'order.created')
    await expect.poll(() => typesOf(screen)).toEqual(['order.created'])
    await business.owner.call('PUT', `users/${member.id}`, { role: 'MARKETER' })
    await happen(business, 'payout.paid', 'webhook_endpoint.paused', 'order.started')
    await screen.ended
    const again = await follow('', {
      key: member.token,
      of: 'changes',
      headers: { 'last-event-id': screen.lastId() },
    })
    await expect.poll(() => typesOf(again)).toEqual(['payout.paid', 'order.started'])
  })
})

test('a stream ends with its key though something happens without a pause', async () => {
  const made = await shop.call('POST', 'api_keys', { name: 'screen', scopes: ['webhooks:read'] })
  const screen = await follow('', { key: made.body.key })
  await shop.shopper()
  await server.sendWebhooks()
  await expect.poll(() => typesOf(screen)).toEqual(['contact.created'])
  await shop.call('DELETE', `api_keys/${made.body.id}`)
  await shop.shopper()
  await server.sendWebhooks()
  await screen.ended
  expect(typesOf(screen)).toEqual(['contact.created'])
})
