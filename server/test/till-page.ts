import type { Browser, Locator, Page } from 'playwright-core'
import type { Cafe } from './cafe.ts'

const PATIENCE = 90_000

export interface TillLook {
  readonly colours?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  readonly locale?: string
  /** Whether the till keeps its own files, so that it starts without a line. */
  readonly keepsFiles?: boolean
  /** Which way its text runs. */
  readonly direction?: 'ltr' | 'rtl'
  /** Pixels of the screen for one of the page. */
  readonly scale?: number
}

/** The till of the café as somebody with its key sees it. */
export async function openTill(
  browser: Browser,
  { url, cafe }: { readonly url: string; readonly cafe: Cafe },
  {
    colours = 'light',
    width = 1024,
    height = 768,
    locale = 'en-GB',
    keepsFiles = false,
    direction = 'ltr',
    scale = 1,
  }: TillLook = {},
): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: colours,
    viewport: { width, height },
    locale,
    deviceScaleFactor: scale,
    // What is on its way in has another contrast.
    reducedMotion: 'reduce',
    // A line that a test takes away is not to be found again by the worker.
    serviceWorkers: keepsFiles ? 'allow' : 'block',
  })
  // A machine that does much else loads a page slowly.
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  await page.goto(`${url}/till/#key=${cafe.key}`)
  await tile(page, 'Cappuccino').waitFor()
  await page.evaluate(`document.documentElement.dir = '${direction}'`)
  return page
}

export function tile(page: Page, name: string): Locator {
  return page.getByRole('region', { name: /Articles|Είδη/ }).getByRole('button', { name: new RegExp(name) })
}

/** Slower than any scanner. */
export async function byHand(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 60 })
}

/**
 * As a scanner types, all at once and ended by Enter, also into the field that has the keyboard. The machine may halt in between, so that what is
 * typed has no speed.
 */
export async function scan(page: Page, code: string, times = 1): Promise<void> {
  await page.evaluate(
    `for (const key of Array(${times}).fill([...${JSON.stringify(code)}, 'Enter']).flat()) {
      const pressed = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      Object.defineProperty(pressed, 'timeStamp', { value: (window.at = (window.at ?? performance.now()) + 10) })
      if (document.activeElement.dispatchEvent(pressed) && key !== 'Enter') document.execCommand('insertText', false, key)
    }
    window.at = undefined`,
  )
}

/** Finds Anna as a clerk does who has hands for the keyboard only. */
export async function identify(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F4')
  await byHand(page, text)
  await page.keyboard.press('Enter')
  await page.getByText('A. P. ·· 456').waitFor()
}

/** Once goods have come back, by what the customer gets for them: in money or in the wallet. */
export async function takenBack(page: Page, what: string, amount: string): Promise<void> {
  await page.getByText('The goods are taken back.').waitFor()
  await page.getByRole('dialog').locator('dl > div').filter({ hasText: what }).getByText(amount).waitFor()
}
