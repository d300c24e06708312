import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { standing } from '../../test/standing.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  server.clock.now = new Date('2026-11-23T10:00:00Z')
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}

async function shopWithMoney(): Promise<{ shop: Shop; contact: string }> {
  const shop = await openShop(server)
  await shop.offer({ ...tenPercent, limits: { budget: 500, per_contact: { uses: 30, period: 'MONTH' } } })
  const contact = await shop.shopper()
  ok(await shop.buy({ contact, total: 100 }))
  return { shop, contact }
}

const products = [
  { sku: 'A', quantity: 2, total_amount: 20 },
  { sku: 'B', quantity: 1, total_amount: 10 },
]

describe('a void that comes before its purchase', () => {
  test('is kept, and the purchase is void from the moment it arrives: nothing is earned, spent, counted or to be paid', async () => {
    const { shop, contact } = await shopWithMoney()
    const before = await standing(shop)
    expect(ok(await shop.call('POST', 'purchases/EARLY-1/cancel'))).toMatchObject({
      id: 'EARLY-1',
      state: 'AWAITING_PURCHASE',
      award_reversed: 0,
    })
    const purchase = { contact, total: 30, products, spend: 5, reference: 'EARLY-1' }
    const posted = ok(await shop.buy(purchase))
    expect(posted).toMatchObject({
      state: 'CANCELLED',
      rewards: { award: 0, spend: 0 },
      amount_due: 0,
      awards: [],
      spends: [],
      wallet: { total: 10 },
    })
    expect(await standing(shop)).toEqual(before)
    expect((await shop.buy(purchase)).body).toEqual(posted)
    expect(ok(await shop.call('GET', 'purchases/EARLY-1')).state).toBe('CANCELLED')
    expect(ok(await shop.call('POST', 'purchases/EARLY-1/cancel'))).toMatchObject({
      id: posted.id,
      state: 'CANCELLED',
    })
    expect(await standing(shop)).toEqual(before)
    expect(await shop.verify()).toEqual([])
  })

  test('is kept once, finds its purchase by the id that the client gave as well, and leaves a quote alone', async () => {
    const { shop, contact } = await shopWithMoney()
    const id = '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f99'
    for (const name of [id, id.toUpperCase()]) ok(await shop.call('POST', `purchases/${name}/cancel`))
    expect(ok(await shop.buy({ contact, id, total: 30 }, '?simulate=true')).rewards.award).toBe(3)
    expect(ok(await shop.buy({ contact, id, total: 30 })).state).toBe('CANCELLED')
    expect(ok(await shop.buy({ contact, total: 30 })).state).toBe('POSTED')
  })

  test('of one merchant leaves the purchase of another with the same number alone', async () => {
    const { shop, contact } = await shopWithMoney()
    const other = ok(
      await shop.call('POST', 'organisations', { type: 'MERCHANT', name: 'Other', code: 'OTHER' }),
    )
    const made = ok(
      await shop.call('POST', 'api_keys', {
        name: 'till',
        kind: 'SECRET',
        scopes: ['purchases:write'],
        organisation: { id: other.id },
      }),
    )
    const kept = await shop.call('POST', 'purchases/SAME-1/cancel', {}, { api_key: made.key })
    expect(ok(kept).state).toBe('AWAITING_PURCHASE')
    expect(ok(await shop.buy({ contact, total: 30, reference: 'SAME-1' })).state).toBe('POSTED')
    const there = await shop.buy({ contact, total: 30, reference: 'SAME-1', organisation: { id: other.id } })
    expect(ok(there).state).toBe('CANCELLED')
  })

  test('of a back-end purchase leaves no payout, and of an instant discount nothing', async () => {
    const { shop, contact } = await shopWithMoney()
    await shop.offer({ award: { kind: 'FIXED', amount: 2 }, redeem_method: 'INSTANT', on_top: true })
    const before = await standing(shop)
    ok(await shop.call('POST', 'purchases/EARLY-2/cancel'))
    const posted = ok(
      await shop.buy({ contact, total: 30, spend: 4, reference: 'EARLY-2', reduction_method: 'BACK_END' }),
    )
    expect(posted).toMatchObject({ state: 'CANCELLED', payout: null })
    expect(await standing(shop)).toEqual(before)
    expect(await shop.verify()).toEqual([])
  })

  test('racing its purchase ends with a void, whoever is first', async () => {
    const { shop, contact } = await shopWithMoney()
    const before = await standing(shop)
    const race = async (index: number) => {
      const reference = `RACE-${index}`
      const cancels = [1, 2, 3].map(() => shop.call('POST', `purchases/${reference}/cancel`))
      const buys = [1, 2].map(() => shop.buy({ contact, total: 30, spend: 1, reference }))
      for (const answer of await Promise.all([...cancels, ...buys])) ok(answer)
      expect(ok(await shop.call('GET', `purchases/${reference}`)).state).toBe('CANCELLED')
    }
    await Promise.all(Array.from({ length: 25 }, (_, index) => race(index)))
    expect(await standing(shop)).toEqual(before)
    expect(await shop.verify()).toEqual([])
  })
})

describe('a return that comes before its purchase', () => {
  test('is applied when it arrives, and told as any other return afterwards', async () => {
    const { shop, contact } = await shopWithMoney()
    const body = { reference_number: 'RET-1', products: [{ sku: 'A', quantity: 1 }] }
    const kept = ok(await shop.call('POST', 'purchases/LATE-1/returns', body))
    expect(kept).toMatchObject({ state: 'AWAITING_PURCHASE', amount: 0, refund: { cash: 0 } })
    expect(ok(await shop.call('POST', 'purchases/LATE-1/returns', body)).id).toBe(kept.id)
    const other = await shop.call('POST', 'purchases/LATE-1/returns', {
      ...body,
      products: [{ sku: 'A', quantity: 2 }],
    })
    expect([other.status, other.body.field_errors[0].path]).toEqual([400, 'products'])
    const posted = ok(await shop.buy({ contact, total: 30, products, spend: 6, reference: 'LATE-1' }))
    expect(posted.wallet.total).toBe(8.7)
    expect(await shop.balance(contact)).toBe(8.7)
    const again = ok(await shop.call('POST', 'purchases/LATE-1/returns', body))
    expect(again).toMatchObject({ state: 'APPLIED', return_amount: 10, amount: 0.7, return_spent_amount: 3 })
    expect(ok(await shop.call('GET', 'purchases/LATE-1/returns')).content).toHaveLength(1)
    expect(await shop.verify()).toEqual([])
  })

  test('of more than was bought does not keep the purchase from being taken', async () => {
    const { shop, contact } = await shopWithMoney()
    ok(await shop.call('POST', 'purchases/LATE-2/returns', { return_amount: 31 }))
    expect(ok(await shop.buy({ contact, total: 30, reference: 'LATE-2' })).rewards.award).toBe(3)
    expect(ok(await shop.call('GET', 'purchases/LATE-2')).returned.total).toBe(0)
  })
})

test('complaint: duplicate events. Purchases, voids and returns in any order, each any number of times, leave the same books', async () => {
  const events = ['BUY 1', 'BUY 2', 'BUY 3', 'VOID 2', 'LINE 1', 'AMOUNT 1', 'LINE 3', 'VOID 3']
  const run = async (order: readonly string[]) => {
    const shop = await openShop(server)
    ok(await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' }))
    await shop.offer({ code: 'TEN', ...tenPercent, limits: { budget: 500, per_contact: { uses: 30 } } })
    await shop.offer({
      code: 'AGAIN',
      award: { kind: 'PERCENTAGE', rate: 3.3 },
      on_top: true,
      return_policy: 'REJUDGE',
      conditions: [{ kind: 'AMOUNT', minimum: 25 }],
    })
    await shop.offer({
      code: 'OFF',
      award: { kind: 'FIXED', amount: 1.01 },
      redeem_method: 'INSTANT',
      on_top: true,
    })
    ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: 'ANN' }))
    for (const event of order) {
      const [what, number] = event.split(' ')
      const path = `purchases/P-${number}`
      const answer =
        what === 'BUY'
          ? await shop.buy({ contact: 'ANN', total: 30, products, reference: `P-${number}` })
          : what === 'VOID'
            ? await shop.call('POST', `${path}/cancel`)
            : await shop.call('POST', `${path}/returns`, {
                reference_number: `RET-${event}`,
                ...(what === 'LINE' ? { products: [{ sku: 'A', quantity: 1 }] } : { return_amount: 3.33 }),
              })
      // What was voided before cannot be returned as well.
      if (answer.status !== 200) expect(answer.body.error).toBe('CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION')
    }
    expect(await shop.verify()).toEqual([])
    return (await standing(shop)).map((told) => told.replace(/\bB\d+\b/, 'the business'))
  }
  const expected = await run(events)
  expect(expected.length).toBeGreaterThan(5)
  await fc.assert(
    fc.asyncProperty(
      fc
        .tuple(
          fc.shuffledSubarray(events, { minLength: events.length }),
          fc.array(fc.constantFrom(...events), { maxLength: 5 }),
        )
        .chain(([all, again]) =>
          fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
        ),
      async (order) => {
        expect(await run(order)).toEqual(expected)
      },
    ),
    { numRuns: 15 },
  )
}, 120_000)

test('a void before its purchase settles debts like one after it: money that comes back to an expired award repays what a younger one did', async () => {
  const [now, hour] = [server.clock.now, 3_600_000]
  const at = (hours: number) => new Date(now.getTime() + hours * hour)
  const run = async (isEarly: boolean) => {
    server.clock.now = now
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, code: 'TEN', expires_after: { count: 5, unit: 'DAYS' } })
    ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: 'ANN' }))
    const buy = async (body: object) => ok(await shop.buy({ contact: 'ANN', ...body }))
    const cancel = (id: string) => shop.call('POST', `purchases/${id}/cancel`)
    const first = await buy({ total: 500 })
    await buy({ total: 50, spend: 50 })
    expect(ok(await cancel(first.id)).debt).toBe(50)
    const repaid = await buy({ total: 500 })
    const fourDaysLate = await buy({ total: 300, date: at(-96).toISOString() })
    expect(fourDaysLate.wallet.total).toBe(30)
    server.clock.now = at(36)
    expect(ok(await cancel(repaid.id)).debt).toBe(50)
    // The award that is left has expired, so that the younger one repays all.
    expect((await buy({ total: 500 })).wallet).toMatchObject({ total: 0 })

    const late = { total: 20, spend: 10, date: at(12).toISOString(), reference: 'LATE' }
    if (isEarly) ok(await cancel('LATE'))
    const { wallet } = await buy(late)
    if (isEarly) expect(wallet.total).toBe(10)
    else ok(await cancel('LATE'))
    expect(await shop.balance('ANN')).toBe(10)
    expect(await shop.verify()).toEqual([])
    return (await standing(shop)).map((told) => told.replace(/\bB\d+\b/, 'the business'))
  }
  try {
    const after = await run(false)
    expect(after).toContainEqual(expect.stringMatching(/^lot of ANN by TEN until 2026-11-29.*: 1000 left/))
    expect(await run(true)).toEqual(after)
  } finally {
    server.clock.now = now
  }
})
