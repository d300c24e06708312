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
  await shop.offer({ ...tenPercent, name: 'Ten per cent' })
  me = await signIn(server.url, shop, 'ANNA')
  ben = await signIn(server.url, shop, 'BEN')
})

describe('a one-time code of one’s own', () => {
  const tokens = () => `contacts/${me.id}/tokens`
  const make = async () => (await me.call('POST', tokens(), { intent: 'SPEND' })).body
  const fate = async (id: string) => (await me.call('GET', `tokens/${id}`)).body

  test('is told as good, and then with the purchase that used it', async () => {
    await shop.buy({ contact: 'ANNA', total: '100.00' })
    const { id, value } = await make()
    expect(await fate(id)).toMatchObject({ id, state: 'LIVE', purchase_id: null })
    const { body: bought } = await shop.buy({ otp: value, total: '25.00' })
    expect(await fate(id)).toMatchObject({ state: 'USED', purchase_id: bought.id })
    expect((await me.call('DELETE', `tokens/${id}`)).body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
  })

  test('is over once another took its place, or it was cancelled, and pays nothing then', async () => {
    await shop.buy({ contact: 'ANNA', total: '100.00' })
    const [first, second] = [await make(), await make()]
    expect(await fate(first.id)).toMatchObject({ state: 'OVER', purchase_id: null })
    for (const _ of ['once', 'twice']) {
      expect(await me.call('DELETE', `tokens/${second.id}`)).toMatchObject({
        status: 200,
        body: { id: second.id },
      })
    }
    expect(await fate(second.id)).toMatchObject({ state: 'OVER' })
    const refused = await shop.buy({ otp: second.value, total: '25.00' })
    expect(refused.body.error).toBe('CRM.EXCEPTIONS.TOKENEXPIREDEXCEPTION')
    expect(await shop.balance('ANNA')).toBe(10)
  })

  test('is nobody else’s to read or to end', async () => {
    const { id } = await make()
    for (const method of ['GET', 'DELETE'] as const) {
      expect((await ben.call(method, `tokens/${id}`)).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    }
    expect(await fate(id)).toMatchObject({ state: 'LIVE' })
  })
})

describe('a receipt that is only looked at', () => {
  const look = (by: Shopper, transaction_code: string) =>
    by.call('POST', 'purchases/reclaim?simulate=true', { transaction_code })
  const claim = (by: Shopper, transaction_code: string) =>
    by.call('POST', 'purchases/reclaim', { transaction_code })

  test('tells what it would bring, and is as free as before', async () => {
    const { body: sold } = await shop.buy({ total: '24.00', reference: 'PAPER' })
    const told = { state: 'CLAIMED', award: 2.4, total: 24, organisation: { name: 'Corner, Main St' } }
    for (const by of [me, ben, me]) expect((await look(by, sold.receipt.qr)).body).toMatchObject(told)
    expect((await shop.call('GET', 'claims')).body.content).toEqual([])
    expect(await shop.balance('ANNA')).toBe(0)
    expect((await claim(ben, sold.receipt.qr)).body).toMatchObject({ id: sold.id, ...told })
    expect((await look(ben, sold.receipt.qr)).body.parameters).toEqual(['claim', 'PAPER', 'OWN'])
    expect((await look(me, sold.receipt.qr)).body.parameters).toEqual(['claim', 'PAPER', 'OTHERS'])
    expect(await shop.verify()).toEqual([])
  })

  test('is counted like any other where it is wrong: looking is no way to guess', async () => {
    const { body: sold } = await shop.buy({ total: '24.00', reference: 'PAPER' })
    for (let guess = 1; guess <= 5; guess++) await look(me, `PAPER;M1;V1;${guess}`)
    expect((await look(me, sold.receipt.qr)).status).toBe(429)
    expect((await claim(me, sold.receipt.qr)).status).toBe(429)
  })

  test('that no till has sent yet is told as waiting, and does not wait', async () => {
    await shop.call('PUT', 'organisations/CORNER', { settings: { self_submitted_purchases: 'HOLD' } })
    expect((await look(me, 'OWN-1;M1;V1;1000')).body).toMatchObject({ state: 'HELD', award: 0 })
    expect((await shop.call('GET', 'claims')).body.content).toEqual([])
  })
})

test('every credit says from which purchase it is, where and when it was bought, and until when it is good', async () => {
  const { body: bought } = await shop.buy({ contact: 'ANNA', total: '50.00', reference: 'R-50' })
  await shop.call('POST', 'topups', { wallet_id: me.wallet, amount: 3, payment_method: { type: 'CASH' } })
  const { lots } = (await me.call('GET', `wallets/${me.wallet}?include_lots=true`)).body
  expect(lots).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        remaining: 5,
        purchase_id: bought.id,
        reference_number: 'R-50',
        performed_by: { id: shop.venue, name: 'Corner, Main St' },
        date: bought.date,
        offer: { id: expect.any(String), name: 'Ten per cent' },
      }),
      expect.objectContaining({ remaining: 3, purchase_id: null, performed_by: null, date: null }),
    ]),
  )
})

test('what moved is listed by its kind', async () => {
  await shop.buy({ contact: 'ANNA', total: '50.00' })
  await shop.buy({ contact: 'ANNA', total: '10.00', spend: 2 })
  const typesOf = async (query: string) =>
    (await me.call('GET', `wallets/${me.wallet}/transactions?${query}`)).body.content.map(
      ({ transaction_type }: { transaction_type: string }) => transaction_type,
    )
  expect(await typesOf('transaction_type=SPEND')).toEqual(['SPEND'])
  expect(await typesOf('transaction_type=AWARD')).toEqual(['AWARD', 'AWARD'])
  expect(await typesOf('transaction_type=PAYOUT')).toEqual([])
  expect(await typesOf('transaction_type=SOMETHING_ELSE')).toEqual([])
})

describe('what one is told', () => {
  const inbox = async (by: Shopper) =>
    (await by.call('GET', `contacts/${by.id}/communications?channel=INAPP&order=ASC`)).body.content
  const unread = async (by: Shopper) =>
    (await inbox(by)).filter(({ is_viewed }: { is_viewed: boolean }) => !is_viewed).length
  const markAll = (by: Shopper, of: Shopper, body: object) =>
    by.call('PUT', `contacts/${of.id}/communications/actions`, body)

  test('is marked as read in one call, up to what was there to be seen, and nobody else’s', async () => {
    for (const contact of ['ANNA', 'ANNA', 'BEN']) await shop.buy({ contact, total: '10.00' })
    await server.notify()
    const seen = server.clock.now
    server.clock.now = new Date(seen.getTime() + 60_000)
    await shop.buy({ contact: 'ANNA', total: '10.00' })
    await server.notify()
    const until = Math.floor(seen.getTime() / 1_000)
    expect((await markAll(me, me, { viewed: true, until })).body).toEqual({ marked: 2 })
    expect([await unread(me), await unread(ben)]).toEqual([1, 1])
    expect((await markAll(ben, me, { viewed: true })).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    expect((await markAll(me, me, { viewed: true })).body).toEqual({ marked: 1 })
    expect((await markAll(me, me, { viewed: true })).body).toEqual({ marked: 0 })
    expect((await inbox(me))[0].viewed_on).toBe((await inbox(me))[1].viewed_on)
    expect((await markAll(me, me, { viewed: false })).status).toBe(400)
  })

  test('comes by no way that one switched off for its kind, as one’s own wish alone', async () => {
    const path = (of: Shopper) => `contacts/${of.id}/communication_preferences`
    const changed = await me.call('PUT', path(me), { channels: { AWARD: [], SPEND: ['EMAIL'] } })
    expect(changed.body.channels).toMatchObject({ AWARD: [], SPEND: ['EMAIL'], RETURN: ['EMAIL', 'DEVICE'] })
    for (const contact of ['ANNA', 'BEN']) await shop.buy({ contact, total: '10.00' })
    await server.notify()
    const ways = async (by: Shopper) =>
      (await by.call('GET', `contacts/${by.id}/communications`)).body.content
        .map(({ name, channel }: { name: string; channel: string }) => `${name} ${channel}`)
        .toSorted()
    // The code that signed them in was asked for, and is no kind to be switched off.
    expect(await ways(me)).toEqual(['AWARD INAPP', 'ONE_TIME_CODE EMAIL'])
    expect(await ways(ben)).toEqual(['AWARD EMAIL', 'AWARD INAPP', 'ONE_TIME_CODE EMAIL'])
  })
})

test('hours of one’s own in which no message comes are kept for oneself', async () => {
  const path = `contacts/${me.id}/communication_preferences`
  const quiet_hours = { start_time: '21:30', end_time: '07:00' }
  const changed = await me.call('PUT', path, { quiet_hours, time_zone: 'Europe/Nicosia' })
  expect(changed.body).toMatchObject({ quiet_hours, time_zone: 'Europe/Nicosia' })
  expect((await me.call('GET', path)).body).toMatchObject({ quiet_hours })
  expect((await ben.call('GET', `contacts/${ben.id}/communication_preferences`)).body.quiet_hours).toBeNull()
  expect((await ben.call('PUT', path, { quiet_hours: null })).body.error).toBe(
    'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
  )
})
