import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEventfulBusiness } from '../../test/eventful-business.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { plainBooks } from '../../test/plain-books.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { DAY, HOUR, later } from '../kit/time.ts'
import { localDay } from '../kit/zone.ts'
import { ACCOUNT_KINDS, DEFAULT_MAP } from './accounting-map.ts'
import { csv } from './csv.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

async function fetchCsv(shop: Shop, query: string) {
  const response = await fetch(`${server.url}/backoffice/v2/reports/accounting?format=csv&${query}`, {
    headers: { api_key: shop.key },
  })
  return { response, text: await response.text() }
}

/** A reader of its own: cells by RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/gy
  for (const [, raw = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

const cents = (text: string) => BigInt(text.replace('.', ''))

describe('the journal', () => {
  test.each([21, 22])(
    'balances on every day, and all days together are the balances of the books (history %i)',
    async (seed) => {
      const shop = await openEventfulBusiness(server, seed)
      const firstDay = localDay(server.clock.now, 'Europe/Nicosia')
      for (let step = 0; step < 120; step++) await shop.step()
      const lastDay = localDay(server.clock.now, 'Europe/Nicosia')
      const balances = new Map<string, bigint>()
      const entries = new Set<string>()
      for (
        let at = new Date(`${firstDay}T12:00:00Z`);
        localDay(at, 'UTC') <= lastDay;
        at = later(at, 10 * DAY)
      ) {
        const [from, to] = [localDay(at, 'UTC'), localDay(later(at, 9 * DAY), 'UTC')]
        const { text } = await fetchCsv(shop, `from=${from}&to=${to}`)
        const days = new Map<string, bigint>()
        for (const [entry = '', date = '', currency, , , , account = '', debit = '', credit = ''] of readCsv(
          text,
        ).slice(1)) {
          expect(from <= date && date <= to).toBe(true)
          const side = `${entry}|${account}|${cents(debit) > 0n}`
          expect(entries.has(side)).toBe(false)
          entries.add(side)
          const amount = cents(credit) - cents(debit)
          days.set(`${date}${currency}`, (days.get(`${date}${currency}`) ?? 0n) + amount)
          balances.set(account, (balances.get(account) ?? 0n) + amount)
        }
        expect([...days.values()].every((sum) => sum === 0n)).toBe(true)
      }
      const { accounts } = await plainBooks(server, shop.actor.tenant)
      const books = new Map<string, bigint>()
      for (const { kind, balance } of accounts.values()) books.set(kind, (books.get(kind) ?? 0n) + balance)
      for (const kind of ACCOUNT_KINDS)
        expect([kind, balances.get(kind) ?? 0n]).toEqual([kind, books.get(kind) ?? 0n])
      const { body } = await shop.call('GET', 'reports/accounting')
      expect(body.totals[0].debit).toBe(body.totals[0].credit)
      expect(body.totals[0].debit).toBeGreaterThan(0)
    },
  )

  test('books a movement on the day it has in the business’s time zone', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    const contact = await shop.shopper()
    // Half past midnight in Nicosia is still the day before in UTC.
    server.clock.now = new Date('2031-03-30T22:30:00Z')
    await shop.buy({ contact, total: 10 })
    const { body } = await shop.call('GET', 'reports/accounting?from=2031-03-31&to=2031-03-31')
    expect(body.content).toEqual([
      expect.objectContaining({
        date: '2031-03-31',
        account: 'FUNDER',
        account_code: '6110',
        debit: 1,
        credit: 0,
      }),
      expect.objectContaining({ account: 'CONTACT_COMMERCE', account_code: '2120', debit: 0, credit: 1 }),
    ])
    expect(body).toMatchObject({ from: '2031-03-31', time_zone: 'Europe/Nicosia', final: false })
    const before = await shop.call('GET', 'reports/accounting?from=2031-03-30&to=2031-03-30')
    expect(before.body.content).toEqual([])
    const at = Date.parse('2031-03-30T22:00:00Z') / 1_000
    expect((await shop.call('GET', `reports/accounting?from=${at}&to=${at}`)).body.from).toBe('2031-03-31')
    server.clock.now = later(server.clock.now, DAY + HOUR)
    expect((await shop.call('GET', 'reports/accounting?to=2031-03-31')).body.final).toBe(true)
  })

  test('is a file of CSV with a name', async () => {
    const shop = await openShop(server)
    const { response, text } = await fetchCsv(shop, 'from=2026-01-01&to=2026-01-31')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="journal-2026-01-01-2026-01-31.csv"',
    )
    expect(text).toBe('entry,date,currency,movement,account_code,account_name,account,debit,credit,text\r\n')
  })

  test.each(['from=2026-02-30', 'from=2026-13-01', 'to=soon', 'from=2026-02-02&to=2026-02-01', 'format=xml'])(
    'refuses %s',
    async (query) => {
      const shop = await openShop(server)
      expect((await shop.call('GET', `reports/accounting?${query}`)).status).toBe(400)
    },
  )
})

describe('the accounting map', () => {
  const own = { accounts: DEFAULT_MAP.accounts.map((each) => ({ ...each, code: `9${each.code}` })) }

  test('is the product’s own until the business sets one, whole', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    await shop.buy({ contact: await shop.shopper(), total: 10 })
    expect((await shop.call('GET', 'accounting_map')).body).toEqual({
      is_default: true,
      updated_on: null,
      ...DEFAULT_MAP,
    })
    const overrides = [{ movement: 'AWARD', account: 'FUNDER', code: '7000', name: 'Marketing' }]
    const { status, body } = await shop.call('PUT', 'accounting_map', { ...own, overrides })
    expect([status, body.is_default]).toEqual([200, false])
    expect((await shop.call('PUT', 'accounting_map', { ...own, overrides })).body).toEqual(body)
    const { body: journal } = await shop.call('GET', 'reports/accounting')
    expect(journal.content.map((line: { account_code: string }) => line.account_code)).toEqual([
      '7000',
      '92120',
    ])
  })

  test('of the product gives every account of the books one of its own', () => {
    expect(new Set(DEFAULT_MAP.accounts.map(({ code }) => code)).size).toBe(ACCOUNT_KINDS.length)
  })

  test('is refused when it leaves an account out or names one twice, naming it', async () => {
    const shop = await openShop(server)
    const accounts = own.accounts.filter(({ account }) => account !== 'BREAKAGE')
    const missing = await shop.call('PUT', 'accounting_map', { accounts })
    expect([missing.status, missing.body.detail]).toEqual([400, expect.stringContaining('BREAKAGE')])
    const twice = await shop.call('PUT', 'accounting_map', { accounts: [...own.accounts, own.accounts[3]] })
    expect([twice.status, twice.body.detail]).toEqual([400, expect.stringContaining('FUNDER')])
    const overrides = [{ movement: 'GUESS', account: 'FUNDER', code: '1', name: 'n' }]
    expect((await shop.call('PUT', 'accounting_map', { ...own, overrides })).status).toBe(400)
    expect((await shop.call('GET', 'accounting_map')).body.is_default).toBe(true)
  })

  test('that lacks an account which moved, as after an update of the product, exports nothing and names it', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    await shop.buy({ contact: await shop.shopper(), total: 10 })
    await shop.call('PUT', 'accounting_map', own)
    const accounts = own.accounts.filter(({ account }) => account !== 'FUNDER')
    await server.database.pool.query('update accounting_maps set map = $2 where tenant = $1', [
      shop.actor.tenant,
      JSON.stringify({ accounts, overrides: [] }),
    ])
    const { status, body } = await shop.call('GET', 'reports/accounting?format=csv')
    expect(status).toBe(400)
    expect(body).toMatchObject({
      parameters: ['accounting_map', 'FUNDER'],
      detail: expect.stringContaining('AWARD'),
    })
  })

  test('with names that spreadsheets would run or split comes out as text', async () => {
    const shop = await openShop(server)
    await shop.offer(tenPercent)
    await shop.buy({ contact: await shop.shopper(), total: 10 })
    const [first, ...rest] = own.accounts
    const odd = '=HYPERLINK("http://x","a"),\r\n2'
    const accounts = [first, ...rest].map((each) =>
      each?.account === 'FUNDER' ? { ...each, name: odd } : each,
    )
    expect((await shop.call('PUT', 'accounting_map', { accounts })).status).toBe(200)
    const { text } = await fetchCsv(shop, '')
    expect(readCsv(text)[1]?.[5]).toBe(`'${odd}`)
  })
})

test.each`
  cell           | line
  ${'plain'}     | ${'plain'}
  ${'a,b'}       | ${'"a,b"'}
  ${'say "yes"'} | ${'"say ""yes"""'}
  ${'two\nrows'} | ${'"two\nrows"'}
  ${'=1+1'}      | ${"'=1+1"}
  ${'+49 170'}   | ${"'+49 170"}
  ${'-x'}        | ${"'-x"}
  ${'@sum'}      | ${"'@sum"}
  ${' =1'}       | ${"' =1"}
  ${'\t=1'}      | ${"'\t=1"}
  ${'-12.50'}    | ${'-12.50'}
  ${'Ψωμί'}      | ${'Ψωμί'}
`('the cell $cell is written as $line', ({ cell, line }) => {
  expect(csv([[cell]])).toBe(`${line}\r\n`)
})
