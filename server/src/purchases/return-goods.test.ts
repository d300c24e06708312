import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { standing } from '../../test/standing.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.offer(tenPercent)
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}
const goods = [
  { sku: 'A', quantity: 3, total_amount: 10 },
  { sku: 'B', quantity: 1, total_amount: 20 },
]
const giveBack = (at: Shop, id: string, body: object, query = '') =>
  at.call('POST', `purchases/${id}/returns${query}`, body)
const bought = async (at: Shop, body: object = {}) => {
  const contact = await at.shopper()
  const { id } = ok(await at.buy({ contact, total: 30, products: goods, ...body }))
  return { contact, id }
}

describe('a return by line', () => {
  test('that is only tried out says what it would do, and the same is done by the same number afterwards', async () => {
    const { contact, id } = await bought(shop)
    const body = { reference_number: 'TRIED-1', products: [{ sku: 'A', quantity: 1 }] }
    const tried = ok(await giveBack(shop, id, body, '?simulate=true'))
    expect(await shop.balance(contact)).toBe(3)
    expect(ok(await shop.call('GET', `purchases/${id}/returns`)).content).toEqual([])
    const done = ok(await giveBack(shop, id, body))
    expect({ ...tried, id: '' }).toEqual({ ...done, id: '' })
    expect(await shop.balance(contact)).toBe(2.66)
  })

  test('takes the award of the pieces, says what to refund and what is left, and is told with the purchase', async () => {
    const { contact, id } = await bought(shop)
    const back = ok(
      await giveBack(shop, id, { reference_number: 'L-1', products: [{ sku: 'A', quantity: 1 }] }),
    )
    expect(back).toMatchObject({
      reference_number: 'L-1',
      state: 'APPLIED',
      return_amount: 3.34,
      amount: 0.34,
      return_spent_amount: 0,
      debt: 0,
      refund: { cash: 3.34, wallet: 0, reduction: 0 },
      left: 26.66,
      products: [{ line: 1, sku: 'A', quantity: 1, total_amount: 3.34 }],
      wallet: { total: 2.66, debt: 0 },
      say: '3.34 EUR to refund, 0.34 EUR of rewards taken back.',
    })
    expect(back.awards).toMatchObject([{ policy: 'PRO_RATA', awarded: 3, amount: 0.34, taken_in_all: 0.34 }])
    const now = ok(await shop.call('GET', `purchases/${id}`))
    expect(now.products).toMatchObject([
      { product_sku: { sku: 'A' }, returned_quantity: 1, returned_amount: 3.34 },
      { product_sku: { sku: 'B' }, returned_quantity: 0, returned_amount: 0 },
    ])
    expect(now.returned).toMatchObject({ total: 3.34, award: 0.34, spend: 0 })
    expect(ok(await shop.call('GET', `purchases/${id}/returns`)).content).toMatchObject([
      { reference_number: 'L-1', type: 'RETURN', return_amount: 3.34, amount: 0.34 },
    ])
    expect(await shop.balance(contact)).toBe(2.66)
  })

  test('of weighed goods takes the share of the weight', async () => {
    const products = [{ sku: 'CHEESE', quantity: 0.75, total_amount: 15 }]
    const { id } = await bought(shop, { total: 15, products })
    const first = ok(await giveBack(shop, id, { products: [{ sku: 'CHEESE', quantity: 0.25 }] }))
    expect(first).toMatchObject({ return_amount: 5, amount: 0.5, left: 10 })
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'CHEESE' }] }))).toMatchObject({
      amount: 1,
      left: 0,
    })
  })

  test('without pieces takes all that is left of the line; of several lines with the SKU those before first', async () => {
    const products = [
      { sku: 'A', quantity: 1, total_amount: 10 },
      { sku: 'A', quantity: 2, total_amount: 30 },
    ]
    const { id } = await bought(shop, { total: 40, products })
    const first = ok(await giveBack(shop, id, { products: [{ sku: 'A', quantity: 2 }] }))
    expect(first.products).toMatchObject([
      { line: 1, quantity: 1, total_amount: 10 },
      { line: 2, quantity: 1, total_amount: 15 },
    ])
    expect(ok(await giveBack(shop, id, { products: [{ line: 2 }] }))).toMatchObject({
      return_amount: 15,
      left: 0,
    })
  })
})

describe('the same return again', () => {
  test('gets the same answer and takes nothing; with other content it is refused, naming what differs', async () => {
    const { contact, id } = await bought(shop)
    const body = { reference_number: 'AGAIN-1', products: [{ sku: 'B' }] }
    const first = await giveBack(shop, id, body)
    const parallel = await Promise.all([1, 2, 3, 4].map(() => giveBack(shop, id, body)))
    for (const answer of parallel) expect(answer.body).toEqual(first.body)
    expect(await shop.balance(contact)).toBe(1)
    const other = await giveBack(shop, id, { ...body, products: [{ sku: 'A' }] })
    expect([other.status, other.body.error, other.body.field_errors[0].path]).toEqual([
      400,
      'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      'products',
    ])
    const elsewhere = await bought(shop)
    expect((await giveBack(shop, elsewhere.id, body)).body.field_errors[0].path).toBe('purchase')
  })
})

describe('more than was bought', () => {
  test.each`
    what                             | body                                                          | path                          | left
    ${'pieces'}                      | ${{ products: [{ sku: 'A', quantity: 3 }] }}                  | ${'products[0].quantity'}     | ${'2 of this line is left'}
    ${'money of a line'}             | ${{ products: [{ sku: 'B', total_amount: 20.01 }] }}          | ${'products[0].total_amount'} | ${'20.00 EUR of this line is left'}
    ${'money'}                       | ${{ return_amount: 26.67 }}                                   | ${'return_amount'}            | ${'26.66 EUR of the purchase is left'}
    ${'a price that was not paid'}   | ${{ products: [{ sku: 'A', quantity: 1, total_amount: 4 }] }} | ${'products[0].total_amount'} | ${'these goods cost 3.33 EUR'}
    ${'goods that were never there'} | ${{ products: [{ sku: 'Z' }] }}                               | ${'products[0].sku'}          | ${'1 A, 2 B'}
    ${'a line that is not there'}    | ${{ products: [{ line: 7 }] }}                                | ${'products[0].line'}         | ${'1 A, 2 B'}
    ${'nothing of a piece'}          | ${{ products: [{ sku: 'A', quantity: 0 }] }}                  | ${'products[0].quantity'}     | ${'above zero'}
  `('$what is refused, naming what is left', async ({ body, path, left }) => {
    const { contact, id } = await bought(shop)
    ok(await giveBack(shop, id, { products: [{ sku: 'A', quantity: 1 }] }))
    const { status, body: refused } = await giveBack(shop, id, body)
    expect([status, refused.field_errors[0].path]).toEqual([400, path])
    expect(refused.detail).toContain(left)
    expect(await shop.balance(contact)).toBe(2.66)
  })

  test('of a purchase that came back, or was voided, is refused', async () => {
    const { id } = await bought(shop)
    ok(await giveBack(shop, id, { return_amount: 30 }))
    expect((await giveBack(shop, id, { products: [{ sku: 'A' }] })).body.detail).toContain(
      'nothing of the purchase is left',
    )
    const voided = await bought(shop)
    ok(await shop.call('POST', `purchases/${voided.id}/cancel`))
    const refused = await giveBack(shop, voided.id, { return_amount: 1 })
    expect(refused.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
  })

  test('pieces take along what came back of them by amount before', async () => {
    const { contact, id } = await bought(shop)
    ok(await giveBack(shop, id, { return_amount: 20 }))
    expect(ok(await giveBack(shop, id, { products: [{ sku: 'A' }, { sku: 'B' }] }))).toMatchObject({
      return_amount: 10,
      left: 0,
    })
    expect(await shop.balance(contact)).toBe(0)
  })
})

describe('what the till refunds', () => {
  test('is less what the wallet and discounts had paid, when they went off the price', async () => {
    const own = await openShop(server)
    await own.offer(tenPercent)
    await own.offer({
      award: { kind: 'FIXED', amount: 6 },
      redeem_method: 'INSTANT',
      on_top: true,
      limits: { per_contact: { uses: 2 } },
    })
    const contact = await own.shopper()
    ok(await own.buy({ contact, total: 100 }))
    const { id } = ok(
      await own.buy({ contact, total: 30, products: goods, spend: 9, reduction_method: 'FRONT_END' }),
    )
    const back = ok(await giveBack(own, id, { products: [{ sku: 'B' }] }))
    const { cash, wallet, reduction } = back.refund
    expect(reduction).toBe(4)
    expect(Math.round((cash + wallet + reduction) * 100)).toBe(2_000)
    ok(await giveBack(own, id, { products: [{ sku: 'A' }] }))
    expect(await own.balance(contact)).toBe(9.4)
    expect(await own.verify()).toEqual([])
  })

  test('is everything, when the purchase was paid in full; the payout is lessened', async () => {
    const own = await openShop(server)
    await own.offer(tenPercent)
    const contact = await own.shopper()
    ok(await own.buy({ contact, total: 100 }))
    const { id } = ok(
      await own.buy({ contact, total: 30, products: goods, spend: 6, reduction_method: 'BACK_END' }),
    )
    const before = await standing(own)
    expect(ok(await giveBack(own, id, { return_amount: 15 })).refund).toEqual({
      cash: 15,
      wallet: 3,
      reduction: 0,
    })
    expect(await own.verify()).toEqual([])
    expect(before).not.toEqual(await standing(own))
    expect(ok(await giveBack(own, id, { return_amount: 15 })).refund).toEqual({
      cash: 15,
      wallet: 3,
      reduction: 0,
    })
    expect(ok(await own.call('GET', `purchases/${id}`)).payout.state).toBe('CANCELLED')
    expect(await own.verify()).toEqual([])
  })

  test('waits for the wallet part while a payout is out; a void stops the payout', async () => {
    const own = await openShop(server)
    await own.offer(tenPercent)
    const contact = await own.shopper()
    ok(await own.buy({ contact, total: 100 }))
    const { id } = ok(
      await own.buy({ contact, total: 30, products: goods, spend: 6, reduction_method: 'BACK_END' }),
    )
    await own.work(({ db, actor }) =>
      db.updateTable('payouts').set({ state: 'UNKNOWN' }).where('tenant', '=', actor.tenant).execute(),
    )
    expect(ok(await giveBack(own, id, { return_amount: 15 }))).toMatchObject({
      return_spent_amount: 0,
      spend_held: 3,
      refund: { cash: 15, wallet: 0 },
    })
    expect(ok(await own.call('POST', `purchases/${id}/cancel`))).toMatchObject({
      spend_returned: 0,
      spend_held: 6,
    })
    expect(await own.balance(contact)).toBe(4)
    const { is_stopped } = await own.work(({ db, actor }) =>
      db
        .selectFrom('payouts')
        .select('is_stopped')
        .where('tenant', '=', actor.tenant)
        .executeTakeFirstOrThrow(),
    )
    expect(is_stopped).toBe(true)
    expect(await own.verify()).toEqual([])
  })
})

test('a return of a purchase that is nobody’s is kept, and takes nothing', async () => {
  const { id } = ok(await shop.buy({ total: 30, products: goods }))
  expect(ok(await giveBack(shop, id, { products: [{ sku: 'A' }] }))).toMatchObject({
    return_amount: 10,
    amount: 0,
    refund: { cash: 10 },
    wallet: null,
  })
  expect(ok(await shop.call('GET', `purchases/${id}`)).returned.total).toBe(10)
})

test('a void racing returns ends with nothing taken twice', async () => {
  const own = await openShop(server)
  await own.offer(tenPercent)
  const { contact, id } = await bought(own)
  const answers = await Promise.all([
    ...[1, 2, 3].map((n) =>
      giveBack(own, id, { reference_number: `RACE-${n}`, products: [{ sku: 'A', quantity: 1 }] }),
    ),
    ...[1, 2].map(() => own.call('POST', `purchases/${id}/cancel`)),
  ])
  for (const { status, body } of answers) {
    if (status !== 200) expect(body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
  }
  expect(await own.balance(contact)).toBe(0)
  expect(await standing(own)).toEqual([])
  expect(await own.verify()).toEqual([])
})

test('the books hold after all of it', async () => {
  expect(await shop.verify()).toEqual([])
})
