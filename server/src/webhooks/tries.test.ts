import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { forgetOld } from './forget-old.ts'

let server: TestServer
let shop: Shop
let receiver: Receiver
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date('2026-11-20T10:10:00Z')
  shop = await openShop(server)
  receiver = await openReceiver()
})
afterEach(() => receiver.close())

const HOUR = 60 * 60 * 1_000

async function listen(): Promise<{ readonly id: string; readonly secret: string }> {
  const asked = { url: receiver.url, event_types: ['contact.created'] }
  return (await shop.call('POST', 'webhook_endpoints', asked)).body
}

async function happens(code: string): Promise<string> {
  const { body } = await shop.call('POST', 'contacts', { code, first_name: 'Zenobia' })
  await server.sendWebhooks()
  return body.id
}

const deliveries = async () => (await shop.call('GET', 'webhook_deliveries?order=ASC&size=100')).body.content
const told = async (at = 0) =>
  (await shop.call('GET', `webhook_deliveries/${(await deliveries())[at].id}`)).body
const report = async (query = '', by = shop) =>
  (await by.call('GET', `reports/webhooks${query}`)).body.content

function pass(milliseconds: number): void {
  server.clock.now = new Date(server.clock.now.getTime() + milliseconds)
}

test('a delivery tells what was sent and what each try was answered, and no secret', async () => {
  const { secret } = await listen()
  receiver.answer = (response) =>
    response
      .writeHead(503, { 'retry-after': '7', 'set-cookie': 'sid=hush', 'content-type': 'text/plain' })
      .end(`no room\u0000${'x'.repeat(5_000)}`)
  await happens('A')
  pass(10_000)
  receiver.answer = (response) => response.writeHead(200).end('thanks')
  await server.sendWebhooks()

  const delivery = await told()
  expect(delivery.body).toBe(receiver.received[0]?.text)
  expect(delivery.tries).toMatchObject([
    {
      taken: false,
      status: 503,
      error: 'answered 503',
      url: receiver.url,
      answer_is_whole: false,
      answer_headers: [
        { name: 'content-type', value: 'text/plain' },
        { name: 'retry-after', value: '7' },
      ],
    },
    { taken: true, status: 200, error: null, answer: 'thanks', answer_is_whole: true },
  ])
  expect(delivery.tries[0].answer).toBe(`no room\uFFFD${'x'.repeat(4_088)}`)
  expect(delivery.tries[0].request_headers).toContainEqual({ name: 'webhook-id', value: delivery.id })
  const text = JSON.stringify(delivery)
  for (const hidden of [secret, 'hush', receiver.received[0]?.headers['webhook-signature'] ?? secret])
    expect(text).not.toContain(hidden)
})

test('a try that reached nobody says why', async () => {
  await listen()
  await receiver.close()
  await happens('A')
  const { tries } = await told()
  expect(tries).toMatchObject([{ taken: false, status: null, answer: '', answer_headers: [] }])
  expect(tries[0].error).toContain('ECONNREFUSED')
})

test('the report counts tries by hour and endpoint, tells the 95th of a hundred, and what waits since when', async () => {
  const { id } = await listen()
  await happens('A')
  await happens('B')
  receiver.answer = 500
  await happens('C')
  pass(HOUR)
  receiver.answer = 204
  await server.sendWebhooks()
  receiver.answer = 500
  const since = server.clock.now.getTime() / 1_000
  await happens('D')
  await server.database.pool.query(
    `update webhook_tries t set milliseconds = 100 * n.number
       from (select id, row_number() over (order by id) as number from webhook_tries where endpoint_id = $1) n where n.id = t.id`,
    [id],
  )
  const first = Date.parse('2026-11-20T10:00:00Z') / 1_000
  const whole = { webhook_endpoint_id: id, taken: 3, failed: 2, waiting: 1, oldest_waiting_on: since }
  const [found, ...others] = await report()
  expect(others).toEqual([])
  expect(found).toMatchObject(whole)
  expect(found.by_hour).toMatchObject([
    { hour: first, taken: 2, failed: 1 },
    { hour: first + 3_600, taken: 1, failed: 1 },
  ])
  expect(found.p95_milliseconds).toBe(500)
  expect(found.by_hour.map((hour: { p95_milliseconds: number }) => hour.p95_milliseconds)).toEqual([300, 500])

  // Of the present hour alone; of an endpoint alone; and nothing of another business.
  expect(await report('?hours=1')).toMatchObject([{ taken: 1, failed: 1, waiting: 1 }])
  expect(await report(`?webhook_endpoint_id=${id}`)).toEqual([found])
  expect(await report(`?webhook_endpoint_id=${shop.merchant}`)).toEqual([])
  const stranger = await openShop(server)
  expect(await report('', stranger)).toEqual([])
  const [delivery] = await deliveries()
  expect((await stranger.call('GET', `webhook_deliveries/${delivery.id}`)).status).toBe(400)
})

test('what was answered is forgotten after a week, and with a contact of whom it spoke; that it was, stays', async () => {
  await listen()
  receiver.answer = (response) => response.writeHead(200).end('welcome Zenobia')
  const contact = await happens('A')
  await happens('B')
  const erased = await shop.call('POST', `contacts/${contact}/erase`, { leave_money: true })
  expect(erased.status).toBe(200)
  expect(await told(0)).toMatchObject({
    state: 'DELIVERED',
    body: null,
    tries: [{ taken: true, status: 200, answer: null, answer_is_whole: false, answer_headers: [] }],
  })
  expect(await told(1)).toMatchObject({ tries: [{ answer: 'welcome Zenobia' }] })

  pass(7 * 24 * HOUR + 60_000)
  await forgetOld({ database: server.database, clock: () => server.clock.now })
  expect(await told(1)).toMatchObject({ state: 'DELIVERED', attempts: 1, tries: [] })
})
