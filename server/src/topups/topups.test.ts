import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { type Holder, openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'

let server: TestServer
let shop: PurseShop
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
})

const inDays = (days: number) => epochSeconds(later(opening, days * DAY))
const topUp = (wallet: string, amount: number | string, body: object = {}) =>
  shop.call('POST', 'topups', { wallet_id: wallet, amount, payment_method: { type: 'CASH' }, ...body })
const cancel = (id: string, body: object = {}) => shop.call('POST', `topups/${id}/cancel`, body)
const balances = async (wallet: string) => {
  const { total_open, total_commerce, debt } = await shop.wallet(wallet)
  return { open: total_open, commerce: total_commerce, debt }
}
/** What accounts of a kind hold in all, in cents, by owner. */
async function booked(kind: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await server.database.pool.query<{ owner_id: string; held: string }>(
    `select owner_id, sum(balance)::text as held from accounts where tenant = $1 and kind = $2 group by owner_id`,
    [shop.actor.tenant, kind],
  )
  return Object.fromEntries(rows.map(({ owner_id, held }) => [owner_id, Number(held)]))
}

/** What somebody with another key does. */
async function somebody(scopes: readonly string[], organisation?: string) {
  const body = { name: 'key', scopes, ...(organisation && { organisation: { id: organisation } }) }
  const { key } = (await shop.call('POST', 'api_keys', body)).body
  return (method: 'GET' | 'POST', path: string, sent?: object): Promise<Answer> =>
    ask(server.url, key, { method, path, body: sent })
}

describe('a top-up', () => {
  test('puts money from outside into the open balance, out of the account of who took it', async () => {
    const { wallet } = await shop.holder()
    const { status, body } = await topUp(wallet, '20.50', {
      organisation: { venue_tap: { code: 'V1' } },
      payment_method: { type: 'CARD', id: 'TERM-77' },
      notes: 'At the till',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'POSTED',
      wallet_id: wallet,
      amount: 20.5,
      currency_code: 'EUR',
      commerce_pool: null,
      payment_method: { type: 'CARD', id: 'TERM-77' },
      organisation: { id: shop.venue },
      topup_date: inDays(0),
      notes: 'At the till',
      cancellation: null,
    })
    expect(body.code).toMatch(/^\d{16}$/)
    expect(await balances(wallet)).toEqual({ open: 20.5, commerce: 0, debt: 0 })
    expect(await booked('TOPUP_CLEARING')).toEqual({ [shop.merchant]: -2050 })
    const { content } = (await shop.call('GET', `wallets/${wallet}/transactions`)).body
    expect(content).toMatchObject([{ transaction_type: 'TOP_UP', type: 'CREDIT', pocket: 'BUSINESS' }])
    expect((await shop.call('GET', `topups/${body.code}`)).body).toEqual(body)
    expect(await shop.verify()).toEqual([])
  })

  test('of a commerce pool is spendable where and as long as the pool says', async () => {
    const { wallet } = await shop.holder()
    const pool = await shop.pool('TEA', { validity: { count: 7, unit: 'DAYS' } })
    expect((await topUp(wallet, 5, { commerce_pool_id: 'TEA' })).status).toBe(200)
    expect((await shop.wallet(wallet)).lots).toMatchObject([{ pool: { id: pool }, expires_on: inDays(7) }])
    expect(await balances(wallet)).toEqual({ open: 0, commerce: 5, debt: 0 })
  })

  test('earns nothing and is spent like any other money', async () => {
    const { wallet, contact } = await shop.holder()
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 } })
    await topUp(wallet, '8.00')
    expect((await balances(wallet)).commerce).toBe(0)
    const { body } = await shop.buy({ contact, total: '10.00', spend: 8 })
    expect(body.rewards).toMatchObject({ spend: 8, award: 0.2 })
    expect(await shop.verify()).toEqual([])
  })

  test('of a GRANT is paid by the merchant that gives it, who also gets what of it expires', async () => {
    const { wallet } = await shop.holder()
    await shop.pool('WEEK', { validity: { count: 7, unit: 'DAYS' } })
    const given = await topUp(wallet, 3, {
      payment_method: { type: 'GRANT' },
      organisation: { merchant_tap: { code: 'M1' } },
      commerce_pool_id: 'WEEK',
    })
    expect(given.status).toBe(200)
    expect(await booked('FUNDER')).toEqual({ [shop.merchant]: -300 })
    server.clock.now = later(opening, 7 * DAY)
    await server.expireLots()
    expect(await booked('BREAKAGE')).toEqual({ [shop.merchant]: 300 })
    expect(await shop.verify()).toEqual([])
  })

  test('of a GRANT needs the right to correct, and stops where a correction would need a second person', async () => {
    const { wallet } = await shop.holder()
    const body = { wallet_id: wallet, amount: 60, payment_method: { type: 'GRANT' } }
    const till = await somebody(['topups:write'], shop.merchant)
    expect((await till('POST', 'topups', body)).status).toBe(403)
    const boss = await somebody(['topups:write', 'adjustments:write'], shop.merchant)
    expect((await boss('POST', 'topups', body)).status).toBe(200)
    const refused = await boss('POST', 'topups', body)
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.NUMBERGREATERTHANNUMBEREXCEPTION',
      parameters: ['120.00 EUR', '100.00 EUR'],
    })
    server.clock.now = later(opening, DAY)
    expect((await boss('POST', 'topups', body)).status).toBe(200)
  })

  test('is asked of the TOP_UP limits of the wallet, a GRANT of its CREDIT limits; a void gives back what it counted', async () => {
    const { wallet } = await shop.holder()
    const rule = (use: string) => ({ name: use, period: 'DAILY', applies_for: [use], maximum_amount: 10 })
    await shop.call('PUT', `wallets/${wallet}/limits`, { rules: [rule('TOP_UP'), rule('CREDIT')] })
    const first = await topUp(wallet, 8)
    const refused = await topUp(wallet, 3)
    expect(refused.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.WALLETLIMITEXCEEDEDEXCEPTION',
      parameters: ['TOP_UP', '2'],
    })
    expect((await topUp(wallet, 10, { payment_method: { type: 'GRANT' } })).status).toBe(200)
    expect((await topUp(wallet, 1, { payment_method: { type: 'GRANT' } })).body.parameters).toEqual([
      'CREDIT',
      '0',
    ])
    await cancel(first.body.id)
    expect((await topUp(wallet, 10)).status).toBe(200)
  })

  test('of 40 at once under a limit for ten, exactly ten go through', async () => {
    const { wallet } = await shop.holder()
    const rules = [{ name: 'Ten', period: 'DAILY', applies_for: ['TOP_UP'], maximum_number: 10 }]
    await shop.call('PUT', `wallets/${wallet}/limits`, { rules })
    const answers = await Promise.all(Array.from({ length: 40 }, () => topUp(wallet, '1.00')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    expect((await balances(wallet)).open).toBe(10)
    expect(await shop.verify()).toEqual([])
  })

  test('sent again under its code or id, 20 times at once under a limit for one, is one top-up; another under it is refused', async () => {
    const { wallet } = await shop.holder()
    const rules = [{ name: 'One', period: 'DAILY', applies_for: ['TOP_UP'], maximum_number: 1 }]
    await shop.call('PUT', `wallets/${wallet}/limits`, { rules })
    const body = { code: '1234567890123456', organisation: { venue_tap: { code: 'V1' } } }
    const answers = await Promise.all(Array.from({ length: 20 }, () => topUp(wallet, '4.00', body)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1)
    const id = answers[0]?.body.id
    const { organisation } = body
    expect((await topUp(wallet, '4.00', { id: id.toUpperCase(), organisation })).body.id).toBe(id)
    const other = await topUp(wallet, '5.00', { ...body, payment_method: { type: 'CARD' } })
    expect(other.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['code', body.code, 'amount', 'payment_method.type'],
    })
    expect((await balances(wallet)).open).toBe(4)
  })

  test.each`
    what                    | body                                           | field
    ${'nothing'}            | ${{ amount: 0 }}                               | ${'amount'}
    ${'less than nothing'}  | ${{ amount: -5 }}                              | ${'amount'}
    ${'parts of a cent'}    | ${{ amount: '0.001' }}                         | ${'amount'}
    ${'another currency'}   | ${{ currency_code: 'USD' }}                    | ${'currency_code'}
    ${'a date to come'}     | ${{ topup_date: epochSeconds(opening) + 301 }} | ${'topup_date'}
    ${'no way of payment'}  | ${{ payment_method: undefined }}               | ${'payment_method'}
    ${'an unknown payment'} | ${{ payment_method: { type: 'SHELLS' } }}      | ${'payment_method.type'}
    ${'an unknown field'}   | ${{ ammount: 5 }}                              | ${'ammount'}
  `('is refused with $what, naming the field', async ({ body, field }) => {
    const { wallet } = await shop.holder()
    const refused = await topUp(wallet, 5, body)
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0].path).toBe(field)
    expect((await balances(wallet)).open).toBe(0)
  })

  test('names its wallet by id, by the 16 digits, or by its contact; of another business it is not found', async () => {
    const { wallet, contact } = await shop.holder()
    const { code } = await shop.wallet(wallet)
    const pay = { payment_method: { type: 'CASH' }, amount: 1 }
    for (const named of [{ wallet_id: wallet }, { wallet_id: code }, { contact_id: contact }]) {
      expect((await shop.call('POST', 'topups', { ...pay, ...named })).body.wallet_id).toBe(wallet)
    }
    expect((await shop.call('POST', 'topups', pay)).status).toBe(400)
    const elsewhere = await (await openPurseShop(server)).holder()
    const unknown = await topUp(elsewhere.wallet, 1)
    expect(unknown.body.parameters).toEqual(['wallet', elsewhere.wallet])
  })

  test("of one merchant is not another's to see, to void or to make", async () => {
    const { wallet } = await shop.holder()
    const place = { type: 'MERCHANT', name: 'Other', code: 'OTHER', taps: [{ code: 'O1' }] }
    const other = (await shop.call('POST', 'organisations', place)).body.id
    const ours = await topUp(wallet, 2, { organisation: { venue_tap: { code: 'V1' } } })
    const theirs = await somebody(['topups:read', 'topups:write'], other)
    expect((await theirs('GET', `topups/${ours.body.id}`)).body.error).toBe(
      'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
    )
    expect((await theirs('POST', `topups/${ours.body.id}/cancel`, {})).status).toBe(400)
    expect((await theirs('GET', 'topups')).body.content).toEqual([])
    const body = { wallet_id: wallet, amount: 1, payment_method: { type: 'CASH' } }
    const elsewhere = await theirs('POST', 'topups', { ...body, organisation: { venue_tap: { code: 'V1' } } })
    expect(elsewhere.body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    expect((await theirs('POST', 'topups', body)).body.organisation.id).toBe(other)
    const till = await somebody(['topups:read', 'topups:write'], shop.merchant)
    expect((await till('GET', 'topups')).body.content).toMatchObject([{ id: ours.body.id }])
  })

  test('lists by wallet, state, payment and date, newest first', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    const made = [await topUp(anna.wallet, 1), await topUp(anna.wallet, 2, { topup_date: inDays(-3) })]
    await topUp(ben.wallet, 3, { payment_method: { type: 'CHEQUE' } })
    await cancel(made[0]?.body.id)
    const amounts = async (query: string) =>
      (await shop.call('GET', `topups?${query}`)).body.content.map(
        ({ amount }: { readonly amount: number }) => amount,
      )
    expect(await amounts('')).toEqual([3, 2, 1])
    expect(await amounts(`wallet_id=${anna.wallet}&order=ASC`)).toEqual([1, 2])
    expect(await amounts('state=CANCELLED')).toEqual([1])
    expect(await amounts('payment_method=CHEQUE')).toEqual([3])
    expect(await amounts(`topup_date[lt]=${inDays(-1)}`)).toEqual([2])
  })
})

describe('a void of a top-up', () => {
  const merge = (from: Holder, into: Holder) =>
    shop.call('POST', `contacts/${into.contact}/merge`, { contact_id: from.contact })

  test('takes back what is left, and a second one changes nothing', async () => {
    const { wallet } = await shop.holder()
    const { body } = await topUp(wallet, '9.00', { organisation: { venue_tap: { code: 'V1' } } })
    const voided = await cancel(body.id, { reason: 'Wrong card' })
    expect(voided.status).toBe(200)
    expect(voided.body).toMatchObject({
      state: 'CANCELLED',
      cancellation: { cancelled_on: inDays(0), reason: 'Wrong card', taken_back: 9, debt: 0 },
    })
    server.clock.now = later(opening, DAY)
    expect((await cancel(body.id, { reason: 'Again' })).body).toEqual(voided.body)
    expect(await balances(wallet)).toEqual({ open: 0, commerce: 0, debt: 0 })
    expect(await booked('TOPUP_CLEARING')).toEqual({ [shop.merchant]: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('makes a debt of what was spent, which the void of that purchase repays', async () => {
    const { wallet, contact } = await shop.holder()
    const { body } = await topUp(wallet, '9.00')
    const bought = await shop.buy({ contact, total: '6.00', spend: 6 })
    expect((await cancel(body.id)).body.cancellation).toMatchObject({ taken_back: 3, debt: 6 })
    expect(await balances(wallet)).toEqual({ open: 0, commerce: 0, debt: 6 })
    await shop.call('POST', `purchases/${bought.body.id}/cancel`)
    expect(await balances(wallet)).toEqual({ open: 0, commerce: 0, debt: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('takes what expired out of breakage, and owes nothing for it', async () => {
    const { wallet } = await shop.holder()
    await shop.pool('WEEK', { validity: { count: 7, unit: 'DAYS' } })
    const { body } = await topUp(wallet, 5, { commerce_pool_id: 'WEEK' })
    server.clock.now = later(opening, 8 * DAY)
    await server.expireLots()
    expect((await cancel(body.id)).body.cancellation).toMatchObject({ taken_back: 5, debt: 0 })
    expect(Object.values(await booked('BREAKAGE'))).toEqual([0])
    expect(await shop.verify()).toEqual([])
  })

  test('follows a contact that was merged into another, and so does the debt', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    const { body } = await topUp(anna.wallet, 5, { code: 'ONCE' })
    await shop.buy({ contact: anna.contact, total: '2.00', spend: 2 })
    expect((await merge(anna, ben)).status).toBeLessThan(300)
    expect((await topUp(ben.wallet, 5, { code: 'ONCE' })).body.id).toBe(body.id)
    expect((await cancel(body.id)).body.cancellation).toMatchObject({ taken_back: 3, debt: 2 })
    expect(await balances(ben.wallet)).toEqual({ open: 0, commerce: 0, debt: 2 })
    expect((await shop.call('GET', `topups?wallet_id=${ben.wallet}`)).body.content).toHaveLength(1)
    expect(await shop.verify()).toEqual([])
  })

  test('and 30 purchases at once that spend it: the sum stays and nothing goes below zero', async () => {
    const { wallet, contact } = await shop.holder()
    const { body } = await topUp(wallet, '10.00')
    const spends = Array.from({ length: 30 }, () => shop.buy({ contact, total: '1.00', spend: 1 }))
    const voids = Array.from({ length: 5 }, () => cancel(body.id))
    const answers = await Promise.all([...spends, ...voids])
    expect(new Set(answers.map(({ status }) => status)).has(500)).toBe(false)
    const spent = (await Promise.all(spends)).reduce((sum, each) => sum + (each.body.rewards?.spend ?? 0), 0)
    expect(await balances(wallet)).toEqual({ open: 0, commerce: 0, debt: spent })
    expect(await shop.verify()).toEqual([])
  })
})
