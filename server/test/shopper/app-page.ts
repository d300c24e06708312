import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface AppLook {
  readonly width?: number
  readonly height?: number
  /** Pixels of the screen for one of the page: 2 for a page at 200 %. */
  readonly scale?: number
  readonly permissions?: readonly string[]
}

export interface OpenedApp {
  readonly page: Page
  readonly context: BrowserContext
  /** What was asked for from anybody but the server. */
  readonly elsewhere: readonly string[]
}

/** The shopper's app as it is opened by the shop's link. */
export async function openApp(
  browser: Browser,
  { url, key }: { readonly url: string; readonly key: string },
  { width = 390, height = 844, scale = 1, permissions = ['camera'] }: AppLook = {},
): Promise<OpenedApp> {
  const context = await browser.newContext({
    // What is on its way in has another contrast.
    reducedMotion: 'reduce',
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale: 'en-GB',
    permissions: [...permissions],
  })
  const page = await context.newPage()
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url())
  })
  await page.goto(`${url}/shopper/#key=${key}`)
  return { page, context, elsewhere }
}

/** As a shopper does it: address, code. Only test data tells the code on the page. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Phone or e-mail').fill(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page.getByLabel('Code of 6 digits').fill(await codeOn(page))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('Your balance').waitFor()
}

/** The code that test data tells on the page. */
export async function codeOn(page: Page): Promise<string> {
  const said = await page.getByText('Test data: the code is').textContent()
  const [code = ''] = /\d{6}/.exec(said ?? '') ?? []
  return code
}

/** The digits of the spend code that is on the screen. */
export async function spendCodeOn(page: Page): Promise<string> {
  const digits = await page.getByRole('img', { name: /^Spend code \d/ }).textContent()
  return digits?.replace(/\D/g, '') ?? ''
}
