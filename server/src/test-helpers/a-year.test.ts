import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { rowsOf } from '../../test/rows-of.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'

const NOON = new Date('2026-11-23T10:00:00Z')
const at = (iso: string) => Date.parse(iso) / 1_000
const MINUTE_MS = 60_000
const CONTACTS = 8

let server: TestServer
let receiver: Receiver
let shop: Shop
let live: Shop
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] }, clocks: { everyMs: 50 } })
  server.clock.now = NOON
  receiver = await openReceiver()
  shop = await openShop(server, { timeZone: 'Europe/Nicosia' })
  live = await openShop(server, { timeZone: 'Europe/Nicosia', mode: 'LIVE', twinOf: shop })
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

const BIRTHDAY = { name: 'Birthday', type: 'GIFT', conditions: [{ kind: 'OCCASION', occasion: 'BIRTHDAY' }] }

/** Ten per cent for twenty days, five euros on birthdays, and tiers by the quarter; the same in both modes. */
async function open(of: Shop): Promise<void> {
  const kept = { expires_after: { count: 20, unit: 'DAYS' } }
  await of.offer({ name: 'Ten', code: 'TEN', award: { kind: 'PERCENTAGE', rate: 10 }, ...kept })
  await of.offer({ ...BIRTHDAY, code: 'BIRTHDAY', award: { kind: 'FIXED', amount: 5 } })
  await ok(of.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'QUARTER' }))
  await ok(of.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 200 }))
}

async function sell(of: Shop, contact: string, total: number, reference: string): Promise<void> {
  await ok(of.buy({ contact, total, reference }))
}

const tierOf = async (contact: string): Promise<string | undefined> =>
  (await ok(shop.call('GET', `contacts/${contact}/reward_tiers`))).reward_tier?.code
const liability = async (instant?: number) => {
  const { totals, content } = await ok(
    shop.call('GET', `reports/liability?by=offer${instant === undefined ? '' : `&at=${instant}`}`),
  )
  return { totals, content }
}

interface Given {
  readonly awards: number
  readonly awarded: number
  readonly expired: number
}
async function awards(from: number, to: number): Promise<Readonly<Record<string, Given>>> {
  const { content } = await ok(shop.call('GET', `reports/awards?from=${from}&to=${to}`))
  return Object.fromEntries(
    content.map(({ offer, ...given }: Given & { readonly offer: { readonly name: string } }) => [
      offer.name,
      { awards: given.awards, awarded: given.awarded, expired: given.expired },
    ]),
  )
}

/** How long the clock took for a way, which is added up. */
let took = 0
async function move(to: string): Promise<number> {
  const begun = performance.now()
  const { is_there, stops } = await ok(shop.call('POST', 'test_helpers/clock', { to }))
  took += performance.now() - begun
  expect(is_there).toBe(true)
  return stops
}

test('a year of a TEST business passes in a minute: expiries, birthdays, tiers, retries and reports, with its books in order; LIVE mode has lived none of it', async () => {
  for (const each of [shop, live]) await open(each)
  const contacts = await Promise.all(Array.from({ length: CONTACTS }, () => shop.shopper()))
  const [gold = '', late = ''] = contacts
  await ok(shop.call('PUT', `contacts/${late}`, { birthday: '1990-07-14' }))
  await live.shopper()
  await sell(live, 'S1', 300, 'LIVE')
  await server.notify()
  await server.writeKeyUses()
  const liveRows = await rowsOf(server, live.actor.tenant)
  const reports = [
    'reports/liability?by=offer',
    'reports/awards',
    'reports/sales?days=366',
    'reports/settlements',
  ]
  const liveReports = await Promise.all(reports.map(async (path) => ok(live.call('GET', path))))

  // A quarter in which somebody rises and nobody hears of it.
  const { id: hook } = await ok(shop.call('POST', 'webhook_endpoints', { url: receiver.url }))
  receiver.answer = 503
  for (const [index, contact] of contacts.entries())
    await sell(shop, contact, contact === gold ? 250 : 10 + index, `NOVEMBER-${index}`)
  const bought = contacts.slice(1).reduce((sum, _, index) => sum + 11 + index, 250)
  expect(await tierOf(gold)).toBe('GOLD')
  expect(await tierOf(late)).toBeUndefined()
  const november = await liability()
  let stops = await move('2026-11-24T10:00:00Z')
  const heardInVain = receiver.received.length
  expect(heardInVain).toBeGreaterThan(CONTACTS)
  receiver.answer = 204
  stops += await move('2026-12-13T09:59:00Z')
  expect(receiver.received.length).toBeGreaterThan(heardInVain)
  const december = await liability()

  // All expired a minute later, each at its own time.
  stops += await move('2027-03-31T20:59:00Z')
  expect((await liability()).totals).toEqual([expect.objectContaining({ in_wallets: 0, liability: 0 })])
  // The tier is held to the end of the quarter after, where the business is, and not a minute more.
  expect(await tierOf(gold)).toBe('GOLD')
  stops += await move('2027-03-31T21:00:00Z')
  expect(await tierOf(gold)).toBeUndefined()
  await sell(shop, late, 205, 'SPRING')
  expect(await tierOf(late)).toBe('GOLD')
  stops += await move('2027-07-14T10:00:00Z')
  expect(await shop.balance(late)).toBe(5)
  expect(await tierOf(late)).toBe('GOLD')
  const july = await liability()
  stops += await move('2027-11-23T10:00:00Z')
  expect(await tierOf(late)).toBeUndefined()

  expect(stops).toBeGreaterThanOrEqual(365)
  expect(took).toBeLessThan(MINUTE_MS)
  expect(await shop.verify()).toEqual([])

  // The reports of the year tell of each instant what was told then, and its parts are the whole.
  expect(await liability(at('2026-11-23T10:00:00Z'))).toEqual(november)
  expect(await liability(at('2026-12-13T09:59:00Z'))).toEqual(december)
  expect(await liability(at('2027-07-14T10:00:00Z'))).toEqual(july)
  const year = await awards(at('2026-11-23T00:00:00Z'), at('2027-11-24T00:00:00Z'))
  expect(year).toEqual({
    Ten: { awards: CONTACTS + 1, awarded: (bought + 205) / 10, expired: (bought + 205) / 10 },
    Birthday: { awards: 1, awarded: 5, expired: 0 },
  })
  // By the wall of the business.
  const quarters = ['2026-11-23T00', '2026-12-31T22', '2027-03-31T21', '2027-06-30T21', '2027-11-24T00']
  const bounds = quarters.map((hour) => at(`${hour}:00:00Z`))
  const parts = await Promise.all(bounds.slice(1).map((to, index) => awards(bounds[index] ?? 0, to)))
  expect(parts.map(({ Ten }) => [Ten?.awards ?? 0, Ten?.expired ?? 0])).toEqual([
    [CONTACTS, bought / 10],
    [0, 0],
    [1, 20.5],
    [0, 0],
  ])
  const sales = await ok(shop.call('GET', 'reports/sales?days=366'))
  expect(sales).toMatchObject({ purchases: CONTACTS + 1, contacts: CONTACTS, sales: bought + 205 })
  expect(sales.by_day.filter(({ purchases }: { purchases: number }) => purchases > 0)).toMatchObject([
    { day: '2026-11-23', purchases: CONTACTS },
    { day: '2027-04-01', purchases: 1, sales: 205 },
  ])

  // What was told in vain was told again, and all else was heard.
  const { content: waiting } = await ok(shop.call('GET', 'webhook_deliveries?state=PENDING'))
  expect(waiting).toEqual([])
  expect(await ok(shop.call('GET', `webhook_endpoints/${hook}`))).toMatchObject({ state: 'ENABLED' })
  const heard = receiver.received.slice(heardInVain).map(({ body }) => body.type)
  const count = (type: string) => heard.filter((each) => each === type).length
  expect([count('purchase.posted'), count('reward.awarded')]).toEqual([CONTACTS + 1, CONTACTS + 2])
  expect(count('reward.expired')).toBe(CONTACTS + 1)

  const after = async () => {
    expect(await Promise.all(reports.map(async (path) => ok(live.call('GET', path))))).toEqual(liveReports)
    expect(await rowsOf(server, live.actor.tenant)).toEqual(liveRows)
  }
  await after()
  await ok(shop.call('POST', 'test_helpers/wipe', { keep: 'NOTHING' }))
  await after()
}, 120_000)
