import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const HOUR = 3_600
const soon = (hours: number) => Math.floor(server.clock.now.getTime() / 1_000) + hours * HOUR

const create = async (shop: Shop, body: object) =>
  (await shop.call('POST', 'reward_offers', { name: 'Offer', ...tenPercent, ...body })).body
const setState = (shop: Shop, id: string, life_cycle_state: string) =>
  shop.call('POST', `reward_offers/${id}/life_cycle_state`, { life_cycle_state })

describe('an offer', () => {
  test('is a draft, scheduled, running, paused and ended, and only while it runs it awards', async () => {
    const shop = await openShop(server)
    const contact = await shop.shopper()
    const { id, phase } = await create(shop, { availability: { from: soon(1), to: soon(3) } })
    const now = async () => (await shop.call('GET', `reward_offers/${id}`)).body.phase
    const awarded = async () => (await shop.buy({ contact })).body.rewards.award
    expect([phase, await awarded()]).toEqual(['DRAFT', 0])
    await setState(shop, id, 'ACTIVE')
    expect([await now(), await awarded()]).toEqual(['SCHEDULED', 0])
    const before = server.clock.now
    server.clock.now = new Date(before.getTime() + 2 * HOUR * 1_000)
    expect([await now(), await awarded()]).toEqual(['RUNNING', 1])
    await setState(shop, id, 'INACTIVE')
    expect([await now(), await awarded()]).toEqual(['PAUSED', 0])
    await setState(shop, id, 'ACTIVE')
    server.clock.now = new Date(before.getTime() + 4 * HOUR * 1_000)
    expect([await now(), await awarded()]).toEqual(['ENDED', 0])
    server.clock.now = before
  })

  test('that was ended never runs again and keeps its terms', async () => {
    const shop = await openShop(server)
    const { id } = await create(shop, { state: 'ACTIVE' })
    expect((await setState(shop, id, 'ENDED')).body.phase).toBe('ENDED')
    expect((await setState(shop, id, 'ENDED')).status).toBe(200)
    const again = await setState(shop, id, 'ACTIVE')
    expect([again.status, again.body.error]).toEqual([400, 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'])
    expect((await shop.call('PUT', `reward_offers/${id}`, { name: 'New' })).status).toBe(400)
    expect((await shop.buy({ contact: await shop.shopper() })).body.rewards.award).toBe(0)
  })

  test('is deleted as long as it is a draft; one that ran is ended instead', async () => {
    const shop = await openShop(server)
    const draft = await create(shop, {})
    expect((await shop.call('DELETE', `reward_offers/${draft.id}`)).body).toEqual({ id: draft.id })
    expect((await shop.call('GET', `reward_offers/${draft.id}`)).body.error).toContain('NOTFOUND')
    const live = await create(shop, { state: 'ACTIVE' })
    const refused = await shop.call('DELETE', `reward_offers/${live.id}`)
    expect(refused.status).toBe(400)
    expect(refused.body.detail).toContain('end it with life_cycle_state ENDED')
  })

  test('takes its award in the short form of simple tills, as a new version', async () => {
    const shop = await openShop(server)
    const { id } = await create(shop, { state: 'ACTIVE' })
    const set = (awards: object[]) => shop.call('POST', `reward_offers/${id}/awards`, { awards })
    expect((await set([{ amount: 7, amount_type: 'PERCENTAGE' }])).body).toMatchObject({
      version: 2,
      award: { kind: 'PERCENTAGE', rate: 7 },
    })
    expect((await set([{ amount: 2.5, amount_type: 'FIXED', currency: 'EUR' }])).body.award).toEqual({
      kind: 'FIXED',
      amount: 2.5,
    })
    const wrong = await set([{ amount: 1, amount_type: 'FIXED', currency: 'USD' }])
    expect(wrong.body.field_errors[0]).toMatchObject({ path: 'awards[0].currency' })
  })
})

describe('terms that do not go together are refused', () => {
  test.each`
    what                           | body                                                                                                     | path
    ${'a goal of another type'}    | ${{ type: 'DISCOUNT', goal: 'MEMBERSHIP' }}                                                              | ${'goal'}
    ${'a bundle without one'}      | ${{ type: 'BUNDLE' }}                                                                                    | ${'conditions'}
    ${'a percentage of a sign-up'} | ${{ type: 'SIGNUP' }}                                                                                    | ${'award.kind'}
    ${'a discount of a referral'}  | ${{ type: 'REFER', award: { kind: 'FIXED', amount: 1 }, redeem_method: 'INSTANT' }}                      | ${'redeem_method'}
    ${'pieces of an achievement'}  | ${{ type: 'ACHIEVEMENT', award: { kind: 'FIXED', amount: 1 }, progress: { of: 'QUANTITY', target: 2 } }} | ${'progress.of'}
    ${'all visits as an amount'}   | ${{ progress: { of: 'VISITS', target: 2, on_accumulated: true } }}                                       | ${'progress.on_accumulated'}
    ${'half a visit'}              | ${{ progress: { of: 'VISITS', target: 1.5 } }}                                                           | ${'progress.target'}
  `('$what: $path', async ({ body, path }) => {
    const shop = await openShop(server)
    const refused = await shop.call('POST', 'reward_offers', { name: 'Offer', ...tenPercent, ...body })
    expect(refused.status, refused.text).toBe(400)
    expect(refused.body.field_errors.map((each: { path: string }) => each.path)).toContain(path)
  })
})

test('a commerce pool that was never used is deleted; one that an offer names is not', async () => {
  const shop = await openShop(server)
  const pool = (code: string) => shop.call('POST', 'commerce_pools', { code, name: code })
  await pool('FREE')
  await pool('NAMED')
  await create(shop, { commerce_pool: { code: 'NAMED' } })
  expect((await shop.call('DELETE', 'commerce_pools/FREE')).body.code).toBe('FREE')
  expect((await shop.call('GET', 'commerce_pools/FREE')).body.error).toContain('NOTFOUND')
  for (const code of ['NAMED', 'DEFAULT']) {
    const refused = await shop.call('DELETE', `commerce_pools/${code}`)
    expect([refused.status, refused.body.error]).toEqual([400, 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'])
  }
})
