import { expect } from 'vitest'
import { type Shop, tenPercent } from '../shop.ts'
import { type Scene, stories } from './story.ts'

// What a till takes back: voids by every name of a purchase, returns by line and by amount, ad hoc returns.

const story = stories()
const place = { venue_tap: { code: 'V1' } }
const amounts = { transaction_amounts: { total: 20 } }

async function sold({ shop, till }: Scene, contact: string, body: object = {}) {
  const purchase = { contact: { code: contact }, organisation: place, ...amounts, ...body }
  const answer = await till.call('POST', 'purchases', { reference_number: 'R-1', ...purchase })
  if (answer.status !== 200) throw new Error(answer.text)
  await shop.verify()
  return answer.body
}

async function shopper(shop: Shop): Promise<string> {
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 100, reference: 'BEFORE' })
  return contact
}

for (const name of ['id', 'reference_number', 'code'] as const) {
  story(`void by ${name}: awards and spends are as before, and again changes nothing`, async (scene) => {
    const { shop, till } = scene
    const contact = await shopper(shop)
    const purchase = await sold(scene, contact, { spend_request: { amount: 4 } })
    expect(await shop.balance(contact)).toBe(10 - 4 + 1.6)

    const { status, body } = await till.call('POST', `purchases/${purchase[name]}/cancel`, {})
    expect([status, body]).toMatchObject([
      200,
      { id: purchase.id, state: 'CANCELLED', award_reversed: 1.6, spend_returned: 4, debt: 0 },
    ])
    expect(await shop.balance(contact)).toBe(10)
    expect((await till.call('POST', `purchases/${purchase[name]}/cancel`, {})).body.id).toBe(purchase.id)
    expect(await shop.balance(contact)).toBe(10)
    expect((await till.call('GET', `purchases/${purchase[name]}`)).body.state).toBe('CANCELLED')
  })
}

story('void of what was awarded and spent meanwhile: the rest is owed', async (scene) => {
  const { shop, till } = scene
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  await sold(scene, contact)
  await sold(scene, contact, { reference_number: 'R-2', spend_request: { amount: 2 } })
  const { status, body } = await till.call('POST', 'purchases/R-1/cancel', {})
  expect([status, body.debt]).toEqual([200, 2])
})

story('void of an unknown purchase waits for it', async (scene) => {
  const { shop, till } = scene
  const contact = await shopper(shop)
  const early = await till.call('POST', 'purchases/R-1/cancel', {})
  expect([early.status, early.body.state]).toEqual([200, 'AWAITING_PURCHASE'])
  expect(await sold(scene, contact)).toMatchObject({ state: 'CANCELLED', rewards: { award: 0 } })
  expect(await shop.balance(contact)).toBe(10)
})

story('ad hoc return: the newest purchases give back in proportion', async (scene) => {
  const { shop, till } = scene
  const contact = await shopper(shop)
  const purchase = await sold(scene, contact, { spend_request: { amount: 4 } })
  const returned = { reference_number: 'RET-1', contact: { code: contact }, organisation: place }
  const { status, body } = await till.call('POST', 'purchases/ad_hoc_return', {
    ...returned,
    return_amount: 10,
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    reference_number: 'RET-1',
    return_amount: 10,
    amount: 0.8,
    return_spent_amount: 2,
    unmatched_amount: 0,
    purchases: [{ id: purchase.id, return_amount: 10 }],
  })
  const again = await till.call('POST', 'purchases/ad_hoc_return', { ...returned, return_amount: 10 })
  expect(again.text).toBe(
    (await till.call('POST', 'purchases/ad_hoc_return', { ...returned, return_amount: 10 })).text,
  )
  expect(again.body.id).toBe(body.id)
  expect((await till.call('GET', 'purchases/R-1')).body.returned.total).toBe(10)
})

story('ad hoc return by the total of the goods, more than was ever bought', async (scene) => {
  const { shop, till } = scene
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  await sold(scene, contact)
  const returned = { contact: { code: contact }, organisation: place, transaction_amounts: { total: 25 } }
  const { body } = await till.call('POST', 'purchases/ad_hoc_return', {
    reference_number: 'RET-1',
    ...returned,
  })
  expect(body).toMatchObject({ return_amount: 25, amount: 2, unmatched_amount: 5 })
  expect(await shop.balance(contact)).toBe(0)
})

story('return by line and piece: exactly the shares of what came back', async (scene) => {
  const { shop, till } = scene
  const contact = await shopper(shop)
  const products = [
    { sku: 'TEA', quantity: 2, total_amount: 8 },
    { sku: 'BUN', quantity: 3, total_amount: 12 },
  ]
  await sold(scene, contact, { products })
  const one = { reference_number: 'RET-1', products: [{ sku: 'BUN', quantity: 1 }] }
  const first = await till.call('POST', 'purchases/R-1/returns', one)
  expect([first.status, first.body]).toMatchObject([
    200,
    { state: 'APPLIED', return_amount: 4, amount: 0.4, left: 16, refund: { cash: 4 } },
  ])
  const rest = await till.call('POST', 'purchases/R-1/returns', {
    reference_number: 'RET-2',
    products: [{ line: 1 }, { line: 2 }],
  })
  expect(rest.body).toMatchObject({ return_amount: 16, amount: 1.6, left: 0 })
  expect(await shop.balance(contact)).toBe(10)
  expect((await till.call('GET', 'purchases/R-1/returns')).body.content).toHaveLength(2)
})

story('return by amount', async (scene) => {
  const { shop, till } = scene
  const contact = await shopper(shop)
  await sold(scene, contact)
  const { body } = await till.call('POST', 'purchases/R-1/returns', {
    reference_number: 'RET-1',
    return_amount: 5,
  })
  expect(body).toMatchObject({ return_amount: 5, amount: 0.5, left: 15 })
})

story('a till lists what it sold on a day, of one contact', async (scene) => {
  const { shop, till, server } = scene
  const contact = await shopper(shop)
  const from = Math.floor(server.clock.now.getTime() / 1000)
  await sold(scene, contact)
  const query = `contact_id=${contact}&date[gte]=${from}&date[lte]=${from + 60}&size=1&include_total=true`
  const { status, body } = await till.call('GET', `purchases?${query}`)
  expect([status, body.paging]).toEqual([200, { page: 1, size: 1, total: 2, has_more: true }])
  expect(
    (await till.call('GET', `purchases?contact_id=${contact}&date[lte]=${from - 1}`)).body.content,
  ).toEqual([])
})
