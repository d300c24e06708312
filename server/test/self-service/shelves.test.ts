import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../harness.ts'
import { openShop, type Shop, tenPercent } from '../shop.ts'
import { appKey, asContact, type Shopper, signIn } from './shopper.ts'

let server: TestServer
let shop: Shop
let me: Shopper
let ben: Shopper
let app: Shopper['call']
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server)
  me = await signIn(server.url, shop, 'ANNA')
  ben = await signIn(server.url, shop, 'BEN')
  app = asContact(server.url, await appKey(shop))
})

const NOT_FOUND = 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'
const done = async (answer: ReturnType<Shopper['call']>) => {
  const { status, text, body } = await answer
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}
const credit = ({ wallet }: Shopper, amount: number) =>
  done(shop.call('POST', 'topups', { wallet_id: wallet, amount, payment_method: { type: 'CASH' } }))

describe('money of one’s own', () => {
  const account = {
    payment_method_type: 'ACCOUNT_DEBIT',
    account_debit: { iban: 'CY17002001280000001200527600', account_name: 'Anna Example' },
  }

  test('is paid out to a method of one’s own, and to none of others, nor from their wallet', async () => {
    await credit(me, 10)
    await credit(ben, 10)
    const { id } = await done(me.call('POST', `contacts/${me.id}/payment_methods`, account))
    const other = await done(ben.call('POST', `contacts/${ben.id}/payment_methods`, account))
    const payout = (method: string, wallet_id?: string) =>
      me.call('POST', 'payouts', { wallet_id, amount: 4, payment_method: { id: method, type: 'ACCOUNT' } })
    expect((await payout(other.id)).body.error).toBe(NOT_FOUND)
    expect((await payout(id, ben.wallet)).body.error).toBe(NOT_FOUND)
    expect((await payout(id)).status).toBe(201)
    expect(await shop.balance('ANNA')).toBe(6)
    expect(await shop.balance('BEN')).toBe(10)
    const methods = `contacts/${me.id}/payment_methods`
    expect((await me.call('GET', methods)).body.content).toMatchObject([{ id, is_primary: true }])
    expect((await me.call('PUT', `${methods}/${id}`, { name: 'Bank' })).body).toEqual({ id })
    expect((await me.call('DELETE', `${methods}/${other.id}`)).body.error).toBe(NOT_FOUND)
  })

  test('is not needed to try a method of one’s own, with test data alone, and by nobody else', async () => {
    await credit(me, 10)
    const { id } = await done(me.call('POST', `contacts/${me.id}/payment_methods`, account))
    const attempt = (by: Shopper) => by.call('POST', `contacts/${by.id}/payment_methods/${id}/test_payout`)
    const paid = { outcome: 'PAID', reason: null, amount: 0, currency_code: 'EUR' }
    expect((await attempt(me)).body).toEqual(paid)
    expect((await attempt(ben)).body.error).toBe(NOT_FOUND)
    expect(await shop.balance('ANNA')).toBe(10)
    expect((await shop.call('GET', 'payouts')).body.content).toEqual([])
    const sepa = { name: 'Shop', iban: account.account_debit.iban }
    const { id: payer } = await done(shop.call('POST', 'payout_providers', { kind: 'SEPA', sepa }))
    await done(shop.call('PUT', `payout_providers/${payer}`, { state: 'INACTIVE' }))
    expect((await attempt(me)).body).toMatchObject({ outcome: 'NO_WAY_TO_PAY' })
    const live = await openShop(server, { mode: 'LIVE' })
    await done(live.call('POST', 'contacts', { code: 'LIA' }))
    const hers = await done(live.call('POST', 'contacts/LIA/payment_methods', account))
    const refused = await live.call('POST', `contacts/LIA/payment_methods/${hers.id}/test_payout`)
    expect(refused.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
  })

  test('is given to another contact once, however often it is tapped, and nobody gives what is another’s', async () => {
    await credit(me, 10)
    const give = (from: string, code?: string) =>
      me.call('POST', 'transfers', {
        origin: { wallet_id: from },
        destination: { wallet_id: from === me.wallet ? ben.wallet : me.wallet },
        amount: 3,
        code,
      })
    const taps = await Promise.all(Array.from({ length: 5 }, () => give(me.wallet, 'TAP')))
    expect(new Set(taps.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect((await give(ben.wallet)).body.error).toBe(NOT_FOUND)
    expect([await shop.balance('ANNA'), await shop.balance('BEN')]).toEqual([7, 3])
  })

  test('of a pass comes into one’s own wallet, and into no other', async () => {
    await done(shop.call('POST', 'pass_plans', { name: 'Gift', classification: 'GIFT', code: 'GIFT' }))
    const pass = await done(shop.call('POST', 'passes', { pass_plan_id: 'GIFT', pass_value: 8 }))
    const redeem = (more: object) => me.call('POST', 'passes/redeem', { code: pass.code, ...more })
    expect((await redeem({ contact_id: ben.id })).body.error).toBe(NOT_FOUND)
    expect((await redeem({ wallet_id: ben.wallet })).body.error).toBe(NOT_FOUND)
    await done(redeem({ wallet_id: me.wallet }))
    expect(await shop.balance('ANNA')).toBe(8)
  })
})

test('what one is told is read and marked by oneself alone', async () => {
  await shop.offer(tenPercent)
  await shop.buy({ contact: 'ANNA', total: '10.00' })
  await server.notify()
  const { content } = await done(me.call('GET', `contacts/${me.id}/communications?channel=INAPP`))
  const { id } = content[0]
  expect((await ben.call('GET', `communications/${id}`)).body.error).toBe(NOT_FOUND)
  expect((await ben.call('PUT', `communications/${id}/actions`, { viewed: true })).body.error).toBe(NOT_FOUND)
  await done(me.call('PUT', `communications/${id}/actions`, { viewed: true }))
  expect((await me.call('GET', `communications/${id}`)).body.is_viewed).toBe(true)
})

test('how far one is with an offer is told in money, pieces or purchases, to oneself alone and while it runs', async () => {
  const goal = (progress: object, more = {}) =>
    shop.offer({ award: { kind: 'FIXED', amount: 1 }, on_top: true, progress, ...more })
  const spend = await goal({ of: 'AMOUNT', target: 60, period: 'MONTH' })
  const visit = await goal({ of: 'VISITS', target: 3, period: 'EVER', repeats: false })
  const drink = await goal({ of: 'QUANTITY', target: 7, period: 'EVER' })
  const once = await shop.offer(tenPercent)
  const products = [{ sku: 'COFFEE', quantity: 2, total_amount: '17.40' }]
  await done(shop.buy({ contact: 'ANNA', total: '17.40', products }))
  const of = (id: string, who = me) => who.call('GET', `reward_offers/${id}/performance`)
  const told = async (id: string, who = me) => done(of(id, who))
  expect(await told(spend)).toEqual({ type: 'AMOUNT', progress: 29, current: 17.4, target: 60 })
  expect(await told(visit)).toEqual({ type: 'EVENT', progress: 33, current: 1, target: 3 })
  expect(await told(drink)).toEqual({ type: 'PRODUCT', progress: 28, current: 2, target: 7 })
  expect(await told(visit, ben)).toEqual({ type: 'EVENT', progress: 0, current: 0, target: 3 })
  for (let visits = 0; visits < 2; visits++) await done(shop.buy({ contact: 'ANNA', total: '1.00' }))
  expect(await told(visit)).toEqual({ type: 'EVENT', progress: 100, current: 3, target: 3 })

  const { status, body } = await of(once)
  expect([status, body.error, body.parameters]).toEqual([
    400,
    'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
    ['reward_offer', once],
  ])
  expect((await app('GET', `reward_offers/${visit}/performance`)).status).toBe(401)
  await done(shop.call('POST', `reward_offers/${visit}/life_cycle_state`, { life_cycle_state: 'INACTIVE' }))
  expect((await of(visit)).body.error).toBe(NOT_FOUND)
})

describe('an app', () => {
  test('shows the offers that run, and none that is planned or paused', async () => {
    const running = await shop.offer(tenPercent)
    const draft = await done(shop.call('POST', 'reward_offers', { name: 'Secret', ...tenPercent }))
    const shown = (await app('GET', 'reward_offers')).body.content
    expect(shown).toMatchObject([{ id: running, name: 'Offer', goal: 'SPEND' }])
    expect(Object.keys(shown[0])).not.toContain('limits')
    expect((await me.call('GET', `reward_offers/${running}`)).body.short_description).toContain('10')
    expect((await app('GET', `reward_offers/${draft.id}`)).body.error).toBe(NOT_FOUND)
  })

  test('shows the places, by the number on a receipt as well', async () => {
    const { body } = await app('GET', `organisations/${shop.actor.business}/network?tap_code=V1`)
    expect(body.content).toMatchObject([{ id: shop.venue, name: 'Corner, Main St' }])
    expect((await app('GET', 'rewards/merchants')).body.content).toMatchObject([{ id: shop.merchant }])
    expect((await app('GET', `organisations/${shop.venue}`)).body.parent.id).toBe(shop.merchant)
    expect(Object.keys((await app('GET', `organisations/${shop.venue}`)).body)).not.toContain('settings')
  })

  test('lets a contact into a scheme, and tells of schemes and tiers', async () => {
    const scheme = await done(
      shop.call('POST', 'reward_schemes', { name: 'Club', sign_up_option: 'SELF_SIGN_UP' }),
    )
    const joined = () => me.call('GET', 'reward_schemes?is_signed=true')
    expect((await joined()).body.content).toEqual([])
    const path = `contacts/${me.id}/reward_schemes`
    expect((await me.call('POST', path, { action: 'SIGN_UP', reward_scheme_id: scheme.id })).status).toBe(201)
    expect((await joined()).body.content).toMatchObject([{ id: scheme.id, is_signed: true }])
    const rewards = await done(me.call('GET', `contacts/${me.id}/rewards`))
    expect(rewards).toMatchObject({ reward_schemes: [{ id: scheme.id }] })
    const others = `contacts/${ben.id}/reward_schemes`
    expect(
      (await me.call('POST', others, { action: 'SIGN_UP', reward_scheme_id: scheme.id })).body.error,
    ).toBe(NOT_FOUND)
    const mine = await done(me.call('GET', `contacts/${me.id}/organisations?include_wallet=true`))
    expect(mine.content).toMatchObject([{ id: shop.actor.business, wallet: { wallet_id: me.wallet } }])
  })
})

describe('an order', () => {
  const order = { items: [{ id: 'PIZZA', quantity: 2 }], fulfilled_by: 'MAIN', supply_method: 'PICK_UP' }
  beforeEach(async () => {
    await done(
      shop.call('POST', 'products', {
        sku: 'PIZZA',
        name: 'Pizza',
        price: { amount: 9 },
      }),
    )
  })

  test('is estimated, placed at the prices of the shop, and cancelled while nobody has begun', async () => {
    expect((await app('GET', 'products')).body.content).toMatchObject([{ sku: 'PIZZA' }])
    const estimate = await done(me.call('POST', 'estimates/orders', { ...order, account_id: me.id }))
    expect(estimate.invoice_estimate.total).toBe(18)
    const placed = await me.call('POST', 'orders', {
      estimation_id: estimate.id,
      payments: [{ payment_method_type: 'CASH' }],
    })
    expect(placed.status, placed.text).toBe(201)
    const { id } = placed.body
    expect((await me.call('GET', `contacts/${me.id}/orders`)).body.content).toMatchObject([{ id, total: 18 }])
    expect((await me.call('GET', `orders/${id}`)).body).toMatchObject({ total: 18, contact: { id: me.id } })
    for (const path of [`orders/${id}`, `contacts/${me.id}/orders`]) {
      expect((await ben.call('GET', path)).body.error).toBe(NOT_FOUND)
    }
    const act = (by: Shopper, action: string) =>
      by.call('PUT', `orders/${id}/actions`, { action, cancellation_reason_id: 'CHANGED_MIND' })
    expect((await act(ben, 'CANCEL')).body.error).toBe(NOT_FOUND)
    expect((await act(me, 'COMPLETE')).body.field_errors[0].path).toBe('action')
    await done(shop.call('PUT', `orders/${id}/actions`, { action: 'START_PROGRESS' }))
    expect((await act(me, 'CANCEL')).body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    expect((await act(me, 'MARK_FAVORITE')).status).toBe(200)
  })

  test('of another contact is not placed by its estimate, and nothing is told of either', async () => {
    const estimate = await done(ben.call('POST', 'estimates/orders', order))
    const again = (path: string) => me.call('POST', path, { ...order, estimation_id: estimate.id })
    const paths = ['orders', 'estimates/orders']
    const { id, number } = await done(ben.call('POST', 'orders', { estimation_id: estimate.id }))
    for (const path of paths) expect((await again(path)).body.error).toBe(NOT_FOUND)
    const taken = await me.call('POST', 'orders', { ...order, id })
    expect([taken.status, taken.text.includes(number)]).toEqual([400, false])
  })

  test.each([
    ['a price', { items: [{ id: 'PIZZA', price: 0.01 }] }],
    ['a discount', { discount: { amount: 5 } }],
    ['that it was paid', { payments: [{ payment_method_type: 'CARD' }] }],
    ['another contact', { account_id: 'BEN' }],
  ])('is refused when the contact says %s', async (_, more) => {
    expect((await me.call('POST', 'orders', { ...order, ...more })).status).toBe(400)
  })
})
