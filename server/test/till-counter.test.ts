import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, seriousFindings } from './browser.ts'
import { press } from './by-keys.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { startServer, type TestServer } from './harness.ts'
import { byHand, identify, openTill as openAt, scan, type TillLook, tile } from './till-page.ts'

let server: TestServer
let browser: Browser
let cafe: Cafe

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  // The guide is played with test data only.
  cafe = await openCafe(server, { mode: 'TEST' })
})
afterAll(async () => {
  expect(await cafe.verify()).toEqual([])
  await server.stop()
})
beforeEach(async () => {
  server.clock.now = new Date()
  browser = await openBrowser()
})
afterEach(async () => {
  await browser.close()
})

const openTill = (look?: TillLook) => openAt(browser, { url: server.url, cafe }, look)

async function sold(reference: string) {
  const { body } = await cafe.buy({
    contact: cafe.annaCode,
    reference,
    total: '9.00',
    products: [
      { sku: 'CAP', name: 'Cappuccino', quantity: 2, total_amount: '6.80' },
      { sku: 'BUN', name: 'Cinnamon bun', quantity: 1, total_amount: '2.20' },
    ],
  })
  return body
}

describe('at the counter', { timeout: 240_000 }, () => {
  test('the customer follows the basket on a screen of their own and types the code there', async () => {
    const page = await openTill()
    const display = await page.context().newPage()
    await display.goto(`${server.url}/till/display.html`)
    await display.getByText('Welcome!').waitFor()
    await page.bringToFront()
    await tile(page, 'Omelette').click()
    await display.getByText('Omelette with tomato and feta').waitFor()
    await display.getByText('Are you a member?').waitFor()
    expect(await seriousFindings(display)).toEqual([])
    const { body: token } = await cafe.call('POST', `contacts/${cafe.annaCode}/tokens`, {
      intent: 'SPEND',
      spend_amount: '1.50',
    })
    await page.keyboard.press('F6')
    for (const figure of token.value) await display.getByRole('button', { name: figure, exact: true }).click()
    await page.getByText('Approved: 1.50 EUR').waitFor()
    await page.keyboard.press('Enter')
    await display.getByText('−1.50').waitFor()
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: /Card/ }).click()
    await display.getByText('1.50 EUR off with rewards, 5.40 EUR to pay').waitFor()
    await display.getByRole('img', { name: /receipt’s code/ }).waitFor()
    // Who it was, and what else is in the wallet, is nobody else's business.
    expect(await display.getByText('A. P.').count()).toBe(0)
    await page.keyboard.press('Enter')
    await display.getByText('Welcome!').waitFor()
  })

  test('one line comes back by the keyboard alone', async () => {
    await sold('BY-KEYS')
    const page = await openTill()
    await page.keyboard.press('F8')
    await byHand(page, 'BY-KEYS')
    await page.keyboard.press('Enter')
    const more = page.getByRole('button', { name: 'One more Cinnamon bun comes back' })
    await more.waitFor()
    await press(page, 'One more Cinnamon bun comes back')
    await press(page, 'Take back')
    await page.getByText('Give back in money').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const { body } = await cafe.call('GET', 'purchases/BY-KEYS')
    expect(body.returned).toMatchObject({ total: 2.2, award: 0.22 })
  })

  test('above the limit a manager allows a void, and five wrong PINs lock', async () => {
    await sold('TO-ALLOW')
    const page = await openTill()
    await page.keyboard.press('Alt+T')
    await page.getByLabel(/Needed above/).fill('5')
    await page.getByLabel('PIN of the manager').fill('4711')
    await page.getByRole('button', { name: 'Ask from now on' }).click()
    await page.getByText('Above 5.00 EUR').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('F10')
    await byHand(page, 'TO-ALLOW')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Void the whole purchase' }).click()
    await byHand(page, '0000')
    await page.keyboard.press('Enter')
    await page.getByText('That is not the manager’s PIN.').waitFor()
    expect((await cafe.call('GET', 'purchases/TO-ALLOW')).body.state).toBe('POSTED')
    await byHand(page, '4711')
    await page.keyboard.press('Enter')
    await page.getByText('TO-ALLOW is void.').waitFor()
  })

  test('three scans set up the scanner, and what it puts around a code is off from then on', async () => {
    const page = await openTill()
    await page.keyboard.press('Alt+T')
    await page.getByRole('button', { name: 'Set up the scanner' }).click()
    const code = await page.getByRole('dialog').locator('code').textContent()
    for (const done of [1, 2, 3]) {
      await scan(page, `~${code}`)
      await page.getByText(`${done} of 3 scans`).waitFor()
    }
    await page.getByRole('button', { name: 'Use this' }).click()
    await page.keyboard.press('Escape')
    await scan(page, '~5201234567894')
    await page.getByRole('list', { name: 'Basket' }).getByText('Freddo espresso').waitFor()
  })

  test('a star and figures are the quantity of the line', async () => {
    const page = await openTill()
    await tile(page, 'Baklava').click()
    await byHand(page, '*12')
    await page.keyboard.press('Enter')
    await page.getByText('12 × ').first().waitFor()
    await page.getByRole('button', { name: /Pay 43.20/ }).waitFor()
  })

  test('plays the guide step by step with real calls', async () => {
    const page = await openTill()
    await identify(page, cafe.anna)
    await page.keyboard.press('Alt+G')
    const script = page.getByRole('complementary', { name: 'The guide, step by step' })
    await script.getByLabel('Flow').selectOption('OTP')
    for (const step of [1, 2, 3]) await script.getByRole('button', { name: `Play step ${step} of 3` }).click()
    await script.getByText('That was the flow.').waitFor()
    await script.getByText(/^customers\?/).waitFor()
    const { body } = await cafe.call('GET', 'purchases?size=1')
    expect(body.content[0]).toMatchObject({ rewards: { spend: 1 }, contact: { code: cafe.annaCode } })
    expect(await seriousFindings(page)).toEqual([])
  })

  test('has a ticket for the kitchen', async () => {
    const { body: anna } = await cafe.call('GET', `contacts/${cafe.annaCode}`)
    const items = [{ sku: 'CAP', name: 'Cappuccino', quantity: 2, price: '3.40', notes: 'no sugar' }]
    const order = { contact_id: anna.id, fulfilled_by: cafe.venue, supply_method: 'PICK_UP', items }
    const { body: placed } = await cafe.call('POST', 'orders', order)
    const page = await openTill()
    await page.keyboard.press('F7')
    await page.getByRole('button', { name: 'Kitchen ticket' }).first().click()
    const ticket = page.getByRole('region', { name: 'Kitchen ticket' })
    await ticket.getByText(placed.number).first().waitFor()
    await ticket.getByText('2 × Cappuccino').waitFor()
    await ticket.getByText('no sugar').waitFor()
  })

  test('speaks Greek, and goes on in the other language with what is in the basket', async () => {
    const page = await openTill({ locale: 'el-GR' })
    await tile(page, 'Baklava').click()
    await page.getByRole('button', { name: /Πληρωμή 3,60/ }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('el')
    await page.keyboard.press('Alt+T')
    await page.getByLabel('Γλώσσα', { exact: true }).selectOption('en')
    await page.getByRole('button', { name: /Pay 3.60/ }).waitFor()
  })

  test.each([
    ['twice as large', { width: 512, height: 384 }],
    ['on a phone', { width: 390, height: 844 }],
    ['dark on a phone', { width: 390, height: 844, colours: 'dark' }],
  ] as const)('%s it needs no scrolling sideways, and keeps nobody out', async (_, look) => {
    const page = await openTill(look)
    await tile(page, 'Omelette').click()
    await identify(page, cafe.anna)
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Alt+T')
    expect(await seriousFindings(page)).toEqual([])
  })
})
