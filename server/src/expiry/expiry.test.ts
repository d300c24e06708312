import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, epochSeconds, later, SECOND } from '../kit/time.ts'

let server: TestServer
let shop: PurseShop
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
  await server.another()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
})

const inDays = (days: number) => epochSeconds(later(opening, days * DAY))
const pass = (days: number, seconds = 0) => {
  server.clock.now = later(opening, days * DAY + seconds * SECOND)
}
const expiries = async (wallet: string) => (await shop.call('GET', `wallets/${wallet}/expiries`)).body.content
const breakage = async (business: string) => {
  const { rows } = await server.database.pool.query(
    `select coalesce(sum(balance), 0)::text as held from accounts where tenant = $1 and kind = 'BREAKAGE' and owner_id = $2`,
    [shop.actor.tenant, business],
  )
  return rows[0].held
}

describe('a round of expiries', () => {
  test('posts exactly the lots that are due, from the very instant of their expiry on', async () => {
    const { wallet } = await shop.holder()
    await shop.credit(wallet, '3.00', { expires_on: inDays(1) })
    await shop.credit(wallet, '5.00', { expires_on: inDays(2) })
    await shop.credit(wallet, '7.00')
    pass(1, -1)
    await server.expireLots()
    expect(await expiries(wallet)).toEqual([])
    pass(1)
    await server.expireLots()
    const [expiry] = await expiries(wallet)
    expect(await expiries(wallet)).toEqual([
      { id: expiry.id, wallet_id: wallet, amount: 3, currency_code: 'EUR', lots: 1, posted_on: inDays(1) },
    ])
    expect((await shop.call('GET', `expiries/${expiry.id}`)).body).toEqual(expiry)
    expect(await shop.left(wallet)).toEqual([5, 7])
    expect(await shop.verify()).toEqual([])
  })

  test('changes nothing of what a wallet shows: what is due was left out before', async () => {
    const { wallet } = await shop.holder()
    const pool = await shop.pool('TEA')
    await shop.credit(wallet, '3.00', { expires_on: inDays(1), commerce_pool: { code: 'TEA' } })
    await shop.credit(wallet, '4.00', { expires_on: inDays(9), commerce_pool: { code: 'TEA' } })
    await shop.credit(wallet, '5.00', { expires_on: inDays(1) })
    const shown = async () => {
      const { lots, ...balances } = await shop.wallet(wallet)
      const { body } = await shop.call('GET', `wallets/${wallet}/commerce_balances`)
      return { balances, pools: body.content }
    }
    pass(1)
    const before = await shown()
    expect(before.balances).toMatchObject({ total_balance: 4, total_open: 0, total_commerce: 4 })
    expect(before.pools).toMatchObject([{ id: pool, amount: 4 }])
    await server.expireLots()
    expect(await shown()).toEqual(before)
    expect(await expiries(wallet)).toMatchObject([{ amount: 8, lots: 2 }])
  })

  test('in two processes at once, and again and again, each lot expires once', async () => {
    const holders = await Promise.all([1, 2, 3, 4, 5, 6].map(() => shop.holder()))
    for (const { wallet } of holders) {
      await shop.credit(wallet, '2.00', { expires_on: inDays(1) })
      await shop.credit(wallet, '1.50', { expires_on: inDays(2) })
    }
    pass(3)
    await Promise.all([server.expireLots(), server.expireLots(), server.expireLots()])
    for (const { wallet } of holders) expect(await expiries(wallet)).toMatchObject([{ amount: 3.5, lots: 2 }])
    expect(await breakage(shop.actor.business)).toBe('2100')
    expect(await shop.verify()).toEqual([])
  })

  test('gives money of an award back to who paid for it, and tells of it', async () => {
    const { contact, wallet } = await shop.holder()
    await shop.offer({
      award: { kind: 'FIXED', amount: 2 },
      funder: { code: 'CORNER' },
      expires_after: { count: 1, unit: 'DAYS' },
    })
    expect((await shop.buy({ contact })).status).toBe(200)
    pass(1)
    await server.expireLots()
    const [{ id }] = await expiries(wallet)
    expect(await breakage(shop.merchant)).toBe('200')
    const { rows } = await server.database.pool.query(
      `select entity_id as id from events where tenant = $1 and type = 'reward.expired'`,
      [shop.actor.tenant],
    )
    expect(rows).toEqual([{ id }])
    const { body } = await shop.call('GET', `wallets/${wallet}/transactions?type=DEBIT`)
    expect(body.content).toMatchObject([{ transaction_type: 'WALLET_BALANCE_EXPIRATION', amount: 2 }])
  })

  test('leaves a lot whose expiry was moved meanwhile, and takes it when that is over', async () => {
    const { contact, wallet } = await shop.holder()
    await shop.credit(wallet, '5.00', { expires_on: inDays(1) })
    const { body } = await shop.buy({ contact, total: '5.00', spend: 5 })
    pass(2)
    // The spend comes back after the lot's expiry: it may be used for the days of grace.
    expect((await shop.call('POST', `purchases/${body.id}/cancel`)).status).toBe(200)
    await server.expireLots()
    expect(await expiries(wallet)).toEqual([])
    expect(await shop.left(wallet)).toEqual([5])
    pass(2 + 7)
    await server.expireLots()
    expect(await expiries(wallet)).toMatchObject([{ amount: 5 }])
    expect(await shop.verify()).toEqual([])
  })

  test('leaves a lot that is not available yet and not due', async () => {
    const { contact, wallet } = await shop.holder()
    await shop.offer({
      award: { kind: 'FIXED', amount: 2 },
      available_after: { count: 3, unit: 'DAYS' },
      expires_after: { count: 10, unit: 'DAYS' },
    })
    expect((await shop.buy({ contact })).status).toBe(200)
    pass(2)
    await server.expireLots()
    expect((await shop.wallet(wallet)).lots).toMatchObject([{ remaining: 2, state: 'NOT_YET_AVAILABLE' }])
    pass(4)
    expect((await shop.wallet(wallet)).total_balance).toBe(2)
  })

  test('an award whose money expired is taken back from there, once', async () => {
    const { contact, wallet } = await shop.holder()
    await shop.offer({ award: { kind: 'FIXED', amount: 2 }, expires_after: { count: 1, unit: 'DAYS' } })
    const { body } = await shop.buy({ contact })
    pass(2)
    await server.expireLots()
    const voided = await shop.call('POST', `purchases/${body.id}/cancel`)
    expect(voided.body).toMatchObject({ award_reversed: 2, debt: 0 })
    expect(await breakage(shop.actor.business)).toBe('0')
    expect((await shop.wallet(wallet)).debt).toBe(0)
    expect(await shop.verify()).toEqual([])
  })
})

describe('complaint: expiry of the wrong lot', () => {
  test('the soonest expiry is spent first, and exactly what of it was not spent expires', async () => {
    const { contact, wallet } = await shop.holder()
    await shop.credit(wallet, '6.00', { expires_on: inDays(30) })
    await shop.credit(wallet, '4.00', { expires_on: inDays(1) })
    await shop.credit(wallet, '5.00', { expires_on: inDays(2) })
    expect((await shop.buy({ contact, total: '3.00', spend: 3 })).status).toBe(200)
    expect(await shop.left(wallet)).toEqual([1, 5, 6])
    pass(1)
    await server.expireLots()
    expect(await expiries(wallet)).toMatchObject([{ amount: 1, lots: 1 }])
    expect(await shop.left(wallet)).toEqual([5, 6])
    expect((await shop.buy({ contact, total: '8.00', spend: 8 })).status).toBe(200)
    pass(2)
    await server.expireLots()
    expect(await expiries(wallet)).toHaveLength(1)
    expect(await shop.left(wallet)).toEqual([3])
    expect(await shop.verify()).toEqual([])
  })

  test('spends, rounds and the clock going on at once: no cent is lost and none is used twice', async () => {
    const holders = await Promise.all([1, 2, 3, 4].map(() => shop.holder()))
    for (const { wallet } of holders) {
      await shop.credit(wallet, '10.00', { expires_on: inDays(1) })
      await shop.credit(wallet, '10.00', { expires_on: inDays(2) })
    }
    pass(1, -1)
    const spends = holders.flatMap(({ contact }) =>
      Array.from({ length: 12 }, (_, index) => async () => {
        if (index === 4) pass(1)
        const { body } = await shop.buy({ contact, total: '1.00', spend: 1 })
        return (body.rewards?.spend as number | undefined) ?? 0
      }),
    )
    const rounds = Array.from({ length: 6 }, () => server.expireLots())
    const [spent] = await Promise.all([Promise.all(spends.map((spend) => spend())), Promise.all(rounds)])
    await server.expireLots()
    for (const [index, { wallet }] of holders.entries()) {
      const used = spent.slice(index * 12, index * 12 + 12).reduce((total, each) => total + each, 0)
      const gone = (await expiries(wallet)).reduce(
        (total: number, { amount }: { readonly amount: number }) => total + amount,
        0,
      )
      const { total_balance: left } = await shop.wallet(wallet)
      expect(used).toBeGreaterThan(0)
      expect(used + gone + left).toBe(20)
      expect(left).toBeLessThanOrEqual(10)
    }
    expect(await shop.verify()).toEqual([])
  })
})
