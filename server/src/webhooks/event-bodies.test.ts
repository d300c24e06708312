import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { tenPercent } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { EVENT_TYPES } from '../events/index.ts'
import { DAY, later } from '../kit/time.ts'

// What a receiver was built on stays as it is: each type of event has its body in `event-bodies/`, written from what is really sent.
// A change there is a change of the contract: add fields, never change or remove one under the same `api_version`.

let server: TestServer
let shop: OrderShop
let receiver: Receiver
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
  shop = await openOrderShop(server)
  receiver = await openReceiver()
  await shop.call('POST', 'webhook_endpoints', { url: receiver.url })
})
afterAll(async () => {
  await receiver.close()
  await server.stop()
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}

const put = (path: string, body: object) => ok(shop.call('PUT', path, body))
const post = (path: string, body: object = {}) => ok(shop.call('POST', path, body))

/** Lets everything happen once of which there is an event. */
async function letAllHappen(): Promise<void> {
  await shop.offer({ ...tenPercent, name: 'Ten per cent', expires_after: { count: 5, unit: 'DAYS' } })
  await post('contacts', { code: 'ANNA', first_name: 'Anna', last_name: 'Petrou', phones: [] })
  await put('contacts/ANNA', { language_code: 'el' })
  await server.sendWebhooks()

  const bought = await ok(shop.buy({ contact: 'ANNA', total: '20.00', reference: 'R-1' }))
  await server.sendWebhooks()
  await ok(shop.buy({ contact: 'ANNA', total: '10.00', spend: 1, reference: 'R-2' }))
  await post(`purchases/${bought.id}/returns`, { reference_number: 'R-1-A', return_amount: 5 })
  await server.sendWebhooks()
  await post(`purchases/${bought.id}/cancel`)
  await post('reward_schemes', { code: 'CLUB', name: 'Club', sign_up_option: 'SELF_SIGN_UP' })
  await post('contacts/ANNA/reward_schemes', { reward_scheme_id: 'CLUB' })
  await server.sendWebhooks()

  await payOut()
  await post('contacts', { code: 'ANNE', first_name: 'Anne' })
  await post('contacts/ANNA/merge', { contact_id: 'ANNE' })
  await post('contacts', { code: 'EVA', first_name: 'Eva' })
  await post('contacts/EVA/erase')
  await order()
  await claim()
  await synchronise()
  await guessWrong()
  server.clock.now = later(server.clock.now, 6 * DAY)
  await server.expireLots()
  await server.sendWebhooks()
}

/** The cents choose what the pretended provider does: 1.01 is paid, 1.07 is declined. */
async function payOut(): Promise<void> {
  const paypal = { payment_method_type: 'PAYPAL', paypal: { email: 'anna@example.com' } }
  await post('contacts/ANNA/payment_methods', paypal)
  const wallet = (await ok(shop.call('GET', 'contacts/ANNA'))).wallet.id
  await post(`wallets/${wallet}/adjustments`, { type: 'CREDIT', amount: 9, reason: 'Set-up' })
  for (const spend of [1.01, 1.07]) {
    await ok(shop.buy({ contact: 'ANNA', total: '30.00', spend, reduction_method: 'BACK_END' }))
    await server.sendWebhooks()
    await server.sendPayouts()
    await server.sendWebhooks()
  }
}

async function order(): Promise<void> {
  const [done, gone] = [(await ok(shop.order('ANNA'))).id, (await ok(shop.order('ANNA'))).id]
  await server.sendWebhooks()
  await ok(shop.act(done, 'START_PROGRESS'))
  await server.sendWebhooks()
  await post('order_stages', { name: 'In the oven', code: 'OVEN', state: 'IN_PROGRESS' })
  await put(`orders/${done}`, { stage_id: 'OVEN' })
  await server.sendWebhooks()
  await ok(shop.act(done, 'COMPLETE'))
  await ok(shop.act(gone, 'CANCEL', { cancellation_reason_id: await shop.reason() }))
  await server.sendWebhooks()
  await put(`orders/${(await ok(shop.order('ANNA'))).id}`, { stage_id: 'READY' })
}

/** One receipt that the till sent without a contact, and one that no till has sent. */
async function claim(): Promise<void> {
  const { receipt } = await ok(shop.buy({ total: '7.00', reference: 'C-1' }))
  await post('purchases/reclaim', { contact: { code: 'ANNA' }, transaction_code: receipt.qr })
  await server.sendWebhooks()
  const unseen = receipt.qr.replace('C-1', 'C-2')
  const held = await post('purchases/reclaim', { contact: { code: 'ANNA' }, transaction_code: unseen })
  await server.sendWebhooks()
  await put(`claims/${held.claim_id}/actions`, { action: 'REFUSE', reason: 'Not ours.' })
  await server.sendWebhooks()
}

async function synchronise(): Promise<void> {
  const { id } = await post('synchronise_products', { products: [{ sku: 'TEA', name: 'Tea' }] })
  await expect
    .poll(async () => (await ok(shop.call('GET', `synchronise_products/${id}`))).state, { timeout: 20_000 })
    .toBe('COMPLETED')
  await server.sendWebhooks()
}

async function guessWrong(): Promise<void> {
  const { value } = await post('contacts/ANNA/tokens', { intent: 'SPEND' })
  for (let guess = 1; guess <= 5; guess++) {
    const otp = String((Number(value) + guess) % 1_000_000).padStart(6, '0')
    await shop.buy({ otp, total: '5.00' })
  }
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/, '<guid>'],
  [/^[0-9A-HJKMNP-TV-Z]{12}$/, '<code>'],
  [/^\d{16}$/, '<wallet code>'],
  [/^O\d{6}$/, '<order number>'],
  // Counted by whoever makes test businesses.
  [/^Business \d+$/, 'Business 1'],
  [/^https?:\/\/127\.0\.0\.1:\d+/, '<url>'],
]

const A_TIME = 1_500_000_000

/** The body without what differs from run to run. */
function timeless(text: string): string {
  const shown = JSON.parse(text, (name, value) => {
    if (typeof value === 'number' && value > A_TIME) return '<time>'
    if (typeof value !== 'string') return value
    if (['qr', 'barcode', 'signed_code', 'referral_code', 'reference'].includes(name)) return `<${name}>`
    return NAMES.find(([pattern]) => pattern.test(value))?.[1] ?? value
  })
  return `${JSON.stringify(shown, null, 2)}\n`
}

test('each type of event is sent in the shape that was promised under its api_version', async () => {
  await letAllHappen()
  receiver.answer = 500
  await post('contacts', { code: 'LAST' })
  await server.sendWebhooks()
  server.clock.now = later(server.clock.now, 6 * DAY)
  await server.sendWebhooks()
  receiver.answer = 200
  const [{ id }] = (await ok(shop.call('GET', 'webhook_endpoints'))).content
  expect((await ok(shop.call('GET', `webhook_endpoints/${id}`))).state).toBe('PAUSED')
  await put(`webhook_endpoints/${id}`, { state: 'ENABLED' })
  await server.sendWebhooks()
  await post(`webhook_endpoints/${id}/recover`, {
    since: Math.floor(server.clock.now.getTime() / 1_000) - 86_400,
  })
  await server.sendWebhooks()

  const first = new Map(receiver.received.toReversed().map(({ body, text }) => [body.type, text]))
  expect([...first.keys()].sort()).toEqual([...EVENT_TYPES].sort())
  for (const [type, text] of first) {
    expect(JSON.parse(text)).toMatchObject({ api_version: '2026-11-01', mode: 'TEST', type })
    await expect(timeless(text)).toMatchFileSnapshot(`event-bodies/${type}.json`)
  }
})
