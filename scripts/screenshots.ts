import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { openBrowser } from '../server/test/browser.ts'
import { VIEWS } from '../web/dashboard/address.ts'
import { type DemoFile, ensureServer } from './demo-server.ts'

// Every screen of the dashboard as a picture, to be looked at: light and dark, desktop and phone, with the demo's test data and with
// its live mode, in which nothing has happened yet. Run demo:replay before, so that there is something to see.

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screenshots' },
    only: { type: 'string', default: '' },
    /** light or dark, desktop or phone, demo or empty; all of them unless said. */
    look: { type: 'string', default: '' },
  },
})

const SIZES = { desktop: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } } as const
const COLOURS = ['light', 'dark'] as const
const PARTS = {
  settlement: 'view=reports&tab=settlement',
  'product-groups': 'view=products&tab=groups',
  tills: 'view=venues&tab=tills',
  'receipt-codes': 'view=venues&tab=codes',
  'unknown-products': 'view=products&tab=unknown',
  'bank-files': 'view=payouts&tab=files',
  approvals: 'view=payouts&tab=approvals',
} as const

const ANY_PAGE = z.object({ content: z.array(z.object({ id: z.string() })) })

interface Look {
  readonly name: string
  readonly url: string
  readonly key: string
  readonly colours: (typeof COLOURS)[number]
  readonly size: keyof typeof SIZES
}

async function main(): Promise<void> {
  const server = await ensureServer()
  const demo: DemoFile = JSON.parse(readFileSync(server.file, 'utf8'))
  const browser = await openBrowser()
  try {
    for (const [data, key] of [
      ['demo', demo.test_key],
      ['empty', demo.live_key],
    ] as const) {
      const screens = await screensOf(demo.base_url, key)
      for (const colours of COLOURS) {
        for (const size of ['desktop', 'phone'] as const) {
          const name = `${data}-${size}-${colours}`
          if (!name.includes(values.look)) continue
          await shoot(browser, { name, url: demo.base_url, key, colours, size }, screens)
        }
      }
    }
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Each view, its parts, and one page of what there is to open. */
async function screensOf(url: string, key: string): Promise<Readonly<Record<string, string>>> {
  const first = async (list: string) => {
    const answer = await fetch(`${url}/backoffice/v2/${list}?size=1`, {
      headers: { authorization: `Bearer ${key}` },
    })
    const page = ANY_PAGE.parse(await answer.json())
    return page.content[0]?.id
  }
  const pages = { purchases: 'purchases', contacts: 'contacts', offers: 'reward_offers' }
  const opened: Record<string, string> = {}
  for (const [view, list] of Object.entries(pages)) {
    const id = await first(list)
    if (id === undefined) continue
    opened[`${view}-page`] = `view=${view}&id=${id}`
    opened[`${view}-panel`] = `view=${view}&open=${id}`
    if (view === 'offers') {
      for (const tab of ['edit', 'replay', 'versions'])
        opened[`offers-${tab}`] = `view=offers&id=${id}&tab=${tab}`
    }
  }
  const views = Object.fromEntries(VIEWS.map((view) => [view, `view=${view}`]))
  return { ...views, ...PARTS, ...opened }
}

async function shoot(browser: Browser, look: Look, screens: Readonly<Record<string, string>>): Promise<void> {
  const folder = path.resolve(values.out, look.name)
  mkdirSync(folder, { recursive: true })
  const context = await browser.newContext({
    colorScheme: look.colours,
    viewport: SIZES[look.size],
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${look.url}/dashboard/#key=${look.key}`)
  for (const [name, query] of Object.entries(screens)) {
    if (!name.includes(values.only)) continue
    await page.goto(`${look.url}/dashboard/?${query}`)
    await settled(page)
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true, timeout: 120_000 })
    const overflows = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
    console.log(`${look.name}/${name}.png${overflows === true ? ' is wider than the screen' : ''}`)
  }
  await context.close()
}

/** Until nothing waits for its data any more, or for as long as somebody would. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 })
  const waiting = page.getByRole('status').filter({ hasText: 'Loading' })
  await waiting
    .first()
    .waitFor({ state: 'detached', timeout: 30_000 })
    .catch(() => {})
  await page.waitForTimeout(300)
}

await main()
