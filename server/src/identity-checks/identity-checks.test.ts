import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { type MailServer, openMailServer } from '../../test/mail-server.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let mail: MailServer
let shop: Shop
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date('2026-11-24T10:00:00Z')
  mail = await openMailServer()
  shop = await openShop(server)
  await anna(shop)
})
afterEach(() => mail.close())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const anna = (at: Shop) =>
  ok(
    at.call('POST', 'contacts', {
      code: 'ANNA',
      first_name: 'Anna',
      emails: [{ email_address: 'anna@example.com' }],
      phones: [{ number: '+35799123456', phone_type: 'MOBILE' }],
    }),
  )
const send = async (method = 'EMAIL', at = shop) => ok(at.call('POST', 'contacts/ANNA/otp', { method }))
const give = (auth_otp: string, code: string, at = shop) =>
  at.call('POST', 'contacts/ANNA/validate_otp', { auth_otp, code })
const outbox = async (channel = 'EMAIL') =>
  (await ok(shop.call('GET', `test_helpers/outbox?channel=${channel}`))).content
const codeIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? ''
const newest = async (channel = 'EMAIL') => codeIn((await outbox(channel))[0].content)
const not = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0')
const pass = (minutes: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000)
}
const WRONG = 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'
const TOO_MANY = 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION'
const errors = (answers: readonly Answer[]) => answers.map(({ body }) => body.error).sort()

describe('a code that is sent to a contact', () => {
  test.each([
    ['EMAIL', 'a···@example.com'],
    ['SMS', expect.stringMatching(/456$/)],
  ])('by %s says who they are, once', async (method, shown) => {
    const { auth_otp, obfuscated_value } = await send(method)
    expect(obfuscated_value).toEqual(shown)
    const code = await newest(method)
    expect(await ok(give(auth_otp, code))).toMatchObject({ contact: { code: 'ANNA' }, auth_otp })
    const again = await give(auth_otp, code)
    expect([again.status, again.body.error]).toEqual([400, WRONG])
  })

  test('is given back in version 1 under its names and paths', async () => {
    const v1 = (path: string, body: object) =>
      ask(server.url, shop.key, { method: 'POST', path: `/backoffice/v1/contacts/ANNA/${path}`, body })
    for (const path of ['validate-otp', 'validate_otp']) {
      const { auth_otp } = await ok(v1('otp', { send_method: 'SMS' }))
      await ok(v1(path, { auth_otp, code: await newest('SMS') }))
    }
  })

  test('is dead after five wrong ones, however many come at once, even to who has the right one', async () => {
    const { auth_otp } = await send()
    const code = await newest()
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, by) => give(auth_otp, not(code, by + 1))),
    )
    expect(errors(guesses)).toEqual([...Array(5).fill(WRONG), ...Array(15).fill(TOO_MANY)])
    expect((await give(auth_otp, code)).status).toBe(429)
  })

  test('passes one of many right ones at once', async () => {
    const { auth_otp } = await send()
    const code = await newest()
    const given = await Promise.all(Array.from({ length: 8 }, () => give(auth_otp, code)))
    expect(given.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(errors(given.filter(({ status }) => status !== 200))).toEqual(Array(7).fill(WRONG))
  })

  test('is answered alike when it is over, replaced, of another contact, or never was', async () => {
    await ok(shop.call('POST', 'contacts', { code: 'BEN', first_name: 'Ben' }))
    const first = await send()
    const old = await newest()
    pass(1)
    const second = await send()
    const code = await newest()
    const other = { auth_otp: second.auth_otp, code }
    const tries = [
      await give(first.auth_otp, old),
      await give('0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11', code),
      await give('nonsense', code),
      await shop.call('POST', 'contacts/BEN/validate_otp', other),
    ]
    pass(5)
    tries.push(await give(second.auth_otp, code))
    expect(tries.map(({ status, body }) => [status, body.error, body.detail])).toEqual(
      tries.map(() => [400, WRONG, tries[0]?.body.detail]),
    )
  })

  test('is sent at most five times in 15 minutes, however many ask at once, and tells when the next may be', async () => {
    const asked = await Promise.all(
      Array.from({ length: 9 }, () => shop.call('POST', 'contacts/ANNA/otp', { method: 'EMAIL' })),
    )
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(5)
    const refused = asked.filter(({ status }) => status !== 200)
    expect(errors(refused)).toEqual(Array(4).fill(TOO_MANY))
    expect(refused[0]?.headers['retry-after']).toBe('900')
    pass(15)
    await send()
  })

  test('is sent at most twenty times in a day, whichever process is asked, however it is spread', async () => {
    const first = server.clock.now
    for (let sent = 0; sent < 20; sent++) {
      await send()
      pass(60)
    }
    const asked = { method: 'POST', path: 'contacts/ANNA/otp', body: { method: 'EMAIL' } } as const
    for (const url of [server.url, await server.another()]) {
      const refused = await ask(url, shop.key, asked)
      expect([refused.status, refused.body.error]).toEqual([429, TOO_MANY])
      expect(refused.headers['retry-after']).toBe(String(4 * 3_600))
    }
    server.clock.now = new Date(first.getTime() + 24 * 3_600_000)
    await send()
    expect((await ask(server.url, shop.key, asked)).status).toBe(429)
  })

  test('is sent once for a request that is repeated under its key', async () => {
    const key = { 'idempotency-key': 'till-1' }
    const asked = () => shop.call('POST', 'contacts/ANNA/otp', { method: 'EMAIL' }, key)
    const first = await ok(asked())
    expect(await ok(asked())).toEqual(first)
    expect(await outbox()).toHaveLength(1)
  })

  test('that was given back is answered as before when the request is repeated under its key', async () => {
    const { auth_otp } = await send()
    const body = { auth_otp, code: await newest() }
    const given = () => shop.call('POST', 'contacts/ANNA/validate_otp', body, { 'idempotency-key': 'till-2' })
    const first = await ok(given())
    expect(await ok(given())).toEqual(first)
  })

  test('needs an address of the contact to go to', async () => {
    await ok(shop.call('POST', 'contacts', { code: 'BEN', first_name: 'Ben' }))
    const refused = await shop.call('POST', 'contacts/BEN/otp', { method: 'EMAIL' })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'method'])
  })
})

describe('in LIVE mode', () => {
  let live: Shop
  beforeEach(async () => {
    live = await openShop(server, { mode: 'LIVE' })
    await anna(live)
  })
  const withSender = () =>
    ok(
      live.call('PUT', 'notification_settings', {
        email: { host: '127.0.0.1', port: mail.port, security: 'NONE', from_address: 'wallet@shop.example' },
      }),
    )

  test('the code goes by e-mail at once and is kept nowhere, not even in the message that is kept', async () => {
    await withSender()
    await ok(live.call('PUT', 'contacts/ANNA/communication_preferences', { email_opt_out: true }))
    const { auth_otp } = await send('EMAIL', live)
    const code = codeIn(mail.received[0]?.text ?? '')
    expect(code).toMatch(/^\d{6}$/)
    for (const table of ['communications', 'identity_checks']) {
      const { rows } = await server.database.pool.query(`select * from ${table} where tenant = $1`, [
        live.actor.tenant,
      ])
      expect([rows.length, JSON.stringify(rows).includes(code)]).toEqual([1, false])
    }
    await ok(give(auth_otp, code, live))
  })

  test('what could not be sent is said at once', async () => {
    const none = await live.call('POST', 'contacts/ANNA/otp', { method: 'EMAIL' })
    expect([none.status, none.body.error]).toEqual([400, 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'])
    await withSender()
    mail.refuses = { message: 451 }
    const later = await live.call('POST', 'contacts/ANNA/otp', { method: 'EMAIL' })
    expect([later.status, later.body.detail]).toEqual([503, expect.stringContaining('try again later')])
  })

  test('a code that is asked for by text message goes by e-mail, as nobody sends them', async () => {
    await withSender()
    const { auth_otp, obfuscated_value } = await send('SMS', live)
    expect(obfuscated_value).toBe('a···@example.com')
    await ok(give(auth_otp, codeIn(mail.received[0]?.text ?? ''), live))
    await ok(live.call('POST', 'contacts', { code: 'BEN', phones: [{ number: '+35799654321' }] }))
    const refused = await live.call('POST', 'contacts/BEN/otp', { method: 'SMS' })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'method'])
  })
})
