import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEventfulBusiness } from '../../test/eventful-business.ts'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openOrderShop } from '../../test/order-shop.ts'
import { lotsGained, moved, type PlainBooks, plainBooks } from '../../test/plain-books.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { HOUR, later } from '../kit/time.ts'
import { WORDS } from './accounting-map.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const cents = (amount: number) => BigInt(Math.round(amount * 100))
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((all, amount) => all + amount, 0n)

interface Named {
  readonly id: string
}
interface Cell {
  readonly funder: Named | null
  readonly column: string
  readonly organisation: Named
  readonly amount: number
}
interface FunderRow {
  readonly funder: Named | null
  readonly awarded: number
  readonly reversed: number
  readonly expired: number
  readonly used: number
  readonly change_in_wallets: number
}

type Window = { readonly from: Date; readonly to: Date }
const queryOf = ({ from, to }: Window) => `?from=${from.toISOString()}&to=${to.toISOString()}`

async function report(shop: Shop, window: Window) {
  const { status, body, text } = await shop.call('GET', `reports/settlements${queryOf(window)}`)
  if (status !== 200) throw new Error(text)
  return body
}

/** What the ledger's accounts of a column moved. */
function movedBy(books: PlainBooks, window: Window, column: string, organisation: string): bigint {
  const of = (kind: string, owner?: string) => moved(books, window, kind, owner)
  if (column === 'ACCEPTOR') return of('ACCEPTOR', organisation)
  if (column === 'PAYOUTS') return of('PAYOUT_CLEARING') + of('PAID_OUT')
  if (column === 'DEBTS') return of('CONTACT_DEBT')
  if (column === 'ADJUSTMENTS') return of('ADJUSTMENT')
  if (column === 'TOP_UPS') return of('TOPUP_CLEARING', organisation)
  if (column === 'PASSES') return of('PASS_CLEARING', organisation)
  return of('IN_TRANSIT')
}

function expectLedger(told: Awaited<ReturnType<typeof report>>, books: PlainBooks, window: Window) {
  const cells: Cell[] = told.cells
  const funders: FunderRow[] = told.funders
  for (const { column, organisation, amount } of told.columns) {
    const own = cells.filter((cell) => cell.column === column && cell.organisation.id === organisation.id)
    expect(sumOf(own.map((cell) => cents(cell.amount)))).toBe(cents(amount))
    expect(cents(amount)).toBe(movedBy(books, window, column, organisation.id))
  }
  // No account that moved is left out.
  const acceptors = [...new Set([...books.accounts.values()].map(({ owner_id }) => owner_id))]
  for (const owner of acceptors) {
    const column = told.columns.find(
      (each: Cell) => each.column === 'ACCEPTOR' && each.organisation.id === owner,
    )
    expect(cents(column?.amount ?? 0)).toBe(moved(books, window, 'ACCEPTOR', owner))
  }
  for (const row of funders) {
    const own = cells.filter((cell) => cell.funder?.id === row.funder?.id)
    expect(sumOf(own.map(({ amount }) => cents(amount)))).toBe(cents(row.used))
    const gained = lotsGained(books, window, row.funder?.id ?? null)
    expect(cents(row.change_in_wallets)).toBe(gained)
    // The business's own account of expired money is also that of money that nobody funded.
    if (row.funder === null || row.funder.id === books.business) continue
    const given = moved(books, window, 'FUNDER', row.funder.id)
    expect(cents(row.awarded - row.reversed)).toBe(-given)
    expect(cents(row.expired)).toBe(moved(books, window, 'BREAKAGE', row.funder.id))
    expect(cents(row.used)).toBe(-given - cents(row.expired) - gained)
  }
  expect(sumOf(funders.map(({ expired }) => cents(expired)))).toBe(moved(books, window, 'BREAKAGE'))
  expect(sumOf(funders.map(({ awarded, reversed }) => cents(awarded - reversed)))).toBe(
    -moved(books, window, 'FUNDER'),
  )
  expect(sumOf(told.positions.map(({ net }: { net: number }) => cents(net)))).toBe(0n)
}

describe('the settlement', () => {
  test.each([12, 13, 15])(
    'has rows and columns that sum to the ledger, to the cent, whole and period by period (history %i)',
    async (seed) => {
      const shop = await openEventfulBusiness(server, seed)
      const bounds = [server.clock.now]
      for (let step = 1; step <= 160; step++) {
        await shop.step()
        if (step % 40 === 0) bounds.push(later(server.clock.now, 1))
      }
      const books = await plainBooks(server, shop.actor.tenant)
      const first = bounds[0] ?? server.clock.now
      const last = bounds.at(-1) ?? server.clock.now
      const whole = { from: new Date(0), to: last }
      expectLedger(await report(shop, whole), books, whole)
      const parts = []
      for (let index = 1; index < bounds.length; index++) {
        const window = { from: bounds[index - 1] ?? first, to: bounds[index] ?? last }
        const told = await report(shop, window)
        expectLedger(told, books, window)
        parts.push(...told.cells)
      }
      const all = sumOf(parts.map(({ amount }: Cell) => cents(amount)))
      expect(all).toBe(sumOf((await report(shop, whole)).cells.map(({ amount }: Cell) => cents(amount))))
    },
  )

  test('the histories hold every kind of movement', async () => {
    const { rows } = await server.database.pool.query('select distinct kind from transfers')
    expect(rows.map(({ kind }) => kind).sort()).toEqual(Object.keys(WORDS).sort())
  })

  test('earned at one merchant and spent at another is owed by the one to the other; a void takes it back', async () => {
    const shop = await openShop(server)
    const { body: other } = await shop.call('POST', 'organisations', {
      type: 'MERCHANT',
      name: 'Other',
      code: 'OTHER',
      taps: [{ code: 'O1' }],
    })
    const terms = { award: { kind: 'PERCENTAGE', rate: 10 }, limits: { per_contact: { uses: 1 } } }
    await shop.offer({ ...terms, funder: { id: shop.venue } })
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100 })
    const spend = (merchant: string, amount: number) =>
      shop.call('POST', 'purchases', {
        contact: { code: contact },
        organisation: { merchant_tap: { code: merchant } },
        transaction_amounts: { total: 20 },
        spend_request: { amount },
      })
    const { body: abroad } = await spend('O1', 4)
    await spend('M1', 3)
    const read = () => shop.call('GET', 'reports/settlements')
    const { body } = await read()
    const at = (id: string, column = 'ACCEPTOR') =>
      body.cells.find((cell: Cell) => cell.organisation.id === id && cell.column === column)
    expect(body.cells).toHaveLength(2)
    expect(at(other.id)).toMatchObject({ funder: { id: shop.venue }, amount: 4 })
    expect(at(shop.merchant)).toMatchObject({ funder: { id: shop.venue }, amount: 3 })
    // What a venue funds is its merchant's: using it there is nobody's debt.
    expect(body.positions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          organisation: { id: other.id, name: 'Other' },
          receives: 4,
          owes: 0,
          net: 4,
        }),
        expect.objectContaining({ organisation: { id: shop.merchant, name: 'Corner' }, owes: 4, net: -4 }),
      ]),
    )
    expect(body.funders).toMatchObject([
      { awarded: 10, reversed: 0, expired: 0, used: 7, change_in_wallets: 3 },
    ])
    await shop.call('POST', `purchases/${abroad.id}/cancel`)
    const { body: after } = await read()
    expect(after.cells).toMatchObject([{ organisation: { id: shop.merchant }, amount: 3 }])
    expect(after.positions).toEqual([])
  })
})

describe('money that is set aside for an order', () => {
  test('is owed to the contact, settled by nobody before the order is completed, and booked as it moves', async () => {
    const shop = await openOrderShop(server)
    const terms = { award: { kind: 'PERCENTAGE', rate: 10 }, limits: { per_contact: { uses: 1 } } }
    await shop.offer({ ...terms, funder: { id: shop.venue } })
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100 })
    const { body: order } = await shop.order(contact, { use_wallet_funds: true, wallet_funds_amount: 4 })
    const settled = async () => (await shop.call('GET', 'reports/settlements')).body
    const owed = async () => (await shop.call('GET', 'reports/liability?by=funder')).body.content
    const booked = async () => {
      const { content } = (await shop.call('GET', 'reports/accounting')).body
      return content.flatMap((line: { account: string; debit: number; credit: number }) =>
        line.account === 'CONTACT_BLOCKED' ? [line.credit - line.debit] : [],
      )
    }
    expect((await settled()).cells).toEqual([])
    expect((await settled()).funders).toMatchObject([{ awarded: 10, used: 0, change_in_wallets: 10 }])
    const funder = { id: shop.venue }
    expect(await owed()).toMatchObject([{ funder, liability: 10, available: 6, pending: 0, blocked: 4 }])
    expect(await booked()).toEqual([4])
    await shop.act(order.id, 'START_PROGRESS')
    await shop.act(order.id, 'COMPLETE')
    expect((await settled()).cells).toMatchObject([{ column: 'ACCEPTOR', funder, amount: 4 }])
    expect((await settled()).funders).toMatchObject([{ awarded: 10, used: 4, change_in_wallets: 6 }])
    expect(await owed()).toMatchObject([{ funder, liability: 6, available: 6, blocked: 0 }])
    expect((await booked()).reduce((sum: number, each: number) => sum + each, 0)).toBe(0)
  })
})

describe('the list of settlements', () => {
  test('has the award of its funder and the spend of who took it, and says what was taken back', async () => {
    const shop = await openShop(server)
    const terms = { award: { kind: 'PERCENTAGE', rate: 10 }, limits: { per_contact: { uses: 1 } } }
    const offer = await shop.offer({ ...terms, name: 'Ten', funder: { id: shop.venue } })
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 100, reference: 'EARN' })
    server.clock.now = later(server.clock.now, HOUR)
    const { body: spent } = await shop.buy({ contact, total: 20, spend: 4, reference: 'USE' })
    const list = async (query = '') => (await shop.call('GET', `settlements${query}`)).body
    const { content, paging } = await list('?include_total=true')
    expect(paging).toEqual({ page: 1, size: 10, total: 2, has_more: false })
    expect(content).toMatchObject([
      {
        settlement_type: 'SPEND',
        accounting_type: 'CREDIT',
        organisation: { id: shop.merchant, name: 'Corner' },
        funder: { id: shop.venue },
        event_amount: 4,
        settlement_amount: 4,
        fee: null,
        state: 'POSTED',
        is_reverted: false,
        settlement_event: { type: 'PURCHASE', id: spent.id, reference_number: 'USE' },
      },
      {
        settlement_type: 'AWARD',
        accounting_type: 'DEBIT',
        organisation: { id: shop.venue },
        offer: { id: offer, name: 'Ten' },
        event_amount: 10,
        settlement_event: { type: 'PURCHASE', reference_number: 'EARN' },
      },
    ])
    await shop.call('POST', `purchases/${spent.id}/cancel`)
    expect((await list('?settlement_type=SPEND')).content).toMatchObject([
      { event_amount: 4, settlement_amount: 0, state: 'CANCELLED', is_reverted: true },
    ])
    expect((await list(`?organisation_id=CORNER`)).content).toHaveLength(1)
    expect((await list('?size=1&page=2&order=ASC')).content).toMatchObject([{ settlement_type: 'SPEND' }])
    const since = Math.floor(server.clock.now.getTime() / 1_000)
    expect((await list(`?date[gte]=${since}`)).content).toHaveLength(1)
    expect((await shop.call('GET', 'settlements?organisation_id=NOBODY')).body.error).toContain('NOTFOUND')
  })
})

describe('the awards report', () => {
  test('sums each offer’s money by what became of it in the period', async () => {
    const shop = await openShop(server)
    const once = { limits: { per_contact: { uses: 1 } } }
    const offer = await shop.offer({ name: 'Ten', award: { kind: 'PERCENTAGE', rate: 10 }, ...once })
    const contact = await shop.shopper()
    const { body: earned } = await shop.buy({ contact, total: 100 })
    await shop.buy({ contact: await shop.shopper(), total: 50 })
    const { body: spent } = await shop.buy({ contact, total: 20, spend: 4 })
    const between = later(server.clock.now, HOUR)
    server.clock.now = later(between, HOUR)
    await shop.call('POST', `purchases/${spent.id}/cancel`)
    await shop.call('POST', `purchases/${earned.id}/cancel`)
    const read = async (query: string) => (await shop.call('GET', `reports/awards?${query}`)).body.content
    const common = { offer: { id: offer, name: 'Ten' }, currency_code: 'EUR', expired: 0 }
    expect(await read(`to=${between.toISOString()}`)).toEqual([
      { ...common, contacts: 2, awards: 2, awarded: 15, reversed: 0, spent: 4 },
    ])
    expect(await read(`from=${between.toISOString()}`)).toEqual([
      { ...common, contacts: 0, awards: 0, awarded: 0, reversed: 10, spent: -4 },
    ])
    expect(await read('')).toEqual([
      { ...common, contacts: 2, awards: 2, awarded: 15, reversed: 10, spent: 0 },
    ])
  })

  test('refuses a period that ends before it begins', async () => {
    const shop = await openShop(server)
    const { status, body } = await shop.call('GET', 'reports/awards?from=200&to=100')
    expect([status, body.field_errors[0].path]).toEqual([400, 'from'])
  })
})
