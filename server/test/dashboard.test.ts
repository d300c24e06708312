import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, seriousFindings } from './browser.ts'
import { closePages, openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { openShop, type Shop, tenPercent } from './shop.ts'
import { PASSWORD, staffOf } from './staff.ts'

const huge = { ...tenPercent, on_top: true, conditions: [{ kind: 'AMOUNT', minimum: 500 }] }

let server: TestServer
let browser: Browser
let shop: Shop

beforeAll(async () => {
  // What is live on the screen follows numbered events, as on a server that stands.
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  browser = await openBrowser()
  shop = await openShop(server)
  await shop.offer({ ...tenPercent, name: 'Ten per cent' })
  await shop.offer({ ...huge, name: 'Big baskets' })
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
    await page.getByRole('list', { name: 'Gave nothing' }).getByText('Big baskets').waitFor()
    expect(await page.getByText('at least 500.00 EUR').count()).toBeGreaterThan(0)
    expect(elsewhere).toEqual([])
  })

  test('of a clerk is told of a purchase as it is posted, and asks for none of them meanwhile', async () => {
    const { username } = await (await staffOf(server, shop)).add('CLERK')
    await shop.buy({ total: '5.00' })
    const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage()
    let asked = 0
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/backoffice/v2/purchases') asked += 1
    })
    await page.goto(`${server.url}/dashboard/?view=purchases`)
    const door = page.getByRole('form', { name: 'As a member of staff' })
    await door.getByLabel('E-mail').fill(username)
    await door.getByLabel('Password').fill(PASSWORD)
    const stands = page.waitForResponse(
      (response) => response.url().endsWith('/changes/stream') && response.ok(),
    )
    await door.getByRole('button').click()
    await stands
    await page.getByRole('table', { name: 'Purchases' }).waitFor()
    // What happened before the stream stood is asked for once.
    await page.waitForTimeout(1_500)
    const before = asked
    await page.waitForTimeout(2_500)
    expect(asked).toBe(before)
    await shop.buy({ contact: await shop.shopper(), total: '7.00', reference: 'TOLD-CLERK' })
    await page.getByText('TOLD-CLERK').first().waitFor({ timeout: 4_000 })
    expect(asked).toBeLessThanOrEqual(before + 2)

    // There is no event of an offer that was written: that it was is told all the same, long before it would be asked for.
    await page.getByRole('navigation').getByRole('link', { name: 'Offers' }).click()
    await page.getByText('Big baskets').first().waitFor()
    await page.waitForTimeout(500)
    await shop.offer({ ...huge, name: 'Written elsewhere' })
    await page.getByText('Written elsewhere').first().waitFor({ timeout: 4_000 })

    // Keys, webhooks and colleagues are for others: nothing at home asks a clerk to take such a step.
    const refused = page.waitForResponse((response) => response.url().includes('/backoffice/v2/users?'))
    await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click()
    expect((await refused).status()).toBe(403)
    await page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    await page.waitForTimeout(500)
    expect(await page.getByRole('link', { name: 'Invite a colleague' }).count()).toBe(0)
    await seesWholePhone(page)
  })

  /** A clerk has a phone shown that the server masks; when the page is left it is masked again, and the log knows. */
  async function seesWholePhone(page: Page): Promise<void> {
    await shop.call('POST', 'contacts', {
      code: 'RING',
      first_name: 'Ringa',
      phones: [{ number: '99 765 432' }],
      emails: [{ email_address: 'ringa@shop.example' }],
    })
    const texts: Promise<string>[] = []
    page.on('response', (response) => {
      if (response.request().method() === 'GET') texts.push(response.text().catch(() => ''))
    })
    await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).click()
    const open = async () => {
      await page.getByRole('search').getByRole('textbox').fill('99765432')
      // What was typed narrows the list after a pause, and closes what is open beside it.
      await page.waitForURL(/search=99765432/)
      await page.getByRole('link', { name: 'Ringa' }).click()
      await page.getByRole('link', { name: 'Open contact' }).click()
      await button(page, 'Show: Phone').waitFor()
    }
    await open()
    expect(await page.getByRole('main').textContent()).not.toMatch(/765.?432/)
    await button(page, 'Show: Phone').click()
    await page.getByText('99 765 432').waitFor()
    expect(await button(page, 'Show: E-mail').count()).toBe(1)
    const { body } = await shop.call('GET', 'audit_log?operation=revealContact')
    expect(body.content).toMatchObject([{ by: { kind: 'USER' }, changes: [{ field: 'phones' }] }])
    await page.getByRole('navigation').getByRole('link', { name: 'Contacts' }).click()
    await open()
    expect(await page.getByRole('main').textContent()).not.toMatch(/765.?432|ringa@/)
    expect((await Promise.all(texts)).filter((text) => /765.?432|ringa@/.test(text))).toEqual([])
  }

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

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const see = (at: Shop, query: string) => openDashboard(browser, { url: server.url, key: at.key }, { query })

/** Whose pages may have that one in a frame. */
const shownBy = async (path: string) => {
  const { headers } = await fetch(`${server.url}${path}`)
  return /frame-ancestors ([^;]+)/.exec(headers.get('content-security-policy') ?? '')?.[1]
}

describe('the test tools', () => {
  test('make an event happen, and lead to what it reads and to whom it was delivered', async () => {
    await shop.call('POST', 'webhook_endpoints', { url: 'https://hook.invalid/all' })
    const page = await see(shop, 'view=tools&tab=triggers')
    const event = page.getByRole('combobox', { name: 'Event' })
    await event.selectOption('webhook_endpoint.paused')
    expect(await button(page, 'Make it happen').isDisabled()).toBe(true)
    await event.selectOption('purchase.cancelled')
    await page.getByText('The purchase is voided.').waitFor()
    await button(page, 'Make it happen').click()
    const happened = page.getByRole('table', { name: 'What happened' })
    await happened
      .getByRole('link', { name: /^Purchase · / })
      .first()
      .waitFor()
    await happened.getByRole('link', { name: 'purchase.cancelled', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'purchase.cancelled' }).waitFor()
    const deliveries = page.getByRole('table', { name: 'Deliveries' })
    const hook = deliveries.getByRole('link', { name: 'https://hook.invalid/all' })
    await hook.waitFor({ timeout: 15_000 })
    expect(await seriousFindings(page)).toEqual([])

    // From there to what was sent, and to why it did not arrive.
    await hook.click()
    const panel = page.getByRole('complementary', { name: 'purchase.cancelled' })
    await panel.getByRole('heading', { name: 'Try 1' }).waitFor({ timeout: 15_000 })
    await panel.getByText('No answer', { exact: true }).first().waitFor()
    await panel.getByRole('button', { name: 'Request', exact: true }).first().click()
    await panel.getByText(/"type": "purchase\.cancelled"/).waitFor()
    await page.getByRole('slider', { name: 'Calls of the last 24 hours' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('open till and app beside each other as the contact who is chosen, and sign nobody out on the device', async () => {
    const at = await openShop(server)
    await at.offer(tenPercent)
    await at.buy({ contact: await at.shopper(), total: '12.00' })
    const page = await see(at, 'view=tools&tab=beside')
    const kept = JSON.stringify({ accessToken: 'of another' })
    await page.evaluate(`localStorage.setItem('tillback.shopper.session', '${kept}')`)
    await page.getByRole('button', { name: 'Open till and app as Shopper 1' }).click()
    const both = page.getByRole('dialog', { name: 'Till and app as Shopper 1' })
    const app = page.frameLocator('iframe[title="The app of the customer"]')
    const till = page.frameLocator('iframe[title="The till"]')
    await app.getByText('Your balance').waitFor({ timeout: 15_000 })
    await app.getByText('1.20').first().waitFor()
    await till.getByRole('region', { name: 'Articles' }).waitFor({ timeout: 15_000 })
    expect(await seriousFindings(page)).toEqual([])
    expect(
      await Promise.all(['/dashboard/', '/till/', '/shopper/', '/till/display.html'].map(shownBy)),
    ).toEqual(["'none'", "'self'", "'self'", "'none'"])
    expect(page.frames().map((frame) => new URL(frame.url()).hash)).toEqual(['', '', ''])
    expect(await page.evaluate(`localStorage.getItem('tillback.shopper.session')`)).toBe(kept)

    // What is left of them is gone with the dialog, and the dashboard goes on.
    await both.getByRole('button', { name: 'Close' }).click()
    await both.waitFor({ state: 'detached' })
    expect(
      await page.evaluate('Object.keys(sessionStorage).filter((name) => /shopper|beside/.test(name))'),
    ).toEqual([])
    await page.reload()
    await button(page, 'Open as a new customer').click()
    await page.getByRole('dialog', { name: /^Till and app as Test Customer/ }).waitFor()
    await app.getByText('Your balance').waitFor({ timeout: 15_000 })
  })

  test('remove what happened once the name of the business was typed, and tell what went', async () => {
    const at = await openShop(server)
    await at.offer(tenPercent)
    await at.buy({ contact: await at.shopper(), total: '12.00' })
    const { body: business } = await at.call('GET', 'organisations?type=BUSINESS')
    const page = await see(at, 'view=tools&tab=wipe')
    await button(page, 'Remove what happened').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('list', { name: 'Among them' }).getByText('1 purchase').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    const act = dialog.getByRole('button', { name: 'Remove what happened' })
    const typed = dialog.getByRole('textbox', { name: `Type ${business.content[0].name} to confirm` })
    await typed.fill('Another')
    expect(await act.isDisabled()).toBe(true)
    await typed.fill(business.content[0].name)
    await act.click()
    await page
      .getByRole('table', { name: 'What was removed' })
      .getByRole('row', { name: 'purchases 1' })
      .waitFor()
    expect((await at.call('GET', 'purchases')).body.content).toEqual([])
    expect((await at.call('GET', 'reward_offers')).body.content).toHaveLength(1)
  })

  test('bring to live data what was tried out, as it was reviewed and not otherwise', async () => {
    const tests = await openShop(server)
    const live = await openShop(server, { mode: 'LIVE', twinOf: tests })
    await tests.offer({ ...tenPercent, name: 'Tried out', code: 'TRIED' })
    await tests.call('POST', 'order_catalogues', { code: 'MENU', name: 'Menu' })
    const drinks = { code: 'DRINKS', name: 'Drinks' }
    await tests.call('POST', 'order_catalogues/MENU/categories', drinks)
    const page = await see(live, 'view=tools')
    await button(page, 'Compare').click()
    const changes = page.getByRole('table', { name: 'What changes of Tried out' })
    await changes.getByRole('row', { name: 'State – Running or scheduled' }).waitFor()
    await changes.getByRole('row', { name: 'Award – 10 % of the purchase' }).waitFor()
    await page.getByText('Earn 10 % back').waitFor()
    await page.getByRole('table', { name: 'What changes of Drinks' }).waitFor()
    await page.getByText('MENU DRINKS', { exact: true }).waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await tests.call('PUT', 'reward_offers/TRIED', { name: 'Changed meanwhile' })
    await button(page, 'Apply to live data').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('listitem').filter({ hasText: 'Tried out' }).waitFor()
    await dialog.getByRole('button', { name: 'Apply to live data' }).click()
    await dialog.getByRole('alert').getByText('no longer what was reviewed').waitFor()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect((await live.call('GET', 'reward_offers')).body.content).toEqual([])

    await button(page, 'Compare again').click()
    await page.getByRole('table', { name: 'What changes of Changed meanwhile' }).waitFor()
    await button(page, 'Apply to live data').click()
    await dialog.getByRole('button', { name: 'Apply to live data' }).click()
    await page.getByText('Applied', { exact: true }).waitFor()
    expect((await live.call('GET', 'reward_offers')).body.content).toMatchObject([{ state: 'ACTIVE' }])
  })
})

test('a list that was narrowed is kept under a name, found again by keyboard, and forgotten', async () => {
  const page = await see(shop, 'view=purchases&state=CANCELLED')
  await button(page, 'Save this view').click()
  // The first stop of a dialog is the button that closes it.
  await page.keyboard.press('Tab')
  await page.keyboard.type('Voided ones')
  await page.keyboard.press('Enter')
  const view = page
    .getByRole('navigation', { name: 'Saved views' })
    .getByRole('link', { name: 'Voided ones' })
  await view.and(page.locator(':focus')).waitFor()
  expect(await view.getAttribute('aria-current')).toBe('true')
  expect(await seriousFindings(page)).toEqual([])

  await page.goto(`${server.url}/dashboard/?view=offers`)
  await page.getByRole('heading', { level: 1, name: 'Offers' }).waitFor()
  expect(await page.getByRole('navigation', { name: 'Saved views' }).count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('voided')
  await page.getByRole('option', { name: /Voided ones/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Purchases' }).waitFor()
  expect(page.url()).toContain('state=CANCELLED')

  await button(page, 'Forget Voided ones').focus()
  await page.keyboard.press('Enter')
  await view.waitFor({ state: 'detached' })
  await button(page, 'Save this view').waitFor()
})

test('in Greek the pages of offers have no English sentence', async () => {
  const at = await openShop(server)
  const id = await at.offer({ ...tenPercent, name: 'Δέκα τοις εκατό', state: 'DRAFT' })
  const page = await see(at, 'view=home')
  await page.evaluate("localStorage.setItem('tillback.language', 'el')")
  const { body: offer } = await at.call('GET', `reward_offers/${id}`)
  // What the shop called it stays as it is.
  const said = [offer.commerce_pool.name]
  const ofOffer = ['overview', 'edit', 'replay', 'versions'].map((tab) => `&id=${id}&tab=${tab}`)
  const places = ['', ...ofOffer]
  for (const tab of ['schemes', 'tiers', 'plans', 'pools']) places.push(`&tab=${tab}`)
  for (const place of places) {
    await page.goto(`${server.url}/dashboard/?view=offers${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('status').filter({ hasText: 'Φορτώνει' }).first().waitFor({ state: 'detached' })
    const texts = await page.evaluate<string[]>(TEXTS)
    const english = texts.filter((text) => /[a-z]{2,} [a-z]{2,}/.test(text) && !/[α-ωά-ώ]/i.test(text))
    expect(
      english.filter((text) => !said.includes(text)),
      place,
    ).toEqual([])
  }
})

/** Every text that stands by itself in the view. */
const TEXTS = `[...document.querySelectorAll('main *')].flatMap(({ childNodes }) =>
  [...childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()))`
