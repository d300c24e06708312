import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { card, openPayoutShop } from '../../test/payout-shop.ts'
import { openShop } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('payouts are told by the days of the business and by how they stand now, and nobody else’s among them', async () => {
  server.clock.now = new Date('2026-07-08T20:30:00Z')
  const shop = await openPayoutShop(server)
  const [business] = (await shop.call('GET', 'organisations?type=BUSINESS')).body.content
  const zone = await shop.call('PUT', `organisations/${business.id}`, { time_zone: 'Europe/Nicosia' })
  expect(zone.status, zone.text).toBe(200)
  const maria = await shop.rich()
  await shop.spend(maria, 30)
  // Half past midnight of the 9th in Nicosia.
  server.clock.now = new Date('2026-07-08T21:30:00Z')
  await shop.spend(maria, 10)
  await server.sendPayouts()
  await shop.method(maria, card)
  await shop.spend(maria, 20.07)
  await server.sendPayouts()
  server.clock.now = new Date('2026-07-10T12:00:00Z')
  const report = async (by: Pick<typeof shop, 'call'>) =>
    (await by.call('GET', 'reports/payouts?days=3')).body
  expect(await report(shop)).toEqual({
    currency_code: 'EUR',
    time_zone: 'Europe/Nicosia',
    by_day: [
      { day: '2026-07-08', states: [{ state: 'PAID', payouts: 1, amount: 30 }] },
      {
        day: '2026-07-09',
        states: [
          { state: 'FAILED', payouts: 1, amount: 20.07 },
          { state: 'PAID', payouts: 1, amount: 10 },
        ],
      },
      { day: '2026-07-10', states: [] },
    ],
  })
  const stranger = await openShop(server)
  const states = (await report(stranger)).by_day.flatMap((day: { states: unknown[] }) => day.states)
  expect(states).toEqual([])
})

test('the queue tells of each payout how often it was tried, under which reference, and when it is tried next', async () => {
  server.clock.now = new Date()
  const shop = await openPayoutShop(server)
  const maria = await shop.rich()
  await shop.method(maria, card)
  const { body } = await shop.spend(maria, 30.07)
  const queued = async () => (await shop.call('GET', 'payouts')).body.content[0]
  expect(await queued()).toMatchObject({ tries: 0, reference: null, next_attempt_on: expect.any(Number) })
  await server.sendPayouts()
  const { attempts } = await shop.payout(body.payout.id)
  expect(await queued()).toMatchObject({
    state: 'FAILED',
    tries: 1,
    reference: attempts[0].reference,
    next_attempt_on: expect.any(Number),
  })
  await server.sendPayouts()
  const { attempts: both } = await shop.payout(body.payout.id)
  expect(await queued()).toMatchObject({
    state: 'PAID',
    tries: 2,
    reference: both[1].reference,
    next_attempt_on: null,
  })
})

test('the owners of many wallets are read at once, by those who may see people', async () => {
  const shop = await openPayoutShop(server)
  const [maria, andreas] = [await shop.shopper(), await shop.shopper()]
  const walletOf = async (code: string) =>
    (await shop.call('GET', `contacts?code=${code}&include_wallet=true`)).body.content[0].wallet.id
  const ids = [await walletOf(maria), await walletOf(andreas)]
  const found = (await shop.call('GET', `contacts?include_wallet=true&wallet_ids=${ids.join(',')}`)).body
  expect(found.content.map(({ code }: { code: string }) => code).sort()).toEqual([maria, andreas].sort())
  expect((await shop.call('GET', 'contacts?wallet_ids=nobody')).status).toBe(400)
  const stranger = await openShop(server)
  expect((await stranger.call('GET', `contacts?wallet_ids=${ids[0]}`)).body.content).toEqual([])
  const { body: till } = await shop.call('POST', 'api_keys', { name: 'Till', scopes: ['purchases:write'] })
  const asked = await fetch(`${server.url}/backoffice/v2/contacts?wallet_ids=${ids[0]}`, {
    headers: { api_key: till.key },
  })
  expect(asked.status).toBe(403)
})
