import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { press, tabTo, watchHands, write } from './by-keys.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { appKey } from './self-service/shopper.ts'
import { openApp, signIn, spendCodeOn } from './shopper/app-page.ts'
import { byHand, openTill, scan, takenBack, tile } from './till-page.ts'

let server: TestServer
let browser: Browser
let cafe: Cafe
let key: string

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  cafe = await openCafe(server)
  key = await appKey(cafe)
  await openMenu()
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

async function openMenu(): Promise<void> {
  const made = await cafe.call('POST', 'order_catalogues', {
    name: 'All day',
    organisations: ['MAIN'],
    supply_methods: ['PICK_UP'],
  })
  const { status, text } = await cafe.call('POST', `order_catalogues/${made.body.id}/categories`, {
    name: 'Coffee',
    priority: 1,
    products: [{ sku: 'CAP' }, { sku: 'ESP' }],
  })
  if (status !== 200) throw new Error(text)
}

/** The app of a new member who has so much to spend. */
async function openMember(name: string, worth: number) {
  const email = `${name.toLowerCase()}@example.com`
  await cafe.call('POST', 'contacts', { code: name, first_name: name, emails: [{ email_address: email }] })
  await cafe.buy({ contact: name, total: worth * 10 })
  const { page } = await openApp(browser, { url: server.url, key })
  await signIn(page, email)
  return page
}

/** The orders as they are seen in the dashboard, with their sound turned on. */
async function openBoard() {
  const page = await openDashboard(browser, { url: server.url, key: cafe.key }, { query: 'view=orders' })
  await page.evaluate(`{
    window.tones = 0
    const Heard = AudioContext
    window.AudioContext = class extends Heard {
      createOscillator() {
        window.tones += 1
        return super.createOscillator()
      }
    }
  }`)
  await page.getByRole('button', { name: 'Sound is off' }).click()
  await page.getByRole('button', { name: 'Sound is on', pressed: true }).waitFor()
  return page
}

const atTill = () => openTill(browser, { url: server.url, cafe })
const lastPurchase = async () => (await cafe.call('GET', 'purchases?size=1')).body.content[0]

describe('app and till, both open', { timeout: 300_000 }, () => {
  test('an order goes from the app to the till and is completed, each screen by itself', async () => {
    const app = await openMember('Orla', 2)
    const till = await atTill()
    const board = await openBoard()
    await app.getByRole('link', { name: 'Orders' }).click()
    await app.getByText('Order something').click()
    await app.getByRole('button', { name: 'Ledra Street Café' }).click()
    await app.getByRole('button', { name: 'Add Cappuccino' }).click()
    await app.getByRole('button', { name: 'Add Cappuccino' }).click()
    const cart = app.getByRole('region', { name: 'Your order' })
    await cart.getByText('To be collected at Ledra Street Café').waitFor()
    // 6.80, of which the wallet has 2.00, and what is paid in cash earns.
    await cart.getByText('4.80').waitFor()
    await cart.getByText('+0.48').waitFor()
    await cart.getByRole('button', { name: 'Place the order' }).click()
    await app.getByText(/^Order .+: Sent to the shop/).waitFor()

    await board.getByText('A new order has come in').waitFor()
    await board.getByRole('region', { name: 'New' }).getByText('2 × Cappuccino').waitFor()
    // Two tones when the sound was turned on, and two for the order.
    expect(await board.evaluate('tones')).toBe(4)
    await till.keyboard.press('F7')
    await till.getByText('2 × Cappuccino').waitFor()
    await till.getByRole('button', { name: 'Accept' }).click()
    await app.getByText(/^Order .+: Accepted by the shop/).waitFor()
    // By the keyboard, which stays with the order wherever that goes.
    await board
      .getByRole('region', { name: 'Accepted' })
      .getByRole('button', { name: 'Ready' })
      .press('Enter')
    const ready = board.getByRole('region', { name: 'Ready' })
    await ready.getByRole('button', { name: 'Complete' }).waitFor()
    await expect.poll(() => board.evaluate('document.activeElement.textContent')).toBe('Complete')
    await app.getByText(/^Order .+: Ready/).waitFor()
    const steps = app.getByRole('list', { name: 'Details' }).getByRole('listitem')
    await expect.poll(() => steps.count()).toBe(4)
    expect(await steps.filter({ hasText: 'not yet' }).allTextContents()).toEqual(['Completednot yet'])
    await till.getByText('Ready', { exact: true }).waitFor()
    await till.getByRole('button', { name: 'Complete', exact: true }).click()
    await app.getByText(/^Order .+: Completed/).waitFor()
    await board.getByRole('region', { name: 'Completed' }).getByText('2 × Cappuccino').waitFor()
    expect(await lastPurchase()).toMatchObject({
      contact: { code: 'Orla' },
      transaction_amounts: { total: 6.8 },
      rewards: { spend: 2, award: 0.48 },
    })
  })

  test('the till sells to a member, takes the spend code off the screen of the app, which turns into what was spent, and takes one line back', async () => {
    const app = await openMember('Spyros', 5)
    const till = await atTill()
    await tile(till, 'Omelette').click()
    await tile(till, 'Baklava').click()
    await till.keyboard.press('F4')
    await byHand(till, 'spyros@example.com')
    await till.keyboard.press('Enter')
    await till.getByText('Can spend here now').waitFor()
    await app.getByRole('button', { name: 'Get spend code' }).click()
    await app.getByRole('button', { name: 'Make the code' }).click()
    await till.keyboard.press('F6')
    await till.getByLabel('One-time code').fill(await spendCodeOn(app))
    await till.keyboard.press('Enter')
    await till.getByText('Approved: 5.00 EUR').waitFor()
    await till.keyboard.press('Enter')
    await till.keyboard.press('F9')
    await till.getByRole('button', { name: /Card/ }).click()
    await till.getByText('5.00 EUR off with rewards, 5.50 EUR to pay').waitFor()
    await app.getByText('Done').waitFor()
    await app.getByText('5.00 EUR off').waitFor()
    await app.getByText('5.50 EUR to pay').waitFor()
    const sold = await lastPurchase()
    expect(sold).toMatchObject({
      contact: { code: 'Spyros' },
      transaction_amounts: { total: 10.5 },
      rewards: { spend: 5, award: 0.55 },
      amount_due: 5.5,
    })

    // As it stands on the paper, which the till has in front of it.
    const paper = await till.getByText(sold.receipt.qr).first().textContent()
    await till.keyboard.press('Enter')
    await till.keyboard.press('F8')
    await scan(till, paper ?? '')
    await till.getByRole('button', { name: 'One more Baklava comes back' }).click()
    await till.getByRole('button', { name: 'Take back' }).click()
    // All of it was paid with rewards, and what rewards pay has earned nothing.
    await takenBack(till, 'Back in the wallet', '3.60')
    const { body: left } = await cafe.call('GET', `purchases/${sold.id}`)
    expect(left).toMatchObject({ state: 'POSTED', returned: { total: 3.6, spend: 3.6, award: 0 } })
    server.clock.now = new Date()
    await app.keyboard.press('Escape')
    await app.getByText('4.15').first().waitFor()
  })

  test('a sale to nobody is claimed from its paper, and every open app of the shopper shows what it earned', async () => {
    const app = await openMember('Rita', 1)
    const { page: tablet } = await openApp(browser, { url: server.url, key }, { width: 900 })
    await signIn(tablet, 'rita@example.com')
    const till = await atTill()
    await tile(till, 'Omelette').click()
    await till.keyboard.press('F9')
    await till.getByRole('button', { name: /Card/ }).click()
    await till.getByText('6.90 EUR to pay').waitFor()
    const { receipt } = await lastPurchase()
    // The clock of the server stands still meanwhile; the till's does not.
    server.clock.now = new Date()
    await app.getByRole('link', { name: 'Scan' }).click()
    await app.getByLabel('Code of the receipt').fill(receipt.qr)
    await app.getByRole('button', { name: 'Look it up' }).click()
    await app.getByRole('button', { name: 'Claim · +0.69' }).click()
    await app.getByRole('heading', { name: 'The receipt is yours' }).waitFor()
    // 1.00 and 0.69 more, without a touch.
    await tablet.getByText('1.69').first().waitFor()
  })

  test('a receipt is claimed, a spend code used, and an order given and completed, by the keyboards of app and till alone', async () => {
    const app = await openMember('Katerina', 1)
    const till = await atTill()
    const touches = [await watchHands(app), await watchHands(till)]
    const { body: sold } = await cafe.buy({ total: 20, reference: 'BY-KEYS' })
    server.clock.now = new Date()
    await press(app, 'Scan')
    await app.getByLabel('Code of the receipt').waitFor()
    await write(app, 'Code of the receipt', sold.receipt.qr)
    await press(app, 'Look it up')
    await app.getByRole('heading', { name: 'Receipt found' }).waitFor()
    await press(app, /^Claim/)
    await app.getByRole('heading', { name: 'The receipt is yours' }).waitFor()

    await press(app, 'Wallet')
    await app.getByText('Your balance').waitFor()
    await press(app, 'Get spend code')
    await app.getByRole('dialog').waitFor()
    await press(app, 'Make the code')
    await till.keyboard.press('F2')
    await byHand(till, '5201234567894')
    await till.keyboard.press('Enter')
    await till.getByRole('list', { name: 'Basket' }).getByText('Freddo espresso').waitFor()
    await till.keyboard.press('F6')
    await byHand(till, await spendCodeOn(app))
    await till.keyboard.press('Enter')
    await till.getByText('Approved: 3.00 EUR').waitFor()
    await till.keyboard.press('Enter')
    await till.keyboard.press('Control+Enter')
    await till.getByRole('dialog').getByLabel('Cash given').waitFor()
    await till.keyboard.press('Enter')
    await till.getByText('3.00 EUR off with rewards, 0.20 EUR to pay').waitFor()
    await till.keyboard.press('Enter')
    await app.getByText('3.00 EUR off').waitFor()
    await app.keyboard.press('Escape')
    server.clock.now = new Date()

    await press(app, 'Orders')
    await tabTo(app, 'My orders')
    await app.keyboard.press('ArrowRight')
    await app.getByRole('button', { name: 'Ledra Street Café' }).waitFor()
    await press(app, /^Ledra Street Café/)
    await app.getByRole('button', { name: 'Add Cappuccino' }).waitFor()
    await press(app, 'Add Cappuccino')
    await app.getByRole('button', { name: 'Place the order' }).waitFor()
    await press(app, 'Place the order')
    await app.getByText(/^Order .+: Sent to the shop/).waitFor()
    await till.keyboard.press('F7')
    await till.getByText('1 × Cappuccino').waitFor()
    await press(till, 'Complete')
    await app.getByText(/^Order .+: Completed/).waitFor()
    expect(await lastPurchase()).toMatchObject({
      contact: { code: 'Katerina' },
      transaction_amounts: { total: 3.4 },
      rewards: { spend: 0.02 },
    })
    expect(touches.map((count) => count())).toEqual([0, 0])
  })
})
