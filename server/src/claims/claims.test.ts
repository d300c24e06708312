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

const DAY = 86_400_000

const claim = (contact: string, body: object, headers?: Record<string, string>) =>
  shop.call('POST', 'purchases/reclaim', { contact: { code: contact }, ...body }, headers)

describe('a purchase that the till sent without a contact', () => {
  test('is awarded to whoever scans its QR code, and is theirs', async () => {
    const [bought, contact] = [await shop.buy({ total: '12.35', reference: 'QR-1' }), await shop.shopper()]
    expect(bought.body.rewards.award).toBe(0)
    const { status, body } = await claim(contact, { transaction_code: bought.body.receipt.qr })
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: bought.body.id, state: 'CLAIMED', award: 1.24, total: 12.35 })
    expect(body.say).toBe('1.24 EUR earned at Corner, Main St.')
    expect(await shop.balance(contact)).toBe(1.24)
    const { body: read } = await shop.call('GET', 'purchases/QR-1')
    expect(read).toMatchObject({ contact: { code: contact }, rewards: { award: 1.24, spend: 0 } })
  })

  test('is told of in the language of whoever claims it', async () => {
    const contact = await shop.shopper()
    await shop.call('PUT', `contacts/${contact}`, { language_code: 'el' })
    const said = async (receipt: object) => (await claim(contact, receipt)).body.say
    const [bought, tiny] = [await shop.buy({ total: '12.35' }), await shop.buy({ total: '0.04' })]
    expect(await said({ transaction_code: bought.body.receipt.qr })).toBe(
      'Κερδίσατε 1,24 EUR. Κατάστημα: Corner, Main St.',
    )
    expect(await said({ transaction_code: tiny.body.receipt.qr })).toBe(
      'Η απόδειξη καταχωρίστηκε· καμία προσφορά δεν δίνει κάτι γι’ αυτήν. Κατάστημα: Corner, Main St.',
    )
  })

  test('is claimed by its barcode as well', async () => {
    const [bought, contact] = [await shop.buy({ total: '20.00' }), await shop.shopper()]
    const { body } = await claim(contact, { transaction_code: bought.body.receipt.barcode })
    expect(body).toMatchObject({ id: bought.body.id, award: 2 })
  })

  test('is claimed field by field, as the wire has it', async () => {
    const contact = await shop.shopper()
    const { body: bought } = await shop.buy({ total: '20.00', reference: 'FIELDS;1' })
    const { body } = await claim(contact, {
      id: 'FIELDS;1',
      organisation: { merchant_tap: { code: 'M1' }, venue_tap: { code: 'V1' } },
      transaction_amounts: { net: null, tax: null, total: 20 },
      transaction_code: 'FIELDS;1',
      currency_code: 'EUR',
    })
    expect(body).toMatchObject({ id: bought.id, award: 2 })
  })

  test('is claimed by its signed code, however that is typed', async () => {
    const contact = await shop.shopper()
    const { body: bought } = await shop.buy({ total: '20.00' })
    const typed = bought.receipt.signed_code.toLowerCase().replaceAll('-', ' ')
    expect((await claim(contact, { transaction_code: typed })).body).toMatchObject({
      id: bought.id,
      award: 2,
    })
  })

  test('may have semicolons in its number', async () => {
    const contact = await shop.shopper()
    for (const reference of ['A;7', 'A;;', 'M1;1;100', '7;M1;V1']) {
      const { body: bought } = await shop.buy({ total: '5.00', reference })
      for (const transaction_code of [bought.receipt.qr, bought.receipt.barcode]) {
        const { body } = await claim(contact, { transaction_code })
        expect([bought.id, 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION']).toContain(body.id ?? body.error)
      }
      expect((await shop.call('GET', `purchases/${bought.id}`)).body.contact.code).toBe(contact)
    }
  })

  test('without a number is claimed by the code that stands in its place', async () => {
    const contact = await shop.shopper()
    const { body: bought } = await shop.call('POST', 'purchases', {
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total: 30 },
    })
    expect((await claim(contact, { transaction_code: bought.receipt.qr })).body.award).toBe(3)
  })

  test('is judged at its own time, however much later it is claimed', async () => {
    const own = await openShop(server)
    const noon = new Date(Math.floor(server.clock.now.getTime() / DAY) * DAY + DAY / 2)
    const bought = new Date(noon.getTime() - 3 * DAY)
    await own.offer({
      ...tenPercent,
      conditions: [{ kind: 'TIMINGS', timings: [{ days: [bought.getUTCDay() + 1] }] }],
    })
    const contact = await own.shopper()
    const awards = []
    for (const date of [bought, new Date(bought.getTime() + DAY)]) {
      const { body } = await own.buy({ total: 10, date: date.toISOString() })
      const { body: claimed } = await own.call('POST', 'purchases/reclaim', {
        contact: { code: contact },
        transaction_code: body.receipt.qr,
      })
      awards.push(claimed.award)
    }
    expect(awards).toEqual([1, 0])
    expect(await own.verify()).toEqual([])
  })

  test('never spends: neither what the wallet pays by itself nor a discount', async () => {
    const own = await openShop(server)
    await own.offer(tenPercent)
    await own.offer({ code: 'OFF', redeem_method: 'INSTANT', award: { kind: 'PERCENTAGE', rate: 50 } })
    await own.call('PUT', `organisations/${own.merchant}`, {
      settings: { allows_automatic_spend: true, automatic_spend: true },
    })
    const contact = await own.shopper()
    const claimOne = async () => {
      const { body } = await own.buy({ total: 100 })
      return own.call('POST', 'purchases/reclaim', {
        contact: { code: contact },
        transaction_code: body.receipt.qr,
      })
    }
    expect((await claimOne()).body.award).toBe(10)
    const { body } = await claimOne()
    expect(body.award).toBe(10)
    const { body: read } = await own.call('GET', `purchases/${body.id}`)
    expect(read.rewards).toEqual({ award: 10, redeem: 0, spend: 0 })
    const { body: explained } = await own.call('GET', `purchases/${body.id}/explain`)
    expect(explained.refused).toContainEqual(
      expect.objectContaining({ code: 'OFF', condition: 'PRICE_IS_OPEN', seen: 'claimed after it was paid' }),
    )
    expect(await own.balance(contact)).toBe(20)
    expect(await own.verify()).toEqual([])
  })

  test('fills limits, goals and budgets as a purchase does', async () => {
    const own = await openShop(server)
    await own.offer({ ...tenPercent, code: 'CAP', limits: { per_contact: { amount: 3, period: 'EVER' } } })
    const contact = await own.shopper()
    const awards = []
    let first = ''
    for (let n = 0; n < 3; n++) {
      const { body } = await own.buy({ total: 20 })
      first ||= body.id
      const { body: claimed } = await own.call('POST', 'purchases/reclaim', {
        contact: { code: contact },
        transaction_code: body.receipt.qr,
      })
      awards.push(claimed.award)
    }
    expect(awards).toEqual([2, 1, 0])
    await own.call('POST', `purchases/${first}/cancel`, {})
    expect((await own.buy({ contact, total: 50 })).body.rewards.award).toBe(2)
    expect(await own.verify()).toEqual([])
  })

  test('is told as an event of its own', async () => {
    const contact = await shop.shopper()
    const { body: bought } = await shop.buy({ total: 5 })
    await claim(contact, { transaction_code: bought.receipt.qr })
    const events = await shop.work(({ db, actor }) =>
      db
        .selectFrom('events')
        .select('type')
        .where('tenant', '=', actor.tenant)
        .where('entity_id', '=', bought.id)
        .execute(),
    )
    expect(events.map(({ type }) => type)).toEqual(['purchase.posted', 'purchase.claimed', 'reward.awarded'])
  })
})

describe('a receipt', () => {
  test('is claimed once, ever', async () => {
    const [first, second] = [await shop.shopper(), await shop.shopper()]
    const { body: bought } = await shop.buy({ total: 10 })
    const text = { transaction_code: bought.receipt.qr }
    expect((await claim(first, text)).status).toBe(200)
    for (const contact of [first, second]) {
      const { status, body } = await claim(contact, text)
      expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'])
    }
    expect(await shop.balance(first)).toBe(1)
    expect(await shop.balance(second)).toBe(0)
  })

  test('of a purchase whose buyer the till knew is not claimed', async () => {
    const { body: bought } = await shop.buy({ contact: await shop.shopper(), total: 10 })
    const { status, body } = await claim(await shop.shopper(), { transaction_code: bought.receipt.qr })
    expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'])
  })

  test('claimed again under its idempotency key gets the same answer', async () => {
    const contact = await shop.shopper()
    const { body: bought } = await shop.buy({ total: 10 })
    const key = { 'idempotency-key': `claim-${bought.id}` }
    const first = await claim(contact, { transaction_code: bought.receipt.qr }, key)
    const again = await claim(contact, { transaction_code: bought.receipt.qr }, key)
    expect([again.status, again.text]).toEqual([200, first.text])
    expect(again.headers['idempotent-replayed']).toBe('true')
    const other = await claim(contact, { transaction_code: bought.receipt.barcode }, key)
    expect(other.body.error).toBe('CRM.EXCEPTIONS.IDEMPOTENCYKEYREUSEDEXCEPTION')
  })

  test('that the till sends again after the claim gets the answer that it got before', async () => {
    const body = { total: 10, reference: 'AGAIN-1' }
    const first = await shop.buy(body)
    await claim(await shop.shopper(), { transaction_code: first.body.receipt.qr })
    const again = await shop.buy(body)
    expect([again.status, again.text]).toEqual([200, first.text])
    const other = await shop.buy({ ...body, contact: await shop.shopper() })
    expect(other.body.field_errors.map(({ path }: { path: string }) => path)).toEqual(['contact'])
  })

  test('with another amount, place or number is refused', async () => {
    const { body: bought } = await shop.buy({ total: 10, reference: 'EXACT-1' })
    for (const [transaction_code, error] of [
      ['EXACT-1;M1;V1;1001', 'INVALIDVALUE'],
      ['M1;EXACT-1;999;V1', 'INVALIDVALUE'],
      ['EXACT-1;M1;;1000', undefined],
    ] as const) {
      const { body } = await claim(await shop.shopper(), { transaction_code })
      expect(body.error).toBe(error && `CRM.EXCEPTIONS.${error}EXCEPTION`)
    }
    await shop.call('PUT', `organisations/${shop.merchant}`, {
      settings: { self_submitted_purchases: 'REFUSE' },
    })
    const { body } = await claim(await shop.shopper(), { transaction_code: 'EXACT-2;M1;V1;1000' })
    expect(body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    expect(bought.reference_number).toBe('EXACT-1')
  })

  test('whose signed code was altered is not known', async () => {
    const { body: bought } = await shop.buy({ total: 10 })
    const code: string = bought.receipt.signed_code
    const last = code.endsWith('0') ? '1' : '0'
    for (const altered of [`${code.slice(0, -1)}${last}`, code.replace(/.(?=-)/, '9')]) {
      const { body } = await claim(await shop.shopper(), { transaction_code: altered })
      expect(body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    }
    const elsewhere = await openShop(server)
    const { body } = await elsewhere.call('POST', 'purchases/reclaim', {
      contact: { code: await elsewhere.shopper() },
      transaction_code: code,
    })
    expect(body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
  })

  test('is claimed within the days that the merchant gives', async () => {
    const own = await openShop(server)
    await own.call('PUT', `organisations/${own.merchant}`, { settings: { claim_days: 2 } })
    const codes = []
    for (const days of [1, 3]) {
      const date = new Date(server.clock.now.getTime() - days * DAY).toISOString()
      codes.push((await own.buy({ total: 10, date })).body.receipt.qr)
    }
    const contact = await own.shopper()
    const answers = []
    for (const transaction_code of codes) {
      answers.push(
        await own.call('POST', 'purchases/reclaim', { contact: { code: contact }, transaction_code }),
      )
    }
    expect(answers.map(({ status }) => status)).toEqual([200, 400])
    expect(answers[1]?.body.detail).toMatch(/receipts of the last 2 days can be claimed/)
  })

  test('that reads both ways is refused, and both readings are named', async () => {
    const own = await openShop(server)
    const merchant = async (name: string, code: string, venue: string) => {
      const { body } = await own.call('POST', 'organisations', {
        type: 'MERCHANT',
        name,
        taps: [{ code, name: 'm' }],
      })
      await own.call('POST', 'organisations', {
        type: 'VENUE',
        name: `${name} venue`,
        parent: { id: body.id },
        taps: [{ code: venue, name: 'v' }],
      })
    }
    await merchant('Bakery', '10', '400')
    await merchant('Butcher', '20', '300')
    const { status, body } = await own.call('POST', 'purchases/reclaim', {
      contact: { code: await own.shopper() },
      transaction_code: '10;20;300;400',
    })
    expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION'])
    expect(body.detail).toContain('a QR code: receipt 10 of Butcher venue')
    expect(body.detail).toContain('a barcode: receipt 20 of Bakery venue')
  })
})

describe('what comes back of a claimed purchase', () => {
  test('a void takes the award, and the receipt is not claimed again', async () => {
    const [contact, other] = [await shop.shopper(), await shop.shopper()]
    const { body: bought } = await shop.buy({ total: 10, reference: 'VOID-ME' })
    await claim(contact, { transaction_code: bought.receipt.qr })
    const { body } = await shop.call('POST', 'purchases/VOID-ME/cancel', {})
    expect(body.award_reversed).toBe(1)
    expect(await shop.balance(contact)).toBe(0)
    const again = await claim(other, { transaction_code: bought.receipt.qr })
    expect(again.body.error).toBe('CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION')
  })

  test('a voided purchase is not claimed', async () => {
    const { body: bought } = await shop.buy({ total: 10, reference: 'VOIDED' })
    await shop.call('POST', 'purchases/VOIDED/cancel', {})
    const { body } = await claim(await shop.shopper(), { transaction_code: bought.receipt.qr })
    expect(body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
  })

  test('goods that came back before and after the claim take their shares, to the cent', async () => {
    const own = await openShop(server)
    await own.offer(tenPercent)
    const contact = await own.shopper()
    const products = ['A', 'B', 'C'].map((sku) => ({ sku, quantity: 1, total_amount: '3.33' }))
    const { body: bought } = await own.buy({ total: '9.99', reference: 'PARTS', products })
    const back = (sku: string) => own.call('POST', 'purchases/PARTS/returns', { products: [{ sku }] })
    expect((await back('B')).body.amount).toBe(0)
    const { body: claimed } = await own.call('POST', 'purchases/reclaim', {
      contact: { code: contact },
      transaction_code: bought.receipt.qr,
    })
    expect(claimed.awards[0].amount).toBe(1)
    expect(claimed.award).toBe(0.67)
    expect(await own.balance(contact)).toBe(0.67)
    await back('A')
    expect(await own.balance(contact)).toBe(0.33)
    await back('C')
    expect(await own.balance(contact)).toBe(0)
    expect(await own.verify()).toEqual([])
  })

  test('a void that is asked for again tells the debt it made, without what was owed for goods that came back before the claim', async () => {
    const own = await openShop(server)
    await own.offer(tenPercent)
    const contact = await own.shopper()
    const { body: first } = await own.buy({ contact, total: '20.00' })
    await own.buy({ contact, total: '5.00', spend: 2 })
    await own.call('POST', `purchases/${first.id}/cancel`)
    const products = ['A', 'B'].map((sku) => ({ sku, quantity: 1, total_amount: '5.00' }))
    const { body: bought } = await own.buy({ total: '10.00', reference: 'OWED', products })
    await own.call('POST', 'purchases/OWED/returns', { products: [{ sku: 'A' }] })
    const { body: claimed } = await own.call('POST', 'purchases/reclaim', {
      contact: { code: contact },
      transaction_code: bought.receipt.qr,
    })
    expect(claimed.award).toBe(0.5)
    const { body: told } = await own.call('POST', 'purchases/OWED/cancel')
    expect(told).toMatchObject({ award_reversed: 0.5, debt: 0.5 })
    expect((await own.call('POST', 'purchases/OWED/cancel')).body).toEqual(told)
    expect(await own.verify()).toEqual([])
  })
})
