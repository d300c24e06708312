import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveGifts } from '../src/achievements/give-gifts.ts'
import { type Catalogues, openCatalogues } from '../src/purchases/index.ts'
import { type Answer, startServer, type TestServer } from './harness.ts'
import { openShop, type Shop } from './shop.ts'

// Every type of offer with every goal that it may have, all live at once: each is awarded for what it is for, and for nothing else.

let server: TestServer
let catalogues: Catalogues
let shop: Shop

const OFFERS: Readonly<Record<string, object>> = {
  'DISCOUNT SPEND': {},
  'DISCOUNT VISITS': { progress: { of: 'VISITS', target: 2 } },
  'BUNDLE SPEND': {
    conditions: [
      {
        kind: 'BUNDLE',
        items: [
          { products: [{ type: 'SKU', code: 'MILK' }], quantity: 1 },
          { products: [{ type: 'SKU', code: 'BREAD' }], quantity: 1 },
        ],
      },
    ],
  },
  'HAPPYHOUR VISITS': {
    conditions: [{ kind: 'TIMINGS', timings: [{ start_time: '15:00', end_time: '17:00' }] }],
  },
  'HAPPYHOUR SPEND': {
    conditions: [
      { kind: 'TIMINGS', timings: [{ days: [2], start_time: '15:00', end_time: '17:00' }] },
      { kind: 'AMOUNT', minimum: 20 },
    ],
  },
  'LOTTERY VISITS': { conditions: [{ kind: 'LOTTERY', one_in: 2 }] },
  'LOTTERY SPEND': { conditions: [{ kind: 'LOTTERY', one_in: 3 }] },
  'LOTTERY ACHIEVEMENT': { conditions: [{ kind: 'LOTTERY', one_in: 2 }] },
  'ACHIEVEMENT ACHIEVEMENT': { conditions: [{ kind: 'CLASSIFICATIONS', classifications: ['LIKED'] }] },
  'REFER MEMBERSHIP': {},
  'REFER ACHIEVEMENT': {},
  'PROFILE MEMBERSHIP': {},
  'SIGNUP MEMBERSHIP': {},
  'GIFT MEMBERSHIP': { conditions: [{ kind: 'OCCASION', occasion: 'BIRTHDAY' }] },
  'GIFT MEMBERSHIP of name days': { conditions: [{ kind: 'OCCASION', occasion: 'NAME_DAY' }] },
  'REACH_TIER MEMBERSHIP': { conditions: [{ kind: 'TIERS', tiers: [{ code: 'GOLD' }], reached: true }] },
}

const NOON = new Date('2026-11-23T10:00:00Z')
const HAPPY_HOUR = new Date('2026-11-23T13:30:00Z')

beforeAll(async () => {
  server = await startServer()
  server.clock.now = NOON
  catalogues = openCatalogues(server.database.url)
  shop = await openShop(server, { timeZone: 'Europe/Nicosia' })
  ok(await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }))
  ok(await shop.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 50 }))
  for (const [name, body] of Object.entries(OFFERS)) {
    const [type, goal] = name.split(' ')
    await shop.offer({ name, type, goal, on_top: true, award: { kind: 'FIXED', amount: 0.01 }, ...body })
  }
})
afterAll(async () => {
  await catalogues.close()
  await server.stop()
})

function ok({ status, body, text }: Answer): Answer['body'] {
  expect(status, text).toBe(200)
  return body
}

interface Told {
  readonly awards: readonly { readonly offer: { readonly name: string } }[]
}

/** What was awarded but by chance. */
const namesOf = (told: readonly Told[]) =>
  told
    .flatMap(({ awards }) => awards.map(({ offer }) => offer.name))
    .filter((name) => !name.startsWith('LOTTERY'))
    .sort()

let codes = 0
async function register(body: object = {}): Promise<string> {
  codes += 1
  return ok(await shop.call('POST', 'contacts', { code: `T${codes}`, ...body })).code
}

/** All that happened to the contact besides purchases. */
const eventsOf = async (contact: string): Promise<readonly Told[]> =>
  ok(await shop.call('GET', `reward_events?contact=${contact}&size=100`)).content

async function at<Result>(time: Date, run: () => Promise<Result>): Promise<Result> {
  server.clock.now = time
  try {
    return await run()
  } finally {
    server.clock.now = NOON
  }
}

const buy = async (contact: string, body: object = {}): Promise<Told> =>
  ok(await shop.buy({ contact, total: 5, ...body }))

describe('a purchase is awarded by', () => {
  test('a discount, and the second one by what counts visits', async () => {
    const contact = await register()
    expect(namesOf([await buy(contact)])).toEqual(['DISCOUNT SPEND'])
    expect(namesOf([await buy(contact)])).toEqual(['DISCOUNT SPEND', 'DISCOUNT VISITS'])
  })

  test('a bundle, when all of it is bought together', async () => {
    const line = (sku: string) => ({ sku, quantity: 1, total_amount: 5 })
    const milk = await buy(await register(), { products: [line('MILK')] })
    expect(namesOf([milk])).toEqual(['DISCOUNT SPEND'])
    const both = await buy(await register(), { total: 10, products: [line('MILK'), line('BREAD')] })
    expect(namesOf([both])).toEqual(['BUNDLE SPEND', 'DISCOUNT SPEND'])
  })

  test('happy hours, within them, and by the one that asks for an amount as well', () =>
    at(HAPPY_HOUR, async () => {
      expect(namesOf([await buy(await register())])).toEqual(['DISCOUNT SPEND', 'HAPPYHOUR VISITS'])
      const dear = await buy(await register(), { total: 20 })
      expect(namesOf([dear])).toEqual(['DISCOUNT SPEND', 'HAPPYHOUR SPEND', 'HAPPYHOUR VISITS'])
    }))

  test('the reaching of a tier, once', async () => {
    const contact = await register()
    expect(namesOf([await buy(contact, { total: 60 })])).toEqual(['DISCOUNT SPEND', 'REACH_TIER MEMBERSHIP'])
    expect(namesOf([await buy(contact, { total: 60 })])).toEqual(['DISCOUNT SPEND', 'DISCOUNT VISITS'])
  })

  test('lotteries, now and then', async () => {
    const contact = await register()
    const drawn = new Set<string>()
    for (let tries = 0; tries < 200 && drawn.size < 2; tries++) {
      for (const { offer } of (await buy(contact)).awards)
        if (offer.name.startsWith('LOTTERY')) drawn.add(offer.name)
    }
    expect([...drawn].sort()).toEqual(['LOTTERY SPEND', 'LOTTERY VISITS'])
  })
})

describe('without a purchase is awarded', () => {
  test('who signs up, and who completes the profile', async () => {
    const contact = await register()
    expect(namesOf(await eventsOf(contact))).toEqual(['SIGNUP MEMBERSHIP'])
    const whole = { first_name: 'Anna', last_name: 'Petrou', birthday: '1990-05-31' }
    const emails = [{ email_address: 'anna.types@example.com' }]
    ok(await shop.call('PUT', `contacts/${contact}`, { ...whole, emails }))
    expect(namesOf(await eventsOf(contact))).toEqual(['PROFILE MEMBERSHIP', 'SIGNUP MEMBERSHIP'])
  })

  test('who brought a friend, by either goal', async () => {
    const contact = await register()
    ok(await shop.call('PUT', `contacts/${contact}`, { referral_code: 'FRIENDS' }))
    const friend = await register({ referral_code_used: 'FRIENDS' })
    const own = namesOf(await eventsOf(contact))
    expect(own).toEqual(['REFER ACHIEVEMENT', 'REFER MEMBERSHIP', 'SIGNUP MEMBERSHIP'])
    expect(namesOf(await eventsOf(friend))).toEqual(['SIGNUP MEMBERSHIP'])
  })

  test('an achievement of its class, and now and then any achievement', async () => {
    const contact = await register()
    let number = 0
    const achieve = async (code: string): Promise<Told> => {
      number += 1
      const sent = {
        contact: { code: contact },
        classification: { name: code },
        reference_number: `A${number}`,
      }
      return ok(await shop.call('POST', 'achievements', sent))
    }
    expect(namesOf([await achieve('LIKED')])).toEqual(['ACHIEVEMENT ACHIEVEMENT'])
    expect(namesOf([await achieve('SHARED')])).toEqual([])
    let won = false
    for (let tries = 0; tries < 200 && !won; tries++) {
      won = (await achieve('SHARED')).awards.some(({ offer }) => offer.name === 'LOTTERY ACHIEVEMENT')
    }
    expect(won).toBe(true)
  })

  test('who has a birthday or a name day', async () => {
    const contact = await register({ birthday: '1990-11-24', name_day: '11-25' })
    const give = (day: string) =>
      at(new Date(`${day}T10:00:00Z`), async () => {
        const { failed } = await giveGifts({
          database: server.database,
          catalogues,
          clock: () => server.clock.now,
        })
        expect(failed).toEqual([])
        return namesOf(await eventsOf(contact))
      })
    expect(await give('2026-11-23')).toEqual(['SIGNUP MEMBERSHIP'])
    expect(await give('2026-11-24')).toEqual(['GIFT MEMBERSHIP', 'SIGNUP MEMBERSHIP'])
    expect(await give('2026-11-25')).toEqual([
      'GIFT MEMBERSHIP',
      'GIFT MEMBERSHIP of name days',
      'SIGNUP MEMBERSHIP',
    ])
  })
})

test('the books hold after all of it', async () => {
  expect(await shop.verify()).toEqual([])
})
