import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
})
beforeEach(async () => {
  shop = await openShop(server)
})
afterAll(() => server.stop())

async function logged(query = ''): Promise<Record<string, never>[]> {
  await server.writeRequests()
  return (await shop.call('GET', `request_log?size=100${query}`)).body.content
}

const BAD = {
  reference_number: 'SECRET-7',
  contact: { phone: '+35799123456' },
  transaction_amounts: { total: 'a lot' },
  'ann@home.example': 'her birthday',
}

describe('the request log', () => {
  test('tells what was asked and why it was refused, and nothing that was sent', async () => {
    await shop.call('POST', 'purchases', BAD)
    const [refused] = await logged('&outcome=REFUSED')
    expect(refused).toMatchObject({
      operation: 'submitPurchase',
      method: 'POST',
      path: '/backoffice/v2/purchases',
      status: 400,
      by_kind: 'KEY',
      sent: expect.arrayContaining(['contact.phone', 'reference_number', 'transaction_amounts.total']),
      fields: expect.arrayContaining([{ path: 'transaction_amounts.total', code: 'invalid' }]),
    })
    const { rows } = await server.database.pool.query(
      'select row_to_json(r)::text as text from request_log r',
    )
    const text = rows.map((row: { text: string }) => row.text).join()
    for (const secret of ['SECRET-7', '99123456', 'ann@home', 'birthday', 'a lot', shop.key])
      expect(text).not.toContain(secret)
  })

  test('holds a request that was refused against one that went well', async () => {
    await shop.buy({ contact: await shop.shopper(), total: '12.00' })
    await shop.call('POST', 'purchases', BAD)
    const [refused] = await logged('&outcome=REFUSED&operation=submitPurchase')
    const { body } = await shop.call('GET', `request_log/${refused?.id}`)
    expect(body).toMatchObject({ status: 400, last_good: { operation: 'submitPurchase', status: 200 } })
  })

  test('groups what was refused, and counts every request by hour', async () => {
    for (const number of [1, 2, 3]) await shop.call('GET', `purchases/none-${number}`)
    await server.writeRequests()
    const { body } = await shop.call('GET', 'reports/requests')
    expect(body.refusals).toContainEqual(
      expect.objectContaining({
        operation: 'getPurchase',
        error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
        requests: 3,
      }),
    )
    const [hour] = body.hours
    expect(hour.refused).toBe(3)
    expect(hour.requests).toBeGreaterThan(3)
  })

  test('keeps a part of what comes at once, and counts all of it', async () => {
    await server.writeRequests()
    await Promise.all(Array.from({ length: 40 }, () => shop.call('GET', 'purchases?size=1')))
    const kept = await logged('&operation=listPurchases&include_total=true')
    expect(kept.length).toBe(20)
    const { body } = await shop.call('GET', 'reports/requests')
    expect(body.hours[0].requests).toBeGreaterThanOrEqual(40)
  })

  test('counts what each key asked by hour, whatever is kept of it, and nothing of keys of others', async () => {
    const made = (await shop.call('POST', 'api_keys', { name: 'Till', scopes: ['purchases:read'] })).body
    const asks = (path: string) =>
      fetch(`${server.url}/backoffice/v2/${path}`, { headers: { api_key: made.key } })
    await Promise.all(Array.from({ length: 30 }, () => asks('purchases?size=1')))
    await server.writeRequests()
    await asks('reward_offers')
    await asks('purchases/none')
    await server.writeRequests()
    const report = async (by: Shop) => (await by.call('GET', 'reports/keys')).body
    const { from, content } = await report(shop)
    const till = content.find((each: { api_key_id: string }) => each.api_key_id === made.id)
    expect(till).toMatchObject({ requests: 32, refused: 2, by_hour: [{ requests: 32, refused: 2 }] })
    expect(till.by_hour[0].hour).toBe(from + 23 * 3_600)
    const other = await openShop(server)
    await server.writeRequests()
    const ids = (await report(other)).content.map((each: { api_key_id: string }) => each.api_key_id)
    expect(ids).not.toContain(made.id)

    await server.database.pool.query(
      "update key_hours set hour = hour - interval '8 days' where key_id = $1",
      [made.id],
    )
    await server.forgetRequests()
    const { rows } = await server.database.pool.query('select from key_hours where key_id = $1', [made.id])
    expect(rows).toHaveLength(0)
  })

  test('knows contacts as contacts, and is shown to keys of the whole business that may', async () => {
    const { body: till } = await shop.call('POST', 'api_keys', { name: 'Till', scopes: ['purchases:read'] })
    const asked = await fetch(`${server.url}/backoffice/v2/request_log`, { headers: { api_key: till.key } })
    expect(asked.status).toBe(403)
    const other = await openShop(server)
    await shop.call('GET', 'purchases/none')
    await server.writeRequests()
    const seen = await other.call('GET', 'request_log?outcome=REFUSED')
    expect(seen.body.content).toEqual([])
    const [mine] = await logged('&outcome=REFUSED&operation=getPurchase')
    expect((await other.call('GET', `request_log/${mine?.id}`)).status).toBe(400)
  })

  test('is as long as its bounds, with the newest in it', async () => {
    await shop.call('GET', 'purchases/none')
    const [line] = await logged('&outcome=REFUSED')
    const { rows } = await server.database.pool.query(
      `insert into request_log select tenant, gen_random_uuid(), at - interval '8 days', by_kind, key_id, operation, method, path,
         status, milliseconds, replayed, error, fields, sent from request_log where id = $1 returning id`,
      [String(line?.id).replace('req_', '')],
    )
    expect(rows).toHaveLength(1)
    await server.forgetRequests()
    const ids = (await logged('&outcome=REFUSED')).map(({ id }) => id)
    expect(ids).toEqual([line?.id])
  })
})
