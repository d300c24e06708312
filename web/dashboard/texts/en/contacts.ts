import { many } from './counting.ts'

export const contacts = {
  title: 'Contacts',
  find: 'Find a contact',
  findHint: 'How a name, phone, e-mail or code begins: 3 characters or more. Shorter ones are found whole.',
  clear: 'Clear the search',
  caption: 'Contacts and their wallets',
  found: (number: number, more: boolean) =>
    number === 0
      ? 'No contact found'
      : more
        ? `More than ${many(number, 'contact', 'contacts')}`
        : many(number, 'contact', 'contacts'),
  columns: { contact: 'Contact', phone: 'Phone', rewards: 'Rewards', cash: 'Cash', total: 'Balance' },
  pages: 'Pages of contacts',
  empty: {
    title: 'No contacts yet',
    text: 'Contacts appear when they sign in, or when a till registers them.',
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
  },
  pockets: { CRMCOM: 'cash', BUSINESS: 'cash', BUSINESS_COMMERCE: 'rewards' },
} as const
