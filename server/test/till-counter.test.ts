import type { Browser, Page } from 'playwright-core'
import { encode } from 'uqr'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, seriousFindings } from './browser.ts'
import { press, watchHands } from './by-keys.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { startServer, type TestServer } from './harness.ts'
import { listenTo } from './screen-reader.ts'
import { receiptVideo } from './shopper/receipt-video.ts'
import { byHand, identify, openTill as openAt, scan, type TillLook, takenBack, tile } from './till-page.ts'

/** Whether the key to pay is seen without scrolling. */
const SEES_PAY = `document.querySelector('button[aria-keyshortcuts=F9]').getBoundingClientRect().bottom <= innerHeight`

/** The windows of the till: their key, and what is pressed in them. */
const WINDOWS: readonly (readonly [key: string, ...pressed: (string | RegExp)[]])[] = [
  ['F4'],
  ['F6', /^All/],
  ['F7'],
  ['F7', 'Kitchen ticket'],
  ['F7', 'Cancel'],
  ['F8'],
  ['F8', 'Without a receipt'],
  ['F10'],
  ['Escape'],
  ['Alt+T', 'Set up the scanner'],
]

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

async function order() {
  const { body: anna } = await cafe.call('GET', `contacts/${cafe.annaCode}`)
  const items = [{ sku: 'CAP', name: 'Cappuccino', quantity: 2, price: '3.40', notes: 'no sugar' }]
  const order = { contact_id: anna.id, fulfilled_by: cafe.venue, supply_method: 'PICK_UP', items }
  return (await cafe.call('POST', 'orders', order)).body
}

/** What axe finds in the window in front, which is closed after it. */
async function findingsInFront(page: Page): Promise<string[]> {
  const found = await seriousFindings(page)
  while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
  return found
}

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
    await display.goto(`${server.url}/till/display`)
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

  test('tells a sale with a spend to somebody who hears it, step by step', async () => {
    const page = await openTill()
    const reader = await listenTo(page)
    await page.keyboard.press('F2')
    expect(await reader.at()).toBe('textbox "Scan or search"')
    await byHand(page, 'OME')
    await page.keyboard.press('Enter')
    expect(await reader.hears('1 × Omelette with tomato and feta, 6.90 EUR to pay')).toHaveLength(1)
    await page.keyboard.press('F4')
    expect(await reader.at()).toBe(
      'dialog "Identify the member" > textbox "Phone, e-mail, code, card number or a scan of their code"',
    )
    await byHand(page, 'nobody@example.com')
    await page.keyboard.press('Enter')
    await reader.hears('Nobody is known by that. The receipt’s code lets them claim the purchase later.')
    await page.keyboard.press('ControlOrMeta+a')
    await byHand(page, cafe.anna)
    await page.keyboard.press('Enter')
    await reader.hears('Member A. P., ending in 456, the wallet can pay 6.90 EUR here now')
    expect(await reader.at()).toBe('textbox "Scan or search"')
    await page.keyboard.press('F6')
    expect(await reader.at()).toBe('dialog "Pay with rewards" > textbox "Another amount"')
    await byHand(page, '2')
    await page.keyboard.press('Enter')
    expect(await reader.hears('Approved: 2.00 EUR')).toEqual([
      'Waiting for the answer…',
      'Approved: 2.00 EUR',
    ])
    expect(await reader.at()).toBe('dialog "Pay with rewards" > button "Use it: 4.90 EUR to pay"')
    await page.keyboard.press('Enter')
    await reader.hears('1 × Omelette with tomato and feta, 4.90 EUR to pay, earns 0.49 EUR')
    await page.keyboard.press('F9')
    expect(await reader.at()).toBe(
      'dialog "Pay" (To pay 4.90 EUR) > textbox "Cash given" (Enter takes the exact amount.)',
    )
    await byHand(page, '10')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Next sale/ }).waitFor()
    expect(await reader.at()).toBe(
      'dialog "Receipt" (2.00 EUR off with rewards, 4.90 EUR to pay, 0.49 EUR earned. Change 5.10 EUR) > button "Next sale"',
    )
    await page.keyboard.press('Enter')
    await reader.hears('The basket is empty.')
    expect(await reader.at()).toBe('textbox "Scan or search"')
    // What interrupts is money that is declined, and nothing else.
    await tile(page, 'Baklava').click()
    await page.keyboard.press('F6')
    await byHand(page, '000000')
    await page.keyboard.press('Enter')
    expect((await reader.hears(/^! Declined/)).filter((text) => text.startsWith('!'))).toHaveLength(1)
  })

  test('one line comes back by the keyboard alone', async () => {
    await sold('BY-KEYS')
    const page = await openTill()
    const touches = await watchHands(page)
    await page.keyboard.press('F8')
    await byHand(page, 'BY-KEYS')
    await page.keyboard.press('Enter')
    const more = page.getByRole('button', { name: 'One more Cinnamon bun comes back' })
    await more.waitFor()
    await press(page, 'One more Cinnamon bun comes back')
    await press(page, 'Take back')
    await takenBack(page, 'Give back in money', '2.20')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const { body } = await cafe.call('GET', 'purchases/BY-KEYS')
    expect(body.returned).toMatchObject({ total: 2.2, award: 0.22 })
    expect(touches()).toBe(0)
  })

  test('of two whom one number may mean the clerk picks one by the first name', async () => {
    // As dialled here, and with the calling code of another country.
    for (const [first_name, country_code, number] of [
      ['Maria', 'CYP', '50012345'],
      ['Nikos', 'FLK', '12345'],
    ]) {
      const phones = [{ country_code, number, is_primary: true }]
      const made = await cafe.call('POST', 'contacts', { first_name, phones })
      expect(made.status).toBe(200)
    }
    const page = await openTill()
    await page.keyboard.press('F4')
    await byHand(page, '50012345')
    await page.keyboard.press('Enter')
    await page.getByText('Several are known by that').waitFor()
    await page.getByRole('button', { name: 'Nikos ·· 345' }).waitFor()
    await page.getByRole('button', { name: 'Maria ·· 345' }).click()
    await page.getByText('M. ·· 345').waitFor()
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

  test('three scans set up the scanner, whose signs around a code are off from then on; one at a serial port is heard as well', async () => {
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
    // Another one speaks by a serial port.
    await page.evaluate(`(() => {
      let send
      const port = {
        readable: new ReadableStream({ start: (to) => { send = (text) => to.enqueue(new TextEncoder().encode(text)) } }),
        open: async () => {}, close: async () => {}, getInfo: () => ({ usbVendorId: 1 }),
      }
      const serial = { requestPort: async () => port, getPorts: async () => [port] }
      Object.defineProperty(navigator, 'serial', { value: serial })
      window.scanBySerial = (text) => send(text)
    })()`)
    await page.keyboard.press('Alt+T')
    await page.getByRole('button', { name: 'Choose a scanner at a serial port' }).click()
    await page.getByText('A scanner at a serial port is heard as well.').waitFor()
    await page.keyboard.press('Escape')
    // Once more within 700 ms is the scanner's bounce.
    await page.waitForTimeout(750)
    await page.evaluate(`scanBySerial('52012345')`)
    await page.evaluate(`scanBySerial('67894\\r\\n5201234567894\\r\\nmember:${cafe.annaCode}\\r\\n')`)
    await page.getByRole('list', { name: 'Basket' }).getByText('2 × ').waitFor()
    await page.getByText('A. P. ·· 456').waitFor()
  })

  test('a star and figures are the quantity of the line, plus and minus change it, wherever the keyboard is', async () => {
    const page = await openTill()
    await tile(page, 'Baklava').click()
    await byHand(page, '*12')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Pay 43.20/ }).waitFor()
    await scan(page, '5201234567894')
    await page.getByRole('button', { name: /Pay 46.40/ }).waitFor()
    await page.keyboard.press('+')
    await page.getByRole('button', { name: /Pay 49.60/ }).waitFor()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('-')
    await page.getByRole('button', { name: /Pay 46.00/ }).waitFor()
    await page.keyboard.press('Delete')
    await page.getByRole('button', { name: /Pay 6.40/ }).waitFor()
    // One step back at a time, and it asks before it clears.
    await page.keyboard.press('Alt+L')
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Clear this sale?' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /Pay 6.40/ }).waitFor()
    // So it does before the till is left.
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('button', { name: /Pay 6.40/ }).waitFor()
    await page.getByRole('button', { name: 'Another venue' }).click()
    await page.getByRole('button', { name: 'Clear', exact: true }).last().click()
    await page.getByText('Scan an article or tap one.').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Open the till' }).waitFor()
  })

  test('goods without a receipt come back as they lie in the basket, from a member or from nobody', async () => {
    const page = await openTill()
    await tile(page, 'Baklava').click()
    await identify(page, cafe.anna)
    await page.keyboard.press('F8')
    await page.getByRole('button', { name: 'Without a receipt' }).click()
    await page.getByRole('button', { name: 'What is in the basket: 3.60 EUR' }).click()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('The goods are taken back.').waitFor()
    await page.getByText('−0.36').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Scan an article or tap one.').waitFor()
    await page.keyboard.press('F8')
    await page.getByRole('button', { name: 'Without a receipt' }).click()
    await page.getByLabel('Value of the goods').fill('2,50')
    await page.keyboard.press('Enter')
    await page.getByText('Found on no purchase').waitFor()
  })

  test('some lines of a receipt are undone from its void, as its barcode is scanned, and what that undoes is said before', async () => {
    const { receipt } = await sold('SOME-LINES')
    const page = await openTill()
    await scan(page, receipt.barcode)
    await page.getByRole('button', { name: 'One more Cappuccino comes back' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('F10')
    await scan(page, receipt.qr)
    await page.getByRole('button', { name: 'Only some lines' }).click()
    await page.getByRole('button', { name: 'One more Cappuccino comes back' }).click()
    await page.getByText('What this undoes').waitFor()
    await page.getByText('−0.34').waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await takenBack(page, 'Give back in money', '3.40')
  })

  test('a tablet without a scanner reads an article by its camera, once while it is held there', async () => {
    const film = receiptVideo(
      encode('https://id.example.com/01/05201234567894', { ecc: 'M', border: 0 }).data,
    )
    await browser.close()
    browser = await openBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ])
    const page = await openTill()
    await page.keyboard.press('Alt+C')
    await page.getByText(/^Read: https/).waitFor()
    await page.getByRole('button', { name: /^Pay 3.20/ }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: /^Pay 3.20/ }).waitFor()
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
    const placed = await order()
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
    const asked = page.waitForRequest(/simulate=true/)
    await tile(page, 'Baklava').click()
    expect((await asked).headers()['accept-language']).toBe('el')
    await page.getByRole('button', { name: /Πληρωμή 3,60/ }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('el')
    await page.keyboard.press('F9')
    await page.keyboard.press('Enter')
    // What nobody's purchase is told with is the till's to say: nobody's language is known.
    await page
      .getByText('Πληρωτέα 3,60 EUR. Με σάρωση του κωδικού της απόδειξης κερδίζονται ανταμοιβές.')
      .waitFor()
    await page.keyboard.press('Enter')
    await tile(page, 'Baklava').click()
    await page.keyboard.press('Alt+T')
    await page.getByLabel('Γλώσσα', { exact: true }).selectOption('en')
    await page.getByRole('button', { name: /Pay 3.60/ }).waitFor()
  })

  test.each([
    ['in light', {}],
    ['dark and twice as large', { colours: 'dark', width: 512, height: 384 }],
  ] as const)('%s no window of it keeps anybody out', async (name, look) => {
    await order()
    await sold(`SEEN-${name.replaceAll(' ', '-')}`)
    const page = await openTill(look)
    await tile(page, 'Omelette').click()
    await identify(page, cafe.anna)
    for (const [key, ...pressed] of WINDOWS) {
      await page.keyboard.press(key)
      for (const name of pressed) {
        await page.getByRole('dialog').getByRole('button', { name }).first().click()
      }
      expect([key, ...pressed, ...(await findingsInFront(page))]).toEqual([key, ...pressed])
    }
    for (const key of ['F8', 'F10']) {
      await page.keyboard.press(key)
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .fill(`SEEN-${name.replaceAll(' ', '-')}`)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByText('9.00').waitFor()
      expect([key, ...(await findingsInFront(page))]).toEqual([key])
    }
    await page.getByTitle('Show what waits for the line').click()
    expect(await findingsInFront(page)).toEqual([])
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Clear', exact: true }).last().click()
    await page.getByRole('heading', { name: 'Open the till' }).waitFor()
    expect(await seriousFindings(page)).toEqual([])
  })

  test.each([
    ['twice as large', { width: 512, height: 384 }],
    ['on a phone', { width: 390, height: 844 }],
    ['from right to left', { direction: 'rtl' }],
    [
      'from right to left and dark on a phone',
      { width: 390, height: 844, direction: 'rtl', colours: 'dark' },
    ],
  ] as const)('%s it needs no scrolling sideways, and keeps nobody out', async (_, look) => {
    const page = await openTill(look)
    await tile(page, 'Omelette').click()
    await identify(page, cafe.anna)
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    expect(await page.evaluate(SEES_PAY)).toBe(page.viewportSize()?.height !== 384)
    expect(await seriousFindings(page)).toEqual([])
    const isWide = `(() => {
      const { scrollWidth, clientWidth } = document.querySelector('dialog > div')
      return scrollWidth > clientWidth
    })()`
    for (const key of ['F6', 'F8', 'F9']) {
      await page.keyboard.press(key)
      expect([key, await page.evaluate(isWide)]).toEqual([key, false])
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Alt+T')
    expect(await page.evaluate(isWide)).toBe(false)
    expect(await seriousFindings(page)).toEqual([])
  })
})
