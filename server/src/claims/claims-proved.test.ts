import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { openPurseShop, type PurseShop } from '../../test/purse.ts'
import { tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: PurseShop
let purchase: string
let ann: string
let ben: string

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  shop = await openPurseShop(server)
  await shop.offer(tenPercent)
  ann = (await shop.holder()).contact
  ben = (await shop.holder()).contact
  purchase = await claimed('R-1', ann)
})

const ok = ({ status, body, text }: Answer): Answer['body'] => {
  expect(status, text).toBeLessThan(300)
  return body
}
async function claimed(reference: string, contact: string): Promise<string> {
  const { id, receipt } = ok(await shop.buy({ total: 50, reference }))
  ok(
    await shop.call('POST', 'purchases/reclaim', {
      contact: { code: contact },
      transaction_code: receipt.qr,
    }),
  )
  return id
}
const rule = async () => {
  const { checks } = ok(await shop.call('GET', 'ledger/verify'))
  return checks.find(({ name }: { readonly name: string }) => name === 'claims_equal_purchases')
}
const tamper = (statement: string) =>
  server.database.pool.query(statement.replaceAll('TENANT', String(shop.actor.tenant)))
const contact = (code: string) => `(select id from contacts where tenant = TENANT and code = '${code}')`

describe('the books', () => {
  test('hold for claims, also after a void and after who claimed was merged into another', async () => {
    const second = await claimed('R-2', ann)
    ok(await shop.call('POST', `purchases/${second}/cancel`))
    ok(await shop.call('POST', `contacts/${ben}/merge`, { contact_id: ann }))
    await claimed('R-3', ben)
    expect(await shop.verify()).toEqual([])
    expect(await rule()).toMatchObject({ looked_at: 3, broken: [] })
  })

  test.each([
    [
      'a claim of somebody else',
      () => `update claims set contact_id = ${contact(ben)}`,
      'is not of who claimed it',
    ],
    [
      'an award in the wallet of somebody else',
      () =>
        `update lots set wallet_id = (select id from wallets where tenant = TENANT and contact_id = ${contact(ben)})`,
      'awards of purchase',
    ],
    [
      'a second claim',
      () => `insert into claims (tenant, id, contact_id, merchant_id, receipt, origin, state, purchase_id, currency, total, asked_by_kind, asked_by, created_at)
             select tenant, gen_random_uuid(), contact_id, merchant_id, 'R-9', origin, state, purchase_id, currency, total, asked_by_kind, asked_by, created_at from claims`,
      'is claimed 2 times',
    ],
    ['a claim that is gone', () => 'delete from claims', 'was taken without a claim'],
    [
      'a purchase that is not there',
      () => 'update claims set purchase_id = gen_random_uuid()',
      'is claimed and not there',
    ],
  ])('do not hold with %s, and the rule names the purchase', async (_, statement, says) => {
    await tamper(`${statement()} where tenant = TENANT`)
    const { broken } = await rule()
    expect(broken.join()).toContain(says)
    if (!says.includes('not there')) expect(broken.join()).toContain(purchase)
  })
})
