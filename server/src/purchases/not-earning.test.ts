import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { upsertProducts } from '../products/index.ts'
import { findPurchase } from './find-purchase.ts'

let server: TestServer
let shop: Shop
let contact: string

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

beforeEach(async () => {
  shop = await openShop(server)
  contact = await shop.shopper()
  await shop.work((work) =>
    upsertProducts(work, [
      { sku: 'COFFEE', name: 'Coffee', family: { code: 'DRINKS' } },
      { sku: 'TIP', name: 'Tip', earns: false },
      { sku: 'FEE', name: 'Service fee', family: { code: 'EXTRAS' } },
      { sku: 'CARD', name: 'Gift card', type: { code: 'GIFT-CARDS' } },
    ]),
  )
  await shop.call('PUT', 'product_groups/EXTRAS', { earns: false })
  await shop.call('PUT', 'product_groups/GIFT-CARDS', { earns: false })
})

/** "COFFEE 10, TIP 2": the body of such a purchase. */
function basket(text: string) {
  const products = text.split(', ').map((line) => {
    const [sku = '', price] = line.split(' ')
    return { sku, total_amount: Number(price) }
  })
  return { contact, products, total: products.reduce((sum, each) => sum + each.total_amount, 0) }
}

const awardFor = async (text: string): Promise<number> => (await shop.buy(basket(text))).body.rewards.award

describe('tips, fees and gift cards', () => {
  test.each`
    bought                                  | award
    ${'COFFEE 10, TIP 2'}                   | ${1}
    ${'FEE 1, COFFEE 10'}                   | ${1}
    ${'CARD 50, COFFEE 10'}                 | ${1}
    ${'COFFEE 10, TIP 2, FEE 1, COFFEE 10'} | ${2}
    ${'COFFEE 10, MUFFIN 5'}                | ${1.5}
    ${'TIP 2, FEE 1, CARD 50'}              | ${0}
  `('earn nothing, while other lines do: $bought gives $award', async ({ bought, award }) => {
    await shop.offer(tenPercent)
    expect(await awardFor(bought)).toBe(award)
  })

  test.each`
    bought                          | award
    ${'COFFEE 10'}                  | ${1}
    ${'COFFEE 9, TIP 1'}            | ${0}
    ${'COFFEE 9, CARD 50'}          | ${0}
    ${'COFFEE 9, MUFFIN 1, FEE 20'} | ${1}
  `('do not count towards a minimum of 10: $bought gives $award', async ({ bought, award }) => {
    await shop.offer({ ...tenPercent, conditions: [{ kind: 'AMOUNT', minimum: 10 }] })
    expect(await awardFor(bought)).toBe(award)
  })

  test('bring no fixed award when nothing else is bought', async () => {
    await shop.offer({ award: { kind: 'FIXED', amount: 3 } })
    expect(await awardFor('TIP 2, CARD 50')).toBe(0)
    expect(await awardFor('TIP 2, COFFEE 10')).toBe(3)
  })

  test('are charged in full, and a void of them and of goods leaves nothing behind', async () => {
    await shop.offer(tenPercent)
    const { body } = await shop.buy(basket('COFFEE 10, TIP 2'))
    expect(body.amount_due).toBe(12)
    await shop.call('POST', `purchases/${body.id}/cancel`)
    expect(await shop.balance(contact)).toBe(0)
    expect(await shop.verify()).toEqual([])
  })

  test('lead to no tier, and their return takes nobody down', async () => {
    await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
    await shop.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 50 })
    await shop.offer({
      type: 'REACH_TIER',
      award: { kind: 'FIXED', amount: 5 },
      conditions: [{ kind: 'TIERS', tiers: [{ code: 'GOLD' }], reached: true }],
    })
    const units = async () =>
      (await shop.call('GET', `contacts/${contact}/reward_tiers`)).body.period_value_units
    const loaded = await shop.buy(basket('COFFEE 10, CARD 60, TIP 2'))
    expect([loaded.body.rewards.award, await units()]).toEqual([0, 10])
    expect([await awardFor('COFFEE 39.99'), await units()]).toEqual([0, 49])
    expect([await awardFor('COFFEE 0.01, FEE 1'), await units()]).toEqual([5, 50])
    const back = await shop.call('POST', `purchases/${loaded.body.id}/returns`, { products: [{ line: 2 }] })
    expect([back.status, await units()]).toEqual([200, 50])
    await shop.call('POST', `purchases/${loaded.body.id}/returns`, { products: [{ line: 1 }] })
    expect(await units()).toBe(40)
  })

  test('are no visit of a stamp card by themselves', async () => {
    await shop.offer({ award: { kind: 'FIXED', amount: 3 }, progress: { of: 'VISITS', target: 2 } })
    expect(await awardFor('CARD 50, TIP 2')).toBe(0)
    expect(await awardFor('COFFEE 3')).toBe(0)
    const tipped = await shop.buy(basket('TIP 2'), '?include_explain=true')
    expect(tipped.body.explain.refused).toMatchObject([
      { condition: 'GOAL', seen: 'nothing that counts', needed: 'something more that counts' },
    ])
    expect(await awardFor('COFFEE 3, TIP 1')).toBe(3)
  })

  test('do not earn in the very purchase that teaches them in a family that does not', async () => {
    await shop.offer(tenPercent)
    const bag = { sku: 'BAG', name: 'Bag', product_family: { code: 'EXTRAS' }, total_amount: 5 }
    const sold = { contact, total: 15, products: [bag, { sku: 'COFFEE', total_amount: 10 }] }
    expect((await shop.buy(sold)).body.rewards.award).toBe(1)
    expect(await awardFor('BAG 5, COFFEE 10')).toBe(1)
  })
})

describe('a group that stops earning', () => {
  beforeEach(async () => {
    await shop.offer(tenPercent)
  })

  test('does so with the next purchase, in every process, until it earns again', async () => {
    const second = await server.another()
    const elsewhere = async (reference_number: string) => {
      const { contact: code, total, products } = basket('COFFEE 10, MUFFIN 5')
      const body = {
        reference_number,
        contact: { code },
        organisation: { venue_tap: { code: 'V1' } },
        transaction_amounts: { total },
        products,
      }
      return (await ask(second, shop.key, { method: 'POST', path: 'purchases', body })).body.rewards.award
    }
    expect([await awardFor('COFFEE 10, MUFFIN 5'), await elsewhere('A')]).toEqual([1.5, 1.5])
    await shop.call('PUT', 'product_groups/DRINKS', { earns: false })
    expect([await elsewhere('B'), await awardFor('COFFEE 10, MUFFIN 5')]).toEqual([0.5, 0.5])
    await shop.call('PUT', 'product_groups/DRINKS', { earns: true })
    expect([await awardFor('COFFEE 10, MUFFIN 5'), await elsewhere('C')]).toEqual([1.5, 1.5])
  })

  test('leaves earlier purchases and the answers to their repetitions as they are', async () => {
    const sold = { ...basket('COFFEE 10'), reference: 'BEFORE' }
    const first = await shop.buy(sold)
    await shop.call('PUT', 'product_groups/DRINKS', { earns: false })
    expect(await shop.buy(sold)).toMatchObject({ status: 200, body: first.body })
    expect(await shop.balance(contact)).toBe(1)
  })

  test('is kept with the lines of a purchase, for when it is judged again', async () => {
    const { body } = await shop.buy(basket('COFFEE 10, FEE 1, MUFFIN 5'))
    await shop.call('PUT', 'product_groups/EXTRAS', { earns: true })
    const stored = await shop.work((work) => findPurchase(work, body.id))
    expect(stored.lines.map(({ sku, earns }) => [sku, earns])).toEqual([
      ['COFFEE', undefined],
      ['FEE', false],
      ['MUFFIN', undefined],
    ])
    expect(stored.lines.map((line) => 'earns' in line)).toEqual([false, true, false])
  })
})
