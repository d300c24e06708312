import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'

// Receivers that fail in every way: each costs a socket for as long as a call may take, and nobody else anything.

const WITHIN_MS = 500

let server: TestServer
const open: Receiver[] = []
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'], answerWithinMs: WITHIN_MS } })
})
afterAll(() => server.stop())
afterEach(async () => {
  for (const each of open.splice(0)) await each.close()
})

async function listenAt(shop: Shop, answer: Receiver['answer']): Promise<Receiver> {
  const receiver = await openReceiver()
  open.push(receiver)
  receiver.answer = answer
  await shop.call('POST', 'webhook_endpoints', { url: receiver.url, event_types: ['contact.created'] })
  return receiver
}

/** What became of the one delivery to a receiver that answers so. */
async function outcomeOf(answer: Receiver['answer']) {
  const shop = await openShop(server)
  await listenAt(shop, answer)
  await shop.shopper()
  await server.sendWebhooks()
  const { content } = (await shop.call('GET', 'webhook_deliveries')).body
  const [{ next_attempt_on, ...delivery }] = content
  const wait = next_attempt_on && next_attempt_on - Math.floor(server.clock.now.getTime() / 1_000)
  return { ...delivery, wait }
}

/** Writes a piece every so often until the other end is gone; answers how much that was. */
function drip(write: (piece: string) => unknown, everyMs = 50) {
  const timer = setInterval(() => write('x'), everyMs)
  return () => clearInterval(timer)
}

describe('a receiver', () => {
  test('that takes the request and says nothing is let go when its time is over', async () => {
    expect(await outcomeOf(() => {})).toMatchObject({
      state: 'PENDING',
      status: null,
      error: `no answer within ${WITHIN_MS / 1_000} s`,
    })
  })

  test('that drips its head byte by byte is let go as well', async () => {
    const delivery = await outcomeOf((_response, { socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ')
      socket.on(
        'close',
        drip((piece) => socket.write(piece)),
      )
    })
    expect(delivery).toMatchObject({ state: 'PENDING', error: `no answer within ${WITHIN_MS / 1_000} s` })
  })

  test('that says 200 and drips a body for ever has taken it: its head is its answer', async () => {
    const delivery = await outcomeOf((response) => {
      response.writeHead(200)
      response.on(
        'close',
        drip((piece) => response.write(piece)),
      )
    })
    expect(delivery).toMatchObject({ state: 'DELIVERED', status: 200 })
  })

  test('that answers 10 MB is read for 64 KB and no further', async () => {
    let socketWrote = 0
    const delivery = await outcomeOf((response, { socket }) => {
      response.writeHead(200)
      const piece = Buffer.alloc(64 * 1024)
      const pour = () => {
        for (let sent = 0; sent < 160 && !response.destroyed; sent++) if (!response.write(piece)) break
      }
      response.on('drain', pour)
      socket.on('close', () => {
        socketWrote = socket.bytesWritten
      })
      pour()
    })
    expect(delivery).toMatchObject({ state: 'DELIVERED', status: 200 })
    await expect.poll(() => socketWrote).toBeGreaterThan(64 * 1024)
    expect(socketWrote).toBeLessThan(9_000_000)
  })

  test.each([
    ['301', (location: string) => ({ status: 301, head: { location } })],
    ['307', (location: string) => ({ status: 307, head: { location } })],
    ['308', (location: string) => ({ status: 308, head: { location } })],
  ])('that answers %s is not followed', async (_, answer) => {
    const other = await openReceiver()
    open.push(other)
    const { status, head } = answer(other.url)
    const delivery = await outcomeOf((response) => response.writeHead(status, head).end())
    expect([delivery.state, delivery.status, other.received]).toEqual(['PENDING', status, []])
  })

  test.each([
    ['429', '900', 900],
    ['429', () => new Date(server.clock.now.getTime() + 1_800_000).toUTCString(), 1_800],
    ['503', '120', 120],
    ['429', '1', 5],
    ['429', 'soon', 5],
    ['429', '99999999', 86_400],
  ] as const)('that answers %s and Retry-After %s is called again then', async (status, after, seconds) => {
    const value = typeof after === 'function' ? after() : after
    const { wait } = await outcomeOf((response) =>
      response.writeHead(Number(status), { 'retry-after': value }).end(),
    )
    expect(Math.abs(wait - seconds)).toBeLessThanOrEqual(seconds === 5 ? 2 : 1)
  })

  test('that breaks the connection is called again', async () => {
    const { state, error, wait } = await outcomeOf((_response, { socket }) => socket.destroy())
    expect([state, error, wait >= 4 && wait <= 6]).toEqual(['PENDING', expect.any(String), true])
  })
})

test('receivers of others that hang do not keep a good one waiting: it has all before the first of them is let go', async () => {
  const slow = await startServer({
    webhooks: { networks: ['127.0.0.0/8'], everyMs: 100, answerWithinMs: 120_000 },
  })
  try {
    Object.defineProperty(slow.clock, 'now', { get: () => new Date() })
    const shops = await Promise.all([openShop(slow), openShop(slow), openShop(slow)])
    const hanging: Receiver[] = []
    for (const shop of shops.slice(0, 2)) {
      for (let number = 0; number < 8; number++) hanging.push(await listenAt(shop, () => {}))
    }
    for (const shop of shops.slice(0, 2)) for (let number = 0; number < 10; number++) await shop.shopper()
    // All hang: eight endpoints of two businesses, ten calls each.
    await expect
      .poll(() => hanging.reduce((sum, { received }) => sum + received.length, 0), { timeout: 40_000 })
      .toBe(160)
    const good = shops[2]
    if (!good) throw new Error('set-up failed')
    const receiver = await listenAt(good, 204)
    for (let number = 0; number < 30; number++) await good.shopper()
    await expect.poll(() => receiver.received.length, { timeout: 20_000 }).toBe(30)
    for (const each of hanging.splice(0)) await each.close()
  } finally {
    for (const each of open.splice(0)) await each.close()
    await slow.stop()
  }
})
