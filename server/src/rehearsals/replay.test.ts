import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

/** Waits for the process and answers what came of it. */
async function resultOf(shop: Shop, started: Answer): Promise<Answer['body']> {
  expect(started.status, started.text).toBe(200)
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await shop.call('GET', `processes/${started.body.id}`)
    if (body.state === 'COMPLETED') return { ...body.result, done: body.done, total: body.total }
    expect(body.state, body.error).not.toBe('FAILED')
    await sleep(100)
  }
  throw new Error('the replay did not end')
}

const replay = async (shop: Shop, offer: string, body: object = {}) =>
  resultOf(shop, await shop.call('POST', `reward_offers/${offer}/replay`, body))
const replayLive = async (shop: Shop) => resultOf(shop, await shop.call('POST', 'reward_offers/replay', {}))

/** Offers of many kinds whose awards depend on the order of purchases, on what was spent, and on what came back. */
async function busyShop(): Promise<{ shop: Shop; shoppers: string[] }> {
  const shop = await openShop(server)
  await shop.offer({ name: 'All', award: { kind: 'PERCENTAGE', rate: 3 } })
  await shop.offer({
    name: 'Budget',
    on_top: true,
    award: { kind: 'FIXED', amount: '0.70' },
    limits: { budget: '10.00', per_contact: { uses: 4, period: 'DAY' } },
  })
  await shop.offer({
    name: 'Every 50.00',
    on_top: true,
    award: { kind: 'FIXED', amount: '2.00' },
    progress: { of: 'AMOUNT', target: '50.00', period: 'MONTH' },
  })
  await shop.offer({
    name: 'Off the price',
    redeem_method: 'INSTANT',
    conditions: [{ kind: 'AMOUNT', minimum: '30.00' }],
    award: { kind: 'PERCENTAGE', rate: 5 },
  })
  await shop.offer({
    name: 'Lucky',
    type: 'LOTTERY',
    on_top: true,
    conditions: [{ kind: 'LOTTERY', one_in: 3 }],
    award: { kind: 'FIXED', amount: '0.11' },
  })
  const shoppers = await Promise.all(Array.from({ length: 4 }, () => shop.shopper()))
  return { shop, shoppers }
}

describe('a replay of the live offers', () => {
  test('gives what the ledger has to the cent, however purchases, spends, voids and returns came in between', async () => {
    const { shop, shoppers } = await busyShop()
    const amounts = ['12.30', '47.11', '8.05', '31.99', '0.40', '66.60']
    const buyAll = (round: number) =>
      Promise.all(
        amounts.flatMap((total, index) =>
          shoppers.map((contact, person) =>
            shop.buy({ contact, total, ...((index + person + round) % 3 === 0 ? { spend: 1 } : {}) }),
          ),
        ),
      )
    const first = await buyAll(0)
    const ids = first.filter(({ status }) => status === 200).map(({ body }) => body.id)
    for (const id of ids.slice(0, 5)) await shop.call('POST', `purchases/${id}/cancel`, {})
    for (const contact of shoppers.slice(0, 2)) {
      const back = await shop.call('POST', 'purchases/ad_hoc_return', {
        contact: { code: contact },
        organisation: { venue_tap: { code: 'V1' } },
        return_amount: '20.00',
      })
      expect(back.status, back.text).toBe(200)
    }
    await buyAll(1)
    // Of a bill that is paid in parts, each part is awarded beside those before it.
    for (const total of ['9.99', '30.01', '20.00']) {
      await shop.buy({ contact: shoppers[3] ?? '', total, bill: { reference: 'T9', total: '60.00' } })
    }
    const report = await replayLive(shop)
    expect(report.differences).toEqual([])
    expect(report).toMatchObject({ different: 0, done: report.total })
    expect(report.purchases).toBeGreaterThan(30)
    expect(report.replayed).toBe(report.recorded)
    expect(await shop.verify()).toEqual([])
  })

  test('gives what the ledger has after returns of single lines, which free budgets, limits, goals and tiers by their own part', async () => {
    const shop = await openShop(server)
    const put = await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
    expect(put.status).toBe(200)
    await shop.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 60 })
    const onMilk = [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'MILK' }] }]
    const offers: readonly object[] = [
      { award: { kind: 'PERCENTAGE', rate: 10 }, conditions: onMilk, limits: { budget: 3 } },
      {
        award: { kind: 'FIXED', amount: 0.7 },
        conditions: onMilk,
        return_policy: 'KEEP',
        limits: { per_contact: { uses: 2 } },
      },
      {
        award: { kind: 'FIXED', amount: 0.9 },
        conditions: [{ kind: 'AMOUNT', minimum: 25 }],
        return_policy: 'REJUDGE',
        limits: { per_venue: { amount: 2 } },
      },
      { award: { kind: 'FIXED', amount: 1.1 }, conditions: onMilk, progress: { of: 'QUANTITY', target: 5 } },
      { award: { kind: 'FIXED', amount: 1.3 }, conditions: onMilk, progress: { of: 'AMOUNT', target: 40 } },
      { award: { kind: 'FIXED', amount: 1.7 }, conditions: onMilk, progress: { of: 'VISITS', target: 3 } },
      {
        award: { kind: 'FIXED', amount: 0.31 },
        conditions: [{ kind: 'TIERS', tiers: [{ code: 'GOLD' }], or_above: true }],
      },
      { award: { kind: 'FIXED', amount: 0.33 }, redeem_method: 'INSTANT', limits: { budget: 2 } },
    ]
    for (const each of offers) await shop.offer({ on_top: true, ...each })
    const shoppers = await Promise.all([shop.shopper(), shop.shopper()])
    const products = [
      { sku: 'MILK', quantity: 2, total_amount: '10.00' },
      { sku: 'BREAD', quantity: 1, total_amount: '15.50' },
    ]
    const backs: readonly object[] = [
      { products: [{ line: 2 }] },
      { products: [{ line: 1, quantity: 1 }] },
      { return_amount: '3.10' },
      { products: [{ line: 1, total_amount: '4.20' }] },
    ]
    for (let round = 0; round < 10; round++) {
      const contact = shoppers[round % 2] ?? ''
      const spend = round % 3 === 2 ? { spend: 0.5 } : {}
      const { body, text } = await shop.buy({ contact, total: '25.50', products, ...spend })
      for (const back of [backs[round % 4], ...(round % 3 === 0 ? [backs[(round + 1) % 4]] : [])]) {
        const answer = await shop.call('POST', `purchases/${body.id}/returns`, back ?? {})
        expect(answer.status, `${text} ${answer.text}`).toBe(200)
      }
      if (round === 4) await shop.call('POST', `purchases/${body.id}/cancel`, {})
    }
    const report = await replayLive(shop)
    expect(report.differences).toEqual([])
    expect(report).toMatchObject({ different: 0, purchases: 10 })
    expect(report.replayed).toBe(report.recorded)
  })

  test('tells which purchases an offer that changed since would award differently', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer({ name: 'Ten', award: { kind: 'PERCENTAGE', rate: 10 } })
    const contact = await shop.shopper()
    const { body } = await shop.buy({ contact, total: '10.00' })
    await shop.call('PUT', `reward_offers/${offer}`, { award: { kind: 'PERCENTAGE', rate: 20 } })
    const report = await replayLive(shop)
    expect(report).toMatchObject({ different: 1, recorded: 1, replayed: 2 })
    expect(report.differences[0]).toMatchObject({
      purchase: body.id,
      recorded: [{ offer, amount: 1 }],
      replayed: [{ offer, amount: 2 }],
    })
  })
})

describe('a replay of a draft', () => {
  test('tells its cost, who gains and loses, what it displaces, and moves nothing', async () => {
    const shop = await openShop(server)
    const all = await shop.offer({ name: 'All', award: { kind: 'PERCENTAGE', rate: 5 } })
    const [anna = '', bert = ''] = await Promise.all([shop.shopper(), shop.shopper()])
    await shop.buy({ contact: anna, total: '40.00' })
    await shop.buy({ contact: anna, total: '10.00' })
    await shop.buy({ contact: bert, total: '8.00' })
    const back = await shop.buy({ contact: bert, total: '60.00' })
    await shop.call('POST', `purchases/${back.body.id}/cancel`, {})
    const balances = [await shop.balance(anna), await shop.balance(bert)]
    const made = await shop.call('POST', 'reward_offers', {
      name: 'Big baskets',
      conditions: [{ kind: 'AMOUNT', minimum: '20.00' }],
      award: { kind: 'FIXED', amount: '3.00' },
      priority: 1,
    })
    const report = await replay(shop, made.body.id)
    expect(report).toMatchObject({
      kind: 'DRAFT',
      currency: 'EUR',
      purchases: 4,
      awarded_purchases: 2,
      contacts_awarded: 2,
      // 3.00 twice, of which the voided purchase gives one back.
      cost: { gross: 6, taken_back: 3, net: 3 },
      // Instead of 5 % of 40.00, which is 2.00.
      extra_cost: 1,
      // Anna gets 3.00 for 2.00; what Bert gave back changes nothing for him.
      contacts: { gaining: 1, losing: 0 },
      refused: [{ condition: 'AMOUNT', purchases: 2 }],
    })
    expect(report.overlaps).toEqual([
      { offer: all, name: 'All', beside: 0, displaced: 2, displaced_amount: 5 },
    ])
    expect(report.largest[0]).toMatchObject({
      offer: made.body.id,
      base: 40,
      bases: [40],
      amount: 3,
      shares: [3],
    })
    expect([await shop.balance(anna), await shop.balance(bert)]).toEqual(balances)
  })

  test('of a change compares with the offer as it runs', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer({ name: 'All', award: { kind: 'PERCENTAGE', rate: 5 } })
    await shop.buy({ contact: await shop.shopper(), total: '10.00' })
    const report = await replay(shop, offer, { change: { award: { kind: 'PERCENTAGE', rate: 8 } } })
    expect(report).toMatchObject({ cost: { gross: 0.8 }, extra_cost: 0.3 })
  })

  test('judges as if it had run all the time, whenever it is meant to run', async () => {
    const shop = await openShop(server)
    await shop.buy({ contact: await shop.shopper(), total: '10.00' })
    const { body } = await shop.call('POST', 'reward_offers', {
      name: 'Next year',
      availability: { from: '2031-01-01T00:00:00Z' },
      award: { kind: 'PERCENTAGE', rate: 10 },
    })
    expect(body.phase).toBe('DRAFT')
    expect(await replay(shop, body.id)).toMatchObject({ awarded_purchases: 1, cost: { gross: 1 } })
  })

  test('is not found for an offer that is not there, and refuses times the wrong way', async () => {
    const shop = await openShop(server)
    expect((await shop.call('POST', 'reward_offers/NOPE/replay', {})).body.error).toContain('NOTFOUND')
    const wrong = await shop.call('POST', 'reward_offers/replay', { from: 2_000, to: 1_000 })
    expect(wrong.status).toBe(400)
    expect(wrong.body.field_errors[0].path).toBe('to')
  })
})
