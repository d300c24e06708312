import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { door, newName, PASSWORD, type Staff, staffedBusiness } from '../../test/staff.ts'
import { SCOPES } from '../kit/actor.ts'
import { DAY, later } from '../kit/time.ts'
import { declaredEndpoints } from '../main/docs/declared.ts'
import { ROLES, TERMS_OF } from './roles.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const FORBIDDEN = 'CRM.EXCEPTIONS.FORBIDDENEXCEPTION'
const NOT_NOW = 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'
const statusOf = async (staff: Staff) => (await staff.call('GET', 'users/me')).status

describe('an invitation', () => {
  test('lets whoever holds it choose the password, once, and is kept nowhere', async () => {
    const { owner } = await staffedBusiness(server)
    const username = newName()
    const { body } = await owner.call('POST', 'users', { username, role: 'CLERK', name: 'Ann' })
    expect(body).toMatchObject({ username, role: 'CLERK', name: 'Ann', state: 'INVITED' })
    const { invitation } = body
    const kept = JSON.stringify([
      await server.database.query.selectFrom('users').selectAll().execute(),
      await server.database.query.selectFrom('idempotency_keys').selectAll().execute(),
    ])
    expect(kept).not.toContain(invitation.slice(-43))
    expect((await door(server, 'authenticate', { username, password: PASSWORD, mode: 'TEST' })).status).toBe(
      400,
    )

    const taken = await door(server, 'accept_invitation', { invitation, password: PASSWORD })
    expect(taken).toMatchObject({ status: 200, body: { username, name: 'Ann', role: 'CLERK' } })
    expect((await door(server, 'authenticate', { username, password: PASSWORD, mode: 'TEST' })).status).toBe(
      200,
    )
    const again = await door(server, 'accept_invitation', { invitation, password: `${PASSWORD} 2` })
    expect(again.body.error).toBe('CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION')
  })

  test('taken by many at once is taken by one', async () => {
    const { owner } = await staffedBusiness(server)
    const { body } = await owner.call('POST', 'users', { username: newName(), role: 'CLERK' })
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        door(server, 'accept_invitation', { invitation: body.invitation, password: `${PASSWORD} ${n}` }),
      ),
    )
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is over after a week, and when there is a newer one', async () => {
    const { owner } = await staffedBusiness(server)
    const start = server.clock.now
    const { body } = await owner.call('POST', 'users', { username: newName(), role: 'CLERK' })
    const { body: newer } = await owner.call('POST', `users/${body.id}/invite`)
    const accept = (invitation: string) =>
      door(server, 'accept_invitation', { invitation, password: PASSWORD })
    expect((await accept(body.invitation)).status).toBe(400)
    server.clock.now = later(start, 7 * DAY)
    expect((await accept(newer.invitation)).status).toBe(400)
    server.clock.now = start
    expect((await accept(newer.invitation)).status).toBe(200)
  })

  test('for somebody who forgot the password signs out whoever knew it', async () => {
    const { owner, add } = await staffedBusiness(server)
    const clerk = await add('CLERK')
    const { body } = await owner.call('POST', `users/${clerk.id}/invite`)
    expect(await statusOf(clerk)).toBe(200)
    await door(server, 'accept_invitation', { invitation: body.invitation, password: `another ${PASSWORD}` })
    expect(await statusOf(clerk)).toBe(401)
  })
})

describe('a name', () => {
  test('taken in two businesses at once is taken in one', async () => {
    const shops = await Promise.all([staffedBusiness(server), staffedBusiness(server)])
    const username = newName()
    const made = await Promise.all(
      shops.flatMap(({ owner }) =>
        [1, 2].map(() => owner.call('POST', 'users', { username, role: 'CLERK' })),
      ),
    )
    expect(made.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
    expect(made.find(({ status }) => status === 400)?.body.error).toBe(
      'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
    )
  })
})

describe('a password', () => {
  test.each`
    what                       | password              | says
    ${'short'}                 | ${'Tr0ub4dor&3'}      | ${'11 characters long'}
    ${'long'}                  | ${'long '.repeat(41)} | ${'205 characters long'}
    ${'of few characters'}     | ${'aabbaabbaabb'}     | ${'fewer than 5 different'}
    ${'repeated'}              | ${'kite2kite2kite2'}  | ${'again and again'}
    ${'a row of the keyboard'} | ${'qwertyuiop12'}     | ${'a row'}
    ${'the alphabet'}          | ${'abcdefghijklmnop'} | ${'a row'}
    ${'tried first'}           | ${'P@ssw0rd2026!!'}   | ${'tries first'}
    ${'the own name'}          | ${'zebedee-2026!'}    | ${'your own name'}
  `('that is $what is refused and said so, without being repeated', async ({ password, says }) => {
    const { owner } = await staffedBusiness(server)
    const sent = { username: 'zebedee@staff.example', role: 'CLERK', password }
    const { status, body, text } = await owner.call('POST', 'users', sent)
    expect(status).toBe(400)
    expect(body.field_errors[0]).toMatchObject({ path: 'password', message: expect.stringContaining(says) })
    expect(text).not.toContain(password)
  })

  test.each(['correct horse battery', 'nur kleine buchstaben', '𝔊𝔯ü𝔫𝔢 𝔚𝔦𝔢𝔰𝔢 𝔞𝔪 𝔉𝔩𝔲𝔰𝔰', 'kq8#vv-plz 77'])(
    'such as %s needs no kind of characters',
    async (password) => {
      const { owner } = await staffedBusiness(server)
      const username = newName()
      expect((await owner.call('POST', 'users', { username, role: 'CLERK', password })).status).toBe(200)
      const sent = { username, password: password.normalize('NFKD'), mode: 'TEST' }
      expect((await door(server, 'authenticate', sent)).body.password_expired).toBe(true)
    },
  )

  test('is changed with the one before, which ends all other sessions', async () => {
    const { add, actor } = await staffedBusiness(server)
    const clerk = await add('CLERK')
    const other = await door(server, 'authenticate', {
      username: clerk.username,
      password: PASSWORD,
      mode: actor.mode,
    })
    const change = (current_password: string, new_password: string) =>
      clerk.call('PUT', 'users/me/password', { current_password, new_password })
    expect((await change('wrong', 'purple stapler window')).body.error).toBe(
      'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
    )
    expect((await change(PASSWORD, PASSWORD)).status).toBe(400)
    expect((await change(PASSWORD, 'purple stapler window')).status).toBe(200)
    expect(await statusOf(clerk)).toBe(200)
    const old = await ask(server.url, other.body.access_token, { method: 'GET', path: 'users/me' })
    expect(old.status).toBe(401)
    expect((await door(server, 'refresh', { refresh_token: other.body.refresh_token })).status).toBe(401)
  })
})

describe('the last owner', () => {
  test('stays an owner: is not demoted, disabled or removed', async () => {
    const { owner, add } = await staffedBusiness(server)
    await owner.call('POST', 'users', { username: newName(), role: 'OWNER' })
    await add('MANAGER')
    for (const change of [{ role: 'MANAGER' }, { state: 'DISABLED' }]) {
      expect((await owner.call('PUT', `users/${owner.id}`, change)).body.error).toBe(NOT_NOW)
    }
    expect((await owner.call('DELETE', `users/${owner.id}`)).body.error).toBe(NOT_NOW)
    expect((await owner.call('PUT', `users/${owner.id}`, { name: 'Still here' })).status).toBe(200)
  })

  test('is there after two owners removed each other at once', async () => {
    const { owner, add, key } = await staffedBusiness(server)
    const owners = [owner, await add('OWNER'), await add('OWNER')]
    const acts = await Promise.all(
      owners.flatMap(({ id }) => [
        ask(server.url, key, { method: 'DELETE', path: `users/${id}` }),
        ask(server.url, key, { method: 'PUT', path: `users/${id}`, body: { role: 'CLERK' } }),
        ask(server.url, key, { method: 'PUT', path: `users/${id}`, body: { state: 'DISABLED' } }),
      ]),
    )
    expect(acts.some(({ body }) => body.error === NOT_NOW)).toBe(true)
    const left = await ask(server.url, key, { method: 'GET', path: 'users?role=OWNER&state=ACTIVE' })
    expect(left.body.content).toHaveLength(1)
  })
})

describe('a role', () => {
  test.each(ROLES)('%s stands in the README with what it may do', (role) => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8')
    const row = readme.split('\n').find((line) => line.startsWith(`| ${role} `)) ?? ''
    const { scopes } = TERMS_OF[role]
    const written = [...row.matchAll(/`([a-z_:*]+)`/g)].map((match) => match[1] ?? '')
    const meant = written.flatMap((name) =>
      name === '*:read' ? SCOPES.filter((each) => each.endsWith(':read')) : [name],
    )
    if (row.includes('all but')) expect(SCOPES.filter((each) => !meant.includes(each))).toEqual(scopes)
    else expect([...meant].sort()).toEqual([...scopes].sort())
  })

  test('that may do more is neither given nor touched', async () => {
    const { owner, add } = await staffedBusiness(server)
    const manager = await add('MANAGER')
    const clerk = await add('CLERK')
    const tries = [
      manager.call('POST', 'users', { username: newName(), role: 'OWNER' }),
      manager.call('POST', 'users', { username: newName(), role: 'DEVELOPER' }),
      manager.call('PUT', `users/${clerk.id}`, { role: 'OWNER' }),
      manager.call('PUT', `users/${owner.id}`, { state: 'DISABLED' }),
      manager.call('POST', `users/${owner.id}/invite`),
      manager.call('DELETE', `users/${owner.id}/sessions`),
      manager.call('DELETE', `users/${owner.id}`),
    ]
    for (const { body } of await Promise.all(tries)) expect(body.error).toBe(FORBIDDEN)
    expect((await manager.call('PUT', `users/${clerk.id}`, { role: 'MARKETER' })).body.role).toBe('MARKETER')
    expect((await clerk.call('GET', 'users')).status).toBe(403)
  })

  test('that was changed counts from the next request on', async () => {
    const { owner, add } = await staffedBusiness(server)
    const clerk = await add('CLERK')
    expect((await clerk.call('GET', 'reports/awards')).status).toBe(403)
    await owner.call('PUT', `users/${clerk.id}`, { role: 'AUDITOR' })
    expect((await clerk.call('GET', 'reports/awards')).status).not.toBe(403)
  })

  test('of an auditor opens everything that reads and nothing that writes, but the own account', async () => {
    const { add } = await staffedBusiness(server)
    const auditor = await add('AUDITOR')
    const allowed: string[] = []
    for (const { name, method, path, access, effect } of declaredEndpoints()) {
      if (['public', 'staff', 'app', 'contact'].includes(String(access)) || effect === 'reads') continue
      const address = path.replaceAll(/\{\w+\}/g, '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11')
      const { status } = await ask(server.url, auditor.token, {
        method,
        path: address,
        ...(method !== 'GET' && { body: {} }),
      })
      if (status !== 403) allowed.push(`${name}: ${status}`)
    }
    expect(allowed).toEqual([])
    for (const path of ['purchases', 'users', 'api_keys', 'organisations', 'payouts'])
      expect((await auditor.call('GET', path)).status).toBe(200)
    expect((await auditor.call('PUT', 'users/me', { name: 'Aud' })).status).toBe(200)
  })
})

describe('staff of another business', () => {
  test('are not found', async () => {
    const [mine, theirs] = await Promise.all([staffedBusiness(server), staffedBusiness(server)])
    const { id } = theirs.owner
    const asked = [
      mine.owner.call('GET', `users/${id}`),
      mine.owner.call('PUT', `users/${id}`, { state: 'DISABLED' }),
      mine.owner.call('DELETE', `users/${id}`),
      mine.owner.call('GET', `users/${id}/sessions`),
    ]
    for (const { body } of await Promise.all(asked)) expect(body.parameters).toEqual(['user', id])
    expect((await mine.owner.call('GET', 'users')).body.content).toHaveLength(1)
  })

  test('a key of one merchant has nothing to do with them, and a key has no account', async () => {
    const { owner, key } = await staffedBusiness(server)
    await owner.call('POST', 'organisations', { type: 'MERCHANT', name: 'A', code: 'A' })
    const till = await owner.call('POST', 'api_keys', {
      name: 'till',
      scopes: ['users:read', 'users:write'],
      organisation: { id: 'A' },
    })
    const get = (path: string, by: string) => ask(server.url, by, { method: 'GET', path })
    expect((await get('users', till.body.key)).body.error).toBe(FORBIDDEN)
    expect((await get(`users/${owner.id}`, till.body.key)).body.error).toBe(FORBIDDEN)
    expect((await get('users/me', key)).body).toMatchObject({ error: FORBIDDEN, parameters: ['staff'] })
  })
})
