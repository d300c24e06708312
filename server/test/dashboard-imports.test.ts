import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startProcess } from '../src/processes/index.ts'
import { openBrowser, seriousFindings } from './browser.ts'
import { closePages, openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop } from './shop.ts'

let server: TestServer
let browser: Browser
let shop: Shop

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  shop = await openShop(server)
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const A_WHILE = 20_000
/** On a machine that does much else. */
const A_LONG_WHILE = 180_000

const open = (query: string, colours: 'light' | 'dark' = 'light', width = 1280) =>
  openDashboard(browser, { url: server.url, key: shop.key }, { query, colours, width })

/** As a Greek spreadsheet saves it. */
function inGreek(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0)
      return code < 0x80 ? code : code - 0x2d0
    }),
  )
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.getByLabel('Choose a CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer })
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click({ timeout: A_WHILE })
const product = async (sku: string) => (await shop.call('GET', `products/${sku}`)).body

/** The figures below the names, in their order: created, changed, unchanged, bad. */
async function counts(page: Page, title: string): Promise<readonly (string | null)[]> {
  const card = page.getByRole('region', { name: title })
  await card.waitFor({ timeout: A_WHILE })
  const figures = ['Created', 'Changed', 'Unchanged', 'Bad rows'].map((name) =>
    card.getByText(name, { exact: true }).locator('xpath=following-sibling::p').textContent(),
  )
  return Promise.all(figures)
}

const rows = (price: string) =>
  [
    'Κωδικός;Περιγραφή;Κατηγορία;Τιμή;ΦΠΑ;Απόθεμα',
    'G-1;"Τσάι ""πράσινο""; χύμα";Ροφήματα;1.299,50;19',
    `G-2;Καφές;Ροφήματα;${price};19;4`,
    'G-3;Χυμός;Ροφήματα;2,50;19;7',
    ';Χωρίς κωδικό;Ροφήματα;1,00;19;1',
  ].join('\r\n')

test('a Greek file of products is matched, tried, imported without its bad rows, and those are put right', async () => {
  await shop.call('POST', 'products', { sku: 'G-3', name: 'Old name' })
  const page = await open('view=products', 'light', 390)
  await page.getByRole('link', { name: 'Import a CSV' }).click()
  await page.getByRole('heading', { level: 1, name: 'Import products' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])

  await choose(page, 'stock.csv', inGreek(rows('δύο')))
  await page.getByText('stock.csv: 4 rows.').waitFor()
  expect(await page.getByLabel('SKU').inputValue()).toBe('0')
  expect(await page.getByLabel('Letters are written in').inputValue()).toBe('windows-1253')
  expect(await page.getByLabel('Decimals are written as').inputValue()).toBe(',')
  await page.getByText('Not read: Απόθεμα.').waitFor()
  const first = page.getByRole('table', { name: 'The first rows as they will be' })
  await first.getByText('Χυμός').waitFor()
  expect(await seriousFindings(page)).toEqual([])

  await press(page, 'Try it out')
  expect(await counts(page, 'What the import would do')).toEqual(['0', '1', '0', '3'])
  const toFix = page.getByRole('table', { name: 'Rows to fix' })
  await toFix.getByText('The row has more or fewer cells than there are headings.').waitFor()
  await toFix.getByText('price.amount is "δύο"').waitFor()
  await toFix.getByText('sku is missing').waitFor()
  expect(await product('G-3')).toMatchObject({ name: 'Old name' })
  expect(await seriousFindings(page)).toEqual([])

  await press(page, 'Import 1 row')
  expect(await counts(page, 'Imported')).toEqual(['0', '1', '0', '3'])
  expect(await product('G-3')).toMatchObject({
    name: 'Χυμός',
    price: { amount: 2.5 },
    family: { name: 'Ροφήματα' },
  })

  const saving = page.waitForEvent('download')
  await press(page, 'Download rows to fix')
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('TEST-fix-stock.csv')
  const written = await readFile(await saved.path(), 'utf8')
  expect(written.split('\r\n')[0]).toBe('\ufeffΚωδικός;Περιγραφή;Κατηγορία;Τιμή;ΦΠΑ;Απόθεμα;error')
  const right = written.replace('δύο', '2,20').replace('\r\n;Χ', '\r\nG-4;Χ')

  await press(page, 'Choose another file')
  await choose(page, saved.suggestedFilename(), Buffer.from(right))
  await press(page, 'Try it out')
  expect(await counts(page, 'What the import would do')).toEqual(['3', '0', '0', '0'])
  await press(page, 'Import 3 rows')
  expect(await counts(page, 'Imported')).toEqual(['3', '0', '0', '0'])
  expect(await product('G-1')).toMatchObject({ name: 'Τσάι "πράσινο"; χύμα', price: { amount: 1299.5 } })
  await page.getByRole('link', { name: 'To the products' }).click()
  await page.getByRole('table', { name: 'Products' }).getByText('Χωρίς κωδικό').waitFor()
  await page.goto(`${server.url}/dashboard/?view=syncs`)
  await page.getByRole('link', { name: 'Product synchronisation, only tried out' }).first().waitFor()

  // The tab in which it was chosen is gone, and so is the file: what was refused is still there to be put right.
  await page.getByRole('link', { name: 'Product synchronisation', exact: true }).last().click()
  const keeping = page.waitForEvent('download')
  await press(page, 'Download rows to fix')
  const kept = await readFile(await (await keeping).path(), 'utf8')
  expect(kept.split('\r\n').slice(0, 2)).toEqual([
    '\ufeffsku,name,family.name,tax_rate,price.amount,error',
    expect.stringMatching(/^G-2,Καφές,Ροφήματα,19,δύο,"price.amount is ""δύο""/),
  ])
  await page.getByRole('link', { name: 'Import products' }).click()
  await choose(page, 'fix.csv', Buffer.from(kept.replace('δύο', '2.40').replace('\r\n,Χ', '\r\nG-5,Χ')))
  await press(page, 'Try it out')
  expect(await counts(page, 'What the import would do')).toEqual(['1', '1', '0', '0'])
})

test('a job is followed as it goes on; one without a sign of life says so, and is cancelled and resumed', async () => {
  // No server knows the kind, so what becomes of it is the test's own.
  const id = await shop.work((work) => startProcess(work, { kind: 'COUNT', input: {} }))
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000)
  const become = (change: { done: number; heartbeat_at: Date }) =>
    shop.work(({ db, actor }) =>
      db
        .updateTable('processes')
        .set({ state: 'IN_PROGRESS', total: 40, started_at: ago(300), ...change })
        .where('tenant', '=', actor.tenant)
        .where('id', '=', id)
        .execute(),
    )
  await become({ done: 10, heartbeat_at: ago(0) })
  const page = await open(`view=syncs&id=${id}`)
  await page.getByText('10 of 40').first().waitFor()
  const asked: string[] = []
  // From here on it is told, and whoever looks does not ask.
  await page.waitForTimeout(1_000)
  page.on('request', (request) => {
    if (request.url().includes(`processes/${id}`)) asked.push(request.method())
  })
  for (const done of [20, 25, 30]) {
    await become({ done, heartbeat_at: ago(0) })
    await page.getByText(`${done} of 40`).first().waitFor({ timeout: A_WHILE })
  }
  expect(asked).toEqual([])

  await become({ done: 30, heartbeat_at: ago(40) })
  await page.getByText(/No sign of life for 4\d seconds; 30 were done/).waitFor({ timeout: A_WHILE })
  await become({ done: 30, heartbeat_at: ago(200) })
  await page.getByText('Stalled: no sign of life for 3 minutes').waitFor({ timeout: A_WHILE })
  await page.getByText('Stalled', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Resume' }).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await press(page, 'Cancel')
  await page.getByText('Cancelled', { exact: true }).first().waitFor()
  await press(page, 'Resume')
  await page.getByText('Waiting', { exact: true }).first().waitFor()
  expect((await shop.call('GET', `processes/${id}`)).body.state).toBe('PENDING')
})

test('contacts are imported from the empty list; what was chosen is remembered, and the same file changes nothing', async () => {
  const page = await open('view=contacts', 'dark')
  await page.getByText('No contacts yet').waitFor()
  expect(await page.getByRole('main').getByRole('search').count()).toBe(0)
  await page.getByRole('link', { name: 'Import a CSV' }).last().click()
  const people = [
    'Who,Mobile,Tags',
    ...Array.from({ length: 60 }, (_, index) => `N${index},990000${10 + index},VIP`),
  ]
  const file = Buffer.from(`\ufeff${people.join('\n')}\nNobody,123,VIP\n`)
  await choose(page, 'people.csv', file)
  await page.getByLabel('First name').selectOption({ label: 'Who' })
  expect(await seriousFindings(page)).toEqual([])
  await press(page, 'Try it out')
  expect(await counts(page, 'What the import would do')).toEqual(['60', '0', '0', '1'])
  expect((await shop.call('GET', 'contacts')).body.content).toEqual([])
  await page.getByText('stops when it is closed').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await press(page, 'Import 60 rows')
  expect(await counts(page, 'Imported')).toEqual(['60', '0', '0', '1'])
  const { body } = await shop.call('GET', 'contacts?phone=99000011')
  expect(body.content).toMatchObject([{ first_name: 'N1', segments: ['VIP'] }])

  await page.reload()
  await choose(page, 'people.csv', file)
  expect(await page.getByLabel('First name').inputValue()).toBe('0')
  await press(page, 'Try it out')
  expect(await counts(page, 'What the import would do')).toEqual(['0', '0', '60', '1'])
  await page.getByText('There is nothing to import').waitFor()
})

/** Numbers of rows that are done, as the page tells them, until it says what came of all. */
async function followed(page: Page, title: string, look: (done: number) => Promise<void>): Promise<number[]> {
  const shown: number[] = []
  const end = page.getByRole('region', { name: title })
  while (!(await end.isVisible())) {
    const bars = await page
      .getByRole('progressbar')
      .evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('aria-valuenow'))))
    // What ends while it is looked at has no bars any more.
    if (bars.length > 0) {
      shown.push(bars.reduce((sum, done) => sum + done, 0))
      await look(shown.at(-1) ?? 0)
    }
    // To count all products is work as well, which takes from what is looked at.
    await page.waitForTimeout(500)
  }
  return shown
}

test('92,331 products are synchronised with true progress: never more than there are, hardly fewer, never back, to the last row', {
  timeout: 2 * A_LONG_WHILE,
}, async () => {
  const rows = Array.from({ length: 92_331 }, (_, row) => `M-${row},Product ${row}`)
  const ready = async () =>
    (await shop.call('GET', 'products?size=1&include_total=true')).body.paging.total as number
  const before = await ready()
  const page = await open('view=syncs&tab=import-products')
  await choose(page, 'all.csv', Buffer.from(['sku,name', ...rows].join('\n')))
  await page.getByText('all.csv: 92,331 rows.').waitFor()
  await press(page, 'Try it out')
  const tried = page.getByRole('region', { name: 'What the import would do' })
  await tried.waitFor({ timeout: A_LONG_WHILE })
  expect(await counts(page, 'What the import would do')).toEqual(['92,331', '0', '0', '0'])
  expect(await ready()).toBe(before)

  await press(page, 'Import 92,331 rows')
  const there: { readonly at: number; readonly products: number }[] = []
  const shown = await followed(page, 'Imported', async (done) => {
    const products = (await ready()) - before
    const at = Date.now()
    expect(done).toBeLessThanOrEqual(products)
    const lately = there.findLast((each) => at - each.at > A_WHILE / 2)
    expect(done).toBeGreaterThanOrEqual(lately?.products ?? 0)
    there.push({ at, products })
  })
  expect(shown).toEqual(shown.toSorted((a, b) => a - b))
  const onTheWay = new Set(shown.filter((done) => done > 0 && done < 92_331))
  expect(onTheWay.size).toBeGreaterThan(3)
  expect(await counts(page, 'Imported')).toEqual(['92,331', '0', '0', '0'])
  expect(await ready()).toBe(before + 92_331)
})
