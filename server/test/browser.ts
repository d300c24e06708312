import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
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

/** What axe finds on the page that keeps somebody out. */
export async function seriousFindings(page: Page, { only, without }: Rules = {}): Promise<string[]> {
  // Without frames of others nothing has to be put together on a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  // What passed is told of one place of each, not of all.
  axe.options({ resultTypes: ['violations'] })
  if (only) axe.withRules([...only])
  if (without) axe.disableRules([...without])
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
