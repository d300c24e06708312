import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.offer(tenPercent)
})
afterAll(() => server.stop())

const cancel = (name: string) => shop.call('POST', `purchases/${name}/cancel`)
const walletOf = async (contact: string) => {
  const found = await shop.call('GET', `contacts?code=${contact}&include_wallet=true`)
  return (await shop.call('GET', `wallets/${found.body.content[0].wallet.id}?include_lots=true`)).body
}

describe('a void', () => {
  test('takes the award back and returns the spend to the lot it came from, with its expiry', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100 })
    const before = await walletOf(contact)
    const { body } = await shop.buy({ contact, total: 20, spend: 5 })
    const answer = await cancel(body.id)
    expect(answer.body).toEqual({
      id: body.id,
      state: 'CANCELLED',
      award_reversed: 1.5,
      spend_returned: 5,
      redeem_undone: 0,
      debt: 0,
      spend_held: 0,
    })
    const after = await walletOf(contact)
    const left = (wallet: { lots: { remaining: number }[] }) =>
      wallet.lots.filter(({ remaining }) => remaining > 0)
    expect(after.total_balance).toBe(before.total_balance)
    expect(left(after)).toEqual(left(before))
  })

  test('is told entry by entry, each with its id in the ledger, and names those that it takes back', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100 })
    const { id, awards } = (await shop.buy({ contact, total: 20, spend: 5 })).body
    const entries = async () => (await shop.call('GET', `purchases/${id}/entries`)).body.content
    const offer = awards[0].offer.id
    const spent = { id: `${id}-1`, movement: 'SPEND', amount: 5, spend_method: 'ON_REQUEST', reverses: null }
    const earned = { id: `${id}-2`, movement: 'AWARD', amount: 1.5, reward_offer_id: offer, reverses: null }
    expect(await entries()).toMatchObject([spent, earned])
    await cancel(id)
    expect(await entries()).toMatchObject([
      spent,
      earned,
      { id: `${id}-3`, movement: 'SPEND_REVERSAL', amount: 5, spend_method: null, reverses: spent.id },
      { id: `${id}-4`, movement: 'AWARD_REVERSAL', amount: 1.5, reverses: earned.id },
    ])
    const { wallet } = (await shop.call('GET', `contacts?code=${contact}&include_wallet=true`)).body
      .content[0]
    const { content } = (await shop.call('GET', `wallets/${wallet.id}/transactions?order=ASC`)).body
    const ids = content.map((each: { readonly id: string }) => each.id)
    expect(ids.slice(1)).toEqual([1, 2, 3, 4].map((line) => `${id}-${line}`))
  })

  test('that is only tried out says what it would do and what the wallet would hold, and does nothing', async () => {
    const contact = await shop.shopper()
    const earned = await shop.buy({ contact, total: 100 })
    await shop.buy({ contact, total: 10, spend: 8, reduction_method: 'FRONT_END' })
    const before = await walletOf(contact)
    const headers = { 'idempotency-key': `tried-${earned.body.id}` }
    const path = `purchases/${earned.body.id}/cancel`
    const tried = await shop.call('POST', `${path}?simulate=true`, {}, headers)
    expect(tried.body).toMatchObject({
      state: 'CANCELLED',
      award_reversed: 10,
      debt: 8,
      wallet: { total: 0.2, debt: 8 },
    })
    expect(await walletOf(contact)).toEqual(before)
    expect((await shop.call('GET', `purchases/${earned.body.id}`)).body.state).toBe('POSTED')
    // Under the same key it is still to be done.
    const { wallet, ...told } = tried.body
    expect((await shop.call('POST', path, {}, headers)).body).toEqual(told)
    expect(await walletOf(contact)).toMatchObject({ total_balance: wallet.total, debt: wallet.debt })
    expect(await shop.verify()).toEqual([])
  })

  test('twice is a void once', async () => {
    const contact = await shop.shopper()
    const { body } = await shop.buy({ contact, total: 100 })
    const first = await cancel(body.reference_number)
    expect((await cancel(body.reference_number)).body).toEqual({ ...first.body })
    expect(await shop.balance(contact)).toBe(0)
  })

  test('at once from two tills takes the award back once', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 50 })
    const { body } = await shop.buy({ contact, total: 100 })
    const answers = await Promise.all([cancel(body.id), cancel(body.id), cancel(body.code)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await shop.balance(contact)).toBe(5)
  })

  test('of a purchase whose award was spent makes a debt that the next award repays first', async () => {
    const contact = await shop.shopper()
    const earned = await shop.buy({ contact, total: 100 })
    await shop.buy({ contact, total: 10, spend: 10, reduction_method: 'FRONT_END' })
    expect((await cancel(earned.body.id)).body).toMatchObject({ award_reversed: 10, debt: 10 })
    expect((await walletOf(contact)).debt).toBe(10)
    const next = await shop.buy({ contact, total: 120 })
    expect(next.body.rewards.award).toBe(12)
    expect(next.body.wallet.total).toBe(2)
    expect((await walletOf(contact)).debt).toBe(0)
  })

  test('of earning and spending purchase leaves the same wallet in either order', async () => {
    const run = async (order: readonly [number, number]) => {
      const contact = await shop.shopper()
      const purchases = [
        await shop.buy({ contact, total: 100 }),
        await shop.buy({ contact, total: 10, spend: 10 }),
      ]
      for (const index of order) await cancel(purchases[index]?.body.id)
      const { total_balance, debt } = await walletOf(contact)
      return { total_balance, debt }
    }
    expect(await run([0, 1])).toEqual({ total_balance: 0, debt: 0 })
    expect(await run([1, 0])).toEqual({ total_balance: 0, debt: 0 })
  })

  test('brings money back that expired meanwhile, spendable for the grace period', async () => {
    const brief = await openShop(server)
    await brief.offer({ ...tenPercent, expires_after: { count: 1, unit: 'DAYS' } })
    const contact = await brief.shopper()
    await brief.buy({ contact, total: 100 })
    const { body } = await brief.buy({ contact, total: 10, spend: 10, products: [] })
    const now = server.clock.now
    server.clock.now = new Date(now.getTime() + 48 * 3_600_000)
    try {
      await brief.call('POST', `purchases/${body.id}/cancel`)
      expect(await brief.balance(contact)).toBe(10)
    } finally {
      server.clock.now = now
    }
  })

  test('of a back-end purchase cancels the payout that was not sent', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100 })
    const { body } = await shop.buy({ contact, total: 20, spend: 5, reduction_method: 'BACK_END' })
    await cancel(body.id)
    expect((await shop.call('GET', `purchases/${body.id}`)).body.payout.state).toBe('CANCELLED')
  })

  test('of a purchase at a venue that has closed since is done like any other', async () => {
    const closing = await openShop(server)
    await closing.offer(tenPercent)
    const contact = await closing.shopper()
    const { body } = await closing.buy({ contact, total: 100 })
    await closing.call('PUT', `organisations/${closing.venue}`, { state: 'INACTIVE' })
    expect((await closing.buy({ contact, total: 1 })).status).toBe(400)
    expect((await closing.call('GET', `purchases/${body.id}/explain`)).status).toBe(200)
    expect((await closing.call('POST', `purchases/${body.id}/cancel`)).status).toBe(200)
    expect(await closing.balance(contact)).toBe(0)
  })

  test('of a purchase that nobody knows is kept for it; a name that no purchase can have is not found', async () => {
    const { status, body } = await cancel('no-such-receipt')
    expect([status, body.id, body.state]).toEqual([200, 'no-such-receipt', 'AWAITING_PURCHASE'])
    const never = await cancel('x'.repeat(101))
    expect([never.status, never.body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
  })
})

describe('an ad hoc return', () => {
  const giveBack = (contact: string, amount: number, more: object = {}) =>
    shop.call('POST', 'purchases/ad_hoc_return', {
      contact: { code: contact },
      organisation: { venue_tap: { code: 'V1' } },
      return_amount: amount,
      ...more,
    })

  test('takes awards back in proportion, newest purchase first', async () => {
    const contact = await shop.shopper()
    const first = await shop.buy({ contact, total: 100 })
    const second = await shop.buy({ contact, total: 30 })
    const { body } = await giveBack(contact, 50)
    expect(body.purchases.map(({ id, amount }: { id: string; amount: number }) => [id, amount])).toEqual([
      [second.body.id, 3],
      [first.body.id, 2],
    ])
    expect(body).toMatchObject({ amount: 5, return_amount: 50, unmatched_amount: 0 })
    expect(await shop.balance(contact)).toBe(8)
  })

  test('in any parts that add up to the whole takes exactly the whole award', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: '9.99' })
    for (const part of [0.01, 3.33, 1.11, 5.54]) await giveBack(contact, part)
    expect(await shop.balance(contact)).toBe(0)
    expect((await giveBack(contact, 1)).body.unmatched_amount).toBe(1)
  })

  test('with the same reference number again takes nothing twice', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100 })
    const first = await giveBack(contact, 10, { reference_number: 'RET-1' })
    expect((await giveBack(contact, 10, { reference_number: 'RET-1' })).body).toEqual(first.body)
    expect((await giveBack(contact, 11, { reference_number: 'RET-1' })).body.error).toBe(
      'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
    )
    expect(await shop.balance(contact)).toBe(9)
  })

  test('after a void of the rest takes nothing more than the purchase gave', async () => {
    const contact = await shop.shopper()
    const { body } = await shop.buy({ contact, total: 100 })
    await giveBack(contact, 40)
    await cancel(body.id)
    expect(await shop.balance(contact)).toBe(0)
  })
})

test('a use of a limit is given back once, by a full return or by the void after it', async () => {
  const limited = await openShop(server)
  await limited.offer({ ...tenPercent, limits: { per_contact: { uses: 1 } } })
  const contact = await limited.shopper()
  const { body } = await limited.buy({ contact, total: 10 })
  await limited.call('POST', 'purchases/ad_hoc_return', {
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    return_amount: 10,
  })
  await limited.call('POST', `purchases/${body.id}/cancel`)
  const awards = [await limited.buy({ contact, total: 10 }), await limited.buy({ contact, total: 10 })]
  expect(awards.map((answer) => answer.body.rewards.award)).toEqual([1, 0])
  expect(await limited.verify()).toEqual([])
})

test('the books hold after all of it', async () => {
  expect(await shop.verify()).toEqual([])
})
