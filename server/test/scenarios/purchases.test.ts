import { expect } from 'vitest'
import { tenPercent } from '../shop.ts'
import { stories } from './story.ts'

const story = stories()

const place = { merchant_tap: { code: 'M1' }, venue_tap: { code: 'V1' } }
const coffee = {
  sku: 'ESP-1',
  name: 'Espresso',
  quantity: 2,
  net_amount: 10,
  tax_amount: 1.9,
  total_amount: 11.9,
}

story('back-end purchase: paid in full, awarded, the spend is paid out', async ({ shop, till }) => {
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 100 })

  const { status, body } = await till.call('POST', 'purchases', {
    reference_number: 'BE-1',
    contact: { id: contact },
    organisation: place,
    transaction_amounts: { net: 10, tax: 1.9, total: 11.9 },
    products: [coffee],
    reduction_method: 'BACK_END',
    spend_request: { amount: 4 },
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    reference_number: 'BE-1',
    state: 'POSTED',
    reduction_method: 'BACK_END',
    rewards: { award: 1.19, spend: 4 },
    amount_due: 11.9,
    payout: { state: 'PENDING' },
  })
})
