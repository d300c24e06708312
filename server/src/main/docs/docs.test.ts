import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, startServer, type TestBusiness, type TestServer } from '../../../test/harness.ts'
import { openApi, slugOf } from '../../http/index.ts'
import { readHouseholds, readStores } from '../demo/fixture.ts'
import { catalogueOf } from './catalogue.ts'
import { hasCure } from './cures.ts'
import { declaredEndpoints } from './declared.ts'
import { readDocument } from './document.ts'
import { html } from './html.ts'
import { docsRoutes } from './index.ts'
import { requestOf } from './requests.ts'

const endpoints = declaredEndpoints()
const { operations } = readDocument(openApi(endpoints))
const app = Fastify()
docsRoutes(app, endpoints)

async function page(url: string, headers: Record<string, string> = {}) {
  return app.inject({ url, headers })
}

describe('the pages', () => {
  test('show every operation with its path, and link to nothing that is not there', async () => {
    const pages = { '/docs': (await page('/docs')).body, '/docs/errors': (await page('/docs/errors')).body }
    for (const { name, scopes } of operations) {
      expect(pages['/docs']).toContain(`<article class="split" id="${name}"`)
      for (const scope of scopes) expect(pages['/docs']).toContain(`<code>${scope}</code>`)
    }
    const broken = Object.entries(pages).flatMap(([url, text]) =>
      linksOf(text).filter((link) => {
        const [to, anchor] = link.split('#')
        const target = Object.entries(pages).find(([known]) => known === (to === '' ? url : to))?.[1]
        return anchor !== undefined && !target?.includes(` id="${anchor}"`)
      }),
    )
    expect(broken).toEqual([])
  })

  test.each(['/docs', '/docs/', '/docs/errors', '/docs/docs.css'])(
    '%s asks nothing of anybody else',
    async (url) => {
      const { body, headers, statusCode } = await page(url)
      expect(statusCode).toBe(200)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(body).not.toMatch(
        /(?:src|href)="(?:https?:)?\/\/|url\(|@import|<script|<style| style="| on\w+="/,
      )
    },
  )

  test('have no id twice', async () => {
    for (const url of ['/docs', '/docs/errors']) {
      const ids = [...(await page(url)).body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    }
  })

  test('are not sent again when nothing has changed', async () => {
    const { headers } = await page('/docs')
    const again = await page('/docs', { 'if-none-match': String(headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  test('list every refusal under the anchor that doc_url names', async () => {
    const { body } = await page('/docs/errors')
    for (const kind of catalogueOf(endpoints)) {
      expect(body).toContain(`<article class="split" id="${slugOf(kind)}"`)
      expect(body).toContain(kind.error.split('.').at(-1))
    }
  })

  test('say of every refusal what it means and what to do', () => {
    // One that is missing: write a line for it in cures.ts.
    expect(catalogueOf(endpoints).filter((kind) => !hasCure(kind))).toEqual([])
  })

  test('/openapi.json is the document', async () => {
    expect((await page('/openapi.json')).json()).toEqual(openApi(endpoints))
  })
})

test('text of a declaration cannot become markup', () => {
  expect(html`<p title="${'"><script>'}">${"<b> & 'x'"}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; &#39;x&#39;</p>',
  )
})

describe('the example of', () => {
  test.each(operations)('$name is what its endpoint takes', (operation) => {
    const { params, query, body } = endpoints.find(({ name }) => name === operation.name) ?? {}
    const request = requestOf(operation)
    expect(params?.safeParse(request.path).error).toBeUndefined()
    expect(query?.safeParse(request.query).error).toBeUndefined()
    expect(body?.safeParse(request.body).error).toBeUndefined()
  })
})

test('the merchant, the venue and the contact of the examples are in the demo business', async () => {
  expect(await readStores()).toContainEqual(
    expect.objectContaining({ store: '400', merchant: 'Large Stores' }),
  )
  expect(await readHouseholds()).toContainEqual(expect.objectContaining({ household: '6' }))
})

describe('the examples, pasted in the order of a first day,', () => {
  let server: TestServer
  let shop: TestBusiness
  beforeAll(async () => {
    server = await startServer()
    shop = await server.business()
    const merchant = { type: 'MERCHANT', name: 'Large Stores', code: 'LARGE-STORES', taps: [{ code: '102' }] }
    const store = { type: 'VENUE', name: 'Store 400', code: 'STORE-400', taps: [{ code: '400' }] }
    await shop.call('POST', 'organisations', merchant)
    await shop.call('POST', 'organisations', { ...store, parent: { code: 'LARGE-STORES' } })
    await shop.call('POST', 'contacts', { loyalty_identifiers: [{ identifier: '6' }] })
    await shop.call('POST', 'commerce_pools', { name: 'Small Stores only', code: 'SMALL-STORES' })
  })
  afterAll(() => server.stop())

  test.each([
    'createOrganisation',
    'createProduct',
    'createCommercePool',
    'createRewardOffer',
    'createContact',
    'createApiKey',
    'listContacts',
    'submitPurchaseV1',
    'submitPurchase',
    'getPurchase',
    'listPurchases',
    'getPurchaseRewards',
    'listPurchaseEntries',
    'explainPurchase',
    'adHocReturn',
    'cancelPurchase',
    'createOrderCatalogue',
    'updateOrderCatalogue',
    'createOrderCategory',
    'updateOrderCategory',
    'listOrderCategories',
    'listOrderCatalogueProducts',
    'getOrderCatalogueProduct',
    'estimateOrderFulfillment',
    'estimateOrder',
    'placeOrder',
    'listOrders',
    'getOrder',
    'createOrderStage',
    'updateOrder',
    'actOnOrder',
    'listOrderCancellationReasons',
    'createOrderCancellationReason',
    'updateOrderCancellationReason',
    'updateOrderStage',
    'updateRewardOffer',
    'updateCommercePool',
    'updateProduct',
    'createProductGroup',
    'updateProductGroup',
    'updateOrganisation',
    'listProducts',
  ])('%s', async (name) => {
    const operation = operations.find((each) => each.name === name)
    if (!operation) throw new Error(`${name} is not an operation`)
    const { path, query, body } = requestOf(operation)
    const address = operation.path.replace(/\{(\w+)\}/g, (_, parameter: string) => path[parameter] ?? '')
    const search = Object.entries(query).map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`)
    const answer = await ask(server.url, shop.key, {
      method: operation.method,
      path: `${address}?${search.join('&')}`,
      body,
    })
    expect(answer.text).not.toContain('"error"')
    expect(answer.status).toBe(operation.reply.status)
  })
})

function linksOf(text: string): string[] {
  return [...text.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '')
}
