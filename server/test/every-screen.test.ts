import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { dashboardScreens, furnish, shopperScreens, tillScreens } from '../../scripts/screens/index.ts'
import { openBrowser } from './browser.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { openDashboard } from './dashboard-page.ts'
import { startServer, type TestServer } from './harness.ts'
import { appKey } from './self-service/shopper.ts'
import { openApp, signIn } from './shopper/app-page.ts'
import { troublesOf } from './troubles.ts'

const ANNA = 'anna@example.com'
const CARD = 'CARD-77'
/** Each of some two hundred screens is judged thrice, which takes its time on a busy machine. */
const LONG = 20 * 60_000
const PATIENCE = 30_000

let server: TestServer
let browser: Browser
let cafe: Cafe

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000 } })
  server.clock.now = new Date()
  cafe = await openCafe(server, { mode: 'TEST' })
  const limits = { budget: '900.00', per_contact: { uses: 2, period: 'DAY' } }
  await cafe.offer({ name: 'Early birds', award: { kind: 'PERCENTAGE', rate: 5 }, limits })
  await furnish({ url: server.url, key: cafe.key }, ANNA)
  await server.writeRequests()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.clock.now = new Date()
  browser = await openBrowser()
})
afterEach(() => browser.close())

const office = () => ({ url: server.url, key: cafe.key })

/** What every app asks for stands in the public description of the API, or is a file of the app itself. */
const DESCRIBED: readonly RegExp[] = Object.keys(
  JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')).paths,
).map((path) => new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`))
const OF_THE_APP = /^\/(assets|dashboard|shopper|till)\/|^\/((engine|forms)\.js|livez)$/

function asked(page: Page): () => readonly string[] {
  const others = new Set<string>()
  page.context().on('request', (request) => {
    const { origin, pathname, protocol } = new URL(request.url())
    if (protocol === 'data:' || protocol === 'blob:') return
    const isOurs = origin === server.url
    if (!isOurs || ![...DESCRIBED, OF_THE_APP].some((each) => each.test(pathname)))
      others.add(`${request.method()} ${origin}${pathname}`)
  })
  return () => [...others]
}

test(
  'no screen of the dashboard keeps anybody out in light, in dark, at 200 % or on a page of 320 px, and all of them live by the public API',
  async () => {
    const page = await openDashboard(browser, office())
    page.setDefaultTimeout(PATIENCE)
    const others = asked(page)
    const screens = await dashboardScreens(office(), 'demo', ANNA)
    expect(await troublesOf(page, screens, { narrow: true, least: 24 })).toEqual({})
    expect(others()).toEqual([])
  },
  LONG,
)

test(
  'no screen of the till keeps anybody out in light, in dark or at 200 %, and all of them live by the public API',
  async () => {
    const context = await browser.newContext({
      viewport: { width: 1024, height: 768 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    context.setDefaultTimeout(PATIENCE)
    const page = await context.newPage()
    const others = asked(page)
    const till = await tillScreens(office(), 'demo', CARD)
    await till.enter(page)
    expect(await troublesOf(page, till, { narrow: true, least: 56 })).toEqual({})
    expect(others()).toEqual([])
  },
  LONG,
)

test(
  'no screen of the shopper’s app keeps anybody out in light, in dark, from right to left or at 200 %, and all of them live by the public API',
  async () => {
    const key = await appKey(cafe)
    const { page } = await openApp(browser, { url: server.url, key })
    const others = asked(page)
    await signIn(page, ANNA)
    page.setDefaultTimeout(PATIENCE)
    const screens = await shopperScreens({ ...office(), appKey: key, email: ANNA })
    expect(await troublesOf(page, screens, { turned: true })).toEqual({})
    expect(others()).toEqual([])
  },
  LONG,
)
