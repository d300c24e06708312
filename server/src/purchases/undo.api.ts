import { z } from 'zod'
import { RETURN_POLICIES } from '../engine/index.ts'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { adHocReturnBody, returnBody, text } from './purchase-body.ts'

const trial = z.strictObject({ simulate: wire.flag.default(false) })
const wallet = z
  .object({ total: wire.amount, open: wire.amount, commerce: wire.amount, debt: wire.amount })
  .nullable()

export const cancelPurchase = endpoint({
  name: 'cancelPurchase',
  method: 'POST',
  path: '/backoffice/v2/purchases/{id}/cancel',
  tag: 'Purchases',
  summary: 'Void a purchase: awards are taken back, spent money returns as it was',
  description:
    'Voiding a purchase twice is voiding it once: the second call answers 200 and changes nothing. A void whose purchase is not known is kept and answered as AWAITING_PURCHASE: the purchase is void from the moment in which it arrives under this reference number or id. With `simulate=true` everything is worked out and nothing is kept.',
  access: 'purchases:write',
  effect: 'writes',
  params: wire.idParams,
  query: trial,
  body: z.strictObject({ reason: text(500).optional() }),
  reply: z.object({
    id: z.string().meta({ description: 'Of the purchase; the name that was sent while it is not known.' }),
    state: z.enum(['CANCELLED', 'AWAITING_PURCHASE']),
    award_reversed: wire.amount,
    spend_returned: wire.amount,
    redeem_undone: wire.amount.meta({ description: 'Redeemed money that is commerce money again.' }),
    debt: wire.amount.meta({
      description:
        'What of the awards and redeemed money was used already, or had repaid a debt that is owed again.',
    }),
    spend_held: wire.amount.meta({
      description: 'Spends that were paid out: they return to the wallet when the payout has come back.',
    }),
    wallet: wallet.optional().meta({ description: 'With `simulate=true`: after it.' }),
  }),
  errors: [NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})

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

const returnedAward = z.object({
  offer: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  policy: z.enum(RETURN_POLICIES),
  awarded: wire.amount,
  amount: wire.amount.meta({ description: 'Taken with this return.' }),
  taken_in_all: wire.amount,
  because: z.string(),
})

export const returnGoods = endpoint({
  name: 'returnGoods',
  method: 'POST',
  path: '/backoffice/v2/purchases/{id}/returns',
  tag: 'Purchases',
  summary: 'Take goods of a purchase back, by line and pieces or by amount',
  description:
    "Takes the goods' shares of every award, by each offer's own `return_policy`, gives what was paid of them by spends back, and says what the till refunds. Any returns that add up to the whole take exactly the whole. The same `reference_number` again gets the same answer. A return whose purchase is not known is kept and answered as AWAITING_PURCHASE. With `simulate=true` everything is worked out and nothing is kept.",
  access: 'purchases:write',
  effect: 'writes',
  params: wire.idParams,
  query: trial,
  body: returnBody,
  reply: z.object({
    id: z.string(),
    reference_number: z.string().nullable(),
    state: z.enum(['APPLIED', 'AWAITING_PURCHASE']),
    purchase: z.object({ id: z.string().nullable(), reference_number: z.string().nullable() }),
    currency_code: z.string(),
    return_amount: wire.amount.meta({ description: 'The value of the goods.' }),
    amount: wire.amount.meta({ description: 'Awards taken back.' }),
    return_spent_amount: wire.amount.meta({ description: 'Spends and discounts given back.' }),
    redeem_undone: wire.amount.meta({ description: 'Redeemed money that is commerce money again.' }),
    spend_held: wire.amount.meta({
      description: 'Spends that are paid out and do not return to the wallet with this.',
    }),
    debt: wire.amount.meta({
      description:
        'What of the awards and redeemed money was used already, or had repaid a debt that is owed again.',
    }),
    refund: z.object({
      cash: wire.amount.meta({ description: 'What the till gives back.' }),
      wallet: wire.amount.meta({ description: 'What is back in the wallet, of spends.' }),
      reduction: wire.amount.meta({ description: 'Discounts of these goods, which nobody had paid.' }),
    }),
    left: wire.amount.meta({ description: 'The value of the goods that did not come back.' }),
    products: z.array(
      z.object({
        line: z.int(),
        sku: z.string().nullable(),
        quantity: z.number(),
        total_amount: wire.amount,
      }),
    ),
    awards: z.array(returnedAward),
    wallet: wallet.meta({ description: 'After this return.' }),
    say: z.string().meta({ description: "One line for the cashier, in the contact's language." }),
  }),
  errors: [
    RequiredField,
    InvalidValue,
    InvalidState,
    NotFound,
    AmbiguousIdentifier,
    AlreadyExists,
    IdempotencyKeyReused,
  ],
})

export const returnReply = z.object({
  id: z.string(),
  reference_number: z.string().nullable(),
  type: z.enum(['RETURN', 'AD_HOC_RETURN']),
  date: wire.epoch,
  currency_code: z.string(),
  contact: z.object({ id: z.string() }).nullable(),
  organisation: z.object({ id: z.string() }),
  purchase: z.object({ id: z.string() }).nullable().meta({ description: 'null: ad hoc.' }),
  return_amount: wire.amount.meta({ description: 'The value of the goods.' }),
  amount: wire.amount.meta({ description: 'Awards taken back.' }),
  return_spent_amount: wire.amount.meta({ description: 'Spends and discounts given back.' }),
  debt: wire.amount,
  unmatched_amount: wire.amount,
  purchases: z.array(
    z.object({
      id: z.string(),
      return_amount: wire.amount,
      amount: wire.amount,
      return_spent_amount: wire.amount,
    }),
  ),
})

export const listPurchaseReturns = endpoint({
  name: 'listPurchaseReturns',
  method: 'GET',
  path: '/backoffice/v2/purchases/{id}/returns',
  tag: 'Purchases',
  summary: 'List what came back of a purchase, in the order it came',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  reply: z.object({
    content: z.array(
      z.object({
        id: z.string(),
        reference_number: z.string().nullable(),
        type: z.enum(['RETURN', 'AD_HOC_RETURN']),
        date: wire.epoch,
        return_amount: wire.amount.meta({ description: 'Of this purchase.' }),
        amount: wire.amount,
        return_spent_amount: wire.amount,
        debt: wire.amount,
        awards: z.array(returnedAward),
      }),
    ),
  }),
  errors: [NotFound, AmbiguousIdentifier],
})
