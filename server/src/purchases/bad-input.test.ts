import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  await shop.offer(tenPercent)
})
afterAll(() => server.stop())

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const good = '"organisation":{"venue_tap":{"code":"V1"}}'
const lines = (count: number) => Array.from({ length: count }, () => ({ sku: 'A', total_amount: 1 }))

/** Every row is refused with 400, names the field, and nothing of it is kept. */
describe('a body that cannot be accepted is refused, naming the field', () => {
  test.each<[string, string, string, object?]>([
    ['a wrong type', `{${good},"transaction_amounts":{"total":true}}`, 'transaction_amounts.total'],
    ['a text for a number', `{${good},"transaction_amounts":{"total":"ten"}}`, 'transaction_amounts.total'],
    ['a missing total', `{${good},"transaction_amounts":{}}`, 'transaction_amounts.total'],
    [
      'three decimals of euro',
      `{${good},"transaction_amounts":{"total":1.005}}`,
      'transaction_amounts.total',
    ],
    [
      'more digits than a double holds',
      `{${good},"transaction_amounts":{"total":0.10000000000000000555}}`,
      'transaction_amounts.total',
    ],
    ['an exponent', `{${good},"transaction_amounts":{"total":1e309}}`, 'transaction_amounts.total'],
    ['a small exponent', `{${good},"transaction_amounts":{"total":1e2}}`, 'transaction_amounts.total'],
    [
      'a number too large',
      `{${good},"transaction_amounts":{"total":9007199254740993}}`,
      'transaction_amounts.total',
    ],
    ['a negative total', `{${good},"transaction_amounts":{"total":-1}}`, 'transaction_amounts.total'],
    ['an unknown field', `{${good},"transaction_amounts":{"total":1},"produkts":[]}`, 'produkts'],
    [
      'an unknown field deep inside',
      `{${good},"transaction_amounts":{"total":1,"totl":1}}`,
      'transaction_amounts.totl',
    ],
    [
      'a foreign currency',
      `{${good},"transaction_amounts":{"total":1},"currency_code":"USD"}`,
      'currency_code',
    ],
    [
      'a currency that is none',
      `{${good},"transaction_amounts":{"total":1},"currency_code":"EURO"}`,
      'currency_code',
    ],
    [
      'lines that do not sum up',
      `{${good},"transaction_amounts":{"total":3},"products":[{"sku":"A","total_amount":1}]}`,
      'transaction_amounts.total',
    ],
    [
      '501 lines',
      JSON.stringify({
        organisation: { venue_tap: { code: 'V1' } },
        transaction_amounts: { total: 501 },
        products: lines(501),
      }),
      'products',
    ],
    [
      'a line without a product',
      `{${good},"transaction_amounts":{"total":1},"products":[{"total_amount":1}]}`,
      'products[0].sku',
    ],
    ['a date long past', `{${good},"transaction_amounts":{"total":1},"date":1000000000}`, 'date'],
    ['a date ahead', `{${good},"transaction_amounts":{"total":1},"date":4000000000}`, 'date'],
    ['no place', '{"transaction_amounts":{"total":1}}', 'organisation'],
    [
      'two identifications',
      `{${good},"transaction_amounts":{"total":1},"contact":{"code":"a","phone":"1"}}`,
      'contact',
    ],
    [
      'a spend of nothing',
      `{${good},"transaction_amounts":{"total":1},"contact":{"code":"a"},"spend_request":{"amount":0}}`,
      'spend_request.amount',
    ],
    ['no JSON', '{"transaction_amounts":', 'body'],
    ['a list', '[]', ''],
    ['10 MB', `{"notes":"${'x'.repeat(10_000_000)}"}`, 'body'],
    ['objects too deep', `{"metadata":${'{"a":'.repeat(20)}1${'}'.repeat(20)}}`, 'body'],
    [
      'a reach for the prototype',
      `{${good},"transaction_amounts":{"total":1},"__proto__":{"admin":true}}`,
      'body',
    ],
    ['broken form nesting', 'transaction_amounts[total=1', 'transaction_amounts[total', form],
    [
      'a form list without positions',
      'transaction_amounts[total]=1&products[][sku]=A',
      'products[][sku]',
      form,
    ],
    ['a form list with gaps', 'transaction_amounts[total]=1&products[5][sku]=A', 'products', form],
    [
      'a form field twice',
      'transaction_amounts[total]=1&transaction_amounts[total]=2',
      'transaction_amounts[total]',
      form,
    ],
    ['a body of another kind', 'total,1', 'Content-Type', { 'content-type': 'text/csv' }],
  ])('%s', async (_, body, path, headers = {}) => {
    const before = (await shop.call('GET', 'purchases?include_total=true')).body.paging.total
    const answer = await shop.call('POST', 'purchases', body, { ...headers })
    expect(answer.status).toBe(400)
    expect(answer.body.field_errors.map((each: { path: string }) => each.path)).toContain(path)
    expect(answer.body.instance).toBe(answer.headers['request-id'])
    expect((await shop.call('GET', 'purchases?include_total=true')).body.paging.total).toBe(before)
  })
})

test.each([
  [
    'a hundred and twenty filters',
    Array.from({ length: 120 }, (_, index) => `a${index}=1`).join('&'),
    'query',
  ],
  ['an unknown filter', 'statee=POSTED', 'statee'],
  ['a page that is none', 'page=x', 'page'],
  ['a page size over the limit', 'size=101', 'size'],
  ['a state that is none', 'state=OPEN', 'state'],
])('a list with %s is refused, not answered unfiltered', async (_, query, path) => {
  const { status, body } = await shop.call('GET', `purchases?${query}`)
  expect([status, body.field_errors[0].path]).toEqual([400, path])
})

test.each(['abc', '01a00000-0000-7000-8000-000000000000'])(
  'purchases of the unknown contact %s are not found',
  async (id) => {
    const { status, body } = await shop.call('GET', `purchases?contact_id=${id}`)
    expect([status, body.error, body.parameters]).toEqual([
      400,
      'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      ['contact', id],
    ])
  },
)

test('goods of a negative quantity that cost something are refused', async () => {
  const { status, body } = await shop.buy({
    total: 1,
    products: [{ sku: 'A', quantity: -1, total_amount: 1 }],
  })
  expect([status, body.field_errors[0].path]).toEqual([400, 'products[0].quantity'])
})

describe('who may ask', () => {
  test('without a key the answer says which headers carry one', async () => {
    const answer = await fetch(`${server.url}/backoffice/v2/purchases`)
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('X-API-Key')
  })

  test.each([
    ['api_key', ''],
    ['x-api-key', ''],
    ['authorization', 'Bearer '],
  ])('the key is taken from %s', async (header, prefix) => {
    const answer = await fetch(`${server.url}/backoffice/v2/purchases`, {
      headers: { [header]: prefix + shop.key },
    })
    expect(answer.status).toBe(200)
  })

  test("another business's purchase is the same not-found", async () => {
    const { body } = await shop.buy({ total: 1 })
    const other = await openShop(server)
    const foreign = await other.call('GET', `purchases/${body.id}`)
    const unknown = await other.call('GET', 'purchases/01a00000-0000-7000-8000-000000000000')
    expect([foreign.status, foreign.body.error]).toEqual([unknown.status, unknown.body.error])
    // Like one that has not arrived yet: kept for a purchase of the caller's own, which this is not.
    const voided = await other.call('POST', `purchases/${body.id}/cancel`)
    expect([voided.status, voided.body.state]).toEqual([200, 'AWAITING_PURCHASE'])
    expect((await shop.call('GET', `purchases/${body.id}`)).body.state).toBe('POSTED')
  })
})

test('amounts are exact: a cent on a total of 9,999,999,999,999.99 is not lost', async () => {
  const { body } = await shop.buy({ total: '9999999999999.99' })
  expect(body.transaction_amounts.total).toBe(9_999_999_999_999.99)
  expect(body.receipt.qr.endsWith(';999999999999999')).toBe(true)
})

test('an address that is not well encoded is refused with the error body and a request id', async () => {
  for (const path of ['purchases/%zz', 'purchases/%ff', 'purchases/%ED%A0%80/rewards']) {
    const { status, body, headers } = await shop.call('GET', path)
    expect([status, body.field_errors[0].path, body.instance]).toEqual([400, 'path', headers['request-id']])
  }
})
