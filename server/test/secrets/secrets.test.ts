import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLine } from '../../../scripts/fuzz/send.ts'
import { createOwner } from '../../src/access/index.ts'
import { transact } from '../../src/db/index.ts'
import { PLACES } from '../../src/privacy/places.ts'
import { fill, openOne } from '../access/stand-in.ts'
import { startServer, type TestServer } from '../harness.ts'
import { type MailServer, openMailServer } from '../mail-server.ts'
import { openReceiver, type Receiver } from '../webhook-receiver.ts'
import { dump, foundIn, overhear } from './secrets.ts'

// Everything is done once, in both modes, with a log that keeps every line; then all that is left of it is searched.

const PASSWORD = 'a horse, a battery 1947'
const lines: string[] = []
const overheard = overhear()
let server: TestServer
let mail: MailServer
let receiver: Receiver
let close = () => {}
beforeAll(async () => {
  server = await startServer({
    webhooks: { networks: ['127.0.0.0/8'] },
    log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
  })
  mail = await openMailServer()
  receiver = await openReceiver()
  const line = overheard.listen(openLine(Number(new URL(server.url).port)))
  close = () => line.close()
  const test = await openOne(server, { code: 'ONE', mode: 'TEST' })
  const live = await openOne(server, { code: 'ONE', mode: 'LIVE', id: test.actor.business })
  const hook = await line.send({
    method: 'POST',
    path: '/backoffice/v2/webhook_endpoints',
    headers: { api_key: test.key, 'content-type': 'application/json' },
    body: JSON.stringify({ url: receiver.url }),
  })
  expect(hook.status, hook.text).toBe(200)
  for (const caller of [test, live]) {
    overheard.secrets.set(caller.key, 'the first key')
    await fill(line, caller)
  }
  await tellEverySecret(live)
  await server.sendWebhooks()
  await server.sendMessages()
}, 180_000)
afterAll(async () => {
  close()
  await mail.close()
  await receiver.close()
  await server.stop()
})

/** What the examples do not do: codes that go out and come back, right and wrong, and secrets where they do not belong. */
async function tellEverySecret({ key, actor }: Awaited<ReturnType<typeof openOne>>): Promise<void> {
  const line = overheard.listen(openLine(Number(new URL(server.url).port)))
  const send = async (method: string, path: string, body?: object, headers: object = {}) => {
    const { status, text } = await line.send({
      method,
      path: `/backoffice/v2/${path}`,
      headers: { api_key: key, ...(body && { 'content-type': 'application/json' }), ...headers },
      body: body && JSON.stringify(body),
    })
    return { status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const sent = async (path: string, body: object, headers?: object) => {
    const answer = await send('POST', path, body, headers)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  await transact(server.database, { actor, at: server.clock.now }, (work) =>
    createOwner(work, { username: 'clerk@shop.example', password: PASSWORD }),
  )
  const signIn = { username: 'clerk@shop.example', password: PASSWORD, mode: 'LIVE' }
  await sent('users/authenticate', signIn)
  for (const wrong of [
    { password: `${PASSWORD}!` },
    { password: `${PASSWORD} `.repeat(20) },
    { password: [PASSWORD] },
  ])
    await send('POST', 'users/authenticate', { ...signIn, ...wrong })
  overheard.secrets.set(PASSWORD, 'the password')
  const newcomer = { username: 'new@shop.example', role: 'MANAGER' }
  const invited = await sent('users', newcomer, { 'idempotency-key': 'user-1' })
  const choice = { invitation: invited.invitation, password: 'nobody guesses this 42' }
  await sent('users/accept_invitation', choice)
  await send('POST', 'users/accept_invitation', choice)

  await sent('contacts', {
    code: 'HEARD',
    first_name: 'Hera',
    emails: [{ email_address: 'hera.heard@example.com' }],
    phones: [{ number: '+35799887766', phone_type: 'MOBILE' }],
  })
  const email = { host: '127.0.0.1', port: mail.port, security: 'NONE', from_address: 'wallet@shop.example' }
  await send('PUT', 'notification_settings', { email })
  await sent('contacts/HEARD/otp', { method: 'EMAIL' }).then(async ({ auth_otp }) => {
    const code = /\b\d{6}\b/.exec(mail.received.at(-1)?.text ?? '')?.[0] ?? 'no code came'
    overheard.secrets.set(code, 'an identity code')
    await send('POST', 'contacts/HEARD/validate_otp', { auth_otp, code: `${code} `.repeat(9) })
    await send('POST', 'contacts/HEARD/validate_otp', { auth_otp: 'other', code })
    await sent('contacts/HEARD/validate_otp', { auth_otp, code })
    await send('POST', 'contacts/HEARD/validate_otp', { auth_otp, code })
  })
  const account = { username: 'shop', password: 'smtp secret 77', security: 'STARTTLS' }
  expect((await send('PUT', 'notification_settings', { email: { ...email, ...account } })).status).toBe(200)
  const place = { organisation: { venue_tap: { code: 'OWN-T' } }, transaction_amounts: { total: 5 } }
  const token = await sent('contacts/HEARD/tokens', { intent: 'SPEND' }, { 'idempotency-key': 'token-1' })
  for (const otp of [token.value, token.alternative_token, '000000', `${token.value} `.repeat(9)])
    await send('POST', 'purchases', {
      reference_number: `OTP ${String(otp).length}`,
      contact: { otp },
      ...place,
    })
  const hook = await sent(
    'webhook_endpoints',
    { url: 'https://127.0.0.1:1/hook' },
    { 'idempotency-key': 'hook-1' },
  )
  await sent(`webhook_endpoints/${hook.id}/rotate_secret`, {})
  const header = { name: 'X-Key', value: 'the key of a feed 58' }
  overheard.secrets.set(header.value, 'the key of a feed')
  const feed = { name: 'Feed', url: 'https://127.0.0.1:1/f', format: 'JSON', schedule: '0 4 * * *', header }
  const { id: feedId } = await sent('product_feeds', feed, { 'idempotency-key': 'feed-1' })
  await send('PUT', `product_feeds/${feedId}/actions`, { action: 'RUN' })
  await server.pullFeeds()
  for (const value of [`${header.value}\n`, `${header.value} `.repeat(150), [header.value]])
    await send('POST', 'product_feeds', { ...feed, header: { ...header, value } })
  await sent('api_keys', { name: 'till', scopes: ['*'] }, { 'idempotency-key': 'key-1' })
  await send('GET', `nowhere?api_key=${key}`)
  await send('GET', `contacts/${key}`)
  await send('GET', `contacts?api_key=${key}`)
  await send('POST', 'purchases', { reference_number: key, api_key: key, organisation: key, ...{ [key]: 1 } })
  await send('GET', 'contacts', undefined, { 'x-api-key': `${key.slice(0, -1)}0` })
  await faults(send)
  line.close()
}

/** Faults of ours, by a database that repeats in its errors what it was given. */
async function faults(send: (method: string, path: string, body?: object) => Promise<{ status: number }>) {
  const { pool } = server.database
  await pool.query("alter table identifiers add constraint heard check (value not like '%7700') not valid")
  const taken = {
    code: 'FAULT',
    first_name: 'Fay',
    emails: [{ email_address: 'fay.fault7700' }],
    phones: [{ number: '+35799007700', phone_type: 'MOBILE' }],
  }
  overheard.people.add('+35799007700')
  const answers = [
    await send('POST', 'contacts', taken),
    await send('POST', 'contacts', { ...taken, emails: [{ email_address: 'fay@example.com' }] }),
    await send('POST', 'contacts', { ...taken, emails: [] }),
  ]
  expect(answers.at(-1)?.status).toBe(500)
  await pool.query('alter table identifiers drop constraint heard')
}

const namesOf = (found: readonly string[]) => found.map((each) => overheard.secrets.get(each) ?? each)

describe('after everything was done once', () => {
  test('there is something to look for', () => {
    const kinds = new Set([...overheard.secrets.values()].map((what) => what.split(' of ')[0]))
    expect([...kinds].sort()).toEqual(
      expect.arrayContaining([
        'access_token',
        'alternative_token',
        'an identity code',
        'key',
        'password',
        'pin',
        'secret',
        'value',
      ]),
    )
    expect(overheard.people.size).toBeGreaterThan(3)
    expect(overheard.refusals.length).toBeGreaterThan(20)
    expect(lines.join()).toContain('unexpected error')
    expect(receiver.received.length).toBeGreaterThan(0)
  })

  test('no line of the log has a key, a code, a password, a phone or an e-mail address', () => {
    const log = lines.join('\n')
    expect(namesOf(foundIn(log, overheard.secrets.keys()))).toEqual([])
    expect(foundIn(log, overheard.people)).toEqual([])
    expect(log).not.toMatch(/[\w.]+@[\w-]+\.\w+/)
  })

  test('no refusal repeats a secret, even to who sent it', () => {
    const wrong = overheard.refusals.flatMap(({ asked, text }) =>
      foundIn(text, overheard.secrets.keys()).map(
        (each) => `${asked}: ${overheard.secrets.get(each)} in ${text}`,
      ),
    )
    expect(wrong).toEqual([])
  })

  test('no refusal names a phone or an e-mail address that the request does not name', () => {
    const wrong = overheard.refusals.filter(
      ({ asked, text }) => asked.startsWith('GET') && foundIn(text, overheard.people).length > 0,
    )
    expect(wrong).toEqual([])
  })

  test('no table holds a secret, in text or in bytes', async () => {
    const wrong = (await dump(server.database)).flatMap(({ table, text }) =>
      foundIn(text, overheard.secrets.keys()).map((each) => `${table}: ${overheard.secrets.get(each)}`),
    )
    expect(wrong).toEqual([])
  })

  test('a phone or an e-mail address of a contact stands only where it goes when they are erased, and in no event or log', async () => {
    const erased = PLACES.flatMap(({ table }) => [table])
    const found = (await dump(server.database)).flatMap(({ table, text }) =>
      foundIn(text, overheard.people).length > 0 ? [table] : [],
    )
    expect(found).toContain('identifiers')
    expect(found.filter((table) => !erased.some((each) => each === table))).toEqual([])
    for (const table of ['events', 'audit_log', 'request_log']) expect(found).not.toContain(table)
  })

  test('no webhook told one', () => {
    const told = receiver.received.map(({ text, headers }) => `${text} ${JSON.stringify(headers)}`).join('\n')
    expect(namesOf(foundIn(told, overheard.secrets.keys()))).toEqual([])
  })
})
