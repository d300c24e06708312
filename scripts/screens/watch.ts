import type { Page } from 'playwright-core'

/** When a screen was painted, in milliseconds after the page was asked for, or after what was touched last. */
export interface Painted {
  /** The first thing that was seen at all; undefined: it was touched on a page that had painted before. */
  readonly first: number | undefined
  /** All that it asked for was there, and painted. */
  readonly content: number
}

/** From now on the pages of this tab know when they last waited for something. Before the first page is opened. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(WATCHING)
}

/** Waits until the page has waited for nothing for a while, and tells when that was. */
export function painted(page: Page): Promise<Painted> {
  return page.evaluate<Painted>('tillbackPainted()')
}

/*
 * Looks at every frame. A page waits while it has no heading, while something on it says that it loads, or while an answer of the
 * API is still to come; a stream of events never ends and does not count. What was touched last begins the time anew.
 */
const WATCHING = `(() => {
  const QUIET = 300
  const LONGEST = 30_000
  let asked = 0
  let since = 0
  let quietFrom
  let found
  const ask = window.fetch
  window.fetch = (...all) => {
    const answer = ask(...all)
    if (/stream/.test(all[0]?.url ?? all[0])) return answer
    asked += 1
    return answer.finally(() => { asked -= 1 })
  }
  for (const touch of ['keydown', 'click', 'input'])
    addEventListener(touch, (event) => {
      if (!event.isTrusted) return
      since = event.timeStamp
      quietFrom = found = undefined
    }, true)
  const isBusy = () =>
    asked > 0 ||
    document.querySelector('h1, h2') === null ||
    [...document.querySelectorAll('[role=status]')].some((each) => /Loading|Φόρτωση/.test(each.textContent))
  const look = (now) => {
    quietFrom = isBusy() ? undefined : (quietFrom ?? now)
    if (found === undefined && quietFrom !== undefined && now - quietFrom >= QUIET) found = quietFrom
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  window.tillbackPainted = async () => {
    while (found === undefined && performance.now() - since < LONGEST) await new Promise(requestAnimationFrame)
    const [first] = performance.getEntriesByName('first-contentful-paint')
    return { first: since === 0 ? first?.startTime : undefined, content: (found ?? Infinity) - since }
  }
})()`
