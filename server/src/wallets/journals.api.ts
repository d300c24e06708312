import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'
import { sort, TRANSACTION_SIDES } from './wallets.api.ts'

const tag = 'Wallets'

export const journalReply = z.object({
  id: z.string().meta({ description: 'Journal and line.' }),
  amount: wire.amount,
  currency: z.string(),
  type: z.enum(TRANSACTION_SIDES),
  posted_on: wire.epoch,
  expiration_date: wire.epoch.nullable().meta({ description: 'Of a credit; null: it does not expire.' }),
  unallocated_amount: wire.amount.nullable().optional().meta({
    description:
      'What is left of a credit now, pending money too; on the line by which the money came into the wallet. null on debits.',
  }),
  description: z.string().nullable().meta({ description: 'The offer that awarded the money.' }),
  exchange_rate: z.number(),
  total_default_currency: wire.amount,
  default_currency_code: z.string(),
  transaction_type: z.string(),
})
export type JournalReply = z.input<typeof journalReply>

export const listJournals = endpoint({
  name: 'listWalletJournals',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}/journals',
  tag,
  summary: 'List the lines of a wallet, newest first, each credit with its expiry and what is left of it',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    ...wire.listQuery,
    sort,
    commerce_pool_id: z.string().min(1).max(100).optional(),
    include_unallocated_credit: wire.flag.default(false),
    is_commerce: wire.flag.optional(),
    is_open: wire.flag.optional(),
    is_wallet_fee: wire.flag.optional().meta({ description: 'true finds nothing: there are no fees.' }),
    posted_on: wire.timeRange.optional(),
    transaction_type: z.string().min(1).max(100).optional(),
    type: z.enum(TRANSACTION_SIDES).optional(),
  }),
  reply: wire.pageReply(journalReply),
  errors: [InvalidValue, NotFound],
})

export const TOTAL_TYPES = [
  'TOP_UP',
  'SPENT',
  'SENT',
  'RECEIVED',
  'AWARDED',
  'REDEEMED',
  'DONATIONS',
  'PAYOUTS',
] as const

export const totalsReply = z.object({
  wallet_totals: z.array(
    z.object({ type: z.enum(TOTAL_TYPES), total: wire.amount, currency_code: z.string() }),
  ),
})
export type TotalsReply = z.input<typeof totalsReply>

export const summariseTotals = endpoint({
  name: 'summariseWalletTotals',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}/summarised_totals',
  tag,
  summary: 'Add up what came into a wallet and left it, of all time or of a time',
  description: 'Each less what was undone. TOP_UP has redeemed passes in it; DONATIONS are always 0.',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ posted_on: wire.timeRange.optional() }),
  reply: totalsReply,
  errors: [InvalidValue, NotFound],
})
