import { randomBytes } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { transact } from '../db/index.ts'
import { nobody } from '../kit/actor.ts'
import { later, MINUTE } from '../kit/time.ts'
import { createBusiness } from '../organisations/index.ts'
import { createOwner } from './index.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const as = (key: string, path = 'organisations') => ask(server.url, key, { method: 'GET', path })

describe('API keys', () => {
  test('the key is told once: in no list, to no repeated request, not in the database', async () => {
    const { call } = await server.business()
    const body = { name: 'till 1', scopes: ['purchases:write', 'organisations:read'] }
    const once = { 'idempotency-key': 'make-a-key' }
    const made = await call('POST', 'api_keys', body, once)
    expect(made.status).toBe(200)
    const { key, ...shown } = made.body
    expect(key).toMatch(/^tb_test_[0-9A-Za-z]{38}$/)
    expect(shown).toMatchObject({ prefix: 'tb_test_', last4: key.slice(-4), ...body, revoked_on: null })
    expect((await as(key)).status).toBe(200)

    const again = await call('POST', 'api_keys', body, once)
    expect(again.body).toEqual({ ...shown, key: null })
    expect(again.headers['idempotent-replayed']).toBe('true')
    expect((await call('GET', `api_keys/${shown.id}`)).body).toEqual(shown)
    expect((await call('GET', 'api_keys')).body.content).toContainEqual(shown)
    const stored = await server.database.query.selectFrom('idempotency_keys').select('reply').execute()
    expect(JSON.stringify(stored)).not.toContain(key)
  })

  test('a revoked key is refused at once, and revoking it again answers the same', async () => {
    const { call } = await server.business()
    const { body } = await call('POST', 'api_keys', { name: 'x', scopes: ['organisations:read'] })
    expect((await as(body.key)).status).toBe(200)
    const revoked = await call('DELETE', `api_keys/${body.id}`)
    expect(revoked).toMatchObject({ status: 200, body: { id: body.id, revoked_on: expect.any(Number) } })
    expect((await as(body.key)).body).toMatchObject({
      status: 401,
      error: 'CRM.EXCEPTIONS.UNAUTHORIZEDEXCEPTION',
    })
    expect((await call('DELETE', `api_keys/${body.id}`)).body).toEqual(revoked.body)
  })

  test('a key ends at the second it says', async () => {
    const { call } = await server.business()
    const start = server.clock.now
    const { body } = await call('POST', 'api_keys', {
      name: 'x',
      scopes: ['organisations:read'],
      expires_on: Math.floor(start.getTime() / 1000) + 60,
    })
    expect((await as(body.key)).status).toBe(200)
    server.clock.now = later(start, MINUTE)
    expect((await as(body.key)).status).toBe(401)
    server.clock.now = start
  })

  test.each`
    what                          | body                                            | path
    ${'an unknown scope'}         | ${{ scopes: ['purchase:write'] }}               | ${'scopes[0]'}
    ${'no scope'}                 | ${{ scopes: [] }}                               | ${'scopes'}
    ${'an end in the past'}       | ${{ scopes: ['*'], expires_on: 1_000_000_000 }} | ${'expires_on'}
    ${'scopes that all can read'} | ${{ scopes: ['*'], kind: 'PUBLISHABLE' }}       | ${'scopes'}
  `('$what is refused, naming $path', async ({ body, path }) => {
    const { call } = await server.business()
    const refused = await call('POST', 'api_keys', { name: 'x', ...body })
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0].path).toBe(path)
  })

  test('a key gives no scope that it lacks', async () => {
    const { call } = await server.business()
    const { body } = await call('POST', 'api_keys', { name: 'maker', scopes: ['keys:write', 'offers:read'] })
    const make = (scopes: string[]) =>
      ask(server.url, body.key, { method: 'POST', path: 'api_keys', body: { name: 'made', scopes } })
    expect((await make(['offers:read'])).status).toBe(200)
    expect((await make(['offers:read', 'ledger:read'])).body).toMatchObject({
      status: 403,
      parameters: ['ledger:read'],
    })
    expect((await make(['*'])).status).toBe(403)
  })

  test('a till’s key knows only its own merchant’s keys and makes only such', async () => {
    const { call } = await server.business()
    const names = async (key: string) =>
      (await as(key, 'api_keys?order=ASC')).body.content.map(({ name }: { name: string }) => name)
    for (const code of ['A', 'B']) await call('POST', 'organisations', { type: 'MERCHANT', name: code, code })
    const make = async (code: string) =>
      (
        await call('POST', 'api_keys', {
          name: code,
          scopes: ['keys:read', 'keys:write'],
          organisation: { id: code },
        })
      ).body
    const [a, b] = [await make('A'), await make('B')]
    expect(await names(a.key)).toEqual(['A'])
    const foreign = await as(a.key, `api_keys/${b.id}`)
    expect(foreign.body).toMatchObject({ status: 400, parameters: ['api_key', b.id] })
    const body = { name: 'A 2', scopes: ['keys:read'] }
    const made = await ask(server.url, a.key, { method: 'POST', path: 'api_keys', body })
    expect(made.body.organisation).toMatchObject({ name: 'A' })
    expect(await names(a.key)).toEqual(['A', 'A 2'])
    const outside = { ...body, organisation: { id: 'B' } }
    const refused = await ask(server.url, a.key, { method: 'POST', path: 'api_keys', body: outside })
    expect(refused.body.parameters).toEqual(['organisation', 'B'])
  })

  test('another business’s key is the same not-found as one that never was, and lives on', async () => {
    const [mine, theirs] = [await server.business(), await server.business()]
    const { body } = await theirs.call('POST', 'api_keys', { name: 'x', scopes: ['organisations:read'] })
    const refused = await mine.call('DELETE', `api_keys/${body.id}`)
    expect(refused).toMatchObject({ status: 400, body: { error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION' } })
    expect((await as(body.key)).status).toBe(200)
  })
})

describe('staff', () => {
  const password = 'correct horse battery'
  let users = 0

  /** A business in LIVE and TEST mode, with one member of staff of the same name in both. */
  async function staffed() {
    const username = `Owner${++users}@example.com`
    const at = server.clock.now
    const business = await transact(server.database, { actor: nobody, at }, async ({ db }) => {
      const wanted = { name: 'Shop', code: 'S', currency: 'EUR', timeZone: 'Europe/Nicosia' }
      const live = await createBusiness(db, { ...wanted, mode: 'LIVE' }, at)
      const { business: id } = live.actor
      const test = await createBusiness(db, { ...wanted, id, mode: 'TEST' }, at)
      await createOwner(live, { username, password })
      await createOwner(test, { username, password: `${password}, in test` })
      return live.actor.business
    })
    return { username, business }
  }

  const signIn = (body: object) =>
    ask(server.url, '', { method: 'POST', path: 'users/authenticate', body: { provider: 'EMAIL', ...body } })

  test('a token opens the business in the mode of the sign-in, for 15 minutes', async () => {
    const { username, business } = await staffed()
    const start = server.clock.now
    const { status, body } = await signIn({ username: username.toUpperCase(), password })
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.any(String),
      refresh_token: expect.any(String),
      expiration_date: Math.floor(start.getTime() / 1000) + 900,
      mode: 'LIVE',
      password_expired: false,
      lockout_date: null,
      user: { id: expect.any(String), role: 'OWNER' },
      organisations: [{ id: business, name: 'Shop' }],
    })
    const made = await ask(server.url, body.access_token, {
      method: 'POST',
      path: 'api_keys',
      body: { name: 'x', scopes: ['*'] },
    })
    expect(made.body.prefix).toBe('tb_live_')
    server.clock.now = later(start, 15 * MINUTE)
    expect((await as(body.access_token)).status).toBe(401)
    server.clock.now = start
  })

  test('each mode has its own password', async () => {
    const { username } = await staffed()
    const inTest = { username, password: `${password}, in test`, mode: 'TEST' }
    expect((await signIn(inTest)).body.mode).toBe('TEST')
    expect((await signIn({ ...inTest, mode: 'LIVE' })).status).toBe(400)
  })

  test('a wrong password and an unknown name get the same answer', async () => {
    const { username } = await staffed()
    const wrong = await signIn({ username, password: 'wrong' })
    const unknown = await signIn({ username: 'nobody@example.com', password })
    expect(wrong.body).toMatchObject({ status: 400, error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION' })
    const { instance, ...told } = wrong.body
    expect(unknown.body).toEqual({ ...told, instance: expect.not.stringMatching(instance) })
  })

  test('passwords are stored as argon2id with the cost that was decided', async () => {
    await staffed()
    const rows = await server.database.query.selectFrom('users').select('password_hash').execute()
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('a user who was deleted is out within two seconds', async () => {
    const { username } = await staffed()
    const { body } = await signIn({ username, password })
    expect((await as(body.access_token)).status).toBe(200)
    const { query } = server.database
    await query.deleteFrom('users').where('username', '=', username.toLowerCase()).execute()
    await new Promise((resolve) => setTimeout(resolve, 2_050))
    expect((await as(body.access_token)).status).toBe(401)
  })

  test('a token that others signed, or that is for others, opens nothing', async () => {
    const { username } = await staffed()
    const { body } = await signIn({ username, password })
    const [head, payload] = body.access_token.split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(randomBytes(32))
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`
    const changed = Buffer.from(JSON.stringify({ ...claims, tenant: 1 })).toString('base64url')
    const signature = body.access_token.split('.')[2]
    for (const token of [forged, unsigned, `${head}.${changed}.${signature}`]) {
      expect((await as(token)).status).toBe(401)
    }
  })

  test('a name is taken once in each mode, and a short password is refused', async () => {
    const { username } = await staffed()
    const { work } = await server.business()
    const inTest = work((each) => createOwner(each, { username, password }))
    await expect(inTest).rejects.toThrow(/username ".*" is in use/)
    const short = work((each) => createOwner(each, { username: 'new@example.com', password: 'short' }))
    await expect(short).rejects.toThrow(/12 to 200 are needed/)
  })
})
