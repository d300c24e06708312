import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startServer, type TestBusiness, type TestServer } from '../../test/harness.ts'
import { readRevisions } from '../events/index.ts'
import { applyGroups, findProducts, upsertProducts } from './index.ts'

let server: TestServer
let shop: TestBusiness

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

beforeEach(async () => {
  shop = await server.business()
  await shop.work((work) =>
    upsertProducts(work, [
      { sku: 'TIP', name: 'Tip', family: { code: 'EXTRA', name: 'Extras' }, type: { code: 'SERVICE' } },
      { sku: 'BAG', name: 'Bag', family: { code: 'EXTRA', name: 'Extras' }, brand: { code: 'HOUSE' } },
      { sku: 'MUG', name: 'Mug', brand: { code: 'HOUSE' }, type: { code: 'HOUSE' } },
    ]),
  )
})

const groups = async (query = '') => (await shop.call('GET', `product_groups${query}`)).body.content

const idOf = async (kind: string, code: string): Promise<string> =>
  (await groups(`?kind=${kind}&code=${code}`))[0].id

const revision = () =>
  shop.work(async ({ sql, actor }) => (await readRevisions(sql, [actor.tenant]))[0]?.products ?? 0n)

/** The SKUs that earn, as purchases look them up. */
const earning = () =>
  shop.work(async ({ sql, actor: { tenant } }) => {
    const found = await findProducts(
      sql,
      ['BAG', 'MUG', 'TIP'].map((sku) => ({ tenant, sku })),
    )
    const skus = found.filter(({ product }) => product.earns).map(({ product }) => product.sku)
    return skus.sort().join(' ')
  })

describe('the list of groups', () => {
  test('shows what each is, and that it earns', async () => {
    expect(await groups('?kind=FAMILY')).toEqual([
      {
        id: expect.any(String),
        kind: 'FAMILY',
        code: 'EXTRA',
        name: 'Extras',
        source: 'MANUAL',
        earns: true,
        created_on: Math.floor(server.clock.now.getTime() / 1_000),
      },
    ])
  })

  test.each`
    query                         | found
    ${'?order=ASC'}               | ${'FAMILY EXTRA, TYPE SERVICE, BRAND HOUSE, TYPE HOUSE'}
    ${'?order=ASC&kind=TYPE'}     | ${'TYPE SERVICE, TYPE HOUSE'}
    ${'?order=ASC&code=HOUSE'}    | ${'BRAND HOUSE, TYPE HOUSE'}
    ${'?kind=BRAND&code=HOUSE'}   | ${'BRAND HOUSE'}
    ${'?kind=BRAND&code=EXTRA'}   | ${''}
    ${'?earns=false'}             | ${'FAMILY EXTRA'}
    ${'?order=ASC&size=1&page=2'} | ${'TYPE SERVICE'}
  `('asked with $query has $found', async ({ query, found }) => {
    await shop.call('PUT', 'product_groups/EXTRA', { earns: false })
    const listed = await groups(query)
    expect(listed.map(({ kind, code }: { kind: string; code: string }) => `${kind} ${code}`).join(', ')).toBe(
      found,
    )
  })

  test('counts when asked, and has nothing of another business', async () => {
    const counted = await shop.call('GET', 'product_groups?size=3&include_total=true')
    expect(counted.body.paging).toEqual({ page: 1, size: 3, total: 4, has_more: true })
    const other = await server.business()
    expect((await other.call('GET', 'product_groups')).body.content).toEqual([])
  })
})

describe('a change of a group', () => {
  test('that stops it from earning stops all its products and no others, and tells processes that hold them', async () => {
    expect(await earning()).toBe('BAG MUG TIP')
    const before = await revision()
    const stopped = await shop.call('PUT', 'product_groups/EXTRA', { earns: false })
    expect(stopped).toMatchObject({
      status: 200,
      body: { kind: 'FAMILY', code: 'EXTRA', name: 'Extras', earns: false },
    })
    expect(await earning()).toBe('MUG')
    expect(await revision()).toBe(before + 1n)
    expect((await shop.call('GET', 'products/TIP')).body).toMatchObject({
      earns: true,
      family: { code: 'EXTRA', earns: false },
      type: { code: 'SERVICE', earns: true },
    })
  })

  test.each`
    kind        | code         | left
    ${'FAMILY'} | ${'EXTRA'}   | ${'MUG'}
    ${'BRAND'}  | ${'HOUSE'}   | ${'TIP'}
    ${'TYPE'}   | ${'SERVICE'} | ${'BAG MUG'}
  `('of kind $kind leaves $left to earn', async ({ kind, code, left }) => {
    await shop.call('PUT', `product_groups/${await idOf(kind, code)}`, { earns: false })
    expect(await earning()).toBe(left)
  })

  test('does not make a product earn that does not itself', async () => {
    await shop.call('PUT', 'products/TIP', { earns: false })
    await shop.call('PUT', 'product_groups/EXTRA', { earns: false })
    await shop.call('PUT', 'product_groups/EXTRA', { earns: true })
    expect(await earning()).toBe('BAG MUG')
  })

  test('renames it and keeps what it leaves out', async () => {
    await shop.call('PUT', 'product_groups/EXTRA', { earns: false })
    const renamed = await shop.call('PUT', 'product_groups/EXTRA', { name: 'Not goods' })
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Not goods', earns: false } })
    expect(await groups('?kind=FAMILY')).toEqual([renamed.body])
  })

  test('that changes nothing leaves processes in peace', async () => {
    await shop.call('PUT', 'product_groups/EXTRA', { earns: false })
    const before = await revision()
    for (const change of [{ earns: false }, { name: 'Extras' }, {}]) {
      expect((await shop.call('PUT', 'product_groups/EXTRA', change)).status).toBe(200)
    }
    expect(await revision()).toBe(before)
  })

  test('is refused by a code that two kinds of group have, and done by the id', async () => {
    const refused = await shop.call('PUT', 'product_groups/HOUSE', { earns: false })
    expect(refused).toMatchObject({
      status: 400,
      body: {
        error: 'CRM.EXCEPTIONS.MORETHANONEENTITYEXISTSEXCEPTION',
        parameters: ['product_group', 'HOUSE'],
        detail: '"HOUSE" is the code of a brand and a type; send the id, or the kind.',
      },
    })
    const done = await shop.call('PUT', `product_groups/${await idOf('TYPE', 'HOUSE')}`, { earns: false })
    expect(done).toMatchObject({ status: 200, body: { kind: 'TYPE', earns: false } })
    const byKind = await shop.call('PUT', 'product_groups/HOUSE?kind=BRAND', { name: 'House brand' })
    expect(byKind).toMatchObject({ status: 200, body: { kind: 'BRAND', name: 'House brand', earns: true } })
    const ofNone = await shop.call('PUT', 'product_groups/HOUSE?kind=FAMILY', { earns: false })
    expect(ofNone.body.parameters).toEqual(['product_group', 'HOUSE'])
  })

  test('of another business is not found', async () => {
    const other = await server.business()
    for (const id of ['EXTRA', await idOf('FAMILY', 'EXTRA')]) {
      const answer = await other.call('PUT', `product_groups/${id}`, { earns: false })
      expect(answer).toMatchObject({
        status: 400,
        body: { error: 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION', parameters: ['product_group', id] },
      })
    }
    expect(await earning()).toBe('BAG MUG TIP')
  })
})

describe('a group that is entered', () => {
  test('is there before any product names it, and keeps those that do from earning', async () => {
    const group = { kind: 'FAMILY', code: 'GIFT-CARDS', name: 'Gift cards', earns: false }
    const made = await shop.call('POST', 'product_groups', group)
    expect(made).toMatchObject({ status: 200, body: { ...group, source: 'MANUAL' } })
    await shop.work((work) =>
      upsertProducts(work, [{ sku: 'BAG', name: 'Bag', family: { code: 'GIFT-CARDS' } }]),
    )
    expect(await earning()).toBe('MUG TIP')
  })

  test('is called by its code, earns, and stands beside one of another kind', async () => {
    const made = await shop.call('POST', 'product_groups', { kind: 'BRAND', code: 'EXTRA' })
    expect(made).toMatchObject({ status: 200, body: { kind: 'BRAND', name: 'EXTRA', earns: true } })
    expect(await groups('?code=EXTRA')).toHaveLength(2)
  })

  test('is refused where somebody has entered it, and taken over where only a till has told of it', async () => {
    const again = await shop.call('POST', 'product_groups', { kind: 'FAMILY', code: 'EXTRA' })
    expect(again).toMatchObject({
      status: 400,
      body: { error: 'CRM.EXCEPTIONS.ALREADYEXISTSEXCEPTION', parameters: ['code', 'EXTRA'] },
    })
    await shop.work((work) => applyGroups(work, [{ kind: 'FAMILY', code: 'SOLD' }], 'PURCHASE'))
    const id = await idOf('FAMILY', 'SOLD')
    const taken = await shop.call('POST', 'product_groups', { kind: 'FAMILY', code: 'SOLD', name: 'Sold' })
    expect(taken).toMatchObject({ status: 200, body: { id, name: 'Sold', source: 'MANUAL' } })
  })
})
