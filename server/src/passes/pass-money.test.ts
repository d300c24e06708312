import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
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
  await plan()
})

const inDays = (days: number) => epochSeconds(later(opening, days * DAY))
const plan = (body: object = {}) =>
  shop.call('POST', 'pass_plans', { code: 'GIFT', name: 'Gift card', classification: 'GIFT', ...body })
const sell = async (value: number | string, body: object = {}) => {
  const sent = { pass_plan_id: 'GIFT', pass_value: value, organisation: { id: shop.venue }, ...body }
  return (await shop.call('POST', 'passes', sent)).body
}
const redeem = (code: string, body: object = {}) => shop.call('POST', 'passes/redeem', { code, ...body })
const put = (code: string, state: string) => shop.call('PUT', `passes/${code}`, { state })
const read = async (code: string) => (await shop.call('GET', `passes/${code}`)).body
const liability = async () => (await shop.call('GET', 'reports/liability')).body.totals[0]
/** What accounts of a kind hold in all, in cents, by owner; nothing of those at zero. */
async function booked(kind: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await server.database.pool.query<{ owner_id: string; held: string }>(
    `select owner_id, sum(balance)::text as held from accounts where tenant = $1 and kind = $2
      group by owner_id having sum(balance) <> 0`,
    [shop.actor.tenant, kind],
  )
  return Object.fromEntries(rows.map(({ owner_id, held }) => [owner_id, Number(held)]))
}
async function somebody(scopes: readonly string[], organisation?: string) {
  const body = { name: 'key', scopes, ...(organisation && { organisation: { id: organisation } }) }
  const { key } = (await shop.call('POST', 'api_keys', body)).body
  return (method: 'GET' | 'POST' | 'PUT', path: string, sent?: object): Promise<Answer> =>
    ask(server.url, key, { method, path, body: sent })
}
const errorOf = ({ body }: Answer) => body.error.replace('CRM.EXCEPTIONS.', '')

describe('a plan of passes with money', () => {
  test('says what its passes carry and where that goes, and it reads back', async () => {
    const pool = await shop.pool('TEA')
    const fixed = { value_type: 'FIXED', value: 25, commerce_pool: { code: 'TEA' } }
    expect((await plan({ code: 'TEA25', ...fixed })).body).toMatchObject({
      value_type: 'FIXED',
      value: 25,
      minimum_value: null,
      currency_code: 'EUR',
      credit_wallet_balance: 'COMMERCE',
      commerce_pool: { id: pool, name: 'TEA' },
      maximum_usage: 1,
    })
    const variable = await plan({ code: 'TOP', classification: 'TOPUP', minimum_value: 5, maximum_value: 50 })
    expect(variable.body).toMatchObject({
      value_type: 'VARIABLE',
      minimum_value: 5,
      maximum_value: 50,
      credit_wallet_balance: 'OPEN',
    })
    const changed = await shop.call('PUT', 'pass_plans/TOP', {
      maximum_value: 60,
      credit_wallet_balance: 'COMMERCE',
    })
    expect(changed.body).toMatchObject({ minimum_value: 5, maximum_value: 60, commerce_pool: {} })
    expect((await shop.call('GET', 'pass_plans/TOP')).body).toEqual(changed.body)
  })

  test.each`
    what                        | body                                                                     | path
    ${'no value'}               | ${{ value_type: 'FIXED' }}                                               | ${'value'}
    ${'a value of nothing'}     | ${{ value: 0 }}                                                          | ${'value'}
    ${'a value, if VARIABLE'}   | ${{ value_type: 'VARIABLE', value: 5 }}                                  | ${'value'}
    ${'a least above the most'} | ${{ minimum_value: 9, maximum_value: 5 }}                                | ${'minimum_value'}
    ${'open money of a pool'}   | ${{ credit_wallet_balance: 'OPEN', commerce_pool: { code: 'DEFAULT' } }} | ${'credit_wallet_balance'}
    ${'a value of a promotion'} | ${{ classification: 'PROMOTION', value: 5 }}                             | ${'value'}
  `('is refused with $what, naming the field', async ({ body, path }) => {
    const refused = await plan({ code: 'X', ...body })
    expect([refused.status, refused.body.field_errors[0]?.path]).toEqual([400, path])
  })

  test('gives its money once: no code for everybody, no second use, and it stays what it is for', async () => {
    for (const body of [{ pass_code_type: 'MULTIPLE' }, { maximum_usage: 2 }, { maximum_usage: null }]) {
      expect(errorOf(await plan({ code: 'X', ...body }))).toBe('INVALIDSTATEEXCEPTION')
    }
    const other = await shop.call('PUT', 'pass_plans/GIFT', { classification: 'PROMOTION' })
    expect(errorOf(other)).toBe('INVALIDSTATEEXCEPTION')
  })

  test('keeps its pool from being deleted', async () => {
    await shop.pool('TEA')
    await plan({ code: 'T', commerce_pool: { code: 'TEA' } })
    expect((await shop.call('DELETE', 'commerce_pools/TEA')).body.detail).toContain('pass plan names it')
  })
})

describe('a pass with money', () => {
  test('that is sold is owed by the business, and redeemed it is in the wallet, to be spent anywhere', async () => {
    const { contact, wallet } = await shop.holder()
    const pass = await sell('40.00', {
      payment_method: { type: 'CARD', id: 'T-1' },
      recipient: { name: 'Ann', medium_type: 'EMAIL', medium_value: 'ann@example.com' },
      gift_sender: { name: 'Ben', message: 'Happy birthday' },
    })
    expect(pass).toMatchObject({
      classification: 'GIFT',
      state: 'ACTIVE',
      value: 40,
      balance: 40,
      payment_method: { type: 'CARD', id: 'T-1' },
      organisation: { id: shop.venue },
      recipient: { name: 'Ann', medium_type: 'EMAIL', medium_value: 'ann@example.com' },
      gift_sender: { name: 'Ben', message: 'Happy birthday' },
      redemption: null,
    })
    expect(await booked('TOPUP_CLEARING')).toEqual({ [shop.merchant]: -4000 })
    expect(await booked('PASS_CLEARING')).toEqual({ [shop.actor.business]: 4000 })
    expect(await liability()).toMatchObject({ liability: 0, passes_due: 40, passes_expired_not_posted: 0 })

    const done = await redeem(pass.code.toLowerCase(), {
      contact_id: contact,
      organisation: { id: shop.venue },
    })
    expect(done.status).toBe(201)
    expect(done.body).toMatchObject({
      pass: { id: pass.id, code: pass.code },
      contact: { code: contact },
      wallet_id: wallet,
      amount: 40,
      currency_code: 'EUR',
      commerce_pool: null,
      expires_on: null,
      date: inDays(0),
    })
    expect(await read(pass.code)).toMatchObject({
      state: 'REDEEMED',
      balance: 0,
      used: 1,
      redemption: { id: done.body.id, wallet_id: wallet, organisation: { id: shop.venue } },
      ended_on: inDays(0),
    })
    expect(await booked('PASS_CLEARING')).toEqual({})
    expect(await liability()).toMatchObject({ liability: 40, passes_due: 0 })
    const { content } = (await shop.call('GET', `wallets/${wallet}/transactions`)).body
    expect(content).toMatchObject([{ transaction_type: 'PASS_REDEMPTION', amount: 40, pocket: 'BUSINESS' }])
    expect((await shop.buy({ contact, total: 50, spend: 40 })).body.rewards.spend).toBe(40)
    expect(await shop.verify()).toEqual([])
  })

  test('is redeemed once: of 64 at once, into two wallets, exactly one wins', async () => {
    const [anna, ben] = [await shop.holder(), await shop.holder()]
    const { code } = await sell(10)
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => redeem(code, { wallet_id: n % 2 ? anna.wallet : ben.wallet })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status === 400)
    expect(new Set(refused.map(errorOf))).toEqual(new Set(['THISPASSHASALREADYBEENREDEEMEDEXCEPTION']))
    expect(refused).toHaveLength(63)
    const held = [await shop.wallet(anna.wallet), await shop.wallet(ben.wallet)]
    expect(held.reduce((sum, { total_balance }) => sum + total_balance, 0)).toBe(10)
    expect(await shop.verify()).toEqual([])
  })

  test('sent again with the same idempotency key gets the same answer', async () => {
    const { wallet } = await shop.holder()
    const { code } = await sell(10)
    const again = () =>
      shop.call('POST', 'passes/redeem', { code, wallet_id: wallet }, { 'Idempotency-Key': 'once' })
    const first = await again()
    expect((await again()).body).toEqual(first.body)
  })

  test('of a pool is spendable where and as long as the pool says, as it was when the pass was made', async () => {
    const { wallet } = await shop.holder()
    const pool = await shop.pool('TEA', { validity: { count: 7, unit: 'DAYS' } })
    await plan({ code: 'T', commerce_pool: { code: 'TEA' } })
    const { code } = await sell(10, { pass_plan_id: 'T' })
    await shop.call('PUT', 'pass_plans/T', { commerce_pool: null })
    const done = await redeem(code, { wallet_id: wallet })
    expect(done.body).toMatchObject({ commerce_pool: { id: pool, name: 'TEA' }, expires_on: inDays(7) })
    expect(await shop.wallet(wallet)).toMatchObject({ total_open: 0, total_commerce: 10 })
  })

  test('that nobody paid for is owed by nobody, and its giver pays when it is redeemed', async () => {
    const { wallet } = await shop.holder()
    const { code } = await sell(10, { payment_method: { type: 'GRANT' } })
    expect(await liability()).toMatchObject({ liability: 0, passes_due: 0 })
    expect(await booked('FUNDER')).toEqual({})
    await redeem(code, { wallet_id: wallet })
    expect(await booked('FUNDER')).toEqual({ [shop.merchant]: -1000 })
    expect(await shop.verify()).toEqual([])
  })

  test('with neither contact nor wallet makes an unnamed contact, who pays with its code from then on', async () => {
    const { code } = await sell(10)
    const done = await redeem(code)
    expect(done.status).toBe(201)
    const bought = await shop.call('POST', 'purchases', {
      reference_number: 'R-GIFT',
      contact: { cim: code },
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total: 10 },
      spend_request: { amount: 4 },
    })
    expect(bought.body).toMatchObject({ rewards: { spend: 4 }, wallet: { total: 6 } })
  })

  test('for one contact goes to that contact and to no other, also after a merge', async () => {
    const [anna, ben, carol] = [await shop.holder(), await shop.holder(), await shop.holder()]
    const { code } = await sell(10, { contact: { code: anna.contact } })
    expect(errorOf(await redeem(code, { contact_id: ben.contact }))).toBe('CANNOTREDEEMPASSEXCEPTION')
    await shop.call('POST', `contacts/${carol.contact}/merge`, { contact_id: anna.contact })
    expect((await redeem(code)).body.wallet_id).toBe(carol.wallet)
  })

  test('that is over is EXPIRED to the second, cannot be redeemed, and its money goes to breakage', async () => {
    const { wallet } = await shop.holder()
    await plan({ code: 'D', validity: { type: 'PERIOD', count: 3, unit: 'DAYS' } })
    const pass = await sell(10, { pass_plan_id: 'D' })
    const granted = await sell(7, { pass_plan_id: 'D', payment_method: { type: 'GRANT' } })
    server.clock.now = later(opening, 3 * DAY - 1)
    expect(await read(pass.code)).toMatchObject({ state: 'ACTIVE', balance: 10 })
    server.clock.now = later(opening, 3 * DAY)
    expect(await read(pass.code)).toMatchObject({ state: 'EXPIRED', balance: 0, ended_on: null })
    const listed = (await shop.call('GET', 'passes?state=EXPIRED')).body.content
    expect(listed.map(({ code }: { readonly code: string }) => code).sort()).toEqual(
      [pass.code, granted.code].sort(),
    )
    expect(errorOf(await redeem(pass.code, { wallet_id: wallet }))).toBe('PASSEXPIREDEXCEPTION')
    expect(await liability()).toMatchObject({ passes_due: 0, passes_expired_not_posted: 10 })
    const [round] = await server.expirePasses()
    expect(round).toEqual({ passes: 2, failed: [] })
    expect((await server.expirePasses())[0]?.passes).toBe(0)
    expect(await booked('BREAKAGE')).toEqual({ [shop.actor.business]: 1000 })
    expect(await liability()).toMatchObject({ passes_due: 0, passes_expired_not_posted: 0 })
    const at = later(opening, DAY).toISOString()
    expect((await shop.call('GET', `reports/liability?at=${at}`)).body.totals[0].passes_due).toBe(10)
    expect(errorOf(await redeem(pass.code, { wallet_id: wallet }))).toBe('PASSEXPIREDEXCEPTION')
    expect(await shop.verify()).toEqual([])
  })

  test('is voided while nobody redeemed it: what was paid is owed no more; afterwards it is refused', async () => {
    const { wallet } = await shop.holder()
    const [one, two] = [await sell(10), await sell(20)]
    for (let times = 0; times < 2; times++) {
      expect((await put(one.code, 'CANCELLED')).body).toMatchObject({ state: 'CANCELLED', balance: 0 })
    }
    expect(await booked('TOPUP_CLEARING')).toEqual({ [shop.merchant]: -2000 })
    expect(await booked('PASS_CLEARING')).toEqual({ [shop.actor.business]: 2000 })
    expect(errorOf(await redeem(one.code, { wallet_id: wallet }))).toBe(
      'ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION',
    )
    expect(errorOf(await put(one.code, 'ACTIVE'))).toBe('INVALIDSTATEEXCEPTION')
    await redeem(two.code, { wallet_id: wallet })
    expect(errorOf(await put(two.code, 'CANCELLED'))).toBe('INVALIDSTATEEXCEPTION')
    expect(await shop.verify()).toEqual([])
  })

  test('redeemed and voided at once, 20 times: it ends one way only', async () => {
    const { wallet } = await shop.holder()
    const passes = await Promise.all(Array.from({ length: 20 }, () => sell(1)))
    await Promise.all(
      passes.flatMap(({ code }) => [redeem(code, { wallet_id: wallet }), put(code, 'CANCELLED')]),
    )
    const states: string[] = (await shop.call('GET', 'passes?size=100')).body.content.map(
      ({ state }: { readonly state: string }) => state,
    )
    expect(states.filter((state) => !['REDEEMED', 'CANCELLED'].includes(state))).toEqual([])
    const redeemed = states.filter((state) => state === 'REDEEMED').length
    expect((await shop.wallet(wallet)).total_open).toBe(redeemed)
    expect(await booked('PASS_CLEARING')).toEqual({})
    expect(await shop.verify()).toEqual([])
  })

  test('is asked of the TOP_UP limits of the wallet', async () => {
    const { wallet } = await shop.holder()
    const rules = [{ name: 'Ten', period: 'DAILY', applies_for: ['TOP_UP'], maximum_amount: 10 }]
    await shop.call('PUT', `wallets/${wallet}/limits`, { rules })
    const { code } = await sell('10.01')
    expect(errorOf(await redeem(code, { wallet_id: wallet }))).toBe('WALLETLIMITEXCEEDEDEXCEPTION')
    expect((await read(code)).state).toBe('ACTIVE')
  })

  test('carries what its plan allows and is redeemed as a whole', async () => {
    const { wallet } = await shop.holder()
    await plan({ code: 'F', value: 25 })
    expect(await sell(25, { pass_plan_id: 'F' })).toMatchObject({ value: 25 })
    expect((await sell(24, { pass_plan_id: 'F' })).field_errors[0].path).toBe('pass_value')
    await plan({ code: 'V', minimum_value: 5, maximum_value: 50 })
    for (const value of ['4.99', '50.01', '0.001']) {
      expect((await sell(value, { pass_plan_id: 'V' })).field_errors[0].path).toBe('pass_value')
    }
    const { code } = await sell(50, { pass_plan_id: 'V' })
    expect((await redeem(code, { wallet_id: wallet, value: 49 })).body.field_errors[0].path).toBe('value')
    expect((await redeem(code, { wallet_id: wallet, value: '50.00' })).status).toBe(201)
  })

  test('for promotions carries none and is not redeemed into a wallet', async () => {
    const { wallet } = await shop.holder()
    await shop.call('POST', 'pass_plans', { code: 'SPRING', name: 'Spring' })
    const made = await shop.call('POST', 'passes', { pass_plan_id: 'SPRING', code: 'SPRING-1' })
    expect(made.body).toMatchObject({ classification: 'PROMOTION', value: null, balance: null })
    const refused = await redeem('SPRING-1', { wallet_id: wallet })
    expect(refused.body.field_errors[0].path).toBe('code')
    const paid = await shop.call('POST', 'passes', { pass_plan_id: 'SPRING', pass_value: 5 })
    expect(paid.body.field_errors[0].path).toBe('pass_value')
  })

  test('is sold by the thousand in one request, and all of it is owed', async () => {
    const { passes } = await sell(5, { count: 1_000 })
    expect(passes).toHaveLength(1_000)
    expect(await booked('PASS_CLEARING')).toEqual({ [shop.actor.business]: 500_000 })
    expect(await shop.verify()).toEqual([])
  })
})

describe('the pin of a pass', () => {
  test('is asked for, and five wrong ones of 40 at once take the pass out of use; not one more is judged', async () => {
    const { wallet } = await shop.holder()
    const { code } = await sell(10, { pin: '4711' })
    expect(errorOf(await redeem(code, { wallet_id: wallet }))).toBe('CANNOTREDEEMPASSEXCEPTION')
    const guesses = Array.from({ length: 40 }, (_, n) =>
      redeem(code, { wallet_id: wallet, pin: `${1000 + n}` }),
    )
    const told = (await Promise.all(guesses)).map(errorOf)
    expect(told.filter((each) => each === 'CANNOTREDEEMPASSEXCEPTION')).toHaveLength(5)
    expect(told.filter((each) => each === 'ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION')).toHaveLength(35)
    // Out of use, the right pin and a wrong one are told the same.
    for (const pin of ['4711', '4712']) {
      expect(errorOf(await redeem(code, { wallet_id: wallet, pin }))).toBe(
        'ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION',
      )
    }
    await put(code, 'ACTIVE')
    expect(errorOf(await redeem(code, { wallet_id: wallet, pin: '1' }))).toBe('CANNOTREDEEMPASSEXCEPTION')
    expect((await redeem(code, { wallet_id: wallet, pin: '4711' })).status).toBe(201)
  })
})

describe('a key of one merchant', () => {
  test('sells, voids and redeems passes, lists its own, and gives no money away', async () => {
    const { contact } = await shop.holder()
    const place = { type: 'MERCHANT', name: 'Other', code: 'OTHER', taps: [{ code: 'O1' }] }
    const other = (await shop.call('POST', 'organisations', place)).body.id
    const till = await somebody(['passes:read', 'passes:write'], shop.merchant)
    const theirs = await somebody(['passes:read', 'passes:write'], other)
    const body = { pass_plan_id: 'GIFT', pass_value: 10 }
    const pass = (await till('POST', 'passes', body)).body
    expect(pass.organisation.id).toBe(shop.merchant)
    expect((await till('GET', 'passes')).body.content).toHaveLength(1)
    expect((await theirs('GET', 'passes')).body.content).toEqual([])
    expect((await theirs('PUT', `passes/${pass.code}`, { state: 'CANCELLED' })).status).toBe(403)
    expect((await till('POST', 'passes', { ...body, payment_method: { type: 'GRANT' } })).status).toBe(403)
    const done = await theirs('POST', 'passes/redeem', { code: pass.code, contact_id: contact })
    expect(done.status).toBe(201)
    const { positions } = (await shop.call('GET', 'reports/settlements')).body
    const nets = positions.map((each: Answer['body']) => [each.organisation.id, each.net])
    expect(Object.fromEntries(nets)).toEqual({ [shop.actor.business]: 10, [shop.merchant]: -10 })
    await shop.call('POST', 'pass_plans', { code: 'SPRING', name: 'Spring' })
    expect((await till('POST', 'passes', { pass_plan_id: 'SPRING' })).status).toBe(403)
  })
})
