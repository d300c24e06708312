import type { english } from '../en/index.ts'
import type { SomeTold } from '../told.ts'
import { audit, settings, team } from './administration.ts'
import { feeds, orders, payouts, products, reports, syncs } from './commerce.ts'
import { adjust, adjustments, contact, contacts, erase, merge, wallet } from './contacts.ts'
import { locale } from './counting.ts'
import { events, keys, requests, shownOnce, tools, webhooks } from './developers.ts'
import { frame, kit, ledger, lists, palette, process, signIn, tray } from './frame.ts'
import { home } from './home.ts'
import { purchase, purchaseActs, purchases, returning, voiding, why } from './purchases.ts'
import { codes, tills, venues } from './venues.ts'

/** The dashboard in Greek. Offers are still said in English, as are the sentences that the engine makes of them. */
export const greek: SomeTold<typeof english> = {
  locale,
  kit,
  ...frame,
  tray,
  palette,
  lists,
  signIn,
  home,
  orders,
  products,
  syncs,
  feeds,
  venues,
  tills,
  codes,
  payouts,
  reports,
  keys,
  shownOnce,
  webhooks,
  events,
  requests,
  tools,
  audit,
  team,
  settings,
  purchases,
  purchase,
  purchaseActs,
  voiding,
  returning,
  why,
  contacts,
  wallet,
  contact,
  adjustments,
  adjust,
  merge,
  erase,
  ledger,
  process,
}
