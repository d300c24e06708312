import { many } from './counting.ts'

export const contacts = {
  title: 'Contacts',
  find: 'Find a contact',
  findBy: 'Name, phone, e-mail or code',
  findHint: 'How a name, phone, e-mail or code begins: 3 characters or more. Shorter ones are found whole.',
  clear: 'Clear the search',
  caption: 'Contacts and their wallets',
  found: (number: number, more: boolean) =>
    number === 0
      ? 'No contact found'
      : more
        ? `More than ${many(number, 'contact', 'contacts')}`
        : many(number, 'contact', 'contacts'),
  columns: {
    contact: 'Contact',
    phone: 'Phone or e-mail',
    rewards: 'Rewards',
    cash: 'Cash',
    total: 'Balance',
  },
  pages: 'Pages of contacts',
  empty: {
    title: 'No contacts yet',
    text: 'Contacts appear when they sign in, when a till registers them, or by a file that is imported.',
  },
  nothingFound: {
    title: (search: string) => `Nobody is found by “${search}”`,
    text: 'Try how the name begins, or a phone number or code as the contact gave it.',
  },
  names: { commerce: 'Rewards (commerce)', open: 'Cash (open)' },
} as const

export const wallet = {
  title: (name: string) => name,
  code: 'wallet code',
  contactCode: 'contact code',
  balance: 'Balance',
  owes: 'Owes',
  owesMeans: 'Repaid first from what is earned next.',
  blocked: 'Blocked',
  blockedMeans: 'Kept for an order until it is completed or cancelled.',
  pages: 'Pages of transactions',
  pools: (number: number) => `Rewards of ${many(number, 'pool', 'pools')} can be spent now.`,
  lots: 'What it is made of',
  lotsCaption: 'Credits with money left, the soonest expiry first',
  noLots: 'Nothing is left in this wallet.',
  lotColumns: { left: 'Left', from: 'From', expires: 'Expires' },
  of: 'of',
  cash: 'Cash balance',
  credit: 'Credit',
  never: 'never',
  states: {
    SPENDABLE: 'Spendable',
    NOT_YET_AVAILABLE: 'Not yet',
    NOT_ACTIVATED: 'Not switched on',
    EXPIRED: 'Expired',
  },
  expiries: {
    title: 'Expires by month',
    summary: (amount: string, month: string) => `${amount} in ${month}, unless it is spent.`,
    month: 'Month',
  },
  exportWallet: 'Download the wallet',
  currency: 'Currency',
  at: 'Time',
  pocket: 'Pocket',
  receipt: 'Receipt',
  transactions: 'Latest transactions',
  transactionsCaption: 'The latest credits and debits',
  noTransactions: 'Nothing has moved in this wallet yet.',
  transactionColumns: { what: 'What', amount: 'Amount', after: 'Balance after' },
  types: {
    AWARD: 'Award',
    SPEND: 'Spend',
    PURCHASE_CANCELLATION: 'Cancelled or returned',
    WALLET_BALANCE_EXPIRATION: 'Expired',
    TOP_UP: 'Top-up',
    DEBT_REPAYMENT: 'Debt repaid',
    REDEEM: 'Redeemed',
    PASS_REDEMPTION: 'Pass redeemed',
    TRANSFER: 'Transfer',
    PAYOUT: 'Payout',
    MANUAL_JOURNAL: 'Corrected by hand',
    USE_WALLET_FUNDS: 'Set aside for an order',
  },
  pockets: { CRMCOM: 'cash', BUSINESS: 'cash', BUSINESS_COMMERCE: 'rewards' },
} as const

export const contact = {
  open: 'Open contact',
  parts: 'Parts of the contact',
  tabs: {
    activity: 'Activity',
    wallet: 'Wallet',
    purchases: 'Purchases',
    progress: 'Progress',
    adjustments: 'Adjustments',
    messages: 'Messages',
  },
  activity: {
    title: 'Activity',
    purchase: (receipt: string) => `Purchase ${receipt}`,
    order: (number: string) => `Order ${number}`,
    act: (who: string) => `by ${who}`,
    acts: {
      createContact: 'Registered',
      updateContact: 'Changed',
      mergeContacts: 'Merged with another record',
      undoMerge: 'Parted from another record',
      exportContact: 'All that is kept was exported',
      revealContact: 'Phone, e-mail or card was looked at',
      eraseContact: 'Erased',
      changeContactMembership: 'Membership changed',
      setSpendPreferences: 'Spending by itself changed',
      createSpendToken: 'Code to spend made',
      updateCommunicationPreferences: 'Choice of messages changed',
    },
    none: {
      title: 'Nothing has happened yet',
      text: 'Purchases, rewards, orders, messages and what staff do show up here.',
    },
    all: (number: number) => `Show all ${number}`,
    more: 'What is older is in the other parts.',
  },
  progress: {
    pages: 'Pages of offers',
    offer: 'Offer',
    of: { AMOUNT: 'Spent', VISITS: 'Purchases', QUANTITY: 'Pieces' },
    stands: (counted: string, target: string) => `${counted} of ${target}`,
    missing: (missing: string) => `${missing} to go.`,
    over: 'Reached.',
    reached: (times: number) => (times === 1 ? 'Reached once.' : `Reached ${times} times.`),
    until: (day: string) => `It counts until ${day}.`,
    none: {
      title: 'No offers to collect for',
      text: 'Offers that several purchases reach together show here how far this contact is.',
    },
  },
  wishes: {
    name: 'Messages',
    email: 'e-mail',
    noEmail: 'no e-mail',
    push: 'push',
    noPush: 'no push',
  },
  who: 'Who this is',
  code: 'Contact code',
  walletCode: 'Wallet code',
  phone: 'Phone',
  email: 'E-mail',
  card: 'Loyalty card',
  reveal: {
    show: 'Show',
    hide: 'Hide',
    told: (what: string) => `${what} is shown in full until you leave this page; the audit log says so.`,
  },
  birthday: 'Birthday',
  segments: 'Segments',
  since: 'Known since',
  adjust: 'Adjust balance',
  merge: 'Merge',
  erase: 'Erase',
  export: 'Export',
  exported: 'The copy of all that is kept of this contact was saved as a file.',
  noPurchases: { title: 'No purchases yet', text: 'What this contact buys shows up here as it happens.' },
  messages: {
    caption: 'Messages, the newest first',
    pages: 'Pages of messages',
    subject: 'Message',
    channel: 'Channel',
    state: 'State',
    channels: { INAPP: 'In the app', EMAIL: 'E-mail', DEVICE: 'Push', SMS: 'SMS' },
    states: { PENDING: 'Waiting', COMPLETED: 'Sent', REJECTED: 'Not sent' },
    none: 'No messages yet',
    noneMeans: 'What is written to this contact, in the app or by e-mail, is listed here.',
  },
} as const

export const adjustments = {
  caption: 'Corrections by hand, the newest first',
  columns: { reason: 'Reason', amount: 'Amount', state: 'State' },
  states: { PENDING_APPROVAL: 'Waits for approval', POSTED: 'Posted', REJECTED: 'Rejected' },
  none: 'No corrections',
  noneMeans: 'Nobody has corrected this by hand.',
} as const

export const adjust = {
  title: 'Adjust the balance',
  action: 'Post the correction',
  now: 'In the wallet now:',
  means:
    'A correction is an entry of its own in the books and names who made it. Above the limit of the business it waits for a second person.',
  type: 'What',
  types: { CREDIT: 'Put in', DEBIT: 'Take out', DEBT_RELIEF: 'Forgive debt' },
  amount: 'Amount',
  pocket: 'Pocket',
  reason: 'Reason',
  reasonHint: 'Read by whoever looks at the books later.',
  done: 'The correction is posted.',
  waits: 'The correction waits for the approval of a second person.',
} as const

export const merge = {
  title: (name: string) => `Merge another record into ${name}`,
  means: (name: string) =>
    `Money, identifiers, purchases, memberships and counters of the other record go over to ${name}. It can be undone until money moves or something is bought.`,
  find: 'Find the other record',
  other: 'The other record',
  choose: 'Choose…',
  nobody: 'Nobody else is found',
  action: 'Merge',
  done: 'The two records are one.',
  undo: 'Undo',
  undone: 'They are two records again.',
} as const

export const erase = {
  title: (name: string) => `Erase ${name}?`,
  means:
    'Names, identifiers, addresses, messages, devices and payment methods go for good. Purchases and the books stay, under ids that lead to nobody.',
  leaveMoney: 'Erase even if there is money left, which is then lost to the contact',
  action: 'Erase for good',
  done: 'The contact is erased.',
} as const
