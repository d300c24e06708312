import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEventfulBusiness } from '../../test/eventful-business.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { plainBooks, plainCut } from '../../test/plain-books.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { DAY, HOUR, later, SECOND } from '../kit/time.ts'
import { finalUntil, MOST_LATE_MS } from './finality.store.ts'
import { DIMENSIONS } from './liability.store.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const EVERYTHING = DIMENSIONS.join(',')

async function liability(shop: Shop, query = '') {
  const { status, body, text } = await shop.call('GET', `reports/liability${query}`)
  if (status !== 200) throw new Error(text)
  return body
}

const cents = (amount: number) => BigInt(Math.round(amount * 100))

type Told = Readonly<Record<string, { readonly id: string } | null>> & {
  readonly expiry: string
  readonly available: number
  readonly pending: number
  readonly expired_not_posted: number
  readonly blocked: number
}

/** A report by everything, as the plain cut writes its groups. */
function groupsOf({ content }: { readonly content: readonly Told[] }) {
  return new Map(
    content.map((row) => [
      [
        row.funder?.id,
        row.merchant?.id,
        row.offer?.id,
        row.pool?.id,
        row.expiry,
        row.wallet?.id,
        row.purchase?.id,
      ].join('|'),
      [row.available, row.pending, row.expired_not_posted, row.blocked].map(cents),
    ]),
  )
}

const sorted = (groups: ReadonlyMap<string, readonly bigint[]>) =>
  [...groups].map(([name, sums]) => `${name.replaceAll('null', '')}: ${sums.join(' ')}`).sort()

// Of what was booked by hand there is no payout, top-up and so on: the rules that tie those to their journals are not asked.
const RULES_OF_THE_BOOKS = [
  'sums_are_zero',
  'balances_equal_transfers',
  'lots_equal_transfers',
  'purchases_equal_transfers',
]

async function expectBooksToHold(shop: Shop) {
  const { body } = await shop.call('GET', 'ledger/verify')
  const checked = body.checks.filter(({ name }: { name: string }) => RULES_OF_THE_BOOKS.includes(name))
  expect(checked).toHaveLength(RULES_OF_THE_BOOKS.length)
  expect(checked.flatMap(({ broken }: { broken: string[] }) => broken)).toEqual([])
}

describe('the liability', () => {
  test.each([1, 2, 3])(
    'is a fresh cut of the ledger at every instant, and the same whenever it is asked again (history %i)',
    async (seed) => {
      const shop = await openEventfulBusiness(server, seed)
      const remembered: { readonly instant: string; readonly told: string }[] = []
      for (let step = 0; step < 90; step++) {
        await shop.step()
        if (step % 3 > 0) continue
        const at = server.clock.now
        const told = await liability(shop, `?by=${EVERYTHING}&size=1000`)
        const { groups, balances } = plainCut(await plainBooks(server, shop.actor.tenant), at)
        expect(sorted(groupsOf(told))).toEqual(sorted(groups))
        const [total] = told.totals
        const blocked = balances.get('CONTACT_BLOCKED') ?? 0n
        const inWallets =
          (balances.get('CONTACT_OPEN') ?? 0n) + (balances.get('CONTACT_COMMERCE') ?? 0n) + blocked
        expect(cents(total.blocked)).toBe(blocked)
        expect(cents(total.in_wallets)).toBe(inWallets)
        expect(cents(total.liability + total.expired_not_posted)).toBe(inWallets)
        expect(cents(total.debts)).toBe(-(balances.get('CONTACT_DEBT') ?? 0n))
        expect(cents(total.payouts_due)).toBe(balances.get('PAYOUT_CLEARING') ?? 0n)
        expect(cents(total.passes_due + total.passes_expired_not_posted)).toBe(
          balances.get('PASS_CLEARING') ?? 0n,
        )
        const { final: _, ...rest } = told
        remembered.push({ instant: told.instant, told: JSON.stringify(rest) })
        // Nothing else falls on the instant that was asked for.
        server.clock.now = later(server.clock.now, 1)
      }
      await expectBooksToHold(shop)
      for (const { instant, told } of remembered) {
        const { final: _, ...again } = await liability(shop, `?by=${EVERYTHING}&size=1000&at=${instant}`)
        expect(JSON.stringify(again)).toBe(told)
      }
    },
  )

  test('gives a lot its expiry of then, where a void moved it since', async () => {
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, expires_after: { count: 2, unit: 'DAYS' } })
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100 })
    const { body: spent } = await shop.buy({ contact, total: 10, spend: 4 })
    expect(spent.rewards.spend).toBe(4)
    server.clock.now = later(server.clock.now, 3 * DAY)
    const before = server.clock.now
    await shop.buy({ contact, total: 1 })
    server.clock.now = later(server.clock.now, HOUR)
    await shop.call('POST', `purchases/${spent.id}/cancel`)
    // What was left of the lot had expired and stays so; what the void brought back may be spent until later.
    const [now] = (await liability(shop, '?by=expiry')).content
    expect(now).toMatchObject({ expiry: 'ZERO_TO_THIRTY', liability: 4.1, expired_not_posted: 0 })
    server.clock.now = later(server.clock.now, 30 * DAY)
    expect((await liability(shop)).totals).toMatchObject([{ liability: 0, expired_not_posted: 4.1 }])
    const { totals } = await liability(shop, `?at=${before.toISOString()}`)
    expect(totals).toMatchObject([{ liability: 0.1, expired_not_posted: 6.6 }])
    const { rows } = await server.database.pool.query('select * from lot_extensions where tenant = $1', [
      shop.actor.tenant,
    ])
    expect(rows).toHaveLength(1)
  })

  test('counts a lot as expired at the very instant of its expiry', async () => {
    const shop = await openShop(server)
    await shop.offer({ ...tenPercent, expires_after: { count: 1, unit: 'DAYS' } })
    await shop.buy({ contact: await shop.shopper(), total: 10 })
    const due = later(server.clock.now, DAY)
    server.clock.now = later(due, HOUR)
    const at = (instant: Date) => liability(shop, `?at=${instant.toISOString()}`)
    expect((await at(later(due, -1))).totals).toMatchObject([{ liability: 1, expired_not_posted: 0 }])
    expect((await at(due)).totals).toMatchObject([{ liability: 0, expired_not_posted: 1 }])
  })

  test('of a business without a movement is nothing, and before the first one it was', async () => {
    const shop = await openShop(server)
    const { totals, content } = await liability(shop, '?by=funder')
    expect(totals).toMatchObject([{ currency_code: 'EUR', liability: 0, in_wallets: 0, debts: 0 }])
    expect(content).toEqual([])
    expect((await liability(shop, '?at=0')).totals).toMatchObject([{ liability: 0 }])
  })

  test('narrowed to a row is that row to the cent, down to the receipts that it comes from', async () => {
    const shop = await openShop(server)
    const offer = await shop.offer({ ...tenPercent, name: 'Ten' })
    const contact = await shop.shopper()
    const bought = await shop.buy({ contact, total: 40, reference: 'FIRST' })
    await shop.buy({ contact: await shop.shopper(), total: 20, reference: 'SECOND' })
    const { body: known } = await shop.call('GET', `contacts?code=${contact}&include_wallet=true`)
    const byHandBody = { type: 'CREDIT', amount: 5, reason: 'A gift' }
    await shop.call('POST', `wallets/${known.content[0].wallet.id}/adjustments`, byHandBody)
    const whole = await liability(shop, '?by=offer')
    for (const row of whole.content as readonly (Told & { readonly liability: number })[]) {
      const narrowed = await liability(shop, `?offer=${row.offer?.id ?? 'NONE'}&by=purchase,wallet`)
      expect(narrowed.totals).toMatchObject([{ liability: row.liability, debts: 0, payouts_due: 0 }])
    }
    const { content } = await liability(shop, `?offer=${offer}&by=purchase`)
    expect(content).toMatchObject([
      { liability: 4, purchase: { id: bought.body.id, name: 'FIRST' } },
      { liability: 2, purchase: { name: 'SECOND' } },
    ])
    const byHand = await liability(shop, '?purchase=NONE&pool=NONE&by=expiry')
    expect(byHand.content).toMatchObject([{ liability: 5, expiry: 'NEVER' }])
    const soon = await liability(shop, '?expiry=ZERO_TO_THIRTY&by=wallet')
    expect(soon.totals).toMatchObject([{ liability: 0 }])
  })

  test('has pages that miss no group and repeat none', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    for (const total of [10, 20, 30, 40, 50]) await shop.buy({ contact: await shop.shopper(), total })
    const pages = await Promise.all(
      [1, 2, 3].map((page) => liability(shop, `?by=wallet&size=2&page=${page}&include_total=true`)),
    )
    expect(pages.flatMap(({ content }) => content.map((row: Told) => row.available))).toEqual([5, 4, 3, 2, 1])
    expect(pages.map(({ paging }) => [paging.total, paging.has_more])).toEqual([
      [5, true],
      [5, true],
      [5, false],
    ])
  })

  test.each`
    query                         | field
    ${'?by=colour'}               | ${'by'}
    ${'?at=yesterday'}            | ${'at'}
    ${'?at=2999-01-01T00:00:00Z'} | ${'at'}
    ${'?size=1001'}               | ${'size'}
    ${'?offer=nothing'}           | ${'offer'}
  `('refuses $query, naming $field', async ({ query, field }) => {
    const shop = await openShop(server)
    const { status, body } = await shop.call('GET', `reports/liability${query}`)
    expect(status).toBe(400)
    expect(body.field_errors[0].path).toContain(field)
  })
})

describe('finality', () => {
  /** The clock of the machine for the time of a test. */
  async function withRunningClock(run: () => Promise<void>) {
    const frozen = server.clock.now
    Object.defineProperty(server.clock, 'now', { configurable: true, get: () => new Date() })
    try {
      await run()
    } finally {
      Object.defineProperty(server.clock, 'now', { configurable: true, writable: true, value: frozen })
    }
  }

  test('an answer is not final while a command may still come with a time before it', async () => {
    const shop = await openShop(server)
    const ago = (ms: number) => later(server.clock.now, -ms).toISOString()
    expect((await liability(shop)).final).toBe(false)
    expect((await liability(shop, `?at=${ago(MOST_LATE_MS - SECOND)}`)).final).toBe(false)
    expect((await liability(shop, `?at=${ago(MOST_LATE_MS + 10 * SECOND)}`)).final).toBe(true)
  })

  test('a transaction that is open holds back what is final to before it began', async () => {
    const shop = await openShop(server)
    const client = new pg.Client({ connectionString: server.database.url })
    await client.connect()
    const until = () => shop.work((work) => finalUntil(work, 0))
    const free = await until()
    await client.query('begin')
    await new Promise((resolve) => setTimeout(resolve, 400))
    const held = await until()
    await client.query('rollback')
    await client.end()
    expect(held.getTime()).toBeLessThanOrEqual(free.getTime() - 400)
    expect((await until()).getTime()).toBeGreaterThan(held.getTime())
  })

  test('what was final while 400 purchases, spends and voids ran at once is the same afterwards', async () => {
    await withRunningClock(async () => {
      const shop = await openShop(server)
      await shop.offer(tenPercent)
      const contacts = await Promise.all(Array.from({ length: 8 }, () => shop.shopper()))
      const told: { readonly instant: string; readonly totals: unknown }[] = []
      const act = async (index: number) => {
        const contact = contacts[index % 8] ?? ''
        const { body } = await shop.buy({ contact, total: '7.77', ...(index % 3 === 0 && { spend: 1 }) })
        if (index % 4 === 0) await shop.call('POST', `purchases/${body.id}/cancel`)
      }
      let isOver = false
      const ask = async () => {
        while (!isOver) {
          // A server that is not overloaded begins within half a second what it was asked; the product allows a minute.
          const instant = await shop.work((work) => finalUntil({ ...work, at: new Date() }, 500))
          told.push(await liability(shop, `?at=${instant.toISOString()}`))
        }
      }
      const asking = ask()
      for (let round = 0; round < 20; round++)
        await Promise.all(Array.from({ length: 20 }, (_, index) => act(round * 20 + index)))
      await new Promise((resolve) => setTimeout(resolve, 600))
      isOver = true
      await asking
      const amounts = new Set(told.map(({ totals }) => JSON.stringify(totals)))
      expect(amounts.size).toBeGreaterThan(3)
      for (const { instant, totals } of told)
        expect((await liability(shop, `?at=${instant}`)).totals).toEqual(totals)
    })
  })
})

test('only a key of the whole business with reports:read reads reports', async () => {
  const shop = await openShop(server)
  const key = async (body: object) => (await shop.call('POST', 'api_keys', { name: 'k', ...body })).body.key
  const without = await key({ scopes: ['purchases:read'] })
  const ofMerchant = await key({ scopes: ['reports:read'], organisation: { id: shop.merchant } })
  const auditor = await key({ scopes: ['reports:read'] })
  const status = async (api_key: string) =>
    (await shop.call('GET', 'reports/liability', undefined, { api_key })).status
  expect(await Promise.all([without, ofMerchant, auditor].map(status))).toEqual([403, 403, 200])
})
