import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import type { Holder } from '../../test/purse.ts'
import { DAY, epochSeconds, HOUR, later } from '../kit/time.ts'

// A pass that carries money and is sent with a purchase: its money is in the wallet before the purchase is judged, or nothing happens.

let server: TestServer
let shop: OrderShop
let ann: Holder
const opening = new Date('2026-11-23T12:00:00.400Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openOrderShop(server)
  ann = await shop.holder()
  await shop.call('POST', 'pass_plans', { code: 'GIFT', name: 'Gift card', classification: 'GIFT' })
})

const sell = async (value: number, body: object = {}) => {
  const sent = { pass_plan_id: 'GIFT', pass_value: value, organisation: { id: shop.venue }, ...body }
  const { status, body: made, text } = await shop.call('POST', 'passes', sent)
  expect(status, text).toBe(201)
  return made
}
const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}
const errorOf = ({ body }: Answer) => body.error?.split('.').at(-1)
const balance = async ({ wallet }: Holder) => (await shop.wallet(wallet)).total_balance
const stateOf = async (code: string) => (await shop.call('GET', `passes/${code}`)).body.state
const purchases = async () => (await shop.call('GET', 'purchases?include_total=true')).body.paging.total

describe('a pass with money that comes with a purchase', () => {
  test('is redeemed into the wallet of who buys, and the purchase spends of it', async () => {
    const pass = await sell(25)
    const bought = ok(
      await shop.buy({ contact: ann.contact, total: 18, spend: 18, pass: { code: pass.code } }),
    )
    expect(bought).toMatchObject({ rewards: { spend: 18 }, amount_due: 0, wallet: { total: 7, open: 7 } })
    expect(await balance(ann)).toBe(7)
    const redeemed = (await shop.call('GET', `passes/${pass.code}`)).body
    expect(redeemed).toMatchObject({
      state: 'REDEEMED',
      balance: 0,
      redemption: { organisation: { id: shop.venue } },
    })
    expect(await shop.verify()).toEqual([])
  })

  test('is spent as was asked: without a spend request the money waits in the wallet', async () => {
    const pass = await sell(25)
    const bought = ok(await shop.buy({ contact: ann.contact, total: 18, pass_code: pass.code }))
    expect(bought).toMatchObject({ rewards: { spend: 0 }, amount_due: 18, wallet: { total: 25 } })
    expect(await balance(ann)).toBe(25)
  })

  test('can be spent by a purchase of a moment ago, as tills date theirs in whole seconds', async () => {
    const pass = await sell(10)
    const date = epochSeconds(server.clock.now)
    const sent = { contact: ann.contact, total: 10, spend: 10, pass: { code: pass.code }, date }
    expect(ok(await shop.buy(sent)).rewards.spend).toBe(10)
    const second = await sell(10)
    const yesterday = epochSeconds(later(opening, -DAY))
    const late = { ...sent, pass: { code: second.code }, date: yesterday }
    expect(ok(await shop.buy(late)).rewards.spend).toBe(10)
    expect(await shop.verify()).toEqual([])
  })

  test('is not redeemed by a purchase that is refused', async () => {
    const pass = await sell(5)
    const refused = await shop.buy({
      contact: ann.contact,
      total: 20,
      pass: { code: pass.code },
      spend_request: { amount: 8, restrict_fully_covered: true },
    })
    expect(errorOf(refused)).toBe('SPENDAMOUNTNOTFULLYCOVEREDEXCEPTION')
    expect([await stateOf(pass.code), await balance(ann), await purchases()]).toEqual(['ACTIVE', 0, 0])
    expect(await shop.verify()).toEqual([])
  })

  test('is not redeemed by a quote, which tells what would be spent', async () => {
    const pass = await sell(25)
    const quoted = ok(
      await shop.buy(
        { contact: ann.contact, total: 18, spend: 18, pass: { code: pass.code } },
        '?simulate=true',
      ),
    )
    expect(quoted).toMatchObject({ rewards: { spend: 18 }, amount_due: 0 })
    expect([await stateOf(pass.code), await balance(ann), await purchases()]).toEqual(['ACTIVE', 0, 0])
  })

  test('and is sent again gets the same answer and moves nothing', async () => {
    const pass = await sell(25)
    const sent = { contact: ann.contact, total: 18, spend: 18, pass: { code: pass.code }, reference: 'R' }
    const first = await shop.buy(sent)
    ok(first)
    expect((await shop.buy(sent)).text).toBe(first.text)
    expect(await balance(ann)).toBe(7)
    const other = await shop.buy({ ...sent, pass: { code: (await sell(3)).code } })
    expect(errorOf(other)).toBe('ALREADYEXISTSEXCEPTION')
    expect(await balance(ann)).toBe(7)
  })

  test('and is sent twenty times at once is redeemed once and bought once', async () => {
    const pass = await sell(25)
    const sent = { contact: ann.contact, total: 18, spend: 18, pass: { code: pass.code }, reference: 'ONCE' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.buy(sent)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect([answers[0]?.status, await balance(ann), await purchases()]).toEqual([200, 7, 1])
    expect(await shop.verify()).toEqual([])
  })

  test('by twenty purchases at once is redeemed by one of them; the others are refused and post nothing', async () => {
    const pass = await sell(25)
    const sent = { contact: ann.contact, total: 18, spend: 18, pass: { code: pass.code } }
    const answers = await Promise.all(Array.from({ length: 20 }, () => shop.buy(sent)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status !== 200).map(errorOf)
    expect(new Set(refused)).toEqual(new Set(['THISPASSHASALREADYBEENREDEEMEDEXCEPTION']))
    expect([await balance(ann), await purchases()]).toEqual([7, 1])
    expect(await shop.verify()).toEqual([])
  })

  test('that is another contact’s, over or not known is refused, and nothing is posted', async () => {
    const ben = await shop.holder()
    const own = await sell(5, { contact: { code: ben.contact } })
    const buy = (code: string) => shop.buy({ contact: ann.contact, total: 5, spend: 5, pass: { code } })
    expect(errorOf(await buy(own.code))).toBe('CANNOTREDEEMPASSEXCEPTION')
    expect(errorOf(await buy('NOBODY-HAS-IT'))).toBe('NOTFOUNDEXCEPTION')
    await shop.call('PUT', `passes/${own.code}`, { state: 'INACTIVE' })
    const off = await shop.buy({ contact: ben.contact, total: 5, pass: { code: own.code } })
    expect(errorOf(off)).toBe('ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION')
    expect(await purchases()).toBe(0)
  })

  test('needs its pin, and five wrong ones take it out of use, here as at passes/redeem', async () => {
    const pass = await sell(25, { pin: '4711' })
    const buy = (pin?: string) =>
      shop.buy({ contact: ann.contact, total: 18, spend: 18, pass: { code: pass.code, ...(pin && { pin }) } })
    expect(errorOf(await buy())).toBe('CANNOTREDEEMPASSEXCEPTION')
    for (const pin of ['1', '2', '3']) expect(errorOf(await buy(pin))).toBe('CANNOTREDEEMPASSEXCEPTION')
    await shop.call('POST', 'passes/redeem', { code: pass.code, pin: '4', contact_id: ann.contact })
    expect(await stateOf(pass.code)).toBe('ACTIVE')
    await buy('5')
    expect(await stateOf(pass.code)).toBe('INACTIVE')
    expect(errorOf(await buy('4711'))).toBe('ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION')
    await shop.call('PUT', `passes/${pass.code}`, { state: 'ACTIVE' })
    expect(ok(await buy('4711')).rewards.spend).toBe(18)
  })

  test('or that opens an offer has its wrong pins counted as well', async () => {
    const plan = { code: 'SPRING', name: 'Spring', classification: 'PROMOTION' }
    ok(await shop.call('POST', 'pass_plans', plan))
    await shop.call('POST', 'passes', { pass_plan_id: 'SPRING', code: 'SPRING-1', pin: '4711' })
    const buy = (pin: string) => shop.buy({ contact: ann.contact, pass: { code: 'SPRING-1', pin } })
    for (const pin of ['1', '2', '3', '4', '5']) await buy(pin)
    expect(errorOf(await buy('4711'))).toBe('ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION')
  })

  test('stays redeemed when the purchase is voided: its money is in the wallet again', async () => {
    const pass = await sell(25)
    const bought = ok(
      await shop.buy({ contact: ann.contact, total: 18, spend: 18, pass: { code: pass.code } }),
    )
    server.clock.now = later(opening, HOUR)
    ok(await shop.call('POST', `purchases/${bought.id}/cancel`))
    expect([await stateOf(pass.code), await balance(ann)]).toEqual(['REDEEMED', 25])
    expect(await shop.verify()).toEqual([])
  })

  test('counts as a top-up against limits of the wallet, once', async () => {
    await shop.call('PUT', `wallets/${ann.wallet}/limits`, {
      rules: [{ name: 'Top-ups', maximum_amount: 30, period: 'DAILY', applies_for: ['TOP_UP'] }],
    })
    const [first, second] = [await sell(20), await sell(20)]
    ok(await shop.buy({ contact: ann.contact, total: 18, pass: { code: first.code } }))
    const refused = await shop.buy({ contact: ann.contact, total: 18, pass: { code: second.code } })
    expect(errorOf(refused)).toBe('WALLETLIMITEXCEEDEDEXCEPTION')
    expect([await stateOf(second.code), await balance(ann)]).toEqual(['ACTIVE', 20])
  })
})
