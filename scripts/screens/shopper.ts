import type { Page } from 'playwright-core'
import { signIn, spendCodeOn } from '../../server/test/shopper/app-page.ts'
import { type BackOffice, call, firstOf } from './back-office.ts'
import { type Act, type AppScreens, forgotten, keeping, press, type Screen, settled } from './screen.ts'
import { soldMeanwhile } from './sold-meanwhile.ts'

export interface ShopperPlace extends BackOffice {
  /** The publishable key that the app carries. */
  readonly appKey: string
  /** Who signs in; undefined: somebody who came just now. */
  readonly email?: string
}

const HERE = '/shopper/'
const at = (view: string) => `${HERE}?view=${view}`

/** With what somebody bought, or as somebody sees it who came just now. */
export async function shopperScreens(place: ShopperPlace): Promise<AppScreens> {
  const { url, email } = place
  const contact =
    email === undefined
      ? undefined
      : await firstOf(place, `contacts?email_address=${encodeURIComponent(email)}`)
  const purchase = contact && (await firstOf(place, `purchases?contact_id=${contact}`))
  return {
    app: 'shopper',
    data: email === undefined ? 'empty' : 'demo',
    url,
    enter: async (page) => {
      const who = email ?? (await newcomer(place))
      await page.goto(`${url}${HERE}#key=${place.appKey}`)
      await signIn(page, who)
    },
    screens: [
      ...EVERYBODY,
      ...(email === undefined ? [] : RICH),
      ...onPurchase(purchase),
      ...(email === undefined ? [] : soldMeanwhile(place)),
    ],
  }
}

async function newcomer(office: BackOffice): Promise<string> {
  const email = `newcomer-${Date.now()}@example.com`
  await call(office, 'POST', 'contacts', { first_name: 'Nea', emails: [{ email_address: email }] })
  return email
}

const refused: Act = async (page) => {
  await page.getByLabel('Code of the receipt').fill('1234;5678;90;12')
  await press('Look it up')(page)
  await page.getByRole('heading', { name: 'This receipt could not be taken' }).waitFor()
}

const offline: Act = async (page) => {
  await page.context().setOffline(true)
  await page.getByText('No connection.').waitFor()
  // The picture is of what stands there; the next screen has its line again, and after the last there is none.
  setTimeout(
    () =>
      void page
        .context()
        .setOffline(false)
        .catch(() => undefined),
    1_500,
  )
}

const signedOut: Act = async (page) => {
  const session = 'tillback.shopper.session'
  const kept = await page.evaluate<string>(`localStorage.getItem('${session}')`)
  await page.evaluate(`localStorage.removeItem('${session}')`)
  await page.reload()
  await page.getByLabel('Phone or e-mail').waitFor()
  await page.evaluate(`localStorage.setItem('${session}', ${JSON.stringify(kept)})`)
}

const register: Act = async (page) => {
  await signedOut(page)
  await press('New here? Register')(page)
}

const EVERYBODY: readonly Screen[] = [
  { name: 'no-shop', path: HERE, act: forgotten },
  { name: 'sign-in', path: HERE, act: signedOut },
  { name: 'register', path: HERE, act: register },
  { name: 'wallet', path: HERE },
  { name: 'show-me', path: HERE, act: press('Show me') },
  { name: 'spend', path: HERE, act: press('Get spend code') },
  { name: 'offers', path: at('offers') },
  { name: 'offers-none', path: at('offers'), act: (page) => page.getByLabel('Search offers').fill('zzzz') },
  { name: 'scan', path: at('scan') },
  { name: 'scan-refused', path: at('scan'), act: refused },
  { name: 'orders', path: at('orders') },
  { name: 'order', path: at('orders'), act: (page) => page.getByText('Order something').click() },
  { name: 'inbox', path: at('inbox') },
  { name: 'activity', path: at('activity') },
  {
    name: 'movements',
    path: at('activity'),
    act: (page) => page.getByText('Money', { exact: true }).click(),
  },
  { name: 'me', path: at('me') },
  { name: 'auto-spend', path: at('me'), act: (page) => page.getByLabel('Pay by itself').check() },
  { name: 'delete', path: at('me'), act: press('Delete my account') },
  { name: 'greek', path: HERE, act: keeping('tillback.shopper-language', 'el') },
  { name: 'greek-offers', path: at('offers'), act: keeping('tillback.shopper-language', 'el') },
  { name: 'offline', path: HERE, act: offline },
]

async function spendCode(page: Page): Promise<void> {
  await press('Get spend code')(page)
  await press('Make the code')(page)
  await spendCodeOn(page)
}

async function basket(page: Page): Promise<void> {
  await page.getByText('Order something').click()
  await page.getByRole('main').getByRole('list').getByRole('button').first().click()
  await settled(page)
  const add = page.getByRole('button', { name: /^Add / })
  if ((await add.count()) === 0) return
  await add.first().click()
  await add.nth(1).click()
  await page.getByRole('button', { name: 'Place the order' }).waitFor()
}

const RICH: readonly Screen[] = [
  { name: 'spend-code', path: HERE, act: spendCode },
  { name: 'basket', path: at('orders'), act: basket },
]

function onPurchase(id: string | undefined): readonly Screen[] {
  return id === undefined ? [] : [{ name: 'receipt', path: `${at('activity')}&of=${id}` }]
}
