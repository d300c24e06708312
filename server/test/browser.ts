import { existsSync } from 'node:fs'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'

/**
 * The Chromium that comes as a package. Whoever asks first unpacks it, and another who asks meanwhile would start a half of it: a run asks before
 * its tests begin.
 */
export async function packagedChromium() {
  // The package looks at this to know which libraries the machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return { args: packaged.args, executablePath: await packaged.executablePath() }
}

/** A real Chromium: the one that comes as a package, else the machine's; with further switches of it. */
export async function openBrowser(switches: readonly string[] = []): Promise<Browser> {
  const { chromium: driver } = await import('playwright-core')
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (file) => existsSync(file),
  )
  try {
    const packaged = await packagedChromium()
    return await driver.launch({
      executablePath: packaged.executablePath,
      // All pages in one process wait for each other, and closing one of them may end it.
      args: [
        ...packaged.args.filter((arg) => !/single-process|no-zygote/.test(arg)),
        '--no-sandbox',
        ...switches,
      ],
    })
  } catch (error) {
    if (installed === undefined) throw error
    return driver.launch({ executablePath: installed, args: ['--no-sandbox', '--disable-gpu', ...switches] })
  }
}

export interface Rules {
  /** These alone. */
  readonly only?: readonly string[]
  readonly without?: readonly string[]
}

/** Of these axe finds nothing that is more than moderate, and looks long. */
const MODERATE = ['region', 'heading-order', 'landmark-unique', 'aria-allowed-role']

/** What axe finds on the page that keeps somebody out. */
export async function seriousFindings(page: Page, { only, without = [] }: Rules = {}): Promise<string[]> {
  await bringAxe(page)
  const options = {
    // What passed is told of one place of each, not of all.
    resultTypes: ['violations'],
    ...(only && { runOnly: { type: 'rule', values: only } }),
    rules: Object.fromEntries([...MODERATE, ...without].map((rule) => [rule, { enabled: false }])),
  }
  return await page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes[0]?.html))`)
}

/** It is long, and stays in a document until that is left. */
async function bringAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate<boolean>("'axe' in window"))) await frame.evaluate(axe.source)
  }
}
