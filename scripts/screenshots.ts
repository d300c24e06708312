import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../server/test/browser.ts'
import { type DemoFile, type DemoServer, ensureServer, openThrowaway } from './demo-server.ts'
import { type AppScreens, emptyScreens, fullScreens, visit } from './screens/index.ts'

// Every screen of the three apps as a picture, to be looked at: light and dark, desktop and phone, with the demo's test data and as it is
// before anything has happened. Run demo:replay before, so that there is something to see.

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screenshots' },
    /** Parts of names of screens, with commas between them. */
    only: { type: 'string', default: '' },
    /** dashboard, shopper or till; demo or empty; desktop or phone; light or dark: a part of such a name as till-demo-desktop-light. */
    look: { type: 'string', default: '' },
  },
})

const SIZES = { desktop: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } } as const
const TILL_DESK = { width: 1024, height: 768 }
const COLOURS = ['light', 'dark'] as const
/** The shopper's app last: for its empty look somebody registers. */
const APPS = ['dashboard', 'till', 'shopper'] as const

/** To take a whole page the browser makes its window one pixel wide for a moment, and charts that follow it would be taken as narrow. */
const KEEPS_WIDTHS = `
  const Observer = ResizeObserver
  ResizeObserver = class extends Observer {
    constructor(tell) {
      super((entries, observer) => innerWidth > 1 && tell(entries, observer))
    }
  }`

interface Look {
  readonly app: AppScreens['app']
  readonly name: string
  readonly colours: (typeof COLOURS)[number]
  readonly size: { readonly width: number; readonly height: number }
}

async function main(): Promise<void> {
  const browser = await openBrowser()
  try {
    await shootAll(browser, 'demo', { open: ensureServer, screensOf: fullScreens })
    await shootAll(browser, 'empty', { open: openThrowaway, screensOf: emptyScreens })
  } finally {
    await browser.close()
  }
}

interface Place {
  readonly open: () => Promise<DemoServer>
  readonly screensOf: (demo: DemoFile) => Promise<readonly AppScreens[]>
}

async function shootAll(
  browser: Browser,
  data: AppScreens['data'],
  { open, screensOf }: Place,
): Promise<void> {
  const looks = looksAt(data)
  if (looks.length === 0) return
  const server = await open()
  try {
    const demo: DemoFile = JSON.parse(readFileSync(server.file, 'utf8'))
    const apps = await screensOf(demo)
    for (const look of looks) {
      const app = apps.find(({ app }) => app === look.app)
      if (app) await shoot(browser, look, app)
    }
  } finally {
    await server.stop()
  }
}

function looksAt(data: AppScreens['data']): readonly Look[] {
  const all = APPS.flatMap((app) =>
    COLOURS.flatMap((colours) =>
      Object.entries(SIZES).map(([kind, usual]): Look => {
        const size = app === 'till' && kind === 'desktop' ? TILL_DESK : usual
        return { app, name: `${app}-${data}-${kind}-${colours}`, colours, size }
      }),
    ),
  )
  return all.filter(({ name }) => name.includes(values.look))
}

async function shoot(browser: Browser, look: Look, { url, enter, screens }: AppScreens): Promise<void> {
  const folder = path.resolve(values.out, look.name)
  mkdirSync(folder, { recursive: true })
  const context = await browser.newContext({
    colorScheme: look.colours,
    viewport: look.size,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(KEEPS_WIDTHS)
  const page = await context.newPage()
  const wanted = values.only.split(',')
  await enter(page)
  for (const screen of screens) {
    if (!wanted.some((part) => screen.name.includes(part))) continue
    const file = path.join(folder, `${screen.name}.png`)
    const said = await visit(page, { url, screen }, () => take(page, file)).catch(
      (error: unknown) => ` failed: ${String(error).split('\n')[0]}`,
    )
    console.log(`${look.name}/${screen.name}.png${said}`)
  }
  await context.close()
}

/** Answers what is odd about it. */
async function take(page: Page, file: string): Promise<string> {
  await page.waitForTimeout(300)
  // What is asked in front of a page stands in the middle of the window, not of all that is below it.
  const isAsked = await page.locator('dialog[open]').count()
  await page.screenshot({ path: file, fullPage: isAsked === 0, timeout: 120_000 })
  const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  return overflows === true ? ' is wider than the screen' : ''
}

await main()
