import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRuleBook } from '../src/engine/index.ts'
import { openBrowser } from './browser.ts'
import { startServer, type TestServer } from './harness.ts'
import { readVectors } from './read-vectors.ts'
import { openShop, type Shop } from './shop.ts'

// The server, a browser and plain Node give the same bytes: see docs/decisions/0008.

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

let server: TestServer
let shop: Shop
let browser: Browser
let page: Page
/** What the page asked of anybody else. */
const elsewhere: string[] = []

beforeAll(async () => {
  server = await startServer()
  shop = await openShop(server)
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) elsewhere.push(request.url())
  })
  await page.addInitScript(`
    globalThis.forbidden = []
    addEventListener('securitypolicyviolation', (event) => forbidden.push(event.violatedDirective))
  `)
  await page.goto(server.url)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
})

interface Question {
  readonly book: unknown
  readonly facts: unknown
}

/** Given as text: what runs in the page must not be changed on its way there. */
function answersOfBrowser(questions: readonly Question[]): Promise<string[]> {
  const run = `async (questions) => {
    const { openRuleBook } = await import('/engine.js')
    return questions.map(({ book, facts }) => openRuleBook(book).evaluate(facts))
  }`
  return page.evaluate<string[]>(`(${run})(${JSON.stringify(questions)})`)
}

describe('in Chromium', () => {
  test('every vector has the bytes that it has in Node', async () => {
    const vectors = [...readVectors().values()].flatMap((file) => file.vectors)
    const texts = await answersOfBrowser(vectors.map(({ book, facts }) => ({ book, facts })))
    const others = vectors.filter(({ book, facts, expected }, index) => {
      const text = openRuleBook(book).evaluate(facts)
      return texts[index] !== text || text !== JSON.stringify(expected)
    })
    expect(others.map(({ name }) => name)).toEqual([])
    expect(texts).toHaveLength(vectors.length)
  })

  test('the engine asks nothing of anybody else, and nothing that the policy of the page forbids', async () => {
    // As a page loads it: what a test evaluates there is under no policy.
    await page.addScriptTag({ url: '/engine.js', type: 'module' })
    await page.waitForTimeout(200)
    expect(await page.evaluate('forbidden')).toEqual([])
    expect(elsewhere).toEqual([])
  })

  test('a rule book that cannot be is refused there as well', async () => {
    await expect(answersOfBrowser([{ book: {}, facts: {} }])).rejects.toThrow('business_zone')
  })
})

describe('at the endpoint', () => {
  test('every vector has the bytes that it has in Node', async () => {
    const others: string[] = []
    const vectors = [...readVectors().values()].flatMap((file) => file.vectors)
    for (const { name, book, facts, expected } of vectors) {
      const body = { book: JSON.stringify(book), facts }
      const { text } = await shop.call('POST', 'reward_offers/evaluate', body)
      if (text !== JSON.stringify(expected)) others.push(`${name}: ${text}`)
    }
    expect(others.slice(0, 3)).toEqual([])
    expect(vectors.length).toBeGreaterThanOrEqual(80)
  })

  test.each`
    book                                                                             | path
    ${'{'}                                                                           | ${'book'}
    ${'{}'}                                                                          | ${'book.business_zone'}
    ${'{"business":"x","business_zone":"UTC","currency":"EUR","offers":[{"id":1}]}'} | ${'book.offers[0].terms'}
  `('the rule book $book is refused at $path', async ({ book, path }) => {
    const facts = readVectors().get('bundles.json')?.vectors[0]?.facts
    const { status, body } = await shop.call('POST', 'reward_offers/evaluate', { book, facts })
    expect(status).toBe(400)
    expect(body.field_errors.map((each: { path: string }) => each.path)).toContain(path)
  })
})

describe('/engine.js', () => {
  test('is served as a module that is asked for each time', async () => {
    const response = await fetch(`${server.url}/engine.js`)
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  test('holds the engine, what it needs of kit, zod and nothing else, in one file of at most 180 kB', async () => {
    const [made] = [
      await build({
        configFile: 'web/engine.config.ts',
        root: 'web',
        logLevel: 'error',
        build: { write: false },
      }),
    ].flat()
    const files = made && 'output' in made ? made.output : []
    const [file, ...others] = files
    expect(others).toEqual([])
    if (file?.type !== 'chunk') throw new Error('nothing was built')
    expect([file.fileName, file.imports, file.dynamicImports]).toEqual(['engine.js', [], []])
    expect(file.code.length).toBeLessThan(180_000)
    const parts = file.moduleIds.map((id) => path.relative(ROOT, id).replaceAll(path.sep, '/'))
    const known = /^(server\/src\/(engine|kit)\/|node_modules\/zod\/|\.\.\/|\0)/
    expect(parts.filter((part) => !known.test(part))).toEqual([])
    expect(file.code).not.toMatch(/node:|\bprocess\.|\bBuffer\b|require\(/)
  })
})

const conditions = (kind: string, rest: object) => [{ kind, ...rest }]
const dairy = { type: 'FAMILY', code: 'dairy' }

/** Offers of many kinds that meet in one basket. */
const OFFERS: readonly object[] = [
  {
    award: { kind: 'PERCENTAGE', rate: 7.5, cap: 3 },
    limits: { per_contact: { amount: 4, period: 'MONTH' } },
  },
  {
    award: {
      kind: 'STEPS',
      steps: [
        { from: 0, amount: 0.2 },
        { from: 20, rate: 5 },
      ],
    },
    conditions: conditions('TIMINGS', { timings: [{ days: [2], start_time: '15:00', end_time: '17:00' }] }),
  },
  {
    award: { kind: 'PRODUCT', for_every: 3 },
    redeem_method: 'INSTANT',
    conditions: conditions('PRODUCTS', { products: [dairy] }),
  },
  { award: { kind: 'FIXED', amount: 1 }, on_top: true, progress: { of: 'VISITS', target: 2 } },
  {
    award: { kind: 'PER_AMOUNT', amount: 0.05, every: 1 },
    exclusive_group: 'bread',
    conditions: conditions('PRODUCTS', { products: [{ type: 'SKU', code: 'bread' }] }),
    award_base: 'NET',
  },
  { award: { kind: 'PERCENTAGE', rate: 50 }, conditions: conditions('SEGMENTS', { any_of: ['vip'] }) },
  { award: { kind: 'FIXED', amount: 5 }, conditions: conditions('AMOUNT', { minimum: 40 }) },
  {
    award: { kind: 'FIXED', amount: 2 },
    on_top: true,
    conditions: conditions('TIERS', { tiers: [{ code: 'SILVER' }], reached: true }),
  },
]

const LINES = [
  { sku: 'milk', family: 'dairy', quantity: '2', gross: '2.10' },
  { sku: 'cheese', family: 'dairy', quantity: '1', gross: '8.40' },
  { sku: 'bread', family: 'bakery', quantity: '1', gross: '3.15', net: '2.85' },
  { sku: 'wine', family: 'drinks', quantity: '2', gross: '17.99' },
]
const TOTAL = '31.64'

async function factsAbout(code: string): Promise<object> {
  const { body } = await shop.call('GET', `contacts?code=${code}`)
  const { id, created_on } = body.content[0]
  return {
    at: server.clock.now.toISOString(),
    place: { merchant: shop.merchant, venue: shop.venue, name: 'Corner, Main St', zone: 'Europe/Nicosia' },
    contact: { id, since: new Date(created_on * 1_000).toISOString() },
    lines: LINES,
  }
}

/** A real purchase of the same goods; answers it with what it explains. */
async function bought(contact: string, spend?: number) {
  const products = LINES.map(({ sku, family, quantity, gross, net }) => ({
    sku,
    quantity,
    total_amount: gross,
    ...(net === undefined ? {} : { net_amount: net }),
    product_family: { code: family },
  }))
  const { status, body, text } = await shop.buy(
    { contact, total: TOTAL, products, ...(spend === undefined ? {} : { spend }) },
    '?include_explain=true',
  )
  if (status !== 200) throw new Error(text)
  return body
}

/** The same at the endpoint, in Chromium and here: one text. */
async function evaluatedEverywhere(facts: object): Promise<string> {
  const { body: book } = await shop.call('GET', 'reward_offers/rule_book')
  const { text } = await shop.call('POST', 'reward_offers/evaluate', { facts })
  const [inBrowser] = await answersOfBrowser([{ book, facts }])
  expect([inBrowser, openRuleBook(book).evaluate(facts)]).toEqual([text, text])
  return text
}

interface Named {
  readonly code: string
  readonly name: string
}

const withoutNames = (rows: readonly Named[]) => rows.map(({ code: _code, name: _name, ...row }) => row)

function expectSame(purchase: Awaited<ReturnType<typeof bought>>, text: string): void {
  const { discounts, awards, refused, near_misses, total_award, left_to_pay } = JSON.parse(text)
  const { explain, rewards, amount_due } = purchase
  expect(withoutNames(explain.awards)).toEqual([...discounts, ...awards])
  expect(withoutNames(explain.refused)).toEqual(refused)
  expect(withoutNames(explain.near_misses)).toEqual(near_misses)
  expect([rewards.award, amount_due]).toEqual([total_award, left_to_pay])
}

describe('of offers made through the API', () => {
  beforeAll(async () => {
    // A Monday afternoon.
    server.clock.now = new Date('2026-11-23T15:30:00.250+02:00')
    await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
    await shop.call('POST', 'reward_tiers', { code: 'SILVER', name: 'Silver', value_units: 50 })
    for (const each of OFFERS) await shop.offer(each)
  })

  test('the endpoint, the browser and Node give one text, and a purchase gives the same awards', async () => {
    const contact = await shop.shopper()
    const facts = await factsAbout(contact)
    const first = await evaluatedEverywhere(facts)
    const purchase = await bought(contact)
    expect(JSON.parse(first).discounts).toHaveLength(1)
    expect(JSON.parse(first).awards.length).toBeGreaterThan(1)
    expectSame(purchase, first)

    // The second counts on the first, and the wallet pays a part of it.
    const second = await bought(contact, 2)
    const lines: {
      readonly method: string
      readonly products: readonly { line: number; amount: number }[]
    }[] = second.spends
    const paid = LINES.map((_, index) => {
      const parts = lines.flatMap(({ method, products }) => (method === 'ON_REQUEST' ? products : []))
      const cents = parts
        .filter(({ line }) => line === index + 1)
        .map(({ amount }) => Math.round(amount * 100))
      return (cents.reduce((all, each) => all + each, 0) / 100).toFixed(2)
    })
    expect(paid.some((amount) => amount !== '0.00')).toBe(true)
    const { counted } = JSON.parse(first)
    expectSame(second, await evaluatedEverywhere({ ...facts, paid, counters: counted }))
  })
})
