import type { Page } from 'playwright-core'
import { z } from 'zod'
import { signIn, spendCodeOn } from '../../server/test/shopper/app-page.ts'
import { type BackOffice, call, firstOf } from './back-office.ts'
import { type Act, type AppScreens, type Screen, settled } from './screen.ts'

const KEY = z.object({ key: z.string() })
/** Of whom the demo has the most purchases. */
const SHOPPER = 'household-2337@complete-journey.example'

/** With what a real household bought, or as somebody sees it who came just now. */
export async function shopperScreens(office: BackOffice, data: AppScreens['data']): Promise<AppScreens> {
  const { key } = KEY.parse(await call(office, 'POST', 'api_keys', { name: 'Pictures', kind: 'PUBLISHABLE' }))
  const email = data === 'demo' ? SHOPPER : await newcomer(office)
  const contact = await firstOf(office, `contacts?email_address=${encodeURIComponent(email)}`)
  const purchase = contact && (await firstOf(office, `purchases?contact_id=${contact}`))
  return {
    app: 'shopper',
    data,
    enter: async (page) => {
      await page.goto(`${office.url}/shopper/#key=${key}`)
      await signIn(page, email)
    },
    screens: [...screens(data === 'demo'), ...(purchase === undefined ? [] : [receiptOf(purchase)])],
  }
}

async function newcomer(office: BackOffice): Promise<string> {
  const email = `newcomer-${Date.now()}@example.com`
  await call(office, 'POST', 'contacts', { first_name: 'Nea', emails: [{ email_address: email }] })
  return email
}

const at = (view: string) => `/shopper/?view=${view}`
const tap = (page: Page, name: string) => page.getByRole('button', { name }).click()

function screens(isRich: boolean): readonly Screen[] {
  return [
    { name: 'sign-in', path: '/shopper/', act: signedOut },
    { name: 'wallet', path: '/shopper/' },
    { name: 'show-me', path: '/shopper/', act: (page) => tap(page, 'Show me') },
    { name: 'spend', path: '/shopper/', act: (page) => tap(page, 'Get spend code') },
    ...(isRich ? [spendCode] : []),
    { name: 'offers', path: at('offers') },
    { name: 'scan', path: at('scan') },
    { name: 'scan-refused', path: at('scan'), act: refused },
    { name: 'orders', path: at('orders') },
    { name: 'order', path: at('orders'), act: (page) => page.getByText('Order something').click() },
    { name: 'inbox', path: at('inbox') },
    { name: 'activity', path: at('activity') },
    { name: 'movements', path: at('activity'), act: (page) => page.getByText('Money').first().click() },
    { name: 'me', path: at('me') },
    { name: 'auto-spend', path: at('me'), act: (page) => page.getByLabel('Pay by itself').check() },
    { name: 'delete', path: at('me'), act: (page) => tap(page, 'Delete my account') },
    { name: 'offline', path: '/shopper/', act: offline },
    { name: 'greek', path: '/shopper/', act: inGreek },
  ]
}

const spendCode: Screen = {
  name: 'spend-code',
  path: '/shopper/',
  act: async (page) => {
    await tap(page, 'Get spend code')
    await tap(page, 'Make the code')
    await spendCodeOn(page)
  },
}

function receiptOf(purchase: string): Screen {
  return { name: 'receipt', path: `${at('activity')}&of=${purchase}` }
}

const refused: Act = async (page) => {
  await page.getByLabel('Code of the receipt').fill('1234;5678;90;12')
  await tap(page, 'Look it up')
  await page.getByRole('heading', { name: 'This receipt could not be taken' }).waitFor()
}

const offline: Act = async (page) => {
  await page.context().setOffline(true)
  await page.getByText('No connection.').waitFor()
  // The picture is of what stands there; the next screen has its line again.
  setTimeout(() => void page.context().setOffline(false), 1_500)
}

const SPOKEN = 'tillback.shopper-language'

const inGreek: Act = async (page) => {
  await page.evaluate(`localStorage.setItem('${SPOKEN}', 'el')`)
  await page.reload()
  await settled(page)
  await page.evaluate(`localStorage.removeItem('${SPOKEN}')`)
}

const SESSION = 'tillback.shopper.session'

const signedOut: Act = async (page) => {
  const kept = await page.evaluate<string>(`localStorage.getItem('${SESSION}')`)
  await page.evaluate(`localStorage.removeItem('${SESSION}')`)
  await page.reload()
  await page.getByLabel('Phone or e-mail').waitFor()
  await page.evaluate(`localStorage.setItem('${SESSION}', ${JSON.stringify(kept)})`)
}
