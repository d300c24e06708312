import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { rowsOf } from '../../test/rows-of.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let tests: Shop
let live: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  tests = await openShop(server)
  live = await openShop(server, { mode: 'LIVE', twinOf: tests })
})
afterAll(() => server.stop())

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const prepare = (body: object = {}) => ok(live.call('POST', 'promotions', body))
const apply = ({ id, digest }: { readonly id: string; readonly digest: string }) =>
  live.call('POST', `promotions/${id}/apply`, { digest })
/** Both modes were opened with names of their own; that is no part of what is looked at here. */
const ofOffers = () => prepare({ kinds: ['COMMERCE_POOL', 'SCHEME', 'TIER', 'PASS_PLAN', 'OFFER'] })

const programme = (at: Shop) =>
  ok(at.call('PUT', 'reward_tiers/programme', { conversion_rate: 2, period: 'YEAR' }))

/** Something of every kind, each naming the ones before it. */
async function configure(at: Shop): Promise<void> {
  const post = (path: string, body: object) => ok(at.call('POST', path, body))
  const venue = {
    type: 'VENUE',
    name: 'Harbour',
    code: 'HARBOUR',
    parent: { code: 'CORNER' },
    taps: [{ code: 'V2', name: 'Till 2' }],
    settings: { claim_days: 9, minimum_spend: 2.5 },
  }
  await post('organisations', venue)
  await post('commerce_pools', { code: 'COFFEE', name: 'Coffee', organisations: [{ code: 'HARBOUR' }] })
  await post('reward_schemes', { code: 'CLUB', name: 'Club', sign_up_option: 'SELF_SIGN_UP' })
  await programme(at)
  await post('reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 500 })
  await post('pass_plans', {
    code: 'GIFT-50',
    name: 'Gift',
    classification: 'GIFT',
    value_type: 'FIXED',
    value: '50.00',
    commerce_pool: { code: 'COFFEE' },
  })
  await post('reward_offers', {
    code: 'TEN',
    name: 'Ten per cent',
    state: 'ACTIVE',
    award: { kind: 'PERCENTAGE', rate: 10, cap: 4.5 },
    conditions: [
      { kind: 'ORGANISATIONS', organisations: [{ code: 'HARBOUR' }] },
      { kind: 'TIERS', tiers: [{ code: 'GOLD' }], or_above: true },
    ],
    scheme: { code: 'CLUB' },
    commerce_pool: { code: 'COFFEE' },
    funder: { code: 'CORNER' },
    limits: { budget: 100, per_contact: { amount: 5, period: 'MONTH' } },
    expires_after: { count: 30, unit: 'DAYS' },
  })
  await post('reward_offers', { code: 'PLAN', name: 'A draft', award: { kind: 'FIXED', amount: 1 } })
  await post('order_stages', { code: 'OVEN', name: 'In the oven', state: 'IN_PROGRESS' })
  await post('order_cancellation_reasons', { code: 'RAIN', name: 'It rains' })
  await ok(
    at.call('PUT', 'communication_templates/AWARD.en', { subject: 'Yours', content: 'You have {amount}.' }),
  )
  await ok(at.call('PUT', 'notification_settings', { expiry_reminder_days: 3 }))
  const rule = { name: 'A day', maximum_amount: 100, period: 'DAILY', applies_for: ['DEBIT'] }
  await ok(at.call('PUT', 'wallet_limits', { rules: [rule] }))
}

describe('a promotion', () => {
  test('tells what each record would become, field by field, and changes nothing', async () => {
    await configure(tests)
    await ok(live.call('POST', 'commerce_pools', { code: 'COFFEE', name: 'Coffee of before' }))
    await programme(live)
    await ok(live.call('POST', 'reward_tiers', { code: 'SILVER', name: 'Silver', value_units: 100 }))
    // Made the first time that somebody looks.
    for (const list of ['order_cancellation_reasons', 'order_stages']) await ok(live.call('GET', list))
    const before = await rowsOf(server, live.actor.tenant)
    const promotion = await prepare()
    expect(promotion).toMatchObject({ state: 'PREPARED', problems: [], applied_on: null })
    const of = (code: string) => promotion.changes.find((each: { code: string }) => each.code === code)
    expect(of('COFFEE')).toMatchObject({ kind: 'COMMERCE_POOL', change: 'CHANGED' })
    expect(of('COFFEE').fields).toEqual([
      { field: 'name', from: 'Coffee of before', to: 'Coffee' },
      { field: 'organisations', from: [], to: [{ code: 'HARBOUR' }] },
    ])
    expect(of('HARBOUR')).toMatchObject({ kind: 'ORGANISATION', change: 'ADDED', name: 'Harbour' })
    expect(of('HARBOUR').fields).toContainEqual({ field: 'settings.claim_days', from: null, to: 9 })
    expect(of('SILVER')).toEqual({
      kind: 'TIER',
      code: 'SILVER',
      name: 'Silver',
      change: 'ONLY_IN_LIVE',
      fields: [],
    })
    expect(of('TEN').sentence).toEqual({
      from: null,
      to: expect.stringMatching(/^Earn 10 % back, .*at Harbour/),
    })
    expect(of('TEN').fields).toContainEqual({ field: 'scheme', from: null, to: { code: 'CLUB' } })
    const after = await rowsOf(server, live.actor.tenant)
    for (const told of ['promotions', 'audit_log', 'audit_heads', 'request_log', 'request_hours']) {
      before.delete(told)
      after.delete(told)
    }
    expect(after).toEqual(before)
  })

  test('that is applied leaves no difference, and carries no id over', async () => {
    await configure(tests)
    const promotion = await prepare()
    const applied = await ok(apply(promotion))
    expect(applied).toMatchObject({ state: 'APPLIED', digest: promotion.digest })
    expect((await prepare()).changes).toEqual([])
    const there = await ok(live.call('GET', 'reward_offers/TEN'))
    const origin = await ok(tests.call('GET', 'reward_offers/TEN'))
    expect(there).toMatchObject({ state: 'ACTIVE', award: origin.award, limits: origin.limits })
    expect(there.conditions[0].organisations[0].code).toBe('HARBOUR')
    for (const [name, mine] of [
      ['id', there.id],
      ['scheme', there.scheme.id],
      ['commerce_pool', there.commerce_pool.id],
      ['funder', there.funder.id],
    ])
      expect(JSON.stringify(origin), name).not.toContain(mine)
    expect((await ok(live.call('GET', 'reward_offers/PLAN'))).state).toBe('DRAFT')
    // A till can use it at once.
    await ok(
      live.call('POST', 'reward_offers', {
        name: 'All',
        state: 'ACTIVE',
        award: { kind: 'FIXED', amount: 1 },
      }),
    )
    const contact = await live.shopper()
    await ok(live.buy({ contact, organisation: { venue_tap: { code: 'V2' } }, total: 20 }))
    expect(await live.balance(contact)).toBe(1)
    expect(await live.verify()).toEqual([])
  })

  test('that is applied twice, or by several at once, is applied once', async () => {
    await configure(tests)
    const promotion = await prepare()
    const answers = await Promise.all(Array.from({ length: 4 }, () => apply(promotion)))
    for (const { status, body, text } of answers) {
      expect(status, text).toBe(200)
      expect(body.applied_on).toBe(answers[0]?.body.applied_on)
    }
    const { content } = await ok(live.call('GET', 'audit_log?operation=applyPromotion'))
    expect(content).toHaveLength(1)
    expect(content[0].changes).toContainEqual({ field: 'TIER GOLD value_units', before: null, after: 500 })
    expect((await ok(live.call('GET', 'reward_offers?code=TEN'))).content).toHaveLength(1)
  })

  test('of two that were reviewed, the one that comes later is refused', async () => {
    await configure(tests)
    const both = [await prepare(), await prepare()]
    const answers = await Promise.all(both.map(apply))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400])
    const refused = answers.find(({ status }) => status === 400)
    expect(refused?.body.parameters[0]).toBe('digest')
  })

  test.each([
    ['TEST', 'an offer', () => tests.call('PUT', 'reward_offers/TEN', { priority: 7 })],
    ['TEST', 'a text', () => tests.call('DELETE', 'communication_templates/AWARD.en')],
    [
      'LIVE',
      'a stage of orders',
      () => live.call('POST', 'order_stages', { code: 'OVEN', name: 'Oven', state: 'IN_PROGRESS' }),
    ],
    [
      'LIVE',
      'a place',
      () => live.call('POST', 'organisations', { type: 'MERCHANT', name: 'New', code: 'NEW' }),
    ],
  ])('is refused when %s mode has changed since: %s', async (_, __, change) => {
    await configure(tests)
    const promotion = await prepare()
    await ok(change())
    const { status, body } = await apply(promotion)
    expect([status, body.parameters]).toEqual([400, ['digest', promotion.digest]])
    expect((await live.call('GET', 'reward_offers/TEN')).status).toBe(400)
    expect((await ok(live.call('GET', `promotions/${promotion.id}`))).state).toBe('PREPARED')
  })

  test('is refused under another digest, and with what LIVE mode would refuse, which it tells before', async () => {
    await ok(
      tests.call('POST', 'reward_offers', {
        code: 'OVER',
        name: 'Over',
        state: 'ACTIVE',
        award: { kind: 'FIXED', amount: 1 },
      }),
    )
    await ok(
      live.call('POST', 'reward_offers', {
        code: 'OVER',
        name: 'Over',
        state: 'ACTIVE',
        award: { kind: 'FIXED', amount: 1 },
      }),
    )
    await ok(live.call('POST', 'reward_offers/OVER/life_cycle_state', { life_cycle_state: 'ENDED' }))
    await programme(tests)
    await programme(live)
    await ok(tests.call('POST', 'reward_tiers', { code: 'GOLD', name: 'Gold', value_units: 500 }))
    const promotion = await ofOffers()
    expect(promotion.problems).toMatchObject([{ kind: 'OFFER', code: 'OVER' }])
    expect((await apply({ ...promotion, digest: 'other' })).body.parameters).toEqual(['digest', 'other'])
    expect((await apply(promotion)).status).toBe(400)
    expect((await ok(live.call('GET', 'reward_tiers'))).content).toEqual([])
  })

  test('takes back in LIVE mode what TEST mode no longer sets, and leaves numbers of a place', async () => {
    await configure(tests)
    await ok(apply(await prepare()))
    await ok(tests.call('PUT', 'organisations/HARBOUR', { settings: { claim_days: null } }))
    await ok(tests.call('POST', 'reward_offers/TEN/life_cycle_state', { life_cycle_state: 'INACTIVE' }))
    await ok(tests.call('PUT', 'reward_offers/TEN', { award: { kind: 'FIXED', amount: 2 } }))
    await ok(live.call('PUT', 'organisations/HARBOUR', { taps: [{ code: 'V9' }] }))
    const promotion = await prepare()
    expect(promotion.problems).toEqual([])
    await ok(apply(promotion))
    const place = await ok(live.call('GET', 'organisations/HARBOUR'))
    expect(place.settings).toEqual({ minimum_spend: 2.5 })
    expect(place.taps.map(({ code }: { code: string }) => code).toSorted()).toEqual(['V2', 'V9'])
    expect(await ok(live.call('GET', 'reward_offers/TEN'))).toMatchObject({
      state: 'INACTIVE',
      award: { kind: 'FIXED', amount: 2 },
    })
    expect((await prepare()).changes).toEqual([])
  })

  test('is asked in LIVE mode, by who may promote, for the whole business', async () => {
    const refused = await tests.call('POST', 'promotions', {})
    expect([refused.status, refused.body.parameters]).toEqual([400, ['mode', 'TEST']])
    const alone = await openShop(server, { mode: 'LIVE' })
    expect((await alone.call('POST', 'promotions', {})).body.parameters).toEqual(['mode', 'LIVE'])
  })

  test('leaves what happened in TEST mode where it is', async () => {
    await configure(tests)
    const contact = await tests.shopper()
    await ok(tests.buy({ contact, total: 20 }))
    await ok(tests.call('POST', 'test_helpers/triggers', { event: 'reward.awarded' }))
    const promotion = await prepare()
    expect(JSON.stringify(promotion)).not.toContain('TRIGGERS')
    await ok(apply(promotion))
    expect((await ok(live.call('GET', 'contacts'))).content).toEqual([])
    expect((await ok(live.call('GET', 'purchases'))).content).toEqual([])
  })
})
