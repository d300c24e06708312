import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import {
  checkVapid,
  decrypted,
  openPushService,
  type PushService,
  subscribe,
} from '../../test/push-receiver.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { pushText } from './push.ts'
import { pushKeys } from './push-keys.ts'

let server: TestServer
let service: PushService
let shop: Shop
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  // 12:00 in Nicosia.
  server.clock.now = new Date('2026-11-24T10:00:00Z')
  service = await openPushService()
  shop = await openShop(server, { mode: 'LIVE' })
  await shop.offer(tenPercent)
  await contact('ANNA')
})
afterEach(() => service.close())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}
const contact = (code: string) => ok(shop.call('POST', 'contacts', { code, first_name: 'Anna' }))
const register = async (code: string, token: string, more: object = {}): Promise<string> =>
  (await ok(shop.call('POST', `contacts/${code}/devices`, { registration_token: token, ...more }))).id
const devices = async (code: string) => (await ok(shop.call('GET', `contacts/${code}/devices`))).content
const buy = (code: string) => ok(shop.buy({ contact: code, total: '20.00' }))
async function tell(): Promise<void> {
  await server.notify()
  await server.sendMessages()
}
const pushes = async (code = 'ANNA') =>
  (await ok(shop.call('GET', `contacts/${code}/communications?channel=DEVICE&order=ASC`))).content
const pass = (minutes: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + minutes * 60_000)
}

describe('a push message', () => {
  test('comes of no kind that its contact switched off for devices, also while it waits; the inbox has it', async () => {
    await register('ANNA', subscribe(service.origin).token)
    const wish = (AWARD: string[]) =>
      ok(shop.call('PUT', 'contacts/ANNA/communication_preferences', { channels: { AWARD } }))
    await buy('ANNA')
    await server.notify()
    await wish(['EMAIL'])
    await buy('ANNA')
    await tell()
    expect(service.received).toHaveLength(0)
    expect(await pushes()).toMatchObject([{ state: 'REJECTED' }])
    const inbox = await ok(shop.call('GET', 'contacts/ANNA/communications?channel=INAPP'))
    expect(inbox.content).toHaveLength(2)
    await wish(['DEVICE'])
    await buy('ANNA')
    await tell()
    expect(service.received).toHaveLength(1)
  })

  test('reaches every device of the contact, readable by that device alone, signed with the key that browsers are given', async () => {
    const [phone, desk] = [subscribe(service.origin), subscribe(service.origin)]
    await register('ANNA', phone.token, { platform: 'MOBILE' })
    await register('ANNA', desk.token)
    await buy('ANNA')
    await tell()
    expect(service.received).toHaveLength(2)
    const { public_key } = await ok(shop.call('GET', 'web_push_key'))
    for (const browser of [phone, desk]) {
      const [got] = service.received.filter(({ path }) => path === browser.path)
      if (!got) throw new Error('nothing came')
      expect(browser.read(got.body)).toEqual({
        id: expect.any(String),
        kind: 'AWARD',
        language: 'en',
        sender: expect.any(String),
        title: 'You earned 2.00 EUR',
        body: expect.stringContaining('2.00 EUR'),
      })
      expect(got.headers).toMatchObject({
        'content-encoding': 'aes128gcm',
        ttl: '86400',
        topic: expect.stringMatching(/^[0-9a-f]{32}$/),
      })
      expect(got.body.includes('earned')).toBe(false)
      const { key, payload } = await checkVapid(got, { audience: service.origin })
      expect(key).toBe(public_key)
      expect(payload.sub).toMatch(/^mailto:/)
      expect(Number(payload.exp) - Date.now() / 1_000).toBeLessThanOrEqual(24 * 3_600)
      const other = browser === phone ? desk : phone
      expect(() => other.read(got.body)).toThrow()
    }
    expect(await pushes()).toMatchObject([{ state: 'COMPLETED' }, { state: 'COMPLETED' }])
  })

  test('that the service cannot take now is tried again, not before it wants to be asked', async () => {
    await register('ANNA', subscribe(service.origin).token)
    await buy('ANNA')
    service.answer = { status: 503 }
    await tell()
    expect(await pushes()).toMatchObject([{ state: 'PENDING', attempts: 1, error: 'answered 503' }])
    service.answer = { status: 429, headers: { 'retry-after': '3600' } }
    pass(1)
    await tell()
    service.answer = { status: 201 }
    pass(59)
    await tell()
    expect(service.received).toHaveLength(2)
    pass(1)
    await tell()
    expect(await pushes()).toMatchObject([{ state: 'COMPLETED', attempts: 3 }])
    expect(new Set(service.received.map(({ headers }) => headers.topic)).size).toBe(1)
  })

  test.each([404, 410])('whose subscription is gone (%i) ends the device, and no other', async (status) => {
    const [gone, stays] = [subscribe(service.origin), subscribe(service.origin)]
    await register('ANNA', gone.token)
    service.answer = { status }
    await buy('ANNA')
    await buy('ANNA')
    await server.notify()
    await register('ANNA', stays.token)
    await tell()
    expect(await devices('ANNA')).toHaveLength(1)
    expect(await pushes()).toMatchObject([{ state: 'REJECTED' }, { state: 'REJECTED' }])
    service.answer = { status: 201 }
    await buy('ANNA')
    await tell()
    expect(service.received.filter(({ path }) => path === stays.path)).toHaveLength(1)
  })

  test('that is refused for good is not tried again, and the device stays', async () => {
    await register('ANNA', subscribe(service.origin).token)
    service.answer = { status: 403 }
    await buy('ANNA')
    await tell()
    pass(24 * 60)
    await tell()
    expect(await pushes()).toMatchObject([{ state: 'REJECTED', attempts: 1, error: 'answered 403' }])
    expect(await devices('ANNA')).toHaveLength(1)
  })

  test('is sent once, by however many processes', async () => {
    await server.another()
    await register('ANNA', subscribe(service.origin).token)
    for (let number = 0; number < 6; number++) await buy('ANNA')
    await server.notify()
    await Promise.all([server.sendMessages(), server.sendMessages()])
    expect(service.received).toHaveLength(6)
  })

  test('waits for the end of quiet hours, and goes to nobody who opted out meanwhile', async () => {
    await register('ANNA', subscribe(service.origin).token)
    const quiet_hours = { start_time: '11:00', end_time: '13:00' }
    await ok(shop.call('PUT', 'notification_settings', { quiet_hours }))
    await buy('ANNA')
    await tell()
    expect(service.received).toEqual([])
    pass(60)
    await tell()
    expect(service.received).toHaveLength(1)
    await buy('ANNA')
    await server.notify()
    await ok(shop.call('PUT', 'contacts/ANNA/communication_preferences', { device_opt_out: true }))
    await tell()
    await buy('ANNA')
    await tell()
    expect(service.received).toHaveLength(1)
    expect(await pushes()).toMatchObject([{ state: 'COMPLETED' }, { error: 'the contact has opted out' }])
  })

  test('is sent only of what the business wants told so', async () => {
    await register('ANNA', subscribe(service.origin).token)
    await ok(shop.call('PUT', 'notification_settings', { channels: { AWARD: ['EMAIL'] } }))
    await buy('ANNA')
    await tell()
    expect(service.received).toEqual([])
  })

  test('that is too long for a service is cut between letters; the inbox has it whole', async () => {
    const browser = subscribe(service.origin)
    await register('ANNA', browser.token)
    const content = 'Γειά 👋'.repeat(500)
    await ok(shop.call('PUT', 'communication_templates/AWARD.en', { subject: 'x', content }))
    await buy('ANNA')
    await tell()
    const [got] = service.received
    if (!got) throw new Error('nothing came')
    expect(got.body.length).toBeLessThanOrEqual(4_096)
    const { body } = browser.read(got.body)
    expect(body.endsWith('…')).toBe(true)
    expect(content.startsWith(body.slice(0, -1))).toBe(true)
    expect(body.isWellFormed()).toBe(true)
    const message = { id: 'x', kind: 'x', language: 'en', sender: 'x', subject: 'x' }
    expect(JSON.parse(pushText({ ...message, content: 'short' })).body).toBe('short')
  })
})

describe('a device', () => {
  test('registered again is the same; by another contact it is theirs alone, with nothing that waited', async () => {
    await contact('BEN')
    const { token } = subscribe(service.origin)
    const first = await register('ANNA', token)
    expect(await register('ANNA', token, { serial_number: 'S-1' })).toBe(first)
    expect(await devices('ANNA')).toMatchObject([
      { id: first, platform: 'BROWSER', push_service: '127.0.0.1', serial_number: 'S-1' },
    ])
    await buy('ANNA')
    await server.notify()
    expect(await register('BEN', token)).not.toBe(first)
    await tell()
    expect(service.received).toEqual([])
    expect([await devices('ANNA'), await devices('BEN')]).toMatchObject([[], [{ platform: 'BROWSER' }]])
    expect(await pushes()).toMatchObject([{ error: 'the device is registered no more' }])
  })

  test('registered by many at once is of one of them', async () => {
    await contact('BEN')
    const { token } = subscribe(service.origin)
    const codes = ['ANNA', 'BEN', 'ANNA', 'BEN', 'ANNA', 'BEN']
    await Promise.all(codes.map((code) => register(code, token)))
    expect([...(await devices('ANNA')), ...(await devices('BEN'))]).toHaveLength(1)
  })

  test('that is removed gets nothing; removed again or by another contact, nothing happens', async () => {
    await contact('BEN')
    const id = await register('ANNA', subscribe(service.origin).token)
    await buy('ANNA')
    await server.notify()
    await ok(shop.call('DELETE', `contacts/BEN/devices/${id}`))
    expect(await devices('ANNA')).toHaveLength(1)
    for (let times = 0; times < 2; times++) await ok(shop.call('DELETE', `contacts/ANNA/devices/${id}`))
    await tell()
    expect([await devices('ANNA'), service.received]).toEqual([[], []])
  })

  test('gives way to newer ones after ten', async () => {
    const first = await register('ANNA', subscribe(service.origin).token)
    for (let number = 0; number < 10; number++) {
      pass(1)
      await register('ANNA', subscribe(service.origin).token)
    }
    const kept: readonly { readonly id: string }[] = (
      await ok(shop.call('GET', 'contacts/ANNA/devices?size=100'))
    ).content
    expect([kept.length, kept.some(({ id }) => id === first)]).toEqual([10, false])
  })

  test('goes over to the contact that another is merged into', async () => {
    await contact('BEN')
    await register('ANNA', subscribe(service.origin).token)
    await ok(shop.call('POST', 'contacts/BEN/merge', { contact_id: 'ANNA' }))
    await buy('BEN')
    await tell()
    expect(service.received).toHaveLength(1)
  })

  test("'s address and keys are sealed and never told", async () => {
    const { token } = subscribe(service.origin)
    await register('ANNA', token)
    const { endpoint, keys } = JSON.parse(token)
    const { rows } = await server.database.pool.query('select * from devices where tenant = $1', [
      shop.actor.tenant,
    ])
    const stored = JSON.stringify(rows) + rows[0].subscription.toString('latin1')
    const told = JSON.stringify(await devices('ANNA'))
    for (const secret of [endpoint.split('/').at(-1), keys.p256dh, keys.auth]) {
      expect([stored.includes(secret), told.includes(secret)]).toEqual([false, false])
    }
  })

  test.each([
    ['no JSON', 'fcm:APA91b', 'the JSON of a push subscription'],
    [
      'keys that are missing',
      '{"endpoint": "https://push.example.com/1"}',
      'the JSON of a push subscription',
    ],
    [
      'a key that is no point',
      tokenWith({ keys: { p256dh: 'BAAA', auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }),
      'p256dh',
    ],
    [
      'a key beside the curve',
      tokenWith({ keys: { p256dh: besideTheCurve(), auth: 'BTBZMqHH6r4Tts7J_aSIgg' } }),
      'p256dh',
    ],
    ['no secret', tokenWith({ keys: { auth: 'AAAA' } }), 'keys.auth'],
    ['an address in clear', tokenWith({ endpoint: 'http://push.example.com/1' }), 'https'],
    ['an address of our own', tokenWith({ endpoint: 'https://169.254.169.254/latest' }), 'public'],
    ['another of our own', tokenWith({ endpoint: 'https://[::1]/' }), 'public'],
  ])('with %s is refused, saying what is needed', async (_, token, needed) => {
    const refused = await shop.call('POST', 'contacts/ANNA/devices', { registration_token: token })
    expect([refused.status, JSON.stringify(refused.body.field_errors)]).toEqual([
      400,
      expect.stringContaining(needed),
    ])
  })
})

function tokenWith(more: { readonly endpoint?: string; readonly keys?: object }): string {
  const { endpoint, keys } = JSON.parse(subscribe('https://push.example.com').token)
  return JSON.stringify({ endpoint, ...more, keys: { ...keys, ...more.keys } })
}

function besideTheCurve(): string {
  return Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url')
}

test('no push message connects to an address that is not public, whatever its name said when it was registered', async () => {
  let connections = 0
  const canary = createServer((socket) => {
    connections += 1
    socket.end()
  })
  await new Promise<void>((resolve) => canary.listen(0, '::', resolve))
  const address = canary.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const guarded = await startServer()
  guarded.clock.now = new Date('2026-11-24T10:00:00Z')
  const own = await openShop(guarded, { mode: 'LIVE' })
  await own.offer(tenPercent)
  await ok(own.call('POST', 'contacts', { code: 'ANNA', first_name: 'Anna' }))
  const hosts = [
    'localhost',
    'localhost.',
    '127.0.0.1.',
    '2130706433',
    '0x7f.1',
    '[::ffff:127.0.0.1]',
    '①②⑦.⓪.⓪.①',
  ]
  for (const host of hosts) {
    const token = subscribe(`https://${host}:${port}`).token
    await own.call('POST', 'contacts/ANNA/devices', { registration_token: token })
  }
  await ok(own.buy({ contact: 'ANNA', total: '20.00' }))
  await guarded.notify()
  await guarded.sendMessages()
  const { content } = await ok(own.call('GET', 'contacts/ANNA/communications?channel=DEVICE&size=100'))
  expect(content.map(({ error }: { error: string }) => error)).toEqual(
    content.map(() => expect.stringMatching(/public address|ENOTFOUND|EAI_AGAIN/)),
  )
  expect([content.length > 0, connections]).toEqual([true, 0])
  canary.close()
  await guarded.stop()
})

describe('in TEST mode', () => {
  test('nothing is pushed: the outbox has what the device would decrypt', async () => {
    const tests = await openShop(server)
    await tests.offer(tenPercent)
    await ok(tests.call('POST', 'contacts', { code: 'ANNA', first_name: 'Anna' }))
    const { token } = subscribe(service.origin)
    await ok(tests.call('POST', 'contacts/ANNA/devices', { registration_token: token }))
    await ok(tests.buy({ contact: 'ANNA', total: '20.00' }))
    await tell()
    expect(service.received).toEqual([])
    const { content } = await ok(tests.call('GET', 'test_helpers/outbox?channel=DEVICE'))
    expect(content).toMatchObject([{ channel: 'DEVICE', state: 'COMPLETED' }])
    expect(JSON.parse(content[0].message)).toMatchObject({ kind: 'AWARD', title: 'You earned 2.00 EUR' })
  })
})

test('the keys of the installation follow from its secret, so that every process has the same', async () => {
  const secret = Buffer.alloc(32, 7)
  expect(pushKeys(secret)).toEqual(pushKeys(secret))
  expect(pushKeys(secret).publicKey).not.toBe(pushKeys(Buffer.alloc(32, 8)).publicKey)
  expect(Buffer.from(pushKeys(secret).publicKey, 'base64url').length).toBe(65)
})

test('what the tests decrypt with reads the example of RFC 8291', () => {
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
  const keys = { privateKey: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', auth: 'BTBZMqHH6r4Tts7J_aSIgg' }
  const text = decrypted(Buffer.from(body, 'base64url'), {
    privateKey: Buffer.from(keys.privateKey, 'base64url'),
    auth: Buffer.from(keys.auth, 'base64url'),
  })
  expect(text).toBe('When I grow up, I want to be a watermelon')
})
