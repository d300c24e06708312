import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBeLessThan(300)
  return body
}
const award = (answer: Answer): number => ok(answer).rewards.award
const inCents = (amount: number) => Math.round(amount * 100)

/** Buys one after the other for the totals; answers what each was awarded. */
async function awards(shop: Shop, contact: string, totals: readonly number[]): Promise<number[]> {
  const given: number[] = []
  for (const total of totals) given.push(award(await shop.buy({ contact, total })))
  return given
}

describe('a goal over several purchases', () => {
  test('is counted from purchase to purchase: 2.00 for every 50.00 spent', async () => {
    const shop = await openShop(server)
    await shop.offer({
      award: { kind: 'FIXED', amount: 2 },
      progress: { of: 'AMOUNT', target: 50, period: 'MONTH' },
    })
    expect(await awards(shop, await shop.shopper(), [20, 29.99, 0.01, 49, 101])).toEqual([0, 0, 2, 0, 6])
  })

  test('of visits is a stamp card: every third purchase, or only the third one', async () => {
    const shop = await openShop(server)
    await shop.offer({
      award: { kind: 'FIXED', amount: 1 },
      on_top: true,
      progress: { of: 'VISITS', target: 3 },
    })
    await shop.offer({
      award: { kind: 'FIXED', amount: 10 },
      on_top: true,
      progress: { of: 'VISITS', target: 3, repeats: false },
    })
    expect(await awards(shop, await shop.shopper(), [5, 5, 5, 5, 5, 5])).toEqual([0, 0, 11, 0, 0, 1])
  })

  test('of pieces counts the products that it is about, however they are split over lines', async () => {
    const shop = await openShop(server)
    await shop.offer({
      award: { kind: 'FIXED', amount: 3 },
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'coffee' }] }],
      progress: { of: 'QUANTITY', target: 5 },
    })
    const contact = await shop.shopper()
    const coffee = (...pieces: number[]) =>
      shop.buy({
        contact,
        total: pieces.reduce((sum, each) => sum + each, 0) * 2,
        products: pieces.map((quantity) => ({ sku: 'coffee', quantity, total_amount: quantity * 2 })),
      })
    expect(award(await coffee(2, 1))).toBe(0)
    expect(award(await coffee(1))).toBe(0)
    expect(award(await coffee(1))).toBe(3)
  })

  test('can be awarded on all that was counted: 10 % of the 100.00 that were reached', async () => {
    const shop = await openShop(server)
    await shop.offer({
      award: { kind: 'PERCENTAGE', rate: 10 },
      progress: { of: 'AMOUNT', target: 100, period: 'YEAR', on_accumulated: true },
    })
    expect(await awards(shop, await shop.shopper(), [60, 30, 20])).toEqual([0, 0, 10])
  })

  test('of everybody: the tenth purchase of all wins, exactly one of forty at once four times', async () => {
    const shop = await openShop(server)
    await shop.offer({
      award: { kind: 'FIXED', amount: 7 },
      progress: { of: 'VISITS', target: 10, per: 'EVERYONE' },
    })
    const people = await Promise.all(Array.from({ length: 8 }, () => shop.shopper()))
    const bought = await Promise.all(
      Array.from({ length: 40 }, (_, index) => shop.buy({ contact: people[index % 8] ?? '', total: 5 })),
    )
    expect(bought.map(award).filter((amount) => amount > 0)).toEqual([7, 7, 7, 7])
  })

  test('stays due when another offer was better', async () => {
    const shop = await openShop(server)
    await shop.offer({ award: { kind: 'FIXED', amount: 1 }, progress: { of: 'VISITS', target: 2 } })
    await shop.offer({
      award: { kind: 'PERCENTAGE', rate: 10 },
      conditions: [{ kind: 'AMOUNT', minimum: 50 }],
    })
    expect(await awards(shop, await shop.shopper(), [5, 60, 5, 5])).toEqual([0, 6, 1, 1])
  })

  test('cannot be collected twice by buying and giving back', async () => {
    const shop = await openShop(server)
    await shop.offer({ award: { kind: 'FIXED', amount: 2 }, progress: { of: 'AMOUNT', target: 50 } })
    const contact = await shop.shopper()
    const kept = ok(await shop.buy({ contact, total: 30 }))
    expect(award(await shop.buy({ contact, total: 20 }))).toBe(2)
    for (let again = 0; again < 3; again++) {
      const bought = ok(await shop.buy({ contact, total: 30 }))
      expect(bought.rewards.award).toBe(0)
      ok(await shop.call('POST', `purchases/${bought.id}/cancel`, {}))
    }
    ok(await shop.call('POST', `purchases/${kept.id}/cancel`, {}))
    expect(await awards(shop, contact, [30, 49.99, 0.01])).toEqual([0, 0, 2])
  })
})

describe('limits', () => {
  test('of a venue and of a period are exact when 100 buy at once', async () => {
    const shop = await openShop(server)
    const offer = { award: { kind: 'FIXED', amount: 1 }, on_top: true }
    await shop.offer({ ...offer, limits: { per_venue: { uses: 7, period: 'DAY' } } })
    await shop.offer({ ...offer, limits: { per_period: { amount: 5.5, period: 'DAY' } } })
    const people = await Promise.all(Array.from({ length: 10 }, () => shop.shopper()))
    const bought = await Promise.all(
      Array.from({ length: 100 }, (_, index) => shop.buy({ contact: people[index % 10] ?? '' })),
    )
    expect(bought.map(award).reduce((cents, each) => cents + inCents(each), 0)).toBe(1_250)
    expect(await shop.verify()).toEqual([])
  })
})

describe('tiers', () => {
  async function tieredShop() {
    const shop = await openShop(server)
    ok(await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }))
    for (const [code, value_units] of [
      ['BLUE', 0],
      ['GOLD', 100],
      ['BLACK', 500],
    ]) {
      ok(await shop.call('POST', 'reward_tiers', { code, name: code, value_units }))
    }
    return shop
  }

  test('rise with what is spent, earn their offers from the next purchase on, and reaching one is awarded once', async () => {
    const shop = await tieredShop()
    await shop.offer({
      award: { kind: 'PERCENTAGE', rate: 10 },
      on_top: true,
      conditions: [{ kind: 'TIERS', tiers: [{ code: 'GOLD' }], or_above: true }],
    })
    await shop.offer({
      type: 'REACH_TIER',
      award: { kind: 'FIXED', amount: 5 },
      on_top: true,
      conditions: [{ kind: 'TIERS', tiers: [{ code: 'GOLD' }], reached: true }],
    })
    expect(await awards(shop, await shop.shopper(), [99.99, 0.01, 10, 10])).toEqual([0, 5, 1, 1])
  })

  test('tell where a contact stands: what is missing to rise, and to stay', async () => {
    const shop = await tieredShop()
    const contact = await shop.shopper()
    const stands = async () => ok(await shop.call('GET', `contacts/${contact}/reward_tiers`))
    expect(await stands()).toMatchObject({
      reward_tier: { code: 'BLUE' },
      period_value_units: 0,
      progress: { name: 'GOLD', points_needed: 100 },
      maintain_tier: null,
    })
    await shop.buy({ contact, total: 120.7 })
    expect(await stands()).toMatchObject({
      reward_tier: { code: 'GOLD' },
      period_value_units: 120,
      progress: { name: 'BLACK', points_needed: 380 },
      maintain_tier: { points_needed: 0 },
    })
  })

  test('fall back with a void, and another purchase at the same moment does not see the tier before it is reached', async () => {
    const shop = await tieredShop()
    await shop.offer({
      award: { kind: 'FIXED', amount: 1 },
      conditions: [{ kind: 'TIERS', tiers: [{ code: 'GOLD' }] }],
    })
    const contact = await shop.shopper()
    const big = ok(await shop.buy({ contact, total: 100 }))
    expect(award(await shop.buy({ contact }))).toBe(1)
    ok(await shop.call('POST', `purchases/${big.id}/cancel`, {}))
    expect(award(await shop.buy({ contact }))).toBe(0)
  })
})

describe('passes', () => {
  async function couponShop(plan: object) {
    const shop = await openShop(server)
    const made = ok(
      await shop.call('POST', 'pass_plans', {
        code: 'SPRING',
        name: 'Spring',
        classification: 'PROMOTION',
        ...plan,
      }),
    )
    ok(await shop.call('POST', 'passes', { pass_plan_id: made.id, code: 'SPRING-1' }))
    await shop.offer({
      award: { kind: 'FIXED', amount: 2 },
      conditions: [{ kind: 'PASS', pass_plans: [{ code: 'SPRING' }] }],
    })
    return shop
  }

  test('unlock their offer as often as they may be used, and a void gives the use back', async () => {
    const shop = await couponShop({ pass_code_type: 'SINGLE', maximum_usage: 2 })
    const contact = await shop.shopper()
    const withPass = () => shop.buy({ contact, pass: { code: 'spring-1' } })
    expect(award(await shop.buy({ contact }))).toBe(0)
    const first = ok(await withPass())
    expect(first.rewards.award).toBe(2)
    expect(award(await withPass())).toBe(2)
    const third = await withPass()
    expect(third.status).toBe(400)
    expect(third.body.error).toBe('CRM.EXCEPTIONS.THISPASSHASALREADYBEENREDEEMEDEXCEPTION')
    ok(await shop.call('POST', `purchases/${first.id}/cancel`, {}))
    expect(award(await withPass())).toBe(2)
  })

  test('used by thirty at once are used as often as they may be', async () => {
    const shop = await couponShop({ pass_code_type: 'MULTIPLE', maximum_usage: 4 })
    const people = await Promise.all(Array.from({ length: 30 }, () => shop.shopper()))
    const bought = await Promise.all(people.map((contact) => shop.buy({ contact, pass_code: 'SPRING-1' })))
    expect(bought.filter(({ status }) => status === 200).map(award)).toEqual([2, 2, 2, 2])
    expect(bought.filter(({ status }) => status === 400)).toHaveLength(26)
  })

  test('that nobody knows, and passes without a contact, are refused', async () => {
    const shop = await couponShop({ pass_code_type: 'SINGLE' })
    const unknown = await shop.buy({ contact: await shop.shopper(), pass: { code: 'NOPE' } })
    expect(unknown.body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    const nobody = await shop.buy({ pass: { code: 'SPRING-1' } })
    expect(nobody.body.field_errors[0].path).toBe('pass')
  })
})

describe('schemes', () => {
  test('an offer of a scheme is for its members', async () => {
    const shop = await openShop(server)
    ok(
      await shop.call('POST', 'reward_schemes', {
        code: 'CLUB',
        name: 'Club',
        sign_up_option: 'SELF_SIGN_UP',
      }),
    )
    await shop.offer({ award: { kind: 'FIXED', amount: 1 }, scheme: { code: 'CLUB' } })
    const contact = await shop.shopper()
    expect(award(await shop.buy({ contact }))).toBe(0)
    ok(await shop.call('POST', `contacts/${contact}/reward_schemes`, { reward_scheme_id: 'CLUB' }))
    expect(award(await shop.buy({ contact }))).toBe(1)
    ok(
      await shop.call('POST', `contacts/${contact}/reward_schemes`, {
        reward_scheme_id: 'CLUB',
        action: 'SIGN_OUT',
      }),
    )
    expect(award(await shop.buy({ contact }))).toBe(0)
  })
})

describe('near misses', () => {
  test('a quote says what a little more would bring, and who follows it literally gets exactly that', async () => {
    const shop = await openShop(server)
    await shop.offer({
      name: 'Ten',
      award: { kind: 'PERCENTAGE', rate: 10 },
      conditions: [{ kind: 'AMOUNT', minimum: 10 }],
    })
    await shop.offer({
      name: 'Step',
      on_top: true,
      award: { kind: 'PER_AMOUNT', amount: 0.5, every: 9 },
    })
    const contact = await shop.shopper()
    const quote = ok(await shop.buy({ contact, total: '8.60' }, '?simulate=true'))
    expect(
      quote.near_misses.map(({ says, amount }: { says: string; amount: number }) => [says, amount]),
    ).toEqual([
      ['0.40 EUR more for 0.50 EUR back for every 9.00 EUR', 0.5],
      ['1.40 EUR more for 10 % back', 1],
    ])
    expect(quote.say).toContain('0.40 EUR more for')
    for (const { add, amount, offer } of quote.near_misses) {
      const products = [
        { sku: 'a', quantity: 1, total_amount: '8.60' },
        { sku: 'anything', quantity: 1, total_amount: add.amount },
      ]
      const total = (860 + inCents(add.amount)) / 100
      const bought = ok(await shop.buy({ contact, total, products }))
      expect(bought.awards).toContainEqual(
        expect.objectContaining({ amount, offer: expect.objectContaining({ id: offer.id }) }),
      )
    }
  })

  test('are not told when another offer would win anyway', async () => {
    const shop = await openShop(server)
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 20 }, priority: 5 })
    await shop.offer({
      award: { kind: 'PERCENTAGE', rate: 10 },
      conditions: [{ kind: 'AMOUNT', minimum: 10 }],
    })
    const quote = ok(await shop.buy({ contact: await shop.shopper(), total: '8.60' }, '?simulate=true'))
    expect(quote.near_misses).toEqual([])
  })
})

describe('a lottery', () => {
  test('is drawn when the purchase is made: not in a quote, and once for a repeated request', async () => {
    const shop = await openShop(server)
    await shop.offer({
      type: 'LOTTERY',
      award: { kind: 'FIXED', amount: 1 },
      conditions: [{ kind: 'LOTTERY', one_in: 2 }],
    })
    const contact = await shop.shopper()
    const quotes = await Promise.all(
      Array.from({ length: 12 }, () => shop.buy({ contact }, '?simulate=true')),
    )
    expect(quotes.map(award)).toEqual(quotes.map(() => 0))
    const bought = await Promise.all(
      Array.from({ length: 60 }, (_, index) => shop.buy({ contact, reference: `L${index}` })),
    )
    const wins = bought.map(award).filter((amount) => amount === 1).length
    expect(wins).toBeGreaterThan(8)
    expect(wins).toBeLessThan(52)
    const again = await Promise.all(
      Array.from({ length: 60 }, (_, index) => shop.buy({ contact, reference: `L${index}` })),
    )
    expect(again.map(award)).toEqual(bought.map(award))
  })
})
