import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { EVENT_TYPES } from '../events/index.ts'
import { TRIGGERS_OF } from './triggers.ts'

let server: TestServer
let receiver: Receiver
let shop: Shop
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
  // What is over within a second is over by the time that passes.
  Object.defineProperty(server.clock, 'now', { get: () => new Date() })
  receiver = await openReceiver()
  shop = await openShop(server)
  await ok(shop.call('POST', 'webhook_endpoints', { url: receiver.url }))
})
afterAll(async () => {
  await receiver.close()
  await server.stop()
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const trigger = (event: string, headers = {}) =>
  shop.call('POST', 'test_helpers/triggers', { event }, headers)
const triggered = EVENT_TYPES.filter((event) => TRIGGERS_OF[event].run)

describe('an event that is triggered', () => {
  test.each(triggered)('%s happens, and is told to webhooks with the object that it is of', async (event) => {
    const told = await ok(trigger(event))
    expect(told.event).toBe(event)
    const itself = told.events.findLast(({ type }: { type: string }) => type === event)
    expect(itself.object_id).toBe(told.object_id)
    await server.sendWebhooks()
    expect(await ok(shop.call('GET', `events/${itself.id}`))).toMatchObject({
      type: event,
      entity_id: told.object_id,
    })
    const { content } = await ok(shop.call('GET', `webhook_deliveries?event_id=${itself.id}`))
    expect(content).toHaveLength(1)
    const sent = receiver.received.filter(({ body }) => body.type === event)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.some(({ text }) => text.includes(told.object_id))).toBe(true)
  })

  test('is one of a list of all, with what cannot be', async () => {
    const { content } = await ok(shop.call('GET', 'test_helpers/triggers'))
    expect(content.map(({ event }: { event: string }) => event).toSorted()).toEqual(EVENT_TYPES.toSorted())
    const not = content.filter((each: { can_be_triggered: boolean }) => !each.can_be_triggered)
    expect(not.map(({ event }: { event: string }) => event)).toEqual(['webhook_endpoint.paused'])
    expect((await trigger('webhook_endpoint.paused')).body.parameters).toEqual([
      'trigger',
      'webhook_endpoint.paused',
    ])
  })

  test('happens once to a request that is sent again, and several times at once to several', async () => {
    const key = { 'idempotency-key': 'once' }
    expect(await ok(trigger('contact.created', key))).toEqual(await ok(trigger('contact.created', key)))
    const fresh = await openShop(server)
    const all = await Promise.all(
      Array.from({ length: 4 }, () =>
        fresh.call('POST', 'test_helpers/triggers', { event: 'reward.awarded' }),
      ),
    )
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(await fresh.verify()).toEqual([])
  })

  test('leaves the books in order, and never happens in LIVE mode', async () => {
    expect(await shop.verify()).toEqual([])
    const live = await openShop(server, { mode: 'LIVE' })
    for (const asked of [
      live.call('GET', 'test_helpers/triggers'),
      live.call('POST', 'test_helpers/triggers', { event: 'contact.created' }),
    ])
      expect((await asked).body.parameters).toEqual(['mode', 'LIVE'])
  })
})
