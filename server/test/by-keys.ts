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

const NAME_OF_FOCUS = `(() => {
  const at = document.activeElement
  const labels = [...(at?.labels ?? [])].map((label) => label.innerText).join(' ')
  return (at?.getAttribute('aria-label') || labels || at?.innerText || '').replace(/\\s+/g, ' ').trim()
})()`
