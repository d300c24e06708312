import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe('a purchase of a known contact', () => {
  test('is awarded, told to the cashier, and the award is in the wallet at once', async () => {
    const contact = await shop.shopper()
    const { status, body } = await shop.buy({ contact, total: '12.35' })
    expect(status).toBe(200)
    expect(body.rewards).toEqual({ award: 1.24, redeem: 0, spend: 0 })
    expect(body.wallet).toEqual({ total: 1.24, open: 0, commerce: 1.24 })
    expect(body.amount_due).toBe(12.35)
    expect(body.say).toBe('12.35 EUR to pay, 1.24 EUR earned.')
    expect(await shop.balance(contact)).toBe(1.24)
  })

  test('carries the codes of the guide for its receipt', async () => {
    const { body } = await shop.buy({ contact: await shop.shopper(), total: 3.5, reference: 'REC;7' })
    expect(body.receipt.qr).toBe('REC;7;M1;V1;350')
    expect(body.receipt.barcode).toBe('M1;REC;7;350;V1')
  })

  test('is found by id, reference number and code', async () => {
    const { body } = await shop.buy({ contact: await shop.shopper(), reference: 'FIND-ME' })
    for (const name of [body.id, 'FIND-ME', body.code]) {
      expect((await shop.call('GET', `purchases/${name}`)).body.id).toBe(body.id)
    }
    expect((await shop.call('GET', 'purchases?reference_number=FIND-ME')).body.content).toHaveLength(1)
  })

  test('teaches products, families and classifications that nobody has entered', async () => {
    const products = [{ sku: 'TEA', name: 'Tea', product_family: { name: 'Drinks' }, total_amount: 4 }]
    const { body } = await shop.buy({
      contact: await shop.shopper(),
      total: 4,
      products,
      classification: { name: 'Dine in' },
    })
    expect((await shop.call('GET', 'products/TEA')).body).toMatchObject({
      name: 'Tea',
      family: { code: 'Drinks' },
      source: 'PURCHASE',
    })
    expect((await shop.call('GET', `purchases/${body.id}`)).body.classification.name).toBe('Dine in')
  })
})

describe('spending on request', () => {
  test('with front-end reduction is taken off what is paid and earns nothing itself', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 50 })
    const { body } = await shop.buy({ contact, total: 20, spend: 5 })
    expect(body.rewards).toEqual({ award: 1.5, redeem: 0, spend: 5 })
    expect(body.amount_due).toBe(15)
    expect(body.payout).toBeNull()
    expect(body.say).toBe('5.00 EUR off with rewards, 15.00 EUR to pay, 1.50 EUR earned.')
  })

  test('with back-end reduction is paid out afterwards: all is paid and all earns', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 50 })
    const { body } = await shop.buy({ contact, total: 20, spend: 5, reduction_method: 'BACK_END' })
    expect(body.rewards).toEqual({ award: 2, redeem: 0, spend: 5 })
    expect(body.amount_due).toBe(20)
    expect(body.payout.state).toBe('PENDING')
  })

  test('takes of what was asked as much as there is', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 10 })
    const { body } = await shop.buy({ contact, total: 20, spend: 5 })
    expect(body.rewards.spend).toBe(1)
  })

  test('refuses when nothing can be spent, saying what was asked and what is there', async () => {
    const { status, body } = await shop.buy({ contact: await shop.shopper(), spend: 5 })
    expect(status).toBe(400)
    expect(body.error).toBe('CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION')
    expect(body.parameters).toEqual(['5.00 EUR', '0.00 EUR'])
  })

  test('refuses a part where the whole was demanded, and moves nothing', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 10 })
    const request = { amount: 5, restrict_fully_covered: true }
    const { status, body } = await shop.buy({
      contact,
      total: 20,
      spend_request: request,
      reference: 'WHOLE',
    })
    expect([status, body.error]).toEqual([400, 'COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTFULLYCOVEREDEXCEPTION'])
    expect(await shop.balance(contact)).toBe(1)
    expect((await shop.call('GET', 'purchases/WHOLE')).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
  })

  test('money that is bound to products pays only for them', async () => {
    const bound = await openShop(server)
    await bound.call('POST', 'commerce_pools', {
      name: 'Buns',
      code: 'BUNS',
      products: [{ type: 'SKU', code: 'BUN' }],
    })
    await bound.offer({ ...tenPercent, commerce_pool: { code: 'BUNS' } })
    const contact = await bound.shopper()
    await bound.buy({ contact, total: 100 })
    const products = [
      { sku: 'BUN', total_amount: 2 },
      { sku: 'TEA', total_amount: 3 },
    ]
    const { body } = await bound.buy({ contact, total: 5, products, spend: 5 })
    expect(body.rewards.spend).toBe(2)
    expect(body.spends[0].products).toEqual([{ line: 1, sku: 'BUN', amount: 2 }])
  })

  test('money past its expiry is neither shown nor spent, before any job has posted it', async () => {
    const brief = await openShop(server)
    await brief.offer({ ...tenPercent, expires_after: { count: 1, unit: 'DAYS' } })
    const contact = await brief.shopper()
    await brief.buy({ contact, total: 100 })
    expect(await brief.balance(contact)).toBe(10)
    const now = server.clock.now
    server.clock.now = new Date(now.getTime() + 25 * 3_600_000)
    try {
      expect(await brief.balance(contact)).toBe(0)
      expect((await brief.buy({ contact, spend: 5 })).status).toBe(400)
    } finally {
      server.clock.now = now
    }
  })
})

describe('a purchase without a contact', () => {
  test('is stored unclaimed: nothing is awarded', async () => {
    const { body } = await shop.buy({ total: 10 })
    expect(body.rewards.award).toBe(0)
    expect(body.wallet).toBeNull()
    expect(body.say).toBe('10.00 EUR to pay, scan the receipt code to earn.')
  })

  test('cannot spend', async () => {
    const { status, body } = await shop.buy({ spend: 1 })
    expect([status, body.field_errors[0].path]).toEqual([400, 'spend_request'])
  })
})

describe('a quote', () => {
  test('gives the same figures as the purchase and keeps nothing', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 50 })
    const wanted = { contact, total: 20, spend: 3, reference: 'QUOTE' }
    const quote = await shop.buy(wanted, '?simulate=true')
    expect(await shop.balance(contact)).toBe(5)
    const real = await shop.buy(wanted)
    const figures = ({ rewards, amount_due, wallet, say }: typeof real.body) => ({
      rewards,
      amount_due,
      wallet,
      say,
    })
    expect(figures(quote.body)).toEqual(figures(real.body))
  })
})

describe('the same request again', () => {
  test('with the same reference number is answered byte for byte and moves nothing', async () => {
    const contact = await shop.shopper()
    const wanted = { contact, total: 30, reference: 'AGAIN', products: [{ sku: 'TEA', total_amount: 30 }] }
    const first = await shop.buy(wanted)
    await shop.buy({ contact, total: 10 })
    const second = await shop.buy(wanted)
    expect(second.text).toBe(first.text)
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(await shop.balance(contact)).toBe(4)
  })

  test('is answered as before even when the merchant would take no purchase of that date any more', async () => {
    const date = Math.floor(server.clock.now.getTime() / 1_000)
    const contact = await shop.shopper()
    const first = await shop.buy({ contact, reference: 'LATE-RETRY', date })
    const { now } = server.clock
    server.clock.now = new Date(now.getTime() + 30 * 86_400_000)
    const again = await shop.buy({ contact, reference: 'LATE-RETRY', date })
    const other = await shop.buy({ contact, reference: 'LATE-NEW', date })
    server.clock.now = now
    expect([again.status, again.text]).toEqual([200, first.text])
    expect([other.status, other.body.field_errors[0].path]).toEqual([400, 'date'])
  })

  test('with other content is refused, naming the fields that differ', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 30, reference: 'OTHER' })
    const { status, body } = await shop.buy({
      contact,
      total: 31,
      reference: 'OTHER',
      reduction_method: 'BACK_END',
    })
    expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'])
    expect(body.field_errors.map(({ path }: { path: string }) => path)).toEqual([
      'transaction_amounts.total',
      'reduction_method',
      'products',
    ])
  })

  test('under one idempotency key is answered byte for byte; another body under it is refused', async () => {
    const contact = await shop.shopper()
    const body = {
      contact: { code: contact },
      organisation: { id: shop.venue },
      transaction_amounts: { total: 10 },
    }
    const key = { 'idempotency-key': `key-${contact}` }
    const first = await shop.call('POST', 'purchases', body, key)
    expect((await shop.call('POST', 'purchases', body, key)).text).toBe(first.text)
    const other = await shop.call('POST', 'purchases', { ...body, transaction_amounts: { total: 11 } }, key)
    expect([other.status, other.body.error]).toEqual([400, 'CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION'])
    expect(await shop.balance(contact)).toBe(1)
  })
})

describe('one request in three writings', () => {
  test('JSON, form and the flat body of version 1 have the same effect', async () => {
    const figures = ({ body }: { body: Record<string, unknown> }) => ({
      rewards: body.rewards,
      say: body.say,
      wallet: body.wallet,
    })
    const [json, form, flat] = [await shop.shopper(), await shop.shopper(), await shop.shopper()]
    const ofContact = async (code: string) => (await shop.call('GET', `contacts/${code}`)).body.id
    const products = [{ sku: 'TEA', quantity: 2, total_amount: 7.5 }]
    const first = await shop.buy({ contact: json, total: 7.5, products })
    const fields = new URLSearchParams({
      reference_number: 'FORM',
      'contact[code]': form,
      'organisation[venue_tap][code]': 'V1',
      'transaction_amounts.total': '7.50',
      'products[0][sku]': 'TEA',
      'products[0][quantity]': '2',
      'products[0][total_amount]': '7.50',
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const second = await shop.call('POST', 'purchases', fields.toString(), headers)
    const third = await shop.call('POST', '/backoffice/v1/purchases', {
      reference_number: 'FLAT',
      contact_id: await ofContact(flat),
      organisation_id: shop.venue,
      total_amount: 7.5,
      products,
    })
    expect(figures(second)).toEqual(figures(first))
    expect(figures(third)).toEqual(figures(first))
  })
})

test('the books hold after all of it', async () => {
  expect(await shop.verify()).toEqual([])
})

describe('the line that the cashier says', () => {
  async function speaking(at: Shop, language_code: string): Promise<string> {
    const contact = await at.shopper()
    expect((await at.call('PUT', `contacts/${contact}`, { language_code })).status).toBe(200)
    return contact
  }

  test("is in the contact's language: what is paid, what is off, what was earned, and what comes back", async () => {
    const contact = await speaking(shop, 'el')
    const first = await shop.buy({ contact, total: '50.00', reference: 'IN-GREEK' })
    expect(first.body.say).toBe('50,00 EUR για πληρωμή, κερδίσατε 5,00 EUR.')
    const off = await shop.buy({ contact, total: 20, spend: 2 })
    expect(off.body.say).toBe(
      '2,00 EUR έκπτωση από επιβραβεύσεις, 18,00 EUR για πληρωμή, κερδίσατε 1,80 EUR.',
    )
    const out = await shop.buy({ contact, total: 20, spend: 3, reduction_method: 'BACK_END' })
    expect(out.body.say).toBe('20,00 EUR για πληρωμή, 3,00 EUR θα σας καταβληθούν, κερδίσατε 2,00 EUR.')
    const back = await shop.call('POST', `purchases/${off.body.id}/returns`, { return_amount: 20 })
    expect(back.body.say).toBe(
      '18,00 EUR για επιστροφή, 2,00 EUR πίσω στο πορτοφόλι, 1,80 EUR επιβραβεύσεις αφαιρέθηκαν.',
    )
  })

  test('of a purchase that is sent again is the same, whatever the contact speaks by then', async () => {
    const contact = await speaking(shop, 'el')
    const sold = { contact, total: '7.00', reference: 'SPOKEN-ONCE' }
    const first = await shop.buy(sold)
    await shop.call('PUT', `contacts/${contact}`, { language_code: 'en' })
    expect(first.body.say).toBe('7,00 EUR για πληρωμή, κερδίσατε 0,70 EUR.')
    expect((await shop.buy(sold)).text).toBe(first.text)
    expect((await shop.buy({ contact, total: '7.00' })).body.say).toBe('7.00 EUR to pay, 0.70 EUR earned.')
  })

  test('is in English for a language in which nobody wrote it, and for a purchase that is nobody’s', async () => {
    const contact = await speaking(shop, 'de')
    expect((await shop.buy({ contact })).body.say).toBe('10.00 EUR to pay, 1.00 EUR earned.')
    expect((await shop.buy({})).body.say).toBe('10.00 EUR to pay, scan the receipt code to earn.')
  })

  test('tells in that language what a little more would bring, by amount and by pieces', async () => {
    const own = await openShop(server)
    const contact = await speaking(own, 'el')
    await own.offer({
      award: { kind: 'PERCENTAGE', rate: 10 },
      conditions: [{ kind: 'AMOUNT', minimum: 10 }],
    })
    const money = await own.buy({ contact, total: '8.60' }, '?simulate=true')
    expect(money.body.say).toBe('8,60 EUR για πληρωμή. Με 1,40 EUR ακόμη κερδίζετε 1,00 EUR.')
    await own.offer({
      award: { kind: 'FIXED', amount: 2 },
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'BUN' }], minimum_quantity: 3 }],
    })
    const products = [{ sku: 'BUN', quantity: 2, total_amount: 3 }]
    const pieces = await own.buy({ contact, total: 3, products }, '?simulate=true')
    expect(pieces.body.say).toBe('3,00 EUR για πληρωμή. Με 1 τεμάχιο ακόμη κερδίζετε 2,00 EUR.')
  })
})
