import { count, many } from './counting.ts'

export const purchases = {
  title: 'Purchases',
  parts: 'Parts of purchases',
  tabs: { list: 'Purchases', claims: 'Claimed receipts' },
  caption: 'Purchases, the last to arrive first',
  inOrder:
    'The last to arrive first. The time is that of the sale: what a till sold without a line arrives later.',
  live: 'Up to date',
  paused: 'Paused',
  pausedAt: (time: string) => `As it was at ${time}.`,
  noAnswer: 'No answer',
  pause: 'Pause',
  resume: 'Resume',
  keys: { move: 'move', open: 'open', close: 'close' },
  arrived: (number: number) => many(number, 'new purchase', 'new purchases'),
  columns: {
    time: 'Time',
    receipt: 'Receipt',
    venue: 'Venue',
    contact: 'Contact',
    total: 'Total',
    awarded: 'Awarded',
    spent: 'Spent',
    state: 'State',
  },
  nobody: 'Nobody yet',
  filters: {
    receipt: 'Receipt',
    state: 'State',
    venue: 'Venue',
    from: 'From',
    until: 'Until',
    contact: 'Contact',
    reduction: 'Reduction',
    spend: 'Rewards',
    offer: 'Offer',
  },
  reductions: { FRONT_END: 'At the till', BACK_END: 'Paid out afterwards' },
  spends: { yes: 'Paid with rewards', no: 'Not paid with rewards' },
  pages: 'Pages of purchases',
  states: {
    POSTED: 'Posted',
    UNCLAIMED: 'Unclaimed',
    PARTLY_RETURNED: 'Partly returned',
    RETURNED: 'Returned',
    CANCELLED: 'Cancelled',
  },
  empty: {
    title: 'Waiting for your first purchase…',
    venueFirst: 'A purchase is made at a venue: make one first',
    text: 'Paste this into a terminal. The purchase shows up here by itself, with what it earned and why.',
    liveKey: 'This is a live key: what you send is real. What is copied holds the whole key.',
  },
} as const

export const purchase = {
  title: (receipt: string) => `Purchase ${receipt}`,
  test: 'TEST, no sale',
  id: 'purchase id',
  receipt: 'Receipt',
  lines: 'Lines of the receipt',
  noLines: 'No lines were sent with this purchase.',
  allLines: (number: number) => `Show all ${count.format(number)} lines`,
  earned: 'earns',
  paidWith: 'paid with rewards',
  net: 'Net',
  tax: 'Tax',
  discount: 'Discount',
  total: 'Total',
  spent: 'Paid with rewards',
  due: 'To pay',
  paidOut: 'Paid out to the customer',
  code: 'receipt code',
  flow: 'Where the money went',
  posted: 'Purchase',
  offThePrice: (offer: string) => `Off the price: ${offer}`,
  spend: (pool: string) => `Spent from ${pool}`,
  openMoney: 'cash balance',
  award: (offer: string) => `Earned: ${offer}`,
  intoPool: (pool: string) => `into ${pool}`,
  expires: 'to be spent by',
  neverExpires: 'no expiry',
  availableFrom: 'to be spent from',
  payout: 'Payout',
  returned: 'Goods returned',
  awardBack: 'Award taken back',
  spendBack: 'Spend given back',
  cancelled: 'Cancelled',
  nobody: 'Nobody has claimed this purchase, so it has earned nothing yet.',
  walletAfter: 'In the wallet after this purchase',
  openWallet: 'Open wallet',
  entries: (number: number) => (number === 1 ? 'Ledger entry' : 'Ledger entries'),
  entry: (line: string) => `ledger entry ${line}`,
  journal: 'journal',
  journalMeans: 'Every movement above, and what takes one back, is a line of this journal of the ledger:',
  scan: 'What the customer scans to claim it',
  api: 'As the API tells it',
  answer: 'answer',
  notFound: 'This purchase is not known',
} as const

export const claims = {
  means:
    'Receipts that customers say are theirs. Those that no till has sent, or whose amount differs, wait here as the merchant wishes it.',
  caption: 'Claims of receipts, the newest first',
  pages: 'Pages of claims',
  columns: { receipt: 'Receipt', contact: 'Contact', amount: 'Amount', state: 'State', acts: 'What to do' },
  states: { HELD: 'Waits', CLAIMED: 'Claimed', REFUSED: 'Refused' },
  till: (amount: string) => `the till says ${amount}`,
  approve: 'Approve',
  refuse: 'Refuse',
  refuseTitle: (receipt: string) => `Refuse receipt ${receipt}?`,
  refuseMeans: 'The customer gets nothing for it and is told why. Somebody else may still claim it.',
  reason: 'Reason',
  done: 'Decided.',
  empty: {
    title: 'No receipts claimed yet',
    text: 'Customers claim a receipt by its code in the shopper’s app; each claim is listed here.',
  },
} as const

export const purchaseActs = {
  void: 'Void',
  return: 'Return goods',
  openPage: 'Open page',
  resend: 'Resend notification',
  resent: (ways: string) => `Sent again: ${ways}.`,
} as const

const andDebt = (debt: string | undefined) =>
  debt === undefined ? '' : ` ${debt} had been spent already and is owed now.`

interface Voided {
  readonly award: string
  readonly spend: string
  readonly debt: string | undefined
}

export const voiding = {
  title: (receipt: string) => `Void purchase ${receipt}?`,
  action: 'Void the purchase',
  keep: 'Keep the purchase',
  means:
    'It becomes as if it had never been: awards are taken back, what was paid with rewards returns to the wallet with its former expiry, and counters and budgets are as before.',
  payout:
    'It was paid out to the customer. A payout under way is stopped; one that was paid has to be asked back.',
  reason: 'Reason',
  done: ({ award, spend, debt }: Voided) =>
    `Voided: ${award} taken back, ${spend} given back.${andDebt(debt)}`,
} as const

export const consequences = {
  award: (offer: string) => `Award taken back: ${offer}`,
  awards: 'Awards taken back',
  policies: {
    PRO_RATA: 'its share',
    KEEP: 'kept while goods that earned it are left',
    REJUDGE: 'judged again by what is left',
  },
  spend: 'Given back to the wallet',
  held: 'Paid out already, to be asked back first',
  refund: 'The till refunds',
  nothing: 'It moved no rewards',
  debt: 'Of it spent meanwhile',
  debtMeans: 'becomes a debt, repaid first from what is earned next',
  walletAfter: 'In the wallet afterwards',
  owing: 'owing',
  chooseFirst: 'What comes of it is shown here once it is known what comes back.',
} as const

interface Returned {
  readonly goods: string
  readonly award: string
  readonly cash: string
  readonly wallet: string
  readonly debt: string | undefined
}

export const returning = {
  title: (receipt: string) => `Return goods of ${receipt}`,
  action: 'Take the goods back',
  means:
    'The shares of the awards on these goods are taken back as each offer says, and what was paid for them with rewards returns to the wallet. What the till refunds is told below, before anything is done.',
  of: (quantity: string, amount: string) => `How many of ${quantity} (${amount})`,
  amount: 'Amount that comes back',
  notes: 'Notes',
  done: ({ goods, award, cash, wallet, debt }: Returned) =>
    `Returned ${goods}: refund ${cash}, ${wallet} back to the wallet, ${award} of awards taken back.${andDebt(debt)}`,
} as const
