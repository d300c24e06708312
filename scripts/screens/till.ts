import type { Page } from 'playwright-core'
import { z } from 'zod'
import { type BackOffice, call, firstOf, needed } from './back-office.ts'
import {
  type Act,
  type AppScreens,
  forgotten,
  keeping,
  press,
  type Screen,
  settled,
  steps,
} from './screen.ts'

const TILL = '/till/'
const RECEIPT = z.object({ reference_number: z.string().nullable(), code: z.string() })

/** At the first venue there is; where there is none, there is no till. */
export async function tillScreens(
  office: BackOffice,
  data: AppScreens['data'],
  /** Whom the till identifies. */
  member?: string,
): Promise<AppScreens> {
  return {
    app: 'till',
    data,
    url: office.url,
    enter: async (page) => {
      await page.goto(`${office.url}${TILL}#key=${office.key}`)
      await settled(page)
    },
    screens: [
      { name: 'sign-in', path: TILL, act: forgotten },
      { name: 'choose-venue', path: TILL },
      ...(data === 'empty'
        ? []
        : [...SCREENS, ...(await withData(office, member)), ...displays(office), ...AWAY]),
    ],
  }
}

/** The till stands in a venue as long as the page is open. */
const atWork: Act = async (page) => {
  const articles = page.getByRole('region', { name: 'Articles' })
  const venue = page.getByRole('main').getByRole('list').getByRole('button').first()
  await articles.or(venue).first().waitFor()
  // Articles are a list of buttons as well.
  if (!(await articles.isVisible())) await venue.click()
  await articles.waitFor()
  // After a screen without a line it is looked for every few seconds.
  await page.getByText('Online', { exact: true }).waitFor()
  await settled(page)
}

const sell: Act = async (page) => {
  await atWork(page)
  // What is in the basket stays there when the page is opened again.
  if (!(await page.getByText('Scan an article or tap one.').isVisible())) return
  const tiles = page.getByRole('region', { name: 'Articles' }).getByRole('button')
  const priced = tiles.filter({ hasText: /\d\.\d\d/ })
  for (const tile of [0, 1, 1, 2]) await priced.nth(tile).click()
}

const keys =
  (...pressed: readonly string[]): Act =>
  async (page) => {
    for (const key of pressed) await page.keyboard.press(key)
  }
const working = (...pressed: readonly string[]) => steps(atWork, keys(...pressed))
const selling = (...pressed: readonly string[]) => steps(sell, keys(...pressed))
const at = (name: string, act: Act): Screen => ({ name, path: TILL, act })

const nextSale: Act = (page) => page.getByRole('button', { name: /^Next sale/ }).waitFor()
const paid = steps(selling('F9', 'Enter'), nextSale)

const identified =
  (member: string, ...pressed: readonly string[]): Act =>
  async (page) => {
    await sell(page)
    const known = page.getByText('Can spend here now')
    if (!(await known.isVisible())) {
      await page.keyboard.press('F4')
      await page.getByRole('dialog').getByRole('textbox').fill(member)
      await page.keyboard.press('Enter')
      await known.waitFor()
    }
    await keys(...pressed)(page)
  }

/** So much is asked of the wallet, with the code that the shopper shows. */
const asked = (member: string, amount: string, code = ''): Act =>
  steps(identified(member, 'F6'), async (page) => {
    await page.getByLabel('Another amount').fill(amount)
    await page.getByLabel('One-time code').fill(code)
    await page.keyboard.press('Enter')
    await page.getByText(/^(Approved|Declined)/).waitFor()
  })

const pressInFront =
  (name: string): Act =>
  (page) =>
    page.getByRole('dialog').getByRole('button', { name }).first().click()

/** What stands in the window in front, down to its end. */
const toTheEnd: Act = async (page) => {
  await page.evaluate(`document.querySelector('dialog[open] > div').scrollTo(0, 1e6)`)
}

/** What was sold just now comes back, so that nothing of the demo's own is undone. */
const undone =
  (key: string, ...pressed: readonly (string | RegExp)[]): Act =>
  async (page) => {
    await paid(page)
    const number = await page
      .getByRole('region', { name: 'Receipt' })
      .getByText(/^[A-Z0-9]{5}-\d{4,}$/)
      .first()
      .textContent()
    await keys('Enter')(page)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await keys(key)(page)
    await page.getByRole('textbox', { name: /^Number of the receipt/ }).fill(number ?? '')
    await page.keyboard.press('Enter')
    for (const name of pressed) await page.getByRole('dialog').getByRole('button', { name }).first().click()
  }

/** A sale that nobody's line carries: it waits in the queue until there is one again, which is when the screen is left. */
const offline: Act = async (page) => {
  await sell(page)
  await page.context().setOffline(true)
  await keys('F9', 'Enter')(page)
  await page.getByRole('button', { name: /^Next sale/ }).waitFor({ timeout: 60_000 })
  await keys('Enter')(page)
}

const online: Act = (page) => page.context().setOffline(false)
const queueShown: Act = (page) => page.getByTitle('Show what waits for the line').click()

const rightToLeft: Act = async (page) => {
  await page.evaluate(`document.documentElement.dir = 'rtl'`)
}

/** The paper alone, as the browser's printer gets it. */
const asPrinted: Act = async (page) => {
  await page.emulateMedia({ media: 'print' })
}

const SCREENS: readonly Screen[] = [
  at('register', atWork),
  at('nothing-found', async (page) => {
    await atWork(page)
    await page.getByRole('textbox', { name: 'Scan or search' }).fill('zzzzzz')
  }),
  at('sale', sell),
  at('price', steps(atWork, press(/price\?$/))),
  at('identify', selling('F4')),
  at('nobody-known', async (page) => {
    await selling('F4')(page)
    await page.getByRole('dialog').getByRole('textbox').fill('nobody@example.com')
    await page.keyboard.press('Enter')
    await page.getByText(/^Nobody is known by that/).waitFor()
  }),
  at('spend', selling('F6')),
  at('pay', selling('F9')),
  at('paid', paid),
  at('clear', selling('Escape')),
  at('orders', working('F7')),
  at('order-cancelled', steps(working('F7'), pressInFront('Cancel'))),
  at('kitchen-ticket', steps(working('F7'), press('Kitchen ticket'))),
  at('return', working('F8')),
  at('return-without-receipt', steps(working('F8'), press('Without a receipt'))),
  at('returned', undone('F8', /^One more/, 'Take back')),
  at('void', working('F10')),
  at('voided', undone('F10', 'Void the whole purchase')),
  at('help', working('?')),
  at('settings', working('Alt+t')),
  at('settings-end', steps(working('Alt+t'), toTheEnd)),
  at('scanner', steps(working('Alt+t'), press('Set up the scanner'))),
  at('calls', selling('Alt+l')),
  at(
    'call',
    steps(selling('Alt+l'), async (page) => {
      await page.getByText('purchases?simulate=true').first().click()
    }),
  ),
  at('script', selling('Alt+g')),
  at('queue', steps(atWork, queueShown)),
  at('camera', working('Alt+c')),
  at('greek', steps(atWork, keeping('tillback.till.language', 'el'))),
  at('greek-sale', steps(sell, keeping('tillback.till.language', 'el'))),
  at('greek-pay', steps(sell, keeping('tillback.till.language', 'el'), keys('F9'))),
  at(
    'greek-paid',
    steps(sell, keeping('tillback.till.language', 'el'), keys('F9', 'Enter'), (page) =>
      page.getByRole('button', { name: /^Επόμενη πώληση/ }).waitFor(),
    ),
  ),
  at('greek-settings', steps(atWork, keeping('tillback.till.language', 'el'), keys('Alt+t'))),
  at('greek-settings-end', steps(atWork, keeping('tillback.till.language', 'el'), keys('Alt+t'), toTheEnd)),
  at('right-to-left', steps(sell, rightToLeft)),
  at('right-to-left-spend', steps(sell, rightToLeft, keys('F6'))),
  at('right-to-left-paid', steps(paid, rightToLeft)),
  { ...at('printed', steps(paid, asPrinted)), leave: (page) => page.emulateMedia({ media: null }) },
  { name: 'display', path: `${TILL}display.html` },
]

/** Last: a line takes a while until it is back. */
const AWAY: readonly Screen[] = [
  { ...at('offline', offline), leave: online },
  { ...at('queue-waiting', steps(offline, queueShown)), leave: online },
]

/** From here on a void needs a manager. */
const limited = steps(working('Alt+t'), async (page) => {
  await page.getByLabel(/^Needed above/).fill('0.01')
  await page.getByLabel('PIN of the manager').fill('4711')
  await press('Ask from now on')(page)
  await page.getByText(/^Above 0.01/).waitFor()
  await page.keyboard.press('Escape')
})

const unlimited: Act = async (page) => {
  await page.evaluate(`localStorage.removeItem('tillback.till.manager')`)
}

async function withData(office: BackOffice, member: string | undefined): Promise<readonly Screen[]> {
  const contact = member && (await firstOf(office, `contacts?loyalty_identifier=${member}`))
  const id = await needed(office, contact ? `purchases?contact_id=${contact}` : 'purchases?state=POSTED')
  const { reference_number, code } = RECEIPT.parse(await call(office, 'GET', `purchases/${id}`))
  const found = (key: string): Act =>
    steps(working(key), async (page) => {
      await page.getByRole('textbox', { name: /^Number of the receipt/ }).fill(reference_number ?? code)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').locator('strong').first().waitFor()
    })
  return [
    ...(member === undefined
      ? []
      : [
          at('member', identified(member)),
          at('member-spends', identified(member, 'F6')),
          at('spend-approved', asked(member, '1')),
          at('spend-less', asked(member, '9999')),
          // By a code of test data that is over, which counts as no wrong try.
          at('spend-declined', asked(member, '1', '000001')),
          at('member-paid', steps(identified(member, 'F9', 'Enter'), nextSale)),
        ]),
    at('return-lines', found('F8')),
    at('return-amount', steps(found('F8'), byAmount)),
    at('void-found', found('F10')),
    { ...at('void-pin', steps(limited, found('F10'), press('Void the whole purchase'))), leave: unlimited },
  ]
}

/** The customers' screen beside a till in another window, which it follows. */
function displays({ url, key }: BackOffice): readonly Screen[] {
  const beside =
    (...pressed: readonly string[]): Act =>
    async (page) => {
      const till = await page.context().newPage()
      await till.goto(`${url}${TILL}#key=${key}`)
      await settled(till)
      await selling(...pressed)(till)
      if (pressed.length > 1) await till.getByRole('button', { name: /^Next sale/ }).waitFor()
      await page.bringToFront()
      await page.waitForTimeout(500)
    }
  const alone: Act = async (page) => {
    for (const other of page.context().pages()) if (other !== page) await other.close()
  }
  const shown = (name: string, act: Act): Screen => ({
    name,
    path: `${TILL}display.html`,
    act,
    leave: alone,
  })
  return [
    shown('display-sale', beside()),
    shown('display-code', beside('F6')),
    shown('display-done', beside('F9', 'Enter')),
  ]
}

/** A receipt without lines is returned by amount at once. */
async function byAmount(page: Page): Promise<void> {
  const key = page.getByRole('button', { name: 'By amount' })
  if (await key.isVisible()) await key.click()
}
