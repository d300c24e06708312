import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let second: string
beforeAll(async () => {
  server = await startServer()
  second = await server.another()
})
afterAll(() => server.stop())

const body = (contact: string, reference: string, total: number | string = 10) => ({
  reference_number: reference,
  contact: { code: contact },
  organisation: { venue_tap: { code: 'V1' } },
  transaction_amounts: { total },
})

test('an offer paused by another process awards nothing more', async () => {
  const shop = await openShop(server)
  const offer = await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const buySecond = (reference: string) =>
    ask(second, shop.key, { method: 'POST', path: 'purchases', body: body(contact, reference) })
  expect((await buySecond('A')).body.rewards.award).toBe(1)
  await shop.call('POST', `reward_offers/${offer}/life_cycle_state`, { life_cycle_state: 'INACTIVE' })
  expect((await buySecond('B')).body.rewards.award).toBe(0)
})

test('a venue opened by another process is known at once', async () => {
  const shop = await openShop(server)
  await ask(second, shop.key, { method: 'POST', path: 'purchases', body: body(await shop.shopper(), 'A') })
  await shop.call('POST', 'organisations', {
    type: 'VENUE',
    name: 'New',
    code: 'NEW',
    parent: { id: shop.merchant },
    taps: [{ code: 'V2', name: 'v' }],
  })
  const sold = { organisation: { venue_tap: { code: 'V2' } }, transaction_amounts: { total: 1 } }
  expect((await ask(second, shop.key, { method: 'POST', path: 'purchases', body: sold })).status).toBe(200)
})

test('one reference number sent to both processes at once is one purchase', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      ask(index % 2 ? second : server.url, shop.key, {
        method: 'POST',
        path: 'purchases',
        body: body(contact, 'BOTH'),
      }),
    ),
  )
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await shop.balance(contact)).toBe(1)
})

describe('200 purchases at once through two processes', () => {
  test.each`
    limits                                                 | cents
    ${{ budget: 100 }}                                     | ${100_00}
    ${{ per_contact: { uses: 3, period: 'DAY' } }}         | ${10 * 3 * 78}
    ${{ per_contact: { amount: 5, period: 'MONTH' } }}     | ${10 * 5_00}
    ${{ per_period: { amount: '77.77', period: 'WEEK' } }} | ${77_77}
    ${{ per_venue: { uses: 64, period: 'YEAR' } }}         | ${64 * 78}
  `('are awarded $cents cents by $limits, and not one more', async ({ limits, cents }) => {
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, limits })
    const contacts = await Promise.all(Array.from({ length: 10 }, () => shop.shopper()))
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        ask(index % 2 ? second : server.url, shop.key, {
          method: 'POST',
          path: 'purchases',
          body: body(contacts[index % 10] ?? '', `LIMIT-${index}`, '7.77'),
        }),
      ),
    )
    const given = answers.reduce((sum, answer) => sum + Math.round(answer.body.rewards.award * 100), 0)
    expect(given).toBe(cents)
    expect(await shop.verify()).toEqual([])
  })
})
