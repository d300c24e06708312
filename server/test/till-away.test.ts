import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { startServer, type TestServer } from './harness.ts'
import { byHand, openTill as openAt, type TillLook, tile } from './till-page.ts'

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

describe('a till without a line', { timeout: 240_000 }, () => {
  test('sells three times while the line is down: three awards follow, at the time of the till', async () => {
    const now = Math.floor(Date.now() / 1_000)
    await cafe.offer({
      name: 'This half hour',
      award: { kind: 'FIXED', amount: '0.25' },
      on_top: true,
      availability: { from: now - 60, to: now + 1_800 },
    })
    const page = await openTill()
    const before = await cafe.balance(cafe.annaCode)
    await page.context().route(/backoffice|livez/, (route) => route.abort())
    for (const [name, queued] of [
      ['Espresso', 1],
      ['Baklava', 2],
      ['Orange pie', 3],
    ] as const) {
      await tile(page, name).last().click()
      await page.keyboard.press('F4')
      await byHand(page, cafe.anna)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Use it unchecked' }).click()
      await page.keyboard.press('F9')
      await page.getByRole('button', { name: /Card/ }).click()
      await page.getByText('Sent when the line is back').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByText(`Offline, ${queued} queued`).waitFor()
    }
    expect(await cafe.balance(cafe.annaCode)).toBe(before)
    // Two hours later, when the offer is over.
    server.clock.now = new Date(Date.now() + 7_200_000)
    await page.context().unroute(/backoffice|livez/)
    await page.getByText('Online').waitFor()
    const { body } = await cafe.call('GET', 'purchases?size=3')
    expect(body.content.map(({ rewards }: { readonly rewards: object }) => rewards)).toMatchObject([
      { award: 0.64 },
      { award: 0.61 },
      { award: 0.45 },
    ])
    for (const { date } of body.content) expect(Math.abs(date - now)).toBeLessThan(600)
    const { body: tills } = await cafe.call('GET', 'tills')
    expect(tills.content.map(({ counter }: { readonly counter: number }) => counter)).toContain(3)
  })

  test('starts anew without a line, with its articles and what was in the basket, and sells on', async () => {
    const page = await openTill({ keepsFiles: true })
    await page.evaluate(`(async () => {
      await navigator.serviceWorker.ready
      const isKept = async () => (await (await caches.open('tillback-till-1')).keys()).some(({ url }) => /esc-pos/.test(url))
      while (!(await isKept())) await new Promise((resolve) => setTimeout(resolve, 100))
    })()`)
    await tile(page, 'Cappuccino').click()
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('list', { name: 'Basket' }).getByText('Cappuccino').waitFor()
    await page.getByText('Offline, 0 queued').waitFor()
    await tile(page, 'Baklava').click()
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: /Card/ }).click()
    await page.getByText('Sent when the line is back').first().waitFor()
    await page.reload()
    await page.getByText('Offline, 1 queued').waitFor()
    await page.getByText('Scan an article or tap one.').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Online').waitFor()
    const { body } = await cafe.call('GET', 'purchases?size=1')
    expect(body.content[0].transaction_amounts.total).toBe(7)
  })
})
