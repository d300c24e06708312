import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { account } from '../../test/payout-shop.ts'
import { type Holder, openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, later } from '../kit/time.ts'

// product.md 2.6 and 2.7: a void takes money back where it is; only what is used makes a debt, and what comes back repays it.

let server: TestServer
let shop: PurseShop
let holder: Holder
let method: string
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
  holder = await shop.holder()
  method = (await shop.call('POST', `contacts/${holder.contact}/payment_methods`, account)).body.id
  await ok(shop.call('PUT', `organisations/${shop.merchant}`, { settings: { redeem_method: 'ON_REQUEST' } }))
  await shop.pool('WEEK', { validity: { count: 7, unit: 'DAYS' } })
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const topUp = async (amount: number, body: object = {}): Promise<string> => {
  const sent = { wallet_id: holder.wallet, amount, payment_method: { type: 'CASH' }, ...body }
  return (await ok(shop.call('POST', 'topups', sent))).id
}
const ofPool = { commerce_pool_id: 'WEEK' }
const voidTopUp = async (id: string) => (await ok(shop.call('POST', `topups/${id}/cancel`))).cancellation
const redeem = (amount: number, body: object = {}) =>
  ok(shop.buy({ contact: holder.contact, total: 50, redeem_request: { amount }, ...body }))
const voidPurchase = (id: string) => ok(shop.call('POST', `purchases/${id}/cancel`))
const withdraw = async (amount: number) => {
  const { body, status, text } = await shop.call('POST', 'payouts', {
    wallet_id: holder.wallet,
    amount,
    payment_method: { id: method, type: 'ACCOUNT' },
  })
  expect(status, text).toBe(201)
  return body
}
const stands = async () => {
  const { total_open: open, total_commerce: commerce, debt } = await shop.wallet(holder.wallet)
  return { open, commerce, debt }
}
const NOTHING = { open: 0, commerce: 0, debt: 0 }

describe('a top-up that is voided after it was withdrawn', () => {
  test('is owed, and a payout that is given back repays it to the cent', async () => {
    const topup = await topUp(10)
    const payout = await withdraw(7.35)
    expect(await voidTopUp(topup)).toMatchObject({ taken_back: 2.65, debt: 7.35 })
    expect(await stands()).toEqual({ ...NOTHING, debt: 7.35 })
    await ok(shop.call('PUT', `payouts/${payout.id}/actions`, { action: 'CANCEL' }))
    expect(await stands()).toEqual(NOTHING)
    expect(await shop.verify()).toEqual([])
  })

  test('is owed for its part only, where the payout took from another lot as well', async () => {
    await shop.credit(holder.wallet, 5)
    const topup = await topUp(10)
    const payout = await withdraw(12)
    const { debt } = await voidTopUp(topup)
    const { debt: owed, open } = await stands()
    expect(owed).toBe(debt)
    await ok(shop.call('PUT', `payouts/${payout.id}/actions`, { action: 'CANCEL' }))
    // What is not of the top-up is the contact's again: 5.00, whichever lot the payout took first.
    expect(await stands()).toEqual({ ...NOTHING, open: 5 })
    expect(open + 12 - debt).toBe(5)
    expect(await shop.verify()).toEqual([])
  })

  test('and whose debt an award has repaid meanwhile gives the award its money back', async () => {
    const topup = await topUp(10)
    const payout = await withdraw(10)
    await voidTopUp(topup)
    await shop.offer({ award: { kind: 'FIXED', amount: 4 } })
    await ok(shop.buy({ contact: holder.contact, total: 20 }))
    expect(await stands()).toEqual({ ...NOTHING, debt: 6 })
    await ok(shop.call('PUT', `payouts/${payout.id}/actions`, { action: 'CANCEL' }))
    expect(await stands()).toEqual({ ...NOTHING, commerce: 4 })
    expect(await shop.verify()).toEqual([])
  })

  test('comes back for the business’s own days of grace where the lot expired meanwhile', async () => {
    await ok(shop.call('PUT', `organisations/${shop.actor.business}`, { settings: { grace_days: 2 } }))
    await topUp(10, ofPool)
    await redeem(10)
    const payout = await withdraw(6)
    server.clock.now = later(opening, 8 * DAY)
    await ok(shop.call('PUT', `payouts/${payout.id}/actions`, { action: 'CANCEL' }))
    expect(await stands()).toEqual({ ...NOTHING, open: 6 })
    server.clock.now = later(opening, 10 * DAY)
    expect(await stands()).toEqual(NOTHING)
  })
})

describe('a top-up that is voided after it was redeemed', () => {
  test('is taken out of the open money that it became, and owes nothing', async () => {
    const topup = await topUp(10, ofPool)
    await redeem(6)
    expect(await stands()).toEqual({ open: 6, commerce: 4, debt: 0 })
    expect(await voidTopUp(topup)).toMatchObject({ taken_back: 10, debt: 0 })
    expect(await stands()).toEqual(NOTHING)
    expect(await shop.verify()).toEqual([])
  })

  test('owes what of the open money was spent, which the void of that purchase repays', async () => {
    const topup = await topUp(10, ofPool)
    const redeemed = await redeem(6)
    const spent = await withdraw(2.5)
    expect(await voidTopUp(topup)).toMatchObject({ taken_back: 7.5, debt: 2.5 })
    expect(await stands()).toEqual({ ...NOTHING, debt: 2.5 })
    await voidPurchase(redeemed.id)
    expect(await stands()).toEqual({ ...NOTHING, debt: 2.5 })
    await ok(shop.call('PUT', `payouts/${spent.id}/actions`, { action: 'CANCEL' }))
    expect(await stands()).toEqual(NOTHING)
    expect(await shop.verify()).toEqual([])
  })

  test('takes what of the open money has expired out of breakage', async () => {
    const topup = await topUp(10, ofPool)
    await redeem(6)
    server.clock.now = later(opening, 8 * DAY)
    await server.expireLots()
    expect(await voidTopUp(topup)).toMatchObject({ taken_back: 10, debt: 0 })
    expect(await stands()).toEqual(NOTHING)
    const { rows } = await server.database.pool.query(
      "select sum(balance)::int as held from accounts where tenant = $1 and kind in ('BREAKAGE', 'TOPUP_CLEARING')",
      [shop.actor.tenant],
    )
    expect(rows).toEqual([{ held: 0 }])
    expect(await shop.verify()).toEqual([])
  })

  test('and a redeem that is voided first leaves the same books as one that is voided after', async () => {
    const orders = [
      async (topup: string, purchase: string) => {
        await voidPurchase(purchase)
        return voidTopUp(topup)
      },
      async (topup: string, purchase: string) => {
        const told = await voidTopUp(topup)
        await voidPurchase(purchase)
        return told
      },
    ]
    for (const inOrder of orders) {
      const topup = await topUp(10, ofPool)
      const { id } = await redeem(6)
      expect(await inOrder(topup, id)).toMatchObject({ taken_back: 10, debt: 0 })
      expect(await stands()).toEqual(NOTHING)
    }
    expect(await shop.verify()).toEqual([])
  })
})
