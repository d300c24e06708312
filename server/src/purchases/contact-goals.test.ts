import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { signIn } from '../../test/self-service/shopper.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
let contact: string

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  // A Wednesday.
  server.clock.now = new Date('2026-11-25T10:00:00Z')
  shop = await openShop(server)
  contact = await shop.shopper()
})

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBe(200)
  return body
}
const fixed = { award: { kind: 'FIXED', amount: 1 }, on_top: true }
const goalsOf = async (of: string) => ok(await shop.call('GET', `contacts/${of}/goals`)).content
const visits = { of: 'VISITS', target: 3, period: 'WEEK' }

describe('how far a contact is with a goal', () => {
  test('is counted in money, purchases or pieces, in the period of today', async () => {
    await shop.offer({ ...fixed, name: 'Spend', progress: { of: 'AMOUNT', target: 50, period: 'MONTH' } })
    await shop.offer({ ...fixed, name: 'Come', progress: visits })
    await shop.offer({ ...fixed, name: 'Drink', progress: { of: 'QUANTITY', target: 5, period: 'EVER' } })
    await shop.offer({ ...fixed, name: 'No goal' })
    const products = [{ sku: 'coffee', quantity: 1.5, total_amount: '20.50' }]
    ok(await shop.buy({ contact, total: '20.50', products }))
    expect(await goalsOf(contact)).toMatchObject([
      { offer: { name: 'Drink' }, of: 'QUANTITY', counted: 1.5, target: 5, missing: 3.5, until: null },
      { offer: { name: 'Come' }, of: 'VISITS', counted: 1, target: 3, missing: 2, until: '2026-11-29' },
      {
        offer: { name: 'Spend' },
        of: 'AMOUNT',
        counted: 20.5,
        target: 50,
        missing: 29.5,
        until: '2026-11-30',
      },
    ])
  })

  test('begins again after the award, and says how often it was reached', async () => {
    await shop.offer({ ...fixed, progress: visits })
    for (let n = 0; n < 4; n++) ok(await shop.buy({ contact }))
    expect(await goalsOf(contact)).toMatchObject([
      { counted: 1, missing: 2, times_reached: 1, repeats: true, is_over: false },
    ])
  })

  test('is over where it is awarded once, until the next period begins', async () => {
    await shop.offer({ ...fixed, progress: { ...visits, repeats: false } })
    for (let n = 0; n < 4; n++) ok(await shop.buy({ contact }))
    expect(await goalsOf(contact)).toMatchObject([
      { counted: 3, missing: 0, times_reached: 1, is_over: true },
    ])
    server.clock.now = new Date('2026-11-30T10:00:00Z')
    expect(await goalsOf(contact)).toMatchObject([
      { counted: 0, missing: 3, times_reached: 0, is_over: false, until: '2026-12-06' },
    ])
  })

  test('goes back with a purchase that is voided', async () => {
    await shop.offer({ ...fixed, progress: visits })
    ok(await shop.buy({ contact }))
    const { id } = ok(await shop.buy({ contact }))
    ok(await shop.call('POST', `purchases/${id}/cancel`, {}))
    expect(await goalsOf(contact)).toMatchObject([{ counted: 1, missing: 2 }])
  })

  test('is one’s own, unless everybody reaches it together', async () => {
    await shop.offer({ ...fixed, name: 'Mine', progress: visits })
    await shop.offer({ ...fixed, name: 'Ours', progress: { ...visits, per: 'EVERYONE' } })
    ok(await shop.buy({ contact: await shop.shopper() }))
    expect(await goalsOf(contact)).toMatchObject([
      { offer: { name: 'Ours' }, counted: 1 },
      { offer: { name: 'Mine' }, counted: 0 },
    ])
  })

  test('is told of offers that run, page by page', async () => {
    const paused = await shop.offer({ ...fixed, name: 'Paused', progress: visits })
    ok(await shop.call('POST', `reward_offers/${paused}/life_cycle_state`, { life_cycle_state: 'INACTIVE' }))
    const later = { from: Math.floor(server.clock.now.getTime() / 1_000) + 86_400 }
    await shop.offer({ ...fixed, name: 'Later', availability: later, progress: visits })
    for (const name of ['One', 'Two', 'Three']) await shop.offer({ ...fixed, name, progress: visits })
    const page = ok(await shop.call('GET', `contacts/${contact}/goals?size=2&page=2&include_total=true`))
    expect(page).toMatchObject({
      content: [{ offer: { name: 'One' } }],
      paging: { total: 3, has_more: false },
    })
  })

  test('is read in the app by whose it is, and by nobody else', async () => {
    await shop.offer({ ...fixed, progress: visits })
    const me = await signIn(server.url, shop, 'ANNA')
    const ben = await signIn(server.url, shop, 'BEN')
    ok(await shop.buy({ contact: 'ANNA' }))
    expect(ok(await me.call('GET', `contacts/${me.id}/goals`)).content).toMatchObject([{ counted: 1 }])
    const others = await ben.call('GET', `contacts/${me.id}/goals`)
    expect([others.status, others.body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
  })
})
