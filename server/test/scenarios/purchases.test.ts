import { expect } from 'vitest'
import type { Answer } from '../harness.ts'
import { type Shop, tenPercent } from '../shop.ts'
import { stories } from './story.ts'

// The flows of the guide in which a till sells something.

const story = stories()

const place = { merchant_tap: { code: 'M1' }, venue_tap: { code: 'V1' } }
const coffee = {
  sku: 'ESP-1',
  name: 'Espresso',
  product_family: { name: 'Coffee' },
  quantity: 2,
  net_amount: 10,
  tax_amount: 1.9,
  total_amount: 11.9,
}
const coffees = { transaction_amounts: { net: 10, tax: 1.9, total: 11.9 }, products: [coffee] }

/** A shopper with ten euros in the wallet, at a shop that gives ten per cent. */
async function withTenEuros(shop: Shop): Promise<string> {
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 100, reference: 'BEFORE' })
  return contact
}

function ok({ status, body, text }: Answer) {
  if (status !== 200) throw new Error(`refused: ${status} ${text}`)
  return body
}

story('back-end purchase: paid in full and awarded on all of it, the spend is paid out', async (scene) => {
  const { shop, till } = scene
  const contact = await withTenEuros(shop)
  const purchase = {
    contact: { code: contact },
    organisation: place,
    ...coffees,
    reduction_method: 'BACK_END',
  }

  const plain = ok(await till.call('POST', 'purchases', { reference_number: 'BE-1', ...purchase }))
  expect(plain).toMatchObject({
    reference_number: 'BE-1',
    state: 'POSTED',
    rewards: { award: 1.19, spend: 0 },
    amount_due: 11.9,
    payout: null,
  })
  const spending = { reference_number: 'BE-2', ...purchase, spend_request: { amount: 4 } }
  const spent = ok(await till.call('POST', 'purchases', spending))
  expect(spent).toMatchObject({
    reduction_method: 'BACK_END',
    rewards: { award: 1.19, spend: 4 },
    amount_due: 11.9,
    payout: { state: 'PENDING' },
  })
  expect(await shop.balance(contact)).toBe(8.38)
})

story('the merchant decides how spends reduce, and a purchase may say otherwise', async ({ shop, till }) => {
  const contact = await withTenEuros(shop)
  await shop.call('PUT', `organisations/${shop.merchant}`, { settings: { reduction_method: 'BACK_END' } })
  const purchase = {
    contact: { code: contact },
    organisation: place,
    ...coffees,
    spend_request: { amount: 1 },
  }
  const asTheMerchant = ok(await till.call('POST', 'purchases', { reference_number: 'M-1', ...purchase }))
  expect(asTheMerchant).toMatchObject({ reduction_method: 'BACK_END', amount_due: 11.9 })
  const own = { reference_number: 'M-2', ...purchase, reduction_method: 'FRONT_END' }
  expect(ok(await till.call('POST', 'purchases', own))).toMatchObject({
    reduction_method: 'FRONT_END',
    amount_due: 10.9,
    payout: null,
  })
})

story('a contact who prefers it spends automatically on a back-end purchase', async ({ shop, till }) => {
  const contact = await withTenEuros(shop)
  const settings = { reduction_method: 'BACK_END', allows_automatic_spend: true }
  await shop.call('PUT', `organisations/${shop.merchant}`, { settings })
  await shop.call('PUT', `contacts/${contact}/spend_preferences`, { enable_automatic_spend: true })
  const purchase = { reference_number: 'A-1', contact: { code: contact }, organisation: place, ...coffees }
  expect(ok(await till.call('POST', 'purchases', purchase))).toMatchObject({
    rewards: { award: 1.19, spend: 10 },
    spends: [{ amount: 10, method: 'AUTO_SPEND' }],
    amount_due: 11.9,
    payout: { state: 'PENDING' },
  })
})

for (const [reduction, due] of [
  ['BACK_END', 11.9],
  ['FRONT_END', 8.9],
] as const) {
  story(`purchase with an OTP spend request, ${reduction}`, async ({ shop, till, speaker }) => {
    const contact = await withTenEuros(shop)
    const app = await speaker(['tokens:write', 'tokens:read'])
    const asked = { intent: 'SPEND', spend_amount: 3 }
    const token = ok(await app.call('POST', `contacts/${contact}/tokens`, asked))
    const purchase = {
      contact: { otp: token.value },
      organisation: place,
      ...coffees,
      reduction_method: reduction,
      spend_request: { amount: 3, restrict_fully_covered: true },
    }
    const spent = ok(await till.call('POST', 'purchases', { reference_number: 'OTP-1', ...purchase }))
    expect(spent).toMatchObject({ rewards: { spend: 3 }, amount_due: due, spends: [{ method: 'OTP' }] })
    expect(spent.payout?.state).toBe(reduction === 'BACK_END' ? 'PENDING' : undefined)

    const again = await till.call('POST', 'purchases', { reference_number: 'OTP-2', ...purchase })
    expect([again.status, again.body.error]).toEqual([400, 'CRM.EXCEPTIONS.TOKENALREADYUSEDEXCEPTION'])
  })
}

story(
  'an OTP without an amount, by its 16 digits, spends as much as possible',
  async ({ shop, till, speaker }) => {
    const contact = await withTenEuros(shop)
    const app = await speaker(['tokens:write'])
    const token = ok(await app.call('POST', `contacts/${contact}/tokens`, { intent: 'SPEND' }))
    const purchase = { organisation: place, ...coffees, reference_number: 'OTP-1' }
    const spent = ok(
      await till.call('POST', 'purchases', { ...purchase, contact: { otp: token.alternative_token } }),
    )
    expect(spent).toMatchObject({ rewards: { spend: 10 }, amount_due: 1.9 })
  },
)

story('an OTP that nobody was given finds nobody', async ({ shop, till }) => {
  await withTenEuros(shop)
  const purchase = { reference_number: 'OTP-1', contact: { otp: '000000' }, organisation: place, ...coffees }
  const { status, body } = await till.call('POST', 'purchases', purchase)
  expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
})

story('quote: the same answer as the purchase, and nothing is kept', async ({ shop, till }) => {
  const contact = await withTenEuros(shop)
  const purchase = {
    contact: { code: contact },
    organisation: place,
    ...coffees,
    spend_request: { amount: 3 },
  }
  const quote = ok(
    await till.call('POST', 'purchases?simulate=true', { reference_number: 'Q-1', ...purchase }),
  )
  expect(await shop.balance(contact)).toBe(10)
  expect(ok(await till.call('GET', 'purchases?reference_number=Q-1')).content).toEqual([])
  const bought = ok(await till.call('POST', 'purchases', { reference_number: 'Q-1', ...purchase }))
  expect(bought).toMatchObject({ rewards: quote.rewards, amount_due: quote.amount_due, say: quote.say })
})

story('what became of my request: never seen, or the answer it would have got', async ({ shop, till }) => {
  const contact = await withTenEuros(shop)
  const purchase = { reference_number: 'T-1', contact: { code: contact }, organisation: place, ...coffees }
  expect(ok(await till.call('GET', 'purchases?reference_number=T-1')).content).toEqual([])
  const first = await till.call('POST', 'purchases', purchase)
  const [found] = ok(await till.call('GET', 'purchases?reference_number=T-1')).content
  expect(found).toMatchObject({
    id: first.body.id,
    state: 'POSTED',
    rewards: first.body.rewards,
    amount_due: first.body.amount_due,
    transaction_amounts: first.body.transaction_amounts,
  })
  expect((await till.call('POST', 'purchases', purchase)).text).toBe(first.text)
  expect(await shop.balance(contact)).toBe(11.19)

  const other = { ...purchase, products: [], transaction_amounts: { total: 5 } }
  const refused = await till.call('POST', 'purchases', other)
  expect([refused.status, refused.body.error]).toEqual([400, 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'])
})

story('a purchase without a contact is stored unclaimed and may spend nothing', async ({ shop, till }) => {
  await shop.offer(tenPercent)
  const purchase = { organisation: place, ...coffees }
  const kept = ok(await till.call('POST', 'purchases', { reference_number: 'U-1', ...purchase }))
  expect(kept).toMatchObject({ state: 'POSTED', rewards: { award: 0, spend: 0 }, wallet: null })
  expect(kept.receipt).toMatchObject({ qr: 'U-1;M1;V1;1190', barcode: 'M1;U-1;1190;V1' })
  const spending = { reference_number: 'U-2', ...purchase, spend_request: { amount: 1 } }
  const { status, body } = await till.call('POST', 'purchases', spending)
  expect([status, body.field_errors[0].path]).toEqual([400, 'spend_request'])
})

story('unknown products, families and classifications of a purchase are created', async ({ shop, till }) => {
  const purchase = {
    reference_number: 'N-1',
    organisation: place,
    ...coffees,
    classification: { name: 'Dine in' },
  }
  ok(await till.call('POST', 'purchases', purchase))
  expect((await shop.call('GET', 'products/ESP-1')).body).toMatchObject({
    name: 'Espresso',
    family: { code: 'Coffee' },
    source: 'PURCHASE',
  })
  expect(ok(await till.call('GET', 'purchases/N-1')).classification.name).toBe('Dine in')
})

story('cashback pays where, when and for what its pool allows, and for nothing else', async (scene) => {
  const { shop, till, server } = scene
  const parent = { id: shop.merchant }
  const harbour = {
    type: 'VENUE',
    name: 'Harbour',
    code: 'HARBOUR',
    parent,
    taps: [{ code: 'V2', name: 'h' }],
  }
  ok(await shop.call('POST', 'organisations', harbour))
  const pools = {
    PLACE: { organisations: [{ code: 'MAIN' }] },
    // Mondays; it is one, and 14:00.
    HOURS: { timings: [{ days: [2], start_time: '08:00', end_time: '15:00' }] },
    GOODS: { products: [{ type: 'FAMILY', code: 'Coffee' }] },
  }
  for (const [code, pool] of Object.entries(pools)) {
    ok(await shop.call('POST', 'commerce_pools', { code, name: code, ...pool }))
    await shop.offer({
      award: { kind: 'FIXED', amount: 2 },
      conditions: [{ kind: 'AMOUNT', minimum: 100 }],
      commerce_pool: { code },
      on_top: true,
    })
  }
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 100, reference: 'BEFORE' })
  const tea = { sku: 'TEA', name: 'Tea', quantity: 1, total_amount: 11.9 }
  const spends = async (venue: string, line: object, query = '?simulate=true') => {
    const bought = await till.call('POST', `purchases${query}`, {
      reference_number: 'POOLS',
      contact: { code: contact },
      organisation: { venue_tap: { code: venue } },
      transaction_amounts: { total: 11.9 },
      products: [line],
      spend_request: { amount: 6 },
    })
    return ok(bought).rewards.spend
  }
  expect([await spends('V1', coffee), await spends('V1', tea)]).toEqual([6, 4])
  expect([await spends('V2', coffee), await spends('V2', tea)]).toEqual([4, 2])
  server.clock.now = new Date('2026-11-23T13:30:00Z')
  expect([await spends('V1', coffee), await spends('V2', tea)]).toEqual([4, 0])
  expect(await spends('V1', coffee, '')).toBe(4)
  expect(await shop.balance(contact)).toBe(2)
})
