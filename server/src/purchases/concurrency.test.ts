import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)))

test('64 requests at once with one reference number give one purchase and 64 equal answers', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const answers = await times(64, () => shop.buy({ contact, total: 10, reference: 'ONCE' }))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect((await shop.call('GET', 'purchases?include_total=true')).body.paging.total).toBe(1)
  expect(await shop.balance(contact)).toBe(1)
  expect(await shop.verify()).toEqual([])
})

test('64 unclaimed purchases at once with one reference number give one purchase', async () => {
  const shop = await openShop(server)
  const answers = await times(64, () => shop.buy({ total: 10, reference: 'ONCE' }))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
})

test('of 200 spends at once of a balance good for one exactly one wins', async () => {
  const shop = await openShop(server)
  await shop.offer({ ...tenPercent, limits: { per_contact: { uses: 1 } } })
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 100 })
  const answers = await times(200, () => shop.buy({ contact, total: 10, spend: 10 }))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.error))).toEqual(
    new Set(['CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION']),
  )
  expect(await shop.balance(contact)).toBe(0)
  expect(await shop.verify()).toEqual([])
})

test('200 purchases at once against a budget of 100.00 are awarded 100.00, not a cent more', async () => {
  const shop = await openShop(server)
  const offer = await shop.offer({ ...tenPercent, limits: { budget: 100 } })
  const contacts = await times(20, () => shop.shopper())
  const answers = await times(200, (index) =>
    shop.buy({ contact: contacts[index % 20] ?? '', total: '7.77' }),
  )
  const cents = answers.reduce((sum, { body }) => sum + Math.round(body.rewards.award * 100), 0)
  expect(cents).toBe(10_000)
  expect((await shop.call('GET', `reward_offers/${offer}`)).body.budget_used).toBe(100)
  const [awarded] = answers.filter(({ body }) => body.rewards.award > 0)
  await shop.call('POST', `purchases/${awarded?.body.id}/cancel`)
  expect((await shop.call('GET', `reward_offers/${offer}`)).body.budget_used).toBeCloseTo(
    100 - awarded?.body.rewards.award,
    2,
  )
  expect(await shop.verify()).toEqual([])
})

test('a limit of three times per day and contact lets three of fifty purchases at once through', async () => {
  const shop = await openShop(server)
  await shop.offer({ ...tenPercent, limits: { per_contact: { uses: 3, period: 'DAY' } } })
  const contact = await shop.shopper()
  const answers = await times(50, () => shop.buy({ contact, total: 10 }))
  expect(answers.filter(({ body }) => body.rewards.award > 0)).toHaveLength(3)
})

test('purchases and voids of one contact at once leave books that hold and a balance that is their sum', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const first = await times(20, () => shop.buy({ contact, total: 10 }))
  const voids = first.slice(0, 10).map(({ body }) => shop.call('POST', `purchases/${body.id}/cancel`))
  const more = times(20, () => shop.buy({ contact, total: 10 }))
  const [voided] = await Promise.all([Promise.all(voids), more])
  expect(voided.every(({ status }) => status === 200)).toBe(true)
  expect(await shop.balance(contact)).toBe(30)
  expect(await shop.verify()).toEqual([])
})

test('new products and classifications named by many purchases at once are entered once', async () => {
  const shop = await openShop(server)
  const contact = await shop.shopper()
  const products = [{ sku: 'NEW', name: 'New', product_family: { name: 'Fresh' }, total_amount: 1 }]
  const answers = await times(60, (index) =>
    shop.buy({ ...(index % 2 ? { contact } : {}), total: 1, products, classification: { name: 'Takeaway' } }),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect((await shop.call('GET', 'products?sku=NEW')).body.content).toHaveLength(1)
})
