import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

// Six digits are a million codes: who may guess five of them has a chance of 0.0005 %.

const VENUES = 100
const TRIES = 1_000
const NOON = new Date('2026-11-23T10:00:00Z')
const TOO_MANY = 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  server.clock.now = NOON
  shop = await openShop(server)
  await shop.offer(tenPercent)
  for (let venue = 0; venue < VENUES; venue++) {
    const { status } = await shop.call('POST', 'organisations', {
      type: 'VENUE',
      name: `Till ${venue}`,
      code: `T${venue}`,
      parent: { id: shop.merchant },
      taps: [{ code: `TAP${venue}`, name: 't' }],
    })
    expect(status).toBe(200)
  }
}, 120_000)
afterAll(() => server.stop())

test('of a thousand tries at one code from a hundred venues five are judged; after a restart it is as dead', async () => {
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 30 })
  const { body: token } = await shop.call('POST', `contacts/${contact}/tokens`, { intent: 'SPEND' })
  const guess = (by: number) => String((Number(token.value) + by) % 1_000_000).padStart(6, '0')
  const at = (venue: number) => ({ organisation: { venue_tap: { code: `TAP${venue % VENUES}` } } })

  for (let by = 1; by <= 5; by++) expect((await shop.buy({ otp: guess(by), ...at(by) })).status).toBe(400)
  // Every hundredth of the others is right, from tills that were never wrong so far.
  let answered = 0
  for (let first = 5; first < TRIES; first += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const by = first + index
        return shop.buy({ otp: guess(by % 100 === 50 ? 0 : by), ...at(by) })
      }),
    )
    expect(answers.filter(({ status }) => status !== 400 && status !== 429)).toEqual([])
    answered += answers.length
  }
  expect(answered).toBeGreaterThanOrEqual(TRIES - 5)

  const restarted = await server.another()
  for (const url of [server.url, restarted]) {
    const right = await ask(url, shop.key, {
      method: 'POST',
      path: 'purchases',
      body: {
        reference_number: `RIGHT ${url}`,
        contact: { otp: token.value },
        organisation: { merchant_tap: { code: 'M1' } },
        transaction_amounts: { total: 5 },
      },
    })
    expect([right.status, right.body.error]).toEqual([429, TOO_MANY])
  }

  await server.sendWebhooks()
  const raised = async (type: string) => (await shop.call('GET', `events?type=${type}&size=100`)).body.content
  expect((await raised('token.blocked')).map(({ entity_id }: { entity_id: string }) => entity_id)).toEqual([
    token.id,
  ])
  expect((await raised('till.blocked')).length).toBeGreaterThan(0)

  // The contact is known by other means, and by a new code at a till that was not wrong.
  expect((await shop.buy({ contact, total: 5, spend: 1 })).body.rewards.spend).toBe(1)
  const { body: next } = await shop.call('POST', `contacts/${contact}/tokens`, { intent: 'SPEND' })
  const paid = await shop.buy({ otp: next.value, total: 5, organisation: { merchant_tap: { code: 'M1' } } })
  expect([paid.status, paid.body.rewards?.spend]).toEqual([200, 2.4])
  expect(await shop.verify()).toEqual([])
}, 120_000)
