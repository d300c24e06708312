import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { startServer, type TestServer } from './harness.ts'
import { byHand, identify, openTill as openAt, type TillLook, tile } from './till-page.ts'

const ON_THE_LINE = /backoffice|livez/

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
    await page.context().route(ON_THE_LINE, (route) => route.abort())
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
    await page.context().unroute(ON_THE_LINE)
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

  test('a queue that somebody changed in the browser is told by the server, the till says so, and no sale is lost', async () => {
    const page = await openTill()
    await page.context().route(ON_THE_LINE, (route) => route.abort())
    for (const [name, queued] of [
      ['Espresso', 1],
      ['Baklava', 2],
    ] as const) {
      await tile(page, name).last().click()
      await page.keyboard.press('F9')
      await page.getByRole('button', { name: /Card/ }).click()
      await page.getByText('Sent when the line is back').first().waitFor()
      await page.keyboard.press('Enter')
      await page.getByText(`Offline, ${queued} queued`).waitFor()
    }
    // The dearer sale is made cheaper where it waits.
    await page.evaluate(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('tillback-till')
      opening.onerror = reject
      opening.onsuccess = () => {
        const store = opening.result.transaction('waiting', 'readwrite').objectStore('waiting')
        store.getAll().onsuccess = ({ target }) => {
          const last = target.result.at(-1)
          last.entry.payload = last.entry.payload.replaceAll('3.60', '0.60')
          store.put(last).onsuccess = resolve
        }
      }
    })`)
    await page.context().unroute(ON_THE_LINE)
    await page.getByText('Queue stopped').waitFor()
    const { body: first } = await cafe.call('GET', 'purchases?size=1')
    expect(first.content[0].transaction_amounts.total).toBe(2)
    const { body: tills } = await cafe.call('GET', 'tills')
    const kinds = await Promise.all(
      tills.content.map(async ({ id }: { readonly id: string }) => {
        const { body } = await cafe.call('GET', `tills/${id}/incidents`)
        return body.content.map(({ kind }: { readonly kind: string }) => kind)
      }),
    )
    expect(new Set(kinds.flat())).toEqual(new Set(['BAD_SIGNATURE']))
    await page.getByText('Queue stopped').click()
    await page.getByRole('button', { name: 'Begin anew and send' }).click()
    await page.getByText('Nothing waits: everything was sent.').waitFor()
    await page.getByText('Online').waitFor()
    const { body: all } = await cafe.call('GET', 'purchases?size=1')
    expect(all.content[0].transaction_amounts.total).toBe(0.6)

    // The last sale is cut off, of which no later one would tell yet.
    await page.keyboard.press('Escape')
    await page.context().route(ON_THE_LINE, (route) => route.abort())
    await tile(page, 'Espresso').last().click()
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: /Card/ }).click()
    await page.getByText('Sent when the line is back').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Offline, 1 queued').waitFor()
    await page.evaluate(`new Promise((resolve, reject) => {
      const opening = indexedDB.open('tillback-till')
      opening.onerror = reject
      opening.onsuccess = () => {
        const store = opening.result.transaction('waiting', 'readwrite').objectStore('waiting')
        store.clear().onsuccess = resolve
      }
    })`)
    await page.context().unroute(ON_THE_LINE)
    await page.getByText('Queue stopped').waitFor()
    const { body: last } = await cafe.call('GET', 'tills?size=1')
    const { body: missed } = await cafe.call('GET', `tills/${last.content[0].id}/incidents`)
    expect(missed.content).toMatchObject([{ kind: 'GAP' }])
  })

  test('a spend without an answer is paid in full, and the first try takes nothing when it arrives after all', async () => {
    const page = await openTill()
    const before = await cafe.balance(cafe.annaCode)
    await tile(page, 'Baklava').click()
    await identify(page, cafe.anna)
    await page.keyboard.press('F6')
    await page.getByRole('button', { name: /^2.00/ }).click()
    await page.getByRole('button', { name: /Use it/ }).click()
    await page.getByText('−2.00').waitFor()
    await page.keyboard.press('F9')
    await page.getByRole('dialog').waitFor()
    let lost: object = {}
    await page.context().route(ON_THE_LINE, (route) => {
      const request = route.request()
      if (/purchases$/.test(request.url()) && request.method() === 'POST') lost = request.postDataJSON()
      return route.abort()
    })
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('No answer').waitFor()
    await page.getByRole('button', { name: /^3.60/ }).click()
    await page.getByText('Sent when the line is back').first().waitFor()
    // It was only late: now it arrives.
    await cafe.call('POST', 'purchases', lost)
    await page.context().unroute(ON_THE_LINE)
    await page.keyboard.press('Enter')
    await page.getByText('Online').waitFor()
    const { body } = await cafe.call('GET', 'purchases?size=2')
    expect(body.content).toMatchObject([
      { state: 'POSTED', amount_due: 3.6, rewards: { spend: 0 } },
      { state: 'CANCELLED', amount_due: 1.6 },
    ])
    // The clock of the server stands still meanwhile; the till's does not.
    server.clock.now = new Date()
    expect(await cafe.balance(cafe.annaCode)).toBeCloseTo(before + body.content[0].rewards.award, 2)
  })
})
