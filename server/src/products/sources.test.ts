import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer, type TestServer } from '../../test/harness.ts'
import { openShop, type Shop, tenPercent } from '../../test/shop.ts'
import { upsertProducts } from './index.ts'

let server: TestServer
let shop: Shop
beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
})
afterAll(() => server.stop())

const read = async (sku: string) => (await shop.call('GET', `products/${sku}`)).body
const skus = async (query: string) =>
  (await shop.call('GET', `products?order=ASC&${query}`)).body.content.map(({ sku }: { sku: string }) => sku)

const details = {
  description: 'A short one',
  categories: [{ name: 'Drinks' }, { name: 'Hot' }],
  classification: 'NON_TRACEABLE_PHYSICAL_GOOD',
  type_composition: 'FLAT',
  tax_rate: 5.5,
  price: { amount: 2.5, currency_code: 'EUR', tax_model: 'TAX_INCLUSIVE' },
  is_active: false,
}

describe('what is told of a product', () => {
  test('is kept and told again, sent as JSON or as a form', async () => {
    const json = await shop.call('POST', 'products', { sku: 'ESP', name: 'Espresso', ...details })
    expect(json).toMatchObject({ status: 200, body: { sku: 'ESP', ...details } })
    expect(await read('ESP')).toEqual(json.body)
    const form =
      'sku=ESP-F&name=Espresso&description=A+short+one&categories[0][name]=Drinks&categories[1][name]=Hot' +
      '&classification=NON_TRACEABLE_PHYSICAL_GOOD&type_composition=FLAT&tax_rate=5.50&price[amount]=2.50&is_active=false'
    const sent = await shop.call('POST', 'products', form, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    const { id: _, sku: __, ...told } = json.body
    expect(sent).toMatchObject({ status: 200, body: told })
  })

  test('is cleared by null and stays where it is left out', async () => {
    const { id, family, brand, type, name, created_on } = await read('ESP')
    await shop.call('PUT', 'products/ESP', { creatives: [{ url: 'https://pictures.example/esp.png' }] })
    expect((await read('ESP')).creatives).toMatchObject([{ url: 'https://pictures.example/esp.png' }])
    const cleared = await shop.call('PUT', 'products/ESP', {
      categories: null,
      classification: null,
      tax_rate: null,
      price: null,
      creatives: null,
    })
    expect(cleared.body).toEqual({
      ...{ id, sku: 'ESP', family, brand, type, name, created_on, source: 'MANUAL', earns: true },
      ...details,
      ...{
        categories: [],
        classification: null,
        tax_rate: null,
        price: null,
        creatives: [],
        merged_skus: [],
      },
    })
  })

  test('has its price in the currency of the business where it names none, exactly', async () => {
    const yen = await server.business({ currency: 'JPY' })
    const made = await yen.call('POST', 'products', { sku: 'Y', name: 'Y', price: { amount: '1500' } })
    expect(made.body.price).toEqual({ amount: 1500, currency_code: 'JPY', tax_model: 'TAX_INCLUSIVE' })
  })

  test.each`
    body                                                    | path                     | why
    ${{ price: { amount: 2.555 } }}                         | ${'price.amount'}        | ${'price.amount is 2.555; at most 2 decimals are taken'}
    ${{ price: { amount: '-1' } }}                          | ${'price.amount'}        | ${'price.amount is -1; it must not be negative'}
    ${{ price: { amount: 1, currency_code: 'XYW' } }}       | ${'price.currency_code'} | ${'ISO 4217'}
    ${{ tax_rate: 101 }}                                    | ${'tax_rate'}            | ${'tax_rate is 101; it must be from 0 to 100'}
    ${{ tax_rate: 5.00001 }}                                | ${'tax_rate'}            | ${'at most 4 decimals are taken'}
    ${{ classification: 'FOOD' }}                           | ${'classification'}      | ${'TERMED_SERVICE'}
    ${{ categories: Array(51).fill({ name: 'Category' }) }} | ${'categories'}          | ${'at most 50 categories are taken'}
  `('is refused with what is needed: $why', async ({ body, path, why }) => {
    const refused = await shop.call('POST', 'products', { sku: 'BAD', name: 'Bad', ...body })
    expect(refused.status).toBe(400)
    expect(refused.body.field_errors).toMatchObject([{ path }])
    expect(refused.body.detail).toContain(why)
  })
})

describe('a product has the source of what is known of it', () => {
  test('learnt from a purchase, with its family, brand and type, until somebody tells more', async () => {
    const line = {
      sku: 'TEA',
      name: 'Tea',
      product_family: { code: 'DRK', name: 'Drinks' },
      product_type: { name: 'Food' },
      brand: { name: 'Alp' },
      total_amount: 10,
    }
    expect((await shop.buy({ products: [line] })).status).toBe(200)
    expect(await read('TEA')).toMatchObject({
      source: 'PURCHASE',
      family: { code: 'DRK', name: 'Drinks' },
      type: { code: 'Food' },
      brand: { code: 'Alp' },
    })
    const groups = await shop.call('GET', 'product_groups?source=PURCHASE&order=ASC&include_total=true')
    expect(groups.body.content.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'BRAND',
      'FAMILY',
      'TYPE',
    ])
    expect(await skus('source=PURCHASE')).toEqual(['TEA'])
    await shop.call('PUT', 'products/TEA', { description: 'Green' })
    await shop.call('PUT', 'product_groups/DRK', { name: 'Hot drinks' })
    expect(await read('TEA')).toMatchObject({ source: 'MANUAL', family: { code: 'DRK', name: 'Hot drinks' } })
    expect((await shop.call('GET', 'product_groups?code=DRK')).body.content[0].source).toBe('MANUAL')
    expect(await skus('source=PURCHASE')).toEqual([])
  })

  test('sent in bulk takes over what a till taught, and of the rest only what it tells anew', async () => {
    await shop.buy({ products: [{ sku: 'S1', name: 'One', total_amount: 10 }] })
    await shop.call('POST', 'products', { sku: 'S2', name: 'Two' })
    await shop.call('POST', 'products', { sku: 'S3', name: 'Three' })
    const rows = [
      { sku: 'S1', name: 'One' },
      { sku: 'S2', name: 'Two' },
      { sku: 'S3', name: 'Third' },
      { sku: 'S4' },
    ]
    const sync = () => shop.work((work) => upsertProducts(work, rows, 'SYNC'))
    expect(await sync()).toEqual({ created: 1, updated: 2, unchanged: 1 })
    expect(await skus('source=SYNC')).toEqual(['S1', 'S3', 'S4'])
    expect(await read('S4')).toMatchObject({ name: 'S4', source: 'SYNC' })
    expect(await sync()).toEqual({ created: 0, updated: 0, unchanged: 4 })
  })
})

test('an offer on a type applies to the purchase that teaches a product of it', async () => {
  await shop.offer({
    ...tenPercent,
    code: 'TYPES',
    conditions: [{ kind: 'PRODUCTS', products: [{ type: 'TYPE', code: 'Fruit' }] }],
  })
  const contact = await shop.shopper()
  const products = [{ sku: 'PEAR', product_type: { code: 'Fruit' }, total_amount: 10 }]
  expect((await shop.buy({ contact, products })).body.rewards.award).toBe(1)
})

test('purchases and bulk rows that name the same new products and groups at once never refuse each other', async () => {
  const own = await openShop(server)
  const contacts = await Promise.all([1, 2, 3, 4].map(() => own.shopper()))
  const skusOf = (round: number) => Array.from({ length: 40 }, (_, index) => `R${round}-${index}`)
  for (const round of [1, 2, 3, 4, 5]) {
    const rows = skusOf(round).map((sku, index) => ({
      sku,
      name: sku,
      family: { code: `F${round}-${index % 7}` },
    }))
    const bought = skusOf(round)
      .reverse()
      .map((sku, index) => {
        const family = { code: `F${round}-${39 - index - 7 * Math.floor((39 - index) / 7)}` }
        const products = [{ sku, product_family: family, total_amount: 10 }]
        return own.buy({ contact: contacts[index % 4] ?? '', products })
      })
    const [answers] = await Promise.all([
      Promise.all(bought),
      own.work((work) => upsertProducts(work, rows, 'SYNC')),
      own.work((work) => upsertProducts(work, rows.toReversed(), 'FEED')),
    ])
    expect(answers.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([])
  }
  const { body } = await own.call('GET', 'products?include_total=true&size=100')
  expect(body.paging.total).toBe(200)
  expect(
    body.content.every(({ family }: { family: { code: string } | null }) => family?.code.startsWith('F')),
  ).toBe(true)
  expect((await own.call('GET', 'product_groups?include_total=true')).body.paging.total).toBe(35)
  expect(await own.verify()).toEqual([])
})
