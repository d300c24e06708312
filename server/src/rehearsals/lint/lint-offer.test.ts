import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../../test/harness.ts'
import { openShop, type Shop } from '../../../test/shop.ts'
import { createDemoOffers } from '../../main/demo/offers.ts'
import { upsertProducts } from '../../products/index.ts'

let server: TestServer
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  server.clock.now = new Date('2026-11-23T12:00:00Z')
})
beforeEach(async () => {
  shop = await openShop(server)
})
afterAll(() => server.stop())

const fixed = (amount: number) => ({ award: { kind: 'FIXED', amount } })
const share = (rate: number) => ({ award: { kind: 'PERCENTAGE', rate } })

async function draft(body: object): Promise<string> {
  const { body: made } = await shop.call('POST', 'reward_offers', { name: 'Draft', ...body })
  return made.id
}

const lint = (id: string) => shop.call('GET', `reward_offers/${id}/lint`)

describe('GET reward_offers/{id}/lint', () => {
  test('tells what is odd, with a basket that shows it', async () => {
    const id = await draft({ name: 'Too much', code: 'TOO-MUCH', ...fixed(5) })
    const { status, body } = await lint('TOO-MUCH')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      offer: { id, code: 'TOO-MUCH', name: 'Too much', version: 1 },
      sentence: 'Earn 5.00 EUR back.',
      checked_on: server.clock.now.getTime() / 1_000,
    })
    expect(body.findings.map((each: { code: string }) => each.code)).toEqual([
      'PAYS_MORE_THAN_BASKET',
      'ALWAYS_FIRES',
      'FARMABLE',
    ])
    const [found, , farm] = body.findings
    expect(found).toMatchObject({ severity: 'ERROR', says: 'A basket for 0.01 EUR is given 5.00 EUR by it.' })
    expect(found.counter_example.baskets).toMatchObject([
      {
        occasion: 'PURCHASE',
        organisation: { id: shop.merchant, name: 'Corner' },
        local_time: '2026-11-23T14:00:00+02:00',
        time_zone: 'Europe/Nicosia',
        products: [{ sku: null, quantity: 1, total: 0.01 }],
        transaction_amounts: { total: 0.01 },
        awards: [{ offer: { id, code: 'TOO-MUCH' }, amount: 5 }],
        total_award: 5,
      },
    ])
    expect(farm.counter_example.steps).toHaveLength(4)
    expect(farm.counter_example.kept).toEqual({ goods: 0.04, award: 20 })
  })

  test('the basket of an example is given the same at the till', async () => {
    const id = await shop.offer({ name: 'Half', ...share(50), on_top: true })
    await shop.offer({ name: 'More than half', ...share(60), on_top: true })
    const { body } = await lint(id)
    const found = body.findings.find((each: { code: string }) => each.code === 'PAYS_MORE_THAN_BASKET')
    const [basket] = found.counter_example.baskets
    const contact = await shop.shopper()
    const bought = await shop.buy({ contact, total: basket.transaction_amounts.total })
    expect(bought.body.rewards.award).toBe(basket.total_award)
    expect(basket.total_award).toBeGreaterThan(basket.transaction_amounts.total)
  })

  test('a draft is looked at among the live offers', async () => {
    const live = await shop.offer({ name: 'Ten per cent', ...share(10) })
    const id = await draft(share(5))
    const { body } = await lint(id)
    const found = body.findings.find((each: { code: string }) => each.code === 'MASKED')
    expect(found.says).toContain('"Ten per cent"')
    const [basket] = found.counter_example.baskets
    expect(basket.awards.map((each: { offer: { id: string } }) => each.offer.id)).toEqual([live])
    expect(basket.awards[0].amount).toBe(1)
    expect(basket.refused).toMatchObject([
      {
        offer: { id },
        condition: 'BETTER_OFFER',
        seen: '0.50 EUR',
        needed: 'more than 1.00 EUR of Ten per cent',
      },
    ])
  })

  test('names what there is not, and what the clock skips', async () => {
    const timings = [{ start_time: '03:00', end_time: '04:00' }]
    const id = await draft({
      ...share(5),
      conditions: [
        { kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'NOWHERE' }] },
        { kind: 'SEGMENTS', any_of: ['nobody'] },
        { kind: 'TIMINGS', timings },
      ],
    })
    const { body } = await lint(id)
    expect(body.findings.map((each: { says: string }) => each.says)).toEqual([
      'No product that it names is known: family NOWHERE.',
      'No segment that it names is known: nobody.',
      expect.stringContaining('03:00–04:00 of 2027-03-28'),
      expect.stringContaining('comes twice'),
    ])
    expect(body.findings[2].counter_example.clock.days[0]).toEqual({
      day: '2027-03-28',
      clock_before: '2027-03-28T02:59:59+02:00',
      clock_after: '2027-03-28T04:00:00+03:00',
    })
  })

  test('a closed place never buys', async () => {
    const { body: garden } = await shop.call('POST', 'organisations', {
      type: 'MERCHANT',
      name: 'Garden',
      code: 'GARDEN',
    })
    const id = await draft({
      ...share(5),
      conditions: [{ kind: 'ORGANISATIONS', organisations: [{ id: garden.id }] }],
    })
    expect((await lint(id)).body.findings).toEqual([])
    await shop.call('PUT', `organisations/${garden.id}`, { state: 'INACTIVE' })
    const [found] = (await lint(id)).body.findings
    expect(found).toMatchObject({ code: 'NEVER_FIRES', severity: 'ERROR' })
    expect(found.says).toContain('All its places are closed.')
  })

  test('an unknown offer is not found', async () => {
    const { status, body } = await lint('NOTHING')
    expect(status).toBe(400)
    expect(body.error ?? body.errors?.[0]?.error).toContain('NOTFOUND')
  })

  test('has neither error nor warning for the offers of the demo', async () => {
    const demo = await server.business({ currency: 'USD', timeZone: 'America/New_York' })
    await demo.call('POST', 'organisations', { type: 'MERCHANT', name: 'Small Stores', code: 'SMALL' })
    const offers = await demo.work(async (work) => {
      await upsertProducts(work, [
        { sku: '1082185', name: 'Bananas' },
        { sku: '1', name: 'Fuel', family: { code: 'FUEL' } },
        { sku: '2', name: 'Coupon', family: { code: 'COUPON-MISC-ITEMS' }, brand: { code: 'M69' } },
        { sku: '3', name: 'Cola', family: { code: 'SOFT-DRINKS' } },
      ])
      return createDemoOffers(work, new Map())
    })
    const states = offers.map(({ id }) =>
      demo.call('POST', `reward_offers/${id}/life_cycle_state`, { life_cycle_state: 'ACTIVE' }),
    )
    await Promise.all(states)
    for (const { id, code } of offers) {
      const { body } = await demo.call('GET', `reward_offers/${id}/lint`)
      const grave = body.findings.filter(({ severity }: { severity: string }) => severity !== 'NOTICE')
      expect({ code, grave }).toEqual({ code, grave: [] })
    }
  })
})
