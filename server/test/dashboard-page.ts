import type { Browser, Page } from 'playwright-core'

export interface Look {
  /** What stands behind the question mark of the address. */
  readonly query?: string
  readonly colours?: 'light' | 'dark'
  readonly width?: number
}

/** The dashboard as somebody with this key sees it. */
export async function openDashboard(
  browser: Browser,
  at: { readonly url: string; readonly key: string },
  { query = '', colours = 'light', width = 1280 }: Look = {},
): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: colours,
    viewport: { width, height: 900 },
    // What moves in is looked at when it is there.
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${at.url}/dashboard/${query === '' ? '' : `?${query}`}#key=${at.key}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** Pages that nobody looks at any more would go on asking. */
export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close()
}
