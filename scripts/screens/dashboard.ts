import { VIEWS } from '../../web/dashboard/address.ts'
import { type BackOffice, firstOf } from './back-office.ts'
import { type Act, type AppScreens, type Screen, settled } from './screen.ts'

const PARTS = {
  settlement: 'view=reports&tab=settlement',
  'product-groups': 'view=products&tab=groups',
  tills: 'view=venues&tab=tills',
  'receipt-codes': 'view=venues&tab=codes',
  'unknown-products': 'view=products&tab=unknown',
  'import-products': 'view=syncs&tab=import-products',
  'import-contacts': 'view=syncs&tab=import-contacts',
  'bank-files': 'view=payouts&tab=files',
  approvals: 'view=payouts&tab=approvals',
  triggers: 'view=tools&tab=triggers',
  'known-values': 'view=tools&tab=values',
  wipe: 'view=tools&tab=wipe',
} as const

/** Each view, its parts, and one page of what there is to open. */
export async function dashboardScreens(office: BackOffice, data: AppScreens['data']): Promise<AppScreens> {
  const pages = { purchases: 'purchases', contacts: 'contacts', offers: 'reward_offers' }
  const opened: Record<string, string> = {}
  for (const [view, list] of Object.entries(pages)) {
    const id = await firstOf(office, list)
    if (id === undefined) continue
    opened[`${view}-page`] = `view=${view}&id=${id}`
    opened[`${view}-panel`] = `view=${view}&open=${id}`
    if (view === 'offers') {
      for (const tab of ['edit', 'replay', 'versions'])
        opened[`offers-${tab}`] = `view=offers&id=${id}&tab=${tab}`
    }
  }
  const views = Object.fromEntries(VIEWS.map((view) => [view, `view=${view}`]))
  const all = Object.entries({ ...views, ...PARTS, ...opened })
  return {
    app: 'dashboard',
    data,
    enter: async (page) => {
      await page.goto(`${office.url}/dashboard/#key=${office.key}`)
      await settled(page)
    },
    screens: [
      { name: 'sign-in', path: '/dashboard/', act: signedOut },
      ...all.map(([name, query]): Screen => ({ name, path: `/dashboard/?${query}` })),
    ],
  }
}

/** As somebody sees it who has no key, and back again. */
const signedOut: Act = async (page) => {
  const kept = await page.evaluate<string>('JSON.stringify({ ...sessionStorage })')
  await page.evaluate('sessionStorage.clear()')
  await page.reload()
  await page.getByRole('main').first().waitFor()
  // The next screen has its session again.
  await page.evaluate(`Object.assign(sessionStorage, ${kept})`)
}
