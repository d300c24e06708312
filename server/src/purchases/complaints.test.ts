import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openShop } from '../../test/shop.ts'

// What people complain of in systems like this one, each with the test that it cannot happen here.

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}
const award = (answer: Answer): number => ok(answer).rewards.award
const at = (iso: string) => ({ date: iso })

/** Days back are few by default; these tests buy on the day that they talk of. */
async function on<Result>(iso: string, run: () => Promise<Result>): Promise<Result> {
  const now = server.clock.now
  server.clock.now = new Date(iso)
  try {
    return await run()
  } finally {
    server.clock.now = now
  }
}

describe('complaint: wrong time zone or clock change', () => {
  test('an hour is the hour on the wall of the venue, before and after its clock changes', () =>
    on('2027-03-28T20:00:00Z', async () => {
      // Cyprus: clocks go from 03:00 to 04:00 on 28 March 2027.
      const shop = await openShop(server, { timeZone: 'Europe/Nicosia' })
      await shop.offer({
        award: { kind: 'FIXED', amount: 1 },
        conditions: [{ kind: 'TIMINGS', timings: [{ start_time: '08:00', end_time: '09:00' }] }],
      })
      const contact = await shop.shopper()
      const bought = (iso: string) => shop.buy({ contact, ...at(iso) }).then(award)
      expect(await bought('2027-03-27T06:30:00Z')).toBe(1)
      expect(await bought('2027-03-28T06:30:00Z')).toBe(0)
      expect(await bought('2027-03-28T05:30:00Z')).toBe(1)
    }))
})

describe('complaint: happy hour across midnight', () => {
  test('Friday 22:00 to 02:00 is one night: Saturday 01:59 is in it, Friday 01:59 and Saturday 22:30 are not', () =>
    on('2027-01-11T00:00:00Z', async () => {
      const shop = await openShop(server, { timeZone: 'UTC' })
      await shop.offer({
        award: { kind: 'FIXED', amount: 1 },
        conditions: [{ kind: 'TIMINGS', timings: [{ days: [6], start_time: '22:00', end_time: '02:00' }] }],
      })
      const contact = await shop.shopper()
      const bought = (iso: string) => shop.buy({ contact, ...at(iso) }).then(award)
      expect(await bought('2027-01-08T22:00:00Z')).toBe(1)
      expect(await bought('2027-01-09T01:59:59Z')).toBe(1)
      expect(await bought('2027-01-09T02:00:00Z')).toBe(0)
      expect(await bought('2027-01-08T01:59:00Z')).toBe(0)
      expect(await bought('2027-01-09T22:30:00Z')).toBe(0)
    }))
})

test('complaint: random stacking. Of equal offers the older one is awarded, every time, and the other says why not', async () => {
  const shop = await openShop(server)
  const [older = '', younger = ''] = [
    await shop.offer({ name: 'Older', award: { kind: 'PERCENTAGE', rate: 10 } }),
    await shop.offer({ name: 'Younger', award: { kind: 'PERCENTAGE', rate: 10 } }),
  ]
  const contact = await shop.shopper()
  const bought = await Promise.all(Array.from({ length: 20 }, () => shop.buy({ contact })))
  for (const answer of bought)
    expect(ok(answer).awards.map((each: { offer: { id: string } }) => each.offer.id)).toEqual([older])
  const { body } = await shop.call('GET', `purchases/${bought[0]?.body.id}/explain`)
  const told = [...body.refused, ...body.others].find((each: { offer: string }) => each.offer === younger)
  expect(told.condition).toBe('BETTER_OFFER')
})

test('complaint: random stacking. Priority decides before the amount, and whoever was passed by is told which of the two it was', async () => {
  const shop = await openShop(server)
  const contact = await shop.shopper()
  const share = (name: string, rate: number, more: object = {}) =>
    shop.offer({ name, award: { kind: 'PERCENTAGE', rate }, ...more })
  const [ten = '', two = '', first = '', second = ''] = [
    await share('Ten', 10, { exclusive_group: 'a' }),
    await share('Two', 2, { exclusive_group: 'a' }),
    await share('First', 3, { exclusive_group: 'b', priority: 4 }),
    await share('Second', 9, { exclusive_group: 'b', priority: 2 }),
  ]
  const bought = ok(await shop.buy({ contact, total: 10 }))
  const given = bought.awards.map((each: { offer: { id: string }; amount: number }) => [
    each.offer.id,
    each.amount,
  ])
  expect(given).toEqual([
    [first, 0.3],
    [ten, 1],
  ])
  const { body } = await shop.call('GET', `purchases/${bought.id}/explain`)
  const why = (offer: string) =>
    [...body.refused, ...body.others].find((each: { offer: string }) => each.offer === offer)
  expect(why(two)).toMatchObject({ condition: 'BETTER_OFFER', needed: 'more than 1.00 EUR of Ten' })
  expect(why(two).seen).toContain('0.20 EUR')
  expect(why(second)).toMatchObject({
    condition: 'BETTER_OFFER',
    seen: 'priority 2',
    needed: 'priority 4 or more, that of First',
  })
})

test('complaint: refusal without a reason. Every offer that gave nothing names the condition, the value seen and the value needed', async () => {
  const shop = await openShop(server)
  const contact = await shop.shopper()
  const conditions = [
    { kind: 'AMOUNT', minimum: 50 },
    { kind: 'TIMINGS', timings: [{ start_time: '00:00', end_time: '00:01' }] },
    { kind: 'PRODUCTS', products: [{ type: 'SKU', code: 'wine' }] },
    { kind: 'SEGMENTS', any_of: ['VIP'] },
    { kind: 'CLASSIFICATIONS', classifications: ['CATERING'] },
    { kind: 'CHANNELS', channels: ['ONLINE'] },
    { kind: 'PAYMENT', tenders: ['CARD'] },
    { kind: 'OCCASION', occasion: 'BIRTHDAY' },
    { kind: 'MEMBER_SINCE', before: '2020-01-01T00:00:00Z' },
    { kind: 'BUNDLE', items: [{ products: [{ type: 'SKU', code: 'wine' }], quantity: 2 }] },
  ]
  const offers = new Map<string, string>()
  for (const condition of conditions) {
    const made = await shop.offer({
      award: { kind: 'FIXED', amount: 1 },
      conditions: [condition],
      on_top: true,
    })
    offers.set(made, condition.kind)
  }
  const { id } = ok(await shop.buy({ contact, total: 10, date: '2026-11-23T12:00:00Z' }))
  const { body } = await shop.call('GET', `purchases/${id}/explain`)
  const told = [...body.refused, ...body.others]
  for (const [offer, kind] of offers) {
    const reason = told.find((each) => each.offer === offer)
    expect(reason, kind).toMatchObject({ condition: kind })
    expect(reason.seen, kind).not.toBe('')
    expect(reason.needed, kind).not.toBe('')
  }
})

test('complaint: reasons that are none. An offer for signing up is not among the reasons of a purchase', async () => {
  const shop = await openShop(server)
  const contact = await shop.shopper()
  const welcome = await shop.offer({ type: 'SIGNUP', award: { kind: 'FIXED', amount: 1 } })
  await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 } })
  const { id } = ok(await shop.buy({ contact }))
  const { body } = await shop.call('GET', `purchases/${id}/explain`)
  const told = [...body.awards, ...body.refused, ...body.others].map((each: { offer: string }) => each.offer)
  expect(told).toHaveLength(1)
  expect(told).not.toContain(welcome)
  expect(body.not_concerned).toBe(0)
})

describe('complaint: limit not given back after a void', () => {
  test('budget, uses of the contact, of the venue and of the period, goal and tier are as if it had never been', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    const once = { uses: 1, period: 'MONTH' }
    for (const limits of [{ budget: 1 }, { per_contact: once }, { per_venue: once }, { per_period: once }]) {
      await shop.offer({ award: { kind: 'FIXED', amount: 1 }, on_top: true, limits })
    }
    await shop.offer({
      award: { kind: 'FIXED', amount: 5 },
      on_top: true,
      progress: { of: 'AMOUNT', target: 20, period: 'MONTH' },
    })
    const buy = () => shop.buy({ contact, total: 10 })
    const first = ok(await buy())
    expect(first.rewards.award).toBe(4)
    expect(award(await buy())).toBe(5)
    ok(await shop.call('POST', `purchases/${first.id}/cancel`, {}))
    // Limits are free again; the goal of 20.00 stands at 10.00 and was given once, so it needs 30.00 more in all.
    expect(award(await buy())).toBe(4)
    expect(award(await buy())).toBe(0)
    expect(award(await buy())).toBe(5)
    expect(await shop.verify()).toEqual([])
  })

  test('a return of a part gives back the same part of a budget', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 }, limits: { budget: 2 } })
    expect(award(await shop.buy({ contact, total: 20 }))).toBe(2)
    expect(award(await shop.buy({ contact, total: 20 }))).toBe(0)
    const newest = await shop.call('POST', 'purchases/ad_hoc_return', {
      contact: { code: contact },
      organisation: { venue_tap: { code: 'V1' } },
      return_amount: 30,
    })
    ok(newest)
    expect(award(await shop.buy({ contact, total: 20 }))).toBe(1)
  })
})

test('complaint: tax base. Before tax earns on the net amounts, with tax on the gross ones', async () => {
  const shop = await openShop(server)
  const contact = await shop.shopper()
  await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 }, award_base: 'NET', on_top: true })
  await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 }, award_base: 'GROSS', on_top: true })
  const products = [{ sku: 'a', quantity: 1, net_amount: 10, tax_amount: 1.9, total_amount: 11.9 }]
  const { awards } = ok(await shop.buy({ contact, total: 11.9, products }))
  expect(awards.map(({ amount }: { amount: number }) => amount)).toEqual([1.19, 1])
})

describe('complaint: reward money earns reward money', () => {
  test('what was paid from the wallet or taken off by a discount earns nothing', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 } })
    await shop.offer({
      redeem_method: 'INSTANT',
      award: { kind: 'FIXED', amount: 3 },
      conditions: [{ kind: 'AMOUNT', minimum: 50 }],
    })
    expect(award(await shop.buy({ contact, total: 40 }))).toBe(4)
    const both = ok(await shop.buy({ contact, total: 60, spend: 4 }))
    // 60.00 less 3.00 off, less 4.00 from the wallet: 53.00 earns.
    expect(both).toMatchObject({ rewards: { award: 8.3, spend: 7 }, amount_due: 53 })
    expect(await shop.verify()).toEqual([])
  })

  test('a purchase that the wallet pays in full earns nothing and says so', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    const offer = await shop.offer({ award: { kind: 'PERCENTAGE', rate: 50 } })
    await shop.buy({ contact, total: 40 })
    const paid = ok(await shop.buy({ contact, total: 20, spend: 20 }, '?include_explain=true'))
    expect(paid).toMatchObject({ rewards: { award: 0, spend: 20 }, amount_due: 0 })
    expect(paid.explain.refused[0]).toMatchObject({ offer, condition: 'NOTHING_TO_EARN', seen: '0.00 EUR' })
  })

  test('with back-end reduction the contact pays in full, so all of it earns', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 } })
    await shop.buy({ contact, total: 40 })
    const bought = ok(await shop.buy({ contact, total: 20, spend: 4, reduction_method: 'BACK_END' }))
    expect(bought).toMatchObject({ rewards: { award: 2, spend: 4 }, amount_due: 20 })
  })
})

describe('complaint: negative or over-discounted totals', () => {
  test('discounts together never take more off than there is to pay', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    const off = { redeem_method: 'INSTANT', on_top: true }
    await shop.offer({ ...off, award: { kind: 'FIXED', amount: 6 } })
    await shop.offer({ ...off, award: { kind: 'FIXED', amount: 5 } })
    await shop.offer({ ...off, award: { kind: 'PERCENTAGE', rate: 20 } })
    const bought = ok(await shop.buy({ contact, total: 8 }, '?include_explain=true'))
    expect(bought).toMatchObject({ rewards: { award: 8, spend: 8 }, amount_due: 0 })
    const limited = bought.explain.awards.map((each: { amount: number; limit?: { name: string } }) => [
      each.amount,
      each.limit?.name,
    ])
    expect(limited).toEqual([
      [6, undefined],
      [2, 'LEFT_TO_PAY'],
    ])
    ok(await shop.call('POST', `purchases/${bought.id}/cancel`, {}))
    expect(await shop.balance(contact)).toBe(0)
    expect(await shop.verify()).toEqual([])
  })
})

test('complaint: zero-priced and negative lines. They neither break the sum nor take shares', async () => {
  const shop = await openShop(server)
  const contact = await shop.shopper()
  await shop.offer({ award: { kind: 'PERCENTAGE', rate: 10 } })
  const products = [
    { sku: 'gift', quantity: 1, total_amount: 0 },
    { sku: 'wine', quantity: 1, total_amount: 12 },
    { sku: 'deposit', quantity: -1, total_amount: -2 },
  ]
  const bought = ok(await shop.buy({ contact, total: 10, products }, '?include_explain=true'))
  expect(bought.rewards.award).toBe(1)
  expect(bought.explain.awards[0]).toMatchObject({ base: 10, bases: [0, 12, -2], shares: [0, 1, 0] })
})

test('complaint: the order of the receipt decides what is earned. However the till sorts or splits its lines, all amounts are the same', async () => {
  const shop = await openShop(server)
  const contact = await shop.shopper()
  const on = (code: string) => [{ kind: 'PRODUCTS', products: [{ type: 'SKU', code }] }]
  const all = { on_top: true }
  await shop.offer({ ...all, award: { kind: 'PERCENTAGE', rate: 50 }, conditions: on('wine') })
  await shop.offer({ ...all, award: { kind: 'PERCENTAGE', rate: 30 }, conditions: on('bun') })
  ok(await shop.buy({ contact, total: 40, products: [{ sku: 'wine', total_amount: 40 }] }))
  await shop.offer({ ...all, award: { kind: 'FIXED', amount: '0.01' }, redeem_method: 'INSTANT' })
  await shop.offer({ ...all, award: { kind: 'PRODUCT' }, redeem_method: 'INSTANT' })
  // The cheapest piece is of two goods at one price; the wallet pays a part, and the coin of a discount has to fall somewhere.
  const wine = { sku: 'wine', quantity: 2, total_amount: 6 }
  const bun = { sku: 'bun', quantity: 1, total_amount: 3 }
  const beer = { sku: 'beer', quantity: 1, total_amount: 5.01 }
  const half = { ...wine, quantity: 1, total_amount: 3 }
  const sold = async (...products: object[]) => {
    const { rewards, amount_due } = ok(
      await shop.buy({ contact, total: 14.01, products, spend: 4.5 }, '?simulate=true'),
    )
    return { rewards, amount_due }
  }
  const first = await sold(wine, bun, beer)
  expect(first.rewards.spend).toBeGreaterThan(4.5)
  for (const products of [
    [wine, beer, bun],
    [bun, wine, beer],
    [bun, beer, wine],
    [beer, wine, bun],
    [beer, bun, wine],
    [half, bun, half, beer],
    [beer, half, half, bun],
  ]) {
    expect(await sold(...products)).toEqual(first)
  }
})

describe('complaint: currencies with no and with three decimals', () => {
  test.each`
    currency | total      | rate   | expected
    ${'JPY'} | ${'1250'}  | ${'5'} | ${63}
    ${'KWD'} | ${'1.250'} | ${'5'} | ${0.063}
    ${'EUR'} | ${'12.50'} | ${'5'} | ${0.63}
  `('$rate % of $total $currency is $expected', async ({ currency, total, rate, expected }) => {
    const shop = await openShop(server, { currency })
    await shop.offer({ award: { kind: 'PERCENTAGE', rate } })
    const bought = ok(await shop.buy({ contact: await shop.shopper(), total }))
    expect(bought.rewards.award).toBe(expected)
    expect(bought.wallet.total).toBe(expected)
  })
})

describe('complaint: split bills. The parts together earn what the whole bill would', () => {
  test.each`
    award                                            | whole
    ${{ kind: 'PERCENTAGE', rate: 5 }}               | ${0.5}
    ${{ kind: 'FIXED', amount: 0.77 }}               | ${0.77}
    ${{ kind: 'PER_AMOUNT', amount: 0.3, every: 4 }} | ${0.6}
    ${{ kind: 'PERCENTAGE', rate: 10, cap: 0.4 }}    | ${0.4}
  `('$award.kind', async ({ award: rule, whole }) => {
    const shop = await openShop(server)
    await shop.offer({ award: rule, conditions: [{ kind: 'AMOUNT', minimum: 10 }] })
    const people = await Promise.all([shop.shopper(), shop.shopper(), shop.shopper()])
    const bill = { reference: 'TABLE-7', total: 10 }
    const parts = await Promise.all(
      ['3.33', '3.33', '3.34'].map((total, index) => shop.buy({ contact: people[index] ?? '', total, bill })),
    )
    const sum = parts.reduce((cents, part) => cents + Math.round(award(part) * 100), 0)
    expect(sum).toBe(Math.round(whole * 100))
    expect(award(await shop.buy({ contact: people[0] ?? '', total: 10 }))).toBe(whole)
    expect(await shop.verify()).toEqual([])
  })

  test('also where several offers compete: of the whole bill only the best is given, and a void gives it back', async () => {
    const shop = await openShop(server)
    await shop.offer({ name: 'Ten', award: { kind: 'PERCENTAGE', rate: 10 } })
    await shop.offer({ name: 'Two', award: { kind: 'FIXED', amount: 2 } })
    const contact = await shop.shopper()
    const bill = { reference: 'TABLE-9', total: 30 }
    const pay = async (total: number) => ok(await shop.buy({ contact, total, bill }, '?include_explain=true'))
    const [first, second] = [await pay(5), await pay(5)]
    expect([first.rewards.award, second.rewards.award]).toEqual([2, 0])
    expect(second.explain.refused).toContainEqual(
      expect.objectContaining({
        name: 'Ten',
        condition: 'BILL',
        seen: '2.00 EUR used',
        needed: 'less than 1.00 EUR',
      }),
    )
    const third = await pay(20)
    expect(third.rewards.award).toBe(1)
    ok(await shop.call('POST', `purchases/${third.id}/cancel`, {}))
    expect((await pay(20)).rewards.award).toBe(1)
    expect(await shop.verify()).toEqual([])
  })

  test('a bill that is smaller than its part is refused by name', async () => {
    const shop = await openShop(server)
    const bill = { reference: 'TABLE-8', total: 5 }
    const refused = await shop.buy({ contact: await shop.shopper(), total: 10, bill })
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0].path).toBe('bill.total')
  })
})

test('complaint: a cent off between quote, answer and ledger', async () => {
  const shop = await openShop(server)
  await shop.offer({ award: { kind: 'PERCENTAGE', rate: 3.33 } })
  await shop.offer({ award: { kind: 'PERCENTAGE', rate: 1.17 }, redeem_method: 'INSTANT' })
  const contact = await shop.shopper()
  for (const total of ['0.01', '0.15', '0.99', '7.77', '33.35', '1234.56']) {
    const products = [
      { sku: 'a', quantity: 1, total_amount: total },
      { sku: 'b', quantity: 1, total_amount: 0 },
    ]
    const quote = ok(await shop.buy({ contact, total, products }, '?simulate=true'))
    const bought = ok(await shop.buy({ contact, total, products }))
    expect(bought.rewards).toEqual(quote.rewards)
    expect(bought.amount_due).toBe(quote.amount_due)
    expect(bought.wallet).toEqual(quote.wallet)
    expect(await shop.balance(contact)).toBe(bought.wallet.total)
    const read = ok(await shop.call('GET', `purchases/${bought.id}`))
    expect(read.rewards).toEqual(bought.rewards)
  }
  expect(await shop.verify()).toEqual([])
})
