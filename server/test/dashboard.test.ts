import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, seriousFindings } from './browser.ts'
import { closePages } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop, tenPercent } from './shop.ts'

let server: TestServer
let browser: Browser
let shop: Shop

beforeAll(async () => {
  // What is live on the screen follows numbered events, as on a server that stands.
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  browser = await openBrowser()
  shop = await openShop(server)
  await shop.offer({ ...tenPercent, name: 'Ten per cent' })
  await shop.offer({
    ...tenPercent,
    name: 'Big baskets',
    on_top: true,
    conditions: [{ kind: 'AMOUNT', minimum: 500 }],
  })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await server.stop()
})

interface Opened {
  readonly page: Page
  /** Requests that left the server's own origin. */
  readonly elsewhere: readonly string[]
}

async function openConsole(colours: 'light' | 'dark' = 'light'): Promise<Opened> {
  const context = await browser.newContext({
    colorScheme: colours,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      elsewhere.push(request.url())
  })
  await page.goto(`${server.url}/?view=purchases#key=${shop.key}`)
  await page.getByRole('heading', { name: 'Purchases' }).waitFor()
  return { page, elsewhere }
}

describe('the dashboard', () => {
  test('shows a purchase as it arrives, and why it was awarded what it was', async () => {
    const { page, elsewhere } = await openConsole()
    expect(page.url()).not.toContain('key=')
    await shop.buy({ contact: await shop.shopper(), total: '12.00', reference: 'SEEN-LIVE' })
    await page.getByText('SEEN-LIVE').first().click({ timeout: 10_000 })
    await page.getByText('10 % of 12.00 EUR').waitFor()
    await page.getByText('Big baskets').waitFor()
    expect(await page.getByText('at least 500.00 EUR').count()).toBeGreaterThan(0)
    expect(elsewhere).toEqual([])
  })

  test('finds a contact with what is in the wallet', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: 80 })
    const { page } = await openConsole()
    await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).click()
    await page.getByRole('search').getByRole('textbox').fill(contact)
    await page.getByText('8.00').first().waitFor()
  })

  test('says whether the books hold', async () => {
    const { page } = await openConsole()
    await page.getByRole('navigation').getByRole('link', { name: 'Ledger' }).click()
    await page.getByText('The balances of all accounts of a currency sum to zero.').waitFor()
  })

  test.each(['light', 'dark'] as const)('has no serious accessibility finding in %s', async (colours) => {
    const { page } = await openConsole(colours)
    await page.getByRole('table').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('navigation').getByRole('link', { name: 'Ledger' }).click()
    await page.getByText('sum to zero').waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('asks for a key when it has none, and refuses one that is not known', async () => {
    const page = await browser.newPage()
    await page.goto(server.url)
    await page
      .getByRole('textbox', { name: 'API key' })
      .fill(`${shop.key.slice(0, -1)}${shop.key.endsWith('x') ? 'y' : 'x'}`)
    await page.getByRole('button', { name: 'Open the dashboard' }).click()
    await page.getByRole('alert').first().waitFor()
  })
})
