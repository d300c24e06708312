import type { Page } from 'playwright-core'
import { z } from 'zod'
import { spendCodeOn } from '../../server/test/shopper/app-page.ts'
import { type BackOffice, call } from './back-office.ts'
import { press, type Screen } from './screen.ts'

const PLACES = z.object({ content: z.array(z.object({ taps: z.array(z.object({ code: z.string() })) })) })
const SOLD = z.object({ receipt: z.object({ qr: z.string() }) })

/** What a shopper sees of what a till sold while the app was open. */
export function soldMeanwhile(office: BackOffice): readonly Screen[] {
  const scan = '/shopper/?view=scan'
  return [
    { name: 'scan-found', path: scan, act: (page) => find(page, office) },
    { name: 'scan-claimed', path: scan, act: (page) => claim(page, office) },
    { name: 'spend-used', path: '/shopper/', act: (page) => spend(page, office) },
  ]
}

async function find(page: Page, office: BackOffice): Promise<void> {
  await page.getByLabel('Code of the receipt').fill(await sell(office, { total: '12.40' }))
  await press('Look it up')(page)
  await page.getByRole('heading', { name: 'Receipt found' }).waitFor()
}

async function claim(page: Page, office: BackOffice): Promise<void> {
  await find(page, office)
  await press(/^Claim/)(page)
  await page.getByRole('heading', { name: 'The receipt is yours' }).waitFor()
}

async function spend(page: Page, office: BackOffice): Promise<void> {
  await press('Get spend code')(page)
  await page.getByText('Amount', { exact: true }).click()
  await page.getByRole('textbox', { name: 'Amount' }).fill('0.05')
  await press('Make the code')(page)
  await sell(office, { total: '3.20', otp: await spendCodeOn(page) })
  await page.getByRole('heading', { name: 'Done' }).waitFor()
}

interface Sale {
  readonly total: string
  /** The code of whoever buys; left out: nobody who is known. */
  readonly otp?: string
}

/** Answers what the receipt's code says. */
async function sell(office: BackOffice, { total, otp }: Sale): Promise<string> {
  const places = PLACES.parse(await call(office, 'GET', 'organisations?type=VENUE&order=ASC&size=1'))
  const sold = await call(office, 'POST', 'purchases', {
    reference_number: String(Date.now()),
    organisation: { venue_tap: { code: places.content[0]?.taps[0]?.code } },
    transaction_amounts: { total },
    ...(otp !== undefined && { contact: { otp } }),
  })
  return SOLD.parse(sold).receipt.qr
}
