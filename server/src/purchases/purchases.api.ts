import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  Busy,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { MAX_LINES } from '../kit/limits.ts'
import { REDUCTION_METHODS } from '../organisations/index.ts'
import { SpendNotFullyCovered, WalletBalanceNotEnough } from './purchases.errors.ts'

const text = (most: number) => z.string().min(1).max(most)
const named = z.strictObject({ code: text(100).optional(), name: text(200).optional() })
const tap = z.strictObject({ id: text(100).optional(), code: text(100).optional() })

const organisation = z.strictObject({
  id: text(100).optional(),
  merchant_tap: tap.optional(),
  venue_tap: tap.optional(),
})

const contact = z
  .strictObject({
    id: text(100).optional(),
    code: text(100).optional(),
    cim: text(200).optional(),
    wallet_code: text(100).optional(),
    phone: text(40).optional(),
    email: text(254).optional(),
    loyalty_identifier: text(200).optional(),
  })
  .meta({
    description: 'Who buys: one means of identification. Without it the purchase is stored unclaimed.',
  })

const line = z.strictObject({
  sku: text(100).optional(),
  product_sku: z.strictObject({ sku: text(100).optional(), name: text(200).optional() }).optional(),
  name: text(200).optional(),
  product_family: named.optional(),
  brand: named.optional(),
  quantity: wire.decimal.optional(),
  unit_price: wire.decimal.optional(),
  net_amount: wire.decimal.optional(),
  tax_amount: wire.decimal.optional(),
  total_amount: wire.decimal.optional(),
})

const lines = z.array(line).max(MAX_LINES, `at most ${MAX_LINES} lines are taken`)

export const purchaseBody = z.strictObject({
  id: wire.guid.optional(),
  reference_number: text(100).optional(),
  transaction_reference: text(100).optional(),
  contact: contact.optional(),
  organisation: organisation.optional(),
  transaction_amounts: z.strictObject({
    net: wire.decimal.optional(),
    tax: wire.decimal.optional(),
    discount: wire.decimal.optional(),
    total: wire.decimal,
  }),
  currency_code: wire.currencyCode.optional(),
  date: wire.time.optional(),
  products: lines.optional(),
  classification: z
    .strictObject({ id: text(100).optional(), code: text(100).optional(), name: text(200).optional() })
    .optional(),
  spend_request: z
    .strictObject({ amount: wire.decimal, restrict_fully_covered: wire.flag.optional() })
    .optional(),
  reduction_method: z.enum(REDUCTION_METHODS).optional(),
  payment_medium_identifier: text(40).optional(),
  tender: z
    .array(z.strictObject({ type: text(40), amount: wire.decimal.optional() }))
    .max(20)
    .optional(),
  notes: text(2_000).optional(),
  metadata: z.record(text(40), z.string().max(500)).optional(),
})
export type PurchaseBody = z.output<typeof purchaseBody>

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
      method: z.enum(['ON_REQUEST']),
      commerce_pool: idName.nullable(),
      products: z.array(z.object({ line: z.int(), sku: z.string().nullable(), amount: wire.amount })),
    }),
  ),
  awards: z.array(
    z.object({
      amount: wire.amount,
      offer: z.object({ id: z.string(), name: z.string(), version: z.int() }),
      commerce_pool: idName,
      expires_on: wire.epoch.nullable(),
      available_on: wire.epoch,
    }),
  ),
  payout: z.object({ id: z.string(), state: z.string() }).nullable(),
  wallet: z.object({ total: wire.amount, open: wire.amount, commerce: wire.amount }).nullable(),
  say: z.string().meta({ description: 'One line for the cashier.' }),
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
    IdempotencyKeyReused,
    Busy,
  ],
})

/** The flat body of `/backoffice/v1`, in the names that clients of that version send. */
export const purchaseBodyV1 = z.strictObject({
  id: wire.guid.optional(),
  reference_number: text(100).optional(),
  contact_id: text(100).optional(),
  organisation_id: text(100).optional(),
  merchant_tap: tap.optional(),
  venue_tap: tap.optional(),
  reduction_method: z.enum(REDUCTION_METHODS).optional(),
  total_amount: wire.decimal,
  net_amount: wire.decimal.optional(),
  tax_amount: wire.decimal.optional(),
  discount_amount: wire.decimal.optional(),
  currency_code: wire.currencyCode.optional(),
  performed_on: wire.time.optional(),
  products: lines.optional(),
  spend_request: z
    .strictObject({ amount: wire.decimal, restrict_fully_covered: wire.flag.optional() })
    .optional(),
  classification: z
    .strictObject({ id: text(100).optional(), code: text(100).optional(), name: text(200).optional() })
    .optional(),
  notes: text(2_000).optional(),
})
export type PurchaseBodyV1 = z.output<typeof purchaseBodyV1>

export const submitPurchaseV1 = endpoint({
  ...submitPurchase,
  name: 'submitPurchaseV1',
  path: '/backoffice/v1/purchases',
  summary: 'Submit a purchase with the flat body of version 1',
  body: purchaseBodyV1,
})

export const purchaseReply = submittedReply.omit({ explain: true, say: true, payout: true }).extend({
  contact: z.object({ id: z.string(), name: z.string().nullable(), code: z.string() }).nullable(),
  organisation: idName,
  parent_organisation: idName.nullable(),
  classification: idName.nullable(),
  products: z.array(
    z.object({
      line: z.int(),
      product_sku: z.object({ sku: z.string(), name: z.string() }),
      product_family: idName.nullable(),
      quantity: z.number(),
      net_amount: wire.amount,
      tax_amount: wire.amount,
      total_amount: wire.amount,
      award: wire.amount,
      spend: wire.amount,
    }),
  ),
  returned: rewards.extend({ total: wire.amount }),
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
  summary: 'List the awards and spends of a purchase',
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
        spend_method: z.enum(['ON_REQUEST']).nullable(),
        amount: wire.amount,
        currency_code: z.string(),
        commerce_pool: idName.nullable(),
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

export const cancelPurchase = endpoint({
  name: 'cancelPurchase',
  method: 'POST',
  path: '/backoffice/v2/purchases/{id}/cancel',
  tag: 'Purchases',
  summary: 'Void a purchase: awards are taken back, spent money returns as it was',
  description:
    'Voiding a purchase twice is voiding it once: the second call answers 200 and changes nothing.',
  access: 'purchases:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ reason: text(500).optional() }),
  reply: z.object({
    id: z.string(),
    state: z.literal('CANCELLED'),
    award_reversed: wire.amount,
    spend_returned: wire.amount,
    debt: wire.amount.meta({
      description: 'Taken-back awards that were already spent: the contact owes them.',
    }),
  }),
  errors: [NotFound, AmbiguousIdentifier, InvalidState, IdempotencyKeyReused],
})

export const adHocReturnBody = z.strictObject({
  reference_number: text(100).optional(),
  contact,
  organisation: organisation.optional(),
  return_amount: wire.decimal.optional(),
  transaction_amounts: z
    .strictObject({ total: wire.decimal, net: wire.decimal.optional(), tax: wire.decimal.optional() })
    .optional(),
  currency_code: wire.currencyCode.optional(),
  date: wire.time.optional(),
  notes: text(2_000).optional(),
})
export type AdHocReturnBody = z.output<typeof adHocReturnBody>

export const adHocReturn = endpoint({
  name: 'adHocReturn',
  method: 'POST',
  path: '/backoffice/v2/purchases/ad_hoc_return',
  tag: 'Purchases',
  summary: 'Take goods back without knowing their purchase',
  description:
    "Walks the contact's newest purchases at that merchant that are not fully returned and takes back awards, and gives back spends, in proportion. What finds no purchase claws back nothing and is answered as unmatched_amount.",
  access: 'purchases:write',
  effect: 'writes',
  body: adHocReturnBody,
  reply: z.object({
    id: z.string(),
    reference_number: z.string().nullable(),
    amount: wire.amount.meta({ description: 'What the wallet was debited: awards taken back.' }),
    return_amount: wire.amount,
    return_spent_amount: wire.amount.meta({
      description: 'What had been paid by spend and is back in the wallet.',
    }),
    unmatched_amount: wire.amount,
    purchases: z.array(
      z.object({
        id: z.string(),
        return_amount: wire.amount,
        amount: wire.amount,
        return_spent_amount: wire.amount,
      }),
    ),
  }),
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, AlreadyExists, IdempotencyKeyReused],
})
