import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, seriousFindings } from './browser.ts'
import { press, watchHands, write } from './by-keys.ts'
import { closePages, openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop } from './shop.ts'

let server: TestServer
let browser: Browser
let shop: Shop

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  browser = await openBrowser()
  shop = await openShop(server)
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await server.stop()
})

describe('an operator', () => {
  test('writes an offer, reads it as a sentence, looks at what is odd, replays it and publishes it', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: '40.00' })
    const page = await openDashboard(browser, { url: server.url, key: shop.key }, { query: 'view=offers' })
    await page.getByRole('button', { name: 'Cashback everywhere' }).click()
    const sentence = page.getByRole('region', { name: 'The offer as a sentence' })
    await sentence.getByText('Earn 5 % back').first().waitFor()

    await page.getByRole('textbox', { name: 'Name' }).fill('Big baskets')
    await page.getByRole('textbox', { name: 'Rate' }).fill('7.5')
    await page.getByRole('button', { name: 'Amount of the purchase' }).click()
    await page.getByRole('textbox', { name: 'At least' }).fill('20')
    await sentence.getByText('Earn 7.5 % back when the purchase is at least 20.00 EUR.').first().waitFor()
    await sentence.getByText('Saved', { exact: true }).waitFor()
    await page.getByText('What to know before it runs').waitFor()

    await page.getByRole('link', { name: 'Check and replay' }).click()
    await page.getByRole('button', { name: 'Replay', exact: true }).click()
    await page.getByText('1 of 1 purchases').waitFor()
    await page.getByText('of 1 purchases', { exact: true }).waitFor()
    // 7.5 % of 40.00, and who would have had it; nobody has yet.
    const cost = page.getByRole('region', { name: 'Cost by day' })
    await cost.getByText(/on 1 day, 3\.00 EUR in all/).waitFor()
    await page
      .getByRole('table', { name: 'Who would gain most' })
      .getByRole('row', { name: /^Shopper 1 .*\+3\.00/ })
      .waitFor()
    expect(await shop.balance(contact)).toBe(0)

    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Running', { exact: true }).waitFor()
    await shop.buy({ contact, total: '40.00' })
    expect(await shop.balance(contact)).toBe(3)
  })

  test('writes an offer, replays it and publishes it by the keyboard alone', async () => {
    // Templates stand there as long as there is no offer.
    const fresh = await openShop(server)
    await fresh.buy({ contact: await fresh.shopper(), total: '50.00' })
    const page = await openDashboard(browser, { url: server.url, key: fresh.key }, { query: 'view=offers' })
    const touches = await watchHands(page)
    await page.getByRole('button', { name: 'Cashback everywhere' }).waitFor()
    await press(page, /^Cashback everywhere/)
    const sentence = page.getByRole('region', { name: 'The offer as a sentence' })
    await sentence.getByText('Earn 5 % back').first().waitFor()
    await write(page, 'Name', 'By keys')
    await write(page, 'Rate', '4')
    await sentence.getByText('Earn 4 % back').first().waitFor()
    await sentence.getByText('Saved', { exact: true }).waitFor()
    await press(page, 'Check and replay')
    await page.getByRole('button', { name: 'Replay', exact: true }).waitFor()
    await press(page, 'Replay')
    await page
      .getByRole('region', { name: 'Cost by day' })
      .getByText(/2\.00 EUR in all/)
      .waitFor()
    await press(page, 'Publish')
    await page.getByRole('dialog').waitFor()
    await press(page, 'Publish')
    await page.getByText('Running', { exact: true }).waitFor()
    const { body } = await fresh.call('GET', 'reward_offers?search_value=By%20keys')
    expect(body.content).toMatchObject([{ name: 'By keys', state: 'ACTIVE' }])
    expect(touches()).toBe(0)
  })

  test('is told beside the sentence why what was typed is not kept', async () => {
    const id = await shop.offer({ award: { kind: 'PERCENTAGE', rate: 5 }, state: 'DRAFT' })
    const page = await openDashboard(
      browser,
      { url: server.url, key: shop.key },
      { query: `view=offers&id=${id}` },
    )
    await page.getByRole('textbox', { name: 'Rate' }).fill('a lot')
    const sentence = page.getByRole('region', { name: 'The offer as a sentence' })
    await sentence.getByRole('alert').waitFor()
    await sentence.getByText('Not saved').waitFor()
    await sentence.getByText('Earn 5 % back').first().waitFor()
  })

  test('changes what runs as a new version only after being asked, and sees what changed', async () => {
    const id = await shop.offer({ name: 'Steady', award: { kind: 'PERCENTAGE', rate: 5 } })
    const page = await openDashboard(
      browser,
      { url: server.url, key: shop.key },
      { query: `view=offers&id=${id}&tab=edit` },
    )
    await page.getByRole('textbox', { name: 'Rate' }).fill('6')
    await page.getByText('Changed here only').waitFor()
    // It reads back before it is published, and nothing of it runs.
    await page
      .getByRole('region', { name: 'The offer as a sentence' })
      .getByText('Earn 6 % back')
      .first()
      .waitFor()
    expect((await shop.call('GET', `reward_offers/${id}`)).body.version).toBe(1)
    await page.getByRole('button', { name: 'Publish as version 2' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Earn 5 % back').waitFor()
    await dialog.getByText('Earn 6 % back').waitFor()
    await dialog.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('link', { name: 'Versions' }).click()
    await page.getByText('5 % of the purchase').waitFor()
    await page.getByText('6 % of the purchase').waitFor()
  })

  test('pauses an offer, and the next purchase earns nothing by it', async () => {
    const other = await openShop(server)
    const id = await other.offer({ award: { kind: 'PERCENTAGE', rate: 5 } })
    const page = await openDashboard(
      browser,
      { url: server.url, key: other.key },
      { query: `view=offers&id=${id}` },
    )
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click()
    await page.getByText('Paused', { exact: true }).waitFor()
    const contact = await other.shopper()
    await other.buy({ contact, total: '40.00' })
    expect(await other.balance(contact)).toBe(0)
  })
})

test.each(['light', 'dark'] as const)(
  'offers have no serious accessibility finding in %s',
  async (colours) => {
    await shop.offer({ name: 'Judged', award: { kind: 'PERCENTAGE', rate: 5 } })
    const page = await openDashboard(
      browser,
      { url: server.url, key: shop.key },
      { query: 'view=offers', colours },
    )
    await page.getByRole('table').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('link', { name: 'Judged' }).first().click()
    for (const tab of ['Edit', 'Check and replay', 'Versions', 'Overview']) {
      await page.getByRole('link', { name: tab }).click()
      await page.getByRole('heading', { level: 1, name: 'Judged' }).waitFor()
      expect(await seriousFindings(page), tab).toEqual([])
    }
  },
)
