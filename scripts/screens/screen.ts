import type { Page } from 'playwright-core'

/** What is done on a page. */
export type Act = (page: Page) => Promise<void>

/** One screen of an app: where it is, and what is done there until it is seen. */
export interface Screen {
  readonly name: string
  readonly path: string
  readonly act?: Act
}

/** An app with data or with none, as somebody sees it who may. */
export interface AppScreens {
  readonly app: 'dashboard' | 'shopper' | 'till'
  readonly data: 'demo' | 'empty'
  /** From the first look to where the screens are. */
  readonly enter: Act
  readonly screens: readonly Screen[]
}

/** Until nothing waits for its data any more, or for as long as somebody would. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').first().waitFor({ timeout: 60_000 })
  const waiting = page.getByRole('status').filter({ hasText: 'Loading' })
  await waiting
    .first()
    .waitFor({ state: 'detached', timeout: 30_000 })
    .catch(() => {})
  await page.waitForTimeout(300)
}
