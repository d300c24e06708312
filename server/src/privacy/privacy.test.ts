import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestServer } from '../../test/harness.ts'
import { type OrderShop, openOrderShop } from '../../test/order-shop.ts'
import { account } from '../../test/payout-shop.ts'
import { proveExport } from '../../test/prove-export.ts'
import { dump } from '../../test/secrets/secrets.ts'
import { tenPercent } from '../../test/shop.ts'
import { openReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { sealNow } from '../ledger/index.ts'
import { declaredEndpoints } from '../main/docs/declared.ts'

let server: TestServer
let receiver: Receiver
let shop: OrderShop
const lines: string[] = []
beforeAll(async () => {
  server = await startServer({
    webhooks: { networks: ['127.0.0.0/8'] },
    log: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
  })
  receiver = await openReceiver()
})
afterAll(async () => {
  await receiver.close()
  await server.stop()
})
beforeEach(async () => {
  shop = await openOrderShop(server)
  await shop.offer(tenPercent)
})

const ok = async (asked: Promise<Answer>): Promise<Answer['body']> => {
  const { status, body, text } = await asked
  expect(status, text).toBeLessThan(300)
  return body
}
const erase = (contact: string, body: object = {}) => shop.call('POST', `contacts/${contact}/erase`, body)
const PHONE = '99123456'
const person = {
  first_name: 'Xanthippe',
  last_name: 'Erasable',
  code: 'XANTHIPPE',
  birthday: '1961-02-03',
  phones: [{ country_code: 'CY', number: PHONE, is_primary: true }],
  emails: [{ email_address: 'xanthippe@erase.example', is_primary: true }],
  loyalty_identifiers: [{ identifier: 'XANTH-LOYAL' }],
}

const sale = (reference: string) => ({
  reference_number: reference,
  organisation: { venue_tap: { code: 'V1' } },
  transaction_amounts: { total: '50.00' },
})

/** A person of whom every part of the product has heard; answers the contact's id. */
async function livesHere(): Promise<string> {
  await ok(shop.call('POST', 'webhook_endpoints', { url: receiver.url, event_types: [] }))
  const key = { 'idempotency-key': 'register-xanthippe' }
  const { id, wallet } = await ok(shop.call('POST', 'contacts?include_wallet=true', person, key))
  await ok(shop.call('POST', 'contacts', { first_name: 'Xanthippe', last_name: 'Twice', code: 'TWICE' }))
  await ok(shop.buy({ contact: 'TWICE', total: '30.00', notes: 'Xanthippe waits' }))
  await ok(shop.call('POST', `contacts/${id}/merge`, { contact_id: 'TWICE' }))
  const named = { contact: { phone: `+357${PHONE}` } }
  await ok(shop.call('POST', 'purchases', { ...sale('BY-PHONE'), ...named, metadata: { who: 'Xanthippe' } }))
  await ok(shop.buy({ contact: 'XANTHIPPE', total: '5.00', spend: 1, notes: 'for Xanthippe' }))
  const address = { address_line_1: 'Xanthippe Street 1', address_name: 'Erasable' }
  const order = await ok(
    shop.order(id, {
      supply_method: 'DELIVERY',
      delivery_method: 'DIRECT_DELIVERY',
      address,
      items: [{ sku: 'COF', quantity: 1, price: '2.50', notes: 'Write Xanthippe on it' }],
      notes: 'Ring for Xanthippe',
    }),
  )
  for (const action of ['START_PROGRESS', 'COMPLETE']) await ok(shop.act(order.id, action))
  await ok(
    shop.call('POST', `wallets/${wallet.id}/adjustments`, {
      type: 'CREDIT',
      amount: 1,
      reason: 'Xanthippe complained',
    }),
  )
  await ok(shop.call('POST', `contacts/${id}/notes`, { text: 'Xanthippe rang' }))
  await ok(shop.call('POST', `contacts/${id}/payment_methods`, { ...account, name: 'Xanthippe bank' }))
  await ok(
    shop.call('POST', 'purchases/reclaim', {
      contact: { code: 'XANTHIPPE' },
      transaction_code: (await ok(shop.buy({ total: '8.00' }))).receipt.qr,
    }),
  )
  await ok(
    shop.call('POST', 'purchases/ad_hoc_return', {
      ...named,
      reference_number: 'RET-1',
      transaction_amounts: { total: '1.00' },
      organisation: { venue_tap: { code: 'V1' } },
    }),
  )
  await server.notify()
  await server.sendWebhooks()
  return id
}

/** Every row of every table that holds one of the texts, in bytes as well. */
async function rowsWith(...texts: readonly string[]): Promise<string[]> {
  const wanted = texts.map((text) => text.toLowerCase())
  return (await dump(server.database)).flatMap(({ table, text }) =>
    text.split('\n').flatMap((row) => {
      const read = row.toLowerCase()
      return wanted.some((each) => read.includes(each)) ? [`${table}: ${row}`] : []
    }),
  )
}

async function exported(): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(`${server.url}/backoffice/v2/ledger/export`, {
    headers: { api_key: shop.key },
  })
  return { status: response.status, text: await response.text() }
}

const TRACES = ['xanth', 'erasable', PHONE, '1961-02-03', 'CY17']

describe('a contact that is erased', () => {
  // First: it looks at the rows of everybody.
  test('leaves no trace of who they were in any table, in text or in bytes, nor in the log, and the books still hold', async () => {
    const id = await livesHere()
    await server.writeRequests()
    expect((await rowsWith(...TRACES)).length).toBeGreaterThan(15)
    const { body: before } = await shop.call('GET', 'reports/liability')
    const kept = await sealNow(server.database, { ...shop.actor, at: server.clock.now })
    expect(await ok(erase(id, { leave_money: true }))).toMatchObject({ id, left: { currency_code: 'EUR' } })
    await server.writeRequests()
    expect(await rowsWith(...TRACES)).toEqual([])
    const log = lines.join('\n').toLowerCase()
    expect(TRACES.filter((text) => log.includes(text.toLowerCase()))).toEqual([])
    expect(await shop.verify()).toEqual([])
    // What was sealed before is what the books still say to who trusts nobody.
    const { status, text } = await exported()
    const seals = kept.map(({ number, hash }) => `${number}:${hash}`)
    expect([status, seals.length > 0, (await proveExport(text, { seals })).faults]).toEqual([200, true, []])
    expect((await shop.call('GET', 'reports/liability')).body.total).toEqual(before.total)
  })

  test('is found by nothing any more, and pays nothing', async () => {
    const id = await livesHere()
    await ok(erase(id, { leave_money: true }))
    for (const name of [id, 'XANTHIPPE', 'TWICE', `+357${PHONE}`, 'XANTH-LOYAL']) {
      const { body } = await shop.call('GET', `contacts/${encodeURIComponent(name)}`)
      expect(body.error, name).toBe('CRM.EXCEPTIONS.NOTFOUNDEXCEPTION')
    }
    expect((await ok(shop.call('GET', 'contacts'))).content).toEqual([])
    expect((await shop.buy({ contact: 'XANTHIPPE' })).status).toBe(400)
    expect((await shop.call('POST', 'purchases', { ...sale('BY-ID'), contact: { id } })).status).toBe(400)
  })

  test('is told without a name by every record that stays, and no list or record fails of it', async () => {
    const id = await livesHere()
    await ok(erase(id, { leave_money: true }))
    const reads = declaredEndpoints().filter(({ method, streams }) => method === 'GET' && !streams)
    const lists = reads.filter(({ path }) => path.startsWith('/backoffice/v2/') && !path.includes('{'))
    let told = 0
    for (const { path } of lists) {
      const list = path.replace('/backoffice/v2/', '')
      const { status, body, text } = await shop.call('GET', list)
      expect(status, `${list}: ${text}`).toBeLessThan(500)
      expect(text, list).not.toMatch(/xanth|erasable|99123456/i)
      const one = reads.some((each) => each.path === `${path}/{id}`)
      for (const row of one ? (body?.content ?? []) : []) {
        told += 1
        const read = await shop.call('GET', `${list}/${row.id}`)
        expect(read.status, `${list}: ${read.text}`).toBeLessThan(500)
      }
    }
    expect(told).toBeGreaterThan(20)
    const gone = { id, code: `erased-${id}`, name: null }
    expect((await ok(shop.call('GET', 'orders'))).content).toMatchObject([{ contact: gone }])
    expect((await ok(shop.call('GET', 'purchases/BY-PHONE'))).contact).toEqual(gone)
    expect((await ok(shop.call('GET', 'claims'))).content).toMatchObject([{ contact: gone }])
  })

  test('is erased or changed, whatever comes at the same moment: nobody is told of a fault', async () => {
    const contacts = await Promise.all(Array.from({ length: 12 }, () => shop.shopper()))
    const answers = await Promise.all(
      contacts.flatMap((contact) => [
        shop.call('PUT', `contacts/${contact}`, { loyalty_identifiers: [{ identifier: `L-${contact}` }] }),
        erase(contact),
        shop.call('PUT', `contacts/${contact}`, { first_name: 'Again' }),
      ]),
    )
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect((await ok(shop.call('GET', 'contacts'))).content).toEqual([])
  })

  test('is erased once: the same again answers the same', async () => {
    const id = await livesHere()
    const first = await ok(erase(id, { leave_money: true }))
    server.clock.now = new Date(server.clock.now.getTime() + 60_000)
    expect(await ok(erase(id))).toEqual(first)
    await server.sendWebhooks()
    const events = await ok(shop.call('GET', 'events?type=contact.erased'))
    expect(events.content).toHaveLength(1)
  })

  test('tells it to webhooks, and what is sent again of before tells nothing of the person', async () => {
    const id = await livesHere()
    await ok(erase(id, { leave_money: true }))
    const heard = receiver.received.length
    const { content } = await ok(shop.call('GET', 'events?type=contact.created'))
    expect(content.length).toBeGreaterThan(0)
    await server.sendWebhooks()
    const told = receiver.received.slice(heard).map(({ text }) => text)
    expect(told.some((text) => text.includes('contact.erased'))).toBe(true)
    for (const text of told) expect(text).not.toMatch(/xanth|erasable|99123456/i)
  })
})

describe('a contact is not erased', () => {
  test('while an order is open', async () => {
    const contact = await shop.shopper()
    await ok(shop.order(contact))
    const { status, body } = await erase(contact)
    expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION'])
    expect(body.detail).toMatch(/order that is not over: .* is NEW/)
  })

  test('with money in the wallet, unless that is said', async () => {
    const contact = await shop.shopper()
    await ok(shop.buy({ contact, total: '20.00' }))
    const { body } = await erase(contact)
    expect(body.detail).toContain('2.00')
    expect((await erase(contact, { leave_money: true })).status).toBe(200)
  })

  test('by a key of one venue', async () => {
    const contact = await shop.shopper()
    const { key } = await ok(
      shop.call('POST', 'api_keys', {
        name: 'venue',
        scopes: ['contacts:write'],
        organisation: { id: shop.venue },
      }),
    )
    const asked = await ask(server.url, key, { method: 'POST', path: `contacts/${contact}/erase`, body: {} })
    expect(asked.status).toBe(403)
  })
})

test('a copy for the contact holds what is kept of them and of whoever was merged into them, and of nobody else', async () => {
  const id = await livesHere()
  const other = await shop.shopper()
  await ok(shop.buy({ contact: other, total: '77.00' }))
  const { data } = await ok(shop.call('GET', `contacts/${id}/export`))
  expect(data.contacts.map(({ last_name }: { readonly last_name: string }) => last_name).sort()).toEqual([
    'Erasable',
    'Twice',
  ])
  expect(data.purchases).toHaveLength(5)
  expect(data.orders[0].address.address_line_1).toBe('Xanthippe Street 1')
  expect(data.payment_methods[0].name).toBe('Xanthippe bank')
  expect(data.contact_notes).toMatchObject([{ text: 'Xanthippe rang' }])
  expect(data.communications.length).toBeGreaterThan(0)
  expect(data.purchases.map(({ total }: { readonly total: number }) => total)).not.toContain(7700)
  for (const table of ['identifiers', 'transfers', 'lots', 'claims', 'adjustments'])
    expect(data[table].length, table).toBeGreaterThan(0)
})
