import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, ask, startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop } from '../../test/shop.ts'
import { createApiKey } from '../access/index.ts'
import { readRevisions } from '../events/index.ts'
import { API_VERSION } from '../http/index.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { ensureDefaultPool, readPools } from './index.ts'

let server: TestServer
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
})
afterAll(() => server.stop())

const revisionOf = (business: TestBusiness) =>
  business.work(async ({ sql, actor }) => (await readRevisions(sql, [actor.tenant]))[0]?.configuration ?? 0n)

const errorsOf = ({ body }: Answer) =>
  body.field_errors.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`)

describe('a commerce pool', () => {
  test('is created with every restriction and reads back with names', async () => {
    const made = await shop.call('POST', 'commerce_pools', {
      code: 'BAKERY',
      name: 'Bakery hours',
      description: 'Mornings only',
      organisations: [{ code: 'CORNER' }, { id: shop.venue }],
      products: [
        { type: 'FAMILY', code: 'bakery' },
        { type: 'PRODUCT', code: 'BUN-1' },
      ],
      timings: [
        { day: 7, start_time: '08:00', end_time: '12:30' },
        { days: [2, 1, 2], month: 12 },
      ],
      validity: { count: 3, unit: 'MONTHS' },
    })
    expect(made).toMatchObject({
      status: 200,
      body: {
        code: 'BAKERY',
        name: 'Bakery hours',
        description: 'Mornings only',
        organisations: [
          { id: shop.merchant, code: 'CORNER', name: 'Corner', type: 'MERCHANT' },
          { id: shop.venue, code: 'MAIN', type: 'VENUE' },
        ],
        products: [
          { type: 'FAMILY', code: 'bakery' },
          { type: 'SKU', code: 'BUN-1' },
        ],
        timings: [
          { days: [7], start_time: '08:00', end_time: '12:30' },
          { days: [1, 2], months: [12] },
        ],
        validity: { count: 3, unit: 'MONTHS' },
      },
    })
    for (const id of [made.body.id, 'BAKERY']) {
      expect((await shop.call('GET', `commerce_pools/${id}`)).body).toEqual(made.body)
    }
  })

  test('that only has a name restricts nothing and gets a code', async () => {
    const { body } = await shop.call('POST', 'commerce_pools', { name: 'Anything' })
    expect(body).toMatchObject({
      description: null,
      organisations: [],
      products: [],
      timings: [],
      validity: null,
    })
    expect((await shop.call('GET', `commerce_pools/${body.code}`)).body.id).toBe(body.id)
  })

  test('comes as a form just as well', async () => {
    const form =
      'name=Form&timings[0][days][0]=1&timings[0][start_time]=22:00&validity[count]=2&validity[unit]=WEEKS'
    const { body } = await shop.call('POST', 'commerce_pools', form, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(body).toMatchObject({
      timings: [{ days: [1], start_time: '22:00' }],
      validity: { count: 2, unit: 'WEEKS' },
    })
  })

  test('is refused with every field that is wrong', async () => {
    const refused = await shop.call('POST', 'commerce_pools', {
      name: 'Wrong',
      organisations: [{}],
      products: [{ type: 'COLOUR', code: 'red' }],
      timings: [{ days: [8] }, { start_time: '25:00' }, { day: 1, days: [2] }, {}],
      validity: { count: 0, unit: 'DAYS' },
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error).toBe('CRM.EXCEPTIONS.INVALIDVALUEEXCEPTION')
    expect(errorsOf(refused).join('\n')).toMatchInlineSnapshot(`
      "organisations[0]: organisations[0] is an object; send the id or the code of one organisation
      products[0].type: products[0].type is "COLOUR"; one of SKU, FAMILY, BRAND, TYPE, PRODUCT is needed
      timings[0].days[0]: timings[0].days[0] is 8; a whole number from 1 to 7 is needed
      timings[1].start_time: timings[1].start_time is "25:00"; a time such as "08:30" is needed, at most "24:00"
      timings[2]: timings[2] is an object; send days or day, not both
      timings[3]: timings[3] is an object; at least one of days, months, start_time, end_time is needed
      validity.count: validity.count is 0; a whole number from 1 to 1200 is needed"
    `)
  })

  test('is refused for an organisation that nobody knows, and for a code that is in use', async () => {
    const unknown = await shop.call('POST', 'commerce_pools', {
      name: 'X',
      organisations: [{ code: 'NOWHERE' }],
    })
    expect(unknown.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION',
      parameters: ['organisation', 'NOWHERE'],
    })
    const taken = await shop.call('POST', 'commerce_pools', { name: 'X', code: 'BAKERY' })
    expect(taken.body).toMatchObject({
      error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION',
      parameters: ['code', 'BAKERY'],
    })
  })

  test('of another business is not found', async () => {
    const other = await server.business()
    expect((await other.call('GET', 'commerce_pools/BAKERY')).body.parameters).toEqual([
      'commerce_pool',
      'BAKERY',
    ])
    expect((await other.call('PUT', 'commerce_pools/BAKERY', { name: 'Mine' })).status).toBe(400)
  })

  test('is not changed by the key of one merchant', async () => {
    const { key } = await shop.work((work) =>
      createApiKey(work, {
        name: 'till',
        kind: 'SECRET',
        scopes: ['*'],
        organisation: idOf<OrganisationId>(shop.merchant),
        apiVersion: API_VERSION,
      }),
    )
    const refused = await ask(server.url, key, {
      method: 'PUT',
      path: 'commerce_pools/BAKERY',
      body: { name: 'Mine' },
    })
    expect(refused.status).toBe(403)
  })
})

describe('a change of a pool', () => {
  test('keeps what it leaves out, clears what is null or empty, and raises the revision', async () => {
    const before = await revisionOf(shop)
    const { body } = await shop.call('PUT', 'commerce_pools/BAKERY', {
      name: 'Bakery',
      organisations: [],
      timings: null,
    })
    expect(body).toMatchObject({
      code: 'BAKERY',
      name: 'Bakery',
      organisations: [],
      timings: [],
      products: [{ code: 'bakery' }, { code: 'BUN-1' }],
      validity: { count: 3, unit: 'MONTHS' },
    })
    expect(await revisionOf(shop)).toBe(before + 1n)
  })

  test('that changes nothing raises nothing', async () => {
    const before = await revisionOf(shop)
    expect(
      (await shop.call('PUT', 'commerce_pools/BAKERY', { name: 'Bakery', description: 'Mornings only' }))
        .status,
    ).toBe(200)
    expect(await revisionOf(shop)).toBe(before)
  })
})

test('the default pool is made once, and its money may be spent anywhere within one year', async () => {
  const own = await server.business()
  const first = await own.work(ensureDefaultPool)
  const again = await own.work(ensureDefaultPool)
  expect(again.id).toBe(first.id)
  const pools = await readPools(server.database.query, own.actor.tenant)
  expect([...pools.values()]).toMatchObject([
    { id: first.id, code: 'DEFAULT', terms: { validity: { count: 1, unit: 'YEARS' } } },
  ])
})

test('the list is searched by code and name, and counted when asked', async () => {
  const own = await server.business()
  for (const [code, name] of [
    ['ONE', 'First pool'],
    ['TWO', 'Second pool'],
  ]) {
    await own.call('POST', 'commerce_pools', { code, name })
  }
  const codes = async (query: string) =>
    (await own.call('GET', `commerce_pools${query}`)).body.content.map(({ code }: { code: string }) => code)
  expect(await codes('')).toEqual(['TWO', 'ONE'])
  expect(await codes('?code=ONE')).toEqual(['ONE'])
  expect(await codes('?search_value=second')).toEqual(['TWO'])
  const counted = await own.call('GET', 'commerce_pools?size=1&include_total=true')
  expect(counted.body.paging).toEqual({ page: 1, size: 1, total: 2, has_more: true })
})
