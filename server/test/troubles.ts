import type { Page } from 'playwright-core'
import { type AppScreens, visit } from '../../scripts/screens/index.ts'
import { seriousFindings } from './browser.ts'

const TWICE = 2
/** The narrowest page that nobody has to scroll sideways: a window of 1280 at 400 %. */
const NARROW = { width: 320, height: 640 }
/** Nothing else of what axe looks at depends on colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

interface Looks {
  /** From right to left as well. */
  readonly turned?: boolean
  /** Reflow at 320 px as well. */
  readonly narrow?: boolean
  /** How many pixels what is pressed has at least, in both directions. */
  readonly least?: number
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
async function troublesOn(
  page: Page,
  { turned: isTurned = false, narrow: isNarrow = false, least = 0 }: Looks,
): Promise<readonly string[]> {
  const light = [...(await seriousFindings(page)), ...(await tooSmall(page, least))]
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await seriousFindings(page, { only: OF_COLOURS })
  await page.emulateMedia({ colorScheme: 'light' })
  const turned = isTurned ? await fromTheRight(page, () => outOfPlace(page)) : []
  const large = await twiceAsLarge(page, () => outOfPlace(page))
  const narrow = isNarrow ? await sized(page, NARROW, () => isWider(page)) : []
  return [
    ...light.map((each) => `light: ${each}`),
    ...dark.map((each) => `dark: ${each}`),
    ...turned.map((each) => `right to left: ${each}`),
    ...large.map((each) => `200 %: ${each}`),
    ...narrow.map((each) => `320 px: ${each}`),
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
  const { width, height } = usualSize(page)
  return sized(page, { width: Math.round(width / TWICE), height: Math.round(height / TWICE) }, look)
}

async function sized<Result>(
  page: Page,
  size: { readonly width: number; readonly height: number },
  look: () => Promise<Result>,
): Promise<Result> {
  const usual = usualSize(page)
  await page.setViewportSize(size)
  try {
    return await look()
  } finally {
    await page.setViewportSize(usual)
  }
}

function usualSize(page: Page) {
  return page.viewportSize() ?? { width: 1280, height: 900 }
}

/** Keys and links that a finger may miss; a link within a text is as high as the text, and a field as its kind. */
async function tooSmall(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document
    const sizeOf = (each) => {
      const after = getComputedStyle(each, '::after')
      const reached = after.position === 'absolute' && after.content !== 'none' ? after : undefined
      const { width, height } = (each.closest('label') ?? each).getBoundingClientRect()
      return Math.min(Math.max(width, parseFloat(reached?.width) || 0), Math.max(height, parseFloat(reached?.height) || 0))
    }
    return [...front.querySelectorAll('button, a[href], summary')]
      .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((each) => getComputedStyle(each).display !== 'inline' && sizeOf(each) > 1 && sizeOf(each) < ${least} - 0.5)
      .map((each) => 'smaller than ${least} px: ' + each.outerHTML.slice(0, 160))
  })()`)
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
