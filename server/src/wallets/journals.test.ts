import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { DAY, epochSeconds, later } from '../kit/time.ts'

let server: TestServer
let shop: PurseShop
const opening = new Date('2026-11-23T12:00:00Z')

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = opening
  shop = await openPurseShop(server)
})

const inDays = (days: number) => epochSeconds(later(opening, days * DAY))
const topUp = (wallet: string, amount: number) =>
  shop.call('POST', 'topups', { wallet_id: wallet, amount, payment_method: { type: 'CASH' } })
const journals = async (wallet: string, query = '') =>
  (await shop.call('GET', `wallets/${wallet}/journals?size=100${query}`)).body
const totals = async (wallet: string, query = '') => {
  const { wallet_totals } = (await shop.call('GET', `wallets/${wallet}/summarised_totals${query}`)).body
  return Object.fromEntries(
    wallet_totals
      .filter(({ total }: { readonly total: number }) => total !== 0)
      .map(({ type, total }: { readonly type: string; readonly total: number }) => [type, total]),
  )
}
/** Names and types, as contract/self-service-wire.md lists them. */
const JOURNAL = {
  id: 'string',
  amount: 'number',
  currency: 'string',
  type: 'string',
  posted_on: 'number',
  expiration_date: 'number',
  unallocated_amount: 'number',
  description: 'string',
  exchange_rate: 'number',
  total_default_currency: 'number',
  default_currency_code: 'string',
  transaction_type: 'string',
}

/** A shopper with an award that expires, a top-up, and a spend that used the award first. */
async function spender() {
  const holder = await shop.holder()
  await shop.offer({
    name: 'Five back',
    award: { kind: 'FIXED', amount: 5 },
    expires_after: { count: 9, unit: 'DAYS' },
  })
  await shop.buy({ contact: holder.contact, total: 10 })
  await topUp(holder.wallet, 20)
  return holder
}

describe('the journals of a wallet', () => {
  test('have the names and types of the contract', async () => {
    const { wallet } = await spender()
    const { content, paging } = await journals(wallet, '&include_unallocated_credit=true&is_commerce=true')
    const types = Object.entries(content[0]).map(([name, value]) => [name, typeof value])
    expect(Object.fromEntries(types)).toEqual(JOURNAL)
    expect(paging).toMatchObject({ page: 1, size: 100, total: null, has_more: false })
    expect(content[0]).toMatchObject({
      amount: 5,
      currency: 'EUR',
      type: 'CREDIT',
      posted_on: inDays(0),
      expiration_date: inDays(9),
      unallocated_amount: 5,
      description: 'Five back',
      transaction_type: 'AWARD',
    })
  })

  test('complaint: balance shown differs from balance consumed. What is left of the credits is the balance, and it is spent to the cent', async () => {
    const { wallet, contact } = await spender()
    const spent = await shop.buy({ contact, total: '7.00', spend: 7 })
    await shop.call('POST', `purchases/${spent.body.id}/cancel`)
    await shop.buy({ contact, total: '6.50', spend: 6.5 })
    const leftOf = async () => {
      const { content } = await journals(wallet, '&include_unallocated_credit=true')
      return content.reduce((sum: number, each: { unallocated_amount: number | null }) => {
        return sum + Math.round((each.unallocated_amount ?? 0) * 100)
      }, 0)
    }
    const { total_balance } = await shop.wallet(wallet)
    expect(await leftOf()).toBe(Math.round(total_balance * 100))
    const all = await shop.buy({ contact, total: '100.00', spend: 100 })
    expect(all.body.rewards.spend).toBe(total_balance)
    server.clock.now = later(opening, 10 * DAY)
    expect(await leftOf()).toBe(Math.round((await shop.wallet(wallet)).total_balance * 100))
  })

  test('are found by side, pocket, pool, kind and time', async () => {
    const { wallet, contact } = await spender()
    await shop.pool('TEA')
    await shop.credit(wallet, 3, { commerce_pool: { code: 'TEA' } })
    server.clock.now = later(opening, DAY)
    await shop.buy({ contact, total: '2.00', spend: 1 })
    const kinds = async (query: string) =>
      (await journals(wallet, query)).content.map(
        ({ transaction_type }: { readonly transaction_type: string }) => transaction_type,
      )
    expect(await kinds('&is_open=true&type=CREDIT')).toEqual(['TOP_UP'])
    expect(await kinds('&commerce_pool_id=TEA')).toEqual(['MANUAL_JOURNAL'])
    expect(await kinds('&transaction_type=SPEND')).toEqual(['SPEND'])
    expect(await kinds('&type=DEBIT')).toEqual(['SPEND'])
    expect(await kinds(`&posted_on[gte]=${inDays(1)}&type=CREDIT`)).toEqual(['AWARD'])
    expect(await kinds('&is_wallet_fee=true')).toEqual([])
    expect(await kinds('&transaction_type=DONATION')).toEqual([])
    const unknown = await shop.call('GET', `wallets/${wallet}/journals?commerce_pool_id=NONE`)
    expect(unknown.body.parameters).toEqual(['commerce_pool', 'NONE'])
  })
})

describe('the totals of a wallet', () => {
  test('add up what came and went, less what was undone, of all time or of a time', async () => {
    const { wallet, contact } = await spender()
    const ben = await shop.holder()
    const voided = await topUp(wallet, 9)
    await shop.call('POST', `topups/${voided.body.id}/cancel`, {})
    const back = await shop.buy({ contact, total: '2.00', spend: 2 })
    await shop.call('POST', `purchases/${back.body.id}/cancel`)
    await shop.call('POST', `wallets/${wallet}/transfers`, {
      destination: { wallet_id: ben.wallet },
      amount: 4,
    })
    expect(await totals(wallet)).toEqual({ TOP_UP: 20, AWARDED: 5, SENT: 4 })
    expect(await totals(ben.wallet)).toEqual({ RECEIVED: 4 })
    expect(await totals(wallet, `?posted_on[gt]=${inDays(1)}`)).toEqual({})
    await shop.call('POST', `contacts/${ben.contact}/merge`, { contact_id: contact })
    expect(await totals(ben.wallet)).toMatchObject({ TOP_UP: 20, AWARDED: 5, RECEIVED: 4 })
  })

  test('are less by what was taken back, also of redeemed money, and of money that had expired', async () => {
    const { wallet, contact } = await spender()
    const settings = { redeem_method: 'ON_REQUEST' }
    await shop.call('PUT', `organisations/${shop.merchant}`, { settings })
    await shop.pool('WEEK', { validity: { count: 7, unit: 'DAYS' } })
    const body = { wallet_id: wallet, amount: 8, payment_method: { type: 'CASH' }, commerce_pool_id: 'WEEK' }
    const topup = (await shop.call('POST', 'topups', body)).body
    const redeemed = await shop.buy({ contact, total: '50.00', redeem_request: { amount: 12 } })
    expect(await totals(wallet)).toMatchObject({ TOP_UP: 28, REDEEMED: 12 })
    server.clock.now = later(opening, 30 * DAY)
    await server.expireLots()
    await shop.call('POST', `topups/${topup.id}/cancel`, {})
    expect(await totals(wallet)).toMatchObject({ TOP_UP: 20, REDEEMED: 4 })
    await shop.call('POST', `purchases/${redeemed.body.id}/cancel`)
    // What is left is the award of the purchase that the wallet began with.
    expect(await totals(wallet)).toEqual({ TOP_UP: 20, AWARDED: 5 })
  })
})
