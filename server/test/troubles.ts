import type { Page } from 'playwright-core'
import { type AppScreens, visit } from '../../scripts/screens/index.ts'
import { seriousFindings } from './browser.ts'

const TWICE = 2
/** Nothing else of what axe looks at depends on colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

interface Looks {
  /** From right to left as well. */
  readonly turned?: boolean
}

/** What keeps somebody out of a screen, by the name of the screen; the page is signed in. */
export async function troublesOf(
  page: Page,
  { url, screens }: Pick<AppScreens, 'url' | 'screens'>,
  looks: Looks = {},
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {}
  for (const screen of screens) {
    const troubles = await visit(page, { url, screen }, () => troublesOn(page, looks)).catch(
      (error: unknown) => [`never seen: ${String(error).split('\n')[0]}`],
    )
    if (troubles.length > 0) found[screen.name] = troubles
  }
  return found
}

/** In light, in dark, twice as large, and from right to left if that is asked, where nothing may have to be scrolled sideways. */
async function troublesOn(page: Page, { turned: isTurned = false }: Looks): Promise<readonly string[]> {
  const light = await seriousFindings(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await seriousFindings(page, { only: OF_COLOURS })
  await page.emulateMedia({ colorScheme: 'light' })
  const turned = isTurned ? await fromTheRight(page, () => outOfPlace(page)) : []
  const large = await twiceAsLarge(page, () => outOfPlace(page))
  return [
    ...light.map((each) => `light: ${each}`),
    ...dark.map((each) => `dark: ${each}`),
    ...turned.map((each) => `right to left: ${each}`),
    ...large.map((each) => `200 %: ${each}`),
  ]
}

async function outOfPlace(page: Page): Promise<readonly string[]> {
  return [...(await seriousFindings(page, { without: OF_COLOURS })), ...(await isWider(page))]
}

/** As it is laid out for who reads from right to left. */
async function fromTheRight<Result>(page: Page, look: () => Promise<Result>): Promise<Result> {
  await page.evaluate("document.documentElement.dir = 'rtl'")
  try {
    return await look()
  } finally {
    await page.evaluate("document.documentElement.removeAttribute('dir')")
  }
}

/** A page at 200 % has half of the pixels in each direction. */
async function twiceAsLarge<Result>(page: Page, look: () => Promise<Result>): Promise<Result> {
  const usual = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.setViewportSize({
    width: Math.round(usual.width / TWICE),
    height: Math.round(usual.height / TWICE),
  })
  try {
    return await look()
  } finally {
    await page.setViewportSize(usual)
  }
}

async function isWider(page: Page): Promise<readonly string[]> {
  const wide = await page.evaluate<string | undefined>(`(() => {
    const most = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= innerWidth) return undefined
    const out = [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > most + 1 || each.getBoundingClientRect().left < -1)
    return 'wider than the page: ' + (out.at(-1)?.outerHTML.slice(0, 200) ?? '')
  })()`)
  return wide === undefined ? [] : [wide]
}
