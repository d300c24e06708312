import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { closePages, openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop, tenPercent } from './shop.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  browser = await openBrowser()
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** A shop with something of everything that offers may name, and a contact who bought there. */
async function openStocked(): Promise<Shop & { readonly contact: string }> {
  const shop = await openShop(server)
  await shop.call('POST', 'products', { sku: 'BUN', name: 'Bun', family: { code: 'BAKERY', name: 'Bakery' } })
  await shop.call('POST', 'products', { sku: 'TEA', name: 'Tea', family: { code: 'DRINKS', name: 'Drinks' } })
  await shop.call('PUT', 'reward_tiers/programme', { conversion_rate: 1, period: 'YEAR' })
  await shop.call('POST', 'reward_tiers', { code: 'SILVER', name: 'Silver', value_units: 30 })
  await shop.call('POST', 'pass_plans', { code: 'CLUB', name: 'Club', classification: 'PROMOTION' })
  const contact = await shop.shopper()
  const products = [
    { sku: 'BUN', name: 'Bun', quantity: 3, total_amount: 12 },
    { sku: 'TEA', name: 'Tea', quantity: 1, total_amount: 28 },
  ]
  await shop.buy({ contact, total: '40.00', products })
  return { ...shop, contact }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const list = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })
const sentenceOf = (page: Page) => page.getByRole('region', { name: 'The offer as a sentence' })

async function begin(shop: Shop): Promise<Page> {
  const id = await shop.offer({ ...tenPercent, name: 'Fresh', state: 'DRAFT' })
  const page = await openDashboard(
    browser,
    { url: server.url, key: shop.key },
    { query: `view=offers&id=${id}&tab=edit` },
  )
  await sentenceOf(page).getByText('Earn 10 % back').first().waitFor()
  return page
}

type Family = readonly [says: string, write: (page: Page) => Promise<void>]

async function addGoods(page: Page, group: string, sku: string): Promise<void> {
  const goods = page.getByRole('group', { name: group, exact: true })
  await goods.getByRole('combobox', { name: 'By', exact: true }).selectOption('SKU')
  await goods.getByRole('textbox', { name: 'Which' }).fill(sku)
  await goods.getByRole('button', { name: 'Add', exact: true }).click()
}

/** One of each family, as somebody writes it in the editor, and what the sentence must say then. */
const FAMILIES: Readonly<Record<string, Family>> = {
  'goods that are bought together': [
    '1.00 EUR back for every 1 of Bun and 1 of Tea together',
    async (page) => {
      await button(page, 'Products together').click()
      await addGoods(page, 'Part 1: any of these', 'BUN')
      await button(page, 'Add a part').click()
      await addGoods(page, 'Part 2: any of these', 'TEA')
      await page.getByRole('checkbox', { name: 'Given once for every whole bundle' }).check()
      await list(page, 'Award').selectOption('FIXED')
    },
  ],
}

describe('an operator writes, replays and publishes', () => {
  test.each(Object.keys(FAMILIES))('%s', async (name) => {
    const [says, write] = FAMILIES[name] ?? ['', async () => {}]
    const shop = await openStocked()
    const page = await begin(shop)
    await write(page)
    await sentenceOf(page).getByText(says).first().waitFor()
    await sentenceOf(page).getByText('Saved', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'Check and replay' }).click()
    await button(page, 'Replay').click()
    await page.getByText('of 1 purchases', { exact: true }).waitFor()

    await button(page, 'Publish').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Cost in the last replay').waitFor()
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Running', { exact: true }).waitFor()
  })
})

test('a basket that was really bought is tried on a draft in the browser', async () => {
  const shop = await openStocked()
  const page = await begin(shop)
  await button(page, 'Products').click()
  await addGoods(page, 'Any of these', 'BUN')
  await sentenceOf(page).getByText('on Bun').first().waitFor()
  await button(page, 'Take the last purchase').click()
  const outcome = page.getByRole('region', { name: 'What the basket is given' })
  await outcome.getByText('10 % of 12.00 EUR').first().waitFor()
})

test('the calendar shows a window across midnight on both days, and the day on which the clock is set', async () => {
  const shop = await openShop(server)
  const timings = [{ days: [7], start_time: '22:00', end_time: '05:00' }]
  const id = await shop.offer({ ...tenPercent, conditions: [{ kind: 'TIMINGS', timings }], state: 'DRAFT' })
  const page = await openDashboard(
    browser,
    { url: server.url, key: shop.key },
    { query: `view=offers&id=${id}&tab=edit` },
  )
  const table = page.getByRole('table', { name: 'When it runs, day by day' })
  await table.getByRole('row', { name: /Sat.* 22:00–24:00/ }).waitFor()
  await table.getByRole('row', { name: /Sun.* 00:00–05:00/ }).waitFor()
  await page.getByRole('button', { name: /Clock is set on/ }).click()
  await table.getByRole('row', { name: /Sun.* 00:00–05:00 \((4|6) hours.*set (forward|back)/ }).waitFor()
})

test('the page of an offer tells what it gave and cost', async () => {
  const shop = await openShop(server)
  const id = await shop.offer({ ...tenPercent, name: 'Told', limits: { budget: 50 } })
  const contact = await shop.shopper()
  await shop.buy({ contact, total: '40.00' })
  const { body } = await shop.buy({ contact, total: '60.00' })
  await shop.call('POST', `purchases/${body.id}/cancel`)
  const page = await openDashboard(
    browser,
    { url: server.url, key: shop.key },
    { query: `view=offers&id=${id}` },
  )
  await page.getByText('10.00 EUR given, 6.00 EUR taken back').waitFor()
  await page.getByText('worth 40.00 EUR').waitFor()
  await page.getByText('of 50.00 EUR', { exact: true }).waitFor()
})
