import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { VIEWS } from '../../web/dashboard/address.ts'
import { openBrowser, seriousFindings } from './browser.ts'
import { closePages, openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop, tenPercent } from './shop.ts'

let server: TestServer
let browser: Browser
let shop: Shop

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  browser = await openBrowser()
  shop = await openShop(server)
  await shop.offer({ ...tenPercent, name: 'Ten per cent' })
  await shop.buy({
    contact: await shop.shopper(),
    total: '12.00',
    products: [{ sku: 'TEA', total_amount: '12.00' }],
  })
  await shop.call('POST', 'webhook_endpoints', { url: 'https://example.com/hook' })
  await shop.call('POST', 'order_cancellation_reasons', { name: 'Sold out' })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const MORE_THAN_A_PAGE = 101

test('every view is reached by the rail, and says what it is', async () => {
  const page = await openDashboard(browser, { url: server.url, key: shop.key })
  const failures: string[] = []
  page.on('pageerror', ({ message }) => failures.push(message))
  const links = page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link')
  expect(await links.count()).toBe(VIEWS.length)
  for (let at = 0; at < VIEWS.length; at += 1) {
    const name = ((await links.nth(at).textContent()) ?? '').trim()
    await links.nth(at).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('status').filter({ hasText: 'Loading' }).first().waitFor({ state: 'detached' })
    expect(await page.getByRole('alert').allInnerTexts(), name).toEqual([])
  }
  expect(failures).toEqual([])
})

test('a link to what is not there says what it was to lead to, and leads back to its list', async () => {
  const page = await openDashboard(browser, { url: server.url, key: shop.key })
  for (const [view, one] of [
    ['purchases', 'Purchase'],
    ['contacts', 'Contact'],
    ['offers', 'Offer'],
    ['syncs', 'Job'],
    ['webhooks', 'Endpoint'],
  ] as const) {
    await page.goto(`${server.url}/dashboard/?view=${view}&id=0192f0c1-a7aa-7bbb-8ccc-0123456789ab`)
    await page.getByRole('alert').filter({ hasText: 'not found' }).waitFor()
    const heading = page.getByRole('heading', { level: 1, name: one, exact: true })
    await heading.waitFor()
    await page.getByRole('main').getByRole('link').click()
    await heading.waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
})

test('a key that may not see something is told which scope it lacks, and sees the rest', async () => {
  const { body } = await shop.call('POST', 'api_keys', {
    name: 'Reader',
    scopes: ['purchases:read', 'contacts:read'],
  })
  const ring = await shop.call('POST', 'contacts', { code: 'RING', phones: [{ number: '99 765 432' }] })
  const page = await openDashboard(browser, { url: server.url, key: body.key }, { query: 'view=offers' })
  await page.getByText('A key with the scope offers:read is needed').first().waitFor()
  await page.getByRole('link', { name: 'Purchases' }).click()
  await page.getByRole('table', { name: 'Purchases' }).waitFor()
  // Whoever may not see a phone whole is told whose role may.
  await page.goto(`${server.url}/dashboard/?view=contacts&id=${ring.body.id}`)
  await page.getByRole('button', { name: 'Show: Phone' }).click()
  await page.getByText('a member of staff who is Owner, Manager or Clerk').waitFor()
  expect(await page.getByRole('main').textContent()).not.toMatch(/765.?432/)
})

test('on a narrow screen the ways between the views are behind the menu button', async () => {
  const page = await openDashboard(
    browser,
    { url: server.url, key: shop.key },
    { query: 'view=keys', width: 390 },
  )
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Team' }).click()
  await page.getByRole('heading', { level: 1, name: 'Team' }).waitFor()
  const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  expect(overflows).toBe(false)
})

test('a business with more places than a page of them finds its settings, and its first venue for receipts', async () => {
  const at = await openShop(server)
  for (let place = 0; place < MORE_THAN_A_PAGE; place += 1) {
    await at.call('POST', 'organisations', { type: 'MERCHANT', name: `Shop ${place}` })
  }
  const page = await openDashboard(browser, { url: server.url, key: at.key }, { query: 'view=settings' })
  await page.getByRole('button', { name: 'Change: Spending', exact: true }).waitFor()
  await page.goto(`${server.url}/dashboard/?view=venues&tab=codes`)
  await page.getByRole('table', { name: 'Width check' }).waitFor()
})

test('a manager sets when customers are told, in which words, how orders go on, why they are cancelled and who pays out', async () => {
  const page = await openDashboard(browser, { url: server.url, key: shop.key }, { query: 'view=settings' })
  const change = (what: string) => page.getByRole('button', { name: `Change: ${what}`, exact: true }).click()
  const dialog = page.getByRole('dialog')
  const save = async () => {
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  const read = async (path: string) => (await shop.call('GET', path)).body

  await change('Notifications')
  await dialog.getByLabel('Language').selectOption('Greek')
  await dialog.getByLabel('Quiet hours').check()
  await dialog.getByLabel('From').fill('21:30')
  await dialog.getByLabel('Reminder before expiry, days').fill('x')
  await dialog.getByText('A whole number is needed.').waitFor()
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  const days = dialog.getByLabel('Reminder before expiry, days')
  await days.fill('100000')
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await dialog.getByRole('button', { name: 'Save' }).click()
  // The server's own schema says at the field what is needed, and nothing was sent.
  await days.and(page.locator('[aria-invalid]:focus')).waitFor()
  expect(sent).toEqual([])
  await days.fill('5')
  expect(await days.getAttribute('aria-invalid')).toBeNull()
  expect(await seriousFindings(page)).toEqual([])
  await save()
  expect(await read('notification_settings')).toMatchObject({
    language: 'el',
    expiry_reminder_days: 5,
    quiet_hours: { start_time: '21:30', end_time: '08:00' },
  })

  await change('Branding')
  await dialog.getByLabel('Name for shoppers').fill('Bean & Co')
  await dialog.getByLabel('A colour of our own').check()
  const dark = dialog.getByLabel('Colour in dark')
  await dark.fill('#112233')
  // It is seen to be too weak before it is sent, and refused with what is needed.
  await dialog.getByText(/too weak: 4\.5:1 is needed/).waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dark.and(page.locator('[aria-invalid]')).waitFor()
  await dark.fill('#8ab8f5')
  expect(await seriousFindings(page)).toEqual([])
  await save()
  expect(await read('branding')).toMatchObject({
    display_name: 'Bean & Co',
    accent: { light: '#0f5c4c', dark: '#8ab8f5' },
  })

  await change('Money was awarded')
  await dialog.getByLabel('Subject').fill('Well done')
  await save()
  await page.getByRole('row', { name: /Money was awarded.*Well done.*Your own/ }).waitFor()
  expect(await read('communication_templates?kind=AWARD&language=en')).toMatchObject({
    content: [{ subject: 'Well done', is_own: true }],
  })
  await change('Money was awarded')
  await dialog.getByRole('button', { name: 'Go back to the text of the product' }).click()
  await page.getByText('Your own', { exact: true }).waitFor({ state: 'detached' })

  await change('Sold out')
  await dialog.getByLabel('Offered when an order is cancelled').uncheck()
  await save()
  await page.getByRole('row', { name: /Sold out.*Not offered any more/ }).waitFor()

  const stages = async () => (await read('order_stages')).content.map(({ name }: { name: string }) => name)
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await press('Add a step')
  await dialog.getByLabel('Name', { exact: true }).fill('In the oven')
  const code = dialog.getByLabel('Code')
  await code.fill('READY')
  await dialog.getByRole('button', { name: 'Add a step' }).click()
  await code.and(page.locator('[aria-invalid]:focus')).waitFor()
  await code.fill('OVEN')
  await dialog.getByRole('button', { name: 'Add a step' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Move up: In the oven' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(stages).toEqual(['Accepted', 'In the oven', 'Ready'])
  // It has the keyboard still, to be moved on.
  await page.locator(':focus').and(page.getByLabel('Move up: In the oven')).waitFor()
  await change('Ready')
  await dialog.getByLabel('Name', { exact: true }).fill('Waits for you')
  await dialog.getByLabel('Orders come here first when they are: In progress').check()
  await save()
  await page.getByRole('row', { name: /Waits for you.*orders come here first/ }).waitFor()
  await press('Remove: In the oven')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await stages()).toEqual(['Accepted', 'Waits for you'])

  await change('Bank transfer')
  await dialog.getByLabel('Name of the account').fill('Shop')
  const iban = dialog.getByLabel('IBAN')
  await iban.fill('DE89370400440532013001')
  await dialog.getByRole('button', { name: 'Save' }).click()
  // What only the server could find stands at its field as well.
  await iban.and(page.locator('[aria-invalid]:focus')).waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await iban.fill('DE89370400440532013000')
  expect(await iban.getAttribute('aria-invalid')).toBeNull()
  await save()
  await page.getByRole('row', { name: /Bank transfer DE89370400440532013000.*Pays/ }).waitFor()
})
