import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { standing } from '../../test/standing.ts'

// What people complain of when goods go back, each with the test that it cannot happen here.

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.clock.now = new Date('2026-11-23T10:00:00Z')
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}
const award = (answer: Answer): number => ok(answer).rewards.award
const giveBack = (shop: Shop, id: string, body: object) => shop.call('POST', `purchases/${id}/returns`, body)
const walletOf = async (shop: Shop, contact: string) => {
  const found = await shop.call('GET', `contacts?code=${contact}&include_wallet=true`)
  return ok(await shop.call('GET', `wallets/${found.body.content[0].wallet.id}`))
}
const goods = [
  { sku: 'A', quantity: 2, total_amount: 40 },
  { sku: 'B', quantity: 1, total_amount: 60 },
]

describe('complaint: refund keeps the award', () => {
  test('goods that come back take their award along, also when it was spent, and nobody has to ask for it', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const { id } = ok(await shop.buy({ contact, total: 100, products: goods }))
    ok(await shop.buy({ contact, total: 10, spend: 10 }))
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'B' }] }))).toMatchObject({ amount: 6, debt: 6 })
    expect((await walletOf(shop, contact)).debt).toBe(6)
    // The next award pays the debt before anything can be spent.
    expect(ok(await shop.buy({ contact, total: 70 })).wallet.total).toBe(1)
    expect(await shop.verify()).toEqual([])
  })

  test('also when it has expired: it comes from what the expiry had booked', async () => {
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, expires_after: { count: 1, unit: 'DAYS' } })
    const contact = await shop.shopper()
    const { id } = ok(await shop.buy({ contact, total: 100, products: goods }))
    const now = server.clock.now
    server.clock.now = new Date(now.getTime() + 48 * 3_600_000)
    try {
      expect(ok(await giveBack(shop, id, { products: [{ sku: 'B' }] }))).toMatchObject({ amount: 6, debt: 0 })
      expect(ok(await shop.call('POST', `purchases/${id}/cancel`))).toMatchObject({
        award_reversed: 4,
        debt: 0,
      })
    } finally {
      server.clock.now = now
    }
    expect(await standing(shop)).toEqual([])
  })
})

describe('complaint: refund takes spent money twice', () => {
  test('a return, the same return again, and a void of the rest take every cent once', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    ok(await shop.buy({ contact, total: 200 }))
    const before = await standing(shop)
    const { id } = ok(await shop.buy({ contact, total: 100, products: goods, spend: 20 }))
    const body = { reference_number: 'ONCE', products: [{ sku: 'A', quantity: 1 }] }
    await Promise.all([1, 2, 3].map(() => giveBack(shop, id, body)))
    ok(await giveBack(shop, id, { return_amount: 33.33 }))
    await Promise.all([1, 2, 3].map(() => shop.call('POST', `purchases/${id}/cancel`)))
    expect(await standing(shop)).toEqual(before)
    expect(await shop.verify()).toEqual([])
  })

  test('money of one lot does not pay the debt of another, so the order of voids does not matter', async () => {
    const run = async (order: readonly number[]) => {
      const shop = await openShop(server)
      await shop.offer({ ...tenPercent, code: 'TEN' })
      ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: 'ANN' }))
      const contact = 'ANN'
      const ids: string[] = []
      for (const [total, spend] of [
        [100, undefined],
        [50, 10],
        [80, undefined],
        [60, 6],
        [40, 3],
      ] as const) {
        ids.push(ok(await shop.buy({ contact, total, ...(spend === undefined ? {} : { spend }) })).id)
      }
      for (const index of order) ok(await shop.call('POST', `purchases/${ids[index]}/cancel`))
      expect(await shop.verify()).toEqual([])
      return (await standing(shop)).map((told) => told.replace(/\bB\d+\b/, 'the business'))
    }
    const expected = await run([0, 1, 2, 3])
    for (const order of [
      [3, 2, 1, 0],
      [2, 0, 3, 1],
      [1, 3, 0, 2],
    ])
      expect(await run(order)).toEqual(expected)
  })
})

describe('complaint: partial refund of a discounted basket', () => {
  test('each piece is worth what it cost after the discount of the whole; the pieces together are worth the whole', async () => {
    const shop = await openShop(server)
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 7 } })
    const contact = await shop.shopper()
    const { id } = ok(
      await shop.buy({
        contact,
        products: goods,
        transaction_amounts: { total: 90, discount: 10 },
      }),
    )
    const first = ok(await giveBack(shop, id, { products: [{ sku: 'A', quantity: 1 }] }))
    expect([first.return_amount, first.amount, first.refund.cash]).toEqual([18, 1.26, 18])
    const rest = ok(await giveBack(shop, id, { products: [{ sku: 'A' }, { sku: 'B' }] }))
    expect([rest.return_amount, rest.amount]).toEqual([72, 5.04])
  })

  test('a coupon as a line below zero is part of the goods that it was for, and no goods itself', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    const coupon = { sku: 'COUPON', quantity: 1, total_amount: -10 }
    const { id } = ok(await shop.buy({ contact, total: 90, products: [...goods, coupon] }))
    expect((await giveBack(shop, id, { products: [{ sku: 'COUPON' }] })).status).toBe(400)
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'B' }] })).return_amount).toBe(54)
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'A' }] }))).toMatchObject({
      return_amount: 36,
      left: 0,
    })
    expect(await standing(shop)).toEqual([])
  })

  test('an instant discount that is judged again goes off the refund, which is never below nothing', async () => {
    const shop = await openShop(server)
    await shop.offer({
      award: { kind: 'FIXED', amount: 10 },
      redeem_method: 'INSTANT',
      return_policy: 'REJUDGE',
      conditions: [{ kind: 'AMOUNT', minimum: 100 }],
    })
    const contact = await shop.shopper()
    const products = [
      { sku: 'A', quantity: 1, total_amount: 4 },
      { sku: 'B', quantity: 1, total_amount: 96 },
    ]
    const { id } = ok(await shop.buy({ contact, total: 100, products, reduction_method: 'FRONT_END' }))
    const first = ok(await giveBack(shop, id, { products: [{ sku: 'A' }] }))
    expect(first.refund).toEqual({ cash: 0, wallet: 0, reduction: 4 })
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'B' }] })).refund).toEqual({
      cash: 90,
      wallet: 0,
      reduction: 6,
    })
    expect(await standing(shop)).toEqual([])
    expect(await shop.verify()).toEqual([])
  })
})

describe('complaint: claw-back by today’s rule instead of the one that awarded', () => {
  const conditions = [{ kind: 'AMOUNT', minimum: 80 }]

  test('the version that awarded decides, in rate, in condition and in what a return does', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer({ ...tenPercent, conditions, return_policy: 'REJUDGE' })
    const contact = await shop.shopper()
    const { id } = ok(await shop.buy({ contact, total: 100, products: goods }))
    ok(
      await shop.call('PUT', `reward_offers/${offer}`, {
        award: { kind: 'PERCENTAGE', rate: 50 },
        conditions: [],
        return_policy: 'KEEP',
      }),
    )
    const one = ok(await giveBack(shop, id, { products: [{ sku: 'A', quantity: 1 }] }))
    expect(one).toMatchObject({ amount: 2, awards: [{ policy: 'REJUDGE', offer: { version: 1 } }] })
    // 60.00 is left, and 80.00 was needed.
    const two = ok(await giveBack(shop, id, { products: [{ sku: 'A', quantity: 1 }] }))
    expect([two.amount, two.awards[0].because]).toEqual([
      8,
      'AMOUNT: 60.00 EUR left, at least 80.00 EUR needed',
    ])
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'B' }] })).amount).toBe(0)
    expect(await shop.verify()).toEqual([])
  })

  test.each`
    policy        | first | second | last
    ${'KEEP'}     | ${0}  | ${0}   | ${10}
    ${'PRO_RATA'} | ${2}  | ${2}   | ${6}
    ${'REJUDGE'}  | ${2}  | ${8}   | ${0}
  `('$policy takes $first, $second and $last when pieces come back', async ({ policy, ...taken }) => {
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, conditions, return_policy: policy })
    const contact = await shop.shopper()
    const { id } = ok(await shop.buy({ contact, total: 100, products: goods }))
    const amounts: number[] = []
    for (const sku of ['A', 'A', 'B']) {
      amounts.push(ok(await giveBack(shop, id, { products: [{ sku, quantity: 1 }] })).amount)
    }
    expect(amounts).toEqual([taken.first, taken.second, taken.last])
    expect(await standing(shop)).toEqual([])
  })

  test('a bundle that is no more whole loses what it gave; a goal is judged from where it stood', async () => {
    const shop = await openShop(server)
    const product = (code: string) => ({ products: [{ type: 'SKU', code }], quantity: 1 })
    await shop.offer({
      award: { kind: 'FIXED', amount: 5 },
      on_top: true,
      return_policy: 'REJUDGE',
      conditions: [{ kind: 'BUNDLE', items: [product('A'), product('B')] }],
    })
    await shop.offer({
      award: { kind: 'FIXED', amount: 3 },
      on_top: true,
      return_policy: 'REJUDGE',
      progress: { of: 'AMOUNT', target: 150, period: 'MONTH' },
    })
    const contact = await shop.shopper()
    ok(await shop.buy({ contact, total: 90, products: [{ sku: 'C', quantity: 1, total_amount: 90 }] }))
    const { id } = ok(await shop.buy({ contact, total: 100, products: goods }))
    // One A is left for the bundle, and 170.00 for the goal.
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'A', quantity: 1 }] })).amount).toBe(0)
    // Neither bundle nor goal is left, and what is bought next earns the goal again.
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'B' }] })).amount).toBe(8)
    expect(award(await shop.buy({ contact, total: 41 }))).toBe(3)
    expect(await shop.verify()).toEqual([])
  })
})

describe('complaint: tier not reverted', () => {
  test('a tier goes with the goods that reached it, by line as by void, and comes again with others', async () => {
    const shop = await openShop(server)
    ok(await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }))
    ok(await shop.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 100 }))
    const contact = await shop.shopper()
    const stands = async () => ok(await shop.call('GET', `contacts/${contact}/reward_tiers`))
    const { id } = ok(await shop.buy({ contact, total: 100, products: goods }))
    expect((await stands()).reward_tier.code).toBe('GOLD')
    ok(await giveBack(shop, id, { products: [{ sku: 'A', quantity: 1 }] }))
    expect(await stands()).toMatchObject({ reward_tier: null, period_value_units: 80 })
    ok(await shop.buy({ contact, total: 20 }))
    expect((await stands()).reward_tier.code).toBe('GOLD')
    ok(await shop.call('POST', `purchases/${id}/cancel`))
    expect(await stands()).toMatchObject({ reward_tier: null, period_value_units: 20 })
  })
})

describe('complaint: split bills', () => {
  test('a part that comes back takes what it earned, and the same goods paid again earn it again', async () => {
    const shop = await openShop(server)
    await shop.offer({
      award: { kind: 'PERCENTAGE', rate: 3.3 },
      conditions: [{ kind: 'AMOUNT', minimum: 50 }],
    })
    const contact = await shop.shopper()
    const bill = { reference: 'TABLE-7', total: 60 }
    const pay = (total: number) => shop.buy({ contact, total, bill })
    const first = ok(await pay(20.5))
    const second = award(await pay(19.5))
    const third = award(await pay(20))
    expect(Math.round((first.rewards.award + second + third) * 100)).toBe(198)
    expect(ok(await giveBack(shop, first.id, { return_amount: 20.5 })).amount).toBe(first.rewards.award)
    const again = award(await pay(20.5))
    expect(Math.round((again + second + third) * 100)).toBe(198)
    expect(await shop.verify()).toEqual([])
  })
})

test('a return of goods beyond two hundred purchases finds them all', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  for (let made = 0; made < 210; made += 30) {
    await Promise.all(Array.from({ length: 30 }, () => shop.buy({ contact, total: 1 }).then(ok)))
  }
  const back = ok(
    await shop.call('POST', 'purchases/ad_hoc_return', {
      contact: { code: contact },
      organisation: { venue_tap: { code: 'V1' } },
      return_amount: 211,
    }),
  )
  expect(back).toMatchObject({ amount: 21, unmatched_amount: 1 })
  expect(back.purchases).toHaveLength(210)
  expect(await standing(shop)).toEqual([])
})

test('an ad hoc return leaves out what came back by line before', async () => {
  const shop = await openShop(server)
  await shop.offer({
    ...tenPercent,
    conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'B' }] }],
  })
  const contact = await shop.shopper()
  const { id } = ok(await shop.buy({ contact, total: 100, products: goods }))
  expect(ok(await giveBack(shop, id, { products: [{ sku: 'A' }] })).amount).toBe(0)
  const back = ok(
    await shop.call('POST', 'purchases/ad_hoc_return', {
      contact: { code: contact },
      organisation: { venue_tap: { code: 'V1' } },
      return_amount: 30,
    }),
  )
  // Only B is left, and half of it came back.
  expect(back).toMatchObject({ amount: 3, purchases: [{ id, return_amount: 30 }] })
  expect(ok(await giveBack(shop, id, { products: [{ sku: 'B' }] }))).toMatchObject({
    return_amount: 30,
    amount: 3,
  })
  expect(await standing(shop)).toEqual([])
})
