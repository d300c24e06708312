import http from 'node:http'
import type net from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { qrOf, openPrinter as startPrinter } from '../../test/order-printer.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { HOUR, later } from '../kit/time.ts'
import { provisionOrders } from './provision-orders.ts'
import { ticketOf } from './ticket.ts'

let server: TestServer
let shop: Shop
const closers: (() => void)[] = []
beforeAll(async () => {
  server = await startServer({ webhooks: { networks: ['127.0.0.0/8'] } })
})
beforeEach(async () => {
  shop = await openShop(server, { mode: 'TEST' })
})
afterAll(async () => {
  for (const close of closers) close()
  await server.stop()
})

interface Listening {
  readonly port: number
  close(): void
}

function listen(on: net.Server, port = 0): Promise<Listening> {
  return new Promise((resolve) =>
    on.listen(port, '127.0.0.1', () => {
      const address = on.address()
      const close = () => void on.close()
      closers.push(close)
      resolve({ port: typeof address === 'object' && address ? address.port : 0, close })
    }),
  )
}

async function openPrinter(port?: number) {
  const printer = await startPrinter(port)
  closers.push(printer.close)
  return printer
}

interface Taken {
  readonly headers: http.IncomingHttpHeaders
  // biome-ignore lint/suspicious/noExplicitAny: the test looks at what was sent
  readonly body: any
}

/** A system that takes orders, and answers with what it is told to. */
async function openSystem(answers: number[] = []) {
  const taken: Taken[] = []
  const system = http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      taken.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString('utf8')) })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  return { taken, ...(await listen(system)) }
}

async function ok(answer: ReturnType<Shop['call']>) {
  const { status, body, text } = await answer
  if (status >= 300) throw new Error(`${status}: ${text}`)
  return body
}

const adaptor = (body: object, by = shop) =>
  ok(by.call('POST', 'order_adaptors', { name: 'Kitchen', ...body }))
const printerAt = (port: number, more: object = {}) =>
  adaptor({ kind: 'PRINTER', printer: { host: '127.0.0.1', port }, ...more })

async function place(by = shop, fulfilled_by = 'MAIN') {
  const code = await by.shopper()
  return ok(
    by.call('POST', 'orders', {
      contact_id: code,
      fulfilled_by,
      supply_method: 'PICK_UP',
      items: [
        { sku: 'COF', name: 'Καφές', quantity: 2, price: '2.50', tax_rate: 9, notes: 'No sugar' },
        {
          sku: 'BUN',
          name: 'Bun',
          price: '1.20',
          components: [{ sku: 'BUT', name: 'Butter', price: '0.30' }],
        },
      ],
      payments: [{ payment_method_type: 'CASH' }],
      notes: 'Ring twice',
    }),
  )
}

const listed = async (query = '') => (await ok(shop.call('GET', `order_provisionings${query}`))).content
const pass = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1_000)
}

test('a process that stops begins no further try, though what failed is due again', async () => {
  const { port, close } = await openPrinter()
  close()
  await printerAt(port)
  const order = await place()
  await server.sendWebhooks()
  const stopping = new AbortController()
  let now = server.clock.now
  const tried = await provisionOrders({
    database: server.database,
    // Every look at the clock is an hour later, so whatever failed is due at once.
    clock: () => {
      now = later(now, HOUR)
      return now
    },
    only: shop.actor.tenant,
    snapshotOf: async () => {
      stopping.abort()
      return order
    },
    adaptorKey: Buffer.alloc(32),
    adaptorsAllowed: { networks: ['127.0.0.0/8'] },
    signal: stopping.signal,
  })
  expect(tried).toBe(1)
  expect(await listed()).toMatchObject([{ state: 'PENDING', attempts: 1 }])
})

describe('a printer', () => {
  test('gets each order once, as a ticket with its lines, what to collect, and its number as a QR code', async () => {
    const printer = await openPrinter()
    await printerAt(printer.port)
    const order = await place()
    expect(await server.provisionOrders()).toBe(1)
    expect(await server.provisionOrders()).toBe(0)
    const [ticket = Buffer.alloc(0)] = printer.tickets
    expect(printer.tickets).toHaveLength(1)
    const text = ticket.toString('latin1')
    for (const words of [order.number, '1 x Bun', '+ 1 x Butter', '! No sugar', 'Ring twice', '6.50'])
      expect(text).toContain(words)
    // Greek, in the code page that the ticket chose before it: ESC t 64 is cp737.
    expect(ticket.includes(Buffer.from([0x89, 0x98, 0xad, 0xe2, 0xaa]))).toBe(true)
    expect(qrOf(ticket)).toBe(order.number)
    // Initialised first (ESC @), cut at the end (GS V).
    expect([...ticket.subarray(0, 2)]).toEqual([0x1b, 0x40])
    expect(ticket.subarray(-6).includes(Buffer.from([0x1d, 0x56]))).toBe(true)
    expect(await listed()).toMatchObject([
      { order: { id: order.id }, adaptor: { name: 'Kitchen' }, state: 'COMPLETED', attempts: 1, error: null },
    ])
  })

  test('that is off gets it when it is on again, and until then it is shown why not', async () => {
    const { port, close } = await openPrinter()
    close()
    await printerAt(port)
    await place()
    await server.provisionOrders()
    const [waits] = await listed()
    expect(waits).toMatchObject({
      state: 'PENDING',
      attempts: 1,
      error: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await server.provisionOrders()).toBe(0)
    const printer = await openPrinter(port)
    pass(6)
    expect(await server.provisionOrders()).toBe(1)
    expect(printer.tickets).toHaveLength(1)
    expect(await listed('?state=COMPLETED')).toMatchObject([{ id: waits.id, attempts: 2, error: null }])
  })

  test('that never comes back is given up after the last pause, and tried again when somebody asks', async () => {
    const { port, close } = await openPrinter()
    close()
    await printerAt(port)
    await place()
    for (let hours = 0; hours < 12; hours++) {
      await server.provisionOrders()
      pass(4 * 3_600)
    }
    const [{ id, ...failed }] = await listed()
    expect(failed).toMatchObject({ state: 'FAILED', attempts: 9, next_on: null })
    const printer = await openPrinter(port)
    await ok(shop.call('PUT', `order_provisionings/${id}/actions`, { action: 'RESEND' }))
    await server.provisionOrders()
    expect([printer.tickets.length, (await listed())[0].state]).toEqual([1, 'COMPLETED'])
  })

  test('prints again on PRINT_ORDER, and not for the system beside it', async () => {
    const [printer, system] = [await openPrinter(), await openSystem()]
    await printerAt(printer.port)
    await adaptor({ kind: 'HTTP', http: { url: `http://127.0.0.1:${system.port}/` } })
    const { id } = await place()
    await server.provisionOrders()
    await ok(shop.call('PUT', `orders/${id}/actions`, { action: 'PRINT_ORDER' }))
    await server.provisionOrders()
    await ok(shop.call('PUT', `orders/${id}/actions`, { action: 'ORDER_PROVISION' }))
    await server.provisionOrders()
    expect([printer.tickets.length, system.taken.length]).toEqual([2, 2])
  })

  test('is sent again to the one that is named alone, and the order tells where it went', async () => {
    const [first, second] = [await openSystem(), await openSystem()]
    await adaptor({ kind: 'HTTP', name: 'TWINSOFT', http: { url: `http://127.0.0.1:${first.port}/` } })
    await adaptor({ kind: 'HTTP', name: 'ALOHA', http: { url: `http://127.0.0.1:${second.port}/` } })
    const { id } = await place()
    await server.provisionOrders()
    const again = (provisioner: string) =>
      shop.call('PUT', `orders/${id}/actions`, { action: 'ORDER_PROVISION', provisioner })
    await ok(again('Aloha'))
    await server.provisionOrders()
    expect([first.taken.length, second.taken.length]).toEqual([1, 2])
    expect((await again('NOBODY')).body.parameters).toEqual(['order_adaptor', 'NOBODY'])
    const { provisioning } = await ok(shop.call('GET', `orders/${id}?include_provisioning=true`))
    const told = provisioning.map(
      ({ adaptor: { name }, state }: { adaptor: { name: string }; state: string }) => [name, state],
    )
    expect(told.toSorted()).toEqual([
      ['ALOHA', 'COMPLETED'],
      ['ALOHA', 'COMPLETED'],
      ['TWINSOFT', 'COMPLETED'],
    ])
    expect(await ok(shop.call('GET', `orders/${id}`))).not.toHaveProperty('provisioning')
  })
})

test.each([
  ['JPY', 650, /\s650(?![.\d])/],
  ['KWD', 6.5, /\s6\.500(?!\d)/],
])('amounts of a ticket in %s have the decimals of that currency', (currency_code, total, written) => {
  const order = {
    number: 'O000001',
    state: 'NEW',
    supply_method: 'PICK_UP',
    delivery_method: null,
    currency_code,
    total,
    amount_to_collect: total,
    notes: null,
    contact: { name: null },
    fulfilled_by: { name: 'Main' },
    address: null,
    items: [],
  }
  const lines = Buffer.from(ticketOf(order, 58)).toString('latin1').split('\n')
  const line = lines.find((each) => each.includes(`Total ${currency_code}`))
  expect(line?.trim()).toMatch(written)
})

describe('a system that is called', () => {
  const template = {
    ticket: '{{number}}',
    who: 'for {{contact.name}}',
    sum: '{{total}}',
    lines: { $each: 'items', as: { plu: '{{product.sku}}', qty: '{{quantity}}' } },
  }

  test('gets the order in its own words, with its own headers, which are never told', async () => {
    const system = await openSystem()
    const made = await adaptor({
      kind: 'HTTP',
      http: { url: `http://127.0.0.1:${system.port}/in`, headers: { 'X-Key': 'open sesame' }, template },
    })
    const order = await place()
    await server.provisionOrders()
    expect(system.taken).toMatchObject([{ headers: { 'x-key': 'open sesame' } }])
    expect(system.taken[0]?.body).toMatchObject({
      ticket: order.number,
      sum: 6.5,
      lines: [
        { plu: 'COF', qty: 2 },
        { plu: 'BUN', qty: 1 },
      ],
    })
    const { text } = await shop.call('GET', `order_adaptors/${made.id}`)
    expect(text).toContain('X-Key')
    expect(text).not.toContain('sesame')
  })

  test('without a template gets what GET reads, for each event that it wants', async () => {
    const system = await openSystem()
    await adaptor({
      kind: 'HTTP',
      http: { url: `http://127.0.0.1:${system.port}/` },
      event_types: ['order.created', 'order.completed'],
    })
    const { id } = await place()
    await ok(shop.call('PUT', `orders/${id}/actions`, { action: 'START_PROGRESS' }))
    await ok(shop.call('PUT', `orders/${id}/actions`, { action: 'COMPLETE' }))
    await server.provisionOrders()
    expect(system.taken.map(({ body }) => body.event.type).sort()).toEqual([
      'order.completed',
      'order.created',
    ])
    const { body } = await shop.call('GET', `orders/${id}`)
    const { event: _, ...told } = system.taken[0]?.body ?? {}
    expect(told).toEqual(body)
  })

  test.each([
    ['busy is tried again under the same key', [503, 429], { state: 'COMPLETED', attempts: 3 }, 3],
    [
      'that refuses it is not asked again by itself',
      [422],
      { state: 'FAILED', attempts: 1, error: 'answered 422' },
      1,
    ],
  ])('%s', async (_, answers, outcome, calls) => {
    const system = await openSystem(answers)
    await adaptor({ kind: 'HTTP', http: { url: `http://127.0.0.1:${system.port}/` } })
    await place()
    for (let times = 0; times < 4; times++) {
      await server.provisionOrders()
      pass(60)
    }
    expect(await listed()).toMatchObject([outcome])
    const keys = system.taken.map(({ headers }) => headers['idempotency-key'])
    expect([keys.length, new Set(keys).size]).toEqual([calls, 1])
  })

  test('is told once by however many processes', async () => {
    const system = await openSystem()
    await adaptor({ kind: 'HTTP', http: { url: `http://127.0.0.1:${system.port}/` } })
    await server.another()
    for (let times = 0; times < 5; times++) await place()
    await Promise.all([server.provisionOrders(), server.provisionOrders(), server.provisionOrders()])
    expect(system.taken).toHaveLength(5)
  })
})

describe('an adaptor', () => {
  test('of a venue has the orders of that venue only, one that is off none, and none from before it was there', async () => {
    const [main, other, off] = [await openPrinter(), await openPrinter(), await openPrinter()]
    await place()
    pass(1)
    await printerAt(main.port, { organisation_id: shop.venue })
    const venue = { type: 'VENUE', name: 'Harbour', code: 'HARBOUR', parent: { id: shop.merchant } }
    const { id } = await ok(shop.call('POST', 'organisations', venue))
    await printerAt(other.port, { organisation_id: id })
    const made = await printerAt(off.port)
    await ok(shop.call('PUT', `order_adaptors/${made.id}`, { state: 'DISABLED' }))
    await place()
    await place(shop, 'HARBOUR')
    await place(shop, 'HARBOUR')
    await server.provisionOrders()
    expect([main.tickets.length, other.tickets.length, off.tickets.length]).toEqual([1, 2, 0])
  })

  test('leads to no address that is not public unless the operator allows it, by name neither', async () => {
    const closed = await startServer()
    try {
      const own = await openShop(closed, { mode: 'TEST' })
      const printer = await openPrinter()
      for (const host of ['127.0.0.1', 'localhost', '::1', '169.254.169.254', '10.0.0.1'])
        await adaptor({ kind: 'PRINTER', printer: { host, port: printer.port } }, own)
      await place(own)
      await closed.provisionOrders()
      const { content } = await ok(own.call('GET', 'order_provisionings'))
      expect(content).toHaveLength(5)
      for (const { state, error } of content)
        expect([state, error]).toEqual(['PENDING', expect.stringContaining('no public address')])
      expect(printer.tickets).toEqual([])
      const http = { url: 'http://10.0.0.1/' }
      const refused = await own.call('POST', 'order_adaptors', { name: 'X', kind: 'HTTP', http })
      expect([refused.status, refused.body.parameters[0]]).toEqual([400, 'url'])
    } finally {
      await closed.stop()
    }
  })

  test.each([
    ['without its settings', { kind: 'PRINTER' }, 'printer'],
    ['of HTTP without an address', { kind: 'HTTP' }, 'http'],
    [
      'with paper that there is not',
      { kind: 'PRINTER', printer: { host: 'p', paper_mm: 70 } },
      'printer.paper_mm',
    ],
    ['for a type that orders do not have', { kind: 'PRINTER', event_types: ['x'] }, 'event_types[0]'],
  ])('%s is refused, naming the field', async (_, body, field) => {
    const { status, body: said } = await shop.call('POST', 'order_adaptors', { name: 'X', ...body })
    expect([status, said.parameters[0]]).toEqual([400, field])
  })

  test('of one venue, and what became of its orders, is not for the key of another; a key of one venue changes none', async () => {
    const printer = await openPrinter()
    const own = await printerAt(printer.port, { organisation_id: shop.venue })
    await place()
    await server.provisionOrders()
    const venue = { type: 'VENUE', name: 'Harbour', code: 'HARBOUR', parent: { id: shop.merchant } }
    const { id: other } = await ok(shop.call('POST', 'organisations', venue))
    const keyOf = async (id: string) => {
      const scopes = ['orders:read', 'orders:write', 'orders:configure']
      const { key } = await ok(shop.call('POST', 'api_keys', { name: 'till', organisation: { id }, scopes }))
      return { api_key: key }
    }
    const [here, elsewhere] = [await keyOf(shop.venue), await keyOf(other)]
    const ask = (headers: object, path: string) => ok(shop.call('GET', path, undefined, { ...headers }))
    expect((await ask(here, 'order_adaptors')).content).toMatchObject([{ id: own.id }])
    expect((await ask(elsewhere, 'order_adaptors')).content).toEqual([])
    expect((await ask(elsewhere, 'order_provisionings')).content).toEqual([])
    const [{ id }] = (await ask(here, 'order_provisionings')).content
    const again = { action: 'RESEND' }
    const path = `order_provisionings/${id}/actions`
    expect((await shop.call('PUT', path, again, elsewhere)).body.error).toBe(
      'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
    )
    expect((await shop.call('PUT', path, again, here)).status).toBe(200)
    expect((await shop.call('PUT', `order_adaptors/${own.id}`, { name: 'Mine' }, here)).status).toBe(403)
  })

  test('sets no header that is the connection’s own', async () => {
    const http = { url: 'http://127.0.0.1/', headers: { 'Content-Length': '0' } }
    const { status, body } = await shop.call('POST', 'order_adaptors', { name: 'X', kind: 'HTTP', http })
    expect([status, body.parameters]).toEqual([400, ['http.headers', 'Content-Length']])
  })

  test('prints what a till sends, once for one key, and says when the printer is away', async () => {
    const printer = await openPrinter()
    const { id } = await printerAt(printer.port)
    const content = Buffer.from('\u001b@Receipt').toString('base64')
    const print = () =>
      shop.call('POST', `order_adaptors/${id}/prints`, { content }, { 'idempotency-key': 'P-1' })
    expect((await print()).body).toEqual({ id, bytes: 9 })
    expect((await print()).status).toBe(200)
    expect(printer.tickets.map(String)).toEqual(['\u001b@Receipt'])
    printer.close()
    const { status, body } = await shop.call('POST', `order_adaptors/${id}/prints`, { content })
    expect([status, body.error]).toEqual([400, 'CRM.EXCEPTIONS.PRINTERAWAYEXCEPTION'])
  })

  test('of another business is not found', async () => {
    const { id } = await printerAt(9_100)
    const other = await openShop(server, { mode: 'TEST' })
    for (const [method, path, body] of [
      ['GET', `order_adaptors/${id}`, undefined],
      ['PUT', `order_adaptors/${id}`, { name: 'Mine' }],
    ] as const) {
      const { status, body: said } = await other.call(method, path, body)
      expect([status, said.error]).toEqual([400, 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'])
    }
    expect((await ok(other.call('GET', 'order_adaptors'))).content).toEqual([])
  })
})
