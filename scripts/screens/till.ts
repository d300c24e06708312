import type { Page } from 'playwright-core'
import type { BackOffice } from './back-office.ts'
import { type AppScreens, type Screen, settled } from './screen.ts'

/** At the till of the demo's first venue; in live mode there is none yet. */
export function tillScreens(office: BackOffice, data: AppScreens['data']): AppScreens {
  const enter = async (page: Page) => {
    await page.goto(`${office.url}/till/#key=${office.key}`)
    await settled(page)
  }
  const door: Screen = { name: 'choose-venue', path: '/till/' }
  if (data === 'empty') return { app: 'till', data, enter, screens: [door] }
  return { app: 'till', data, enter, screens: [door, ...SCREENS] }
}

const TILL = '/till/'
const press =
  (...keys: readonly string[]) =>
  async (page: Page) => {
    await atWork(page)
    for (const key of keys) await page.keyboard.press(key)
  }

/** The till stands in a venue as long as the page is open. */
async function atWork(page: Page): Promise<void> {
  const articles = page.getByRole('region', { name: 'Articles' })
  const venue = page.getByRole('main').getByRole('list').getByRole('button').first()
  await articles.or(venue).first().waitFor()
  if (await venue.isVisible()) await venue.click()
  await articles.waitFor()
  await settled(page)
}

async function sell(page: Page): Promise<void> {
  await atWork(page)
  const tiles = page.getByRole('region', { name: 'Articles' }).getByRole('button')
  for (const at of [0, 1, 1, 2]) await tiles.nth(at).click()
  const price = page.getByRole('dialog')
  if (await price.isVisible()) await page.keyboard.press('Escape')
}

const selling =
  (...keys: readonly string[]) =>
  async (page: Page) => {
    await sell(page)
    for (const key of keys) await page.keyboard.press(key)
    await page.waitForTimeout(500)
  }

const SCREENS: readonly Screen[] = [
  { name: 'register', path: TILL, act: atWork },
  { name: 'sale', path: TILL, act: sell },
  { name: 'identify', path: TILL, act: selling('F4') },
  { name: 'spend', path: TILL, act: selling('F6') },
  { name: 'pay', path: TILL, act: selling('F9') },
  { name: 'paid', path: TILL, act: selling('F9', 'Enter') },
  { name: 'orders', path: TILL, act: press('F7') },
  { name: 'return', path: TILL, act: press('F8') },
  { name: 'void', path: TILL, act: press('F10') },
  { name: 'help', path: TILL, act: press('?') },
]
