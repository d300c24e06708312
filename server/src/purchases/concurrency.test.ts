import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

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

const inCents = (amount: number) => Math.round(amount * 100)
const centsOf = (answers: readonly Answer[]) =>
  answers.reduce((sum, { body }) => sum + inCents(body.rewards.award), 0)

describe('of 200 purchases at once', () => {
  /** Twenty contacts buy ten times for 7.77 at the same moment: 10 % of each is 0.78, 156.00 without a limit. */
  async function rush(shop: Shop, contacts: readonly string[]): Promise<readonly Answer[]> {
    const answers = await times(200, (index) =>
      shop.buy({ contact: contacts[index % 20] ?? '', total: '7.77' }),
    )
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    return answers
  }

  async function inWallets(shop: Shop, contacts: readonly string[]): Promise<number> {
    const balances = await Promise.all(contacts.map((contact) => shop.balance(contact)))
    return balances.reduce((sum, each) => sum + inCents(each), 0)
  }

  test.each`
    limits                                                             | cents
    ${{ budget: 100 }}                                                 | ${100_00}
    ${{ per_contact: { uses: 3, period: 'DAY' } }}                     | ${20 * 3 * 78}
    ${{ per_contact: { amount: 5, period: 'MONTH' } }}                 | ${20 * 5_00}
    ${{ per_contact: { uses: 7, amount: '5.01', period: 'EVER' } }}    | ${20 * 5_01}
    ${{ per_period: { uses: 64, period: 'WEEK' } }}                    | ${64 * 78}
    ${{ per_period: { amount: 100, period: 'YEAR' } }}                 | ${100_00}
    ${{ per_venue: { uses: 64, period: 'DAY' } }}                      | ${64 * 78}
    ${{ per_venue: { amount: 100, period: 'MONTH' } }}                 | ${100_00}
    ${{ budget: 100, per_contact: { amount: '4.99', period: 'DAY' } }} | ${20 * 4_99}
    ${{ budget: '0.01' }}                                              | ${1}
  `(
    '$limits awards $cents cents and not one more, and voids at once give all of it back',
    async ({ limits, cents }) => {
      const shop = await openShop(server)
      const offer = await shop.offer({ ...tenPercent, limits })
      const contacts = await times(20, () => shop.shopper())
      const first = await rush(shop, contacts)
      expect(centsOf(first)).toBe(cents)
      expect(await inWallets(shop, contacts)).toBe(cents)
      if (limits.budget !== undefined) {
        const used = (await shop.call('GET', `reward_offers/${offer}`)).body.budget_used
        expect(inCents(used)).toBe(cents)
      }

      const awarded = first.filter(({ body }) => body.rewards.award > 0)
      const voids = await Promise.all(
        awarded.map(({ body }) => shop.call('POST', `purchases/${body.id}/cancel`)),
      )
      expect(voids.every(({ status }) => status === 200)).toBe(true)
      expect(await inWallets(shop, contacts)).toBe(0)
      expect(centsOf(await rush(shop, contacts))).toBe(cents)
      expect(await inWallets(shop, contacts)).toBe(cents)
      expect(await shop.verify()).toEqual([])
    },
  )

  test.each`
    progress                                                       | each
    ${{ of: 'VISITS', target: 7, repeats: true }}                  | ${7}
    ${{ of: 'AMOUNT', target: 21, period: 'YEAR', repeats: true }} | ${7}
    ${{ of: 'QUANTITY', target: 8, period: 'DAY', repeats: true }} | ${8}
  `(
    'a goal $progress is reached every $each, and voids at once take it back to nothing',
    async ({ progress, each }) => {
      const shop = await openShop(server)
      await shop.offer({ award: { kind: 'FIXED', amount: 1 }, progress })
      const contact = await shop.shopper()
      const buy = () =>
        shop.buy({ contact, total: 3, products: [{ sku: 'TEA', quantity: 1, total_amount: 3 }] })
      const bought = await times(200, buy)
      expect(centsOf(bought)).toBe(Math.floor(200 / each) * 100)
      await Promise.all(bought.map(({ body }) => shop.call('POST', `purchases/${body.id}/cancel`)))
      expect(await shop.balance(contact)).toBe(0)
      const again: number[] = []
      for (let visit = 1; visit <= each; visit++) again.push((await buy()).body.rewards.award)
      expect(again).toEqual([...Array.from({ length: each - 1 }, () => 0), 1])
      expect(await shop.verify()).toEqual([])
    },
  )
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
