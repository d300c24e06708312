import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { createOwner } from '../access/index.ts'

const NOON = new Date('2026-11-23T10:00:00Z')
const DAY = 86_400
const at = (iso: string) => Date.parse(iso) / 1_000
const EVERY_MS = 50

let server: TestServer
let receiver: Receiver
let shop: Shop
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] }, clocks: { everyMs: EVERY_MS } })
  receiver = await openReceiver()
})
beforeEach(async () => {
  server.clock.now = NOON
  shop = await openShop(server, { timeZone: 'Europe/Nicosia' })
})
afterAll(async () => {
  await receiver.close()
  await server.stop()
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const move = (body: object, of = shop) => ok(of.call('POST', 'test_helpers/clock', body))
const read = (of = shop) => ok(of.call('GET', 'test_helpers/clock'))
const expiring = (count: number) => ({
  award: { kind: 'PERCENTAGE', rate: 10 },
  expires_after: { count, unit: 'DAYS' },
})

describe('the clock of a TEST business', () => {
  test('is the time of everybody until it is moved, by a duration or to a time', async () => {
    expect(await read()).toEqual({
      now: at('2026-11-23T10:00:00Z'),
      ahead_seconds: 0,
      next_expiry_on: null,
    })
    expect(await move({ by: 'P1M3DT2H' })).toMatchObject({
      now: at('2026-12-26T12:00:00Z'),
      moved_from: at('2026-11-23T10:00:00Z'),
      is_there: true,
    })
    expect(await move({ to: '2027-01-01T00:00:00Z' })).toMatchObject({ now: at('2027-01-01T00:00:00Z') })
    server.clock.now = new Date(NOON.getTime() + 60_000)
    expect((await read()).now).toBe(at('2027-01-01T00:01:00Z'))
  })

  test.each([
    [{ to: '2026-11-23T09:59:59Z' }, 'to'],
    [{ by: 'three days' }, 'by'],
    [{ by: 'P2Y' }, 'by'],
    [{ by: 'P' }, 'by'],
    [{ by: 'P1D', to: '2027-01-01T00:00:00Z' }, 'to'],
    [{}, 'to'],
  ])('is not moved by %j', async (body, path) => {
    const { status, body: refused } = await shop.call('POST', 'test_helpers/clock', body)
    expect([status, refused.field_errors[0].path]).toEqual([400, path])
    expect((await read()).ahead_seconds).toBe(0)
  })

  test('is moved once by a request that is sent again under its key', async () => {
    const key = { 'idempotency-key': 'one-day' }
    const first = await ok(shop.call('POST', 'test_helpers/clock', { by: 'P1D' }, key))
    expect(await ok(shop.call('POST', 'test_helpers/clock', { by: 'P1D' }, key))).toEqual(first)
    expect((await read()).ahead_seconds).toBe(DAY)
  })

  test('is moved by staff as an act that stands in the log', async () => {
    const owner = { username: 'owner@shop.example', password: 'a horse, a battery 1947' }
    await shop.work((work) => createOwner(work, owner))
    const signedIn = { method: 'POST', path: 'users/authenticate', body: { ...owner, mode: 'TEST' } } as const
    const { access_token: token } = await ok(ask(server.url, '', signedIn))
    const headers = { authorization: `Bearer ${token}` }
    const asked = { method: 'POST', path: 'test_helpers/clock', body: { by: 'P40D' } } as const
    const { now, moved_from } = await ok(ask(server.url, token, { ...asked, headers }))
    const { content } = await ok(shop.call('GET', 'audit_log?operation=moveTestClock'))
    expect(content).toMatchObject([{ changes: [{ field: 'now', before: moved_from, after: now }] }])
    // Sessions are not of the business and its time: who moved it a year ahead is still signed in.
    const read = { method: 'GET', path: 'test_helpers/clock', headers } as const
    expect((await ask(server.url, token, read)).status).toBe(200)
  })

  test('is moved by one request at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => shop.call('POST', 'test_helpers/clock', { by: 'P7D' })),
    )
    const moved = answers.filter(({ status }) => status === 200).length
    expect(moved).toBeGreaterThan(0)
    for (const { status, body } of answers)
      if (status !== 200) expect([status, body.parameters]).toEqual([400, ['clock', 'MOVING']])
    expect((await read()).ahead_seconds).toBe(7 * DAY * moved)
  })

  test('does not exist in LIVE mode, nor may the table have one', async () => {
    const live = await openShop(server, { mode: 'LIVE' })
    for (const asked of [
      live.call('GET', 'test_helpers/clock'),
      live.call('POST', 'test_helpers/clock', { by: 'P1D' }),
    ]) {
      const { status, body } = await asked
      expect([status, body.parameters]).toEqual([400, ['mode', 'LIVE']])
    }
    const forced = server.database.pool.query("update tenants set ahead = '1 day' where tenant = $1", [
      live.actor.tenant,
    ])
    await expect(forced).rejects.toThrow('only_test_time_is_moved')
  })

  test('moves nobody else, whatever their mode', async () => {
    const other = await openShop(server)
    const live = await openShop(server, { mode: 'LIVE' })
    await move({ by: 'P30D' })
    expect((await read(other)).ahead_seconds).toBe(0)
    for (const [each, day] of [
      [shop, '2026-12-23'],
      [other, '2026-11-23'],
      [live, '2026-11-23'],
    ] as const) {
      const bought = await ok(each.buy({ total: 5 }))
      const { date } = await ok(each.call('GET', `purchases/${bought.id}`))
      expect(new Date(date * 1_000).toISOString().slice(0, 10)).toBe(day)
    }
  })

  test('is the same in every process when the move is answered', async () => {
    const url = await server.another()
    await move({ by: 'P90D' })
    const there = await ask(url, shop.key, { method: 'GET', path: 'test_helpers/clock' })
    expect(there.body.ahead_seconds).toBe(90 * DAY)
  })
})

describe('what falls due in between', () => {
  test('expires at its own time, in order, before the move is answered', async () => {
    const contact = await shop.shopper()
    await shop.offer(expiring(10))
    await ok(shop.buy({ contact, total: 30 }))
    await move({ by: 'P4D' })
    await ok(shop.buy({ contact, total: 20 }))
    expect(await shop.balance(contact)).toBe(5)
    await move({ to: (await read()).next_expiry_on })
    expect(await shop.balance(contact)).toBe(2)
    await move({ by: 'P30D' })
    expect(await shop.balance(contact)).toBe(0)
    const { rows } = await server.database.pool.query(
      'select distinct at from transfers where tenant = $1 and kind = $2 order by at',
      [shop.actor.tenant, 'EXPIRY'],
    )
    expect(rows.map((row) => row.at.toISOString().slice(0, 13))).toEqual(['2026-12-03T10', '2026-12-07T10'])
    expect(await shop.verify()).toEqual([])
  })

  test('is what another business has not waited for: its money is still there', async () => {
    const other = await openShop(server)
    await other.offer(expiring(10))
    const contact = await other.shopper()
    await ok(other.buy({ contact, total: 30 }))
    await move({ by: 'P60D' })
    await server.expireLots()
    expect(await other.balance(contact)).toBe(3)
  })

  test('birthdays are given on their days, once a year', async () => {
    await ok(
      shop.call('POST', 'reward_offers', {
        name: 'Birthday',
        type: 'GIFT',
        state: 'ACTIVE',
        conditions: [{ kind: 'OCCASION', occasion: 'BIRTHDAY' }],
        award: { kind: 'FIXED', amount: 5 },
      }),
    )
    await ok(shop.call('POST', 'contacts', { code: 'B', first_name: 'B', birthday: '1990-02-14' }))
    await move({ to: '2027-02-13T12:00:00Z' })
    expect(await shop.balance('B')).toBe(0)
    await move({ by: 'P1D' })
    expect(await shop.balance('B')).toBe(5)
    await move({ by: 'P366D' })
    const { rows } = await server.database.pool.query(
      "select at from transfers where tenant = $1 and kind = 'AWARD' order by at",
      [shop.actor.tenant],
    )
    // From midnight on in Nicosia, where it is two hours later.
    expect(rows.map(({ at: given }) => given.toISOString().slice(0, 13))).toEqual([
      '2027-02-13T22',
      '2028-02-13T22',
    ])
  })

  test('webhooks are tried again when their time comes, signed by the time of the receiver', async () => {
    await ok(shop.call('POST', 'webhook_endpoints', { url: receiver.url }))
    receiver.answer = 500
    await ok(shop.buy({ total: 5 }))
    await move({ by: 'PT1S' })
    const before = receiver.received.length
    expect(before).toBeGreaterThan(0)
    receiver.answer = 204
    await move({ by: 'P2D' })
    expect(receiver.received.length).toBeGreaterThan(before)
    const signed = Number(receiver.received.at(-1)?.headers['webhook-timestamp'])
    expect(Math.abs(signed - NOON.getTime() / 1_000)).toBeLessThan(60)
    const { content } = await ok(shop.call('GET', 'webhook_deliveries?state=PENDING'))
    expect(content).toEqual([])
  })
})
