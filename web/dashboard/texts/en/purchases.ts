import { count, many } from './counting.ts'

export const purchases = {
  title: 'Purchases',
  caption: 'Purchases, the newest first',
  live: 'Live',
  paused: 'Paused',
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
  },
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
    text: 'Paste this into a terminal. The purchase shows up here by itself, with what it earned and why.',
    command: 'command',
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
  payoutStates: { PENDING: 'waiting', PAID: 'paid', FAILED: 'failed', CANCELLED: 'cancelled' },
  returned: 'Goods returned',
  awardBack: 'Award taken back',
  spendBack: 'Spend given back',
  cancelled: 'Cancelled',
  nobody: 'Nobody has claimed this purchase, so it has earned nothing yet.',
  walletAfter: 'In the wallet after this purchase',
  openWallet: 'Open wallet',
  notFound: 'This purchase is not known',
} as const

export const purchaseActs = {
  void: 'Void',
  return: 'Return goods',
  openPage: 'Open page',
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
  means:
    'It becomes as if it had never been: awards are taken back, what was paid with rewards returns to the wallet with its former expiry, and counters and budgets are as before.',
  award: (offer: string) => `Award taken back: ${offer}`,
  spend: 'Given back to the wallet',
  nothing: 'It moved no rewards',
  walletNow: 'In the wallet now',
  ifSpent: 'If the award was spent meanwhile',
  ifSpentMeans: 'the rest becomes a debt, repaid first from what is earned next',
  payout:
    'It was paid out to the customer. A payout under way is stopped; one that was paid has to be asked back.',
  reason: 'Reason',
  done: ({ award, spend, debt }: Voided) =>
    `Voided: ${award} taken back, ${spend} given back.${andDebt(debt)}`,
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
    'The shares of the awards on these goods are taken back as each offer says, and what was paid for them with rewards returns to the wallet. What the till refunds is told afterwards.',
  of: (quantity: string, amount: string) => `How many of ${quantity} (${amount})`,
  amount: 'Amount that comes back',
  notes: 'Notes',
  done: ({ goods, award, cash, wallet, debt }: Returned) =>
    `Returned ${goods}: refund ${cash}, ${wallet} back to the wallet, ${award} of awards taken back.${andDebt(debt)}`,
} as const
