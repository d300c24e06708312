import { afterAll, beforeAll, expect, vi } from 'vitest'
import { type FeedServer, openFeedServer } from '../feed-server.ts'
import { type Shop, tenPercent } from '../shop.ts'
import { stories } from './story.ts'

const story = stories({ webhooks: { networks: ['127.0.0.0/8'] } })

/** Whoever keeps the products, at one address in every telling. */
let feeds: FeedServer
beforeAll(async () => {
  feeds = await openFeedServer({ secure: true })
})
afterAll(() => feeds.close())

/** A process is looked at from outside the story, as how often is not the same in every telling. */
const completed = (shop: Shop, process: string) =>
  vi.waitFor(
    async () => {
      const { body } = await shop.call('GET', `synchronise_products/${process}`)
      expect(body.state).toBe('COMPLETED')
    },
    { timeout: 30_000, interval: 50 },
  )

story('product synchronisation: asked for, followed by its process id, and sold at once', async (scene) => {
  const { shop, till, speaker } = scene
  await shop.offer({
    ...tenPercent,
    conditions: [{ kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DRK' }] }],
  })
  const contact = await shop.shopper()
  const admin = await speaker(['products:read', 'products:write'])
  const asked = await admin.call('POST', 'synchronise_products', {
    products: [
      {
        sku: 'TEA',
        name: 'Green tea',
        family: { name: 'Drinks' },
        brand: { code: 'ALP' },
        price: { amount: '2.50' },
      },
      { sku: 'MUG', name: 'Mug', family: { code: 'WARE', name: 'Ware' } },
      { sku: 'BAD', name: 'Bad', tax_rate: '-1' },
    ],
    families: [{ code: 'DRK', name: 'Drinks' }],
    brands: [{ code: 'ALP', name: 'Alp' }],
  })
  expect([asked.status, asked.body]).toEqual([
    200,
    { id: asked.body.process_id, process_id: expect.any(String) },
  ])
  await completed(shop, asked.body.id)
  const { body: done } = await admin.call('GET', `synchronise_products/${asked.body.id}`)
  expect(done).toMatchObject({
    totals: { received: 5, created: 4, updated: 0, unchanged: 0, rejected: 1 },
    rejected: [{ index: 2, sku: 'BAD' }],
  })
  const { body: bought } = await till.call('POST', 'purchases', {
    reference_number: 'R-1',
    contact: { code: contact },
    organisation: { venue_tap: { code: 'V1' } },
    transaction_amounts: { total: 15 },
    products: [
      { sku: 'TEA', quantity: 4, total_amount: 10 },
      { sku: 'MUG', quantity: 1, total_amount: 5 },
    ],
  })
  expect(bought.rewards.award).toBe(1)
})

story(
  'products learnt from purchases appear with their source, and become the ones that were meant',
  async (scene) => {
    const { shop, till, speaker } = scene
    await shop.offer({
      ...tenPercent,
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DRK' }] }],
    })
    const contact = await shop.shopper()
    const admin = await speaker(['products:read', 'products:write'])
    const buy = async (reference_number: string) => {
      const { body } = await till.call('POST', 'purchases', {
        reference_number,
        contact: { code: contact },
        organisation: { venue_tap: { code: 'V1' } },
        transaction_amounts: { total: 10 },
        products: [{ sku: 'TILL-7', name: 'Tea, green', quantity: 1, total_amount: 10 }],
      })
      return body.rewards.award
    }
    expect(await buy('R-1')).toBe(0)
    const { body: learnt } = await admin.call('GET', 'products?source=PURCHASE')
    expect(learnt.content).toMatchObject([{ sku: 'TILL-7', name: 'Tea, green', source: 'PURCHASE' }])
    await admin.call('POST', 'products', {
      sku: 'TEA',
      name: 'Green tea',
      family: { code: 'DRK', name: 'Drinks' },
    })
    const { body: merged } = await admin.call('POST', 'products/TILL-7/merge', { into: 'TEA' })
    expect(merged).toMatchObject({ sku: 'TEA', source: 'MANUAL', merged_skus: ['TILL-7'] })
    expect(await buy('R-2')).toBe(1)
  },
)

story(
  'product synchronisation by a schedule: fetched from an address when it is time, and sold',
  async (scene) => {
    const { shop, till, server, speaker } = scene
    await shop.offer({
      ...tenPercent,
      conditions: [{ kind: 'PRODUCTS', products: [{ type: 'FAMILY', code: 'DRK' }] }],
    })
    const contact = await shop.shopper()
    const admin = await speaker(['products:configure', 'products:read', 'products:write'])
    const columns = { sku: 'Article', name: 'Text', 'family.code': 'Group', 'price.amount': 'Price' }
    const made = await admin.call('POST', 'product_feeds', {
      name: 'Back office',
      url: feeds.url,
      format: 'CSV',
      csv: { delimiter: ';', decimal_mark: ',', columns },
      schedule: '30 4 * * *',
      time_zone: 'Europe/Nicosia',
      header: { name: 'X-Key', value: 'open sesame' },
    })
    expect([made.status, made.body.next_run_on]).toEqual([200, Date.UTC(2026, 10, 24, 2, 30) / 1_000])
    const path = `product_feeds/${made.body.id}`

    feeds.answer = (response, { headers }) =>
      response
        .writeHead(headers['x-key'] === 'open sesame' ? 200 : 403)
        .end('Article;Text;Group;Price\r\nTEA;Green tea;DRK;2,50\r\nMUG;Mug;WARE;7\r\n')
    expect(await server.pullFeeds()).toBe(0)
    server.clock.now = new Date('2026-11-24T02:30:00Z')
    expect(await server.pullFeeds()).toBe(1)
    const { body: pulled } = await admin.call('GET', path)
    expect(pulled).toMatchObject({ last_run: { outcome: 'SYNCHRONISED', error: null }, failures: 0 })
    await completed(shop, pulled.process_id)
    const { body: done } = await admin.call('GET', `synchronise_products/${pulled.process_id}`)
    // The groups are made by their rows, and are none of the rows.
    expect(done.totals).toEqual({ received: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 })
    const { body: tea } = await admin.call('GET', 'products/TEA')
    expect(tea).toMatchObject({ name: 'Green tea', price: { amount: 2.5 }, source: 'FEED' })

    expect((await admin.call('PUT', path, { format: 'JSON' })).body).toMatchObject({ csv: null })
    feeds.answer = (response) =>
      response.writeHead(200).end(JSON.stringify({ products: [{ sku: 'MUG', family: { code: 'DRK' } }] }))
    expect((await admin.call('PUT', `${path}/actions`, { action: 'RUN' })).status).toBe(200)
    expect(await server.pullFeeds()).toBe(1)
    const { body: again } = await admin.call('GET', path)
    await completed(shop, again.process_id)
    const { body: bought } = await till.call('POST', 'purchases', {
      reference_number: 'R-1',
      contact: { code: contact },
      organisation: { venue_tap: { code: 'V1' } },
      transaction_amounts: { total: 20 },
      products: [
        { sku: 'TEA', quantity: 4, total_amount: 10 },
        { sku: 'MUG', quantity: 1, total_amount: 10 },
      ],
    })
    expect(bought.rewards.award).toBe(2)
    expect((await admin.call('DELETE', path)).body).toMatchObject({ state: 'DELETED', header: null })
  },
)
