import type { Page } from 'playwright-core'

const MOST_STEPS = 150

/** Goes on with the Tab key until what has this name has the focus; throws where nobody without a mouse gets. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const reached = await page.evaluate<string>(NAME_OF_FOCUS)
    if (typeof name === 'string' ? reached === name : name.test(reached)) return
    passed.push(reached)
    await page.keyboard.press('Tab')
  }
  throw new Error(
    `Nothing called ${name} is reached by the Tab key; there are: ${[...new Set(passed)].join(' | ')}`,
  )
}

/** Goes there and presses it. */
export async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** Goes there and writes over what is written. */
export async function write(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Counts from now on whatever the mouse or a finger does to the page; what it answers tells how often that was. */
export async function watchHands(page: Page): Promise<() => number> {
  let touches = 0
  await page.exposeFunction('touched', () => {
    touches += 1
  })
  await page.addInitScript(TELL_TOUCHES)
  await page.evaluate(TELL_TOUCHES)
  return () => touches
}

// A key that presses a button makes a click as well, but no pointer.
const TELL_TOUCHES = `for (const touch of ['pointerdown', 'mousedown', 'wheel'])
  addEventListener(touch, ({ isTrusted }) => { if (isTrusted) touched() }, true)`

const NAME_OF_FOCUS = `(() => {
  const at = document.activeElement
  const labels = [...(at?.labels ?? [])].map((label) => label.innerText).join(' ')
  return (at?.getAttribute('aria-label') || labels || at?.innerText || '').replace(/\\s+/g, ' ').trim()
})()`
