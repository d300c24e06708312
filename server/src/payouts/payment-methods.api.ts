import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { METHOD_TYPES } from './payment-method.ts'

const tag = 'Payment methods'
const text = (most: number) => z.string().trim().min(1).max(most)
// What may hold a card number by mistake is checked later, where the refusal does not repeat it.
const secretive = z.string().max(100)

const gatewayToken = z.strictObject({
  gateway: z.enum(['STRIPE']).default('STRIPE'),
  token: secretive.meta({
    description: 'The payout method at the provider, such as a card of the recipient.',
  }),
  alternative_token: secretive.optional().meta({ description: 'The recipient at the provider.' }),
})

const card = z.strictObject({
  first6: secretive.meta({ description: 'The first six to eight digits.' }),
  last4: secretive,
  brand: text(30).optional(),
  expiration_month: wire.integer.pipe(z.int().min(1).max(12)).optional(),
  expiration_year: wire.integer.pipe(z.int().min(2000).max(2100)).optional(),
  card_holder_details: z.strictObject({ card_holder_name: text(70) }).optional(),
  gateway_token: z.array(gatewayToken).length(1),
})

const account = z.strictObject({
  iban: z.string().max(60),
  swift: z.string().max(20).optional().meta({ description: 'BIC.' }),
  account_name: text(70).optional(),
  account_holder_details: z.strictObject({ account_holder_name: text(70) }).optional(),
})

export const METHOD_NAMES = [...METHOD_TYPES, 'ACCOUNT_DEBIT', 'CRM_WALLET'] as const

const methodBody = z.strictObject({
  payment_method_type: z.enum(METHOD_NAMES).meta({
    description: 'ACCOUNT_DEBIT is read as ACCOUNT, CRM_WALLET as WALLET.',
  }),
  name: text(100).optional(),
  notes: text(500).optional(),
  is_primary: wire.flag
    .optional()
    .meta({ description: 'The first method of a contact is the preferred one anyway.' }),
  card: card.optional(),
  paypal: z.strictObject({ email: z.string().trim().max(127) }).optional(),
  account_debit: account.optional(),
})
export type MethodBody = z.output<typeof methodBody>

const methodChange = z.strictObject({
  name: text(100).nullable().optional(),
  notes: text(500).nullable().optional(),
  is_primary: wire.flag.optional(),
  card: z
    .strictObject({
      exp_month: wire.integer.pipe(z.int().min(1).max(12)),
      exp_year: wire.integer.pipe(z.int().min(2000).max(2100)),
    })
    .optional(),
})
export type MethodChange = z.output<typeof methodChange>

export const methodReply = z.object({
  id: z.string(),
  payment_method_id: z.string(),
  payment_method_type: z.enum(METHOD_TYPES),
  is_primary: z.boolean(),
  name: z.string().nullable(),
  notes: z.string().nullable(),
  card: z
    .object({
      first6: z.string(),
      last4: z.string(),
      brand: z.string().nullable(),
      expiration_month: z.int().nullable(),
      expiration_year: z.int().nullable(),
    })
    .nullable(),
  paypal: z.object({ email: z.string().meta({ description: 'Masked.' }) }).nullable(),
  account_debit: z
    .object({
      iban: z.string().meta({ description: 'Masked.' }),
      account_name: z.string(),
      swift: z.string().nullable(),
    })
    .nullable(),
  created_on: wire.epoch,
})
export type MethodReply = z.input<typeof methodReply>

const path = '/backoffice/v2/contacts/{id}/payment_methods'
const methodParams = z.strictObject({ id: wire.identifier, payment_method_id: wire.identifier })

export const listMethods = endpoint({
  name: 'listPaymentMethods',
  method: 'GET',
  path,
  tag,
  summary: 'List how a contact is paid, the preferred method first',
  access: 'payouts:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    page: wire.listQuery.page,
    size: wire.listQuery.size,
    include_total: wire.listQuery.include_total,
    type: z.enum(METHOD_NAMES).optional(),
  }),
  reply: wire.pageReply(methodReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const addMethod = endpoint({
  name: 'createPaymentMethod',
  method: 'POST',
  path,
  tag,
  summary: 'Register a way to pay a contact',
  description:
    'A card by the token of the payment provider and its first and last digits, never by its number; a PayPal address; a bank account by its IBAN; or the wallet. The first method is the preferred one until another is.',
  access: 'payouts:write',
  effect: 'writes',
  params: wire.idParams,
  body: methodBody,
  reply: z.object({ id: z.string() }),
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})

export const changeMethod = endpoint({
  name: 'updatePaymentMethod',
  method: 'PUT',
  path: `${path}/{payment_method_id}`,
  tag,
  summary: 'Change the name of a method, a card’s expiry, or which method is preferred',
  description:
    'Whom a method pays never changes, so that what was paid by it can be told later: register another and delete this one.',
  access: 'payouts:write',
  effect: 'writes',
  params: methodParams,
  body: methodChange,
  reply: z.object({ id: z.string() }),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})

export const removeMethod = endpoint({
  name: 'deletePaymentMethod',
  method: 'DELETE',
  path: `${path}/{payment_method_id}`,
  tag,
  summary: 'Forget a way to pay a contact',
  description: 'Its data is erased at once; refused while a payout is on its way to it.',
  access: 'payouts:write',
  effect: 'writes',
  params: methodParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, AmbiguousIdentifier, InvalidState, IdempotencyKeyReused],
})

const methodTrial = z.object({
  outcome: z.enum(['PAID', 'DECLINED', 'NO_WAY_TO_PAY']),
  reason: z.string().nullable(),
  amount: wire.amount,
  currency_code: z.string(),
})
export type MethodTrial = z.input<typeof methodTrial>

export const tryMethod = endpoint({
  name: 'tryPaymentMethod',
  method: 'POST',
  path: `${path}/{payment_method_id}/test_payout`,
  tag,
  summary: 'Pay out 0.00 by a method, in TEST mode',
  description:
    'By the provider that pretends: whether the business could pay by the method, and what would be told of it. No money moves and no payout is kept. In LIVE mode it is refused.',
  access: 'payouts:write',
  effect: 'writes',
  params: methodParams,
  reply: methodTrial,
  errors: [NotFound, AmbiguousIdentifier, InvalidState, IdempotencyKeyReused],
})
