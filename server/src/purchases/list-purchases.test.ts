import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, tenPercent } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

test('purchases are narrowed to how they are reduced, to those paid with rewards, and to an offer that awarded them', async () => {
  const shop = await openShop(server)
  await shop.offer({ ...tenPercent, code: 'TEN' })
  await shop.offer({ ...tenPercent, code: 'BIG', conditions: [{ kind: 'AMOUNT', minimum: 50 }] })
  const contact = await shop.shopper()
  await shop.buy({ contact, total: 80, reference: 'BIG-ONE' })
  await shop.buy({ contact, total: 20, reference: 'PAID', spend: 4, reduction_method: 'FRONT_END' })
  await shop.buy({ contact, total: 10, reference: 'PLAIN', reduction_method: 'BACK_END' })
  const found = async (query: string) => {
    const { status, body } = await shop.call('GET', `purchases?${query}&include_total=true`)
    expect(status).toBe(200)
    const references = body.content.map((each: { reference_number: string }) => each.reference_number)
    expect(body.paging.total).toBe(references.length)
    return references
  }
  expect(await found('has_spend=true')).toEqual(['PAID'])
  expect(await found('has_spend=false')).toEqual(['PLAIN', 'BIG-ONE'])
  expect(await found('reduction_method=BACK_END')).toContain('PLAIN')
  expect(await found('reduction_method=BACK_END')).not.toContain('PAID')
  const ofBig = await found('reward_offer=BIG')
  const ofTen = await found('reward_offer=TEN')
  expect([...ofBig, ...ofTen].sort()).toEqual(['BIG-ONE', 'PAID', 'PLAIN'])
  expect(await found('reward_offer=TEN&has_spend=true')).toEqual(['PAID'])
  expect((await shop.call('GET', 'purchases?reward_offer=NO-SUCH')).body.parameters).toEqual([
    'reward_offer',
    'NO-SUCH',
  ])
})
