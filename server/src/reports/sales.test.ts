import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('sales are told by the days of the business, as purchases stand now', async () => {
  server.clock.now = new Date('2026-07-10T12:00:00Z')
  const shop = await openShop(server, { timeZone: 'Europe/Nicosia' })
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  // 21:30 of the 8th in UTC is half past midnight of the 9th in Nicosia.
  const buy = (total: string, date: string) => shop.buy({ contact, total, date })
  await buy('10.00', '2026-07-08T20:30:00Z')
  await buy('20.00', '2026-07-08T21:30:00Z')
  const voided = await buy('40.00', '2026-07-09T09:00:00Z')
  await shop.call('POST', `purchases/${voided.body.id}/cancel`, {})
  const { status, body } = await shop.call('GET', 'reports/sales?days=3')
  expect(status).toBe(200)
  expect(body.by_day).toEqual([
    { day: '2026-07-08', purchases: 1, contacts: 1, sales: 10, awarded: 1, spent: 0 },
    { day: '2026-07-09', purchases: 1, contacts: 1, sales: 20, awarded: 2, spent: 0 },
    { day: '2026-07-10', purchases: 0, contacts: 0, sales: 0, awarded: 0, spent: 0 },
  ])
  expect(body).toMatchObject({
    purchases: 2,
    contacts: 1,
    sales: 30,
    awarded: 3,
    time_zone: 'Europe/Nicosia',
  })
})

test('tells how many receipts named nobody at the till, and how many of them were claimed', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  await shop.buy({ contact, total: '10.00' })
  await shop.buy({ total: '20.00', reference: 'NOBODYS' })
  const { body: claimed } = await shop.buy({ total: '30.00', reference: 'CLAIMED' })
  const receipt = { contact: { code: contact }, transaction_code: claimed.receipt.signed_code }
  expect((await shop.call('POST', 'purchases/reclaim', receipt)).status).toBe(200)
  const { body } = await shop.call('GET', 'reports/sales?days=7')
  expect(body).toMatchObject({ purchases: 3, receipts: { unnamed: 2, claimed: 1, held: 0 } })
})

test('are told of one merchant or venue alone, and the parts are the whole', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const place = { type: 'VENUE', name: 'Harbour', code: 'HARBOUR', taps: [{ code: 'V2', name: 'v' }] }
  const { body: harbour } = await shop.call('POST', 'organisations', {
    ...place,
    parent: { id: shop.merchant },
  })
  const contact = await shop.shopper()
  await shop.buy({ contact, total: '10.00' })
  await shop.buy({ contact, total: '20.00', organisation: { venue_tap: { code: 'V2' } } })
  await shop.buy({ total: '40.00', organisation: { venue_tap: { code: 'V2' } } })
  const told = async (of: string) => {
    const { body } = await shop.call('GET', `reports/sales?days=2&organisation_id=${of}`)
    const { purchases, contacts, sales, awarded, receipts, by_day } = body
    expect(by_day.at(-1)).toMatchObject({ purchases, sales })
    return { purchases, contacts, sales, awarded, unnamed: receipts.unnamed }
  }
  expect(await told(shop.venue)).toEqual({ purchases: 1, contacts: 1, sales: 10, awarded: 1, unnamed: 0 })
  const there = { purchases: 2, contacts: 1, sales: 60, awarded: 2, unnamed: 1 }
  expect(await told('HARBOUR')).toEqual(there)
  expect(await told(harbour.id)).toEqual(there)
  expect(await told(shop.merchant)).toMatchObject({ purchases: 3, contacts: 1, sales: 70 })
  const { status, body } = await shop.call('GET', 'reports/sales?organisation_id=NOWHERE')
  expect([status, body.parameters]).toEqual([400, ['organisation', 'NOWHERE']])
})
