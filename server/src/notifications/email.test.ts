import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type MailServer, openMailServer } from '../../test/mail-server.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { sendEmail } from './email.ts'

let server: TestServer
let mail: MailServer
let shop: Shop
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  // 12:00 in Nicosia.
  server.clock.now = new Date('2026-11-24T10:00:00Z')
  mail = await openMailServer()
  shop = await openShop(server, { mode: 'LIVE' })
  await shop.offer(tenPercent)
  await settings({ email: sender() })
})
afterEach(() => mail.close())

const sender = (more: object = {}) => ({
  host: '127.0.0.1',
  port: mail.port,
  security: 'NONE',
  from_address: 'wallet@shop.example',
  from_name: 'Το Μαγαζί',
  ...more,
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}
const settings = (body: object) => ok(shop.call('PUT', 'notification_settings', body))

async function anna(more: object = {}): Promise<string> {
  const emails = [
    { email_address: 'second@example.com' },
    { email_address: 'anna@example.com', is_primary: true },
  ]
  await ok(shop.call('POST', 'contacts', { code: 'ANNA', first_name: 'Anna', emails, ...more }))
  return 'ANNA'
}

async function tell(): Promise<void> {
  await server.notify()
  await server.sendMessages()
}

const mails = async () =>
  (await ok(shop.call('GET', 'contacts/ANNA/communications?channel=EMAIL&order=ASC'))).content
const inboxed = async () => (await ok(shop.call('GET', 'contacts/ANNA/communications?channel=INAPP'))).content
const pass = (minutes: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000)
}

describe('an e-mail', () => {
  test('goes to the primary address, in the language of the contact, from the business, as plain text', async () => {
    await anna({ language_code: 'el' })
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await tell()
    const [message] = mail.received
    expect(mail.received).toHaveLength(1)
    expect(message?.to).toMatchObject({ value: [{ address: 'anna@example.com' }] })
    expect(message?.from?.value).toEqual([{ name: 'Το Μαγαζί', address: 'wallet@shop.example' }])
    expect(message?.subject).toBe('Κερδίσατε 2,00 EUR')
    expect(message?.text).toBe('Στο πορτοφόλι σας προστέθηκαν 2,00 EUR από: Corner, Main St.\n')
    const [row] = await mails()
    expect(row).toMatchObject({
      state: 'COMPLETED',
      recipient: 'anna@example.com',
      message_type: 'MAIL',
      attempts: 1,
    })
    expect(message?.messageId).toBe(`<${row.id}@shop.example>`)
    expect(message?.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('that the server cannot take now is tried after 1 min, 5 min, 30 min …, under the same message id', async () => {
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    mail.refuses = { message: 451 }
    for (const minutes of [1, 5, 30]) {
      await tell()
      expect(await mails()).toMatchObject([
        { state: 'PENDING', error: expect.stringContaining('try again later') },
      ])
      pass(minutes - 0.5)
      expect(await server.sendMessages()).toBe(0)
      pass(0.5)
    }
    mail.refuses = {}
    await tell()
    expect(mail.received).toHaveLength(1)
    expect(await mails()).toMatchObject([{ state: 'COMPLETED', attempts: 4, error: null }])
  })

  test('that bounces is told so on the communication, and is not tried again; the inbox has it all the same', async () => {
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    mail.refuses = { recipient: 550 }
    await tell()
    pass(24 * 60)
    await tell()
    expect(await mails()).toMatchObject([
      { state: 'REJECTED', attempts: 1, error: expect.stringContaining('no such mailbox') },
    ])
    expect(await inboxed()).toHaveLength(1)
  })

  test('whose server is never there is given up after a day of tries', async () => {
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await mail.close()
    for (let hour = 0; hour < 24; hour++) {
      await tell()
      pass(60)
    }
    expect(await mails()).toMatchObject([
      { state: 'REJECTED', attempts: 7, error: expect.stringContaining('ECONNREFUSED') },
    ])
  })

  test('is sent once, by however many processes', async () => {
    await server.another()
    await anna()
    for (let number = 0; number < 6; number++) await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await server.notify()
    await Promise.all([server.sendMessages(), server.sendMessages()])
    expect(mail.received).toHaveLength(6)
  })

  test('cannot be made to carry a header or another recipient by what a till or a shopper writes', async () => {
    const name = 'Anna\r\nBcc: all@example.com'
    const refused = await shop.call('PUT', 'communication_templates/AWARD.en', {
      subject: `Hello\r\nBcc: x@y.z`,
      content: 'x',
    })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'subject'])
    await ok(
      shop.call('PUT', 'communication_templates/AWARD.en', {
        subject: '{name} earned {amount}',
        content: '<b>{name}</b>',
      }),
    )
    await anna({ first_name: name })
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await tell()
    const [message] = mail.received
    expect([message?.bcc, message?.cc, message?.html]).toEqual([undefined, undefined, false])
    expect(message?.to).toMatchObject({ value: [{ address: 'anna@example.com' }] })
  })

  test.each(['10.0.0.1', '169.254.169.254', '[::1]'])('never goes to a server at %s', async (host) => {
    await settings({ email: sender({ host: host.replaceAll(/[[\]]/g, '') }) })
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await tell()
    expect(await mails()).toMatchObject([
      { state: 'PENDING', error: expect.stringContaining('no public address') },
    ])
  })
})

test('a server that goes on talking for ever is left when its time is over', async () => {
  const drips = createServer((socket) => {
    const timer = setInterval(() => socket.write('220-wait\r\n'), 50)
    socket.on('error', () => {}).on('close', () => clearInterval(timer))
  })
  await new Promise<void>((resolve) => drips.listen(0, '127.0.0.1', resolve))
  const { port } = drips.address() as AddressInfo
  const outcome = await sendEmail(
    { id: 'x', to: 'anna@example.com', subject: 'x', content: 'x', language: 'en', at: server.clock.now },
    {
      sender: {
        host: '127.0.0.1',
        port,
        security: 'NONE',
        username: undefined,
        fromAddress: 'wallet@shop.example',
        fromName: undefined,
        replyTo: undefined,
      },
      password: undefined,
      allowed: { networks: ['127.0.0.0/8'] },
      withinMs: 500,
    },
  )
  expect(outcome).toEqual({ kind: 'FAILED', error: 'not done within 0.5 s' })
  // Its connection is closed, so the server can be.
  await new Promise<void>((resolve) => drips.close(() => resolve()))
})

test('a server that hangs keeps nobody’s messages waiting but its own, and of its business no more than some', async () => {
  const hanging: Socket[] = []
  const silent = createServer((socket) => {
    hanging.push(socket)
  })
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  const { port } = silent.address() as AddressInfo
  await anna()
  const others = await openShop(server, { mode: 'LIVE' })
  await others.offer(tenPercent)
  await ok(others.call('PUT', 'notification_settings', { email: sender({ port }) }))
  const emails = [{ email_address: 'ben@example.com', is_primary: true }]
  await ok(others.call('POST', 'contacts', { code: 'BEN', first_name: 'Ben', emails }))
  // Due before ours, and more than are sent at once.
  for (let number = 0; number < 25; number++) await ok(others.buy({ contact: 'BEN', total: '20.00' }))
  await server.notify()
  pass(1)
  for (let number = 0; number < 12; number++) await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
  await server.notify()

  const round = server.sendMessages()
  await vi.waitFor(() => expect(mail.received).toHaveLength(12), { timeout: 30_000, interval: 20 })
  const waiting = await server.database.query
    .selectFrom('communications')
    .select(({ fn }) => fn.countAll<bigint>().as('held'))
    .where('tenant', '=', others.actor.tenant)
    .where('lease_until', 'is not', null)
    .executeTakeFirstOrThrow()
  // Each of the two processes has less than ten.
  expect(Number(waiting.held)).toBeLessThan(20)
  await new Promise<void>((resolve) => {
    silent.close(() => resolve())
    for (const socket of hanging) socket.destroy()
  })
  await round
})

describe('the sender', () => {
  test("'s password is sealed, never told, and never goes to another server or over a line in clear", async () => {
    const [status, clear] = await shop
      .call('PUT', 'notification_settings', { email: sender({ username: 'shop', password: 'secret-1' }) })
      .then(({ status, body }) => [status, body.field_errors[0].path])
    expect([status, clear]).toEqual([400, 'email.security'])
    const kept = await settings({
      email: sender({ security: 'STARTTLS', username: 'shop', password: 'secret-1' }),
    })
    expect([kept.email.has_password, JSON.stringify(kept).includes('secret-1')]).toEqual([true, false])
    const { rows } = await server.database.pool.query(
      'select * from notification_settings where tenant = $1',
      [shop.actor.tenant],
    )
    expect(JSON.stringify(rows)).not.toContain('secret-1')
    expect(rows[0].email_secret.includes('secret-1')).toBe(false)
    // The same server keeps it, another does not get it.
    await settings({ email: sender({ security: 'STARTTLS', username: 'shop' }) })
    const elsewhere = sender({ host: 'mail.example.com', security: 'STARTTLS', username: 'shop' })
    const refused = await shop.call('PUT', 'notification_settings', { email: elsewhere })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'email.password'])
  })

  test('that wants STARTTLS gives nothing to a server whose certificate is not good', async () => {
    await settings({ email: sender({ security: 'STARTTLS' }) })
    await anna()
    await ok(shop.buy({ contact: 'ANNA', total: '20.00' }))
    await tell()
    expect(mail.received).toEqual([])
    expect(await mails()).toMatchObject([{ state: 'PENDING', error: expect.stringContaining('certificate') }])
  })
})

describe('in TEST mode', () => {
  test('nothing is sent, whatever is configured: the outbox has it as it would have gone over the wire', async () => {
    const tests = await openShop(server)
    await tests.offer(tenPercent)
    await ok(tests.call('PUT', 'notification_settings', { email: sender() }))
    const emails = [{ email_address: 'anna@example.com' }]
    await ok(tests.call('POST', 'contacts', { code: 'ANNA', first_name: 'Anna', emails }))
    await ok(tests.buy({ contact: 'ANNA', total: '20.00' }))
    await tell()
    expect(mail.received).toEqual([])
    const { content } = await ok(tests.call('GET', 'test_helpers/outbox'))
    expect(content).toMatchObject([
      { channel: 'EMAIL', state: 'COMPLETED', recipient: 'anna@example.com', send_on: null },
    ])
    expect(content[0].message).toMatch(/^From: .*<wallet@shop\.example>$/m)
    expect(content[0].message).toMatch(/^To: anna@example\.com$/m)
    const live = await shop.call('GET', 'test_helpers/outbox')
    expect([live.status, live.body.parameters]).toEqual([400, ['mode', 'LIVE']])
  })
})
