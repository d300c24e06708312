import { code, keys, shownOnce, team, webhooks } from './administration.ts'
import { audit } from './audit.ts'
import { feeds, orders, products, syncs } from './commerce.ts'
import { adjust, adjustments, contact, contacts, erase, merge, wallet } from './contacts.ts'
import { locale } from './counting.ts'
import { events, requests, tools } from './developers.ts'
import { duplicates } from './duplicates.ts'
import { editor } from './editor.ts'
import { errors } from './errors.ts'
import { payouts, reports } from './finance.ts'
import { frame, lists, palette, tray } from './frame.ts'
import { home } from './home.ts'
import { kit } from './kit.ts'
import { ledger } from './ledger.ts'
import { managed, plans, pools, schemes, tiers } from './offer-around.ts'
import { said } from './offer-said.ts'
import { calendar, performance, tryBasket } from './offer-tools.ts'
import { findings, offers, replay } from './offers.ts'
import { process } from './processes.ts'
import { claims, consequences, purchase, purchaseActs, purchases, returning, voiding } from './purchases.ts'
import { dataPrivacy, messageTexts, settings } from './settings.ts'
import { choosePassword, signIn } from './sign-in.ts'
import { beside, promotions, savedViews, testValues, triggers, wipe } from './test-tools.ts'
import { codes, tills, venues } from './venues.ts'
import { why } from './why.ts'

/** Every word of the dashboard in English. Another language is one more such folder, held to the same shape. */
export const english = {
  locale,
  kit,
  ...frame,
  tray,
  palette,
  lists,
  savedViews,
  signIn,
  choosePassword,
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
  code,
  webhooks,
  events,
  requests,
  errors,
  tools,
  triggers,
  beside,
  testValues,
  wipe,
  promotions,
  audit,
  team,
  settings,
  messageTexts,
  dataPrivacy,
  purchases,
  purchase,
  purchaseActs,
  claims,
  voiding,
  consequences,
  returning,
  why,
  contacts,
  duplicates,
  wallet,
  contact,
  adjustments,
  adjust,
  merge,
  erase,
  ledger,
  process,
  offers,
  editor,
  findings,
  replay,
  said,
  managed,
  schemes,
  tiers,
  plans,
  pools,
  tryBasket,
  calendar,
  performance,
} as const
