import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound } from '../kit/error.ts'
import { organisationReply } from './pools.api.ts'

const tag = 'Wallets'
const idName = z.object({ id: z.string(), name: z.string() })

const LOT_STATES = ['SPENDABLE', 'NOT_YET_AVAILABLE', 'NOT_ACTIVATED', 'EXPIRED'] as const
export type LotState = (typeof LOT_STATES)[number]

const lot = z.object({
  id: z.string(),
  amount: wire.amount,
  remaining: wire.amount,
  state: z.enum(LOT_STATES),
  pool: idName.nullable().meta({ description: 'null: open money.' }),
  available_on: wire.epoch,
  expires_on: wire.epoch.nullable(),
  offer: idName.nullable(),
  purchase_id: z.string().nullable(),
  reference_number: z.string().nullable().meta({ description: 'The number on the receipt.' }),
  performed_by: idName.nullable().meta({ description: 'Where it was earned; null: at no place.' }),
  date: wire.epoch.nullable().meta({ description: 'Of what earned it; null: nothing did.' }),
})

export const walletReply = z.object({
  id: z.string(),
  code: z.string(),
  contact: z.object({ id: z.string(), code: z.string() }),
  balances: z.array(
    z.object({
      type: z.enum(['BUSINESS', 'CRM']),
      currency_code: z.string(),
      total: wire.amount,
      open: wire.amount,
      commerce: wire.amount,
      organisation: idName,
    }),
  ),
  total_balance: wire.amount,
  total_open: wire.amount,
  total_commerce: wire.amount,
  activated_commerce_pools: z.int().meta({
    description:
      'How many pools hold money that is spendable now; a pool that has to be switched on counts once it is.',
  }),
  blocked: wire.amount.meta({ description: 'Set aside for orders; in none of the balances.' }),
  blocked_by: z.array(
    z.object({
      id: z.string(),
      entity: z.enum(['ORDER', 'ESTIMATE']),
      amount: wire.amount,
      expiration_date: wire.epoch.meta({ description: 'When it is released by itself.' }),
    }),
  ),
  debt: wire.amount.meta({ description: 'What the contact owes; repaid first from later awards.' }),
  lots: z.array(lot).optional().meta({ description: 'Every credit with money left, soonest expiry first.' }),
})
export type WalletReply = z.input<typeof walletReply>

export const getWallet = endpoint({
  name: 'getWallet',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}',
  tag,
  summary: 'Read a wallet by id or by its 16-digit code',
  description:
    'Balances leave out money that has expired, is not yet available, or belongs to a pool that is not switched on, to the second.',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ include_lots: wire.flag.default(false) }),
  reply: walletReply,
  errors: [InvalidValue, NotFound],
})

export const POCKETS = ['CRMCOM', 'BUSINESS', 'BUSINESS_COMMERCE'] as const
export type Pocket = (typeof POCKETS)[number]
export const TRANSACTION_SIDES = ['CREDIT', 'DEBIT'] as const

/** The order of both lists of a wallet's lines. */
export const sort = z.literal('CREATED_DATE').default('CREATED_DATE')

export const transactionReply = z.object({
  id: z.string().meta({ description: 'Journal and line.' }),
  amount: wire.amount,
  currency: z.string(),
  type: z.enum(TRANSACTION_SIDES),
  transaction_type: z.string().meta({
    description:
      'AWARD, SPEND, REDEEM, PURCHASE_CANCELLATION (also returns), WALLET_BALANCE_EXPIRATION, TOP_UP, PASS_REDEMPTION, TRANSFER, PAYOUT, MANUAL_JOURNAL, USE_WALLET_FUNDS, DEBT_REPAYMENT.',
  }),
  pocket: z.enum(POCKETS),
  posted_on: wire.epoch,
  balance_after: wire.amount.meta({ description: 'Of the pocket.' }),
  reward_event: z
    .object({
      type: z.enum(['AWARD', 'SPEND', 'REDEEM']),
      code: z.string(),
      amount: wire.amount,
      spend_method: z.string().nullable().meta({
        description: 'Of a SPEND: ON_REQUEST, OTP, AUTO_SPEND or INSTANT; as it was when it is taken back.',
      }),
      state: z.enum(['POSTED', 'CANCELLED']),
      date: wire.epoch,
      expiry_date: wire.epoch.nullable(),
      reward_offer: idName.nullable(),
      performed_by: idName,
      reference_number: z.string().nullable(),
      purchase_id: z.string().nullable().meta({ description: 'null: not for a purchase.' }),
    })
    .nullable(),
  financial_event: z
    .object({
      id: z.string(),
      type: z.enum(['TOP_UP', 'MANUAL_JOURNAL', 'PASS_REDEMPTION', 'PAYOUT']),
      number: z.string().nullable().meta({ description: 'The code of a top-up or pass.' }),
      reference_number: z.string().nullable(),
      life_cycle_state: z.string().meta({ description: 'Its state now.' }),
      notes: z.string().nullable(),
      amount: wire.amount.meta({ description: 'Of all of it; a line may be a part.' }),
      date: wire.epoch,
    })
    .nullable()
    .meta({ description: 'null: the line is not of a top-up, correction, redeemed pass or payout.' }),
  wallet_fee: z
    .object({ type: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'Always null: there are no fees.' }),
  order: z
    .object({
      id: z.string(),
      number: z.string(),
      total_cost: wire.amount,
      submitted_on: wire.epoch,
      fulfilled_by: idName,
    })
    .nullable()
    .meta({ description: 'Of a purchase that completed an order, and of money set aside for one.' }),
  exchange_rate: z.number().meta({ description: 'Always 1: a business keeps its books in one currency.' }),
  total_default_currency: wire.amount,
  default_currency_code: z.string(),
  commerce_pool: idName.nullable(),
  wallet_expiration: z
    .object({
      date: wire.epoch,
      commerce_pool: idName.extend({ description: z.string().nullable() }).nullable(),
    })
    .nullable(),
  transfer: z
    .object({
      contact: z.object({ id: z.string(), name: z.string(), code: z.string() }).meta({
        description: 'A key without contacts:read sees initials.',
      }),
      commerce_pool: idName.nullable(),
      wallet: z.object({ id: z.string(), code: z.string() }),
      account: z
        .object({ id: z.string(), number: z.string() })
        .nullable()
        .meta({ description: 'Always null: money is transferred between wallets only.' }),
    })
    .nullable()
    .meta({ description: 'To whom the money went, or from whom it came.' }),
  blocked_by: z
    .object({ id: z.string(), entity: z.string(), expiration_date: wire.epoch })
    .nullable()
    .meta({ description: 'What the money was set aside for, and until when at most.' }),
})
export type TransactionReply = z.input<typeof transactionReply>

export const listTransactions = endpoint({
  name: 'listWalletTransactions',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}/transactions',
  tag,
  summary: 'List the credits and debits of a wallet, newest first',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    ...wire.listQuery,
    sort,
    community_member_id: z.string().min(1).max(100).optional().meta({
      description:
        'There are no communities: the contact of the wallet finds all, any other contact nothing.',
    }),
    is_wallet_fee: wire.flag.optional().meta({ description: 'true finds nothing: there are no fees.' }),
    type: z.enum(TRANSACTION_SIDES).optional(),
    pocket: z.enum(POCKETS).optional().meta({ description: 'CRMCOM is known and always empty.' }),
    posted_on: wire.timeRange.optional(),
    transaction_type: z.string().min(1).max(100).optional(),
  }),
  reply: wire.pageReply(transactionReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

const expiration = z
  .object({
    zero_to_thirty: wire.amount,
    thirty_to_sixty: wire.amount,
    sixty_to_ninety: wire.amount,
    ninety_plus: wire.amount,
  })
  .meta({ description: 'What falls due within so many days; money without expiry is in none.' })

const location = z.object({
  name: z.string().nullable(),
  address_line_1: z.string().nullable(),
  address_line_2: z.string().nullable(),
  state_province_county: z.string().nullable(),
  town_city: z.string().nullable(),
  postal_code: z.string().nullable(),
  country_code: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  google_place_id: z.string().nullable(),
})

export const commerceBalanceReply = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  amount: wire.amount,
  currency_code: z.string(),
  expiration: expiration.optional(),
  organisations: z.array(
    organisationReply.extend({
      locations: z.array(location).meta({ description: 'Always empty: organisations have no addresses.' }),
    }),
  ),
  products: z.array(
    z.object({
      id: z.string().nullable(),
      id_type: z.enum(['PRODUCT', 'FAMILY', 'BRAND', 'TYPE']),
      code: z.string(),
      name: z.string().nullable(),
      description: z.string().nullable().meta({ description: 'Of a product; groups have none.' }),
      sku: z.string().nullable(),
    }),
  ),
  timings: z.array(
    z.object({
      day: z.int().optional(),
      month: z.int().optional(),
      start_time: z.string().optional(),
      end_time: z.string().optional(),
    }),
  ),
  applicable_for_activation: z
    .boolean()
    .meta({ description: 'Whether the contact has to switch the pool on before its money can be spent.' }),
  is_active: z.boolean(),
  b2b_details: z
    .object({
      is_published: z.boolean(),
      is_promoted: z.boolean(),
      promoted_organisation: idName.nullable(),
    })
    .meta({ description: 'Always false and null: pools are not offered to other businesses.' }),
})
export type CommerceBalanceReply = z.input<typeof commerceBalanceReply>

export const listCommerceBalances = endpoint({
  name: 'listCommerceBalances',
  method: 'GET',
  path: '/backoffice/v2/wallets/{id}/commerce_balances',
  tag,
  summary: 'List what a wallet holds in each commerce pool, and where it may be spent; largest amount first',
  access: 'wallets:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    page: wire.listQuery.page,
    size: wire.listQuery.size,
    include_total: wire.listQuery.include_total,
    commerce_pool_id: z.string().min(1).max(100).optional(),
    include_expiration: wire.flag.default(false),
    is_active: wire.flag.optional(),
  }),
  reply: wire.pageReply(commerceBalanceReply),
  errors: [InvalidValue, NotFound],
})
