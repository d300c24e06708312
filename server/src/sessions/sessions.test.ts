import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { DAY, later, MINUTE, SECOND } from '../kit/time.ts'
import {
  endSession,
  endSessionsOf,
  forgetSessions,
  listSessions,
  openSession,
  readAccessToken,
  refreshSession,
  type SessionTokens,
  type SubjectKind,
  sessionKeys,
  whoIsSignedIn,
} from './index.ts'

let server: TestServer
let shop: TestBusiness
const keys = sessionKeys(randomBytes(32))
beforeAll(async () => {
  server = await startServer()
  shop = await server.business()
})
afterAll(() => server.stop())

const open = (kind: SubjectKind = 'CONTACT', subject: string = randomUUID()) =>
  shop.work((work) => openSession(work, { kind, subject, device: 'a phone' }, keys))
const refresh = (token: string, after = 0, kind: SubjectKind = 'CONTACT') =>
  refreshSession(server.database, { token, kind, at: later(server.clock.now, after) }, keys)
const lives = async ({ session }: Pick<SessionTokens, 'session'>) =>
  (await whoIsSignedIn(server.database.query, shop.actor.tenant, session)) !== undefined
const renewed = async (token: string, after = 0) => {
  const next = await refresh(token, after)
  if (!next) throw new Error('the token was refused')
  return next
}

describe('a refresh token', () => {
  test('gets the next one, whose access token is of the same session and subject', async () => {
    const first = await open()
    const next = await renewed(first.refreshToken, MINUTE)
    expect(next.refreshToken).not.toBe(first.refreshToken)
    expect(next).toMatchObject({ session: first.session, subject: first.subject, tenant: shop.actor.tenant })
    const told = await readAccessToken(keys.access, next.accessToken, server.clock.now)
    expect(told).toMatchObject({ kind: 'CONTACT', session: first.session, tenant: shop.actor.tenant })
  })

  test('is kept nowhere', async () => {
    const { refreshToken } = await open()
    const rows = await server.database.query.selectFrom('sessions').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(refreshToken.slice(-43))
  })

  test('that is used again after the grace ends the session, and the newest with it', async () => {
    const first = await open()
    const next = await renewed(first.refreshToken)
    expect(await refresh(first.refreshToken, 31 * SECOND)).toBeUndefined()
    expect(await lives(first)).toBe(false)
    expect(await refresh(next.refreshToken, 31 * SECOND)).toBeUndefined()
  })

  test('that is used again within the grace gets the newest once more', async () => {
    const first = await open()
    const next = await renewed(first.refreshToken)
    expect((await renewed(first.refreshToken, 29 * SECOND)).refreshToken).toBe(next.refreshToken)
    expect(await lives(first)).toBe(true)
  })

  test('but one, used within the grace, ends the session', async () => {
    const first = await open()
    const next = await renewed(first.refreshToken)
    await renewed(next.refreshToken)
    expect(await refresh(first.refreshToken)).toBeUndefined()
    expect(await lives(first)).toBe(false)
  })

  test('used by many tabs at once gets all of them the same next one', async () => {
    const first = await open()
    const got = await Promise.all(Array.from({ length: 12 }, () => renewed(first.refreshToken)))
    expect(new Set(got.map(({ refreshToken }) => refreshToken)).size).toBe(1)
    expect(await lives(first)).toBe(true)
  })

  test('of a contact opens no session of staff, and forged ones none at all', async () => {
    const first = await open()
    expect(await refresh(first.refreshToken, 0, 'STAFF')).toBeUndefined()
    const forged = first.refreshToken.replace(/_0_/, '_1_')
    for (const text of [forged, 'nonsense', `${first.refreshToken.slice(0, -1)}!`]) {
      expect(await refresh(text)).toBeUndefined()
    }
    expect(await lives(first)).toBe(true)
  })

  test.each([
    ['CONTACT', 60],
    ['STAFF', 0.5],
  ] as const)('of a %s is over after %d days without use', async (kind, days) => {
    const first = await open(kind)
    expect(await refresh(first.refreshToken, days * DAY, kind)).toBeUndefined()
    expect(await refresh(first.refreshToken, days * DAY - SECOND, kind)).toBeDefined()
  })
})

describe('a session', () => {
  test('that was signed out of is over, and so is its refresh token', async () => {
    const first = await open()
    const of = { kind: 'CONTACT', subject: first.subject } as const
    await shop.work((work) => endSession(work, of, { session: first.session, why: 'SIGNED_OUT' }))
    expect(await lives(first)).toBe(false)
    expect(await refresh(first.refreshToken)).toBeUndefined()
  })

  test('is ended by its own subject only', async () => {
    const first = await open()
    const of = { kind: 'CONTACT', subject: randomUUID() } as const
    await shop.work((work) => endSession(work, of, { session: first.session, why: 'SIGNED_OUT' }))
    expect(await lives(first)).toBe(true)
  })

  test('of one subject are listed and ended together, but the one that asks', async () => {
    const subject = randomUUID()
    const [one, two] = [await open('STAFF', subject), await open('STAFF', subject)]
    await open('CONTACT', subject)
    const of = { kind: 'STAFF', subject } as const
    const listed = () => shop.work((work) => listSessions(work, of))
    expect((await listed()).map(({ id }) => id).sort()).toEqual([one.session, two.session].sort())
    await shop.work((work) => endSessionsOf(work, of, { why: 'REVOKED', except: two.session }))
    expect((await listed()).map(({ id }) => id)).toEqual([two.session])
  })

  test('goes a month after it ended or was over, and not before', async () => {
    const [ended, idle, used] = [await open(), await open('STAFF'), await open()]
    const of = { kind: 'CONTACT', subject: ended.subject } as const
    await shop.work((work) => endSession(work, of, { session: ended.session, why: 'SIGNED_OUT' }))
    const left = async (days: number) => {
      const clock = () => later(server.clock.now, days * DAY)
      await forgetSessions({ database: server.database, clock })
      const rows = await server.database.query.selectFrom('sessions').select('id').execute()
      return [ended, idle, used].filter(({ session }) => rows.some(({ id }) => id === session))
    }
    expect(await left(29)).toEqual([ended, idle, used])
    expect(await left(31)).toEqual([used])
  })

  test('has access tokens of 15 minutes', async () => {
    const { accessToken } = await open()
    const at = (after: number) => readAccessToken(keys.access, accessToken, later(server.clock.now, after))
    expect(await at(14 * MINUTE)).toBeDefined()
    expect(await at(15 * MINUTE)).toBeUndefined()
    expect(await readAccessToken(randomBytes(32), accessToken, server.clock.now)).toBeUndefined()
  })
})
