import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { door, PASSWORD, type Staff, staffedBusiness } from '../../test/staff.ts'
import { later, MINUTE, SECOND } from '../kit/time.ts'
import { codeOfStep, stepAt } from './totp.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
// Every test has the tries of its own: all come from one address.
beforeEach(() => server.database.query.deleteFrom('sign_in_tries').execute())
afterAll(() => server.stop())

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** What an app does with the secret that it is shown. */
function codeOf(secret: string, stepsLater = 0): string {
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  return codeOfStep(bytes, stepAt(server.clock.now) + stepsLater)
}

const signIn = ({ username }: Staff, code?: string): Promise<Answer> =>
  door(server, 'authenticate', { username, password: PASSWORD, mode: 'TEST', code })
const statusOf = async (staff: Staff) => (await staff.call('GET', 'users/me')).status

/** An owner with an app whose first code was confirmed. */
async function withApp() {
  const shop = await staffedBusiness(server)
  const { owner } = shop
  const { body } = await owner.call('POST', 'users/me/second_factor', { password: PASSWORD })
  const confirmed = await owner.call('POST', 'users/me/second_factor/confirm', { code: codeOf(body.secret) })
  if (confirmed.status !== 200) throw new Error(confirmed.text)
  return { ...shop, secret: body.secret as string, recovery: confirmed.body.recovery_codes as string[] }
}

/** In the next step of the codes, so that one that was used is not in the way. */
async function inTheNextStep<Result>(run: () => Promise<Result>): Promise<Result> {
  const start = server.clock.now
  server.clock.now = later(start, 30 * SECOND)
  try {
    return await run()
  } finally {
    server.clock.now = start
  }
}

const WRONG = 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION'
const NEEDED = 'CRM.EXCEPTIONS.SECONDFACTORREQUIREDEXCEPTION'

describe('an authenticator app', () => {
  test('is asked for at no sign-in until a code of it came, and at each from then on', async () => {
    const { owner } = await staffedBusiness(server)
    const enrolled = await owner.call('POST', 'users/me/second_factor', { password: PASSWORD })
    const { secret, uri } = enrolled.body
    expect(new URL(uri).searchParams.get('secret')).toBe(secret)
    expect(uri).toMatch(/^otpauth:\/\/totp\//)
    expect((await signIn(owner)).status).toBe(200)
    const wrong = await owner.call('POST', 'users/me/second_factor/confirm', { code: codeOf(secret, 9) })
    expect(wrong.body.error).toBe(WRONG)
    expect((await signIn(owner)).status).toBe(200)
    const confirmed = await owner.call('POST', 'users/me/second_factor/confirm', { code: codeOf(secret) })
    expect(confirmed.body).toMatchObject({ second_factor: true, recovery_codes_left: 10 })
    expect(await signIn(owner)).toMatchObject({ status: 400, body: { error: NEEDED, parameters: ['code'] } })
    await inTheNextStep(async () => expect((await signIn(owner, codeOf(secret))).status).toBe(200))
  })

  test('that was confirmed signs out whoever signed in without it', async () => {
    const { owner } = await staffedBusiness(server)
    const other = (await signIn(owner)).body
    const { body } = await owner.call('POST', 'users/me/second_factor', { password: PASSWORD })
    await owner.call('POST', 'users/me/second_factor/confirm', { code: codeOf(body.secret) })
    expect((await door(server, 'refresh', { refresh_token: other.refresh_token })).status).toBe(401)
    expect(await statusOf(owner)).toBe(200)
  })

  test('is asked for only of whoever knows the password', async () => {
    const { owner } = await withApp()
    const guessed = { username: owner.username, password: 'wrong password', mode: 'TEST' }
    const { body } = await door(server, 'authenticate', guessed)
    expect(body).toMatchObject({ error: WRONG, message: 'The username or the password is wrong.' })
  })

  test('is enrolled with the password only, and kept sealed', async () => {
    const { owner, secret } = await withApp()
    const again = await owner.call('POST', 'users/me/second_factor', { password: PASSWORD })
    expect(again.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    const other = await staffedBusiness(server)
    const refused = await other.owner.call('POST', 'users/me/second_factor', { password: 'not the password' })
    expect(refused.body.error).toBe(WRONG)
    const rows = await server.database.query.selectFrom('users').selectAll().execute()
    expect(rows.map((row) => row.totp_secret?.toString('latin1') ?? '').join()).not.toContain(secret)
    const log = await owner.call('GET', 'audit_log?size=100')
    expect(log.text).toContain('enrolSecondFactor')
    expect(log.text).not.toContain(secret)
  })
})

describe('a code of the app', () => {
  test('is good once: not again, not with another request at once, and not one from before it', async () => {
    const { owner, secret } = await withApp()
    await inTheNextStep(async () => {
      const code = codeOf(secret)
      const tries = await Promise.all(Array.from({ length: 4 }, () => signIn(owner, code)))
      expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
      for (const { body } of tries.filter(({ status }) => status !== 200)) expect(body.error).toBe(WRONG)
    })
    expect((await signIn(owner, codeOf(secret))).body.error).toBe(WRONG)
  })

  test('of a minute ago or to come is refused, of one step to either side is taken', async () => {
    const { owner, secret } = await withApp()
    const start = server.clock.now
    server.clock.now = later(start, 10 * MINUTE)
    expect((await signIn(owner, codeOf(secret, -2))).body.error).toBe(WRONG)
    expect((await signIn(owner, codeOf(secret, 2))).body.error).toBe(WRONG)
    expect((await signIn(owner, codeOf(secret, -1))).status).toBe(200)
    expect((await signIn(owner, codeOf(secret, 1))).status).toBe(200)
    server.clock.now = start
  })

  test('is guessed at no faster than a password, and asking for it is no wrong try', async () => {
    const { owner } = await withApp()
    for (let n = 0; n < 8; n++) expect((await signIn(owner)).body.error).toBe(NEEDED)
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, n) => signIn(owner, `00000${n}`.slice(-6))),
    )
    expect(guesses.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(5)
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(25)
  })
})

describe('a recovery code', () => {
  test('opens the door once, of many at once one, written in any way, and is kept as a hash', async () => {
    const { owner, recovery } = await withApp()
    const [first = '', second = ''] = recovery
    expect(new Set(recovery).size).toBe(10)
    expect(first).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const tries = await Promise.all(Array.from({ length: 4 }, () => signIn(owner, first)))
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await signIn(owner, first)).body.error).toBe(WRONG)
    expect((await signIn(owner, ` ${second.toLowerCase().replaceAll('-', ' ')}`)).status).toBe(200)
    expect((await owner.call('GET', 'users/me')).body.recovery_codes_left).toBe(8)
    const kept = await server.database.query.selectFrom('recovery_codes').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(first)
  })

  test('of somebody else is none', async () => {
    const [mine, theirs] = [await withApp(), await withApp()]
    expect((await signIn(mine.owner, theirs.recovery[0])).body.error).toBe(WRONG)
  })

  test('is good no more after new ones were made', async () => {
    const { owner, recovery } = await withApp()
    const [first, second] = recovery
    const { body } = await owner.call('POST', 'users/me/recovery_codes', { code: first })
    expect(body.recovery_codes).toHaveLength(10)
    expect((await signIn(owner, second)).body.error).toBe(WRONG)
    expect((await signIn(owner, body.recovery_codes[0])).status).toBe(200)
  })
})

describe('a second factor', () => {
  test('is removed with password and code, and not with one of them', async () => {
    const { owner, recovery } = await withApp()
    const remove = (password: string, code = '000000') =>
      owner.call('POST', 'users/me/second_factor/remove', { password, code })
    expect((await remove(PASSWORD)).body.error).toBe(WRONG)
    expect((await remove('not the password', recovery[0])).body.error).toBe(WRONG)
    expect((await remove(PASSWORD, recovery[0])).body).toMatchObject({ second_factor: false })
    expect((await signIn(owner)).status).toBe(200)
  })

  test('that somebody lost is removed by who may change them, which signs them out and is in the log', async () => {
    const { owner, add } = await withApp()
    const clerk = await add('CLERK')
    const { body } = await clerk.call('POST', 'users/me/second_factor', { password: PASSWORD })
    await clerk.call('POST', 'users/me/second_factor/confirm', { code: codeOf(body.secret) })
    const manager = await add('MANAGER')
    expect((await manager.call('DELETE', `users/${owner.id}/second_factor`)).status).toBe(403)
    const removed = await manager.call('DELETE', `users/${clerk.id}/second_factor`)
    expect(removed.body).toMatchObject({ id: clerk.id, second_factor: false })
    expect(await statusOf(clerk)).toBe(401)
    expect((await signIn(clerk)).status).toBe(200)
    const [act] = (await owner.call('GET', 'audit_log?operation=removeUserSecondFactor')).body.content
    expect(act).toMatchObject({ target_id: clerk.id, by: { id: manager.id } })
    expect(act.changes).toContainEqual({ field: 'second_factor', before: true, after: false })
  })
})
