import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { staffOf } from '../../test/staff.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date()
  shop = await openShop(server)
  await shop.offer(tenPercent)
})

const again = (purchase: string) => shop.call('POST', `purchases/${purchase}/resend_notification`)
const aMinuteLater = () => {
  server.clock.now = new Date(server.clock.now.getTime() + 61_000)
}

async function told(contact: string) {
  await server.notify()
  const { content } = (await shop.call('GET', `contacts/${contact}/communications?order=ASC&size=100`)).body
  return content.map((each: { name: string; channel: string }) => `${each.name} ${each.channel}`)
}

test('the messages of a purchase are sent again, each way, and the answer says which went where', async () => {
  const contact = await shop.shopper()
  await shop.call('PUT', `contacts/${contact}`, {
    emails: [{ email_address: 'maria@shop.example', is_primary: true }],
  })
  await shop.buy({ contact, total: '20.00' })
  const { body: bought } = await shop.buy({ contact, total: '10.00', spend: 1.5 })
  const before = await told(contact)
  const { status, body } = await again(bought.id)
  expect(status).toBe(200)
  const went = body.content.map(
    (each: { name: string; channel: string; recipient: string; subject: string }) =>
      [each.name, each.channel, each.recipient, each.subject].join(' '),
  )
  expect(went.sort()).toEqual([
    'AWARD EMAIL maria@shop.example You earned 0.85 EUR',
    'AWARD INAPP  You earned 0.85 EUR',
    'SPEND EMAIL maria@shop.example You paid 1.50 EUR with your wallet',
    'SPEND INAPP  You paid 1.50 EUR with your wallet',
  ])
  expect((await told(contact)).length).toBe(before.length + 4)
})

test('it is sent at most once a minute, also by two at the same moment', async () => {
  const contact = await shop.shopper()
  const { body: bought } = await shop.buy({ contact, total: '20.00' })
  const answers = await Promise.all([again(bought.id), again(bought.id), again(bought.id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  expect((await again(bought.id)).body).toMatchObject({
    error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
    detail: expect.stringMatching(/less than a minute ago; it can be in \d+ s/),
  })
  aMinuteLater()
  expect((await again(bought.id)).status).toBe(200)
  expect(await told(contact)).toEqual(['AWARD INAPP', 'AWARD INAPP', 'AWARD INAPP'])
})

test('of a void it says the void; of what is nobody’s or brought nothing there is no message', async () => {
  const contact = await shop.shopper()
  const { body: bought } = await shop.buy({ contact, total: '20.00' })
  await shop.call('POST', `purchases/${bought.id}/cancel`)
  expect((await again(bought.id)).body.content).toMatchObject([{ name: 'VOID', channel: 'INAPP' }])
  const nobodys = (await shop.buy({ total: '20.00' })).body
  expect((await again(nobodys.id)).body.detail).toContain('nobody to tell')
  const plain = (await shop.buy({ contact, total: '0.01' })).body
  expect((await again(plain.id)).body.detail).toContain('no message of it')
  expect((await again('nothing')).body.error).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
})

test('whoever of the staff sent it stands in the audit log; a clerk may not', async () => {
  const { owner, add } = await staffOf(server, shop)
  const { body: bought } = await shop.buy({ contact: await shop.shopper(), total: '20.00' })
  const path = `purchases/${bought.id}/resend_notification`
  const refused = await (await add('CLERK')).call('POST', path)
  expect([refused.status, refused.body.parameters]).toEqual([403, ['communications:write']])
  expect((await owner.call('POST', path)).status).toBe(200)
  const { content } = (await owner.call('GET', 'audit_log?operation=resendPurchaseNotification')).body
  expect(content).toMatchObject([{ operation: 'resendPurchaseNotification' }])
  expect(JSON.stringify(content)).toContain(bought.id)
})
