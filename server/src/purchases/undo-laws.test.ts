import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { standing } from '../../test/standing.ts'

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

const POLICIES = ['KEEP', 'PRO_RATA', 'REJUDGE']

/** Offers of every policy and way of redeeming, with every kind of counter. */
async function richShop(most = 50): Promise<Shop> {
  const shop = await openShop(server)
  ok(await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }))
  ok(await shop.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 40 }))
  const uses = { uses: most, amount: most * 10, period: 'MONTH' }
  for (const return_policy of POLICIES) {
    const common = { on_top: true, return_policy }
    await shop.offer({
      code: `RATE-${return_policy}`,
      ...common,
      award: { kind: 'PERCENTAGE', rate: 7.3 },
      conditions: [{ kind: 'AMOUNT', minimum: 15 }],
      limits: { budget: most * 18, per_contact: uses, per_venue: uses, per_period: uses },
    })
    await shop.offer({
      code: `OFF-${return_policy}`,
      ...common,
      redeem_method: 'INSTANT',
      award: { kind: 'FIXED', amount: 1.01 },
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'A' }], minimum_quantity: 2 }],
      limits: { per_contact: uses },
    })
    await shop.offer({
      code: `GOAL-${return_policy}`,
      ...common,
      award: { kind: 'FIXED', amount: 2.5 },
      progress: { of: 'QUANTITY', target: 3, period: 'MONTH' },
    })
  }
  await shop.offer({
    code: 'VISITS',
    on_top: true,
    award: { kind: 'FIXED', amount: 0.7 },
    progress: { of: 'VISITS', target: 2, period: 'MONTH' },
  })
  return shop
}

const goods = fc.array(
  fc.record({
    sku: fc.constantFrom('A', 'B', 'C'),
    quantity: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(0.355, 1.25)),
    cents: fc.integer({ min: 1, max: 3_000 }),
  }),
  { minLength: 1, maxLength: 4 },
)
const bought = fc.record({
  goods,
  spend: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
  method: fc.constantFrom('FRONT_END', 'BACK_END'),
  discount: fc.boolean(),
})
const parts = fc.array(
  fc.record({
    line: fc.nat(3),
    by: fc.constantFrom('PIECES', 'LINE', 'AMOUNT'),
    part: fc.integer({ min: 1, max: 100 }),
  }),
  { maxLength: 7 },
)

function purchaseOf({
  goods: lines,
  spend,
  method,
  discount,
}: typeof bought extends fc.Arbitrary<infer T> ? T : never) {
  const sum = lines.reduce((all, { cents }) => all + cents, 0)
  const off = discount ? Math.floor(sum / 7) : 0
  return {
    total: ((sum - off) / 100).toFixed(2),
    transaction_amounts: { total: ((sum - off) / 100).toFixed(2), discount: (off / 100).toFixed(2) },
    products: lines.map(({ sku, quantity, cents }) => ({
      sku,
      quantity,
      total_amount: (cents / 100).toFixed(2),
    })),
    ...(spend === undefined ? {} : { spend_request: { amount: (spend / 100).toFixed(2) } }),
    reduction_method: method,
  }
}

/** Money in the wallet, and progress towards every goal, from before. */
async function withPast(shop: Shop): Promise<string> {
  const contact = await shop.shopper()
  ok(await shop.buy({ contact, total: 31, products: [{ sku: 'B', quantity: 2, total_amount: 31 }] }))
  return contact
}

async function giveBack(
  shop: Shop,
  id: string,
  steps: readonly { line: number; by: string; part: number }[],
) {
  for (const { line, by, part } of steps) {
    const now = ok(await shop.call('GET', `purchases/${id}`))
    const left = Math.round((now.transaction_amounts.total - now.returned.total) * 100)
    const each = now.products[line % now.products.length]
    const pieces = Math.round((each.quantity - each.returned_quantity) * 10_000)
    const worth = Math.round((each.total_amount - each.returned_amount) * 100)
    const of = (amount: number) => Math.floor((amount * part) / 100)
    if (by === 'AMOUNT' && of(left) > 0) {
      ok(await shop.call('POST', `purchases/${id}/returns`, { return_amount: of(left) / 100 }))
    } else if (by === 'PIECES' && of(pieces) > 0 && left > 0) {
      const products = [{ line: each.line, quantity: of(pieces) / 10_000 }]
      ok(await shop.call('POST', `purchases/${id}/returns`, { products }))
    } else if (by === 'LINE' && of(Math.min(worth, left)) > 0) {
      const products = [{ line: each.line, total_amount: of(Math.min(worth, left)) / 100 }]
      ok(await shop.call('POST', `purchases/${id}/returns`, { products }))
    }
  }
}

test('a purchase, returned in any parts and then voided, leaves every balance, lot, counter and tier as it was', async () => {
  const shop = await richShop()
  const contact = await withPast(shop)
  const before = await standing(shop)
  await fc.assert(
    fc.asyncProperty(bought, parts, async (purchase, steps) => {
      const { id } = ok(await shop.buy({ contact, ...purchaseOf(purchase) }))
      await giveBack(shop, id, steps)
      ok(await shop.call('POST', `purchases/${id}/cancel`))
      expect(await standing(shop)).toEqual(before)
    }),
    { numRuns: 40 },
  )
  expect(await shop.verify()).toEqual([])
}, 120_000)

test('any parts that add up to the whole, the last of them returns too, leave what one return of the whole does', async () => {
  const shop = await richShop()
  const contact = await withPast(shop)
  const before = await standing(shop)
  await fc.assert(
    fc.asyncProperty(bought, parts, async (purchase, steps) => {
      const { id } = ok(await shop.buy({ contact, ...purchaseOf(purchase) }))
      await giveBack(shop, id, steps)
      const { transaction_amounts, returned } = ok(await shop.call('GET', `purchases/${id}`))
      const left = Math.round((transaction_amounts.total - returned.total) * 100) / 100
      if (left > 0) ok(await shop.call('POST', `purchases/${id}/returns`, { return_amount: left }))
      expect(await standing(shop)).toEqual(before)
      expect((await shop.call('POST', `purchases/${id}/cancel`)).status).toBe(200)
      expect(await standing(shop)).toEqual(before)
    }),
    { numRuns: 40 },
  )
  expect(await shop.verify()).toEqual([])
}, 120_000)

test('returns of lines in either order leave the same, whatever the policies', async () => {
  // Everybody who buys here keeps an award: nobody shall find the limits used up.
  const shop = await richShop(10_000)
  await fc.assert(
    fc.asyncProperty(
      bought,
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }),
      async (purchase, shares) => {
        const run = async (order: (lines: number[]) => number[]) => {
          const contact = await withPast(shop)
          const start = await shop.balance(contact)
          const { id, products = purchase.goods } = ok(await shop.buy({ contact, ...purchaseOf(purchase) }))
          const steps = order(products.map((_: unknown, line: number) => line)).map((line) => ({
            line,
            by: 'PIECES',
            part: shares[line] ?? 0,
          }))
          await giveBack(shop, id, steps)
          const { returned } = ok(await shop.call('GET', `purchases/${id}`))
          const balance = Math.round(((await shop.balance(contact)) - start) * 100)
          ok(await shop.call('POST', `purchases/${id}/cancel`))
          return { returned, balance }
        }
        const forwards = await run((lines) => lines)
        expect(await run((lines) => lines.reverse())).toEqual(forwards)
      },
    ),
    { numRuns: 25 },
  )
  expect(await shop.verify()).toEqual([])
}, 120_000)
