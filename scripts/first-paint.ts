import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../server/test/browser.ts'
import { type DemoFile, ensureServer } from './demo-server.ts'
import { type AppScreens, everyScreen, type Screen, settled } from './screens/index.ts'

// When each screen first paints something, and when it has its data, with the demo's data on this machine. Not a test: it tells what it
// measured, the middle one of several looks.

const { values } = parseArgs({
  options: { looks: { type: 'string', default: '3' }, app: { type: 'string', default: '' } },
})

interface Measured {
  readonly name: string
  /** Milliseconds from the request of the page. */
  readonly paint: number
  readonly data: number
}

async function main(): Promise<void> {
  const server = await ensureServer()
  const demo: DemoFile = JSON.parse(readFileSync(server.file, 'utf8'))
  const browser = await openBrowser()
  try {
    const apps = (await everyScreen(demo)).filter(
      ({ app, data }) => data === 'demo' && app.includes(values.app),
    )
    const measured: Measured[] = []
    for (const app of apps) measured.push(...(await measure(browser, demo.base_url, app)))
    print(measured)
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measure(
  browser: Browser,
  url: string,
  { app, enter, screens }: AppScreens,
): Promise<Measured[]> {
  const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en-GB' })
  const page = await context.newPage()
  await enter(page)
  const measured: Measured[] = []
  // What opens on a screen has painted before.
  for (const [name, path] of places(screens)) {
    const looks: Measured[] = []
    for (let look = 0; look < Number(values.looks); look += 1)
      looks.push(await lookAt(page, `${app} ${name}`, `${url}${path}`))
    measured.push(middle(looks))
  }
  await context.close()
  return measured
}

function places(screens: readonly Screen[]): ReadonlyMap<string, string> {
  const byPath = new Map(screens.toReversed().map(({ name, path }) => [path, name]))
  return new Map([...byPath].toReversed().map(([path, name]) => [name, path]))
}

async function lookAt(page: Page, name: string, address: string): Promise<Measured> {
  await page.goto(address)
  const [paint] = await page.evaluate<number[]>(PAINTED)
  const waiting = page.getByRole('status').filter({ hasText: 'Loading' })
  await waiting.first().waitFor({ state: 'detached', timeout: 30_000 })
  const data = await page.evaluate<number>('performance.now()')
  await settled(page)
  return { name, paint: paint ?? Number.NaN, data }
}

const PAINTED = `(async () => {
  for (;;) {
    const seen = performance.getEntriesByName('first-contentful-paint')
    if (seen.length > 0) return seen.map(({ startTime }) => startTime)
    await new Promise(requestAnimationFrame)
  }
})()`

function middle(looks: readonly Measured[]): Measured {
  const sorted = [...looks].sort((a, b) => a.paint - b.paint)
  const found = sorted[Math.floor(sorted.length / 2)]
  if (!found) throw new Error('nothing was looked at')
  return found
}

function print(measured: readonly Measured[]): void {
  console.log('| screen | first paint | with its data |')
  console.log('| --- | ---: | ---: |')
  for (const { name, paint, data } of measured)
    console.log(`| ${name} | ${Math.round(paint)} ms | ${Math.round(data)} ms |`)
  const slowest = measured.toSorted((a, b) => b.paint - a.paint)[0]
  console.log(
    `\n${measured.length} screens; the slowest first paint is ${slowest?.name}: ${Math.round(slowest?.paint ?? 0)} ms`,
  )
}

await main()
