import { afterAll, beforeAll, expect, test } from 'vitest'
import { startsOfMonths } from '../../src/self-service/analytics.routes.ts'
import { startServer, type TestServer } from '../harness.ts'
import { openShop, tenPercent } from '../shop.ts'
import { appKey, asContact, signIn } from './shopper.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('what a contact ordered, earned and spent is added up for them, of all time and by the months of the business', async () => {
  server.clock.now = new Date('2026-10-31T21:30:00Z')
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  // Half past eleven on the 31st in Nicosia, and half past two on the first of November.
  await signIn(server.url, shop, 'BEN')
  await shop.buy({ contact: 'BEN', total: '10.00' })
  server.clock.now = new Date('2026-11-01T00:30:00Z')
  await shop.buy({ contact: 'BEN', total: '50.00' })
  const voided = await shop.buy({ contact: 'BEN', total: '70.00' })
  await shop.call('POST', `purchases/${voided.body.id}/cancel`)
  await shop.buy({ contact: 'BEN', total: '5.00', spend: 2 })
  const { body: ben } = await shop.call('GET', 'contacts/BEN')
  const credentials = [{ name: 'EMAIL', value: 'ben@example.com' }]
  const app = asContact(server.url, await appKey(shop))
  const { auth_otp, code } = (await app('POST', 'contacts/otp', { method: 'EMAIL', credentials })).body
  const signed = await app('POST', 'contacts/validate_otp', { auth_otp, code })
  const me = asContact(server.url, signed.body.access_token)
  const ask = (wanted: string) =>
    me('GET', `contacts/${ben.id}/analytics?frequency=MONTHLY&metrics=${wanted}`)
  const metrics = 'total_orders,wallet_totals,awards_per_month,redeems_per_month'
  const { status, body } = await ask(metrics)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    total_orders: 0,
    wallet_totals: { total_top_ups: 0, total_spent: 2, total_sent: 0, total_received: 0 },
  })
  expect(body.awards_per_month).toHaveLength(12)
  const [october, november] = body.awards_per_month.slice(-2)
  expect(october).toEqual({ amount: 1, timestamp: Date.UTC(2026, 8, 30, 21) / 1_000 })
  expect(november).toEqual({ amount: 5.3, timestamp: Date.UTC(2026, 9, 31, 22) / 1_000 })

  const some = await ask('total_orders')
  expect(some.body).toEqual({ total_orders: 0 })
  const wrong = await ask('steps')
  expect([wrong.status, wrong.body.field_errors[0].path]).toEqual([400, 'metrics'])
})

test('a month begins at midnight by the clock of the business, in summer and winter', () => {
  const starts = startsOfMonths(new Date('2026-04-15T12:00:00Z'), 'Europe/Nicosia').map((at) =>
    at.toISOString(),
  )
  expect(starts.slice(-3)).toEqual([
    '2026-01-31T22:00:00.000Z',
    '2026-02-28T22:00:00.000Z',
    '2026-03-31T21:00:00.000Z',
  ])
  expect(starts[0]).toBe('2025-04-30T21:00:00.000Z')
})
