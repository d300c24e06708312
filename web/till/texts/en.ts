import { link, log, queue } from './en/away.ts'
import { calibrate, camera, print, settings } from './en/devices.ts'
import { display } from './en/display.ts'
import { signIn } from './en/door.ts'
import { keys } from './en/help.ts'
import { count, kit, locale, many, money } from './en/kit.ts'
import { manager } from './en/manager-pin.ts'
import { pay, receipt, spend } from './en/pay.ts'
import { script } from './en/script.ts'
import { undo } from './en/undo.ts'

/** Every word of the till. */
export const en = {
  locale,
  kit,
  money,
  product: 'Tillback',
  title: (venue: string | undefined, isTest: boolean) =>
    `${isTest ? 'TEST · ' : ''}${venue === undefined ? 'Till' : `Till · ${venue}`} · Tillback`,
  crashed: 'The till met something that it does not know and stopped. Reload the page to go on.',
  testData: 'Test data',
  testDataMeans: 'no real money moves here',
  close: 'Close',
  cancel: 'Cancel',
  signOut: 'Sign out',
  leaveVenue: 'Another venue',
  /** In its own language, so that whoever looks for it finds it. */
  language: 'English',
  languages: 'Language',

  signIn,

  till: (number: string) => `Till ${number}`,
  link,

  log,

  orders: {
    title: 'Orders',
    none: 'Nobody waits for an order.',
    fresh: 'New',
    begun: 'Being made',
    /** Those that every business begins with, by their names: how an order stands, and what brings it there. */
    stages: { Accepted: 'Accepted', Ready: 'Ready' },
    toStage: { Accepted: 'Accept', Ready: 'Ready' },
    accept: 'Accept',
    complete: 'Complete',
    cancel: 'Cancel',
    why: 'Why is it cancelled?',
    /** Those that every business begins with, by their names. */
    reasons: {
      'Items out of stock': 'Items out of stock',
      'Contact changed their mind': 'Customer changed their mind',
      'Cannot be ready in time': 'Cannot be ready in time',
      'Not collected, or nobody was there': 'Not collected, or nobody was there',
    },
    keep: 'Keep the order',
    collect: (amount: string) => `${amount} to collect`,
    supply: { DELIVERY: 'Delivery', PICK_UP: 'Pick-up', DIRECT_SALE: 'At the table' },
    ticket: 'Kitchen ticket',
    backToOrders: 'Back to the orders',
    waiting: (number: number) => many(number, 'new order', 'new orders'),
  },

  print,

  settings,

  display,

  script,

  calibrate,

  camera,

  queue,

  search: 'Scan or search',
  clearSearch: 'Clear the search',
  articles: 'Articles',
  noArticles: 'No article fits. Scan it, or search by another word.',
  catalogueEmpty: 'There are no articles yet. They appear when products are synchronised or sold.',
  asksPrice: 'price?',
  page: (page: number, pages: number) => `${count.format(page)} of ${count.format(pages)}`,
  pages: 'Pages of articles',
  earlier: 'Earlier articles',
  later: 'More articles',
  unknownScan: (text: string) => `Nothing is known as “${text}”.`,
  refusedScan: 'Close this window first: a scan cannot be used here.',

  basket: {
    times: (digits: string) => `Quantity × ${digits}, then Enter`,
    title: 'Basket',
    empty: 'Scan an article or tap one.',
    more: (name: string) => `One more ${name}`,
    fewer: (name: string) => `One ${name} less`,
    quantity: 'Quantity',
    each: 'each',
    pieces: (number: number) => many(number, 'piece', 'pieces'),
    total: 'Total',
    rewards: 'Rewards',
    rewardsAs: { PAYMENT: 'Rewards, as a payment', DISCOUNT: 'Rewards, as a discount' },
    vat: 'VAT included',
    due: 'To pay',
    earns: 'Earns',
    judging: 'Asking…',
    notJudged: 'Rewards are worked out when the line is back.',
    paidOut: 'Paid out later',
  },

  /** For those who hear the till, with each change of the sale. */
  heard: {
    empty: 'The basket is empty.',
    due: (amount: string) => `${amount} to pay`,
    earns: (amount: string) => `earns ${amount}`,
    spendable: (amount: string) => `the wallet can pay ${amount} here now`,
  },

  member: {
    title: 'Identify the member',
    nobody: 'No member',
    identify: 'Phone, e-mail, code, card number or a scan of their code',
    find: 'Find',
    finding: 'Looking…',
    none: 'Nobody is known by that. The receipt’s code lets them claim the purchase later.',
    several: 'Several are known by that: who is it?',
    offline: 'The platform cannot be asked now. It looks for this member when the sale is sent.',
    useAnyway: 'Use it unchecked',
    unchecked: 'Not checked yet',
    label: (initials: string, ending: string) => `${initials} ·· ${ending}`,
    heard: (initials: string, ending: string) => `Member ${initials}, ending in ${ending}`,
    balance: 'Wallet',
    spendable: 'Can spend here now',
    unlink: 'Remove the member',
  },

  price: {
    title: (name: string) => name,
    label: 'Price of one',
    add: 'Add to the basket',
    wrong: (digits: number) => `An amount with at most ${many(digits, 'decimal', 'decimals')} is needed.`,
  },

  spend,

  undo,

  manager,

  pay,

  receipt,

  keys,
}

export type Texts = typeof en
