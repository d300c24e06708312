import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.offer(tenPercent)
})
afterAll(() => server.stop())

const read = (id: string, headers = {}) => shop.call('GET', `returns/${id}`, undefined, headers)

test('a return is read by its id with what it took, whether its purchase is known or not', async () => {
  const contact = await shop.shopper()
  const { id } = (await shop.buy({ contact, total: '20.00' })).body
  const known = (await shop.call('POST', `purchases/${id}/returns`, { return_amount: 5 })).body
  expect((await read(known.id)).body).toMatchObject({
    type: 'RETURN',
    purchase: { id },
    organisation: { id: shop.venue },
    return_amount: 5,
    amount: 0.5,
    purchases: [{ id, return_amount: 5, amount: 0.5 }],
  })
  const adHoc = await shop.call('POST', 'purchases/ad_hoc_return', {
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    return_amount: 30,
  })
  expect((await read(adHoc.body.id)).body).toMatchObject({
    type: 'AD_HOC_RETURN',
    purchase: null,
    return_amount: 30,
    unmatched_amount: 15,
  })
})

test('an ad hoc return that found no purchase is read with nothing taken', async () => {
  const contact = await shop.shopper()
  const { body: made } = await shop.call('POST', 'purchases/ad_hoc_return', {
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    return_amount: 30,
  })
  const { status, body } = await shop.call('GET', `returns/${made.id}`)
  expect([status, body.unmatched_amount, body.amount, body.purchases]).toEqual([200, 30, 0, []])
})

test('a return of elsewhere is not found: neither for a key of another venue nor for another business', async () => {
  const { id } = (await shop.buy({ contact: await shop.shopper() })).body
  const made = (await shop.call('POST', `purchases/${id}/returns`, { return_amount: 1 })).body
  const other = await shop.call('POST', 'organisations', {
    type: 'VENUE',
    name: 'Other',
    code: 'OTHER',
    parent: { id: shop.merchant },
  })
  const keyOf = async (organisation: string) =>
    (
      await shop.call('POST', 'api_keys', {
        name: 'till',
        scopes: ['purchases:read'],
        organisation: { id: organisation },
      })
    ).body.key
  expect((await read(made.id, { api_key: await keyOf(other.body.id) })).body.parameters).toEqual([
    'return',
    made.id,
  ])
  expect((await read(made.id, { api_key: await keyOf(shop.venue) })).status).toBe(200)
  const stranger = await openShop(server)
  expect((await stranger.call('GET', `returns/${made.id}`)).status).toBe(400)
})
