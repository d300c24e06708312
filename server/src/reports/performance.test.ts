import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEventfulBusiness } from '../../test/eventful-business.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { plainBooks } from '../../test/plain-books.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { DAY, later } from '../kit/time.ts'
import { localDay } from '../kit/zone.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const performanceOf = async (shop: Shop, offer: string, query = '') =>
  (await shop.call('GET', `reward_offers/${offer}/performance${query}`)).body

interface Day {
  readonly day: string
  readonly awards: number
  readonly awarded: number
  readonly undone: number
  readonly cost: number
}

const inCents = ({ awards, awarded, undone, cost }: Omit<Day, 'day'>) =>
  [awards, Math.round(awarded * 100), Math.round(undone * 100), Math.round(cost * 100)].join(' ')

describe('the performance of an offer', () => {
  test.each([31, 32])('is what the ledger has, day by day and to the cent (history %i)', async (seed) => {
    const shop = await openEventfulBusiness(server, seed)
    for (let step = 0; step < 100; step++) await shop.step()
    const { transfers, lots, accounts } = await plainBooks(server, shop.actor.tenant)
    const { body } = await shop.call('GET', 'reward_offers')
    let undone = 0
    for (const { id } of body.content) {
      const days = new Map<string, { awards: number; awarded: number; undone: number; cost: number }>()
      for (const { at, amount, from_account, to_account, lot_id } of transfers) {
        if (lots.get(lot_id ?? '')?.offer_id !== id) continue
        const isGiven = accounts.get(from_account)?.kind === 'FUNDER'
        if (!isGiven && accounts.get(to_account)?.kind !== 'FUNDER') continue
        const day = localDay(at, 'Europe/Nicosia')
        const before = days.get(day) ?? { awards: 0, awarded: 0, undone: 0, cost: 0 }
        const cents = Number(amount) / 100
        days.set(day, {
          awards: before.awards + (isGiven ? 1 : 0),
          awarded: before.awarded + (isGiven ? cents : 0),
          undone: before.undone + (isGiven ? 0 : cents),
          cost: before.cost + (isGiven ? cents : -cents),
        })
      }
      const told = await performanceOf(shop, id)
      undone += told.undone
      expect(told.by_day.map((each: Day) => `${each.day} ${inCents(each)}`)).toEqual(
        [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, each]) => `${day} ${inCents(each)}`),
      )
      const sum = (field: 'awards' | 'awarded' | 'undone' | 'cost') =>
        [...days.values()].reduce((all, each) => all + each[field], 0)
      const whole = {
        awards: sum('awards'),
        awarded: sum('awarded'),
        undone: sum('undone'),
        cost: sum('cost'),
      }
      expect(inCents(told)).toBe(inCents(whole))
    }
    expect(undone).toBeGreaterThan(0)
    const report = (await shop.call('GET', 'reports/awards')).body.content
    for (const { offer, awarded, reversed } of report)
      expect(await performanceOf(shop, offer.id)).toMatchObject({ awarded, undone: reversed })
  })

  test('counts purchases, contacts and sales, and what is left of the budget', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer({ ...tenPercent, code: 'TEN', limits: { budget: 10 } })
    const [anna, ben] = [await shop.shopper(), await shop.shopper()]
    await shop.buy({ contact: anna, total: 20 })
    await shop.buy({ contact: anna, total: 10 })
    const third = await shop.buy({ contact: ben, total: 30 })
    await shop.call('POST', `purchases/${third.body.id}/cancel`)
    const told = await performanceOf(shop, 'TEN')
    expect(told).toMatchObject({
      offer: { id: offer, code: 'TEN' },
      currency_code: 'EUR',
      time_zone: 'Europe/Nicosia',
    })
    expect(told).toMatchObject({
      purchases: 3,
      contacts: 2,
      awards: 3,
      awarded: 6,
      undone: 3,
      cost: 3,
      sales: 30,
    })
    expect(told).toMatchObject({ budget: 10, budget_used: 3, budget_left: 7 })
  })

  test('is nothing for an offer that gave nothing, and refused for one that is not there', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer({ ...tenPercent, state: 'DRAFT' })
    expect(await performanceOf(shop, offer)).toMatchObject({
      purchases: 0,
      cost: 0,
      budget_left: null,
      by_day: [],
    })
    const other = await openShop(server)
    expect(await performanceOf(other, offer)).toMatchObject({ parameters: ['reward_offer', offer] })
  })

  test('tells of a period alone: what is undone later is undone later', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer(tenPercent)
    const { body } = await shop.buy({ contact: await shop.shopper(), total: 30 })
    const night = server.clock.now
    server.clock.now = later(night, 2 * DAY)
    await shop.call('POST', `purchases/${body.id}/cancel`)
    const between = Math.floor(later(night, DAY).getTime() / 1_000)
    expect(await performanceOf(shop, offer, `?to=${between}`)).toMatchObject({ awarded: 3, undone: 0 })
    expect(await performanceOf(shop, offer, `?from=${between}`)).toMatchObject({
      awards: 0,
      undone: 3,
      cost: -3,
    })
  })
})
