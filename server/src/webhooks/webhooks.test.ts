import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'

let server: TestServer
let shop: Shop
let receiver: Receiver
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date()
  shop = await openShop(server)
  receiver = await openReceiver()
})
afterEach(() => receiver.close())

async function listen(body: object = {}) {
  const { body: made } = await shop.call('POST', 'webhook_endpoints', { url: receiver.url, ...body })
  return made as { readonly id: string; readonly secret: string }
}

const deliveries = async (query = '') =>
  (await shop.call('GET', `webhook_deliveries?order=ASC&size=100${query}`)).body.content

function pass(milliseconds: number): void {
  server.clock.now = new Date(server.clock.now.getTime() + milliseconds)
}

describe('a delivery', () => {
  test('has the thing in the shape in which it is read, its sequence, and a signature that the public package accepts', async () => {
    const { secret } = await listen({ event_types: ['purchase.posted', 'purchase.cancelled'] })
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const bought = (await shop.buy({ contact, total: '20.00' })).body

    await server.sendWebhooks()
    await shop.call('POST', `purchases/${bought.id}/cancel`)
    await server.sendWebhooks()

    const [posted, cancelled] = receiver.received
    expect(posted?.body).toMatchObject({
      type: 'purchase.posted',
      mode: 'TEST',
      entity_id: bought.id,
      data: { id: bought.id, state: 'POSTED', rewards: { award: 2 } },
    })
    expect(cancelled?.body).toMatchObject({ type: 'purchase.cancelled', data: { state: 'CANCELLED' } })
    expect(cancelled?.body.sequence).toBeGreaterThan(posted?.body.sequence)
    for (const { text, headers } of receiver.received) {
      expect(new Webhook(secret).verify(text, headers)).toEqual(JSON.parse(text))
      expect(() => new Webhook(secret).verify(`${text} `, headers)).toThrow()
    }
    expect(await deliveries()).toMatchObject([
      { state: 'DELIVERED', attempts: 1, status: 204 },
      { state: 'DELIVERED', attempts: 1, status: 204 },
    ])
  })

  test('that is not taken is tried again after 5 s, 5 min, 30 min …, each within a fifth, with the same id and body', async () => {
    await listen({ event_types: ['contact.created'] })
    receiver.answer = 500
    await shop.shopper()
    const delays: number[] = []

    for (;;) {
      await server.sendWebhooks()
      const [delivery] = await deliveries()
      if (delivery.state !== 'PENDING') break
      const wait = delivery.next_attempt_on * 1_000 - server.clock.now.getTime()
      delays.push(wait)
      pass(wait + 2_000)
    }

    const planned = [5, 300, 1_800, 7_200, 18_000, 36_000, 36_000]
    expect(delays).toHaveLength(planned.length)
    delays.forEach((delay, index) => {
      const seconds = planned[index] ?? 0
      expect(Math.abs(delay / 1_000 - seconds)).toBeLessThanOrEqual(seconds * 0.2 + 1)
    })
    expect(receiver.received).toHaveLength(8)
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1)
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await deliveries()).toMatchObject([{ state: 'FAILED', attempts: 8, status: 500 }])
  })

  test('answered with 410 is dropped and the endpoint disabled; with abort-message it alone is dropped', async () => {
    const { id } = await listen({ event_types: ['contact.created'] })
    receiver.answer = (response) => response.writeHead(400, { 'webhook-delivery': 'abort-message' }).end()
    await shop.shopper()
    await server.sendWebhooks()
    expect(await deliveries()).toMatchObject([{ state: 'DROPPED' }])
    expect((await shop.call('GET', `webhook_endpoints/${id}`)).body.state).toBe('ENABLED')

    receiver.answer = 410
    await shop.shopper()
    await server.sendWebhooks()
    expect((await shop.call('GET', `webhook_endpoints/${id}`)).body).toMatchObject({
      state: 'DISABLED',
      reason: 'the receiver answered 410',
    })
    await shop.shopper()
    await server.sendWebhooks()
    expect(receiver.received).toHaveLength(2)
  })

  test('is made once for an event, by however many processes', async () => {
    await server.another()
    await listen()
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    await Promise.all(Array.from({ length: 20 }, () => shop.buy({ contact, total: '10.00' })))
    await Promise.all([server.sendWebhooks(), server.sendWebhooks(), server.sendWebhooks()])
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(receiver.received.filter(({ body }) => body.type === 'purchase.posted')).toHaveLength(20)
  })
})

describe('an endpoint', () => {
  test('is paused after five days of nothing but failures, tells so as an event, and is recovered in full', async () => {
    const { id } = await listen({ event_types: ['contact.created'] })
    receiver.answer = 500
    for (let day = 0; day < 7; day++) {
      await shop.shopper()
      await server.sendWebhooks()
      pass(24 * 3_600_000)
    }
    expect((await shop.call('GET', `webhook_endpoints/${id}`)).body.state).toBe('PAUSED')
    await server.sendWebhooks()
    const events = (await shop.call('GET', 'events?size=100&type=webhook_endpoint.paused')).body.content
    expect(events).toMatchObject([{ entity_id: id, data: { state: 'PAUSED' } }])

    receiver.answer = 200
    await shop.call('PUT', `webhook_endpoints/${id}`, { state: 'ENABLED' })
    const since = Math.floor(server.clock.now.getTime() / 1_000) - 8 * 86_400
    await shop.call('POST', `webhook_endpoints/${id}/recover`, { since })
    await server.sendWebhooks()
    expect((await deliveries()).map(({ state }: { state: string }) => state)).toEqual(
      Array.from({ length: 7 }, () => 'DELIVERED'),
    )
  })

  test('with a new secret is signed by both for a day, then by the new one alone', async () => {
    const { id, secret } = await listen({ event_types: ['contact.created'] })
    const { secret: newer } = (await shop.call('POST', `webhook_endpoints/${id}/rotate_secret`, {})).body
    await shop.shopper()
    await server.sendWebhooks()
    const [first] = receiver.received
    for (const each of [secret, newer]) {
      expect(() => new Webhook(each).verify(first?.text ?? '', first?.headers ?? {})).not.toThrow()
    }
    pass(25 * 3_600_000)
    await shop.shopper()
    await server.sendWebhooks()
    expect(receiver.received.at(-1)?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
  })

  test("'s secret is told once: neither a read, nor a repeated request, nor the database in clear has it", async () => {
    const body = { url: receiver.url }
    const key = { 'Idempotency-Key': 'endpoint-1' }
    const made = (await shop.call('POST', 'webhook_endpoints', body, key)).body
    expect(made.secret).toMatch(/^whsec_/)
    expect((await shop.call('POST', 'webhook_endpoints', body, key)).body).toMatchObject({
      id: made.id,
      secret: null,
    })
    expect((await shop.call('GET', `webhook_endpoints/${made.id}`)).text).not.toContain('whsec_')
    const { rows } = await server.database.pool.query('select * from webhook_endpoints')
    const plain = Buffer.from(made.secret.slice('whsec_'.length), 'base64')
    for (const row of rows) expect(row.secret.includes(plain)).toBe(false)
  })

  test('of a disabled state is not called; resending needs it enabled; deleting it ends it', async () => {
    const { id } = await listen({ event_types: ['contact.created'] })
    await shop.shopper()
    await server.sendWebhooks()
    const [{ id: delivery }] = await deliveries()
    expect((await shop.call('POST', `webhook_deliveries/${delivery}/resend`, {})).body).toMatchObject({
      state: 'PENDING',
      attempts: 0,
    })
    await server.sendWebhooks()
    expect(receiver.received).toHaveLength(2)
    await shop.call('PUT', `webhook_endpoints/${id}`, { state: 'DISABLED' })
    expect((await shop.call('POST', `webhook_deliveries/${delivery}/resend`, {})).body.parameters).toEqual([
      'webhook_endpoint',
      'DISABLED',
    ])
    await shop.call('DELETE', `webhook_endpoints/${id}`)
    expect((await shop.call('GET', `webhook_endpoints/${id}`)).body.parameters).toEqual([
      'webhook_endpoint',
      id,
    ])
  })

  test('of another business is not found, and its events go nowhere else', async () => {
    const { id } = await listen()
    const stranger = await openShop(server)
    expect((await stranger.call('GET', `webhook_endpoints/${id}`)).body.parameters).toEqual([
      'webhook_endpoint',
      id,
    ])
    await stranger.shopper()
    await server.sendWebhooks()
    expect(receiver.received).toHaveLength(0)
  })
})

describe('a business', () => {
  test('has at most 20 endpoints, and is told so', async () => {
    for (let number = 0; number < 20; number++) await listen()
    const refused = await shop.call('POST', 'webhook_endpoints', { url: receiver.url })
    expect([refused.status, refused.body.parameters]).toEqual([400, ['webhook_endpoint', '20']])
  })

  test('that lost what it took gets it again by recover with include_delivered, under the same ids', async () => {
    const { id } = await listen({ event_types: ['contact.created'] })
    await shop.shopper()
    await server.sendWebhooks()
    const since = Math.floor(server.clock.now.getTime() / 1_000) - 60
    const recover = async (body: object) =>
      (await shop.call('POST', `webhook_endpoints/${id}/recover`, { since, ...body })).body.deliveries
    expect(await recover({})).toBe(0)
    expect(await recover({ include_delivered: true })).toBe(1)
    await server.sendWebhooks()
    const [first, again] = receiver.received
    expect([again?.text, again?.headers['webhook-id']]).toEqual([first?.text, first?.headers['webhook-id']])
  })

  test('hears of a wallet whenever its money moves, once for each movement, and not when none moves', async () => {
    await shop.offer(tenPercent)
    await listen({ event_types: ['wallet.changed'] })
    const contact = await shop.shopper()
    const { wallet } = (await shop.call('GET', `contacts/${contact}`)).body
    const heard = async () => {
      await server.sendWebhooks()
      return receiver.received.map(({ body }) => [body.entity_id, body.data.total_balance])
    }
    const bought = (await shop.buy({ contact, total: '20.00' })).body
    expect(await heard()).toEqual([[wallet.id, 2]])
    await shop.buy({ total: '20.00' })
    await shop.call('POST', `purchases/${bought.id}/cancel`)
    await shop.call('POST', `purchases/${bought.id}/cancel`)
    expect(await heard()).toEqual([
      [wallet.id, 2],
      [wallet.id, 0],
    ])
    await shop.call('POST', `wallets/${wallet.id}/adjustments`, {
      type: 'CREDIT',
      amount: 5,
      reason: 'Sorry',
    })
    expect((await heard()).at(-1)).toEqual([wallet.id, 5])
    expect(receiver.received.map(({ body }) => body.sequence)).toEqual([1, 2, 3])
  })
})

describe('the feed of events', () => {
  test('read in pages by its cursor tells each event once, in order, while others are written at the same time', async () => {
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const seen: string[] = []
    let after = '0'
    const read = async () => {
      await server.sendWebhooks()
      for (;;) {
        const { content, paging } = (await shop.call('GET', `events?size=7&after=${after}`)).body
        seen.push(...content.map(({ id }: { id: string }) => id))
        after = paging.cursor
        if (!paging.has_more) return
      }
    }
    for (let round = 0; round < 5; round++) {
      await Promise.all([...Array.from({ length: 12 }, () => shop.buy({ contact, total: '10.00' })), read()])
    }
    await read()
    const { rows } = await server.database.pool.query('select id from events where tenant = $1', [
      shop.actor.tenant,
    ])
    expect(await newestFirst()).toEqual(seen.toReversed())
    expect(seen.length).toBe(new Set(seen).size)
    expect(new Set(seen)).toEqual(new Set(rows.map(({ id }) => id)))
  })

  const newestFirst = async () => {
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { content, paging } = (await shop.call('GET', `events?order=DESC&size=7${cursor}`)).body
      ids.push(...content.map(({ id }: { id: string }) => id))
      if (!paging.has_more) return ids
      cursor = `&after=${paging.cursor}`
    }
  }

  test('refuses what is no cursor and no type, naming what is needed', async () => {
    const refused = await shop.call('GET', 'events?after=abc&type=purchase.eaten')
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors.map(({ path }: { path: string }) => path)).toEqual(['after', 'type'])
  })
})
