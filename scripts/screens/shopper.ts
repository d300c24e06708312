import type { Page } from 'playwright-core'
import { signIn, spendCodeOn } from '../../server/test/shopper/app-page.ts'
import { type BackOffice, call, needed } from './back-office.ts'
import { asItIs, FAILED, refused } from './otherwise.ts'
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
  return {
    app: 'shopper',
    data: email === undefined ? 'empty' : 'demo',
    url,
    enter: async (page) => {
      const who = email ?? (await newcomer(place))
      await page.goto(`${url}${HERE}#key=${place.appKey}`)
      await signIn(page, who)
    },
    screens: [...EVERYBODY, ...(email === undefined ? [] : await withData(place, email)), ...LAST],
  }
}

async function newcomer(office: BackOffice): Promise<string> {
  const email = `newcomer-${Date.now()}@example.com`
  await call(office, 'POST', 'contacts', { first_name: 'Nea', emails: [{ email_address: email }] })
  return email
}

const unknown: Act = async (page) => {
  await page.getByLabel('Code of the receipt').fill('1234;5678;90;12')
  await press('Look it up')(page)
  await page.getByRole('heading', { name: 'This receipt could not be taken' }).waitFor()
}

const offline: Act = async (page) => {
  await page.context().setOffline(true)
  await page.getByText('No connection.').waitFor()
}

const online: Act = (page) => page.context().setOffline(false)

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

/** Whoever registers is sent a code; another each time, as nobody is sent many. */
const codeAsked: Act = async (page) => {
  await register(page)
  await page.getByLabel('First name').fill('Nea')
  await page.getByLabel('Phone or e-mail').fill(`nea-${Date.now()}@example.com`)
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByLabel('Code of 6 digits').waitFor()
}

/** There is a camera, there is none, or it is not allowed: each says so. */
const camera: Act = async (page) => {
  await press('Start the camera')(page)
  const trouble = page.getByRole('main').getByRole('alert')
  const seen = page.getByRole('button', { name: 'Stop the camera' })
  const found = page.getByRole('heading', { level: 2, name: /^(Receipt found|This receipt)/ })
  await trouble.or(seen).or(found).first().waitFor()
}

const installable: Act = async (page) => {
  for (let visit = 0; visit < 2; visit += 1)
    await page.evaluate("dispatchEvent(new Event('beforeinstallprompt', { cancelable: true }))")
  await page.getByRole('button', { name: 'Install' }).waitFor()
}

const EVERYBODY: readonly Screen[] = [
  { name: 'no-shop', path: HERE, act: forgotten },
  { name: 'sign-in', path: HERE, act: signedOut },
  { name: 'register', path: HERE, act: register },
  { name: 'enter-code', path: HERE, act: codeAsked },
  { name: 'wallet', path: HERE },
  { name: 'offers-failed', path: at('offers'), act: refused(/v2\/reward_offers\?/, FAILED), leave: asItIs },
  { name: 'install', path: HERE, act: installable },
  { name: 'show-me', path: HERE, act: press('Show me') },
  { name: 'spend', path: HERE, act: press('Get spend code') },
  { name: 'offers', path: at('offers') },
  { name: 'scan', path: at('scan') },
  { name: 'scan-camera', path: at('scan'), act: camera },
  { name: 'scan-refused', path: at('scan'), act: unknown },
  { name: 'orders', path: at('orders') },
  { name: 'order', path: at('orders'), act: (page) => page.getByText('Order something').click() },
  { name: 'inbox', path: at('inbox') },
  { name: 'telling', path: at('inbox'), act: (page) => page.getByText('What is sent to you').click() },
  { name: 'activity', path: at('activity') },
  {
    name: 'movements',
    path: at('activity'),
    act: (page) => page.getByText('Money', { exact: true }).click(),
  },
  { name: 'me', path: at('me') },
  { name: 'auto-spend', path: at('me'), act: (page) => page.getByLabel('Pay by itself').check() },
  { name: 'delete', path: at('me'), act: press('Delete my account') },
  {
    name: 'paid-by-paypal',
    path: at('me'),
    act: async (page) => {
      await page.getByLabel('Paid to').selectOption({ label: 'PayPal' })
    },
  },
  { name: 'greek', path: HERE, act: keeping('tillback.shopper-language', 'el') },
  { name: 'greek-offers', path: at('offers'), act: keeping('tillback.shopper-language', 'el') },
  { name: 'large-text', path: HERE, act: keeping('tillback.shopper-text', 'largest') },
]

const LAST: readonly Screen[] = [{ name: 'offline', path: HERE, act: offline, leave: online }]

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
  await add.first().click()
  await add.nth(1).click()
  await page.getByRole('button', { name: 'Place the order' }).waitFor()
}

async function withData(place: ShopperPlace, email: string): Promise<readonly Screen[]> {
  const contact = await needed(place, `contacts?email_address=${encodeURIComponent(email)}`)
  const purchase = await needed(place, `purchases?contact_id=${contact}`)
  return [
    { name: 'spend-code', path: HERE, act: spendCode },
    { name: 'offers-none', path: at('offers'), act: (page) => page.getByLabel('Search offers').fill('zzzz') },
    { name: 'basket', path: at('orders'), act: basket },
    { name: 'message', path: at('inbox'), act: message },
    { name: 'receipt', path: `${at('activity')}&of=${purchase}` },
    { name: 'right-to-left', path: HERE, act: rightToLeft },
    ...soldMeanwhile(place),
  ]
}

/** The latest, if the shop has written. */
const message: Act = async (page) => {
  const first = page.getByRole('main').getByRole('list').getByRole('button').first()
  if (await first.isVisible()) await first.click()
}

const rightToLeft: Act = async (page) => {
  await page.evaluate(`document.documentElement.dir = 'rtl'`)
}
