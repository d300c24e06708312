import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { later, MINUTE, SECOND } from '../../src/kit/time.ts'
import { eraseContact } from '../../src/privacy/erase-contact.ts'
import { type Answer, ask, startServer, type TestServer } from '../harness.ts'
import { openShop, type Shop } from '../shop.ts'
import { appKey, asContact, type Shopper, signIn } from './shopper.ts'

let server: TestServer
let shop: Shop
let app: Shopper['call']
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server)
  app = asContact(server.url, await appKey(shop))
})

const errors = (answers: readonly Answer[]) => answers.map(({ body }) => body.error)
const INVALID_LOGIN = 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'
const anna = { name: 'EMAIL', value: 'anna@example.com' }
const codeFor = async (credentials: readonly object[] = [anna], method = 'EMAIL') =>
  (await app('POST', 'contacts/otp', { method, credentials })).body
const registerAnna = (more: object = {}) =>
  shop.call('POST', 'contacts', { code: 'ANNA', emails: [{ email_address: anna.value }], ...more })
const refresh = (token: string) => asContact(server.url, token)('POST', 'contacts/refresh')

describe('a code', () => {
  test('that is given back signs the contact in', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const read = await me.call('GET', `contacts/${me.id}`)
    expect(read.body).toMatchObject({ id: me.id, code: 'ANNA', email: anna.value, wallet: { id: me.wallet } })
  })

  test('goes to whom all credentials name, and to nobody where one is of somebody else', async () => {
    await registerAnna({ phones: [{ number: '+35799123456' }], birthday: '1990-05-31' })
    await shop.call('POST', 'contacts', { code: 'BEN', loyalty_identifiers: [{ identifier: 'CARD-1' }] })
    const phone = { name: 'PHONE', value: '+35799123456' }
    const outbox = async () => (await shop.call('GET', 'test_helpers/outbox')).body.content.length
    for (const more of [phone, { name: 'BIRTHDATE', value: '1990-05-31' }]) await codeFor([anna, more])
    expect(await outbox()).toBe(2)
    for (const wrong of [
      { name: 'BIRTHDATE', value: '1990-06-01' },
      { name: 'LOYALTY_IDENTIFIER', value: 'CARD-1' },
    ]) {
      await codeFor([anna, wrong])
    }
    expect(await outbox()).toBe(2)
  })

  test('of nobody is answered alike, and is never right', async () => {
    const sent = await codeFor([{ name: 'EMAIL', value: 'nobody@example.com' }])
    expect(Object.keys(sent).sort()).toEqual(['auth_otp', 'code', 'obfuscated_value'])
    const { status, body } = await app('POST', 'contacts/validate_otp', {
      auth_otp: sent.auth_otp,
      code: sent.code,
    })
    expect([status, body.error]).toEqual([400, INVALID_LOGIN])
  })

  test('opens one session, of many right ones at once', async () => {
    await registerAnna()
    const { auth_otp, code } = await codeFor()
    const given = await Promise.all(
      Array.from({ length: 8 }, () => app('POST', 'contacts/validate_otp', { auth_otp, code })),
    )
    expect(given.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is dead after five wrong ones', async () => {
    await registerAnna()
    const { auth_otp, code } = await codeFor()
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let tries = 0; tries < 5; tries++)
      await app('POST', 'contacts/validate_otp', { auth_otp, code: wrong })
    expect((await app('POST', 'contacts/validate_otp', { auth_otp, code })).status).toBe(429)
  })

  test('is not told in LIVE mode', async () => {
    const live = await openShop(server, { mode: 'LIVE' })
    const sent = await asContact(server.url, await appKey(live))('POST', 'contacts/otp', {
      method: 'EMAIL',
      credentials: [anna],
    })
    expect(Object.keys(sent.body).sort()).toEqual(['auth_otp', 'obfuscated_value'])
  })
})

describe('registering', () => {
  const wanted = (more: object = {}) => ({
    first_name: 'Anna',
    last_name: 'Example',
    identification: { provider: 'EMAIL', email: anna.value, ...more },
  })

  test('lets nobody in before the address is proved, and rewards for it only then', async () => {
    await shop.offer({ type: 'SIGNUP', award: { kind: 'FIXED', amount: 5 } })
    const { status, body } = await app('POST', 'contacts/register', wanted())
    expect(status).toBe(201)
    expect(body).toMatchObject({
      access_token: null,
      contact: { is_verified: false },
      existing_contact: false,
    })
    const balance = async () => (await shop.call('GET', `contacts/${body.contact.id}`)).body.wallet.balance
    expect(await balance()).toBe(0)
    const { auth_otp, code } = body
    const signed = await app('POST', 'contacts/validate_otp', { auth_otp, code })
    expect(signed.body).toMatchObject({ contact: { is_verified: true }, existing_contact: false })
    const me = asContact(server.url, signed.body.access_token)
    expect((await me('GET', `contacts/${body.contact.id}`)).body.first_name).toBe('Anna')
    expect(await balance()).toBe(5)
  })

  test('under an address that somebody has is refused', async () => {
    await registerAnna()
    const { status, body } = await app('POST', 'contacts/register', wanted())
    expect([status, body.error]).toEqual([400, expect.stringContaining('CIMALREADYEXISTS')])
  })

  test('with a password: it holds once the address is proved, and not before', async () => {
    const { body } = await app('POST', 'contacts/register', wanted({ password: 'correct horse' }))
    const withPassword = () =>
      app('POST', 'contacts/authenticate', {
        provider: 'EMAIL',
        username: anna.value,
        password: 'correct horse',
      })
    expect(errors([await withPassword()])).toEqual([INVALID_LOGIN])
    await app('POST', 'contacts/validate_otp', { auth_otp: body.auth_otp, code: body.code })
    expect((await withPassword()).body.access_token).toEqual(expect.any(String))
  })

  test('under an address of somebody else leaves them without the password when the owner proves it', async () => {
    const stolen = await app('POST', 'contacts/register', wanted({ password: 'correct horse' }))
    const { auth_otp, code } = await codeFor()
    expect((await app('POST', 'contacts/validate_otp', { auth_otp, code })).status).toBe(200)
    const tries = [
      await app('POST', 'contacts/authenticate', {
        provider: 'EMAIL',
        username: anna.value,
        password: 'correct horse',
      }),
      await app('POST', 'contacts/validate_otp', {
        auth_otp: stolen.body.auth_otp,
        code: stolen.body.code,
      }),
    ]
    expect(errors(tries)).toEqual([INVALID_LOGIN, INVALID_LOGIN])
  })
})

describe('a password', () => {
  const give = (password: string) =>
    app('POST', 'contacts/authenticate', { provider: 'EMAIL', username: anna.value, password })
  beforeEach(async () => {
    const { body } = await app('POST', 'contacts/register', {
      identification: { provider: 'EMAIL', email: anna.value, password: 'correct horse' },
    })
    await app('POST', 'contacts/validate_otp', { auth_otp: body.auth_otp, code: body.code })
  })

  test('is guessed ten times in a while, however many come at once, and not even the right one is taken then', async () => {
    const before = server.clock.now
    const guesses = await Promise.all(Array.from({ length: 14 }, (_, by) => give(`wrong ${by}`)))
    expect(errors(guesses).filter((error) => error === INVALID_LOGIN)).toHaveLength(10)
    expect((await give('correct horse')).status).toBe(429)
    server.clock.now = later(before, 15 * MINUTE)
    expect((await give('correct horse')).status).toBe(200)
    server.clock.now = before
  })

  test('that is not sent gets a code instead, and no tokens', async () => {
    const { body } = await app('POST', 'contacts/authenticate', { provider: 'EMAIL', username: anna.value })
    expect(body).toMatchObject({ access_token: null, contact: null, auth_otp: expect.any(String) })
    const { auth_otp, code } = body
    expect((await app('POST', 'contacts/validate_otp', { auth_otp, code })).body.access_token).toBeTruthy()
  })
})

describe('a session', () => {
  test('is renewed with its refresh token, sent as a token or in the body', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const first = await refresh(me.refreshToken)
    expect(first.body).toMatchObject({ contact: { id: me.id }, access_token: expect.any(String) })
    const response = await fetch(`${server.url}/self-service/v2/contacts/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: first.body.refresh_token }),
    })
    expect(response.status).toBe(200)
  })

  test('whose refresh token is used again is over for both who have it', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const next = (await refresh(me.refreshToken)).body
    const before = server.clock.now
    server.clock.now = later(before, 31 * SECOND)
    expect((await refresh(me.refreshToken)).status).toBe(401)
    expect((await refresh(next.refresh_token)).status).toBe(401)
    server.clock.now = before
  })

  test('is over at once after signing out, and other sessions of the contact are not', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const { auth_otp, code } = await codeFor()
    const other = (await app('POST', 'contacts/validate_otp', { auth_otp, code })).body.access_token
    const out = await me.call('POST', `contacts/${me.id}/sign_out`, { redirect_url: 'https://x.example' })
    expect([out.status, out.text]).toEqual([204, ''])
    expect((await me.call('GET', `contacts/${me.id}`)).status).toBe(401)
    expect((await refresh(me.refreshToken)).status).toBe(401)
    expect((await asContact(server.url, other)('GET', `contacts/${me.id}`)).status).toBe(200)
  })

  test('opens nothing of the back office, and a key of the business nothing of a contact', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const office = await ask(server.url, me.token, { method: 'GET', path: `contacts/${me.id}` })
    expect([office.status, office.body.error]).toEqual([403, 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION'])
    for (const key of [shop.key, await appKey(shop), me.refreshToken]) {
      expect((await asContact(server.url, key)('GET', `contacts/${me.id}`)).status).toBe(401)
    }
  })

  test('is taken beside a key of its own business, and of no other', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const stranger = await openShop(server)
    const status = async (key: string) => {
      const headers = { authorization: `Bearer ${me.token}` }
      return (await asContact(server.url, key)('GET', `contacts/${me.id}`, undefined, headers)).status
    }
    expect([await status(await appKey(shop)), await status(await appKey(stranger))]).toEqual([200, 401])
  })

  test('is over after 15 minutes without being renewed', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const before = server.clock.now
    server.clock.now = later(before, 15 * MINUTE)
    expect((await me.call('GET', `contacts/${me.id}`)).status).toBe(401)
    server.clock.now = before
  })

  test('of a contact who was merged is of the one that is left', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    await shop.call('POST', 'contacts', { code: 'LEFT' })
    const merged = await shop.call('POST', 'contacts/LEFT/merge', { contact_id: me.id })
    expect(merged.status).toBe(200)
    const { body } = await refresh(me.refreshToken)
    for (const token of [me.token, body.access_token]) {
      const now = asContact(server.url, token)
      expect((await now('GET', `contacts/${me.id}`)).body.code).toBe('LEFT')
    }
  })

  test('of a contact whom the business erased is over at once, and on other processes nobody is found by it', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const ben = await signIn(server.url, shop, 'BEN')
    const asks = [`contacts/${me.id}`, 'reward_schemes', `wallets/${me.wallet}`]
    for (const path of asks) expect((await me.call('GET', path)).status).toBe(200)
    expect((await shop.call('POST', `contacts/${me.id}/erase`)).status).toBe(200)
    for (const path of asks) expect((await me.call('GET', path)).status).toBe(401)
    // As another process did it, so that this one takes the token for good a moment longer.
    expect((await ben.call('GET', 'reward_schemes')).status).toBe(200)
    await shop.work((work) => eraseContact(work, ben.id, { leavesMoney: false }))
    for (const path of [`contacts/${ben.id}`, 'reward_schemes'])
      expect((await ben.call('GET', path)).status).toBe(401)
  })
})

describe('a contact', () => {
  test('reads and changes themselves', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const change = {
      first_name: 'Annie',
      email: 'new@example.com',
      phone: { type: 'MOBILE', country_code: 'CYP', number: '99123456' },
      demographics: { date_of_birth: { year: 1990, month: 5, day: 31 }, name_day: { month: 7, day: 20 } },
      email_opt_out: true,
    }
    expect((await me.call('PUT', `contacts/${me.id}`, change)).body).toEqual({ id: me.id })
    expect((await me.call('GET', `contacts/${me.id}`)).body).toMatchObject(change)
    expect((await app('GET', 'contacts?email_address=new@example.com')).body).toEqual({
      contact_exists: true,
    })
    expect((await app('GET', `contacts?email_address=${me.email}`)).body).toEqual({ contact_exists: false })
  })

  test('finds nobody else, by no name of theirs, and is told what of somebody who never was', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const ben = await signIn(server.url, shop, 'BEN')
    const never = '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11'
    const told = async (name: string) => {
      const { status, text } = await me.call('GET', `contacts/${name}`)
      return `${status} ${text.replaceAll(name, '…').replaceAll(/req_\w+/g, '')}`
    }
    for (const name of [ben.id, 'BEN', ben.email]) expect(await told(name)).toBe(await told(never))
    expect((await me.call('PUT', `contacts/${ben.id}`, { first_name: 'X' })).body.error).toContain('NOTFOUND')
    expect((await me.call('DELETE', `contacts/${ben.id}`)).body.error).toContain('NOTFOUND')
  })

  test('has themselves forgotten, which ends their sessions', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    expect((await me.call('DELETE', `contacts/${me.id}`)).status).toBe(200)
    expect((await me.call('GET', `contacts/${me.id}`)).status).toBe(401)
    expect((await refresh(me.refreshToken)).status).toBe(401)
    expect((await app('GET', `contacts?email_address=${me.email}`)).body).toEqual({ contact_exists: false })
  })
})
