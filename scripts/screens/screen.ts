import type { Page } from 'playwright-core'

/** What is said in each language while data is waited for. */
const WAITS = /Loading|Φόρτωση|Φορτώνει/

/** What is done on a page. */
export type Act = (page: Page) => Promise<void>

/** One screen of an app: where it is, and what is done there until it is seen. */
export interface Screen {
  readonly name: string
  readonly path: string
  readonly act?: Act
  /** What puts back what the act has changed for the next screen. */
  readonly leave?: Act
}

/** An app with data or with none, as somebody sees it who may. */
export interface AppScreens {
  readonly app: 'dashboard' | 'shopper' | 'till'
  readonly data: 'demo' | 'empty'
  /** Where the app is served. */
  readonly url: string
  /** From the first look to where the screens are. */
  readonly enter: Act
  readonly screens: readonly Screen[]
}

/** Opens a screen, lets it be looked at, and leaves it as the next one needs it. */
export async function visit<Result>(
  page: Page,
  { url, screen: { path, act, leave } }: { readonly url: string; readonly screen: Screen },
  look: () => Promise<Result>,
): Promise<Result> {
  try {
    await page.goto(`${url}${path}`)
    await settled(page)
    await act?.(page)
    return await look()
  } finally {
    await leave?.(page)
  }
}

/** Until nothing waits for its data any more, or for as long as somebody would. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').first().waitFor({ timeout: 60_000 })
  const waiting = page.getByRole('status').filter({ hasText: WAITS })
  await waiting
    .first()
    .waitFor({ state: 'detached', timeout: 30_000 })
    .catch(() => {})
  await page.waitForTimeout(100)
}

export const press =
  (name: string | RegExp): Act =>
  (page) =>
    page.getByRole('button', { name }).first().click()

export const fill =
  (name: string | RegExp, text: string): Act =>
  (page) =>
    page.getByLabel(name).first().fill(text)

/** As somebody sees it of whom nothing is kept; the next screen is theirs again who were signed in. */
export const forgotten: Act = async (page) => {
  const kept = await page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')
  await page.evaluate('sessionStorage.clear(); localStorage.clear()')
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(
    `(([session, local]) => { Object.assign(sessionStorage, session); Object.assign(localStorage, local) })(${kept})`,
  )
}

/** The page as it is when something is kept under this name. */
export const keeping =
  (name: string, value: string): Act =>
  async (page) => {
    await page.evaluate(`localStorage.setItem('${name}', '${value}')`)
    await page.reload()
    await settled(page)
    await page.evaluate(`localStorage.removeItem('${name}')`)
  }

/** One act after another. */
export const steps =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page)
  }
