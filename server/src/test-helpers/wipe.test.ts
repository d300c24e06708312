import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openLine } from '../../../scripts/fuzz/send.ts'
import { type Caller, fill, fillALittle, openOne } from '../../test/access/stand-in.ts'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { rowsOf, tablesWithTenant } from '../../test/rows-of.ts'
import { openShop, tenPercent } from '../../test/shop.ts'
import { WIPED_TABLES } from './wiped-tables.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}

const named = (wiped: string) => WIPED_TABLES.filter(([, each]) => each === wiped).map(([name]) => name)
const asks =
  ({ key }: Pick<Caller, 'key'>) =>
  (method: string, path: string, body?: object, headers?: Record<string, string>) =>
    ask(server.url, key, { method, path, ...(body && { body }), ...(headers && { headers }) })

/** Something of everything, in both modes of one business. */
async function openFullTwins(code: string) {
  const test = await openOne(server, { code, mode: 'TEST' })
  const live = await openOne(server, { code, mode: 'LIVE', id: test.actor.business })
  const line = openLine(Number(new URL(server.url).port))
  await fill(line, test)
  await ok(asks(live)('POST', 'reward_offers', { name: 'Ten', state: 'ACTIVE', ...tenPercent }))
  await fillALittle(line, live)
  // What happens by itself is over: it would change rows of LIVE mode while they are compared.
  for (let round = 0; round < 3; round++) await server.notify()
  await expect
    .poll(async () => (await asks(live)('GET', 'processes?state=IN_PROGRESS')).body.content.length, {
      timeout: 30_000,
    })
    .toBe(0)
  await server.writeKeyUses()
  return { test, live }
}

test('each table that holds data of a business is named, those that name others before those', async () => {
  expect(WIPED_TABLES.map(([name]) => name).toSorted()).toEqual(await tablesWithTenant(server))
  const { rows } = await server.database.pool.query(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
      where contype = 'f' and conrelid <> confrelid and confrelid <> 'tenants'::regclass`,
  )
  const place = new Map(WIPED_TABLES.map(([name], index) => [name, index]))
  const late = rows.filter(({ child, parent }) => Number(place.get(child)) > Number(place.get(parent)))
  expect(late).toEqual([])
})

describe('a wiped TEST business', () => {
  test('keeps its configuration or nothing but who may ask and what they did; LIVE mode stays as it was, byte for byte', async () => {
    const { test, live } = await openFullTwins('FULL')
    const before = await rowsOf(server, test.actor.tenant)
    const liveBefore = await rowsOf(server, live.actor.tenant)
    // Otherwise it would prove nothing.
    for (const table of [
      'transfers',
      'ledger_seals',
      'purchases',
      'contacts',
      'offers',
      'orders',
      'processes',
    ])
      expect(before.has(table), table).toBe(true)
    for (const table of ['transfers', 'purchases', 'contacts', 'events'])
      expect(liveBefore.has(table), table).toBe(true)

    const first = await ok(asks(test)('POST', 'test_helpers/wipe', { keep: 'CONFIGURATION' }))
    expect(first.removed).toContainEqual({ name: 'transfers', count: before.get('transfers')?.count })
    const kept = await rowsOf(server, test.actor.tenant)
    for (const table of named('HISTORY')) expect(kept.get(table), table).toBeUndefined()
    // Limits of one wallet, used codes and the last run of a feed speak of what happened.
    const spoken = ['wallet_limits', 'scheme_codes', 'product_feeds']
    for (const table of named('CONFIGURATION').filter((each) => !spoken.includes(each)))
      expect(kept.get(table), table).toEqual(before.get(table))

    await ok(asks(test)('POST', 'test_helpers/wipe', { keep: 'NOTHING' }))
    const after = await rowsOf(server, test.actor.tenant)
    expect([...after.keys()].filter((table) => !named('STAYS').includes(table))).toEqual(['organisations'])
    expect(after.get('organisations')?.count).toBe(1)
    expect(await rowsOf(server, live.actor.tenant)).toEqual(liveBefore)
  }, 120_000)

  test('begins again with the same key, its offers, and numbers of receipts that were used before', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const buy = async () => {
      const contact = await ok(shop.call('POST', 'contacts', { code: 'ANNA' }))
      await ok(shop.buy({ contact: 'ANNA', total: 30, reference: 'R-1' }))
      expect(await shop.balance('ANNA')).toBe(3)
      return contact
    }
    await buy()
    await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'CONFIGURATION' }))
    expect((await ok(shop.call('GET', 'purchases'))).content).toEqual([])
    await buy()
    expect(await shop.verify()).toEqual([])
  })

  test('awards nothing by offers that are gone, in no process', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const other = await server.another()
    const sell = (reference: string, url: string) =>
      ok(
        ask(url, shop.key, {
          method: 'POST',
          path: 'purchases',
          body: {
            reference_number: reference,
            contact: { code: 'ANNA' },
            organisation: { merchant_tap: { code: 'M1' } },
            transaction_amounts: { total: 30 },
          },
        }),
      )
    await ok(shop.call('POST', 'contacts', { code: 'ANNA' }))
    for (const url of [server.url, other]) await sell(`R-${url}`, url)
    expect(await shop.balance('ANNA')).toBe(6)
    await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'NOTHING' }))
    const merchant = { type: 'MERCHANT', name: 'New', code: 'NEW', taps: [{ code: 'M1' }] }
    await ok(shop.call('POST', 'organisations', merchant))
    await ok(shop.call('POST', 'contacts', { code: 'ANNA' }))
    for (const url of [server.url, other]) await sell(`R-${url}`, url)
    expect(await shop.balance('ANNA')).toBe(0)
  })

  test('goes on with the numbers of its events: who read them before misses none and reads none for another', async () => {
    const shop = await openShop(server)
    await shop.shopper()
    await server.sendWebhooks()
    const { paging } = await ok(shop.call('GET', 'events?size=100'))
    await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'CONFIGURATION' }))
    await ok(shop.call('POST', 'contacts', { code: 'NEW' }))
    await server.sendWebhooks()
    const { content } = await ok(shop.call('GET', `events?after=${paging.cursor}`))
    expect(content.map(({ type }: { type: string }) => type)).toContain('contact.created')
    expect(Number(content[0].cursor)).toBe(Number(paging.cursor) + 1)
  })

  test('has the time of LIVE mode again when nothing is kept, and its clock otherwise', async () => {
    const shop = await openShop(server)
    await ok(shop.call('POST', 'test_helpers/clock', { by: 'P30D' }))
    await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'CONFIGURATION' }))
    expect((await ok(shop.call('GET', 'test_helpers/clock'))).ahead_seconds).toBe(30 * 86_400)
    const { now } = await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'NOTHING' }))
    expect(await ok(shop.call('GET', 'test_helpers/clock'))).toEqual({
      now,
      ahead_seconds: 0,
      next_expiry_on: null,
    })
    await ok(shop.call('POST', 'test_helpers/clock', { by: 'P2D' }))
    expect(await shop.verify()).toEqual([])
  })

  test('is wiped once by a request that is sent again, and says so in the log', async () => {
    const shop = await openShop(server)
    const key = { 'idempotency-key': 'wipe' }
    const first = await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'CONFIGURATION' }, key))
    await shop.shopper()
    expect(await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'CONFIGURATION' }, key))).toEqual(first)
    expect((await ok(shop.call('GET', 'contacts'))).content).toHaveLength(1)
    expect((await ok(shop.call('GET', 'audit_log?operation=wipeTestData'))).content).toHaveLength(1)
  })

  test('while tills go on has no purchase by half: its books hold, and nothing is answered that is lost', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const contacts = await Promise.all(Array.from({ length: 5 }, () => shop.shopper()))
    const all = await Promise.all([
      ...contacts.flatMap((contact) =>
        Array.from({ length: 4 }, () => shop.buy({ contact, total: 10, spend: 1 })),
      ),
      ...Array.from({ length: 3 }, () => shop.call('POST', 'test_helpers/wipe', { keep: 'CONFIGURATION' })),
      ...contacts.map((contact) => shop.buy({ contact, total: 10 })),
    ])
    expect(all.filter(({ status }) => status >= 500)).toEqual([])
    expect(await shop.verify()).toEqual([])
    const contact = await ok(shop.call('POST', 'contacts', { code: 'AFTER' }))
    await ok(shop.buy({ contact: contact.code, total: 20 }))
    expect(await shop.verify()).toEqual([])
  })
})

describe('is refused', () => {
  test('in LIVE mode, and the tables refuse it as well', async () => {
    const live = await openShop(server, { mode: 'LIVE' })
    await live.offer(tenPercent)
    await ok(live.buy({ contact: await live.shopper(), total: 30 }))
    const before = await rowsOf(server, live.actor.tenant)
    for (const keep of ['NOTHING', 'CONFIGURATION']) {
      const { status, body } = await live.call('POST', 'test_helpers/wipe', { keep })
      expect([status, body.error, body.parameters]).toEqual([
        400,
        'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
        ['mode', 'LIVE'],
      ])
    }
    const { tenant } = live.actor
    const forced = live.work(async ({ db, sql }) => {
      await sql.run({ name: 'allow', text: "select set_config('tillback.wipe', $1, true)" }, [String(tenant)])
      await db.deleteFrom('transfers').where('tenant', '=', tenant).execute()
    })
    await expect(forced).rejects.toThrow('only ever added to')
    expect(await rowsOf(server, tenant)).toEqual(before)
  })

  test('to a key of one venue, and without a word about what is kept', async () => {
    const shop = await openShop(server)
    const { key } = await ok(
      shop.call('POST', 'api_keys', {
        name: 'venue',
        scopes: ['test_helpers:write'],
        organisation: { id: shop.venue },
      }),
    )
    const wipe = (by: string, body: object) =>
      ask(server.url, by, { method: 'POST', path: 'test_helpers/wipe', body })
    expect((await wipe(key, { keep: 'NOTHING' })).status).toBe(403)
    expect((await wipe(shop.key, {})).body.field_errors[0].path).toBe('keep')
    // A place that goes takes its keys with it.
    await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'NOTHING' }))
    expect((await wipe(key, { keep: 'NOTHING' })).status).toBe(401)
  })

  test('while somebody moves the clock', async () => {
    const shop = await openShop(server)
    const moved = (ms: number) =>
      server.database.pool.query(
        "update tenants set moving_until = now() + $2 * interval '1 ms' where tenant = $1",
        [shop.actor.tenant, ms],
      )
    await moved(60_000)
    const { status, body } = await shop.call('POST', 'test_helpers/wipe', { keep: 'NOTHING' })
    expect([status, body.parameters]).toEqual([400, ['clock', 'MOVING']])
    await moved(-1)
    await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'NOTHING' }))
  })
})
