import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'

let server: TestServer
let shop: PurseShop
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
})

const inDays = (days: number) => epochSeconds(later(opening, days * DAY))
const give = (from: string, to: object, body: object) =>
  shop.call('POST', `wallets/${from}/transfers`, { destination: to, ...body })

describe('a transfer between wallets', () => {
  test('takes open money, soonest expiry first, and it stays as long as it was', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.credit(anna.wallet, '3.00', { expires_on: inDays(9) })
    await shop.credit(anna.wallet, '2.00', { expires_on: inDays(1) })
    const sent = await give(anna.wallet, { wallet_id: ben.wallet }, { amount: '4.00', notes: 'Lunch' })
    expect(sent.status).toBe(201)
    expect((await shop.wallet(anna.wallet)).lots).toMatchObject([{ remaining: 1, expires_on: inDays(9) }])
    expect((await shop.wallet(ben.wallet)).lots).toMatchObject([
      { amount: 2, remaining: 2, expires_on: inDays(1), pool: null },
      { amount: 2, remaining: 2, expires_on: inDays(9), pool: null },
    ])
    const row = {
      ...sent.body,
      origin: { wallet_id: anna.wallet, contact: { code: anna.contact } },
      destination: { wallet_id: ben.wallet, contact: { code: ben.contact } },
      amount: 4,
      currency_code: 'EUR',
      commerce_pool: null,
      notes: 'Lunch',
      transfer_date: inDays(0),
    }
    const listOf = async (wallet: string, query = '') =>
      (await shop.call('GET', `wallets/${wallet}/transfers${query}`)).body.content
    expect(await listOf(anna.wallet)).toMatchObject([{ ...row, direction: 'SENT' }])
    expect(await listOf(ben.wallet)).toMatchObject([{ ...row, direction: 'RECEIVED' }])
    expect(await listOf(ben.wallet, '?direction=SENT')).toEqual([])
    const { content } = (await shop.call('GET', `wallets/${ben.wallet}/transactions`)).body
    expect(content).toMatchObject([{ transaction_type: 'TRANSFER' }, { type: 'CREDIT' }])
    expect(await shop.verify()).toEqual([])
  })

  test('takes money of a pool only when it is named, and it stays of the pool and of the merchant who gave it', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    const pool = await shop.pool('TEA')
    await shop.offer({
      award: { kind: 'FIXED', amount: 5 },
      commerce_pool: { code: 'TEA' },
      funder: { code: 'CORNER' },
      expires_after: { count: 3, unit: 'DAYS' },
    })
    expect((await shop.buy({ contact: anna.contact })).status).toBe(200)
    const open = await give(anna.wallet, { wallet_id: ben.wallet }, { amount: 1 })
    expect(open.body.parameters).toEqual(['1', '0'])
    const sent = await give(
      anna.wallet,
      { contact_id: ben.contact },
      { amount: 2, commerce_pool: { code: 'TEA' } },
    )
    expect(sent.status).toBe(201)
    expect((await shop.wallet(ben.wallet)).lots).toMatchObject([
      { remaining: 2, pool: { id: pool }, expires_on: inDays(3), offer: null },
    ])
    server.clock.now = later(opening, 3 * DAY)
    await server.expireLots()
    const { rows } = await server.database.pool.query(
      `select owner_id, sum(balance)::text as held from accounts where tenant = $1 and kind = 'BREAKAGE' group by owner_id`,
      [shop.actor.tenant],
    )
    expect(rows).toEqual([{ owner_id: shop.merchant, held: '500' }])
    expect(await shop.verify()).toEqual([])
  })

  test('gives away neither what expired, nor what waits, nor what is owed, nor what has to be switched on', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.pool('SWITCH', { needs_activation: true })
    await shop.credit(anna.wallet, '1.00', { expires_on: inDays(1) })
    await shop.credit(anna.wallet, '2.00', { commerce_pool: { code: 'SWITCH' } })
    await shop.offer({ award: { kind: 'FIXED', amount: 5 } })
    const { body } = await shop.buy({ contact: anna.contact })
    await shop.buy({ contact: anna.contact, total: '5.00', spend: 5 })
    await shop.call('POST', `purchases/${body.id}/cancel`)
    await shop.credit(anna.wallet, '6.00')
    server.clock.now = later(opening, DAY)
    expect((await shop.wallet(anna.wallet)).debt).toBe(5)
    const refused = await give(anna.wallet, { wallet_id: ben.wallet }, { amount: '1.01' })
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION',
      parameters: ['1.01', '1'],
    })
    expect((await give(anna.wallet, { wallet_id: ben.wallet }, { amount: '1.00' })).status).toBe(201)
    const off = await give(
      anna.wallet,
      { wallet_id: ben.wallet },
      { amount: 1, commerce_pool: { code: 'SWITCH' } },
    )
    expect(off.body.parameters).toEqual(['1', '0'])
    expect(await shop.verify()).toEqual([])
  })

  test('sent again under the same code is one transfer, also 20 times at once of money for one; another under it is refused', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.credit(anna.wallet, '10.00')
    const body = { amount: '6.00', code: 'GIFT-1' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => give(anna.wallet, { wallet_id: ben.wallet }, body)),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1)
    const other = await give(anna.wallet, { wallet_id: ben.wallet }, { ...body, amount: '4.00' })
    expect(other.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['code', 'GIFT-1', 'amount'],
    })
    expect((await shop.wallet(ben.wallet)).total_balance).toBe(6)
  })

  test('is refused to the same wallet, to another business, and by a key of one merchant', async () => {
    const anna = await shop.holder()
    await shop.credit(anna.wallet, '10.00')
    const own = await give(anna.wallet, { contact_id: anna.contact }, { amount: 1 })
    expect(own.body.field_errors).toMatchObject([{ path: 'destination' }])
    const elsewhere = await (await openPurseShop(server)).holder()
    const unknown = await give(anna.wallet, { wallet_id: elsewhere.wallet }, { amount: 1 })
    expect(unknown.body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    const ben = await shop.holder()
    const till = await shop.call('POST', 'api_keys', {
      name: 'till',
      scopes: ['transfers:write'],
      organisation: { id: shop.merchant },
    })
    const path = `wallets/${anna.wallet}/transfers`
    const body = { destination: { wallet_id: ben.wallet }, amount: 1 }
    expect((await ask(server.url, till.body.key, { method: 'POST', path, body })).status).toBe(403)
  })

  test('there and back at the same time, many times: nobody waits for ever, and the sum stays', async () => {
    const [anna, ben, carol] = [await shop.holder(), await shop.holder(), await shop.holder()]
    const ring = [anna, ben, carol]
    for (const { wallet } of ring) await shop.credit(wallet, '10.00', { expires_on: inDays(5) })
    const transfers = Array.from({ length: 60 }, (_, index) => {
      const from = ring[index % 3] ?? anna
      const to = ring[(index + 1 + (index % 2)) % 3] ?? ben
      return give(from.wallet, { wallet_id: to.wallet }, { amount: '0.70' })
    })
    const statuses = (await Promise.all(transfers)).map(({ status }) => status)
    expect(new Set(statuses).has(500)).toBe(false)
    expect(new Set(statuses).has(503)).toBe(false)
    const balances = await Promise.all(
      ring.map(async ({ wallet }) => (await shop.wallet(wallet)).total_balance),
    )
    expect(balances.reduce((total, each) => total + Math.round(each * 100), 0)).toBe(3000)
    expect(await shop.verify()).toEqual([])
  })

  test('of a balance good for one: of 30 at once exactly one goes through', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    await shop.credit(anna.wallet, '10.00')
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => give(anna.wallet, { wallet_id: ben.wallet }, { amount: '10.00' })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await shop.wallet(ben.wallet)).total_balance).toBe(10)
    expect(await shop.verify()).toEqual([])
  })
})
