import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { openRuleBook } from '../engine/index.ts'

let server: TestServer
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
})
afterAll(() => server.stop())

const RULE_BOOK = 'reward_offers/rule_book'
const EVALUATE = 'reward_offers/evaluate'
const ANNA = '00000000-0000-4000-8000-000000000002'

function facts(of: Shop, more: object = {}) {
  return {
    at: '2026-11-23T12:00:00+02:00',
    place: { merchant: of.merchant, venue: of.venue, name: 'Corner, Main St', zone: 'Europe/Nicosia' },
    contact: { id: ANNA, since: '2020-01-01T00:00:00Z' },
    lines: [{ sku: 'milk', gross: '10.00' }],
    ...more,
  }
}

describe('the rule book', () => {
  test('holds the offers that are live now, and its revision changes with them', async () => {
    const own = await openShop(server)
    const before = (await own.call('GET', RULE_BOOK)).body
    expect(before).toMatchObject({ currency: 'EUR', business_zone: 'Europe/Nicosia', offers: [] })
    const id = await own.offer({ ...tenPercent, code: 'TEN' })
    await own.offer({ ...tenPercent, state: 'DRAFT' })
    const live = (await own.call('GET', RULE_BOOK)).body
    expect(live.offers.map(({ code }: { code: string }) => code)).toEqual(['TEN'])
    expect(live.revision).not.toBe(before.revision)
    await own.call('POST', `reward_offers/${id}/life_cycle_state`, { life_cycle_state: 'INACTIVE' })
    expect((await own.call('GET', RULE_BOOK)).body.offers).toEqual([])
  })

  test('does not hide an offer whose code is its name: that is read by its id', async () => {
    const own = await openShop(server)
    const id = await own.offer({ ...tenPercent, code: 'rule_book' })
    expect((await own.call('GET', RULE_BOOK)).body.offers).toHaveLength(1)
    expect((await own.call('GET', `reward_offers/${id}`)).body.code).toBe('rule_book')
  })

  test('brings the tiers along', async () => {
    const own = await openShop(server)
    await own.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
    await own.call('POST', 'reward_tiers', { code: 'SILVER', name: 'Silver', value_units: 100 })
    await own.offer({ ...tenPercent, conditions: [{ kind: 'TIERS', tiers: [{ code: 'SILVER' }] }] })
    const { body: book } = await own.call('GET', RULE_BOOK)
    const spent = { owner: book.business, subject: ANNA, period: 'tier:2026', amount: '10000', uses: 1 }
    const { evaluate } = openRuleBook(book)
    expect(JSON.parse(evaluate(facts(own, { counters: [spent] }))).total_award).toBe(1)
    expect(JSON.parse(evaluate(facts(own))).total_award).toBe(0)
  })
})

describe('the rule book with one offer as it would be', () => {
  test('judges in a browser by a draft, and by a change that nobody made, as by what was published', async () => {
    const own = await openShop(server)
    const id = await own.offer({ ...tenPercent, code: 'TEN', state: 'DRAFT' })
    await own.offer({ award: { kind: 'FIXED', amount: 3 }, on_top: true })
    const book = async (body: object) => (await own.call('POST', 'reward_offers/TEN/rule_book', body)).body
    const judgedBy = async (body: object) => openRuleBook(await book(body)).evaluate(facts(own))
    const [drafted, changed] = [
      await judgedBy({}),
      await judgedBy({ change: { award: { kind: 'PERCENTAGE', rate: 20 } } }),
    ]
    expect([JSON.parse(drafted).total_award, JSON.parse(changed).total_award]).toEqual([4, 5])
    await own.call('POST', `reward_offers/${id}/life_cycle_state`, { life_cycle_state: 'ACTIVE' })
    expect((await own.call('POST', EVALUATE, { facts: facts(own) })).text).toBe(drafted)
    await own.call('PUT', `reward_offers/${id}`, { award: { kind: 'PERCENTAGE', rate: 20 } })
    const published = (await own.call('POST', EVALUATE, { facts: facts(own) })).text
    expect(published.replaceAll('"version":2', '"version":1')).toBe(changed)
  })

  test('is kept nowhere: the live offers are as they were', async () => {
    const own = await openShop(server)
    await own.offer({ ...tenPercent, code: 'TEN', state: 'DRAFT' })
    const { body } = await own.call('GET', RULE_BOOK)
    await own.call('POST', 'reward_offers/TEN/rule_book', {})
    expect((await own.call('GET', RULE_BOOK)).body).toEqual(body)
  })
})

describe('an evaluation', () => {
  test('moves nothing: the same again answers the same', async () => {
    const own = await openShop(server)
    await own.offer({ ...tenPercent, limits: { per_contact: { uses: 1, period: 'DAY' } } })
    const first = await own.call('POST', EVALUATE, { facts: facts(own) })
    expect([first.status, first.body.total_award]).toEqual([200, 1])
    expect((await own.call('POST', EVALUATE, { facts: facts(own) })).text).toBe(first.text)
  })

  test('reads limits as they are sent', async () => {
    const own = await openShop(server)
    await own.offer({ ...tenPercent, limits: { per_contact: { uses: 1, period: 'DAY' } } })
    const { counted } = (await own.call('POST', EVALUATE, { facts: facts(own) })).body
    const again = await own.call('POST', EVALUATE, { facts: facts(own, { counters: counted }) })
    expect(again.body.refused).toMatchObject([{ condition: 'PER_CONTACT_USES', seen: '1 times used' }])
  })

  test.each`
    sent                                            | status | path
    ${{ facts: undefined }}                         | ${400} | ${'facts'}
    ${{ lines: [{ sku: 'milk', gross: '1.005' }] }} | ${400} | ${'facts.lines[0].gross'}
    ${{ lines: [{ sku: 'milk', gross: 1 }] }}       | ${400} | ${'facts.lines[0].gross'}
    ${{ total: '9.00' }}                            | ${400} | ${'facts.total'}
    ${{ at: 'yesterday' }}                          | ${400} | ${'facts.at'}
    ${{ place: { merchant: 'CORNER' } }}            | ${400} | ${'facts.place.merchant'}
  `('refuses $sent and names $path', async ({ sent, status, path }) => {
    const body = 'facts' in sent ? {} : { facts: facts(shop, sent) }
    const answer = await shop.call('POST', EVALUATE, body)
    expect(answer.status).toBe(status)
    expect(answer.body.field_errors.map((field: { path: string }) => field.path)).toContain(path)
  })

  test('needs the scope offers:read', async () => {
    const key = await shop.call('POST', 'api_keys', { name: 'till', scopes: ['purchases:write'] })
    const other = { api_key: key.body.key }
    expect((await shop.call('GET', RULE_BOOK, undefined, other)).status).toBe(403)
    expect((await shop.call('POST', EVALUATE, { facts: facts(shop) }, other)).status).toBe(403)
  })
})
