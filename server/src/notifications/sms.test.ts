import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { appKey, asContact } from '../../test/self-service/shopper.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { faultOfTemplate, sendSms, smsBody } from './sms.ts'

const SECRET = 'Bearer of-the-gateway'
const TEMPLATE = '{"to": "{to}", "body": "{text}"}'
const ALLOWED = { networks: ['127.0.0.0/8'] }

let server: TestServer
let gateway: Receiver
let live: Shop
let logged = ''
beforeAll(async () => {
  const stream = new Writable({
    write: (chunk, _, done) => {
      logged += String(chunk)
      done()
    },
  })
  server = await startServer({ webhooks: ALLOWED, log: pino({ level: 'trace' }, stream) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  gateway = await openReceiver()
  live = await openShop(server, { mode: 'LIVE' })
  await ok(
    live.call('POST', 'contacts', {
      code: 'ANNA',
      emails: [{ email_address: 'anna@example.com' }],
      phones: [{ number: '+35799123456', phone_type: 'MOBILE' }],
    }),
  )
})
afterEach(() => gateway.close())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBeLessThan(300)
  return body
}

/** The gateway is on this machine, which a LIVE business may not name: its address stands in the settings already. */
async function nameGateway(): Promise<void> {
  const sms = { url: 'https://gateway.example.com/', template: TEMPLATE, headers: { Authorization: SECRET } }
  expect(await ok(live.call('PUT', 'notification_settings', { sms }))).toMatchObject({
    sms: { url: sms.url, template: TEMPLATE, format: 'JSON', header_names: ['authorization'] },
  })
  await server.database.pool.query(
    `update notification_settings set sms = (sms::jsonb || $2::jsonb)::json where tenant = $1`,
    [live.actor.tenant, JSON.stringify({ url: gateway.url })],
  )
}

const codeIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? ''

describe('a code in LIVE mode', () => {
  test('goes as a text message by the gateway that the business names, and signs in', async () => {
    await nameGateway()
    const app = asContact(server.url, await appKey(live))
    const credentials = [{ name: 'PHONE', value: '+35799123456' }]
    const sent = await ok(app('POST', 'contacts/otp', { method: 'SMS', credentials }))
    expect(sent.obfuscated_value).toMatch(/456$/)
    const [message] = gateway.received
    expect(message?.headers).toMatchObject({ authorization: SECRET, 'content-type': 'application/json' })
    expect(message?.body.to).toBe('+35799123456')
    const code = codeIn(message?.body.body)
    const signed = await ok(app('POST', 'contacts/validate_otp', { auth_otp: sent.auth_otp, code }))
    expect(signed.contact.is_verified).toBe(true)
  })

  test('is kept and logged nowhere, and neither is what the gateway is told to know us by', async () => {
    await nameGateway()
    gateway.answer = 500
    const failed = await live.call('POST', 'contacts/ANNA/otp', { method: 'SMS' })
    expect(failed.status).toBe(503)
    gateway.answer = 204
    await ok(live.call('POST', 'contacts/ANNA/otp', { method: 'SMS' }))
    const codes = gateway.received.map(({ body }) => codeIn(body.body))
    const settings = await ok(live.call('GET', 'notification_settings'))
    const { rows } = await server.database.pool.query(
      `select row_to_json(c)::text as row from communications c where tenant = $1
       union all select row_to_json(s)::text from notification_settings s where tenant = $1`,
      [live.actor.tenant],
    )
    const kept = [logged, failed.text, JSON.stringify(settings), JSON.stringify(rows)].join('\n')
    expect(codes).toHaveLength(2)
    for (const secret of [...codes, SECRET, 'of-the-gateway']) expect(kept).not.toContain(secret)
  })

  test('that the gateway refuses is told at once: later where it is busy, never where it does not want it', async () => {
    await nameGateway()
    const asked = async (status: number) => {
      gateway.answer = status
      const { status: told, body } = await live.call('POST', 'contacts/ANNA/otp', { method: 'SMS' })
      return [told, body.error]
    }
    expect(await asked(429)).toEqual([503, 'CRM.EXCEPTIONS.SERVICEUNAVAILABLEEXCEPTION'])
    expect(await asked(401)).toEqual([400, 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'])
    expect(await asked(302)).toEqual([400, 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'])
  })

  test('is asked for by who registers with a phone', async () => {
    const app = asContact(server.url, await appKey(live))
    const identification = { provider: 'PHONE', phone: { number: '+35799777777' } }
    const refused = await app('POST', 'contacts/register', { identification })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'identification.provider'])
    await nameGateway()
    const { auth_otp } = await ok(app('POST', 'contacts/register', { identification }))
    const code = codeIn(gateway.received[0]?.body.body)
    await ok(app('POST', 'contacts/validate_otp', { auth_otp, code }))
  })
})

describe('a gateway', () => {
  test.each([
    ['that is not reached over https', { url: 'http://gateway.example.com/', template: TEMPLATE }, 'url'],
    ['of a private network', { url: 'https://10.0.0.1/', template: TEMPLATE }, 'url'],
    [
      'that is not told to whom',
      { url: 'https://g.example/', template: '{"body": "{text}"}' },
      'sms.template',
    ],
    [
      'whose template is no JSON',
      { url: 'https://g.example/', template: '{"to": {to}, "b": "{text}"}' },
      'sms.template',
    ],
  ])('%s is refused', async (_, sms, path) => {
    const { status, body } = await live.call('PUT', 'notification_settings', { sms })
    expect([status, body.field_errors[0].path]).toEqual([400, path])
  })

  test('at an address that is not public is not called, whatever the settings say', async () => {
    const target = { url: gateway.url, format: 'JSON', template: TEMPLATE, headerNames: [] } as const
    const sms = { to: '+1', text: 'x' }
    const sending = { gateway: target, headers: {}, withinMs: 2_000, at: new Date('2026-11-24T10:00:00Z') }
    expect(await sendSms(sms, { ...sending, allowed: { networks: [] } })).toMatchObject({ kind: 'FAILED' })
    expect(gateway.received).toEqual([])
    expect(await sendSms(sms, { ...sending, allowed: ALLOWED })).toEqual({ kind: 'SENT' })
  })

  test('is not sent the headers that were for another address', async () => {
    await nameGateway()
    const sms = { url: 'https://other.example.com/', template: TEMPLATE }
    expect((await ok(live.call('PUT', 'notification_settings', { sms }))).sms.header_names).toEqual([])
    const { rows } = await server.database.pool.query(
      'select sms_secret from notification_settings where tenant = $1',
      [live.actor.tenant],
    )
    expect(rows).toEqual([{ sms_secret: null }])
  })
})

describe('a value', () => {
  test.each([
    ['JSON', TEMPLATE, '{"to": "+357 \\"9\\"", "body": "1\\n{to}"}'],
    ['FORM', 'To={to}&Body={text}', 'To=%2B357%20%229%22&Body=1%0A%7Bto%7D'],
  ] as const)('cannot change the template around it: %s', (format, template, body) => {
    expect(faultOfTemplate({ format, template })).toBeUndefined()
    expect(smsBody({ format, template }, { to: '+357 "9"', text: '1\n{to}' })).toBe(body)
  })
})
