import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { idOf, type WalletId } from '../kit/id.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'
import { walletBalances } from './index.ts'

let server: TestServer
let shop: Shop

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const opening = new Date('2026-11-23T12:00:00Z')

beforeEach(async () => {
  server.clock.now = opening
  shop = await openShop(server)
})

const pass = (days: number) => {
  server.clock.now = later(server.clock.now, days * DAY)
}

/** A shopper with 2.00 of bakery money (7 days) and 1.00 of money to spend anywhere (one year). */
async function anna() {
  await shop.call('POST', 'products', { sku: 'BUN', name: 'Bun', family: { code: 'bakery', name: 'Bakery' } })
  await shop.call('POST', 'commerce_pools', {
    code: 'BAKERY',
    name: 'Bakery',
    products: [
      { type: 'FAMILY', code: 'bakery' },
      { type: 'SKU', code: 'UNKNOWN' },
    ],
    organisations: [{ code: 'CORNER' }],
    timings: [{ days: [2, 3], start_time: '08:00' }],
    validity: { count: 7, unit: 'DAYS' },
  })
  await shop.offer({
    name: 'Buns',
    code: 'BUNS',
    award: { kind: 'FIXED', amount: 2 },
    commerce_pool: { code: 'BAKERY' },
  })
  await shop.offer({ ...tenPercent, name: 'Tenth', on_top: true })
  const contact = await shop.shopper()
  const bought = await shop.buy({ contact, total: '10.00', reference: 'FIRST' })
  const { content } = (await shop.call('GET', `contacts?code=${contact}&include_wallet=true`)).body
  return { contact, wallet: content[0].wallet.id, purchase: bought.body.id }
}

describe('a wallet', () => {
  test('is read by id and by its code, with what it holds', async () => {
    const { wallet, contact } = await anna()
    const { status, body } = await shop.call('GET', `wallets/${wallet}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: wallet,
      code: expect.stringMatching(/^\d{16}$/),
      contact: { code: contact },
      balances: [
        {
          type: 'BUSINESS',
          currency_code: 'EUR',
          total: 3,
          open: 0,
          commerce: 3,
          organisation: { id: shop.actor.business },
        },
      ],
      total_balance: 3,
      total_open: 0,
      total_commerce: 3,
      activated_commerce_pools: 2,
      debt: 0,
    })
    expect(body.lots).toBeUndefined()
    const spaced = body.code.replace(/(\d{4})(?=\d)/g, '$1 ')
    for (const code of [body.code, encodeURIComponent(spaced)]) {
      expect((await shop.call('GET', `wallets/${code}`)).body).toEqual(body)
    }
  })

  test('shows every credit with what is left, from where, until when', async () => {
    const { wallet, purchase } = await anna()
    const { lots } = (await shop.call('GET', `wallets/${wallet}?include_lots=true`)).body
    expect(lots).toMatchObject([
      {
        amount: 2,
        remaining: 2,
        state: 'SPENDABLE',
        pool: { name: 'Bakery' },
        available_on: epochSeconds(opening),
        expires_on: epochSeconds(later(opening, 7 * DAY)),
        offer: { name: 'Buns' },
        purchase_id: purchase,
      },
      { amount: 1, remaining: 1, pool: { name: 'Anywhere, within one year' }, offer: { name: 'Tenth' } },
    ])
  })

  test('leaves out expired money from the second it expires, before any job has run', async () => {
    const { wallet } = await anna()
    pass(7)
    server.clock.now = later(server.clock.now, -1_000)
    expect((await shop.call('GET', `wallets/${wallet}`)).body.total_balance).toBe(3)
    server.clock.now = later(server.clock.now, 1_000)
    const { body } = await shop.call('GET', `wallets/${wallet}?include_lots=true`)
    expect(body).toMatchObject({ total_balance: 1, total_commerce: 1, activated_commerce_pools: 1 })
    expect(body.lots).toMatchObject([
      { remaining: 2, state: 'EXPIRED' },
      { remaining: 1, state: 'SPENDABLE' },
    ])
  })

  test('that is not there, or belongs to another business, is not found', async () => {
    const { wallet } = await anna()
    const other = await server.business()
    for (const id of [wallet, '1234567812345678', 'nobody']) {
      expect((await other.call('GET', `wallets/${id}`)).body).toMatchObject({
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        parameters: ['wallet', id],
      })
    }
    expect((await other.call('GET', `wallets/${wallet}/transactions`)).status).toBe(400)
    expect((await other.call('GET', `wallets/${wallet}/commerce_balances`)).status).toBe(400)
  })

  test('shows as debt what was spent of an award that was taken back', async () => {
    const { wallet, contact, purchase } = await anna()
    await shop.buy({ contact, total: '1.00', spend: 1 })
    await shop.call('POST', `purchases/${purchase}/cancel`, {})
    const { body } = await shop.call('GET', `wallets/${wallet}`)
    expect(body.debt).toBeGreaterThan(0)
    expect(await shop.verify()).toEqual([])
  })
})

test('balances of many wallets are read at once, and unknown ones are left out', async () => {
  const { wallet } = await anna()
  const empty = await shop.call('POST', 'contacts', { first_name: 'Ben' })
  const found = await shop.call('GET', `contacts?code=${empty.body.code}&include_wallet=true`)
  const ids = [wallet, found.body.content[0].wallet.id, shop.merchant].map((id) => idOf<WalletId>(id))
  const balances = await walletBalances(server.database.query, shop.actor.tenant, ids, server.clock.now)
  expect([...balances.values()]).toEqual([
    { open: 0n, commerce: 300n, total: 300n },
    { open: 0n, commerce: 0n, total: 0n },
  ])
  expect(await walletBalances(server.database.query, shop.actor.tenant, [], opening)).toEqual(new Map())
})

describe('transactions', () => {
  test('tell every credit and debit, newest first, with what each came from', async () => {
    const { wallet, contact, purchase } = await anna()
    pass(1)
    const second = await shop.buy({
      contact,
      total: '1.50',
      spend: 1.5,
      products: [{ sku: 'BUN', total_amount: '1.50' }],
    })
    const { content } = (await shop.call('GET', `wallets/${wallet}/transactions`)).body
    expect(content.at(-1)).toMatchObject({
      id: expect.stringMatching(new RegExp(`^${purchase}-\\d+$`)),
      amount: expect.any(Number),
      currency: 'EUR',
      type: 'CREDIT',
      transaction_type: 'AWARD',
      pocket: 'BUSINESS_COMMERCE',
      posted_on: epochSeconds(opening),
      reward_event: {
        type: 'AWARD',
        state: 'POSTED',
        date: epochSeconds(opening),
        performed_by: { id: shop.venue, name: 'Corner, Main St' },
        reference_number: 'FIRST',
        purchase_id: purchase,
      },
      wallet_expiration: null,
    })
    expect(content.find(({ type }: { type: string }) => type === 'DEBIT')).toMatchObject({
      amount: 1.5,
      transaction_type: 'SPEND',
      commerce_pool: { name: 'Bakery' },
      reward_event: { type: 'SPEND', purchase_id: second.body.id, reward_offer: { name: 'Buns' } },
    })
    const times = content.map(({ posted_on }: { posted_on: number }) => posted_on)
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a))
  })

  test('show a void as the opposite of what it takes back, and the balance after each', async () => {
    const { wallet, purchase } = await anna()
    await shop.call('POST', `purchases/${purchase}/cancel`, {})
    const { content } = (await shop.call('GET', `wallets/${wallet}/transactions`)).body
    const rows = content.map(
      (each: { type: string; transaction_type: string; amount: number; balance_after: number }) =>
        `${each.type} ${each.transaction_type} ${each.amount} -> ${each.balance_after}`,
    )
    expect(rows.slice(0, 2).every((row: string) => row.startsWith('DEBIT PURCHASE_CANCELLATION'))).toBe(true)
    expect(rows[0]).toMatch(/-> 0$/)
    expect(content[0].reward_event.state).toBe('CANCELLED')
  })

  test('are filtered by side, pocket and time, page by page without a gap', async () => {
    const { wallet, contact } = await anna()
    for (let day = 0; day < 5; day++) {
      pass(1)
      await shop.buy({ contact, total: '4.00', ...(day === 2 ? { spend: 0.5 } : {}) })
    }
    const ask = async (query: string) =>
      (await shop.call('GET', `wallets/${wallet}/transactions?${query}`)).body
    const all = await ask('size=100&include_total=true')
    expect(all.paging.total).toBe(all.content.length)

    const pages = []
    for (let page = 1; page <= Math.ceil(all.content.length / 3); page++) {
      const { content, paging } = await ask(`size=3&page=${page}`)
      expect(paging.has_more).toBe(page * 3 < all.content.length)
      pages.push(...content)
    }
    expect(pages).toEqual(all.content)

    const turned = await ask('size=100&order=ASC')
    expect(turned.content.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      all.content.map(({ id }: { id: string }) => id).toSorted(),
    )
    expect(turned.content[0].posted_on).toBe(epochSeconds(opening))

    const debits = await ask('type=DEBIT&include_total=true')
    expect(debits.paging.total).toBe(1)
    expect(debits.content).toMatchObject([{ type: 'DEBIT', amount: 0.5 }])
    expect((await ask('pocket=BUSINESS')).content).toEqual([])
    expect((await ask('pocket=CRMCOM')).content).toEqual([])
    expect((await ask(`posted_on=${epochSeconds(opening)}`)).content).toHaveLength(2)
    expect((await ask(`posted_on[lte]=${epochSeconds(opening)}`)).content).toHaveLength(2)
    expect((await ask(`posted_on[lt]=${epochSeconds(opening)}`)).content).toHaveLength(0)
    const later2 = await ask(`posted_on[gt]=${epochSeconds(opening)}&size=100`)
    expect(later2.content).toHaveLength(all.content.length - 2)
  })

  test('refuse a filter that they do not know', async () => {
    const { wallet } = await anna()
    const refused = await shop.call('GET', `wallets/${wallet}/transactions?pockt=BUSINESS`)
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors[0].message).toContain('did you mean pocket')
  })

  test('are read along the indexes of transfers, however many others there are', async () => {
    const { pool } = server.database
    await pool.query(`
      insert into transfers (tenant, journal_id, line, kind, amount, currency, from_account, from_seq, from_balance,
                             to_account, to_seq, to_balance, at, from_hash, to_hash)
      select 999, gen_random_uuid(), 1, 'AWARD', 1, 'EUR', md5((n % 500)::text)::uuid, n, 0, md5((n % 500 + 500)::text)::uuid, n, 0, now(), '', ''
        from generate_series(1, 20000) n`)
    await pool.query('analyze transfers')
    for (const side of ['from', 'to']) {
      const { rows } = await pool.query(
        `explain select journal_id from transfers where tenant = 999 and ${side}_account = md5('7')::uuid order by ${side}_seq desc limit 11`,
      )
      const plan = JSON.stringify(rows)
      expect(plan).toContain(`transfers_${side}`)
      expect(plan).not.toMatch(/Seq Scan|Sort/)
    }
  })
})

describe('commerce balances', () => {
  test('show what each pool holds and where it may be spent, the largest first', async () => {
    const { wallet } = await anna()
    const { body } = await shop.call('GET', `wallets/${wallet}/commerce_balances?include_expiration=true`)
    expect(body.content).toMatchObject([
      {
        name: 'Bakery',
        amount: 2,
        currency_code: 'EUR',
        expiration: { zero_to_thirty: 2, thirty_to_sixty: 0, sixty_to_ninety: 0, ninety_plus: 0 },
        organisations: [{ code: 'CORNER', name: 'Corner', type: 'MERCHANT' }],
        products: [
          { id_type: 'FAMILY', code: 'bakery', name: 'Bakery', sku: null },
          { id: null, id_type: 'PRODUCT', sku: 'UNKNOWN', name: null },
        ],
        timings: [
          { day: 2, start_time: '08:00' },
          { day: 3, start_time: '08:00' },
        ],
        is_active: true,
      },
      { name: 'Anywhere, within one year', amount: 1, expiration: { ninety_plus: 1, zero_to_thirty: 0 } },
    ])
    expect(body.paging).toEqual({ page: 1, size: 10, total: null, has_more: false })
  })

  test('are asked for one pool, and are gone when their money has expired', async () => {
    const { wallet } = await anna()
    const ask = async (query: string) =>
      (await shop.call('GET', `wallets/${wallet}/commerce_balances${query}`)).body
    const [bakery] = (await ask('?commerce_pool_id=BAKERY')).content
    expect((await ask(`?commerce_pool_id=${bakery.id}`)).content).toEqual([bakery])
    expect(bakery.expiration).toBeUndefined()
    expect((await ask('?is_active=false')).content).toEqual([])
    expect((await ask('?size=1&include_total=true')).paging).toEqual({
      page: 1,
      size: 1,
      total: 2,
      has_more: true,
    })
    pass(7)
    expect((await ask('')).content.map(({ name }: { name: string }) => name)).toEqual([
      'Anywhere, within one year',
    ])
  })
})
