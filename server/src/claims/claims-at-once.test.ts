import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkExplanations } from '../../../scripts/check-explain/check.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const times = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)))

const claim = (shop: Shop, contact: string, transaction_code: string) =>
  shop.call('POST', 'purchases/reclaim', { contact: { code: contact }, transaction_code })

const TAKEN = 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION'

test('of 64 contacts who claim one receipt at the same instant one gets it and the others hear that it is taken', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contacts = await times(64, () => shop.shopper())
  const { body } = await shop.buy({ total: 10 })
  const answers = await Promise.all(
    contacts.map((contact, index) =>
      claim(shop, contact, index % 2 === 0 ? body.receipt.qr : body.receipt.signed_code),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const others = answers.filter(({ status }) => status !== 200)
  expect(new Set(others.map(({ status, body }) => `${status} ${body.error}`))).toEqual(
    new Set([`400 ${TAKEN}`]),
  )
  const balances = await Promise.all(contacts.map((contact) => shop.balance(contact)))
  expect(balances.filter((balance) => balance > 0)).toEqual([1])
  expect(await shop.verify()).toEqual([])
})

test('one contact who claims a receipt 32 times at once is awarded once', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const { body } = await shop.buy({ total: 10 })
  const answers = await times(32, () => claim(shop, contact, body.receipt.qr))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await shop.balance(contact)).toBe(1)
  expect(await shop.verify()).toEqual([])
})

test('a claim sent 32 times at once with one idempotency key is answered 32 times the same', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const contact = await shop.shopper()
  const { body } = await shop.buy({ total: 10 })
  const answers = await times(32, () =>
    shop.call(
      'POST',
      'purchases/reclaim',
      { contact: { code: contact }, transaction_code: body.receipt.qr },
      { 'idempotency-key': 'claimed-once' },
    ),
  )
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
  expect(answers[0]?.status).toBe(200)
  expect(await shop.balance(contact)).toBe(1)
})

test('claims and voids of the same receipts at once end with nothing awarded for what is void', async () => {
  const shop = await openShop(server)
  await shop.offer(tenPercent)
  const [one, two] = [await shop.shopper(), await shop.shopper()]
  const bought = await times(24, (index) => shop.buy({ total: 10, reference: `RACE-${index}` }))
  await Promise.all(
    bought.flatMap(({ body }, index) => [
      claim(shop, index % 2 === 0 ? one : two, body.receipt.qr),
      shop.call('POST', `purchases/${index % 3 === 0 ? body.id : `RACE-${index}`}/cancel`, {}),
    ]),
  )
  const { body } = await shop.call('GET', 'purchases?size=100')
  expect(new Set(body.content.map(({ state }: { state: string }) => state))).toEqual(new Set(['CANCELLED']))
  expect([await shop.balance(one), await shop.balance(two)]).toEqual([0, 0])
  expect(await shop.verify()).toEqual([])
})

test('claims, returns and purchases of the same contacts at once leave whole books and true explanations', async () => {
  const shop = await openShop(server)
  await shop.offer({ ...tenPercent, limits: { budget: 30 } })
  await shop.offer({
    code: 'THIRD',
    award: { kind: 'FIXED', amount: 0.5 },
    progress: { of: 'VISITS', target: 3 },
  })
  const contacts = await times(4, () => shop.shopper())
  const of = (index: number) => contacts[index % contacts.length] ?? ''
  const products = [
    { sku: 'A', quantity: 2, total_amount: '4.44' },
    { sku: 'B', quantity: 1, total_amount: '5.56' },
  ]
  const bought = await times(40, (index) => shop.buy({ total: '10.00', reference: `MIX-${index}`, products }))
  await Promise.all(
    bought.flatMap(({ body }, index) => [
      claim(shop, of(index), body.receipt.qr),
      shop.buy({ contact: of(index + 1), total: '3.21' }),
      ...(index % 2 === 0
        ? [shop.call('POST', `purchases/MIX-${index}/returns`, { products: [{ sku: 'A', quantity: 1 }] })]
        : []),
    ]),
  )
  expect(await shop.verify()).toEqual([])
  const report = await checkExplanations(server.database.url)
  expect(report.mismatches).toEqual([])
  expect(report.holds).toBe(true)
})
