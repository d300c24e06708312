import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  Busy,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { REDUCTION_METHODS } from '../organisations/index.ts'
import { CannotRedeemPass, PassAlreadyRedeemed, PassExpired, PassNotActive } from '../passes/index.ts'
import { TokenAlreadyUsed, TokenExpired, TooManyAttempts } from '../tokens/index.ts'
import { WalletLimitExceeded } from '../wallets/index.ts'
import { SPEND_METHODS } from './purchase.ts'
import { purchaseBody, text } from './purchase-body.ts'
import { SpendNotFullyCovered, WalletBalanceNotEnough } from './purchases.errors.ts'

const idName = z.object({ id: z.string(), name: z.string() })

const rewards = z.object({ award: wire.amount, redeem: wire.amount, spend: wire.amount })
const amounts = z.object({
  net: wire.amount.nullable(),
  tax: wire.amount.nullable(),
  discount: wire.amount.nullable(),
  total: wire.amount,
})

const explanation = z
  .record(z.string(), z.unknown())
  .meta({ description: 'Every amount with what it follows from.' })

export const submittedReply = z.object({
  id: z.string(),
  code: z.string(),
  reference_number: z.string().nullable(),
  state: z.enum(['POSTED', 'CANCELLED']),
  reduction_method: z.enum(REDUCTION_METHODS),
  currency_code: z.string(),
  date: wire.epoch,
  transaction_amounts: amounts,
  rewards,
  amount_due: wire.amount,
  spends: z.array(
    z.object({
      amount: wire.amount,
      method: z.enum(SPEND_METHODS),
      commerce_pool: idName.nullable(),
      products: z.array(z.object({ line: z.int(), sku: z.string().nullable(), amount: wire.amount })),
    }),
  ),
  redeems: z
    .array(z.object({ amount: wire.amount, commerce_pool: idName, expires_on: wire.epoch.nullable() }))
    .meta({ description: 'Commerce money that became open money, pool by pool.' }),
  awards: z.array(
    z.object({
      amount: wire.amount,
      offer: z.object({ id: z.string(), name: z.string(), version: z.int() }),
      redeem_method: z
        .enum(['DEFERRED', 'INSTANT'])
        .meta({ description: 'INSTANT: it went off the price of this purchase, as one of its spends.' }),
      commerce_pool: idName,
      expires_on: wire.epoch.nullable(),
      available_on: wire.epoch,
    }),
  ),
  payout: z.object({ id: z.string(), state: z.string() }).nullable(),
  wallet: z.object({ total: wire.amount, open: wire.amount, commerce: wire.amount }).nullable(),
  say: z.string().meta({ description: "One line for the cashier, in the contact's language." }),
  near_misses: z
    .array(
      z.object({
        offer: z.object({ id: z.string(), name: z.string(), version: z.int() }),
        says: z.string().meta({ description: 'Such as "1.40 EUR more for 10 % back".' }),
        add: z.object({ amount: wire.amount.optional(), quantity: z.number().optional() }),
        line: z
          .int()
          .nullable()
          .meta({ description: 'Of the goods on this line, from 1; null: of anything that earns.' }),
        amount: wire.amount.meta({ description: 'What the offer gives then.' }),
      }),
    )
    .optional()
    .meta({ description: 'In a quote: a little more that would bring more.' }),
  receipt: z.object({ qr: z.string(), barcode: z.string(), signed_code: z.string() }),
  explain: explanation.optional(),
})

export const submitPurchase = endpoint({
  name: 'submitPurchase',
  method: 'POST',
  path: '/backoffice/v2/purchases',
  tag: 'Purchases',
  summary: 'Submit a purchase: awards what offers give, spends what was asked',
  description:
    'Judges the offers, moves the money and answers, in one durable step. The same `reference_number` and content again gets the same answer and moves nothing. With `simulate=true` everything is worked out and nothing is kept.',
  access: 'purchases:write',
  effect: 'commands',
  query: z.strictObject({ simulate: wire.flag.default(false), include_explain: wire.flag.default(false) }),
  body: purchaseBody,
  reply: submittedReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    AlreadyExists,
    WalletBalanceNotEnough,
    SpendNotFullyCovered,
    PassAlreadyRedeemed,
    PassExpired,
    PassNotActive,
    CannotRedeemPass,
    WalletLimitExceeded,
    TokenExpired,
    TokenAlreadyUsed,
    TooManyAttempts,
    IdempotencyKeyReused,
    Busy,
  ],
})

export const purchaseReply = submittedReply
  .omit({ explain: true, say: true, near_misses: true, payout: true })
  .extend({
    contact: z.object({ id: z.string(), name: z.string().nullable(), code: z.string() }).nullable(),
    organisation: idName,
    parent_organisation: idName.nullable(),
    classification: idName.nullable(),
    products: z.array(
      z.object({
        line: z.int(),
        product_sku: z.object({
          sku: z.string(),
          name: z.string(),
          leads_to: z.string().optional().meta({
            description:
              'The SKU of the product into which this one was merged when it was judged: who names either means the line.',
          }),
        }),
        product_family: idName.nullable(),
        quantity: z.number(),
        net_amount: wire.amount,
        tax_amount: wire.amount,
        total_amount: wire.amount,
        returned_quantity: z.number().meta({ description: 'Pieces that came back; a weight in parts.' }),
        returned_amount: wire.amount.meta({ description: 'The value of what came back of this line.' }),
        award: wire.amount,
        spend: wire.amount,
      }),
    ),
    returned: rewards.extend({
      total: wire.amount,
      of_no_line: wire.amount.meta({
        description: 'Of the total, what came back without a line being named.',
      }),
    }),
    payout: z.object({ id: z.string(), state: z.string() }).nullable(),
    created_on: wire.epoch,
    cancelled_on: wire.epoch.nullable(),
    notes: z.string().nullable(),
    transaction_reference: z.string().nullable(),
    payment_medium_identifier: z.string().nullable(),
    metadata: z.record(z.string(), z.string()).nullable(),
  })

export const listPurchases = endpoint({
  name: 'listPurchases',
  method: 'GET',
  path: '/backoffice/v2/purchases',
  tag: 'Purchases',
  summary: 'List purchases, newest first; or learn by reference_number what became of one',
  access: 'purchases:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    reference_number: text(100).optional(),
    contact_id: text(100).optional(),
    organisations: text(1_000).optional().meta({ description: 'Ids or codes, separated by commas.' }),
    state: z.enum(['POSTED', 'CANCELLED']).optional(),
    reduction_method: z.enum(REDUCTION_METHODS).optional(),
    has_spend: wire.flag.optional().meta({ description: 'Whether a part of it was paid with rewards.' }),
    reward_offer: text(100).optional().meta({ description: 'Id or code of an offer that awarded it.' }),
    date: wire.timeRange.optional(),
  }),
  reply: wire.pageReply(purchaseReply),
  errors: [InvalidValue, NotFound],
})

export const getPurchase = endpoint({
  name: 'getPurchase',
  method: 'GET',
  path: '/backoffice/v2/purchases/{id}',
  tag: 'Purchases',
  summary: 'Read a purchase by id, reference_number or code',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  reply: purchaseReply,
  errors: [NotFound, AmbiguousIdentifier],
})

export const getPurchaseRewards = endpoint({
  name: 'getPurchaseRewards',
  method: 'GET',
  path: '/backoffice/v2/purchases/{id}/rewards',
  tag: 'Purchases',
  summary: 'List the awards, redeems and spends of a purchase',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ type: z.enum(['AWARD', 'REDEEM', 'SPEND']).optional() }),
  reply: z.object({
    content: z.array(
      z.object({
        type: z.enum(['AWARD', 'REDEEM', 'SPEND']),
        reward_offer: idName.nullable(),
        redeem_method: z.enum(['DEFERRED', 'INSTANT']).nullable(),
        spend_method: z.enum(SPEND_METHODS).nullable(),
        amount: wire.amount,
        currency_code: z.string(),
        commerce_pool: idName.nullable(),
      }),
    ),
  }),
  errors: [NotFound, AmbiguousIdentifier],
})

export const listPurchaseEntries = endpoint({
  name: 'listPurchaseEntries',
  method: 'GET',
  path: '/backoffice/v2/purchases/{id}/entries',
  tag: 'Purchases',
  summary: 'List the entries of the ledger that a purchase made, and those that took them back, as posted',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({
    content: z.array(
      z.object({
        id: z.string().meta({ description: 'Journal and line, as in the transactions of a wallet.' }),
        movement: z.string().meta({ description: 'As in the export of the books, such as AWARD.' }),
        amount: wire.amount,
        currency_code: z.string(),
        posted_on: wire.epoch,
        reward_offer_id: z.string().nullable().meta({ description: 'The offer that awarded the money.' }),
        commerce_pool_id: z.string().nullable().meta({ description: 'null: open money, or of no wallet.' }),
        spend_method: z.string().nullable().meta({ description: 'Of money that was spent.' }),
        reverses: z.string().nullable().meta({ description: 'The entry that it takes back.' }),
      }),
    ),
  }),
  errors: [NotFound, AmbiguousIdentifier],
})

export const explainPurchase = endpoint({
  name: 'explainPurchase',
  method: 'GET',
  path: '/backoffice/v2/purchases/{id}/explain',
  tag: 'Purchases',
  summary:
    'Why this purchase was awarded and spent what it was, and which offers gave nothing for which reason',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  reply: explanation,
  errors: [NotFound, AmbiguousIdentifier],
})

const day = z.string().nullable().meta({ description: 'A calendar day, such as 2026-12-31.' })

export const getContactTier = endpoint({
  name: 'getContactTier',
  method: 'GET',
  path: '/backoffice/v2/contacts/{id}/reward_tiers',
  tag: 'Contacts',
  summary: 'Where a contact stands among the reward tiers',
  description:
    'A tier is held from the purchase that reaches it to the end of the next period. Units are whole; points are units.',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({
    reward_tier: z.object({ id: z.string(), code: z.string(), name: z.string() }).nullable(),
    period_value_units: z.number(),
    previous_period_value_units: z.number(),
    progress: z
      .object({ name: z.string(), points_needed: z.number(), collected_by: day })
      .nullable()
      .meta({ description: 'What is still missing to the next tier.' }),
    maintain_tier: z
      .object({ points_needed: z.number(), collected_by: day, held_until: day })
      .nullable()
      .meta({ description: 'What is still missing to keep the tier through the next period.' }),
  }),
  errors: [NotFound],
})
