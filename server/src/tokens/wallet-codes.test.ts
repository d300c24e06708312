import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

const NOON = new Date('2026-11-23T10:00:00Z')

let server: TestServer
let shop: Shop
let contact: string
let wallet: { readonly id: string; readonly code: string }
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = NOON
  shop = await openShop(server)
  await shop.offer(tenPercent)
  contact = await shop.shopper()
  wallet = (await ok(shop.call('GET', `contacts/${contact}?include_wallet=true`))).wallet
  await dynamic(true)
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  expect(status, text).toBe(200)
  return body
}
const dynamic = async (dynamic_wallet_code: boolean) => {
  const { content } = await ok(shop.call('GET', 'organisations?type=BUSINESS'))
  await ok(shop.call('PUT', `organisations/${content[0].id}`, { settings: { dynamic_wallet_code } }))
}
const shown = async (id = wallet.id) => ok(shop.call('GET', `wallets/${id}/code`))
let references = 0
const buyWith = (
  wallet_code: string,
  { at = shop, ...more }: { readonly at?: Shop; readonly [field: string]: unknown } = {},
) => {
  references += 1
  return at.call('POST', 'purchases', {
    reference_number: `W-${references}`,
    contact: { wallet_code },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: '20.00' },
    ...more,
  })
}
const pass = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1_000)
}

describe('the code of a minute', () => {
  test('says who buys and spends, as the code of the wallet does; that one stays good', async () => {
    const { code, is_dynamic, expiration } = await shown()
    expect([code === wallet.code, is_dynamic, expiration]).toEqual([false, true, NOON.getTime() / 1_000 + 60])
    expect(code).toMatch(/^\d{16}$/)
    expect(await ok(buyWith(code))).toMatchObject({ rewards: { award: 2 } })
    expect(await shop.balance(contact)).toBe(2)
    expect(await ok(buyWith(code, { spend_request: { amount: 1 } }))).toMatchObject({ rewards: { spend: 1 } })
    expect(await ok(buyWith(wallet.code))).toMatchObject({ rewards: { award: 2 } })
    expect(await shop.verify()).toEqual([])
  })

  test('is the same within its minute, however many ask at once, and another in the next', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, () => shown()))
    expect(new Set(codes.map(({ code }) => code)).size).toBe(1)
    pass(60)
    expect((await shown()).code).not.toBe(codes[0].code)
    const { rows } = await server.database.pool.query('select * from wallet_codes where tenant = $1', [
      shop.actor.tenant,
    ])
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain(codes[0].code)
  })

  test('is taken for a minute more, for the scan, and never after, however many try at once', async () => {
    const { code } = await shown()
    pass(119)
    await ok(buyWith(code))
    pass(1)
    const late = await Promise.all(Array.from({ length: 6 }, () => buyWith(code)))
    expect(late.map(({ status, body }) => [status, body.error])).toEqual(
      late.map(() => [400, 'CRM.EXCEPTIONS.TOKENEXPIREDEXCEPTION']),
    )
    expect(await ok(shop.call('GET', `contacts?wallet_code=${code}`))).toMatchObject({ content: [] })
  })

  test('that is over is no reason to answer a repeated purchase otherwise than before', async () => {
    const { code } = await shown()
    const first = await buyWith(code, { reference_number: 'R-7' })
    pass(600)
    const again = await buyWith(code, { reference_number: 'R-7' })
    expect([again.status, again.body.id]).toEqual([200, first.body.id])
    expect(await shop.balance(contact)).toBe(2)
  })

  test('finds its contact for a till that looks first', async () => {
    const { code } = await shown()
    const spaced = code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
    for (const each of [code, spaced]) {
      const { content } = await ok(shop.call('GET', `contacts?wallet_code=${encodeURIComponent(each)}`))
      expect(content).toMatchObject([{ code: contact }])
    }
  })

  test('is taken wherever a request names its contact, and no more once it is over', async () => {
    await ok(shop.buy({ contact, total: '50.00', reference: 'BOUGHT' }))
    const { body: unclaimed } = await shop.buy({ total: '10.00' })
    await ok(shop.call('POST', 'pass_plans', { code: 'P', name: 'P', classification: 'PROMOTION' }))
    const { code: wallet_code } = await shown()
    const asks: readonly (readonly [string, object])[] = [
      ['purchases/ad_hoc_return', { return_amount: '5.00', organisation: { venue_tap: { code: 'V1' } } }],
      ['purchases/reclaim', { transaction_code: unclaimed.receipt.qr }],
      ['achievements', { classification: { name: 'Review' }, reference_number: 'REVIEW-1' }],
      ['passes', { pass_plan_id: 'P' }],
      [
        'orders',
        {
          organisation: { venue_tap: { code: 'V1' } },
          supply_method: 'PICK_UP',
          items: [{ sku: 'TEA', name: 'Tea', quantity: 1, price: '2.00' }],
        },
      ],
    ]
    for (const [path, body] of asks) {
      const { status, text } = await shop.call('POST', path, { ...body, contact: { wallet_code } })
      expect([path, status, text]).toEqual([path, expect.toSatisfy((code) => code < 300), text])
    }
    pass(121)
    for (const [path, body] of asks) {
      const { body: answer } = await shop.call('POST', path, { ...body, contact: { wallet_code } })
      expect([path, answer.error]).toEqual([path, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
    }
  })

  test('is of one business and mode alone', async () => {
    const other = await openShop(server)
    const { code } = await shown()
    const refused = await buyWith(code, { at: other })
    expect([refused.status, refused.body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
    expect((await other.call('GET', `wallets/${wallet.id}/code`)).body.error).toBe(
      'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
    )
  })

  test('is good on every process of the installation', async () => {
    const second = await server.another()
    const { code } = (await ask(second, shop.key, { method: 'GET', path: `wallets/${wallet.id}/code` })).body
    expect(code).toBe((await shown()).code)
    await ok(buyWith(code))
  })
})

test('where the business does not want codes of a minute, the code is the one of the wallet', async () => {
  await dynamic(false)
  expect(await shown()).toEqual({ code: wallet.code, is_dynamic: false, expiration: null })
})
