import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../harness.ts'
import { openShop, type Shop, tenPercent } from '../shop.ts'
import { type Shopper, signIn } from './shopper.ts'

let server: TestServer
let shop: Shop
let me: Shopper
let ben: Shopper
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openShop(server)
  await shop.offer(tenPercent)
  me = await signIn(server.url, shop, 'ANNA')
  ben = await signIn(server.url, shop, 'BEN')
})

const NOT_FOUND = 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'
const errorsOf = async (
  by: Shopper,
  asked: readonly (readonly ['GET' | 'PUT' | 'POST', string, object?])[],
) => {
  const told = []
  for (const [method, path, body] of asked) told.push((await by.call(method, path, body)).body.error)
  return told
}

test('a contact sees what they have, from where it came, and what they bought', async () => {
  const bought = await shop.buy({ contact: 'ANNA', total: '50.00', notes: 'regular' })
  await shop.buy({ contact: 'BEN', total: '20.00' })
  const { wallet } = me
  expect((await me.call('GET', `wallets/${wallet}`)).body).toMatchObject({
    total_balance: 5,
    total_commerce: 5,
  })
  expect((await me.call('GET', `wallets/${wallet}/code`)).body.code).toMatch(/^\d{16}$/)
  expect((await me.call('GET', `wallets/${wallet}/commerce_balances`)).body.content).toMatchObject([
    { amount: 5 },
  ])
  expect((await me.call('GET', `wallets/${wallet}/journals`)).body.content).toMatchObject([
    { amount: 5, type: 'CREDIT', transaction_type: 'AWARD' },
  ])
  expect((await me.call('GET', `wallets/${wallet}/transactions`)).body.content[0].reward_event).toMatchObject(
    {
      purchase_id: bought.body.id,
    },
  )
  const totals = await me.call('GET', `wallets/${wallet}/summarised_totals`)
  expect(totals.body.wallet_totals).toContainEqual({ type: 'AWARDED', total: 5, currency_code: 'EUR' })

  const list = await me.call('GET', `contacts/${me.id}/purchases?include_total=true&date[gte]=0`)
  expect(list.body.paging.total).toBe(1)
  expect(list.body.content[0]).toMatchObject({ id: bought.body.id, rewards: { award: 5 } })
  expect(list.text).not.toContain('regular')
  const one = await me.call('GET', `purchases/${bought.body.code}`)
  expect(one.body).toMatchObject({ id: bought.body.id, contact: { id: me.id, name: 'ANNA Example' } })
  expect((await me.call('GET', `purchases/${bought.body.id}/rewards?type=AWARD`)).body.content).toMatchObject(
    [{ type: 'AWARD', amount: 5 }],
  )
})

test('nothing of another contact is found, by id, code or number', async () => {
  const { body } = await shop.buy({ contact: 'BEN', total: '20.00', reference: 'BENS' })
  const { body: wallet } = await shop.call('GET', `wallets/${ben.wallet}`)
  const asked = [
    ...[ben.wallet, wallet.code].flatMap((name) => [
      ['GET', `wallets/${name}`] as const,
      ['GET', `wallets/${name}/code`] as const,
      ['GET', `wallets/${name}/transactions`] as const,
    ]),
    ['GET', `contacts/${ben.id}/purchases`] as const,
    ['GET', `contacts/${ben.id}/tokens`] as const,
    ['POST', `contacts/${ben.id}/tokens`, { intent: 'SPEND' }] as const,
    ...[body.id, body.code, 'BENS'].flatMap((name) => [
      ['GET', `purchases/${name}`] as const,
      ['GET', `purchases/${name}/rewards`] as const,
    ]),
  ]
  expect(new Set(await errorsOf(me, asked))).toEqual(new Set([NOT_FOUND]))
})

describe('a receipt', () => {
  test('is claimed as it was scanned: awarded once, and nothing spent', async () => {
    const { body } = await shop.buy({ total: '30.00' })
    const claim = (by: Shopper) => by.call('POST', 'purchases/reclaim', { transaction_code: body.receipt.qr })
    const claimed = await claim(me)
    expect(claimed.body).toMatchObject({ id: body.id, state: 'CLAIMED', award: 3 })
    expect((await me.call('GET', `purchases/${body.id}`)).status).toBe(200)
    expect((await claim(ben)).status).toBe(400)
    expect(await shop.balance('ANNA')).toBe(3)
    expect((await shop.call('GET', 'claims')).body.content[0].asked_by).toEqual({
      kind: 'contact',
      id: me.id,
    })
  })

  test('is claimed for nobody else, and under a key of another contact it is another request', async () => {
    const { body } = await shop.buy({ total: '30.00' })
    const named = await me.call('POST', 'purchases/reclaim', {
      transaction_code: body.receipt.qr,
      contact: { id: ben.id },
    })
    expect(named.body.field_errors[0].path).toBe('contact')
    const key = { 'idempotency-key': 'tap' }
    const receipt = { transaction_code: body.receipt.qr }
    const first = await me.call('POST', 'purchases/reclaim', receipt, key)
    expect(first.status).toBe(200)
    const again = await me.call('POST', 'purchases/reclaim', receipt, key)
    expect([again.body, again.headers['idempotent-replayed']]).toEqual([first.body, 'true'])
    expect((await ben.call('POST', 'purchases/reclaim', receipt, key)).status).toBe(400)
  })
})

describe('a one-time code', () => {
  test('lets one purchase spend, and is told once', async () => {
    await shop.buy({ contact: 'ANNA', total: '50.00' })
    const made = await me.call('POST', `contacts/${me.id}/tokens`, { intent: 'SPEND', spend_amount: 4 })
    expect(made.body).toMatchObject({ value: expect.stringMatching(/^\d{6}$/), spend_amount: 4 })
    const listed = await me.call('GET', `contacts/${me.id}/tokens`)
    expect(listed.body.content).toMatchObject([{ id: made.body.id, value: null }])
    const bought = await shop.buy({ otp: made.body.value, total: '10.00' })
    expect(bought.body.rewards.spend).toBe(4)
  })
})

test('of many of one contact’s taps at once each is done once', async () => {
  const receipts = await Promise.all(Array.from({ length: 4 }, () => shop.buy({ total: '10.00' })))
  const tapped = receipts.flatMap(({ body }) => [body.receipt.qr, body.receipt.qr, body.receipt.qr])
  const told = await Promise.all(
    tapped.map((transaction_code) => me.call('POST', 'purchases/reclaim', { transaction_code })),
  )
  expect(told.filter(({ status }) => status >= 500)).toEqual([])
  expect(await shop.balance('ANNA')).toBe(4)
  expect(await shop.verify()).toEqual([])
})
