import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkExplanations } from '../../../scripts/check-explain/check.ts'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { standing } from '../../test/standing.ts'

// Commerce money that becomes open money because a purchase met the conditions of its pool.

const OPENING = new Date('2026-11-23T10:00:00Z')
const DAY = 86_400_000

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.clock.now = OPENING
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}

/** A shop that redeems in a way, with an offer whose money pays for bread only, and a contact who earned 10.00 of it. */
async function bakery(redeem_method: 'AUTOMATIC' | 'ON_REQUEST' | 'ON_SPEND', offer: object = {}) {
  const shop = await openPurseShop(server)
  ok(await shop.call('PUT', `organisations/${shop.merchant}`, { settings: { redeem_method } }))
  await shop.pool('BREAD', { products: [{ type: 'SKU', code: 'BREAD' }] })
  const award = { kind: 'FIXED', amount: 10 }
  await shop.offer({
    code: 'EARN',
    award,
    commerce_pool: { code: 'BREAD' },
    conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'WINE' }] }],
    ...offer,
  })
  const { contact, wallet } = await shop.holder()
  const line = (sku: string, total_amount: number, quantity = 1) => ({ sku, quantity, total_amount })
  const earned = ok(await shop.buy({ contact, total: 100, products: [line('WINE', 100)] }))
  const buy = async (lines: readonly object[], more: object = {}) => {
    const total = lines.reduce(
      (sum: number, each) => sum + (each as { total_amount: number }).total_amount,
      0,
    )
    return shop.buy({ contact, total, products: lines, ...more }, '?include_explain=true')
  }
  return { shop, contact, wallet, line, earned, buy }
}

async function balances(shop: PurseShop, wallet: string) {
  const { total_open, total_commerce, debt } = await shop.wallet(wallet)
  return { open: total_open, commerce: total_commerce, debt }
}

describe('redeem', () => {
  test('turns what might pay the purchase into open money, as much as its goods cost, and tells and explains it', async () => {
    const { shop, wallet, line, buy } = await bakery('AUTOMATIC')
    const bought = ok(await buy([line('BREAD', 4), line('SOAP', 50)]))
    expect(bought.rewards).toEqual({ award: 0, redeem: 4, spend: 0 })
    expect(bought.amount_due).toBe(54)
    expect(bought.wallet).toEqual({ total: 10, open: 4, commerce: 6 })
    expect(bought.redeems).toMatchObject([{ amount: 4, commerce_pool: { name: 'BREAD' } }])
    expect(bought.say).toContain('4.00 EUR may be used anywhere from now on')
    expect(bought.explain.redeem).toMatchObject({
      requested: null,
      most: 54,
      taken: 4,
      parts: [{ amount: 4, lines: [4, 0] }],
    })
    expect(await balances(shop, wallet)).toEqual({ open: 4, commerce: 6, debt: 0 })
    const rewards = ok(await shop.call('GET', `purchases/${bought.id}/rewards?type=REDEEM`))
    expect(rewards.content).toMatchObject([{ type: 'REDEEM', amount: 4, commerce_pool: { name: 'BREAD' } }])
    expect(ok(await shop.call('GET', `purchases/${bought.id}/explain`)).redeem.taken).toBe(4)
    expect(await shop.verify()).toEqual([])
  })

  test('of money that the purchase spends is none: goods let each cent through once', async () => {
    const { shop, wallet, line, buy } = await bakery('AUTOMATIC')
    const bought = ok(await buy([line('BREAD', 7)], { spend_request: { amount: 3 } }))
    expect(bought.rewards).toEqual({ award: 0, redeem: 4, spend: 3 })
    expect(await balances(shop, wallet)).toEqual({ open: 4, commerce: 3, debt: 0 })
  })

  test('happens on request where the business wants that, as much as was asked; elsewhere asking is refused', async () => {
    const { shop, wallet, line, buy } = await bakery('ON_REQUEST')
    expect(ok(await buy([line('BREAD', 5)])).rewards.redeem).toBe(0)
    expect(ok(await buy([line('BREAD', 5)], { redeem_request: { amount: 1.5 } })).rewards.redeem).toBe(1.5)
    expect(ok(await buy([line('BREAD', 5)], { redeem_request: {} })).rewards.redeem).toBe(5)
    expect(await balances(shop, wallet)).toEqual({ open: 6.5, commerce: 3.5, debt: 0 })
    const never = await bakery('ON_SPEND')
    expect(ok(await never.buy([line('BREAD', 5)])).rewards.redeem).toBe(0)
    const refused = await never.buy([line('BREAD', 5)], { redeem_request: {} })
    expect([refused.status, refused.body.field_errors[0].path]).toEqual([400, 'redeem_request'])
    const nothing = await buy([line('BREAD', 5)], { redeem_request: { amount: 0 } })
    expect([nothing.status, nothing.body.field_errors[0].path]).toEqual([400, 'redeem_request.amount'])
    const nobody = await shop.buy({ total: 5, redeem_request: {} })
    expect([nobody.status, nobody.body.field_errors[0].path]).toEqual([400, 'redeem_request'])
  })

  test('in a quote keeps nothing, and the same purchase again is answered byte for byte and redeems nothing', async () => {
    const { shop, contact, wallet, line, buy } = await bakery('AUTOMATIC')
    const before = await standing(shop)
    const sent = { contact, total: 6, products: [line('BREAD', 6)], reference: 'REDEEM-1' }
    expect(ok(await shop.buy(sent, '?simulate=true')).rewards.redeem).toBe(6)
    expect(await standing(shop)).toEqual(before)
    const first = await shop.buy(sent)
    expect(ok(first).rewards.redeem).toBe(6)
    expect((await shop.buy(sent)).text).toBe(first.text)
    expect(await balances(shop, wallet)).toEqual({ open: 6, commerce: 4, debt: 0 })
    expect(ok(await buy([line('BREAD', 60)])).rewards.redeem).toBe(4)
  })

  test('by forty purchases at once turns every cent once', async () => {
    const { shop, wallet, line, buy } = await bakery('AUTOMATIC')
    const answers = await Promise.all(Array.from({ length: 40 }, () => buy([line('BREAD', 0.7)])))
    const redeemed = answers.map((answer) => Math.round(ok(answer).rewards.redeem * 100))
    expect(redeemed.reduce((sum, each) => sum + each)).toBe(1_000)
    expect(await balances(shop, wallet)).toEqual({ open: 10, commerce: 0, debt: 0 })
    expect(await shop.verify()).toEqual([])
  })
})

describe('redeemed money', () => {
  test('is commerce money again with a void, with the expiry, pool and funder that it had', async () => {
    const { shop, line, buy } = await bakery('AUTOMATIC', { expires_after: { count: 30, unit: 'DAYS' } })
    const before = await standing(shop)
    const bought = ok(await buy([line('BREAD', 4)]))
    expect(await standing(shop)).not.toEqual(before)
    const voided = ok(await shop.call('POST', `purchases/${bought.id}/cancel`))
    expect(voided).toMatchObject({ redeem_undone: 4, debt: 0 })
    expect(await standing(shop)).toEqual(before)
    expect(ok(await shop.call('POST', `purchases/${bought.id}/cancel`))).toEqual(voided)
    expect(await shop.verify()).toEqual([])
  })

  test('goes back with the goods that let it through, by line and by amount, in any parts', async () => {
    const { shop, wallet, line, buy } = await bakery('AUTOMATIC')
    const before = await standing(shop)
    const { id } = ok(await buy([line('BREAD', 6, 3), line('SOAP', 6)]))
    const back = (body: object) => shop.call('POST', `purchases/${id}/returns`, body)
    expect(ok(await back({ products: [{ sku: 'SOAP' }] })).redeem_undone).toBe(0)
    expect(ok(await back({ products: [{ sku: 'BREAD', quantity: 1 }] })).redeem_undone).toBe(2)
    expect(await balances(shop, wallet)).toEqual({ open: 4, commerce: 6, debt: 0 })
    expect(ok(await shop.call('GET', `purchases/${id}`)).returned.redeem).toBe(2)
    expect(ok(await back({ return_amount: 4 })).redeem_undone).toBe(4)
    expect(await standing(shop)).toEqual(before)
    expect(await shop.verify()).toEqual([])
  })

  test('that was used meanwhile is owed, and the debt ends when the money comes back', async () => {
    const { shop, wallet, line, buy } = await bakery('AUTOMATIC')
    const first = ok(await buy([line('BREAD', 8)]))
    const spent = ok(await buy([line('SOAP', 5)], { spend_request: { amount: 5 } }))
    expect(spent.rewards.spend).toBe(5)
    expect(ok(await shop.call('POST', `purchases/${first.id}/cancel`))).toMatchObject({
      redeem_undone: 8,
      debt: 5,
    })
    expect(await balances(shop, wallet)).toEqual({ open: 0, commerce: 10, debt: 5 })
    ok(await shop.call('POST', `purchases/${spent.id}/cancel`))
    expect(await balances(shop, wallet)).toEqual({ open: 0, commerce: 10, debt: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('is found when the award that it came of is taken back, whichever void is first', async () => {
    for (const earnedFirst of [true, false]) {
      const { shop, wallet, line, earned, buy } = await bakery('AUTOMATIC')
      const redeemed = ok(await buy([line('BREAD', 8)]))
      const voids = earnedFirst ? [earned.id, redeemed.id] : [redeemed.id, earned.id]
      const [first, second] = voids
      const told = ok(await shop.call('POST', `purchases/${first}/cancel`))
      expect(told.debt).toBe(0)
      if (earnedFirst) expect(told.award_reversed).toBe(10)
      ok(await shop.call('POST', `purchases/${second}/cancel`))
      expect(await balances(shop, wallet)).toEqual({ open: 0, commerce: 0, debt: 0 })
      expect(await standing(shop)).toEqual([])
      expect(await shop.verify()).toEqual([])
    }
  })

  test.each([false, true])(
    'expires when it would have, to who gave it; a void after that has it expired where it was (posted: %s)',
    async (isPosted) => {
      const { shop, wallet, line, earned, buy } = await bakery('AUTOMATIC', {
        expires_after: { count: 2, unit: 'DAYS' },
      })
      const { id } = ok(await buy([line('BREAD', 4)]))
      server.clock.now = new Date(OPENING.getTime() + 3 * DAY)
      try {
        if (isPosted) await server.expireLots()
        expect(await balances(shop, wallet)).toEqual({ open: 0, commerce: 0, debt: 0 })
        expect(ok(await buy([line('BREAD', 9)])).rewards.redeem).toBe(0)
        expect(ok(await shop.call('POST', `purchases/${id}/cancel`))).toMatchObject({
          redeem_undone: 4,
          debt: 0,
        })
        expect(await balances(shop, wallet)).toEqual({ open: 0, commerce: 0, debt: 0 })
        expect(await shop.verify()).toEqual([])
        expect(ok(await shop.call('POST', `purchases/${earned.id}/cancel`)).debt).toBe(0)
        expect(await standing(shop)).toEqual([])
        expect(await shop.verify()).toEqual([])
      } finally {
        server.clock.now = OPENING
      }
    },
  )

  test('of a purchase whose void or return came before it is as if it had not been, or as much less', async () => {
    const { shop, wallet, line, buy } = await bakery('AUTOMATIC')
    const before = await standing(shop)
    ok(await shop.call('POST', 'purchases/REDEEM-2/cancel'))
    ok(await buy([line('BREAD', 4)], { reference: 'REDEEM-2' }))
    expect(await standing(shop)).toEqual(before)
    ok(await shop.call('POST', 'purchases/REDEEM-3/returns', { products: [{ sku: 'BREAD', quantity: 1 }] }))
    const bought = ok(await buy([line('BREAD', 4, 2)], { reference: 'REDEEM-3' }))
    expect(bought.wallet).toEqual({ total: 10, open: 2, commerce: 8 })
    expect(await balances(shop, wallet)).toEqual({ open: 2, commerce: 8, debt: 0 })
    expect(await shop.verify()).toEqual([])
  })
})

const lines = fc.array(
  fc.record({
    sku: fc.constantFrom('BREAD', 'SOAP', 'WINE'),
    quantity: fc.integer({ min: 1, max: 3 }),
    cents: fc.integer({ min: 1, max: 900 }),
  }),
  { minLength: 1, maxLength: 3 },
)

test('purchases that redeem and spend, voided in any order, leave every balance, lot and counter as it was', async () => {
  const { shop, contact } = await bakery('AUTOMATIC', {
    award: { kind: 'PERCENTAGE', rate: 20 },
    conditions: [],
  })
  await shop.offer({ code: 'ANYWHERE', on_top: true, award: { kind: 'PERCENTAGE', rate: 3.3 } })
  const before = await standing(shop)
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          lines,
          spend: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
          part: fc.nat(99),
        }),
        {
          minLength: 2,
          maxLength: 5,
        },
      ),
      fc.infiniteStream(fc.nat(100)),
      async (purchases, order) => {
        const ids: string[] = []
        for (const { lines: goods, spend, part } of purchases) {
          const total = goods.reduce((sum, { cents }) => sum + cents, 0) / 100
          const products = goods.map(({ sku, quantity, cents }) => ({
            sku,
            quantity,
            total_amount: cents / 100,
          }))
          const asked = { contact, total, products, ...(spend === undefined ? {} : { spend: spend / 100 }) }
          const answer = await shop.buy(asked)
          const { id } =
            answer.status === 200 ? answer.body : ok(await shop.buy({ contact, total, products }))
          const return_amount = Math.floor(total * part) / 100
          if (return_amount > 0) ok(await shop.call('POST', `purchases/${id}/returns`, { return_amount }))
          ids.push(id)
        }
        while (ids.length > 0) {
          const [id] = ids.splice((order.next().value ?? 0) % ids.length, 1)
          ok(await shop.call('POST', `purchases/${id}/cancel`))
        }
        expect(await standing(shop)).toEqual(before)
      },
    ),
    { numRuns: 12 },
  )
  expect(await shop.verify()).toEqual([])
}, 240_000)

test('every explanation is reckoned again, and one that was changed is found', async () => {
  const { shop, line, buy } = await bakery('AUTOMATIC')
  const { id } = ok(await buy([line('BREAD', 4), line('SOAP', 5)], { spend_request: { amount: 1 } }))
  const check = async () =>
    (await checkExplanations(server.database.url)).mismatches.map(({ field }) => field)
  expect(await check()).toEqual([])
  const change = (path: string, value: number) =>
    server.database.pool.query(
      `update purchases set explain = jsonb_set(explain::jsonb, $3::text[], to_jsonb($4::numeric))::json where tenant = $1 and id = $2`,
      [shop.actor.tenant, id, path, value],
    )
  await change('{redeem,parts,0,amount}', 3.01)
  expect(await check()).toContain('redeem.taken')
  await change('{redeem,parts,0,amount}', 3)
  await change('{redeem,parts,0,lines,0}', 4)
  expect(await check()).toContain('redeem.parts[].lines[0]')
  await change('{redeem,parts,0,lines,0}', 3)
  expect(await check()).toEqual([])
})
