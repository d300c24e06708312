import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { openReceiver, type Received, type Receiver } from '../../test/webhook-receiver.ts'
import { openDatabase, transact } from '../db/index.ts'
import { record } from '../events/index.ts'
import { DAY, HOUR, later, MINUTE } from '../kit/time.ts'
import { forgetOld } from './forget-old.ts'

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

function pass(milliseconds: number): void {
  server.clock.now = later(server.clock.now, milliseconds)
}

async function listen(url: string, body: object = {}) {
  const { body: made } = await shop.call('POST', 'webhook_endpoints', { url, ...body })
  return made as { readonly id: string; readonly secret: string }
}

/** What a receiver knows that keeps of each thing the event with the highest sequence, in whatever order they came. */
function stateOf(received: readonly Received[]): ReadonlyMap<string, unknown> {
  const newest = new Map<string, { sequence: number; data: unknown; type: string }>()
  for (const { body } of received) {
    const { entity_id, sequence, data, type } = body
    if ((newest.get(entity_id)?.sequence ?? 0) < sequence) newest.set(entity_id, { sequence, data, type })
  }
  return newest
}

test('a receiver that was down for a day ends in the same state as one that was up, with no help', async () => {
  const up = await openReceiver()
  try {
    await listen(up.url)
    await listen(receiver.url)
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const bought: string[] = []
    receiver.answer = (response, { socket }) =>
      bought.length % 2 ? socket.destroy() : response.writeHead(503).end()
    for (let step = 0; step < 12; step++) {
      bought.push(
        (await shop.buy({ contact, total: '10.00', ...(step % 3 === 2 && { spend: 0.5 }) })).body.id,
      )
      if (step % 4 === 3) await shop.call('POST', `purchases/${bought[step - 2]}/cancel`)
      await server.sendWebhooks()
      pass(2 * HOUR)
    }
    const before = receiver.received.length
    receiver.answer = 200
    // The longest wait of the schedule is 12 h.
    for (let hour = 0; hour < 13; hour++) {
      await server.sendWebhooks()
      pass(HOUR)
    }
    const taken = receiver.received.slice(before)
    expect(stateOf(taken)).toEqual(stateOf(up.received))
    expect(new Set(taken.map(({ body }) => body.id))).toEqual(new Set(up.received.map(({ body }) => body.id)))
  } finally {
    await up.close()
  }
})

describe('a sender that is killed', () => {
  const sender = fileURLToPath(new URL('../../test/webhook-sender.ts', import.meta.url))

  test('between the answer 200 and marking the delivery leaves it to be sent again under the same id', async () => {
    const { secret } = await listen(receiver.url, { event_types: ['contact.created'] })
    const killed: string[] = []
    for (let round = 0; round < 2; round++) {
      await shop.shopper()
      const child = spawn(process.execPath, [sender], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {
          ...process.env,
          DATABASE_URL: server.database.url,
          SECRET: server.secret.toString('hex'),
          NOW: server.clock.now.toISOString(),
        },
      })
      const isOver = once(child, 'exit')
      receiver.answer = (response, { headers }) => {
        // The receiver has it; the sender never learns.
        child.kill('SIGKILL')
        killed.push(String(headers['webhook-id']))
        response.writeHead(200).end()
      }
      await isOver
      const { content } = (await shop.call('GET', 'webhook_deliveries?state=PENDING')).body
      expect(content.map(({ id }: { id: string }) => id)).toContain(killed.at(-1))

      receiver.answer = 200
      await server.sendWebhooks()
      expect(receiver.received.filter(({ headers }) => headers['webhook-id'] === killed.at(-1))).toHaveLength(
        1,
      )
      pass(MINUTE + 1_000)
      await server.sendWebhooks()
    }
    for (const id of killed) {
      const copies = receiver.received.filter(({ headers }) => headers['webhook-id'] === id)
      expect(copies.map(({ text }) => text)).toEqual([copies[0]?.text, copies[0]?.text])
      for (const { text, headers } of copies) new Webhook(secret).verify(text, headers)
    }
    const { content } = (await shop.call('GET', 'webhook_deliveries?size=100')).body
    expect(content.map(({ state }: { state: string }) => state)).toEqual(Array(2).fill('DELIVERED'))
  }, 180_000)
})

describe('a transaction that is long', () => {
  test('and began before others that are told already is told after them: neither feed nor webhook leaves it out', async () => {
    await listen(receiver.url, { event_types: ['contact.updated'] })
    const { body: contact } = await shop.call('POST', 'contacts', { code: 'EARLY' })
    const other = openDatabase(server.database.url)
    try {
      let finish = () => {}
      const held = new Promise<void>((resolve) => {
        finish = resolve
      })
      let begun = () => {}
      const hasBegun = new Promise<void>((resolve) => {
        begun = resolve
      })
      const long = transact(other, { actor: shop.actor, at: server.clock.now }, async (work) => {
        await record(work, 'contact.updated', contact.id)
        begun()
        await held
      })
      await hasBegun
      const { body: late } = await shop.call('POST', 'contacts', { code: 'LATE' })
      await shop.call('PUT', 'contacts/LATE', { first_name: 'Late' })
      await server.sendWebhooks()
      const first = (await shop.call('GET', 'events?size=100')).body
      expect(first.content.at(-1)).toMatchObject({ type: 'contact.updated', entity_id: late.id })
      finish()
      await long
      await server.sendWebhooks()
      const rest = (await shop.call('GET', `events?size=100&after=${first.paging.cursor}`)).body
      expect(rest.content).toMatchObject([{ type: 'contact.updated', entity_id: contact.id, sequence: 2 }])
      // Its id is lower than one that was told before it: whoever went by ids would have left it out.
      expect(rest.content[0].id < first.content.at(-1).id).toBe(true)
      expect(receiver.received.map(({ body }) => body.entity_id)).toEqual([late.id, contact.id])
    } finally {
      await other.close()
    }
  })
})

describe('after 30 days', () => {
  const events = async (query = '') => (await shop.call('GET', `events?size=100${query}`)).body

  test('an event is forgotten with its deliveries, and the next one of the same thing has the next number', async () => {
    await listen(receiver.url)
    const { body: contact } = await shop.call('POST', 'contacts', { code: 'OLD' })
    await shop.call('PUT', 'contacts/OLD', { first_name: 'Old' })
    await server.sendWebhooks()
    const [oldest] = (await events()).content
    pass(20 * DAY)
    await shop.call('PUT', 'contacts/OLD', { first_name: 'Older' })
    await server.sendWebhooks()
    pass(11 * DAY)
    await forgetOld({ database: server.database, clock: () => server.clock.now })

    expect((await events()).content).toMatchObject([{ entity_id: contact.id, sequence: 3 }])
    expect((await shop.call('GET', 'webhook_deliveries')).body.content).toHaveLength(1)
    const refused = await shop.call('GET', `events?after=${oldest.cursor}`)
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'after'])

    pass(20 * DAY)
    await forgetOld({ database: server.database, clock: () => server.clock.now })
    expect((await events()).content).toEqual([])
    await shop.call('PUT', 'contacts/OLD', { first_name: 'Oldest' })
    await server.sendWebhooks()
    expect((await events()).content).toMatchObject([{ entity_id: contact.id, sequence: 4 }])
    pass(31 * DAY)
    await forgetOld({ database: server.database, clock: () => server.clock.now })
    const { rows } = await server.database.pool.query(
      'select entity_seq from events where tenant = $1 and entity_id = $2',
      [shop.actor.tenant, contact.id],
    )
    expect(rows).toEqual([{ entity_seq: 4n }])
  })
})
