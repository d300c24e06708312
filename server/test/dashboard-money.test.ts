import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DAY, later } from '../src/kit/time.ts'
import { openBrowser, seriousFindings } from './browser.ts'
import { press, write } from './by-keys.ts'
import { closePages, openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { openPayoutShop } from './payout-shop.ts'
import { listenTo } from './screen-reader.ts'
import { signIn } from './self-service/shopper.ts'
import { openShop, type Shop, tenPercent } from './shop.ts'

const WEEK = 7 * DAY
const MORE_THAN_A_PAGE = 101
let server: TestServer
let browser: Browser
let shop: Shop

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  browser = await openBrowser()
  shop = await openShop(server)
  await shop.offer({ ...tenPercent, name: 'Ten per cent' })
})
afterEach(() => closePages(browser))
afterAll(async () => {
  await browser.close()
  await server.stop()
})

const look = (query: string, colours: 'light' | 'dark' = 'light') =>
  openDashboard(browser, { url: server.url, key: shop.key }, { query, colours })

describe('an operator', () => {
  test('finds a contact from anywhere and corrects the balance, typing the amount twice', async () => {
    const contact = await shop.shopper()
    const page = await look('view=purchases')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search and go' }).fill('Shopper')
    await page.getByRole('option', { name: 'Shopper 1' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Shopper 1' }).waitFor()

    await page.getByRole('button', { name: 'Adjust balance' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('4.20')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('The till was down')
    const post = dialog.getByRole('button', { name: 'Post the correction' })
    expect(await post.isDisabled()).toBe(true)
    await dialog.getByRole('textbox', { name: 'Type 4.20 to confirm' }).fill('4.20')
    await post.click()
    await page.getByText('The correction is posted.').waitFor()
    expect(await shop.balance(contact)).toBe(4.2)
    await page.getByRole('link', { name: 'Adjustments' }).click()
    await page.getByText('The till was down').waitFor()
    expect(await shop.verify()).toEqual([])
  })

  test('makes one of two records of a person, and two again when that was a mistake', async () => {
    const [kept, other] = [await shop.shopper(), 'DOUBLED']
    await shop.call('POST', 'contacts', { code: other, first_name: 'Doubled' })
    await shop.buy({ contact: other, total: '30.00' })
    const id = (await shop.call('GET', `contacts?code=${kept}`)).body.content[0].id
    const page = await look(`view=contacts&id=${id}`)
    await page.getByRole('button', { name: 'Merge' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Find the other record' }).fill('Doubled')
    await dialog.getByRole('combobox', { name: 'The other record' }).selectOption({ index: 1 })
    await dialog.getByRole('textbox', { name: /^Type / }).fill(other)
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('The two records are one.').waitFor()
    expect(await shop.balance(kept)).toBe(3)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('They are two records again.').waitFor()
    expect([await shop.balance(kept), await shop.balance(other)]).toEqual([0, 3])
  })

  test('is shown who may be one person twice, compares both, parts two and makes one of two', async () => {
    const person = { first_name: 'Zoe', last_name: 'Loizou', birthday: '1985-04-09' }
    const carded = { ...person, loyalty_identifiers: [{ identifier: 'ZOE-CARD-417' }] }
    await shop.call('POST', 'contacts', { code: 'ZOE-1', ...carded })
    for (const code of ['ZOE-2', 'ZOE-3']) await shop.call('POST', 'contacts', { code, ...person })
    await shop.buy({ contact: 'ZOE-2', total: '30.00' })
    const page = await look('view=contacts')
    await page.getByRole('link', { name: 'Possible duplicates' }).click()
    const pairs = page.getByRole('table', { name: /^Pairs of records/ })
    const pairOf = (one: string, other: string) =>
      pairs.getByRole('row').filter({ hasText: one }).filter({ hasText: other })
    await pairOf('ZOE-1', 'ZOE-3').getByText('Same birthday').last().waitFor()
    await pairOf('ZOE-2', 'ZOE-3').getByRole('link').click()
    await page.getByRole('button', { name: 'They are two people' }).click()
    await pairOf('ZOE-2', 'ZOE-3').waitFor({ state: 'detached' })
    await pairOf('ZOE-1', 'ZOE-2').getByRole('link').click()
    const beside = page.getByRole('table', { name: 'Both records beside each other' })
    expect(await beside.getByRole('row', { name: 'Loyalty cards' }).textContent()).toContain('·· 417')
    expect(await beside.textContent()).not.toContain('ZOE-CARD')
    await page.getByRole('radio', { name: 'Keep ZOE-2' }).check()
    await page.getByText('0 purchases go over to ZOE-2').waitFor()
    await page.getByRole('radio', { name: 'Keep ZOE-1' }).check()
    await page.getByText('1 purchase goes over to ZOE-1').waitFor()
    await page.getByRole('button', { name: 'Merge the two' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('3.00').first().waitFor()
    await dialog.getByRole('textbox', { name: 'Type ZOE-2 to confirm' }).fill('ZOE-2')
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await page.getByText('The two records are one.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Zoe Loizou' }).waitFor()
    expect(await shop.balance('ZOE-1')).toBe(3)
  })

  test('keeps a note of a contact, sees what they ordered, and signs them out of a phone that was lost', async () => {
    const eve = await signIn(server.url, shop, 'EVE')
    await shop.call('POST', 'orders', {
      contact_id: eve.id,
      fulfilled_by: shop.venue,
      supply_method: 'PICK_UP',
      items: [{ sku: 'TEA', name: 'Mountain tea', quantity: 2, price: '2.50' }],
    })
    const page = await look(`view=contacts&id=${eve.id}`)
    await page.getByRole('link', { name: 'Notes' }).click()
    await page.getByRole('textbox', { name: 'New note' }).fill('Lost her phone on Monday.')
    await page.getByRole('button', { name: 'Add note' }).click()
    await page
      .getByRole('list', { name: /^Notes/ })
      .getByText('Lost her phone')
      .waitFor()
    expect(await page.getByRole('textbox', { name: 'New note' }).inputValue()).toBe('')

    await page.getByRole('link', { name: 'Devices' }).click()
    await page.getByRole('list', { name: 'Signed in' }).getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('Not signed in anywhere.').waitFor()
    expect((await eve.call('GET', `contacts/${eve.id}`)).status).toBe(401)

    await page.getByRole('link', { name: 'Activity' }).click()
    await page.getByRole('link', { name: /^Order / }).click()
    await page
      .getByRole('list', { name: /^What order/ })
      .getByText('2 × Mountain tea')
      .waitFor()
    await page.getByRole('link', { name: 'Notes' }).click()
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No notes yet').waitFor()
  })

  test('is told in the dialog why a correction is refused, and nothing moves', async () => {
    const contact = await shop.shopper()
    const id = (await shop.call('GET', `contacts?code=${contact}`)).body.content[0].id
    const page = await look(`view=contacts&id=${id}`)
    await page.getByRole('button', { name: 'Adjust balance' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'What' }).selectOption('DEBIT')
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('4.20')
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('A mistake')
    await dialog.getByRole('textbox', { name: 'Type 4.20' }).fill('4.20')
    await dialog.getByRole('button', { name: 'Post the correction' }).click()
    const amount = dialog.getByRole('textbox', { name: 'Amount' })
    await amount.and(page.locator('[aria-invalid]:focus')).waitFor()
    expect(await shop.balance(contact)).toBe(0)
  })

  test('voids a purchase after seeing what it takes back', async () => {
    const contact = await shop.shopper()
    const { body } = await shop.buy({ contact, total: '12.00', reference: 'TO-VOID' })
    expect(await shop.balance(contact)).toBe(1.2)
    const page = await look(`view=purchases&id=${body.id}`)
    await page.getByRole('button', { name: 'Void' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Award taken back: Ten per cent').waitFor()
    await dialog.getByText('−1.20').waitFor()
    await dialog.getByRole('textbox', { name: 'Type 12.00' }).fill('12.00')
    await dialog.getByRole('button', { name: 'Void the purchase' }).click()
    await page.getByText('Voided: 1.20 EUR taken back').waitFor()
    await page.getByText('Cancelled', { exact: true }).first().waitFor()
    // Each step leads to its entry in the books.
    const entryOf = (step: string, line: number) =>
      page
        .getByRole('listitem')
        .filter({ hasText: step })
        .getByRole('button', { name: `ledger entry ${line}` })
    await entryOf('Earned: Ten per cent', 1).waitFor()
    await entryOf('Award taken back', 2).waitFor()
    expect(await shop.balance(contact)).toBe(0)
    expect(await shop.verify()).toEqual([])
  })

  test('who hears the page finds a purchase, is told what a void takes back, and what it took', async () => {
    await shop.buy({ contact: await shop.shopper(), total: '12.00', reference: 'HEARD-1' })
    const page = await look('view=purchases')
    await page.getByText('HEARD-1').first().waitFor()
    const reader = await listenTo(page)
    await page.keyboard.press('Control+k')
    expect(await reader.at()).toBe('dialog "Search and go" > combobox "Search and go"')
    await page.keyboard.type('HEARD-2')
    expect(await reader.hears('Nothing is found')).toEqual(['Nothing is found by “HEARD-2”.'])
    await page.keyboard.press('Backspace')
    await page.keyboard.type('1')
    await page.getByRole('option', { name: 'HEARD-1' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Purchase HEARD-1' }).waitFor()
    expect(await reader.at()).toBe('main "Purchases"')
    await press(page, 'Void')
    expect(await reader.at()).toBe('dialog "Void purchase HEARD-1?" > button "Close"')
    const before = await reader.hears('In the wallet afterwards')
    expect(before.at(-1)).toBe('Award taken back: Ten per cent −1.20 EUR In the wallet afterwards 0.00 EUR')
    await write(page, 'Type 12.00 to confirm', '12.00')
    expect(await reader.at()).toBe('dialog "Void purchase HEARD-1?" > textbox "Type 12.00 to confirm"')
    await page.keyboard.press('Enter')
    expect(await reader.hears('Voided')).toEqual(['Voided: 1.20 EUR taken back, 0.00 EUR given back.'])
    await page.getByText('Cancelled', { exact: true }).first().waitFor()
  })

  test('takes goods back by line, and is told before what the till refunds', async () => {
    const contact = await shop.shopper()
    const products = [{ sku: 'TEA', name: 'Tea', quantity: 2, total_amount: '10.00' }]
    const { body } = await shop.buy({ contact, total: '10.00', products })
    const page = await look(`view=purchases&id=${body.id}`)
    await page.getByRole('button', { name: 'Return goods' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').first().fill('1')
    await dialog.getByText('Award taken back: Ten per cent (its share)').waitFor()
    expect(await shop.balance(contact)).toBe(1)
    await dialog.getByRole('button', { name: 'Take the goods back' }).click()
    await page.getByText('Returned 5.00 EUR').waitFor()
    expect(await shop.balance(contact)).toBe(0.5)
  })

  test('is told at home of a receipt that waits, and approves it where it is listed', async () => {
    const held = { settings: { self_submitted_purchases: 'HOLD' } }
    await shop.call('PUT', `organisations/${shop.merchant}`, held)
    const contact = await shop.shopper()
    const receipt = { contact: { code: contact }, transaction_code: 'OWN-1;M1;V1;2500' }
    expect((await shop.call('POST', 'purchases/reclaim', receipt)).body.state).toBe('HELD')
    const page = await look('view=home')
    await page.getByRole('link', { name: '1 claimed receipt waits for a decision' }).click()
    const row = page.getByRole('table', { name: /^Claims of receipts/ }).getByRole('row', { name: /OWN-1/ })
    await row.getByText('25.00').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await row.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('Nothing fits the filters').waitFor()
    expect(await shop.balance(contact)).toBe(2.5)
  })

  test('narrows purchases by what stands in the address, and takes the filters away again', async () => {
    await shop.buy({ contact: await shop.shopper(), reference: 'FOUND-BY-FILTER' })
    const page = await look('view=purchases&state=CANCELLED&receipt=FOUND-BY-FILTER')
    await page.getByText('Nothing fits the filters').waitFor()
    await page.getByRole('search').getByRole('button', { name: 'Clear filters' }).click()
    await page.getByText('FOUND-BY-FILTER').first().waitFor()
    expect(page.url()).not.toContain('CANCELLED')
    await looksAtOneVenue(page)
  })

  /** What is chosen in the top bar narrows every page that is of venues, and the others say that they are not. */
  async function looksAtOneVenue(page: Page): Promise<void> {
    const place = { type: 'VENUE', name: 'Harbour', code: 'HARBOUR', taps: [{ code: 'V2', name: 'v' }] }
    const { body } = await shop.call('POST', 'organisations', { ...place, parent: { id: shop.merchant } })
    const organisation = { venue_tap: { code: 'V2' } }
    await shop.buy({ contact: await shop.shopper(), reference: 'AT-HARBOUR', total: '3.33', organisation })
    await page.reload()
    const top = page.getByRole('banner')
    await top.getByRole('combobox', { name: 'Venue' }).selectOption('Harbour')
    await page.getByText('FOUND-BY-FILTER').waitFor({ state: 'hidden' })
    await page.getByText('AT-HARBOUR').first().waitFor()
    await top.getByText('Only Harbour').waitFor()
    const ways = page.getByRole('navigation', { name: 'Dashboard' })
    await ways.getByRole('link', { name: 'Home' }).click()
    const latest = page.getByRole('table', { name: 'Latest purchases' })
    await latest.getByText('AT-HARBOUR').waitFor()
    expect(await latest.getByRole('row').count()).toBe(2)
    await page
      .getByRole('region', { name: 'What offers gave in the last 30 days · whole business' })
      .waitFor()
    await page.getByRole('main').getByText('3.33').nth(1).waitFor()
    await ways.getByRole('link', { name: 'Contacts' }).click()
    await top.getByText('this page is of the whole business').waitFor()
    expect(new URL(page.url()).searchParams.get('scope')).toBe(body.id)
    expect(await seriousFindings(page)).toEqual([])
    await top.getByRole('button', { name: 'Show all venues' }).click()
    await ways.getByRole('link', { name: 'Purchases' }).click()
    await page.getByText('FOUND-BY-FILTER').first().waitFor()
    expect(page.url()).not.toContain('scope')
  }
})

describe('finance', () => {
  test('goes from what is owed at an instant to the receipt that it comes from, and to the entries of a settlement', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: '77.00', reference: 'OWED-BY' })
    const page = await look('view=reports&by=offer')
    await page.getByRole('table', { name: 'By offer' }).getByRole('link', { name: 'Ten per cent' }).click()
    const behind = page.getByRole('table', { name: 'What Ten per cent is made of' })
    await behind
      .getByRole('row', { name: /OWED-BY/ })
      .getByText('7.70')
      .first()
      .waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await behind.getByRole('link', { name: 'OWED-BY' }).click()
    await page.getByRole('heading', { level: 1, name: 'Purchase OWED-BY' }).waitFor()
    await page.goto(`${server.url}/dashboard/?view=reports&tab=settlement`)
    const entries = page.getByRole('table', { name: 'Awards and spends behind it' })
    await entries.getByRole('link', { name: 'OWED-BY' }).waitFor()
    const giver = (await shop.call('GET', 'settlements?size=1')).body.content[0].organisation
    await page.goto(`${server.url}/dashboard/?view=reports&tab=settlement&of=${giver.id}`)
    await page.getByRole('heading', { name: `Awards and spends of ${giver.name}` }).waitFor()
    await shop.buy({ contact, total: '5.00', spend: 1 })
    // The last day is inside, as it is among the entries.
    const today = server.clock.now.toLocaleDateString('sv-SE')
    await page.goto(`${server.url}/dashboard/?view=reports&tab=settlement&from=${today}&until=${today}`)
    const positions = page.getByRole('table', { name: 'What each receives and owes' })
    await positions.getByRole('link').first().waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('gets every row of a report in its file, also those of further pages', async () => {
    const at = await openShop(server)
    await at.offer(tenPercent)
    const contact = await at.shopper()
    for (let sold = 0; sold < MORE_THAN_A_PAGE; sold += 1) await at.buy({ contact, total: '10.00' })
    const query = 'view=reports&tab=settlement'
    const page = await openDashboard(browser, { url: server.url, key: at.key }, { query })
    const entries = page.getByRole('region', { name: 'Awards and spends behind it' })
    const saving = page.waitForEvent('download')
    await entries.getByRole('button', { name: 'Download CSV' }).click()
    const lines = readFileSync(await (await saving).path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(1 + MORE_THAN_A_PAGE)
  })

  test('finds of a payout whose it is, the receipt it is of, and the reference that its provider knows', async () => {
    const at = await openPayoutShop(server)
    const contact = await at.rich()
    await at.spend(contact, 4, { reference: 'PAID-BACK' })
    const { id } = (await at.call('GET', 'payouts')).body.content[0]
    const page = await openDashboard(browser, { url: server.url, key: at.key }, { query: 'view=payouts' })
    await page.getByRole('link', { name: 'Of a purchase' }).click()
    const panel = page.getByRole('complementary', { name: 'Payout' })
    await panel.getByRole('link', { name: 'Shopper 1' }).waitFor()
    await panel.getByRole('link', { name: 'PAID-BACK' }).waitFor()
    const first = panel.getByRole('region', { name: 'Try 1' })
    await server.sendPayouts()
    const { attempts } = await at.payout(id)
    await first.getByTitle(attempts[0].reference).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  })

  test('sees at home what was owed week by week, on the clock of the business, and when it expires', async () => {
    const at = await openShop(server)
    await at.offer({ ...tenPercent, expires_after: { count: 80, unit: 'DAYS' } })
    const contact = await at.shopper()
    await at.buy({ contact, total: 100 })
    server.clock.now = later(server.clock.now, 3 * WEEK)
    await at.buy({ contact, total: 50 })
    const page = await openDashboard(browser, { url: server.url, key: at.key }, { query: 'view=home' })
    const curve = page.getByRole('region', { name: 'Owed to customers, week by week' })
    await curve.getByText('15.00 EUR now.').waitFor()
    await curve.getByRole('button', { name: 'Show as table' }).click()
    const rows = await curve.getByRole('row').allInnerTexts()
    const told = rows.slice(1).map((row) => row.split('\t')[1])
    expect(told.slice(0, 3)).toEqual(['0.00 EUR', '0.00 EUR', '0.00 EUR'])
    expect(told.slice(-3)).toEqual(['10.00 EUR', '10.00 EUR', '15.00 EUR'])
    const due = page.getByRole('region', { name: 'When what is owed expires' })
    await due.getByRole('button', { name: 'Show as table' }).click()
    await due.getByRole('row', { name: /^60 days 10\.00 EUR/ }).waitFor()
    await due.getByRole('row', { name: /^90 days 5\.00 EUR/ }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test('finds a wallet by the code that a report names', async () => {
    const contact = await shop.shopper()
    await shop.buy({ contact, total: '10.00' })
    const { body } = await shop.call('GET', `contacts?code=${contact}&include_wallet=true`)
    const page = await look(`view=contacts&search=${body.content[0].wallet.code}`)
    await page.getByRole('link', { name: body.content[0].name }).waitFor()
  })
})

test.each(['light', 'dark'] as const)(
  'contacts and purchases have no serious accessibility finding in %s',
  async (colours) => {
    const contact = await shop.shopper()
    const { body } = await shop.buy({ contact, total: '12.00' })
    const page = await look(`view=purchases&id=${body.id}`, colours)
    await page.getByText('10 % of 12.00 EUR').waitFor()
    expect(await seriousFindings(page), 'purchase').toEqual([])
    await page.getByRole('button', { name: 'Void' }).click()
    expect(await seriousFindings(page), 'void').toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Open wallet' }).click()
    await page.getByText('Who this is').waitFor()
    expect(await seriousFindings(page), 'contact').toEqual([])
    await page.getByRole('button', { name: 'Merge' }).click()
    expect(await seriousFindings(page), 'merge').toEqual([])
  },
)
