import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { barcodeFit, qrFit } from '../../web/kit/code-fit.ts'
import { openBrowser, seriousFindings } from './browser.ts'
import { type Cafe, openCafe } from './cafe.ts'
import { startServer, type TestServer } from './harness.ts'
import { openPrinter, qrOf } from './order-printer.ts'
import { readCodes, readDots } from './read-codes.ts'
import { type Drawn, drawCodes } from './receipt-printer.ts'
import { openTill as openAt, type TillLook, tile } from './till-page.ts'

/** Of a receipt printer, and of a screen for the same size. */
const PRINTER_DPI = 203
const SCREEN_DPI = 96
const POINTS_PER_MM = 72 / 25.4
const DOTS_A_MM = 8
const HEAD_DOTS = { 58: 384, 80: 576 } as const

let server: TestServer
let browser: Browser
let cafe: Cafe

beforeAll(async () => {
  server = await startServer({ webhooks: { everyMs: 1_000, networks: ['127.0.0.0/8'] } })
  cafe = await openCafe(server)
})
afterAll(async () => {
  await server.stop()
})
beforeEach(async () => {
  server.clock.now = new Date()
  browser = await openBrowser()
})
afterEach(async () => {
  await browser.close()
})

/** A sale that is paid, with its receipt on the screen. */
async function receipt(look: TillLook = {}): Promise<Page> {
  const page = await openAt(browser, { url: server.url, cafe }, look)
  await tile(page, 'Baklava').click()
  await page.keyboard.press('F9')
  await page.getByRole('button', { name: /Card/ }).click()
  await page.getByRole('button', { name: /Next sale/ }).waitFor()
  return page
}

/** Of a code as it stands there, in millimetres. */
async function widthOf(page: Page, name: string): Promise<number> {
  const { width = 0 } = (await page.getByRole('img', { name }).boundingBox()) ?? {}
  return (width * 25.4) / SCREEN_DPI
}

async function lastCodes(): Promise<Readonly<Record<'qr' | 'barcode' | 'signed_code', string>>> {
  const { body } = await cafe.call('GET', 'purchases?size=1')
  return body.content[0].receipt
}

describe('the paper of the till', { timeout: 240_000 }, () => {
  test.each([58, 80] as const)('has codes on %i mm that are read as they are printed', async (mm) => {
    const page = await receipt({ scale: PRINTER_DPI / SCREEN_DPI })
    await page.getByRole('button', { name: `${mm} mm` }).click()
    await page.emulateMedia({ media: 'print' })
    const read = await readCodes(await page.locator('[data-paper]').screenshot())
    const codes = await lastCodes()
    expect(read.qr).toBe(codes.qr)
    expect(await widthOf(page, 'The receipt’s code')).toBeCloseTo(qrFit(codes.qr, mm).widthMm, 1)
    // The number of the receipt makes a barcode that is too wide for the narrow paper: the till says so, and prints none.
    expect(read.barcode).toBe(mm === 80 ? codes.barcode : undefined)
    if (mm === 80) {
      const { widthMm = 0 } = barcodeFit(codes.barcode, mm) ?? {}
      expect(await widthOf(page, 'The receipt’s barcode')).toBeCloseTo(widthMm, 1)
    }
    await page.emulateMedia({ media: 'screen' })
    await page.getByText(mm === 80 ? /Tight|Fits/ : 'Too wide').waitFor()
  })

  test.each([58, 80] as const)('is a page of %i mm for the browser’s printer', async (mm) => {
    const page = await receipt()
    await page.evaluate('window.print = () => {}')
    await page.getByRole('button', { name: `${mm} mm` }).click()
    await page.keyboard.press('Alt+P')
    const document = await page.pdf({ preferCSSPageSize: true })
    const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(document.toString('latin1')) ?? []
    expect(Number(width) / POINTS_PER_MM).toBeCloseTo(mm, 0)
    expect(Number(height) / POINTS_PER_MM).toBeGreaterThan(80)
    expect(document.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })

  test.each([58, 80] as const)('goes to a printer of %i mm as bytes whose codes are read', async (mm) => {
    const page = await receipt()
    await page.getByRole('button', { name: `${mm} mm` }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'ESC/POS file' }).click(),
    ])
    const bytes = readFileSync(await download.path())
    const drawn = drawCodes(bytes)
    const codes = await lastCodes()
    // Somebody types it in: it is not broken.
    expect(bytes.toString('latin1')).toContain(codes.signed_code)
    const dotsOf = (rows: Drawn['qr']) => rows?.[0]?.length ?? 0
    expect(dotsOf(drawn.qr)).toBeLessThanOrEqual(HEAD_DOTS[mm])
    // As wide as on the screen, so that a phone and a reader see what they need.
    expect(dotsOf(drawn.qr) / DOTS_A_MM).toBe(qrFit(codes.qr, mm).widthMm)
    expect(dotsOf(drawn.barcode) / DOTS_A_MM).toBe(mm === 80 ? barcodeFit(codes.barcode, mm)?.widthMm : 0)
    expect(await readDots(drawn.qr ?? [])).toBe(codes.qr)
    if (mm === 80) expect(await readDots(drawn.barcode ?? [])).toBe(codes.barcode)
    else expect(drawn.barcode).toBeUndefined()
  })

  test('goes over the server to a printer in the network', async () => {
    const printer = await openPrinter()
    await cafe.call('POST', 'order_adaptors', {
      name: 'Front desk',
      kind: 'PRINTER',
      printer: { host: '127.0.0.1', port: printer.port },
    })
    const page = await openAt(browser, { url: server.url, cafe })
    await page.keyboard.press('Alt+T')
    await page.getByLabel('Receipt printer').selectOption('NETWORK')
    await page.getByLabel('Printer of the shop').selectOption({ label: 'Front desk' })
    await page.getByLabel(/^Who stands here/).fill('Maria')
    await page.keyboard.press('Escape')
    await tile(page, 'Baklava').click()
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: /Card/ }).click()
    await page.getByRole('region', { name: 'Receipt' }).getByText('Served by Maria').first().waitFor()
    await page.keyboard.press('Alt+P')
    await page.getByText('Printed.').waitFor()
    printer.close()
    const [paper = Buffer.alloc(0)] = printer.tickets
    expect(qrOf(paper)).toBe((await lastCodes()).qr)
    for (const line of ['Served by Maria', 'TEST, not a receipt', '3.60']) {
      expect(paper.toString('latin1')).toContain(line)
    }
  })

  test('says what is wrong when there is no printer, and prints by the browser instead', async () => {
    const page = await openAt(browser, { url: server.url, cafe })
    await page.keyboard.press('Alt+T')
    await page.getByLabel('Receipt printer').selectOption('USB')
    expect(await seriousFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Print a test' }).click()
    await page
      .getByRole('status')
      .getByText(/No printer was chosen yet|This browser cannot reach/)
      .waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await tile(page, 'Baklava').click()
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: /Card/ }).click()
    await page.getByRole('button', { name: /Next sale/ }).waitFor()
    await page.keyboard.press('Alt+P')
    await page.getByText(/No printer was chosen yet|This browser cannot reach/).waitFor()
    await page.getByRole('button', { name: 'Print with the browser instead' }).waitFor()
    await page.getByRole('button', { name: /Next sale/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // The receipt of the sale before, once more.
    await page.keyboard.press('Alt+P')
    await page.getByRole('dialog', { name: 'Receipt' }).waitFor()
  })
})
