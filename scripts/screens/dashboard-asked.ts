import { english as imports } from '../../web/dashboard/imports/texts/en.ts'
import { keys, team } from '../../web/dashboard/texts/en/administration.ts'
import { products } from '../../web/dashboard/texts/en/commerce.ts'
import { merge, contact as ofContact } from '../../web/dashboard/texts/en/contacts.ts'
import { payouts } from '../../web/dashboard/texts/en/finance.ts'
import { frame, tray } from '../../web/dashboard/texts/en/frame.ts'
import { offers } from '../../web/dashboard/texts/en/offers.ts'
import { claims } from '../../web/dashboard/texts/en/purchases.ts'
import { settings } from '../../web/dashboard/texts/en/settings.ts'
import { beside, savedViews, wipe } from '../../web/dashboard/texts/en/test-tools.ts'
import { asItIs, changed, FAILED, FORBIDDEN, refused } from './otherwise.ts'
import { type Act, press, type Screen, settled, steps } from './screen.ts'

export const at = (name: string, query: string, act?: Screen['act']): Screen => ({
  name,
  path: `/dashboard/?${query}`,
  ...(act && { act }),
})

const change = (what: string): Act => press(`${settings.change}: ${what}`)

/** Both apps have to be there, each in its frame, before they are looked at. */
const besideOpened: Act = async (page) => {
  await page.getByRole('table', { name: beside.list }).getByRole('button').first().click()
  const frame = (title: string) => page.frameLocator(`iframe[title="${title}"]`)
  await frame(beside.app).getByText('Your balance').waitFor({ timeout: 60_000 })
  await frame(beside.till).getByRole('region', { name: 'Articles' }).waitFor({ timeout: 60_000 })
}

/** What is asked in front of a view before anything is done. */
export const ASKED: readonly Screen[] = [
  at('keys-roll', 'view=keys', press(keys.acts.roll.name)),
  at('keys-revoke', 'view=keys', press(keys.acts.revoke.name)),
  at('team-change', 'view=team', press(team.change)),
  at('venues-change', 'view=venues', (page) => page.getByRole('table').getByRole('button').first().click()),
  at('purchases-view-kept', 'view=purchases&state=CANCELLED', press(savedViews.keep)),
  at('purchases-claims-refuse', 'view=purchases&tab=claims&state=HELD', press(claims.refuse)),
  at('products-merge', 'view=products&tab=unknown', press(products.mergeInto)),
  at('products-diet', 'view=products', press(new RegExp(`^${products.diet}: `))),
  at('tools-beside-opened', 'view=tools&tab=beside', besideOpened),
  at('tools-wipe-all', 'view=tools&tab=wipe', press(wipe.keeps.NOTHING.act)),
  at('settings-spending', 'view=settings', change(settings.groups.spending)),
  at('settings-automatic', 'view=settings', change(settings.groups.automatic)),
  at('settings-claims', 'view=settings', change(settings.groups.claims)),
  at('settings-sepa', 'view=settings', change(payouts.providers.SEPA)),
  at('settings-stripe', 'view=settings', change(payouts.providers.STRIPE)),
  at('settings-paypal', 'view=settings', change(payouts.providers.PAYPAL)),
  at('settings-stage-new', 'view=settings', press(settings.stages.create)),
  at('settings-stage', 'view=settings', change('Ready')),
  at('settings-stage-remove', 'view=settings', press(settings.stages.remove('Ready'))),
  at('settings-reason-new', 'view=settings', press(settings.reasons.create)),
  at('settings-reason', 'view=settings', change('Items out of stock')),
]

/** On a phone the ways between the views stand behind a button. */
const menu: Act = async (page) => {
  const opens = page.getByRole('button', { name: frame.openMenu, exact: true })
  if (await opens.isVisible()) await opens.click()
}

const FILE = ['sku,name,price.amount', 'OIL,Olive oil,9.80', 'BREAD,Village bread,two', 'TEA,Tea,2.60'].join(
  '\n',
)

const chosen: Act = async (page) => {
  const buffer = Buffer.from(FILE)
  const file = { name: 'stock.csv', mimeType: 'text/csv', buffer }
  await page.getByLabel(imports.choose).setInputFiles(file)
  await page.getByText(imports.fileRead(file.name, 3)).waitFor()
}

const tried: Act = async (page) => {
  await chosen(page)
  await press(imports.tryIt)(page)
  await page.getByRole('region', { name: imports.tried }).waitFor()
}

/** What goes wrong, and what is on its way. */
export const STATES: readonly Screen[] = [
  at('menu', 'view=home', menu),
  at('import-matched', 'view=syncs&tab=import-products', chosen),
  at('import-tried', 'view=syncs&tab=import-products', tried),
  { ...at('purchases-failed', 'view=purchases', refused(/v2\/purchases\?/, FAILED)), leave: asItIs },
  { ...at('purchases-forbidden', 'view=purchases', refused(/v2\/purchases\?/, FORBIDDEN)), leave: asItIs },
  at('purchases-unknown', 'view=purchases&id=0192f0c1-a7aa-7bbb-8ccc-0123456789ab'),
]

const JOBS = /v2\/processes(\?|\/[0-9a-f]{8}-)/
const now = () => Math.floor(Date.now() / 1_000)
const totals = { received: 92_331, created: 2_500, updated: 9_910, unchanged: 70, rejected: 0 }
const running = (silence: number) => () => ({
  kind: 'PRODUCT_SYNC',
  state: 'IN_PROGRESS',
  total: 92_331,
  done: 12_480,
  started_on: now() - 40 - silence,
  heartbeat_on: now() - silence,
  completed_on: null,
  totals,
})

/** A long job that has just begun, gives no sign of life, and is looked at from elsewhere. */
export function onProcess(id: string): readonly Screen[] {
  const page = `view=syncs&id=${id}`
  const opened: Act = press(tray.running(1))
  return [
    at('syncs-page', page),
    { ...at('syncs-running', page, changed(JOBS, id, running(1))), leave: asItIs },
    { ...at('syncs-stalled', page, changed(JOBS, id, running(200))), leave: asItIs },
    { ...at('tray', 'view=home', steps(changed(JOBS, id, running(1)), opened)), leave: asItIs },
  ]
}

const FAILED_PAYOUT = () => ({ state: 'FAILED' })

/** One payout beside the list, and what is asked before one that failed is tried again. */
export function onPayout(id: string): readonly Screen[] {
  const tryAgain = steps(changed(/v2\/payouts(\?|\/)/, id, FAILED_PAYOUT), press(payouts.acts.RETRY.name))
  return [
    at('payouts-panel', `view=payouts&open=${id}`),
    { ...at('payouts-retry', 'view=payouts', tryAgain), leave: asItIs },
  ]
}

/** A second record by its code, with what is said before both become one. */
export const mergeWith =
  (code: string): Act =>
  async (page) => {
    await press(ofContact.merge)(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(merge.find).fill(code)
    await dialog.getByLabel(merge.other, { exact: true }).selectOption({ index: 1 })
  }

export function onDraft(id: string): readonly Screen[] {
  const page = `view=offers&id=${id}`
  return [
    at('offers-draft-edit', `${page}&tab=edit`),
    at('offers-publish', page, press(offers.acts.publish.name)),
    at('offers-delete', page, press(offers.acts.delete.name)),
  ]
}

const publishChange: Act = async (page) => {
  await page.getByRole('textbox', { name: 'Name' }).first().fill('Another name')
  await press(/^Publish as version/)(page)
}

export function onRunning(id: string): readonly Screen[] {
  const page = `view=offers&id=${id}`
  return [
    at('offers-pause', page, press(offers.acts.pause.name)),
    at('offers-end', page, press(offers.acts.end.name)),
    at('offers-publish-change', `${page}&tab=edit`, steps(settled, publishChange)),
  ]
}
