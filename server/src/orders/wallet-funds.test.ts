import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { tenPercent } from '../../test/shop.ts'
import { DAY, HOUR, later } from '../kit/time.ts'

let server: TestServer
let shop: OrderShop
let contact: string
let wallet: string
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openOrderShop(server)
  const holder = await shop.holder()
  contact = holder.contact
  wallet = holder.wallet
})

const funded = (body: object = {}) =>
  shop.order(contact, { use_wallet_funds: true, wallet_funds_amount: 3, ...body })
const cancel = async (id: string) => shop.act(id, 'CANCEL', { cancellation_reason_id: await shop.reason() })
const money = async () => {
  const { total_balance, blocked } = await shop.wallet(wallet)
  return { spendable: total_balance, blocked }
}
const liability = async () => (await shop.call('GET', 'reports/liability')).body.totals[0]

describe('wallet funds of an order', () => {
  test('are blocked when it is placed: out of what can be spent, shown as blocked, still owed', async () => {
    await shop.credit(wallet, 10)
    const { body } = await funded()
    expect(body).toMatchObject({ total: 5, wallet_funds: 3, amount_due: 2, amount_to_collect: 2 })
    expect(await shop.read(body.id)).toMatchObject({
      wallet_hold: { state: 'BLOCKED', amount: 3, expires_on: later(opening, 14 * DAY).getTime() / 1_000 },
    })
    expect(await shop.wallet(wallet)).toMatchObject({
      total_balance: 7,
      blocked: 3,
      blocked_by: [{ id: body.id, entity: 'ORDER', amount: 3 }],
    })
    expect(await liability()).toMatchObject({ liability: 10, available: 7, blocked: 3, in_wallets: 10 })
    const refused = await shop.buy({
      contact,
      spend: 8,
      spend_request: { amount: 8, restrict_fully_covered: true },
    })
    expect(refused.body.error).toContain('SPENDAMOUNTNOTFULLYCOVERED')
    expect(await shop.verify()).toEqual([])
  })

  test('are taken when it is completed, and what they paid earns nothing', async () => {
    await shop.offer(tenPercent)
    await shop.credit(wallet, 10)
    const { id } = (await funded()).body
    await shop.act(id, 'COMPLETE')
    const order = await shop.read(id)
    expect(order).toMatchObject({
      wallet_funds: 3,
      amount_due: 2,
      rewards: { award: 0.2, spend: 3 },
      wallet_hold: { state: 'TAKEN' },
    })
    expect(await money()).toEqual({ spendable: 7.2, blocked: 0 })
    const { body: purchase } = await shop.call('GET', `purchases/${order.purchase.id}`)
    expect(purchase).toMatchObject({
      rewards: { award: 0.2, spend: 3 },
      reduction_method: 'FRONT_END',
      amount_due: 2,
    })
    expect(await liability()).toMatchObject({ liability: 7.2, blocked: 0 })
    expect(await shop.verify()).toEqual([])

    await shop.call('POST', `purchases/${order.purchase.id}/cancel`)
    expect(await money()).toEqual({ spendable: 10, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('are released when it is cancelled, into the lots that they came from', async () => {
    await shop.credit(wallet, 2, { expires_on: later(opening, 3 * DAY).getTime() / 1_000 })
    await shop.credit(wallet, 10)
    const { id } = (await funded()).body
    expect(await shop.left(wallet)).toEqual([9])
    for (let times = 0; times < 2; times++) expect((await cancel(id)).status).toBe(200)
    expect(await shop.left(wallet)).toEqual([2, 10])
    expect(await money()).toEqual({ spendable: 12, blocked: 0 })
    expect((await shop.read(id)).wallet_hold.state).toBe('RELEASED')
    expect(await shop.verify()).toEqual([])
  })

  test('complaint: hold not released after an abandoned checkout', async () => {
    await shop.call('POST', 'order_stages', { name: 'To be paid', state: 'ON_HOLD', is_initial: true })
    await shop.credit(wallet, 10)
    const { id } = (await funded()).body
    expect(await shop.read(id)).toMatchObject({
      state: 'ON_HOLD',
      wallet_hold: { expires_on: later(opening, 2 * HOUR).getTime() / 1_000 },
    })
    server.clock.now = later(opening, 2 * HOUR - 1_000)
    await server.expireBlocks()
    expect(await money()).toEqual({ spendable: 7, blocked: 3 })
    server.clock.now = later(opening, 2 * HOUR)
    await server.expireBlocks()
    expect(await money()).toEqual({ spendable: 10, blocked: 0 })
    expect(await shop.read(id)).toMatchObject({
      wallet_hold: { state: 'EXPIRED' },
      wallet_funds: 0,
      amount_due: 5,
    })
    expect(await shop.verify()).toEqual([])
  })

  test('stay aside for longer once somebody works on it; when it is forgotten all the same, they are released, and its completion takes what is there', async () => {
    await shop.call('POST', 'order_stages', { name: 'To be paid', state: 'ON_HOLD', is_initial: true })
    await shop.credit(wallet, 4)
    const { id } = (await funded()).body
    await shop.act(id, 'START_PROGRESS')
    server.clock.now = later(opening, 13 * DAY)
    await server.expireBlocks()
    expect(await money()).toEqual({ spendable: 1, blocked: 3 })
    server.clock.now = later(opening, 14 * DAY)
    await server.expireBlocks()
    expect(await money()).toEqual({ spendable: 4, blocked: 0 })
    await shop.buy({ contact, total: '2.00', spend: 2 })
    expect((await shop.act(id, 'COMPLETE')).status).toBe(200)
    expect(await shop.read(id)).toMatchObject({ wallet_funds: 2, amount_due: 3 })
    expect(await money()).toEqual({ spendable: 0, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('that expire while they are aside still pay the order, and are there for the days of grace when it is cancelled', async () => {
    const soon = later(opening, DAY).getTime() / 1_000
    await shop.credit(wallet, 3, { expires_on: soon })
    const paid = (await funded()).body
    server.clock.now = later(opening, 2 * DAY)
    await server.expireLots()
    await shop.act(paid.id, 'COMPLETE')
    expect(await shop.read(paid.id)).toMatchObject({ wallet_funds: 3, amount_due: 2 })

    await shop.credit(wallet, 3, { expires_on: later(opening, 3 * DAY).getTime() / 1_000 })
    const dropped = (await funded()).body
    server.clock.now = later(opening, 4 * DAY)
    await server.expireLots()
    await cancel(dropped.id)
    expect(await money()).toEqual({ spendable: 3, blocked: 0 })
    server.clock.now = later(opening, 11 * DAY)
    expect(await money()).toEqual({ spendable: 0, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('are as much as possible when no amount is said, and none of an empty wallet', async () => {
    expect((await funded({ wallet_funds_amount: undefined })).body).toMatchObject({
      wallet_funds: 0,
      amount_due: 5,
    })
    await shop.credit(wallet, '3.20')
    expect((await funded({ wallet_funds_amount: undefined })).body.wallet_funds).toBe(3.2)
    const refused = await funded({ wallet_funds_amount: 1 })
    expect([refused.status, refused.body.error]).toEqual([
      400,
      'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION',
    ])
  })

  test('are blocked once, also of many orders at once that ask for more than there is', async () => {
    await shop.credit(wallet, 10)
    const answers = await Promise.all(Array.from({ length: 8 }, () => funded()))
    const placed = answers.filter(({ status }) => status === 201)
    const blocked = placed.reduce((sum, { body }) => sum + body.wallet_funds, 0)
    expect(blocked).toBe(10)
    expect(await money()).toEqual({ spendable: 0, blocked: 10 })
    await Promise.all(
      placed.map(async ({ body }, index) =>
        index % 2 === 0 ? shop.act(body.id, 'COMPLETE') : cancel(body.id),
      ),
    )
    expect((await money()).blocked).toBe(0)
    expect(await shop.verify()).toEqual([])
  })

  test('whose release and completion meet end once', async () => {
    await shop.credit(wallet, 6)
    for (let round = 0; round < 2; round++) {
      server.clock.now = later(opening, round * 15 * DAY)
      const { id } = (await funded()).body
      server.clock.now = later(server.clock.now, 14 * DAY)
      const [completed] = await Promise.all([shop.act(id, 'COMPLETE'), server.expireBlocks()])
      expect(completed.status).toBe(200)
      expect((await shop.read(id)).wallet_funds).toBe(3)
    }
    expect(await money()).toEqual({ spendable: 0, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('of a contact that is merged go along, and are taken or released there', async () => {
    await shop.credit(wallet, 10)
    const first = (await funded()).body
    const second = (await funded()).body
    const left = await shop.holder()
    expect((await shop.call('POST', `contacts/${left.contact}/merge`, { contact_id: contact })).status).toBe(
      200,
    )
    expect(await shop.wallet(left.wallet)).toMatchObject({ total_balance: 4, blocked: 6 })
    expect(await liability()).toMatchObject({ liability: 10, blocked: 6 })
    await shop.act(first.id, 'COMPLETE')
    await cancel(second.id)
    expect(await shop.wallet(left.wallet)).toMatchObject({ total_balance: 7, blocked: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('of an award that was clawed back meanwhile repay what is owed when they are released', async () => {
    await shop.offer({ award: { kind: 'FIXED', amount: 3 } })
    const bought = (await shop.buy({ contact })).body
    const { id } = (await funded()).body
    await shop.call('POST', `purchases/${bought.id}/cancel`)
    expect(await shop.wallet(wallet)).toMatchObject({ debt: 3, blocked: 3, total_balance: 0 })
    await cancel(id)
    expect(await shop.wallet(wallet)).toMatchObject({ debt: 0, blocked: 0, total_balance: 0 })
    expect(await shop.verify()).toEqual([])
  })
})
