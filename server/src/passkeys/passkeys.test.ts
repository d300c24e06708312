import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Authenticator, openAuthenticator } from '../../test/authenticator.ts'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { appKey, asContact, type Shopper, signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { later, MINUTE } from '../kit/time.ts'
import { forgetChallenges } from './index.ts'

let server: TestServer
let shop: Shop
let anna: Shopper
let app: Shopper['call']
let device: Authenticator
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date('2026-11-24T10:00:00Z')
  shop = await openShop(server)
  anna = await signIn(server.url, shop, 'ANNA')
  app = asContact(server.url, await appKey(shop))
  device = openAuthenticator()
})

const INVALID = 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'
const of = (who: Shopper) => `contacts/${who.id}/passkeys`
const askToMake = async (who = anna) => (await who.call('POST', `${of(who)}/options`)).body.public_key
const register = async (key = device, who = anna, name?: string): Promise<Answer> => {
  const credential = key.create(await askToMake(who))
  return who.call('POST', of(who), { credential, ...(name !== undefined && { name }) })
}
const askToSign = async () => (await app('POST', 'passkeys/options')).body.public_key
const signedBy = async (key = device) => key.get(await askToSign())
const send = (credential: object, by = app) => by('POST', 'passkeys/authenticate', { credential })
const comeIn = async (key = device) => send(await signedBy(key))
const told = ({ status, body }: Answer) => [status, body.error]

describe('a passkey', () => {
  test('that was registered signs its owner in, without a name or a code', async () => {
    const made = await register()
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ name: 'Passkey', used_on: null })
    const { status, body, text } = await comeIn()
    expect(status, text).toBe(200)
    expect(body).toMatchObject({
      contact: { id: anna.id, is_verified: true },
      existing_contact: true,
      auth_otp: null,
    })
    const me = asContact(server.url, body.access_token)
    expect((await me('GET', `contacts/${anna.id}`)).body.code).toBe('ANNA')
    expect((await me('GET', of(anna))).body.content).toMatchObject([
      { id: made.body.id, used_on: 1_795_514_400 },
    ])
  })

  test('is asked for with what browsers need, and never a second one of the same device', async () => {
    await register()
    const options = await askToMake()
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: anna.email, displayName: 'ANNA Example' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
    expect(options.excludeCredentials).toHaveLength(1)
    expect(Buffer.from(options.challenge, 'base64url').length).toBeGreaterThanOrEqual(32)
    expect(await askToSign()).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect(told(await register())).toEqual([400, INVALID])
  })

  test('has a name of its owner’s, and is good for nothing once it is removed', async () => {
    const { id } = (await register(device, anna, 'Phone')).body
    const renamed = await anna.call('PUT', `${of(anna)}/${id}`, { name: 'Old phone' })
    expect(renamed.body).toMatchObject({ id, name: 'Old phone' })
    expect((await anna.call('DELETE', `${of(anna)}/${id}`)).status).toBe(200)
    expect((await anna.call('GET', of(anna))).body.content).toEqual([])
    expect(told(await comeIn())).toEqual([400, INVALID])
    expect((await anna.call('DELETE', `${of(anna)}/${id}`)).body.parameters).toEqual(['passkey', id])
  })

  test('is of its owner alone: another contact neither sees, names nor removes it', async () => {
    const ben = await signIn(server.url, shop, 'BEN')
    const { id } = (await register()).body
    expect((await ben.call('GET', of(ben))).body.content).toEqual([])
    expect((await ben.call('PUT', `${of(ben)}/${id}`, { name: 'Mine' })).body.parameters).toEqual([
      'passkey',
      id,
    ])
    expect((await ben.call('DELETE', `${of(ben)}/${id}`)).body.parameters).toEqual(['passkey', id])
    expect((await ben.call('GET', of(anna))).body.parameters).toEqual(['contact', anna.id])
    const other = asContact(server.url, await appKey(await openShop(server)))
    const challenge = (await other('POST', 'passkeys/options')).body.public_key
    expect(told(await send(device.get(challenge), other))).toEqual([400, INVALID])
  })

  test('goes with a contact into whom theirs is merged, and with one who is erased for good', async () => {
    const ben = await signIn(server.url, shop, 'BEN')
    await register()
    await shop.call('POST', `contacts/${ben.id}/merge`, { contact_id: anna.id })
    expect((await comeIn()).body.contact.id).toBe(ben.id)
    expect((await shop.call('POST', `contacts/${ben.id}/erase`, {})).status).toBe(200)
    expect(told(await comeIn())).toEqual([400, INVALID])
  })
})

describe('a challenge', () => {
  test('is good once, of many who bring it at once', async () => {
    await register()
    const signed = await signedBy()
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(signed)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(told(await send(signed))).toEqual([400, INVALID])
  })

  test('is used up by a wrong signature as well', async () => {
    await register()
    const signed = await signedBy()
    const { signature = '' } = device.get({ challenge: 'another' }).response
    expect(told(await send({ ...signed, response: { ...signed.response, signature } }))).toEqual([
      400,
      INVALID,
    ])
    expect(told(await send(signed))).toEqual([400, INVALID])
  })

  test('is over after five minutes', async () => {
    await register()
    const [signed, credential] = [await signedBy(), openAuthenticator().create(await askToMake())]
    server.clock.now = later(server.clock.now, 5 * MINUTE)
    expect(told(await send(signed))).toEqual([400, INVALID])
    expect(told(await anna.call('POST', of(anna), { credential }))).toEqual([400, INVALID])
    await forgetChallenges({ database: server.database, clock: () => later(server.clock.now, MINUTE) })
    const { rows } = await server.database.pool.query('select from passkey_challenges where tenant = $1', [
      shop.actor.tenant,
    ])
    expect(rows).toEqual([])
  })

  test('that nobody asked for is refused, and one that was asked for by somebody else', async () => {
    await register()
    expect(told(await send(device.get({ challenge: 'A'.repeat(43) })))).toEqual([400, INVALID])
    const ben = await signIn(server.url, shop, 'BEN')
    const credential = openAuthenticator().create(await askToMake(ben))
    expect(told(await anna.call('POST', of(anna), { credential }))).toEqual([400, INVALID])
    // Nor is one to make a key good for signing in, or the other way round.
    expect(told(await send(device.get(await askToMake())))).toEqual([400, INVALID])
    const other = openAuthenticator().create({ ...(await askToMake()), ...(await askToSign()) })
    expect(told(await anna.call('POST', of(anna), { credential: other }))).toEqual([400, INVALID])
  })
})

describe('a device', () => {
  test.each([
    ['asked by another page', { origin: 'https://shop.example.evil' }],
    ['with a key of another domain', { domain: 'evil.example' }],
    ['that did not verify its user', { verifies: false }],
    ['that names another owner', { userHandle: 'A'.repeat(22) }],
  ] as const)('%s is refused', async (_, wrong) => {
    await register()
    Object.assign(device.state, wrong)
    expect(told(await comeIn())).toEqual([400, INVALID])
    if ('userHandle' in wrong) return
    const another = openAuthenticator()
    Object.assign(another.state, wrong)
    expect(told(await register(another))).toEqual([400, INVALID])
  })

  test('whose counter does not rise is a copy, and refused', async () => {
    device.state.counter = 5
    await register()
    expect((await comeIn()).status).toBe(200)
    device.state.counter = 6
    expect(told(await comeIn())).toEqual([400, INVALID])
    device.state.counter = 7
    expect((await comeIn()).status).toBe(200)
  })

  test('signs for the pages that are named, where the installation has a domain', async () => {
    const other = await startServer({
      relyingParty: { domain: 'shop.example', origins: ['https://app.shop.example'] },
    })
    try {
      const there = await openShop(other)
      const me = await signIn(other.url, there, 'ANNA')
      Object.assign(device.state, { domain: 'shop.example', origin: 'https://app.shop.example' })
      expect((await register(device, me)).status).toBe(201)
      const local = openAuthenticator()
      Object.assign(local.state, { domain: 'shop.example', origin: 'http://localhost:8080' })
      expect(told(await register(local, me))).toEqual([400, INVALID])
    } finally {
      await other.stop()
    }
  })
})

test('one who is not signed in as a contact registers nothing, and an ended session neither', async () => {
  const credential = device.create(await askToMake())
  expect((await app('POST', of(anna), { credential })).status).toBe(401)
  await anna.call('POST', `contacts/${anna.id}/sign_out`)
  expect((await anna.call('POST', of(anna), { credential })).status).toBe(401)
})
