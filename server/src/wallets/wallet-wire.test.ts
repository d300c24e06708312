import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { differencesFromList, fieldsListed } from '../../test/wire-list.ts'
import { DAY, epochSeconds, HOUR, later } from '../kit/time.ts'

let server: TestServer
let shop: OrderShop
let wallet: string
let friend: string
let orderId: string
const opening = new Date('2026-11-23T12:00:00Z')

/** One of everything that can happen to the money of a wallet. */
beforeAll(async () => {
  server = await startServer()
  server.clock.now = opening
  shop = await openOrderShop(server)
  const holder = await shop.holder()
  const other = await shop.holder()
  wallet = holder.wallet
  friend = other.contact
  await shop.call('POST', 'products', { sku: 'TEA', name: 'Tea', description: 'Green' })
  const products = [{ type: 'SKU', code: 'TEA' }]
  const timings = [{ days: [2], months: [11], start_time: '08:00', end_time: '20:00' }]
  await shop.pool('TEA', { description: 'For tea', products, timings, organisations: [{ code: 'CORNER' }] })
  await shop.pool('SOON', { description: 'For a week', validity: { count: 7, unit: 'DAYS' } })
  await shop.offer({
    name: 'A tenth',
    award: { kind: 'PERCENTAGE', rate: 10 },
    commerce_pool: { code: 'SOON' },
  })
  await shop.credit(wallet, 20, { commerce_pool: { code: 'TEA' }, reference_number: 'ADJ-1' })
  await shop.credit(wallet, 30)
  await shop.call('POST', 'topups', {
    wallet_id: wallet,
    amount: 25,
    notes: 'At the counter',
    payment_method: { type: 'CASH' },
  })
  await shop.buy({ contact: holder.contact, total: 40, spend: 3, reference: 'BOUGHT' })
  const destination = { contact_id: friend }
  const sent = { destination, amount: 2, commerce_pool: { code: 'TEA' } }
  await shop.call('POST', `wallets/${wallet}/transfers`, sent)
  server.clock.now = later(opening, HOUR)
  const { body } = await shop.order(holder.contact, { use_wallet_funds: true, wallet_funds_amount: 3 })
  orderId = body.id
  await shop.act(orderId, 'START_PROGRESS')
  await shop.act(orderId, 'COMPLETE')
  server.clock.now = later(opening, 8 * DAY)
  await server.expireLots()
  await shop.buy({ contact: holder.contact, total: 10 })
})
afterAll(() => server.stop())

const read = async (path: string) => {
  const { status, body, text } = await shop.call('GET', `wallets/${wallet}${path}`)
  if (status !== 200) throw new Error(text)
  return body
}
const differences = (list: string, answers: readonly unknown[]) =>
  differencesFromList(fieldsListed(list), answers)

const PAGE = `
paging: object
  page: integer(int32)
  size: integer(int32)
  total: integer(int64)
  has_more: boolean
content: object[]
`

test('a wallet has the names and types of the contract', async () => {
  const list = `
id: string
code: string
balances: object[]
  type: BUSINESS|CRM
  currency_code: string
  total: number
  open: number
  commerce: number
  organisation: object
    id: string
    name: string
total_balance: number
total_open: number
total_commerce: number
activated_commerce_pools: integer(int32)
`
  expect(differences(list, [await read('')])).toEqual([])
})

test('its transactions have the names and types of the contract, each with a value but for what there is none of', async () => {
  const list = `${PAGE}
  id: string
  amount: number
  currency: string
  type: string
  posted_on: integer(epoch)
  reward_event: object
    type: string
    code: string
    amount: number
    spend_method: string
    state: string
    date: integer(epoch)
    expiry_date: integer(epoch)
    reward_offer: object
      id: string
      name: string
    performed_by: object
      id: string
      name: string
    reference_number: string
    purchase_id: string
  financial_event: object
    id: string
    type: string
    number: string
    reference_number: string
    life_cycle_state: string
    notes: string
    amount: number
    date: integer(epoch)
  wallet_fee: object
    type: string
    name: string
  order: object
    id: string
    number: string
    total_cost: number
    submitted_on: integer(epoch)
    fulfilled_by: object
      id: string
      name: string
  pocket: string
  exchange_rate: number
  total_default_currency: number
  default_currency_code: string
  wallet_expiration: object
    date: integer(epoch)
    commerce_pool: object
      id: string
      name: string
      description: string
  transfer: object
    contact: object
      id: string
      name: string
      code: string
    commerce_pool: object
      id: string
      name: string
    wallet: object
      id: string
      code: string
    account: object
      id: string
      number: string
  blocked_by: object
    id: string
    entity: string
    expiration_date: integer(epoch)
`
  const answer = await read('/transactions?size=100&include_total=true')
  // There are no fees, and money is transferred between wallets only.
  expect(differences(list, [answer])).toEqual([
    'content.wallet_fee never has a value',
    'content.transfer.account never has a value',
  ])
})

test('its commerce balances have the names and types of the contract, each with a value but for what there is none of', async () => {
  const list = `${PAGE}
  id: string
  name: string
  description: string
  amount: number
  currency_code: string
  expiration: object
    zero_to_thirty: number
    thirty_to_sixty: number
    sixty_to_ninety: number
    ninety_plus: number
  organisations: object[]
    id: string
    name: string
    type: string
    locations: object[]
  products: object[]
    id: string
    id_type: string
    name: string
    description: string
    sku: string
  timings: object[]
    day: integer(int32)
    month: integer(int32)
    start_time: string
    end_time: string
  applicable_for_activation: boolean
  is_active: boolean
  b2b_details: object
    is_published: boolean
    is_promoted: boolean
    promoted_organisation: object
      id: string
      name: string
`
  const answer = await read('/commerce_balances?include_expiration=true&include_total=true')
  // Pools are not offered to other businesses.
  expect(differences(list, [answer])).toEqual(['content.b2b_details.promoted_organisation never has a value'])
  // Organisations have no addresses.
  const [tea] = answer.content
  expect(tea.organisations).toMatchObject([{ code: 'CORNER', locations: [] }])
  expect(tea.products).toMatchObject([{ sku: 'TEA', description: 'Green' }])
})

test('its journals and its totals have the names and types of the contract', async () => {
  const journals = `${PAGE}
  id: string
  amount: number
  currency: string
  type: string
  posted_on: integer(epoch)
  expiration_date: integer(epoch)
  unallocated_amount: number
  description: string
  exchange_rate: number
  total_default_currency: number
  default_currency_code: string
  transaction_type: string
`
  const answer = await read('/journals?size=100&include_unallocated_credit=true&include_total=true')
  expect(differences(journals, [answer])).toEqual([])
  const totals = `
wallet_totals: object[]
  type: string
  total: number
  currency_code: string
`
  expect(differences(totals, [await read('/summarised_totals')])).toEqual([])
})

test('every filter of the contract is known', async () => {
  const { contact } = await read('')
  const posted = `posted_on[gte]=${epochSeconds(opening)}&posted_on[lt]=${epochSeconds(server.clock.now)}`
  const list = 'include_total=true&order=ASC&page=1&size=10&sort=CREATED_DATE'
  const lines = await read(
    `/transactions?community_member_id=${contact.code}&is_wallet_fee=false&type=CREDIT&pocket=BUSINESS&${posted}&${list}`,
  )
  expect(lines.content.length).toBeGreaterThan(0)
  const none = await read(`/transactions?is_wallet_fee=true&include_total=true`)
  expect([none.content, none.paging.total]).toEqual([[], 0])
  expect((await read(`/transactions?community_member_id=${friend}`)).content).toEqual([])
  const nobody = await shop.call('GET', `wallets/${wallet}/transactions?community_member_id=NOBODY`)
  expect(nobody.body.parameters).toEqual(['contact', 'NOBODY'])
  await read(`/journals?commerce_pool_id=TEA&is_commerce=true&is_open=false&${posted}&${list}`)
  await read('/commerce_balances?commerce_pool_id=TEA&include_expiration=true&is_active=true')
  await read(`/summarised_totals?${posted}`)
})

test('each line tells what it is of: the purchase and how it was spent, the order, the correction, to whom it went', async () => {
  const { content } = await read('/transactions?size=100')
  const lines = (type: string, side: string) =>
    content.filter(
      (each: { readonly type: string; readonly transaction_type: string }) =>
        each.transaction_type === type && each.type === side,
    )
  const ofOrder = { order: { id: orderId, total_cost: 5, fulfilled_by: { id: shop.venue } } }
  const ofPurchase = { reference_number: 'BOUGHT', spend_method: 'ON_REQUEST', state: 'POSTED' }
  const nothing = { financial_event: null, transfer: null, blocked_by: null }
  expect(lines('SPEND', 'DEBIT')).toMatchObject([
    { amount: 3, ...ofOrder, ...nothing },
    { amount: 3, reward_event: ofPurchase, order: null, ...nothing },
  ])
  expect(lines('USE_WALLET_FUNDS', 'DEBIT')).toMatchObject([
    { amount: 3, blocked_by: { id: orderId, entity: 'ORDER' }, ...ofOrder, reward_event: null },
  ])
  expect(lines('MANUAL_JOURNAL', 'CREDIT')).toMatchObject([
    { financial_event: { type: 'MANUAL_JOURNAL', amount: 30, reference_number: null } },
    { financial_event: { amount: 20, reference_number: 'ADJ-1', life_cycle_state: 'POSTED' } },
  ])
  expect(lines('TOP_UP', 'CREDIT')).toMatchObject([
    { financial_event: { type: 'TOP_UP', amount: 25, notes: 'At the counter' }, reward_event: null },
  ])
  expect(lines('TRANSFER', 'DEBIT')).toMatchObject([
    { amount: 2, transfer: { contact: { code: friend, name: 'Shopper 2' }, account: null } },
  ])
  expect(lines('AWARD', 'CREDIT')[0].reward_event).toMatchObject({ type: 'AWARD', spend_method: null })
})

test('a key that may not read contacts sees initials of whom money went to', async () => {
  const { body } = await shop.call('POST', 'api_keys', { name: 'Till', scopes: ['wallets:read'] })
  const path = `wallets/${wallet}/transactions?size=100`
  const { content } = (await shop.call('GET', path, undefined, { api_key: body.key })).body
  const names = content.flatMap(
    ({ transfer }: { readonly transfer: { contact: { name: string } } | null }) =>
      transfer ? [transfer.contact.name] : [],
  )
  expect(names).toEqual(['S. 2.'])
})
