import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { subscribe } from '../../test/push-receiver.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { openSilentServer, type SilentServer } from '../../test/silent-server.ts'
import { openDatabase } from '../db/index.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  // 12:00 in Nicosia.
  server.clock.now = new Date('2026-11-24T10:00:00Z')
  shop = await openShop(server, { mode: 'LIVE' })
  await shop.offer(tenPercent)
  const contact = {
    code: 'ANNA',
    first_name: 'Anna',
    emails: [{ email_address: 'anna@example.com', is_primary: true }],
    phones: [{ number: '+35799123456', phone_type: 'MOBILE' }],
  }
  await ok(shop.call('POST', 'contacts', contact))
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}

const settings = (body: object) => ok(shop.call('PUT', 'notification_settings', body))

/** What others have begun on the database and not ended. */
async function begun(): Promise<readonly string[]> {
  const { rows } = await server.database.pool.query<{ query: string }>(
    `select query from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  )
  return rows.map(({ query }) => query)
}

interface Way {
  readonly what: string
  /** Leads to the server whatever goes out this way. */
  readonly lead: (port: number) => Promise<unknown>
  /** Sends what there is to send. */
  readonly send: () => Promise<unknown>
}

const messages = async () => {
  await server.notify()
  await server.sendMessages()
}

const WAYS: readonly Way[] = [
  {
    what: 'an e-mail',
    lead: (port) =>
      settings({ email: { host: '127.0.0.1', port, security: 'NONE', from_address: 'wallet@shop.example' } }),
    send: messages,
  },
  {
    what: 'a push message',
    lead: (port) =>
      ok(
        shop.call('POST', 'contacts/ANNA/devices', {
          registration_token: subscribe(`https://127.0.0.1:${port}`).token,
        }),
      ),
    send: messages,
  },
  {
    what: 'a text message',
    lead: (port) =>
      settings({ sms: { url: `https://127.0.0.1:${port}/`, template: '{"to": "{to}", "body": "{text}"}' } }),
    send: () => shop.call('POST', 'contacts/ANNA/otp', { method: 'SMS' }),
  },
  {
    what: 'a webhook',
    lead: (port) => ok(shop.call('POST', 'webhook_endpoints', { url: `https://127.0.0.1:${port}/` })),
    send: () => server.sendWebhooks(),
  },
]

describe.each(WAYS)('while the server hangs that is to take $what', ({ lead, send }) => {
  let silent: SilentServer
  beforeEach(async () => {
    silent = await openSilentServer()
  })

  test('no transaction is open, and money moves as ever', async () => {
    await lead(silent.port)
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    let isOver = false
    const sending = send().finally(() => {
      isOver = true
    })
    try {
      await silent.reached()
      await vi.waitFor(async () => expect(await begun()).toEqual([]), { timeout: 4_000, interval: 50 })
      const { id } = await ok(shop.buy({ contact: 'ANNA', total: '10.00', spend: 1 }))
      expect(await shop.balance('ANNA')).toBe(1.9)
      await ok(shop.call('POST', `purchases/${id}/cancel`))
      expect(await shop.balance('ANNA')).toBe(2)
      await vi.waitFor(async () => expect(await begun()).toEqual([]), { timeout: 4_000, interval: 50 })
      expect(isOver).toBe(false)
    } finally {
      await silent.close()
      await sending
    }
    expect(await shop.verify()).toEqual([])
  })
})

test('money moves in transactions that neither write nor wait for what contacts are told', async () => {
  const kept = async () =>
    (await server.database.pool.query('select from communications where tenant = $1', [shop.actor.tenant]))
      .rowCount
  const other = openDatabase(server.database.url)
  const held = await other.pool.connect()
  try {
    await held.query('begin')
    await held.query('lock table communications, devices, notification_settings in access exclusive mode')
    const { id } = await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await ok(shop.buy({ contact: 'ANNA', total: '10.00', spend: 1.5 }))
    await ok(shop.call('POST', `purchases/${id}/returns`, { return_amount: 5 }))
    await ok(shop.call('POST', `purchases/${id}/cancel`))
  } finally {
    await held.query('rollback')
    held.release()
    await other.close()
  }
  expect(await kept()).toBe(0)
  await server.notify()
  expect(await kept()).toBeGreaterThan(4)
})
