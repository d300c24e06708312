import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../server/test/browser.ts'
import { type DemoFile, ensureServer } from './demo-server.ts'
import { type AppScreens, everyScreen, type Screen, settled } from './screens/index.ts'

// Every screen of the three apps as a picture, to be looked at: light and dark, desktop and phone, with the demo's test data and as it is
// before anything has happened. Run demo:replay before, so that there is something to see.

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screenshots' },
    only: { type: 'string', default: '' },
    /** dashboard, shopper or till; demo or empty; desktop or phone; light or dark: a part of such a name as till-demo-desktop-light. */
    look: { type: 'string', default: '' },
  },
})

const SIZES = { desktop: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } } as const
const TILL_DESK = { width: 1024, height: 768 }
const COLOURS = ['light', 'dark'] as const

interface Look {
  readonly name: string
  readonly url: string
  readonly colours: (typeof COLOURS)[number]
  readonly size: { readonly width: number; readonly height: number }
}

async function main(): Promise<void> {
  const server = await ensureServer()
  const demo: DemoFile = JSON.parse(readFileSync(server.file, 'utf8'))
  const browser = await openBrowser()
  try {
    for (const app of await everyScreen(demo)) {
      for (const colours of COLOURS) {
        for (const [kind, usual] of Object.entries(SIZES)) {
          const name = `${app.app}-${app.data}-${kind}-${colours}`
          if (!name.includes(values.look)) continue
          const size = app.app === 'till' && kind === 'desktop' ? TILL_DESK : usual
          await shoot(browser, { name, url: demo.base_url, colours, size }, app)
        }
      }
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function shoot(browser: Browser, look: Look, { enter, screens }: AppScreens): Promise<void> {
  const folder = path.resolve(values.out, look.name)
  mkdirSync(folder, { recursive: true })
  const context = await browser.newContext({
    colorScheme: look.colours,
    viewport: look.size,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await enter(page)
  for (const screen of screens) {
    if (!screen.name.includes(values.only)) continue
    const file = path.join(folder, `${screen.name}.png`)
    const said = await take(page, { ...screen, path: `${look.url}${screen.path}` }, file).catch(
      (error: unknown) => ` failed: ${String(error).split('\n')[0]}`,
    )
    console.log(`${look.name}/${screen.name}.png${said}`)
  }
  await context.close()
}

/** Answers what is odd about it. */
async function take(page: Page, { path: address, act }: Screen, file: string): Promise<string> {
  await page.goto(address)
  await settled(page)
  await act?.(page)
  await page.waitForTimeout(300)
  await page.screenshot({ path: file, fullPage: true, timeout: 120_000 })
  const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  return overflows === true ? ' is wider than the screen' : ''
}

await main()
