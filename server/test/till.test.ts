import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, seriousFindings } from './browser.ts'
import { watchHands } from './by-keys.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { startServer, type TestServer } from './harness.ts'
import { byHand, identify, openTill as openAt, scan, type TillLook, takenBack, tile } from './till-page.ts'

/** How many lines and tiles are seen whole. */
const SEEN = `(() => {
  const within = (box, { top, bottom, left, right }) =>
    box.top >= top - 1 && box.bottom <= bottom + 1 && box.left >= left - 1 && box.right <= right + 1
  const count = (all, frame) => [...all].filter((each) => within(each.getBoundingClientRect(), frame)).length
  const list = document.querySelector('[data-lines]')
  const tiles = document.querySelectorAll('main > section:last-of-type li')
  const page = { top: 0, left: 0, bottom: innerHeight, right: innerWidth }
  return { lines: count(list.children, list.getBoundingClientRect()), tiles: count(tiles, page) }
})()`

/** How often the till has sounded. */
const COUNT_TONES = `{
  window.tones = 0
  const Heard = AudioContext
  window.AudioContext = class extends Heard {
    createOscillator() {
      window.tones += 1
      return super.createOscillator()
    }
  }
}`

/** Longer than a scanner's bounce. */
const BOUNCE = 750

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
  // The till dates its sales by the clock of the answers.
  server.clock.now = new Date()
  browser = await openBrowser()
})
afterEach(async () => {
  await browser.close()
})

const openTill = (look?: TillLook) => openAt(browser, { url: server.url, cafe }, look)

async function lastPurchase() {
  const { body } = await cafe.call('GET', 'purchases?size=1')
  return body.content[0]
}

describe('the till', { timeout: 240_000 }, () => {
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
    const touches = await watchHands(page)
    await page.keyboard.press('F2')
    await byHand(page, '5201234567894')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: 'Basket' }).getByText('Freddo espresso').waitFor()
    await identify(page, 'anna@example.com')
    await page.keyboard.press('Control+Enter')
    await byHand(page, '5')
    await page.keyboard.press('Enter')
    await page.getByText('3.20 EUR to pay').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Scan an article or tap one.').waitFor()
    expect((await lastPurchase()).transaction_amounts.total).toBe(3.2)
    expect(touches()).toBe(0)
  })

  test('spends by a one-time code, which says who buys', async () => {
    const page = await openTill()
    await tile(page, 'Omelette').click()
    const { body: token } = await cafe.call('POST', `contacts/${cafe.annaCode}/tokens`, {
      intent: 'SPEND',
      spend_amount: '2.50',
    })
    await page.keyboard.press('F6')
    await page.getByLabel('One-time code').fill(token.value)
    await page.keyboard.press('Enter')
    await page.getByText('Approved: 2.50 EUR').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('−2.50').waitFor()
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: /Card/ }).click()
    await page.getByText('2.50 EUR off with rewards, 4.40 EUR to pay').waitFor()
    expect(await lastPurchase()).toMatchObject({ amount_due: 4.4, contact: { code: cafe.annaCode } })
    // As a picture it is scanned without a key before it.
    await page.keyboard.press('Enter')
    const { body: shown } = await cafe.call('POST', `contacts/${cafe.annaCode}/tokens`, {
      intent: 'SPEND',
      spend_amount: '1.00',
    })
    await scan(page, shown.alternative_token)
    await page.getByText('Scan the articles first').waitFor()
    await tile(page, 'Baklava').click()
    await page.waitForTimeout(BOUNCE)
    await scan(page, shown.alternative_token)
    await page.getByText('Approved: 1.00 EUR').waitFor()
  })

  test('declines a wrong code with its reason, and the sale goes on in full', async () => {
    const page = await openTill()
    await tile(page, 'Baklava').click()
    await page.keyboard.press('F6')
    await page.getByLabel('One-time code').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Declined').waitFor()
    await page.getByRole('alert').getByText('No shopper has this code.').waitFor()
    await page.getByRole('button', { name: 'Pay in full' }).click()
    await page.getByRole('button', { name: /^Pay 3.60/ }).waitFor()
  })

  test('takes a line back by the receipt, then an amount, and voids the rest with what that undoes', async () => {
    const { body: sold } = await cafe.buy({
      contact: cafe.annaCode,
      reference: 'TO-RETURN',
      total: '9.00',
      products: [
        { sku: 'CAP', name: 'Cappuccino', quantity: 2, total_amount: '6.80' },
        { sku: 'BUN', name: 'Cinnamon bun', quantity: 1, total_amount: '2.20' },
      ],
    })
    expect(sold.rewards.award).toBe(0.9)
    const page = await openTill()
    await page.keyboard.press('F8')
    await scan(page, sold.receipt.qr)
    await page.getByRole('button', { name: 'One more Cappuccino comes back' }).click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await takenBack(page, 'Give back in money', '3.40')
    const { body: left } = await cafe.call('GET', 'purchases/TO-RETURN')
    expect(left.returned).toMatchObject({ total: 3.4, award: 0.34 })
    await page.keyboard.press('Enter')
    await page.keyboard.press('F8')
    await byHand(page, 'TO-RETURN')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'By amount' }).click()
    await byHand(page, '5,61')
    await page.keyboard.press('Enter')
    await page.getByText('Only 5.60 EUR of this purchase is left').waitFor()
    await page.getByLabel('Value of the goods').fill('1.60')
    await page.keyboard.press('Enter')
    await takenBack(page, 'Give back in money', '1.60')
    const { body: less } = await cafe.call('GET', 'purchases/TO-RETURN')
    expect(less.returned).toMatchObject({ total: 5, award: 0.5 })
    await page.keyboard.press('Enter')
    await page.keyboard.press('F10')
    await byHand(page, 'TO-RETURN')
    await page.keyboard.press('Enter')
    await page.getByText('What this undoes').waitFor()
    await page.getByText('−0.40').waitFor()
    await page.getByText('4.00').waitFor()
    await page.getByRole('button', { name: 'Void the whole purchase' }).click()
    await page.getByText('TO-RETURN is void.').waitFor()
    expect((await cafe.call('GET', 'purchases/TO-RETURN')).body.state).toBe('CANCELLED')
  })

  test('learns what became of a spend whose answer was lost', async () => {
    const page = await openTill()
    await tile(page, 'Village salad').click()
    await identify(page, cafe.anna)
    await page.keyboard.press('F6')
    await page.getByRole('button', { name: /^2.00/ }).click()
    await page.getByRole('button', { name: /Use it/ }).click()
    await page.getByText('−2.00').waitFor()
    // The request arrives, its answer does not.
    let isLost = true
    await page.route(/v2.purchases$/, async (route) => {
      if (!isLost || route.request().method() !== 'POST') return route.fallback()
      isLost = false
      await route.fetch()
      await route.abort()
    })
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: /^5.50/ }).click()
    await page.getByText('2.00 EUR off with rewards, 5.50 EUR to pay').waitFor()
    const { body } = await cafe.call('GET', 'purchases?size=2')
    expect(
      body.content.map(({ rewards }: { readonly rewards: { readonly spend: number } }) => rewards.spend),
    ).toEqual([2, expect.any(Number)])
    expect(body.content[1].rewards.spend).not.toBe(2)
  })

  test('takes scans by their shape, whatever has the keyboard', async () => {
    const page = await openTill()
    await page.evaluate(COUNT_TONES)
    const field = page.getByRole('textbox', { name: 'Scan or search' })
    await field.fill('half a word')
    for (const key of ['Home', 'Shift+End']) await page.keyboard.press(key)
    await scan(page, '(01)05201234567894(10)LOT')
    await page.getByRole('list', { name: 'Basket' }).getByText('Freddo espresso').waitFor()
    expect(await field.inputValue()).toBe('half a word')
    expect(await page.evaluate('String(getSelection())')).toBe('half a word')
    await scan(page, `member:${cafe.annaCode}`)
    await page.getByText('A. P. ·· 456').waitFor()
    await scan(page, 'NOTHING-LIKE-IT')
    await page.getByText('Nothing is known as “NOTHING-LIKE-IT”.').waitFor()
    await expect.poll(() => page.evaluate('tones'), { timeout: 30_000 }).toBe(1)
    // Once more within 700 ms is the scanner's bounce, and no sign of a code is a key of the till.
    await page
      .getByRole('list', { name: 'Basket' })
      .getByRole('button', { name: /^Freddo/ })
      .focus()
    const link = 'https://id.example.com/01/05201234567894/10/A B?17=231231'
    await scan(page, link, 2)
    await page.getByRole('list', { name: 'Basket' }).getByText('2 × ').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    // Those before were ahead of the clock, as fast as a scanner is.
    await page.waitForTimeout(2 * BOUNCE)
    await scan(page, link)
    await page.getByRole('list', { name: 'Basket' }).getByText('3 × ').waitFor()
    await page.keyboard.press('F9')
    await scan(page, '5201234567894')
    await page.getByRole('dialog').getByText('a scan cannot be used here').waitFor()
    await expect.poll(() => page.evaluate('tones'), { timeout: 30_000 }).toBe(2)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Pay 9.60/ }).waitFor()
  })

  test('says why less is approved than was asked, shows it as the shop wants, and takes what is left by cash and card', async () => {
    const page = await openTill()
    await tile(page, 'Baklava').click()
    await identify(page, cafe.anna)
    await page.keyboard.press('F6')
    await byHand(page, '50')
    await page.keyboard.press('Enter')
    await page.getByText('Approved: 3.60 EUR of 50.00 EUR').waitFor()
    await page.getByText('3.60 EUR is to pay').waitFor()
    // Another amount is another question.
    await page.getByLabel('Another amount').fill('1')
    await page.keyboard.press('Enter')
    await page.getByText('Approved: 1.00 EUR').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Rewards, as a payment').waitFor()
    await page.keyboard.press('Alt+T')
    await page.getByRole('button', { name: 'a discount, before VAT' }).click()
    await page.keyboard.press('Escape')
    await page.getByText('Rewards, as a discount').waitFor()
    await page.keyboard.press('F9')
    await byHand(page, '2')
    await page.getByRole('button', { name: /^Card .* 0.60/ }).click()
    await page.getByText('1.00 EUR off with rewards, 2.60 EUR to pay').waitFor()
    const paper = page.getByRole('region', { name: 'Receipt' }).first()
    await paper.getByText('Discount by rewards').waitFor()
    await paper.getByText('Cash').waitFor()
    await paper.getByText('0.60').waitFor()
  })

  test('takes up an order, completes one and cancels one for a reason', async () => {
    const items = [{ sku: 'CAP', name: 'Cappuccino', quantity: 1, price: '3.40' }]
    const { body: anna } = await cafe.call('GET', `contacts/${cafe.annaCode}`)
    const place = async () => {
      const order = { contact_id: anna.id, fulfilled_by: cafe.venue, supply_method: 'PICK_UP', items }
      return (await cafe.call('POST', 'orders', order)).body
    }
    const [first, second] = [await place(), await place()]
    const page = await openTill()
    await page.getByText('2 new orders').waitFor({ state: 'attached' })
    await page.keyboard.press('F7')
    const card = (number: string) => page.getByRole('listitem').filter({ hasText: number })
    await card(first.number).getByRole('button', { name: 'Accept' }).click()
    await card(first.number).getByText('Accepted').waitFor()
    await card(first.number).getByRole('button', { name: 'Ready' }).click()
    await card(first.number).getByRole('button', { name: 'Ready' }).waitFor({ state: 'detached' })
    await card(first.number).getByText('Ready').waitFor()
    await card(first.number).getByRole('button', { name: 'Complete' }).click()
    await card(first.number).waitFor({ state: 'detached' })
    await card(second.number).getByRole('button', { name: 'Cancel' }).click()
    await card(second.number).getByText('Why is it cancelled?').waitFor()
    await card(second.number).getByRole('button').first().click()
    await page.getByText('Nobody waits for an order.').waitFor()
    const stateOf = async ({ id }: { readonly id: string }) =>
      (await cafe.call('GET', `orders/${id}`)).body.state
    expect([await stateOf(first), await stateOf(second)]).toEqual(['COMPLETED', 'CANCELLED'])
  })

  test('shows every call that it made, and every key that it has', async () => {
    const page = await openTill()
    await tile(page, 'Baklava').click()
    await page.keyboard.press('Alt+L')
    const log = page.getByRole('complementary', { name: 'Calls to the API' })
    await log.getByText('purchases?simulate=true').first().click()
    await log.getByText('"total": "3.60"').first().waitFor()
    await log.getByText('"amount_due": 3.6').first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys of the till' }).getByText('F10').waitFor()
    // Each stands on its button meanwhile.
    const badge = `getComputedStyle(document.querySelector('[aria-keyshortcuts="Alt+L"]'), '::after').content`
    expect(await page.evaluate(badge)).toBe('"Alt+L"')
    expect(await seriousFindings(page)).toEqual([])
  })

  test.each(['light', 'dark'] as const)(
    'has no serious accessibility finding in %s, and six lines and twenty tiles are seen at once',
    async (colours) => {
      const page = await openTill({ colours })
      for (const name of ['Omelette', 'Toast', 'Mountain tea', 'Espresso', 'Baklava', 'Cheese pie'])
        await tile(page, name).last().click()
      await identify(page, cafe.anna)
      await page.getByText('Can spend here now').waitFor()
      await page.keyboard.press('F6')
      await byHand(page, '2')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /Use it/ }).click()
      await page.getByText('−2.00').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      const tall = await page.evaluate('document.documentElement.scrollHeight > innerHeight')
      expect(tall).toBe(false)
      expect(await page.evaluate(SEEN)).toEqual({ lines: 6, tiles: 20 })
      await page.keyboard.press('F9')
      expect(await seriousFindings(page)).toEqual([])
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /Next sale/ }).waitFor()
      expect(await seriousFindings(page)).toEqual([])
    },
  )
})
