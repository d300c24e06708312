import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startServer, type TestServer } from '../../test/harness.ts'
import { openShop } from '../../test/shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

interface Listed {
  readonly code: string
  readonly last_purchase_on?: number | null
}

test('a list of contacts tells when each bought last, from one statement for the page, in a stable order', async () => {
  const shop = await openShop(server)
  const now = Math.floor(server.clock.now.getTime() / 1_000)
  const codes: string[] = []
  for (let each = 0; each < 5; each += 1) codes.push(await shop.shopper())
  const [often = '', once = '', voided = ''] = codes
  await shop.buy({ contact: often, date: now - 3_000 })
  await shop.buy({ contact: often, date: now - 1_000 })
  await shop.buy({ contact: often, date: now - 2_000 })
  await shop.buy({ contact: once, date: now - 500 })
  const { body } = await shop.buy({ contact: voided, date: now - 100 })
  await shop.call('POST', `purchases/${body.id}/cancel`, {})

  const seen: Listed[] = []
  for (const page of [1, 2, 3]) {
    const query = `contacts?include_last_purchase=true&order=ASC&size=2&page=${page}`
    seen.push(...(await shop.call('GET', query)).body.content)
  }
  expect(seen.map(({ code, last_purchase_on }) => [code, last_purchase_on])).toEqual([
    [often, now - 1_000],
    [once, now - 500],
    [voided, null],
    ...codes.slice(3).map((code) => [code, null]),
  ])
  const plain = await shop.call('GET', 'contacts')
  expect(plain.body.content[0]).not.toHaveProperty('last_purchase_on')

  const keyOf = async (more: object) =>
    (await shop.call('POST', 'api_keys', { name: 'key', ...more })).body.key
  const asked = { method: 'GET', path: `contacts?code=${often}&include_last_purchase=true` } as const
  const told = async (key: string) => (await ask(server.url, key, asked)).body.content[0]
  // What a till sells is not who its customers are, and what others sell is not its own.
  const till = await keyOf({ scopes: ['purchases:write', 'purchases:read'] })
  expect(await told(till)).not.toHaveProperty('last_purchase_on')
  const elsewhere = { type: 'MERCHANT', name: 'Other', code: 'OTHER' }
  const { body: place } = await shop.call('POST', 'organisations', elsewhere)
  const scopes = ['contacts:read', 'purchases:read']
  const other = await keyOf({ scopes, organisation: { id: place.id } })
  expect((await told(other)).last_purchase_on).toBeNull()
})
