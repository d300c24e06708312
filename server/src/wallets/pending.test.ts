import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { type Holder, openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, later } from '../kit/time.ts'

let server: TestServer
let shop: PurseShop
let anna: Holder
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
  anna = await shop.holder()
  await shop.offer({ award: { kind: 'FIXED', amount: 5 }, available_after: { count: 14, unit: 'DAYS' } })
})

const held = async () => {
  const [total] = (await shop.call('GET', 'reports/liability')).body.totals
  return { available: total.available, pending: total.pending }
}

describe('an award that is available after the return window', () => {
  test('is shown as pending, not in the balance, not spendable and not to be given away, until exactly then', async () => {
    const bought = await shop.buy({ contact: anna.contact, total: 20 })
    expect(bought.body).toMatchObject({ rewards: { award: 5 }, wallet: { total: 0 } })
    expect(await shop.wallet(anna.wallet)).toMatchObject({
      total_balance: 0,
      lots: [{ remaining: 5, state: 'NOT_YET_AVAILABLE' }],
    })
    expect(await held()).toEqual({ available: 0, pending: 5 })
    server.clock.now = later(opening, 14 * DAY - 1)
    const tooSoon = await shop.buy({ contact: anna.contact, total: 5, spend: 5 })
    expect(tooSoon.body.error).toBe('CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION')
    server.clock.now = later(opening, 14 * DAY)
    expect(await shop.wallet(anna.wallet)).toMatchObject({ total_balance: 5, lots: [{ state: 'SPENDABLE' }] })
    expect(await held()).toEqual({ available: 5, pending: 0 })
    expect((await shop.buy({ contact: anna.contact, total: 5, spend: 5 })).body.rewards.spend).toBe(5)
    expect(await shop.verify()).toEqual([])
  })

  test('is taken back by a void while it is pending, and nothing is owed', async () => {
    const bought = await shop.buy({ contact: anna.contact, total: 20 })
    const voided = await shop.call('POST', `purchases/${bought.body.id}/cancel`)
    expect(voided.body).toMatchObject({ award_reversed: 5, debt: 0 })
    expect(await held()).toEqual({ available: 0, pending: 0 })
    server.clock.now = later(opening, 14 * DAY)
    expect(await shop.wallet(anna.wallet)).toMatchObject({ total_balance: 0, debt: 0, lots: [] })
    expect(await shop.verify()).toEqual([])
  })
})
