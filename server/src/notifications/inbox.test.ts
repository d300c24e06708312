import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { openShop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: OrderShop
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date()
  shop = await openOrderShop(server)
  await shop.offer(tenPercent)
})

async function ok(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body, text } = await asked
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}

/** What the contact was told, oldest first: kind, subject, content. */
async function inbox(contact: string, query = '') {
  await server.notify()
  const { content } = await ok(
    shop.call('GET', `contacts/${contact}/communications?order=ASC&size=100&channel=INAPP${query}`),
  )
  return content as readonly {
    id: string
    name: string
    subject: string
    content: string
    [field: string]: unknown
  }[]
}
const told = async (contact: string) =>
  (await inbox(contact)).map(({ name, subject, content }) => [name, subject, content])

async function greek(): Promise<string> {
  await ok(shop.call('POST', 'contacts', { code: 'ΕΛΕΝΗ', first_name: 'Ελένη', language_code: 'el' }))
  return 'ΕΛΕΝΗ'
}

describe('a contact is told', () => {
  test('of awards, spends, voids and returns, with the amounts of the books', async () => {
    const contact = await shop.shopper()
    await ok(shop.buy({ contact, total: '20.00' }))
    const second = await ok(shop.buy({ contact, total: '10.00', spend: 1.5 }))
    await ok(shop.call('POST', `purchases/${second.id}/returns`, { return_amount: 5 }))
    await ok(shop.call('POST', `purchases/${second.id}/cancel`))
    const messages = await told(contact)
    expect(messages).toEqual([
      ['AWARD', 'You earned 2.00 EUR', 'Your wallet got 2.00 EUR from Corner, Main St.'],
      ['AWARD', 'You earned 0.85 EUR', 'Your wallet got 0.85 EUR from Corner, Main St.'],
      ['SPEND', 'You paid 1.50 EUR with your wallet', '1.50 EUR of your wallet was used at Corner, Main St.'],
      ['RETURN', 'You returned goods at Corner, Main St', expect.stringContaining('Goods worth 5.00 EUR')],
      ['VOID', 'Your purchase at Corner, Main St was cancelled', expect.stringContaining('10.00 EUR')],
    ])
  })

  test('of an order at each of its steps, and of what it earned', async () => {
    const contact = await shop.shopper()
    const done = await ok(shop.order(contact))
    await ok(shop.act(done.id, 'START_PROGRESS'))
    // Whatever the business calls it, and once however often it is said.
    await ok(shop.call('PUT', 'order_stages/READY', { name: 'Come and get it' }))
    for (let times = 0; times < 2; times++)
      await ok(shop.call('PUT', `orders/${done.id}`, { stage_id: 'READY' }))
    await ok(shop.act(done.id, 'COMPLETE'))
    const gone = await ok(shop.order(contact))
    await ok(shop.act(gone.id, 'CANCEL', { cancellation_reason_id: await shop.reason() }))
    const messages = await told(contact)
    expect(messages.map(([kind]) => kind)).toEqual([
      'ORDER_CREATED',
      'ORDER_STARTED',
      'ORDER_READY',
      'AWARD',
      'ORDER_COMPLETED',
      'ORDER_CREATED',
      'ORDER_CANCELLED',
    ])
    expect(messages.at(-1)?.[2]).toMatch('could not complete your order O000002: Items out of stock.')
  })

  test('in the language and with the numbers of the language that is theirs', async () => {
    const contact = await greek()
    await ok(shop.buy({ contact, total: '1234.50' }))
    const [[, subject, content] = []] = await told(contact)
    expect(subject).toBe('Κερδίσατε 123,45 EUR')
    expect(content).toMatch(/^Στο πορτοφόλι σας προστέθηκαν .* από: Corner, Main St\.$/)
  })

  test('nothing of purchases that are nobody’s or brought nothing', async () => {
    const contact = await shop.shopper()
    await ok(shop.buy({ total: '20.00' }))
    await ok(shop.buy({ contact, total: '0.01' }))
    expect(await told(contact)).toEqual([])
  })

  test('of a payout that was paid', async () => {
    const contact = await shop.shopper()
    await ok(shop.buy({ contact, total: '100.00' }))
    await ok(shop.buy({ contact, total: '50.00', spend: 4, reduction_method: 'BACK_END' }))
    await server.sendPayouts()
    expect((await told(contact)).at(-1)).toEqual([
      'PAYOUT_PAID',
      'You were paid 4.00 EUR',
      expect.stringMatching(/^Business \d+ has paid 4\.00 EUR out to you\.$/),
    ])
  })
})

describe('each event is told once to a contact', () => {
  test('however many processes tell at the same time', async () => {
    await server.another()
    await server.another()
    const contact = await shop.shopper()
    await Promise.all(Array.from({ length: 15 }, () => shop.buy({ contact, total: '10.00' })))
    await Promise.all([server.notify(), server.notify(), server.notify()])
    expect(await inbox(contact)).toHaveLength(15)
    expect(await server.notify()).toBe(0)
  })

  test('even when whoever tells is killed between writing the messages and keeping how far it came', async () => {
    const contact = await shop.shopper()
    await ok(shop.buy({ contact, total: '10.00' }))
    await ok(shop.buy({ contact, total: '20.00' }))
    await server.sendWebhooks()
    const client = await server.database.pool.connect()
    try {
      // Stands in the way of the second message, so that the first is written and nothing is committed.
      await client.query('begin')
      await client.query(
        `insert into communications (tenant, id, contact_id, kind, cause_id, channel, state, language, sender, subject, content, created_at)
         select p.tenant, gen_random_uuid(), p.contact_id, 'AWARD', e.id, 'INAPP', 'COMPLETED', 'en', '', '', '', now()
           from events e join purchases p on p.tenant = e.tenant and p.id = e.entity_id
          where e.tenant = $1 and e.type = 'reward.awarded' order by e.seq desc limit 1`,
        [shop.actor.tenant],
      )
      const telling = server.notify()
      await expect
        .poll(
          async () => {
            const { rows } = await server.database.pool.query(
              `select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock' and query ilike 'insert into communications%'`,
            )
            return rows.length
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(0)
      await client.query('rollback')
      await telling
    } finally {
      client.release()
    }
    expect((await inbox(contact)).map(({ subject }) => subject)).toEqual([
      'You earned 1.00 EUR',
      'You earned 2.00 EUR',
    ])
  })
})

describe('the inbox', () => {
  test('keeps what was viewed and archived, with the time of the first mark, and is filtered by it', async () => {
    const contact = await shop.shopper()
    await ok(shop.buy({ contact, total: '10.00' }))
    await ok(shop.buy({ contact, total: '20.00' }))
    const [first] = await inbox(contact)
    const at = Math.floor(server.clock.now.getTime() / 1_000)
    const mark = (body: object | string, headers?: Record<string, string>) =>
      shop.call('PUT', `communications/${first?.id}/actions`, body, headers)
    expect((await mark({ viewed: true, archived: null })).body).toEqual({ id: first?.id })
    server.clock.now = new Date(server.clock.now.getTime() + 3_600_000)
    await mark('viewed=true', { 'content-type': 'application/x-www-form-urlencoded' })
    expect((await shop.call('GET', `communications/${first?.id}`)).body).toMatchObject({
      is_viewed: true,
      viewed_on: at,
      is_archived: false,
      state: 'COMPLETED',
      channel: 'INAPP',
      language: 'en',
      contact: { code: contact },
    })
    expect(await inbox(contact, '&viewed=false')).toHaveLength(1)
    expect(await inbox(contact, '&viewed=true&archived=false')).toHaveLength(1)
    expect(await inbox(contact, `&created_on[gt]=${at + 60}`)).toHaveLength(0)
    await mark({ viewed: false, archived: true })
    expect(await inbox(contact, '&viewed=false&archived=true')).toHaveLength(1)
  })

  test('of another business or mode is not found', async () => {
    const contact = await shop.shopper()
    await ok(shop.buy({ contact, total: '10.00' }))
    const [message] = await inbox(contact)
    const stranger = await openShop(server)
    for (const [method, path] of [
      ['GET', `communications/${message?.id}`],
      ['PUT', `communications/${message?.id}/actions`],
      ['GET', `contacts/${contact}/communications`],
    ] as const) {
      const refused = await stranger.call(method, path, method === 'PUT' ? { viewed: true } : undefined)
      expect([refused.status, refused.body.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
    }
  })
})
