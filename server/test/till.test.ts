import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { startServer, type TestServer } from './harness.ts'

let server: TestServer
let browser: Browser
let cafe: Cafe

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  cafe = await openCafe(server)
})
afterAll(async () => {
  expect(await cafe.verify()).toEqual([])
  await server.stop()
})
beforeEach(async () => {
  browser = await openBrowser()
})
afterEach(async () => {
  await browser.close()
})

async function openTill(colours: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ colorScheme: colours, viewport: { width: 1024, height: 768 } })
  const page = await context.newPage()
  await page.goto(`${server.url}/till/#key=${cafe.key}`)
  await tile(page, 'Cappuccino').waitFor()
  return page
}

function tile(page: Page, name: string) {
  return page.getByRole('region', { name: 'Articles' }).getByRole('button', { name: new RegExp(name) })
}

/** Finds Anna as a clerk does who has hands for the keyboard only. */
async function identify(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F4')
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.getByText('A. P. ·· 456').waitFor()
}

async function lastPurchase() {
  const { body } = await cafe.call('GET', 'purchases?size=1')
  return body.content[0]
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe('the till', () => {
  test('sells to a member: the quote grows with the basket, and the purchase is what was quoted', async () => {
    const page = await openTill()
    expect(page.url()).not.toContain('key=')
    await tile(page, 'Freddo').click()
    await tile(page, 'Freddo').click()
    await identify(page, cafe.anna)
    await page.getByText('+0.64').waitFor()
    await tile(page, 'Omelette').click()
    await page.getByText('+1.33').waitFor()
    await page.getByRole('button', { name: /^Pay/ }).click()
    await page.getByRole('button', { name: '20.00' }).click()
    await page.getByText('13.30 EUR to pay, 1.33 EUR earned.').waitFor()
    await page.getByText('6.70').first().waitFor()
    const purchase = await lastPurchase()
    expect(purchase).toMatchObject({
      transaction_amounts: { total: 13.3 },
      rewards: { award: 1.33, spend: 0 },
      contact: { code: cafe.annaCode },
      organisation: { name: 'Ledra Street Café' },
    })
    await page.getByText(purchase.receipt.qr).waitFor()
    await page.getByText(purchase.receipt.signed_code).waitFor()
  })

  test('makes a whole sale by the keyboard alone', async () => {
    const page = await openTill()
    await page.keyboard.press('F2')
    await page.keyboard.type('5201234567899')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Basket' }).getByText('Freddo espresso').waitFor()
    await identify(page, 'anna@example.com')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await page.getByText('3.20 EUR to pay').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Scan an article or tap one.').waitFor()
    expect((await lastPurchase()).transaction_amounts.total).toBe(3.2)
  })

  test.each(['light', 'dark'] as const)(
    'has no serious accessibility finding in %s, and fits',
    async (colours) => {
      const page = await openTill(colours)
      await tile(page, 'Omelette').click()
      await identify(page, cafe.anna)
      await page.getByText('Can spend here now').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      const tall = await page.evaluate('document.documentElement.scrollHeight > innerHeight')
      expect(tall).toBe(false)
      await page.keyboard.press('F9')
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /Next sale/ }).waitFor()
      expect(await seriousFindings(page)).toEqual([])
    },
  )
})
