import { amountText } from '../kit/amount.ts'
import type { KitWords } from '../kit/words.ts'

const locale = 'en-GB'
const count = new Intl.NumberFormat(locale)

function many(number: number, one: string, more: string): string {
  return `${count.format(number)} ${number === 1 ? one : more}`
}

function money(amount: number, currency: string): string {
  const { sign, figures } = amountText(amount, { currency, locale })
  return `${sign}${figures} ${currency}`
}

const kit: KitWords = {
  locale,
  copy: (what) => `Copy ${what}`,
  copied: (what) => `Copied ${what}`,
  copyRefused: 'The browser does not allow copying here. Select the text instead.',
  loading: 'Loading',
  retry: 'Try again',
  requestId: 'request id',
  noAnswer: 'Tillback does not answer',
  noAnswerAdvice: 'The line may be down. Sales go on without it.',
  notAllowed: 'This key may not do that',
  scopeNeeded: (scope) => `A key with the scope ${scope} is needed.`,
  unexpected: 'Something went wrong on this page',
  close: 'Close',
  cancel: 'Cancel',
  typeToConfirm: (what) => `Type ${what} to go on`,
  showTable: 'Show as table',
  showChart: 'Show as chart',
  downloadCsv: 'Download CSV',
  progress: (done, total) =>
    total === null ? count.format(done) : `${count.format(done)} of ${count.format(total)}`,
  point: (name, value) => `${name}: ${value}`,
}

/** Every word of the till, so that another language is one more such page. */
export const texts = {
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

  signIn: {
    title: 'Open the till',
    lead: 'Sell, identify members and spend their rewards: the till that speaks to Tillback as yours will.',
    key: 'API key',
    keyHint: 'Begins with tb_test_ or tb_live_. The server prints one when it starts for the first time.',
    open: 'Open',
    opening: 'Opening…',
    kept: 'Kept in this tab only, until you sign out or close it.',
    ended: {
      'not a key': 'This is not a key of Tillback. It begins with tb_test_ or tb_live_.',
      publishable: 'This is a publishable key, which may not sell. Use a secret key: it has no pk_ in it.',
      refused: 'The key is unknown, expired or revoked. Sign in again.',
    },
    venue: 'Where does this till stand?',
    venueLead: 'The venue decides which offers apply and which numbers stand on receipts.',
    noVenue: 'There is no venue yet, or this key does not see one. Add one in the dashboard first.',
    venueNumber: (tap: string) => `No. ${tap}`,
    search: 'Find a venue',
  },

  till: (number: string) => `Till ${number}`,
  link: {
    ONLINE: 'Online',
    SLOW: 'Slow',
    OFFLINE: 'Offline',
    queued: (number: number) => `Offline, ${count.format(number)} queued`,
    sending: (number: number) => `Sending ${count.format(number)}`,
    stopped: 'Queue stopped',
  },

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
    title: 'Basket',
    empty: 'Scan an article or tap one.',
    more: (name: string) => `One more ${name}`,
    fewer: (name: string) => `One ${name} less`,
    quantity: 'Quantity',
    each: 'each',
    pieces: (number: number) => many(number, 'piece', 'pieces'),
    total: 'Total',
    rewards: 'Rewards',
    due: 'To pay',
    earns: 'Earns',
    judging: 'Asking…',
    notJudged: 'Rewards are worked out when the line is back.',
    paidOut: 'Paid out later',
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

  pay: {
    title: 'Pay',
    pay: 'Pay',
    due: 'To pay',
    card: 'Card (simulated)',
    given: 'Cash given',
    take: 'Take cash',
    enterExact: 'Enter takes the exact amount.',
    restByCard: 'That is less than what is to be paid: the rest goes by card.',
    sending: 'Closing the sale…',
    nothing: 'Close the sale',
    refused: 'The sale was not taken',
    payInFull: 'Pay in full instead',
    without: 'Sell without the member',
  },

  receipt: {
    title: 'Receipt',
    say: 'Say',
    change: 'Change',
    tender: { CASH: 'Cash', CARD: 'Card' },
    collectMore: (amount: string) => `Collect ${amount} more: less could be spent than was quoted.`,
    next: 'Next sale',
    print: 'Print',
    spent: 'Paid with rewards',
    total: 'Total',
    due: 'To pay',
    earned: 'Earned',
    wallet: 'To spend now',
    claim: 'Scan to claim your rewards',
    keep: 'Scan to see what you earned',
    qr: 'The receipt’s code, to be scanned with the shopper’s app',
    signed: 'Signed code',
    queued: 'Sent when the line is back; rewards follow by themselves.',
    test: 'TEST, not a receipt',
    thanks: 'Thank you',
  },

  keys: {
    title: 'Keys of the till',
    search: 'Scan or search',
    member: 'Member',
    spend: 'Spend',
    orders: 'Orders',
    returns: 'Return',
    void: 'Void',
    pay: 'Pay',
    help: 'Keys',
    log: 'Calls',
    clear: 'Clear',
    clearSale: 'Clear this sale?',
    clearMeans: 'The basket and the member are taken away. Nothing was sent.',
    keep: 'Keep it',
  },
}
