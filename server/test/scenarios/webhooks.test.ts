import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect } from 'vitest'
import { epochSeconds, later, MINUTE } from '../../src/kit/time.ts'
import { openReceiver, type Receiver } from '../webhook-receiver.ts'
import { stories } from './story.ts'

// What a front end does about its webhooks: new secrets, what it lost, and what it reads for itself.

const story = stories({ webhooks: { networks: ['127.0.0.0/8'] } })

let receiver: Receiver
beforeAll(async () => {
  receiver = await openReceiver({ secure: true })
})
afterAll(() => receiver.close())

/** The signatures of a delivery, each by the secret that made it. */
function signedBy(secrets: readonly string[], at: Date): boolean[] {
  const { text = '', headers = {} } = receiver.received.at(-1) ?? {}
  const signatures = headers['webhook-signature']?.split(' ') ?? []
  return secrets.map((secret) =>
    signatures.includes(new Webhook(secret).sign(headers['webhook-id'] ?? '', at, text)),
  )
}

story('webhooks: a new secret, what was lost sent again, and the same read from the feed', async (scene) => {
  const { shop, server } = scene
  receiver.received.length = 0
  receiver.answer = 204
  const operator = await scene.speaker(['webhooks:read', 'webhooks:write'])
  const since = epochSeconds(server.clock.now)
  const wanted = { url: receiver.url, description: 'Back office', event_types: ['contact.created'] }
  const { body: hook } = await operator.call('POST', 'webhook_endpoints', wanted)
  expect(hook).toMatchObject({ ...wanted, state: 'ENABLED', secret: expect.stringMatching(/^whsec_/) })
  const path = `webhook_endpoints/${hook.id}`
  expect((await operator.call('GET', path)).body).not.toHaveProperty('secret')
  await shop.call('POST', 'contacts', { code: 'ANNA', first_name: 'Anna' })
  await server.sendWebhooks()
  expect(receiver.received).toHaveLength(1)
  expect(signedBy([hook.secret], server.clock.now)).toEqual([true])

  const { body: rotated } = await operator.call('POST', `${path}/rotate_secret`, {})
  expect((await operator.call('POST', `${path}/recover`, { since })).body.deliveries).toBe(0)
  const lost = await operator.call('POST', `${path}/recover`, { since, include_delivered: true })
  expect(lost.body.deliveries).toBe(1)
  server.clock.now = later(server.clock.now, MINUTE)
  await server.sendWebhooks()
  expect(signedBy([hook.secret, rotated.secret], server.clock.now)).toEqual([true, true])

  const { body: deliveries } = await operator.call('GET', `webhook_deliveries?webhook_endpoint_id=${hook.id}`)
  const [{ id }] = deliveries.content
  expect((await operator.call('POST', `webhook_deliveries/${id}/resend`, {})).body).toMatchObject({ id })
  server.clock.now = later(server.clock.now, 2 * MINUTE)
  await server.sendWebhooks()
  const [first, ...again] = receiver.received.map(({ text, headers }) => [text, headers['webhook-id']])
  expect(again).toEqual([first, first])

  const { body: feed } = await operator.call('GET', 'events?type=contact.created')
  expect(feed.content).toMatchObject([
    { mode: scene.mode, type: 'contact.created', entity_id: receiver.received[0]?.body.entity_id },
  ])
  expect((await operator.call('PUT', path, { state: 'DISABLED' })).body).toMatchObject({ state: 'DISABLED' })
  expect((await operator.call('DELETE', path)).body).toEqual({ id: hook.id })
})
