import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { DAY, later } from '../kit/time.ts'

let server: TestServer
let shop: Shop
let contact: string

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date('2026-11-02T10:00:00Z')
  shop = await openShop(server)
  await shop.offer(tenPercent)
  ok(await shop.call('PUT', `organisations/${shop.merchant}`, { settings: { allows_automatic_spend: true } }))
  contact = await shop.shopper()
})

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}
const buy = async (total: number, more: object = {}) => {
  server.clock.now = later(server.clock.now, DAY)
  return ok(await shop.buy({ contact, total, ...more }))
}
const rehearse = async (wish: object = {}) =>
  ok(
    await shop.call('POST', `contacts/${contact}/spend_preferences/rehearsal`, {
      enable_automatic_spend: true,
      ...wish,
    }),
  )
const amounts = (body: Answer['body']) =>
  body.content.map(({ amount }: { readonly amount: number }) => amount).reverse()
const reasons = (body: Answer['body']) =>
  body.content.map(({ because }: { readonly because: string | null }) => because).reverse()

describe('what a wallet would have paid by itself last month', () => {
  test('is what it held at each purchase, less what was taken before, and changes nothing', async () => {
    for (const total of [100, 4, 20]) await buy(total)
    const before = await shop.balance(contact)
    const told = await rehearse()
    expect(told).toMatchObject({ purchases: 3, paid: 2, amount: 10.4, instead_of: 0, short: 0, left: 2 })
    // 10.00 was earned by the first: 4.00 of it pay the second, the rest and its award the third.
    expect(amounts(told)).toEqual([0, 4, 6.4])
    expect(reasons(told)).toEqual(['NOTHING_TO_SPEND', null, null])
    expect(await shop.balance(contact)).toBe(before)
  })

  test('is what was paid in truth where that was the wish all along', async () => {
    ok(
      await shop.call('PUT', `contacts/${contact}/spend_preferences`, {
        enable_automatic_spend: true,
        maximum_spend_amount: 3,
      }),
    )
    const spent = []
    for (const total of [100, 4, 20, 2]) spent.push((await buy(total)).rewards.spend)
    const told = await rehearse({ maximum_spend_amount: 3 })
    expect(amounts(told)).toEqual(spent)
    expect(told).toMatchObject({ amount: told.instead_of, left: await shop.balance(contact) })
  })

  test('keeps to the bounds of the wish, and says which one', async () => {
    for (const total of [100, 9, 30, 30]) await buy(total)
    const bounds = { minimum_wallet_balance: 10, from_purchase_amount: 20, maximum_spend_amount: 2.5 }
    const told = await rehearse(bounds)
    expect(amounts(told)).toEqual([0, 0, 2.5, 2.5])
    expect(reasons(told)).toEqual(['MINIMUM_WALLET_BALANCE', 'FROM_PURCHASE_AMOUNT', null, null])
    const once = await rehearse({ next_purchase_only: true })
    expect(reasons(once)).toEqual([
      'NOTHING_TO_SPEND',
      null,
      'ONLY_THE_NEXT_PURCHASE',
      'ONLY_THE_NEXT_PURCHASE',
    ])
    expect(reasons(await rehearse({ enable_automatic_spend: false }))).toEqual(
      Array(4).fill('NOT_WANTED_HERE'),
    )
  })

  test('leaves what was asked for at the till, and tells what of it would not have been there', async () => {
    await buy(100)
    await buy(8)
    await buy(50, { spend: 5 })
    const told = await rehearse()
    expect(reasons(told)).toEqual(['NOTHING_TO_SPEND', null, 'ASKED_OTHERWISE'])
    // 10.00 less 8.00 and with 0.80 more leaves 2.80 of the 5.00.
    expect(told).toMatchObject({ amount: 8, short: 2.2, left: 4.5 })
  })

  test('tells what would not have expired', async () => {
    await shop.offer({
      award: { kind: 'FIXED', amount: 5 },
      expires_after: { count: 10, unit: 'DAYS' },
      exclusive_group: 'short',
      conditions: [{ kind: 'AMOUNT', minimum: 100 }],
    })
    await buy(100)
    await buy(3)
    server.clock.now = later(server.clock.now, 12 * DAY)
    await server.expireLots()
    expect(await rehearse()).toMatchObject({ amount: 3, saved_from_expiry: 3, short: 0 })
  })

  test('looks neither at what was voided nor at what is older than 30 days', async () => {
    await buy(100)
    server.clock.now = later(server.clock.now, 40 * DAY)
    await buy(6)
    const { id } = await buy(7)
    ok(await shop.call('POST', `purchases/${id}/cancel`, {}))
    // The wallet as it stood when the 30 days began is known from the books.
    expect(amounts(await rehearse())).toEqual([6])
  })

  test('is asked in the app by whose it is, and by nobody else', async () => {
    const me = await signIn(server.url, shop, 'ANNA')
    const ben = await signIn(server.url, shop, 'BEN')
    for (const total of [100, 4]) ok(await shop.buy({ contact: 'ANNA', total }))
    const path = `contacts/${me.id}/spend_preferences/rehearsal`
    const wish = { enable_automatic_spend: true }
    expect(ok(await me.call('POST', path, wish))).toMatchObject({ purchases: 2, amount: 4 })
    expect((await ben.call('POST', path, wish)).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
  })
})
