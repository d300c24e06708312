import { z } from 'zod'
import { InvalidState, invalidField, missingField } from '../kit/error.ts'
import type { AccountKind, MovementKind } from '../ledger/index.ts'

/** Which account of the business's general ledger stands for an account of the books. */
export interface GeneralAccount {
  readonly code: string
  readonly name: string
}

export const ACCOUNT_KINDS = [
  'CONTACT_OPEN',
  'CONTACT_COMMERCE',
  'CONTACT_DEBT',
  'FUNDER',
  'ACCEPTOR',
  'PAYOUT_CLEARING',
  'PAID_OUT',
  'TOPUP_CLEARING',
  'PASS_CLEARING',
  'IN_TRANSIT',
  'BREAKAGE',
  'ADJUSTMENT',
  'CONTACT_BLOCKED',
] as const satisfies readonly AccountKind[]

/** Every movement in the words of a journal. */
export const WORDS: Readonly<Record<MovementKind, string>> = {
  AWARD: 'Rewards given',
  SPEND: 'Rewards used at tills',
  PAYOUT_SPEND: 'Rewards used, to be paid out',
  DEBT_REPAYMENT: 'Debts repaid from rewards',
  DEBT_REPAYMENT_REVERSAL: 'Repayments of debts undone',
  AWARD_REVERSAL: 'Rewards taken back',
  AWARD_REVERSAL_TO_DEBT: 'Used rewards taken back, now owed',
  AWARD_REVERSAL_FROM_BREAKAGE: 'Expired rewards taken back',
  SPEND_REVERSAL: 'Used rewards given back',
  EXPIRY: 'Money expired',
  TOP_UP: 'Top-ups',
  TOP_UP_REVERSAL: 'Top-ups voided',
  TOP_UP_REVERSAL_TO_DEBT: 'Used top-ups voided, now owed',
  TOP_UP_REVERSAL_FROM_BREAKAGE: 'Expired top-ups voided',
  PASS_SALE: 'Passes sold',
  PASS_SALE_REVERSAL: 'Passes sold and voided',
  PASS_REDEMPTION: 'Passes redeemed',
  PASS_EXPIRY: 'Passes sold and expired',
  TRANSFER_OUT: 'Transfers between wallets, out',
  TRANSFER_IN: 'Transfers between wallets, in',
  REDEEM_OUT: 'Commerce money redeemed, out',
  REDEEM_IN: 'Commerce money redeemed, in',
  REDEEM_IN_REVERSAL: 'Redeemed money taken back, out',
  REDEEM_IN_REVERSAL_TO_DEBT: 'Used redeemed money taken back, now owed',
  REDEEM_IN_REVERSAL_FROM_BREAKAGE: 'Expired redeemed money taken back',
  REDEEM_OUT_REVERSAL: 'Redeemed money taken back, in',
  MERGE: 'Wallets merged',
  BLOCK: 'Money of wallets set aside for orders',
  UNBLOCK: 'Money of wallets set aside no more',
  ADJUSTMENT_CREDIT: 'Corrections in favour of contacts',
  ADJUSTMENT_DEBIT: 'Corrections against contacts',
  DEBT_RELIEF: 'Debts forgiven',
  PAYOUT_REQUEST: 'Payouts asked for',
  PAYOUT_REFUND: 'Payouts given back',
  PAYOUT_SENT: 'Payouts sent',
  PAYOUT_RETURNED: 'Payouts returned',
  PAYOUT_TO_WALLET: 'Payouts into wallets',
}

const generalAccount = { code: z.string().trim().min(1).max(50), name: z.string().trim().min(1).max(200) }
const accountKind = z.enum(ACCOUNT_KINDS)

/** As it is sent and stored. Kinds that the product learns later are missing in a stored map until somebody adds them. */
export const accountingMapSchema = z.strictObject({
  accounts: z.array(z.strictObject({ account: accountKind, ...generalAccount })).max(100),
  overrides: z
    .array(
      z.strictObject({
        movement: z.string().refine((kind) => kind in WORDS, 'a kind of movement is needed, such as EXPIRY'),
        account: accountKind,
        ...generalAccount,
      }),
    )
    .max(1_000)
    .default([])
    .meta({ description: 'Other accounts for single kinds of movement.' }),
})
export type AccountingMap = z.output<typeof accountingMapSchema>

const DEFAULTS: Readonly<Record<AccountKind, GeneralAccount>> = {
  CONTACT_OPEN: { code: '2110', name: 'Wallets of customers, open' },
  CONTACT_COMMERCE: { code: '2120', name: 'Wallets of customers, rewards' },
  CONTACT_BLOCKED: { code: '2125', name: 'Wallets of customers, set aside for orders' },
  CONTACT_DEBT: { code: '1310', name: 'Receivable from customers' },
  FUNDER: { code: '6110', name: 'Rewards to customers' },
  ACCEPTOR: { code: '2210', name: 'Payable to merchants for rewards taken' },
  PAYOUT_CLEARING: { code: '2310', name: 'Payouts to customers, due' },
  PAID_OUT: { code: '1120', name: 'Bank, payouts' },
  TOPUP_CLEARING: { code: '1130', name: 'Cash received for wallets' },
  PASS_CLEARING: { code: '2130', name: 'Passes sold, not yet redeemed' },
  IN_TRANSIT: { code: '2190', name: 'Between wallets' },
  BREAKAGE: { code: '4110', name: 'Income from expired rewards' },
  ADJUSTMENT: { code: '6190', name: 'Corrections of wallets' },
}

export const DEFAULT_MAP: AccountingMap = {
  accounts: ACCOUNT_KINDS.map((account) => ({ account, ...DEFAULTS[account] })),
  overrides: [],
}

/** Refuses a map that leaves an account out or names one twice. */
export function requireComplete({ accounts, overrides }: AccountingMap): void {
  const kinds = accounts.map(({ account }) => account)
  const missing = ACCOUNT_KINDS.filter((kind) => !kinds.includes(kind))
  if (missing.length > 0) throw missingField('accounts', `${missing.join(', ')} must be given an account`)
  requireOnce('accounts', kinds)
  requireOnce(
    'overrides',
    overrides.map(({ movement, account }) => `${movement} of ${account}`),
  )
}

function requireOnce(path: string, names: readonly string[]): void {
  const index = names.findIndex((name, at) => names.indexOf(name) !== at)
  if (index >= 0) throw invalidField(`${path}[${index}]`, `${names[index]} again`, 'each is named once')
}

/** Finds the account for one end of a movement; refuses to book what has none. */
export function bookOf(map: AccountingMap): (movement: MovementKind, account: AccountKind) => GeneralAccount {
  const accounts = new Map(map.accounts.map((each) => [each.account, each]))
  const overrides = new Map(map.overrides.map((each) => [`${each.movement}|${each.account}`, each]))
  return (movement, account) => {
    const found = overrides.get(`${movement}|${account}`) ?? accounts.get(account)
    if (found) return found
    throw InvalidState({
      parameters: ['accounting_map', account],
      detail: `The accounting map has no account for ${account}, which ${movement} moves; add it with PUT accounting_map.`,
    })
  }
}
