import { VIEWS } from '../../web/dashboard/address.ts'
import { PARTS, PARTS_OF_ONE } from '../../web/dashboard/parts.ts'
import { keys, shownOnce, team, webhooks } from '../../web/dashboard/texts/en/administration.ts'
import { orders } from '../../web/dashboard/texts/en/commerce.ts'
import { contact as ofContact } from '../../web/dashboard/texts/en/contacts.ts'
import { plans, pools, schemes, tiers } from '../../web/dashboard/texts/en/offer-around.ts'
import { offers } from '../../web/dashboard/texts/en/offers.ts'
import { purchaseActs } from '../../web/dashboard/texts/en/purchases.ts'
import { messageTexts, settings } from '../../web/dashboard/texts/en/settings.ts'
import { signIn } from '../../web/dashboard/texts/en/sign-in.ts'
import { venues } from '../../web/dashboard/texts/en/venues.ts'
import { type BackOffice, needed, otherThan, pairAlike, SHOWN_OFFER } from './back-office.ts'
import { ASKED, at, mergeWith, onDraft, onPayout, onProcess, onRunning, STATES } from './dashboard-asked.ts'
import {
  type Act,
  type AppScreens,
  forgotten,
  keeping,
  press,
  type Screen,
  settled,
  steps,
} from './screen.ts'
import { onEndpoint } from './webhooks.ts'

const HERE = '/dashboard/'
const LANGUAGE = 'tillback.language'

/** Each view and each part of it, one page of what there is to open, and what is asked in front of it. */
export async function dashboardScreens(
  office: BackOffice,
  data: AppScreens['data'],
  /** Of whom there is the most to see. */
  email?: string,
): Promise<AppScreens> {
  return {
    app: 'dashboard',
    data,
    url: office.url,
    enter: async (page) => {
      await page.goto(`${office.url}${HERE}#key=${office.key}`)
      await settled(page)
    },
    screens: [
      { name: 'sign-in', path: HERE, act: forgotten },
      {
        name: 'choose-password',
        path: HERE,
        act: steps(forgotten, press(signIn.invitedOrForgot)),
      },
      ...VIEWS.map((view) => at(view, `view=${view}`)),
      ...partsOf(PARTS, ''),
      ...FORMS,
      ...(data === 'empty' ? [] : [...ELSEWHERE, ...ASKED, ...STATES]),
      ...(data === 'empty' ? [] : await opened(office, email)),
    ],
  }
}

/** The first part is the view itself. */
function partsOf(parts: Readonly<Record<string, readonly string[]>>, open: string): readonly Screen[] {
  return Object.entries(parts).flatMap(([view, [, ...others]]) =>
    others.map((part) => at(`${view}-${part}`, `view=${view}${open}&tab=${part}`)),
  )
}

/** A key for the app of customers, with the link and the code that they open it by. */
const appKeyMade: Act = async (page) => {
  const form = page.getByRole('dialog')
  await press(keys.create)(page)
  await form.getByLabel(keys.form.name, { exact: true }).fill('Our app')
  await form.getByLabel(keys.form.purpose, { exact: true }).selectOption('app')
  await form.getByRole('button', { name: keys.form.create }).click()
  await page.getByText(shownOnce.shopMeans).waitFor()
}

const eventsChosen: Act = async (page) => {
  await press(webhooks.create)(page)
  await page.getByLabel(webhooks.form.all).uncheck()
}

/** What begins something new. */
const FORMS: readonly Screen[] = [
  at('keys-new', 'view=keys', press(keys.create)),
  at('keys-app', 'view=keys', appKeyMade),
  at('webhooks-new', 'view=webhooks', press(webhooks.create)),
  at('webhooks-events', 'view=webhooks', eventsChosen),
  at('offers-new', 'view=offers', press(offers.create)),
  at('schemes-new', 'view=offers&tab=schemes', press(schemes.names.create)),
  at('tiers-new', 'view=offers&tab=tiers', press(tiers.names.create)),
  at('plans-new', 'view=offers&tab=plans', press(plans.names.create)),
  at('pools-new', 'view=offers&tab=pools', press(pools.names.create)),
  at('venues-new', 'view=venues', press(venues.create)),
  at('team-invite', 'view=team', press(team.invite)),
  at('settings-change', 'view=settings', press(`${settings.change}: ${settings.business}`)),
  at('settings-notifications', 'view=settings', press(`${settings.change}: ${settings.notifications.title}`)),
  at('settings-branding', 'view=settings', press(`${settings.change}: ${settings.branding.title}`)),
  at('settings-email', 'view=settings', press(`${settings.change}: ${settings.notifications.email}`)),
  at('settings-text', 'view=settings', press(`${settings.change}: ${messageTexts.kinds.AWARD}`)),
  at('settings-purchases', 'view=settings', press(`${settings.change}: ${settings.groups.purchases}`)),
]

/** The same views looked for, narrowed to nothing, and in other languages. */
const ELSEWHERE: readonly Screen[] = [
  at('palette', 'view=home', async (page) => {
    await settled(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('purch')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
  }),
  at('purchases-none-fit', 'view=purchases&receipt=there-is-no-such-receipt'),
  at('contacts-nobody', 'view=contacts&search=zzzzzz'),
  at('greek-home', 'view=home', keeping(LANGUAGE, 'el')),
  at('greek-purchases', 'view=purchases', keeping(LANGUAGE, 'el')),
  at('greek-offers', 'view=offers', keeping(LANGUAGE, 'el')),
  at('long-words-home', 'view=home', keeping(LANGUAGE, 'xx')),
  at('right-to-left-purchases', 'view=purchases', keeping(LANGUAGE, 'xr')),
]

/** There is one of each to open; where there is none, it says so instead of leaving its screens out. */
async function opened(office: BackOffice, email: string | undefined): Promise<readonly Screen[]> {
  const first = (list: string) => needed(office, list)
  const contact = await first(
    email === undefined ? 'contacts' : `contacts?email_address=${encodeURIComponent(email)}`,
  )
  const event = await first('events?order=DESC')
  const request = await first('request_log')
  const till = await first('tills')
  const hook = await first('webhook_endpoints')
  await first('orders?state=NEW')
  const venue = await first('organisations?type=VENUE')
  return [
    at('home-one-venue', `view=home&scope=${venue}`),
    at('purchases-one-venue', `view=purchases&scope=${venue}`),
    at('contacts-one-venue', `view=contacts&scope=${venue}`),
    ...onPurchase(await first(`purchases?contact_id=${contact}`)),
    ...onContact(contact, await otherThan(office, contact)),
    at(
      'contacts-order',
      `view=contacts&id=${contact}&tab=orders&open=${await first(`orders?contact_id=${contact}`)}`,
    ),
    at('contacts-compare', `view=contacts&tab=duplicates&open=${await pairAlike(office)}`),
    ...onOffer(await first(SHOWN_OFFER)),
    ...onDraft(await first('reward_offers?state=DRAFT')),
    ...onEndpoint(hook, await first(`webhook_deliveries?webhook_endpoint_id=${hook}`)),
    at('events-page', `view=events&id=${event}`),
    ...onProcess(await first('processes')),
    at('requests-panel', `view=requests&open=${request}`),
    ...onPayout(await first('payouts')),
    at('venues-till', `view=venues&tab=tills&open=${till}`),
    at('orders-cancel', 'view=orders', press(orders.acts.CANCEL)),
  ]
}

function onPurchase(id: string): readonly Screen[] {
  const page = `view=purchases&id=${id}`
  return [
    at('purchases-page', page),
    at('purchases-panel', `view=purchases&open=${id}`),
    at('purchases-void', page, press(purchaseActs.void)),
    at('purchases-return', page, press(purchaseActs.return)),
    at('greek-purchase', page, keeping(LANGUAGE, 'el')),
  ]
}

function onContact(id: string, other: string): readonly Screen[] {
  const page = `view=contacts&id=${id}`
  return [
    at('contacts-page', page),
    at('contacts-panel', `view=contacts&open=${id}`),
    ...partsOf({ contacts: PARTS_OF_ONE.contacts }, `&id=${id}`),
    at('contacts-revealed', page, async (shown) => {
      await shown.getByRole('button', { name: `${ofContact.reveal.show}: ${ofContact.email}` }).click()
      await shown.getByRole('button', { name: `${ofContact.reveal.hide}: ${ofContact.email}` }).waitFor()
    }),
    at('contacts-adjust', page, press(ofContact.adjust)),
    at('contacts-merge', page, press(ofContact.merge)),
    at('contacts-merge-chosen', page, mergeWith(other)),
    at('contacts-erase', page, press(ofContact.erase)),
  ]
}

function onOffer(id: string): readonly Screen[] {
  const page = `view=offers&id=${id}`
  return [
    at('offers-page', page),
    ...partsOf({ offers: PARTS_OF_ONE.offers }, `&id=${id}`),
    at('greek-offer', `${page}&tab=edit`, keeping(LANGUAGE, 'el')),
    ...onRunning(id),
  ]
}
