import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { asContact } from '../../test/self-service/shopper.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { staffOf } from '../../test/staff.ts'
import { epochSeconds, HOUR, later, MINUTE, SECOND } from '../kit/time.ts'

const NOON = new Date('2026-11-23T10:00:00Z')

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  server.clock.now = NOON
  shop = await openShop(server)
})
afterEach(() => {
  server.clock.now = NOON
})
afterAll(() => server.stop())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const open = async () => ok(shop.call('POST', `contacts/${await shop.shopper()}/sessions`))
const statusOf = async (token: string, contact: string) =>
  (await asContact(server.url, token)('GET', `contacts/${contact}`)).status
const refresh = (token: string) => asContact(server.url, token)('POST', 'contacts/refresh')

describe('a session that is opened as a contact of the TEST business', () => {
  test('shows what is that contact’s, nothing of another, and nothing of the back office', async () => {
    const opened = await open()
    const other = (await open()).contact_id
    expect(opened).toMatchObject({ first_name: 'Shopper', ends_on: epochSeconds(later(NOON, HOUR)) })
    expect(await statusOf(opened.access_token, opened.contact_id)).toBe(200)
    expect(await statusOf(opened.access_token, other)).not.toBe(200)
    const office = { method: 'GET', path: `contacts/${opened.contact_id}` } as const
    expect((await ask(server.url, opened.access_token, office)).status).toBe(403)
  })

  test('is renewed as any, and over after an hour however much it is used', async () => {
    const { contact_id, refresh_token } = await open()
    server.clock.now = later(NOON, 50 * MINUTE)
    const renewed = await ok(refresh(refresh_token))
    expect(await statusOf(renewed.access_token, contact_id)).toBe(200)
    server.clock.now = later(NOON, HOUR - SECOND)
    expect(await statusOf(renewed.access_token, contact_id)).toBe(200)
    server.clock.now = later(NOON, HOUR)
    expect(await statusOf(renewed.access_token, contact_id)).toBe(401)
    expect((await refresh(renewed.refresh_token)).status).toBe(401)
  })

  test('stands among those of the contact, where it can be ended', async () => {
    const { contact_id, access_token, ends_on } = await open()
    const { content } = await ok(shop.call('GET', `contacts/${contact_id}/sessions`))
    expect(content).toMatchObject([{ device: 'Test tools', expires_on: ends_on }])
    await ok(shop.call('DELETE', `contacts/${contact_id}/sessions/${content[0].id}`))
    expect(await statusOf(access_token, contact_id)).toBe(401)
  })

  test('is an act of whoever opened it, key or staff, about the contact and without its tokens', async () => {
    const staff = await staffOf(server, shop)
    const developer = await staff.add('DEVELOPER')
    const { contact_id, access_token, refresh_token } = await open()
    await ok(developer.call('POST', `contacts/${contact_id}/sessions`))
    const { content } = await ok(staff.owner.call('GET', `audit_log?target_id=${contact_id}`))
    const acts = content.filter(
      ({ operation }: { operation: string }) => operation === 'openTestContactSession',
    )
    expect(acts.map(({ by, changes }: Answer['body']) => [by.kind, changes])).toEqual([
      ['USER', []],
      ['KEY', []],
    ])
    expect(JSON.stringify(content)).not.toContain(refresh_token)
    expect(JSON.stringify(content)).not.toContain(access_token)
  })

  test('is told once: the same request again gets no tokens', async () => {
    const code = await shop.shopper()
    const again = () =>
      ok(shop.call('POST', `contacts/${code}/sessions`, undefined, { 'idempotency-key': 'open' }))
    const first = await again()
    expect(await again()).toEqual({ ...first, access_token: null, refresh_token: null })
  })

  test('is refused in LIVE mode, to a key that may not try things out, and for another business’s contact', async () => {
    const live = await openShop(server, { mode: 'LIVE' })
    const refused = await live.call('POST', `contacts/${await live.shopper()}/sessions`)
    expect([refused.status, refused.body.parameters]).toEqual([400, ['mode', 'LIVE']])
    expect(refused.body.detail).toContain('use a TEST key')

    const { contact_id } = await open()
    const stranger = await openShop(server)
    const unknown = await stranger.call('POST', `contacts/${contact_id}/sessions`)
    expect([unknown.status, unknown.body.parameters]).toEqual([400, ['contact', contact_id]])

    const scopes = ['contacts:read', 'contacts:write', 'test_helpers:read']
    const { key } = await ok(shop.call('POST', 'api_keys', { name: 'till', scopes }))
    const path = `contacts/${contact_id}/sessions`
    expect((await ask(server.url, key, { method: 'POST', path })).status).toBe(403)
    const { content } = await ok(live.call('GET', 'contacts'))
    expect((await ok(live.call('GET', `contacts/${content[0].id}/sessions`))).content).toEqual([])
  })
})
