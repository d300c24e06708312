import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { type Catalogues, openCatalogues } from '../purchases/index.ts'
import { openGiftRounds } from './gift-rounds.ts'
import { type Given, giveGifts } from './give-gifts.ts'

let server: TestServer
let catalogues: Catalogues
beforeAll(async () => {
  server = await startServer()
  catalogues = openCatalogues(server.database.url)
})
afterAll(async () => {
  await catalogues.close()
  await server.stop()
})

function ok({ status, body, text }: Answer) {
  expect(status, text).toBe(200)
  return body
}

const gift = (more: object = {}, condition: object = {}) => ({
  type: 'GIFT',
  name: 'Gift',
  award: { kind: 'FIXED', amount: 5 },
  conditions: [{ kind: 'OCCASION', occasion: 'BIRTHDAY', ...condition }],
  ...more,
})

let codes = 0
async function register(shop: Shop, more: object): Promise<string> {
  codes += 1
  return ok(await shop.call('POST', 'contacts', { code: `G${codes}`, ...more })).code
}

async function giveAt(time: string): Promise<Given> {
  server.clock.now = new Date(time)
  const given = await giveGifts({ database: server.database, catalogues, clock: () => server.clock.now })
  expect(given.failed).toEqual([])
  return given
}

async function giftsOf(shop: Shop, contact: string) {
  const { content } = ok(await shop.call('GET', `reward_events?contact=${contact}&order=ASC`))
  return content
    .filter(({ occasion }: { occasion: string }) => occasion !== 'SIGN_UP' && occasion !== 'PROFILE')
    .map((each: { occasion: string; reference_number: string; award: number }) => {
      return `${each.occasion} ${each.reference_number}: ${each.award}`
    })
}

/** Begins with the clock at a time, because offers and contacts are made at it. */
async function shopAt(time: string, timeZone = 'Europe/Nicosia'): Promise<Shop> {
  server.clock.now = new Date(time)
  return openShop(server, { timeZone })
}

describe('a gift', () => {
  test('is given on the birthday by the calendar of the business, once a year', async () => {
    const shop = await shopAt('2026-05-01T12:00:00Z')
    await shop.offer(gift())
    const [celebrates, other] = [
      await register(shop, { birthday: '1990-05-31' }),
      await register(shop, { birthday: '1990-06-02' }),
    ]
    await giveAt('2026-05-30T20:59:59Z')
    expect(await shop.balance(celebrates)).toBe(0)
    await giveAt('2026-05-30T21:00:00Z')
    expect(await shop.balance(celebrates)).toBe(5)
    await giveAt('2026-05-31T20:59:59Z')
    await giveAt('2026-05-31T21:00:00Z')
    expect(await giftsOf(shop, celebrates)).toEqual(['BIRTHDAY 2026: 5'])
    await giveAt('2027-05-31T09:00:00Z')
    expect(await giftsOf(shop, celebrates)).toEqual(['BIRTHDAY 2026: 5', 'BIRTHDAY 2027: 5'])
    expect(await giftsOf(shop, other)).toEqual([])
    expect(await shop.verify()).toEqual([])
  })

  test('for 29 February is given on the 28th in years that have no 29th', async () => {
    const shop = await shopAt('2027-02-01T12:00:00Z')
    await shop.offer(gift())
    const contact = await register(shop, { birthday: '2000-02-29' })
    for (const day of ['2027-02-27', '2027-02-28', '2027-03-01', '2028-02-28'])
      await giveAt(`${day}T12:00:00Z`)
    expect(await giftsOf(shop, contact)).toEqual(['BIRTHDAY 2027: 5'])
    await giveAt('2028-02-29T12:00:00Z')
    expect(await giftsOf(shop, contact)).toEqual(['BIRTHDAY 2027: 5', 'BIRTHDAY 2028: 5'])
  })

  test('for a name day is another than that for a birthday', async () => {
    const shop = await shopAt('2026-05-01T12:00:00Z')
    await shop.offer(gift({ award: { kind: 'FIXED', amount: 1 } }, { occasion: 'NAME_DAY' }))
    await shop.offer(gift())
    const contact = await register(shop, { birthday: '1990-05-21', name_day: '05-21' })
    await giveAt('2026-05-21T12:00:00Z')
    expect(await giftsOf(shop, contact)).toEqual(['BIRTHDAY 2026: 5', 'NAME_DAY 2026: 1'])
  })

  test('that comes days before a day in January is that of the new year, and comes once', async () => {
    const shop = await shopAt('2026-12-01T12:00:00Z')
    await shop.offer(gift({}, { days_before: 5, days_after: 5 }))
    const contact = await register(shop, { birthday: '1990-01-02' })
    await giveAt('2026-12-27T12:00:00Z')
    expect(await giftsOf(shop, contact)).toEqual([])
    for (const day of ['2026-12-29', '2027-01-02', '2027-01-07']) await giveAt(`${day}T12:00:00Z`)
    expect(await giftsOf(shop, contact)).toEqual(['BIRTHDAY 2027: 5'])
  })

  test('of the week or the month is given to everybody whose day lies in it', async () => {
    const shop = await shopAt('2026-05-01T12:00:00Z')
    await shop.offer(gift({}, { during: 'MONTH' }))
    const inMay = await Promise.all(
      ['05-01', '05-17', '05-31'].map((day) => register(shop, { birthday: `1985-${day}` })),
    )
    const inJune = await register(shop, { birthday: '1985-06-01' })
    expect(await giveAt('2026-05-04T12:00:00Z')).toMatchObject({ judged: 3, awarded: 3 })
    for (const contact of inMay) expect(await shop.balance(contact)).toBe(5)
    expect(await shop.balance(inJune)).toBe(0)
  })

  test('is given to who signs up on the day, in the next round', async () => {
    const shop = await shopAt('2026-08-15T06:00:00Z')
    await shop.offer(gift())
    await giveAt('2026-08-15T06:01:00Z')
    const contact = await register(shop, { birthday: '1990-08-15' })
    await giveAt('2026-08-15T06:04:00Z')
    expect(await shop.balance(contact)).toBe(5)
  })

  test('that was refused says why, and is judged anew the next day and by other offers, drawing nothing new', async () => {
    const shop = await shopAt('2026-09-10T12:00:00Z')
    await shop.offer(
      gift({
        conditions: [
          { kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'WEEK' },
          { kind: 'SEGMENTS', any_of: ['VIP'] },
        ],
      }),
    )
    const contact = await register(shop, { birthday: '1990-09-16' })
    const explanation = async () => {
      const { content } = ok(await shop.call('GET', `reward_events?contact=${contact}&occasion=BIRTHDAY`))
      return ok(await shop.call('GET', `reward_events/${content[0].id}`)).explain
    }
    expect(await giveAt('2026-09-14T12:00:00Z')).toMatchObject({ judged: 1, awarded: 0 })
    const first = await explanation()
    expect(first.refused).toMatchObject([{ condition: 'SEGMENTS', needed: 'in VIP' }])
    expect(await giveAt('2026-09-14T12:03:00Z')).toMatchObject({ judged: 0 })
    ok(await shop.call('PUT', `contacts/${contact}`, { segments: ['VIP'] }))
    expect(await giveAt('2026-09-15T12:00:00Z')).toMatchObject({ judged: 1, awarded: 1 })
    expect(await giftsOf(shop, contact)).toEqual(['BIRTHDAY 2026: 5'])
    expect((await explanation()).luck).toBe(first.luck)
    expect(await giveAt('2026-09-16T12:00:00Z')).toMatchObject({ judged: 0 })

    const late = await register(shop, { birthday: '1990-09-16' })
    expect(await giveAt('2026-09-16T12:03:00Z')).toMatchObject({ judged: 1, awarded: 0 })
    await shop.offer(gift({ name: 'For everybody' }))
    expect(await giveAt('2026-09-16T12:06:00Z')).toMatchObject({ judged: 1, awarded: 1 })
    expect(await shop.balance(late)).toBe(5)
    expect(await shop.verify()).toEqual([])
  })

  test('of two servers that give at the same moment is given once, within the budget', async () => {
    const shop = await shopAt('2026-10-01T12:00:00Z')
    await shop.offer(gift({ limits: { budget: 42 } }))
    const contacts = await Promise.all(
      Array.from({ length: 10 }, () => register(shop, { birthday: '1990-10-20' })),
    )
    await Promise.all([1, 2, 3].map(() => giveAt('2026-10-20T12:00:00Z')))
    const balances = await Promise.all(contacts.map((contact) => shop.balance(contact)))
    expect(balances.sort()).toEqual([0, 2, 5, 5, 5, 5, 5, 5, 5, 5])
    expect(await shop.verify()).toEqual([])
  })

  test('of one business is given to its own contacts, each by its own midnight', async () => {
    const east = await shopAt('2026-11-01T12:00:00Z', 'Asia/Tokyo')
    const west = await shopAt('2026-11-01T12:00:00Z', 'America/Los_Angeles')
    const none = await shopAt('2026-11-01T12:00:00Z')
    for (const shop of [east, west]) await shop.offer(gift())
    const people = new Map<Shop, string>()
    for (const shop of [east, west, none]) {
      people.set(shop, await register(shop, { birthday: '1990-11-10' }))
    }
    const balances = () => Promise.all([east, west, none].map((shop) => shop.balance(people.get(shop) ?? '')))
    await giveAt('2026-11-09T15:00:00Z')
    expect(await balances()).toEqual([5, 0, 0])
    await giveAt('2026-11-10T08:00:00Z')
    expect(await balances()).toEqual([5, 5, 0])
    for (const shop of [east, west, none]) expect(await shop.verify()).toEqual([])
  })

  test('of an offer that has not begun, is paused or has ended is not given', async () => {
    const shop = await shopAt('2026-12-01T12:00:00Z')
    const paused = await shop.offer(gift())
    await shop.offer(gift({ availability: { from: '2027-01-01T00:00:00Z' } }))
    await shop.offer(gift({ availability: { to: '2026-12-05T00:00:00Z' } }))
    ok(await shop.call('POST', `reward_offers/${paused}/life_cycle_state`, { life_cycle_state: 'INACTIVE' }))
    const contact = await register(shop, { birthday: '1990-12-06' })
    await giveAt('2026-12-06T12:00:00Z')
    expect(await giftsOf(shop, contact)).toEqual([])
  })
})

test('rounds begin by themselves, one at a time, and stop', async () => {
  const shop = await shopAt('2026-12-20T12:00:00Z')
  await shop.offer(gift())
  const contact = await register(shop, { birthday: '1990-12-20' })
  const log = pino({ level: 'silent' })
  const { database, clock } = server
  const rounds = openGiftRounds({ database, catalogues, clock: () => clock.now, log, everyMs: 5 })
  for (let tries = 0; (await shop.balance(contact)) === 0 && tries < 200; tries++) await sleep(20)
  await rounds.close()
  const late = await register(shop, { birthday: '1990-12-20' })
  await sleep(50)
  expect([await shop.balance(contact), await shop.balance(late)]).toEqual([5, 0])
})
