import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  server.clock.now = new Date('2026-11-23T10:00:00Z')
  shop = await openShop(server)
  await shop.offer(tenPercent)
  ok(await shop.call('PUT', `organisations/${shop.merchant}`, { settings: { allows_automatic_spend: true } }))
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}

async function rich(amount: number): Promise<string> {
  const contact = await shop.shopper()
  ok(await shop.buy({ contact, total: amount * 10 }))
  return contact
}

const prefer = async (contact: string, body: object) =>
  ok(await shop.call('PUT', `contacts/${contact}/spend_preferences`, body))

const spendOf = async (contact: string, total: number, more: object = {}) =>
  ok(await shop.buy({ contact, total, ...more })).rewards.spend

describe('a contact who prefers to spend', () => {
  test('spends as much as possible of every purchase without being asked, and the answer says how', async () => {
    const contact = await rich(3)
    expect(await spendOf(contact, 2)).toBe(0)
    await prefer(contact, { enable_automatic_spend: true })
    const answer = ok(await shop.buy({ contact, total: 20 }))
    expect(answer.spends).toMatchObject([{ method: 'AUTO_SPEND' }, { method: 'AUTO_SPEND' }])
    expect(answer).toMatchObject({ rewards: { spend: 3.2 }, amount_due: 16.8 })
    expect(await shop.verify()).toEqual([])
  })

  test('may keep to the next purchase only: the one after is not paid', async () => {
    const contact = await rich(3)
    await prefer(contact, { enable_automatic_spend: true, next_purchase_only: true })
    expect([await spendOf(contact, 2), await spendOf(contact, 2)]).toEqual([2, 0])
    const now = ok(await shop.call('GET', `contacts/${contact}/spend_preferences`))
    expect(now).toMatchObject({ enable_automatic_spend: false, next_purchase_only: false })
  })

  test('has the next purchase paid once, also when twenty come at once', async () => {
    const contact = await rich(3)
    await prefer(contact, { enable_automatic_spend: true, next_purchase_only: true })
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.buy({ contact, total: 0.1 })))
    expect(answers.filter((answer) => ok(answer).rewards.spend > 0)).toHaveLength(1)
  })

  test('may set the least that the wallet holds, the least that a purchase costs, and the most that is taken', async () => {
    const contact = await rich(3)
    const bounds = { minimum_wallet_balance: 3, from_purchase_amount: 4, maximum_spend_amount: 1.5 }
    expect(await prefer(contact, { enable_automatic_spend: true, ...bounds })).toMatchObject(bounds)
    expect([await spendOf(contact, 3.99), await spendOf(contact, 4), await spendOf(contact, 4)]).toEqual([
      0, 1.5, 0,
    ])
  })

  test('is told why it did not come to it: what was seen and what was needed', async () => {
    const contact = await rich(3)
    await prefer(contact, { enable_automatic_spend: true, from_purchase_amount: 10 })
    const { id } = ok(await shop.buy({ contact, total: 9.99 }))
    const { spend } = ok(await shop.call('GET', `purchases/${id}/explain`))
    expect(spend.not_asked).toEqual({
      of: 'CONTACT',
      because: 'FROM_PURCHASE_AMOUNT',
      seen: 9.99,
      needed: 10,
    })
  })

  test('may choose merchants: elsewhere nothing is taken', async () => {
    const contact = await rich(3)
    const other = ok(
      await shop.call('POST', 'organisations', {
        type: 'MERCHANT',
        name: 'Other',
        code: 'OTHER',
        taps: [{ code: 'M2', name: 'm' }],
        settings: { allows_automatic_spend: true },
      }),
    )
    await prefer(contact, { enable_automatic_spend: true, merchants: [{ id: other.id }] })
    expect(await spendOf(contact, 2)).toBe(0)
    expect(await spendOf(contact, 2, { organisation: { merchant_tap: { code: 'M2' } } })).toBe(2)
  })

  test('is not heard where the merchant does not allow it, nor for a sale that is sent later', async () => {
    const contact = await rich(3)
    await prefer(contact, { enable_automatic_spend: true })
    const date = Math.floor(server.clock.now.getTime() / 1_000) - 3_600
    expect(await spendOf(contact, 2, { date })).toBe(0)
    const no = { settings: { allows_automatic_spend: false } }
    ok(await shop.call('PUT', `organisations/${shop.merchant}`, no))
    expect(await spendOf(contact, 2)).toBe(0)
  })

  test('is told whether any place allows it', async () => {
    const contact = await shop.shopper()
    const isAllowed = async () =>
      ok(await shop.call('GET', `contacts/${contact}/spend_preferences`)).is_allowed
    const set = async (organisation: string, allows_automatic_spend: boolean) =>
      ok(await shop.call('PUT', `organisations/${organisation}`, { settings: { allows_automatic_spend } }))
    expect(await isAllowed()).toBe(true)
    await set(shop.merchant, false)
    expect(await isAllowed()).toBe(false)
    await set(shop.venue, true)
    expect(await isAllowed()).toBe(true)
    ok(await shop.call('PUT', `organisations/${shop.venue}`, { state: 'INACTIVE' }))
    expect(await isAllowed()).toBe(false)
  })

  test('is overruled by a till that asks for an amount', async () => {
    const contact = await rich(3)
    await prefer(contact, { enable_automatic_spend: true })
    expect(await spendOf(contact, 5, { spend: 1 })).toBe(1)
  })
})

describe('the default of the business', () => {
  test('holds for who never said anything; a contact may say no', async () => {
    ok(
      await shop.call('PUT', `organisations/${shop.actor.business}`, {
        settings: { automatic_spend: true, automatic_spend_maximum: 1 },
      }),
    )
    const contact = await rich(3)
    const never = await rich(3)
    await prefer(never, { enable_automatic_spend: false })
    expect([await spendOf(contact, 5), await spendOf(never, 5)]).toEqual([1, 0])
    await prefer(never, { enable_automatic_spend: null })
    expect(await spendOf(never, 5)).toBe(1)
  })
})

test('preferences of nobody, of unknown merchants and of negative amounts are refused by name', async () => {
  const contact = await shop.shopper()
  const path = `contacts/${contact}/spend_preferences`
  const merchants = [{ id: 'NOWHERE' }]
  const unknown = await shop.call('PUT', path, { enable_automatic_spend: true, merchants })
  expect([unknown.status, unknown.body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
  const negative = await shop.call('PUT', path, { enable_automatic_spend: true, maximum_spend_amount: -1 })
  expect(negative.body.field_errors[0].path).toBe('maximum_spend_amount')
  expect((await shop.call('PUT', 'contacts/NOBODY/spend_preferences', {})).status).toBe(400)
})
