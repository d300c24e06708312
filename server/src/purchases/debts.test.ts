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

async function shopOfAnn(): Promise<Shop> {
  const shop = await openShop(server)
  await shop.offer({ code: 'TEN', ...tenPercent })
  await shop.offer({ code: 'MORE', award: { kind: 'PERCENTAGE', rate: 3.3 }, on_top: true })
  ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: 'ANN' }))
  return shop
}

const contact = 'ANN'
const buy = async (shop: Shop, total: number, spend?: number) =>
  ok(await shop.buy({ contact, total, ...(spend === undefined ? {} : { spend }) }))
const cancel = async (shop: Shop, { id }: { readonly id: string }) =>
  ok(await shop.call('POST', `purchases/${id}/cancel`))
const stands = async (shop: Shop) =>
  (await standing(shop)).map((told) => told.replace(/\bB\d+\b/, 'the business'))

/** What is left of each lot, and what is owed. */
async function purse(shop: Shop) {
  const found = ok(await shop.call('GET', `contacts?code=${contact}&include_wallet=true`))
  const { lots, debt } = ok(await shop.call('GET', `wallets/${found.content[0].wallet.id}?include_lots=true`))
  return { left: lots.map(({ remaining }: { readonly remaining: number }) => remaining), debt }
}

describe('a debt that a later award has repaid', () => {
  test('turns out never to have been when the money comes back: the award is whole again, the lot as empty as its award', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: contact }))
    const first = await buy(shop, 100)
    const spent = await buy(shop, 10, 10)
    expect(await cancel(shop, first)).toMatchObject({ award_reversed: 10, debt: 10 })
    expect((await buy(shop, 40)).wallet.total).toBe(0)
    expect(await purse(shop)).toEqual({ left: [], debt: 6 })
    expect(await cancel(shop, spent)).toMatchObject({ spend_returned: 10, debt: 0 })
    expect(await purse(shop)).toEqual({ left: [4], debt: 0 })
    expect(await shop.verify()).toEqual([])
  })

  test('is owed again when the award that repaid it goes, and the void says so each time it is asked', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: contact }))
    const first = await buy(shop, 100)
    await buy(shop, 10, 10)
    await cancel(shop, first)
    const second = await buy(shop, 120)
    expect(await purse(shop)).toEqual({ left: [2], debt: 0 })
    const third = await buy(shop, 30)
    const told = await cancel(shop, second)
    expect(told).toMatchObject({ award_reversed: 12, debt: 10 })
    // The award that was given after the debt repays it now, as it would have then.
    expect(await purse(shop)).toEqual({ left: [], debt: 7 })
    expect(await cancel(shop, second)).toEqual(told)
    await cancel(shop, third)
    expect(await purse(shop)).toEqual({ left: [], debt: 10 })
    expect(await shop.verify()).toEqual([])
  })

  test('gives an award back that has expired meanwhile for the grace period only, without what had expired of it', async () => {
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, expires_after: { count: 30, unit: 'DAYS' } })
    ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: contact }))
    const first = await buy(shop, 100)
    const spent = await buy(shop, 10, 10)
    await cancel(shop, first)
    await buy(shop, 120)
    const now = server.clock.now
    server.clock.now = new Date(now.getTime() + 31 * 86_400_000)
    try {
      await cancel(shop, spent)
      expect(await purse(shop)).toEqual({ left: [10], debt: 0 })
      expect(await shop.balance(contact)).toBe(10)
      server.clock.now = new Date(now.getTime() + 38 * 86_400_000 + 1_000)
      expect(await shop.balance(contact)).toBe(0)
    } finally {
      server.clock.now = now
    }
    expect(await shop.verify()).toEqual([])
  })

  test('that was forgiven stays forgiven: money that comes back to its lot is the contact’s', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    ok(await shop.call('POST', 'contacts', { first_name: 'Ann', last_name: 'Lee', code: contact }))
    const first = await buy(shop, 100)
    const spent = await buy(shop, 10, 10)
    await cancel(shop, first)
    const found = ok(await shop.call('GET', `contacts?code=${contact}&include_wallet=true`))
    const relief = { type: 'DEBT_RELIEF', amount: 4, reason: 'a friend' }
    const forgiven = await shop.call('POST', `wallets/${found.content[0].wallet.id}/adjustments`, relief)
    expect(forgiven.body.state).toBe('POSTED')
    expect(await purse(shop)).toEqual({ left: [], debt: 6 })
    await cancel(shop, spent)
    expect(await purse(shop)).toEqual({ left: [4], debt: 0 })
    expect(await shop.verify()).toEqual([])
  })
})

test.each`
  tampering                        | sql                                                                   | breaks
  ${'a debt of less'}              | ${'update debts set amount = amount - 1 where tenant = $1'}           | ${['debts_equal_transfers', 'wallets_owe_their_debts']}
  ${'a repayment that was forgot'} | ${'update debt_repayments set amount = amount - 1 where tenant = $1'} | ${['debts_equal_transfers', 'wallets_owe_their_debts']}
  ${'a debt of another'}           | ${'update debts set wallet_id = lot_id where tenant = $1'}            | ${['wallets_owe_their_debts']}
`('$tampering is found by the proof of the books', async ({ sql, breaks }) => {
  const shop = await shopOfAnn()
  const first = await buy(shop, 150)
  await buy(shop, 100, 15)
  await cancel(shop, first)
  await buy(shop, 40)
  expect(await shop.verify()).toEqual([])
  await server.database.pool.query(sql, [shop.actor.tenant])
  const { checks } = ok(await shop.call('GET', 'ledger/verify'))
  const broken = checks.filter(({ broken: rows }: { readonly broken: readonly string[] }) => rows.length > 0)
  expect(broken.map(({ name }: { readonly name: string }) => name)).toEqual(breaks)
})

const step = fc.oneof(
  fc.record({ what: fc.constant('KEEP'), total: fc.integer({ min: 10, max: 120 }) }),
  fc.record({
    what: fc.constant('DETOUR'),
    total: fc.integer({ min: 10, max: 120 }),
    spend: fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined }),
  }),
  fc.record({ what: fc.constant('RETURN'), index: fc.nat(5), part: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ what: fc.constant('VOID'), index: fc.nat(5) }),
)

interface Step {
  readonly what: string
  readonly total?: number
  readonly spend?: number | undefined
  readonly index?: number
  readonly part?: number
}

/** Purchases that stay, and detours that are voided in the end; without the detours where they are left out. */
async function walk(steps: readonly Step[], withDetours: boolean, last: 'FIRST' | 'LATEST') {
  const shop = await shopOfAnn()
  const owed = await buy(shop, 150)
  await buy(shop, 100, 15)
  await cancel(shop, owed)
  const open: { readonly id: string }[] = []
  for (const { what, total = 0, spend, index = 0, part = 0 } of steps) {
    if (what === 'KEEP') await buy(shop, total)
    if (!withDetours) continue
    const there = open.length === 0 ? undefined : open[index % open.length]
    if (what === 'DETOUR') open.push(await wish(shop, total, spend))
    if (what === 'RETURN' && there) {
      const { transaction_amounts, returned } = ok(await shop.call('GET', `purchases/${there.id}`))
      const left = transaction_amounts.total - returned.total
      const return_amount = Math.floor(left * part) / 100
      if (return_amount > 0) ok(await shop.call('POST', `purchases/${there.id}/returns`, { return_amount }))
    }
    if (what === 'VOID' && there) {
      await cancel(shop, there)
      open.splice(open.indexOf(there), 1)
    }
  }
  for (const each of last === 'FIRST' ? open : open.reverse()) await cancel(shop, each)
  expect(await shop.verify()).toEqual([])
  return stands(shop)
}

/** As much of the wish as there is: a spend of nothing is refused. */
async function wish(shop: Shop, total: number, spend: number | undefined) {
  const answer = await shop.buy({ contact, total, ...(spend === undefined ? {} : { spend }) })
  return answer.status === 200 ? answer.body : buy(shop, total)
}

test('purchases that are voided in the end, in whatever order and parts, leave what purchases in between and debts of before alone leave', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 12 }),
      fc.constantFrom('FIRST' as const, 'LATEST' as const),
      async (steps, last) => {
        expect(await walk(steps, true, last)).toEqual(await walk(steps, false, last))
      },
    ),
    { numRuns: 15 },
  )
}, 240_000)
