import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { openQueueingTill, type QueueingTill, signed } from '../../test/queueing-till.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.offer(tenPercent)
})
afterAll(async () => {
  expect(await shop.verify()).toEqual([])
  await server.stop()
})

const openTill = () => openQueueingTill(shop)

let sold = 0
function sale(contact: string, more: object = {}) {
  sold += 1
  return {
    reference_number: `OFF-${sold}`,
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: '10.00' },
    ...more,
  }
}

async function incidentsOf({ id }: QueueingTill): Promise<readonly unknown[]> {
  const { body } = await shop.call('GET', `tills/${id}/incidents`)
  return body.content.map(({ kind, counter, expected }: Record<string, unknown>) => [kind, counter, expected])
}

describe('a queue that is sent in its order', () => {
  test('is judged at the time of each sale, not at that of its sending', async () => {
    const contact = await shop.shopper()
    const now = Math.floor(server.clock.now.getTime() / 1_000)
    await shop.offer({
      name: 'An hour ago',
      award: { kind: 'FIXED', amount: '3.00' },
      on_top: true,
      availability: { from: now - 5_400, to: now - 1_800 },
    })
    const till = await openTill()
    const entries = [now - 7_200, now - 3_600, now - 60].map((date) => till.queue(sale(contact, { date })))
    const awards: number[] = []
    for (const entry of entries) {
      const { status, body } = await till.send(entry)
      expect([status, body.state, body.counter]).toEqual([200, 'POSTED', entry.counter])
      awards.push(body.purchase.rewards.award)
    }
    expect(awards).toEqual([1, 4, 1])
    expect((await shop.call('GET', `tills/${till.id}`)).body.counter).toBe(3)
    expect(await incidentsOf(till)).toEqual([])
  })

  test('moves nothing twice when an answer is lost, also by requests at once', async () => {
    const contact = await shop.shopper()
    const till = await openTill()
    const entry = till.queue(sale(contact))
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => till.send(entry)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.purchase.id}`)).size).toBe(1)
    expect(await shop.balance(contact)).toBe(1)
    expect(await incidentsOf(till)).toEqual([])
  })

  test('takes a sale that had arrived after all for the one that it is', async () => {
    const contact = await shop.shopper()
    const body = sale(contact)
    const online = await shop.call('POST', 'purchases', body)
    const till = await openTill()
    expect((await till.send(till.queue(body))).body.purchase.id).toBe(online.body.id)
    expect(await shop.balance(contact)).toBe(1)
  })

  test('goes on after a purchase that is refused, and says why it was', async () => {
    const contact = await shop.shopper()
    const till = await openTill()
    const unknown = await till.send(till.queue(sale('NOBODY')))
    expect(unknown.body).toMatchObject({
      state: 'REFUSED',
      purchase: null,
      refusal: { error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION' },
    })
    const broken = await till.send(till.queue({ total: 3 }))
    expect(broken.body.refusal.detail).toContain('transaction_amounts')
    expect((await till.send(till.queue(sale(contact)))).body.state).toBe('POSTED')
  })
})

describe('a queue that is not what the till wrote', () => {
  test('tampered: a changed amount does not fit its signature, and is recorded', async () => {
    const contact = await shop.shopper()
    const till = await openTill()
    const entry = till.queue(sale(contact))
    const answer = await till.send({ ...entry, payload: entry.payload.replace('10.00', '99.00') })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.TILLSIGNATUREEXCEPTION',
      parameters: ['1', '1', entry.previous],
    })
    expect(await incidentsOf(till)).toEqual([['BAD_SIGNATURE', 1, 1]])
    expect(await shop.balance(contact)).toBe(0)
    expect((await till.send(entry)).body.state).toBe('POSTED')
  })

  test('cloned: two tills with one key, of which the second is told and recorded', async () => {
    const contact = await shop.shopper()
    const till = await openTill()
    const first = till.queue(sale(contact))
    const copy = signed(till.id, till.privateKey, {
      counter: 1,
      previous: first.previous,
      payload: JSON.stringify(sale(contact)),
    })
    await till.send(first)
    expect((await till.send(copy)).body.error).toBe('CRM.EXCEPTIONS.TILLQUEUEFORKEDEXCEPTION')
    const forked = signed(till.id, till.privateKey, { ...copy, counter: 2, previous: '0'.repeat(64) })
    expect((await till.send(forked)).body.error).toBe('CRM.EXCEPTIONS.TILLQUEUEFORKEDEXCEPTION')
    expect(await incidentsOf(till)).toEqual([
      ['FORK', 2, 2],
      ['COUNTER_REUSED', 1, 2],
    ])
    expect(await shop.balance(contact)).toBe(1)
  })

  test('truncated: what follows a hole is refused, naming the number that is missing', async () => {
    const contact = await shop.shopper()
    const till = await openTill()
    const [first, second, third] = [1, 2, 3].map(() => till.queue(sale(contact)))
    if (!first || !second || !third) throw new Error('three were queued')
    await till.send(first)
    const { body } = await till.send(third)
    expect(body).toMatchObject({
      error: 'CRM.EXCEPTIONS.TILLQUEUECUTEXCEPTION',
      parameters: ['3', '2', second.previous],
    })
    expect(await incidentsOf(till)).toEqual([['GAP', 3, 2]])
    await till.send(second)
    expect((await till.send(third)).body.state).toBe('POSTED')
  })

  test('an entry of one till is nothing to another', async () => {
    const contact = await shop.shopper()
    const [till, other] = [await openTill(), await openTill()]
    expect((await other.send(till.queue(sale(contact)))).body.error).toBe(
      'CRM.EXCEPTIONS.TILLSIGNATUREEXCEPTION',
    )
  })
})

describe('where a queue ends', () => {
  test('is said when all of it was sent, and entries cut off its end are missed then', async () => {
    const contact = await shop.shopper()
    const till = await openTill()
    expect((await till.end()).body).toMatchObject({ id: till.id, counter: 0 })
    const [first, second] = [till.queue(sale(contact)), till.queue(sale(contact))]
    await till.send(first)
    for (let times = 0; times < 2; times++) {
      const { status, body } = await till.end()
      expect([status, body.error, body.parameters.slice(0, 2)]).toEqual([
        400,
        'CRM.EXCEPTIONS.TILLQUEUECUTEXCEPTION',
        ['2', '2'],
      ])
    }
    // Nothing is lost for it: what turns up again has its place.
    expect((await till.send(second)).body.state).toBe('POSTED')
    expect((await till.end()).body.counter).toBe(2)
    expect(await incidentsOf(till)).toEqual(Array(2).fill(['GAP', 2, 2]))
  })

  test('is believed of nobody but the till, and tells a copy that stands elsewhere', async () => {
    const contact = await shop.shopper()
    const till = await openTill()
    await till.send(till.queue(sale(contact)))
    const errors = [
      await till.end({ signature: 'e3'.repeat(43) }),
      await till.end({ head: '9f86'.repeat(16) }),
      await till.end({ counter: 0 }),
    ].map(({ body }) => body.error.split('.').at(-1))
    expect(errors).toEqual(['TILLSIGNATUREEXCEPTION', 'TILLQUEUEFORKEDEXCEPTION', 'TILLQUEUEFORKEDEXCEPTION'])
    expect((await incidentsOf(till)).map((each) => [each].flat()[0])).toEqual([
      'COUNTER_REUSED',
      'FORK',
      'BAD_SIGNATURE',
    ])
  })
})

test('the same key again is the same till and tells where its queue stands; a key that is none is refused', async () => {
  const till = await openTill()
  await till.send(till.queue(sale(await shop.shopper())))
  const again = await shop.call('POST', 'tills', { name: 'Counter 1', public_key: till.publicKey })
  expect(again.body).toMatchObject({ id: till.id, counter: 1 })
  const off = await shop.call('POST', 'tills', {
    name: 'x',
    public_key: { ...till.publicKey, x: 'A'.repeat(43) },
  })
  expect(off.body.field_errors).toMatchObject([{ path: 'public_key' }])
  const { body } = await shop.call('GET', 'tills?include_total=true')
  expect(body.content.map(({ id }: { readonly id: string }) => id)).toContain(till.id)
})

test('a key of one venue does not know the tills of others', async () => {
  const till = await openTill()
  const { body: made } = await shop.call('POST', 'api_keys', {
    name: 'till',
    scopes: ['purchases:write', 'purchases:read'],
    organisation: { id: shop.venue },
  })
  const seen = await ask(server.url, made.key, { method: 'GET', path: `tills/${till.id}` })
  expect(seen.body).toMatchObject({
    error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
    parameters: ['till', till.id],
  })
  const own = await openQueueingTill({
    call: (method, path, body) => ask(server.url, made.key, { method, path, body }),
  })
  const of = async (place: string) => (await shop.call('GET', `tills?organisation_id=${place}`)).body.content
  expect(await of(shop.venue)).toMatchObject([{ id: own.id }])
  expect(await of('CORNER')).toEqual([])
})
