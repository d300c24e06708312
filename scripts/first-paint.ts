import { readFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../server/test/browser.ts'
import { type DemoFile, ensureServer } from './demo-server.ts'
import { type AppScreens, asItIs, fullScreens, type Screen } from './screens/index.ts'
import { type Painted, painted, watch } from './screens/watch.ts'

// How long somebody waits for each screen of the three apps with the demo's data on this machine: from asking for the page, or from
// the last touch where a screen opens on another, until all of it is painted. The middle of several looks; it ends with 1 where one of
// them is above a second. Run demo:replay before.

const { values } = parseArgs({
  options: {
    looks: { type: 'string', default: '3' },
    app: { type: 'string', default: '' },
    only: { type: 'string', default: '' },
    /** Everything of a page is fetched anew, as by somebody who was never here. */
    cold: { type: 'boolean', default: false },
  },
})

const MOST_MS = 1_000

interface Measured extends Painted {
  readonly name: string
}

async function main(): Promise<void> {
  const server = await ensureServer()
  const demo: DemoFile = JSON.parse(readFileSync(server.file, 'utf8'))
  const browser = await openBrowser()
  const measured: Measured[] = []
  console.log(`${machine()}, ${values.cold ? 'nothing cached' : 'scripts cached'}\n`)
  console.log('| screen | first paint | content |')
  console.log('| --- | ---: | ---: |')
  try {
    const apps = (await fullScreens(demo)).filter(({ app }) => app.includes(values.app))
    for (const app of apps) measured.push(...(await measure(browser, app)))
  } finally {
    await browser.close()
    await server.stop()
  }
  conclude(measured)
}

function machine(): string {
  const [minute = 0] = loadavg()
  return `${availableParallelism()} cores, load ${minute.toFixed(1)}, ${values.looks} looks`
}

async function measure(browser: Browser, app: AppScreens): Promise<readonly Measured[]> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...(values.cold && { serviceWorkers: 'block' }),
  })
  const page = await context.newPage()
  await watch(page)
  if (values.cold) {
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  }
  await app.enter(page)
  const measured: Measured[] = []
  for (const screen of app.screens) {
    const name = `${app.app} ${screen.name}`
    // What is answered otherwise than by the server says nothing of how long that takes.
    if (!name.includes(values.only) || screen.leave === asItIs) continue
    const one = { name, ...(await middleOf(page, app.url, screen)) }
    console.log(`| ${name} | ${told(one.first)} | ${told(one.content)} |`)
    measured.push(one)
  }
  await context.close()
  return measured
}

async function middleOf(page: Page, url: string, { path, act, leave }: Screen): Promise<Painted> {
  const looks: Painted[] = []
  for (let look = 0; look < Number(values.looks); look += 1) {
    await page.goto(`${url}${path}`)
    // Whoever touches a page has seen it whole; what is asked for twice is not measured with the first asking still running.
    if (act) await painted(page)
    await act?.(page)
    looks.push(await painted(page))
    await leave?.(page)
  }
  const found = looks.toSorted((a, b) => a.content - b.content)[Math.floor(looks.length / 2)]
  if (!found) throw new Error('nothing was looked at')
  return found
}

function told(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `${Math.round(milliseconds)} ms`
}

function conclude(measured: readonly Measured[]): void {
  const slow = measured.filter(({ content }) => content > MOST_MS)
  const [slowest] = measured.toSorted((a, b) => b.content - a.content)
  console.log(`\n${measured.length} screens; the slowest is ${slowest?.name}: ${told(slowest?.content)}`)
  console.log(`load ${loadavg()[0]?.toFixed(1)} at the end`)
  if (slow.length === 0) return
  console.log(`above a second: ${slow.map(({ name }) => name).join(', ')}`)
  process.exitCode = 1
}

await main()
