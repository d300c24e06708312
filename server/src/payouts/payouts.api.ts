import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { METHOD_TYPES } from './payment-method.ts'
import { METHOD_NAMES } from './payment-methods.api.ts'
import { PAYOUT_ACTIONS, PAYOUT_STATES } from './payout.ts'
import { WalletBalanceTooSmall } from './payouts.errors.ts'

const tag = 'Payouts'
const providerName = z.enum(['WALLET', 'SEPA', 'STRIPE', 'PAYPAL', 'PRETEND'])

const payoutBody = z.strictObject({
  wallet_id: wire.identifier
    .optional()
    .meta({ description: 'The wallet that pays, by id or by its 16-digit code.' }),
  amount: wire.decimal,
  payment_method: z.strictObject({ id: wire.identifier, type: z.enum(METHOD_NAMES) }),
  notes: z.string().trim().min(1).max(500).optional(),
})
export type PayoutBody = z.output<typeof payoutBody>

const actionBody = z.strictObject({
  action: z.enum(PAYOUT_ACTIONS),
  payment_method_id: wire.identifier
    .optional()
    .meta({ description: 'For RETRY: pay to this method of the contact.' }),
  reason: z.string().trim().min(1).max(200).optional().meta({ description: 'Kept with the payout.' }),
})
export type ActionBody = z.output<typeof actionBody>

const attempt = z.object({
  number: z.int(),
  reference: z.string().meta({ description: 'Under which the provider knows the payment.' }),
  provider: providerName,
  payment_method_type: z.enum(METHOD_TYPES),
  payment_method_id: z.string().nullable(),
  file_id: z.string().nullable(),
  state: z.string(),
  asked: z
    .int()
    .meta({ description: 'How often the provider was asked to pay, always under the same reference.' }),
  provider_reference: z.string().nullable(),
  reason: z.string().nullable(),
  asked_on: wire.epoch,
  updated_on: wire.epoch,
})

const payoutReply = z.object({
  id: z.string(),
  state: z.enum(PAYOUT_STATES),
  amount: wire.amount,
  currency_code: z.string(),
  wallet_id: z.string(),
  purchase_id: z.string().nullable().meta({ description: 'null: the contact asked for it.' }),
  provider: providerName.nullable(),
  payment_method_type: z.enum(METHOD_TYPES).nullable(),
  money: z.enum(['CLEARING', 'PAID_OUT', 'WALLET', 'BACK']).meta({
    description: 'Where the money is: waiting, out, in the wallet, or back where it came from.',
  }),
  is_stopped: z.boolean().meta({
    description: 'Its purchase was voided while nobody could tell whether it was paid: it is not sent again.',
  }),
  reason: z.string().nullable(),
  notes: z.string().nullable(),
  tries: z.int().meta({ description: 'How often it was begun to be paid.' }),
  reference: z
    .string()
    .nullable()
    .meta({ description: 'Under which the provider knows the last try; null: nobody was asked yet.' }),
  next_attempt_on: wire.epoch.nullable().meta({
    description: 'When it is looked at next by itself; null: not before somebody acts.',
  }),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type PayoutReply = z.input<typeof payoutReply>
const fullReply = payoutReply.extend({ attempts: z.array(attempt) })
export type FullPayoutReply = z.input<typeof fullReply>

const path = '/backoffice/v2/payouts'

export const listPayouts = endpoint({
  name: 'listPayouts',
  method: 'GET',
  path,
  tag,
  summary: 'List payouts, newest first',
  access: 'payouts:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    state: z.enum(PAYOUT_STATES).optional(),
    provider: providerName.optional(),
    wallet_id: wire.guid.optional(),
    purchase_id: wire.guid.optional(),
  }),
  reply: wire.pageReply(payoutReply),
  errors: [InvalidValue],
})

export const getPayout = endpoint({
  name: 'getPayout',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a payout with every try to pay it',
  access: 'payouts:read',
  effect: 'reads',
  params: wire.idParams,
  reply: fullReply,
  errors: [NotFound],
})

export const requestPayout = endpoint({
  name: 'createPayout',
  method: 'POST',
  path,
  tag,
  summary: 'Pay open money of a wallet out to a method of its contact',
  description:
    'The money leaves the wallet at once; the payout is sent within seconds, and is read to see how it stands.',
  access: 'payouts:write',
  effect: 'writes',
  body: payoutBody,
  reply: z.object({ id: z.string() }),
  status: 201,
  errors: [RequiredField, InvalidValue, NotFound, WalletBalanceTooSmall, IdempotencyKeyReused],
})

export const changePayout = endpoint({
  name: 'changePayout',
  method: 'PUT',
  path: `${path}/{id}/actions`,
  tag,
  summary: 'Act on a payout: cancel, try again, or tell what only people know',
  description: [
    'CANCEL gives a contact’s own payout back to the wallet; that of a purchase ends with its void. RETRY pays again what',
    'waits, failed or was returned. MARK_PAID, MARK_FAILED and MARK_RETURNED tell what a provider could not:',
    'only after looking there. CONFIRM_REVERSAL says that the money of a voided purchase is back.',
  ].join(' '),
  access: 'payouts:write',
  effect: 'writes',
  params: wire.idParams,
  body: actionBody,
  reply: fullReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, IdempotencyKeyReused],
})

const ofState = z.object({ state: z.enum(PAYOUT_STATES), payouts: z.int(), amount: wire.amount })

const payoutReport = z.object({
  currency_code: z.string(),
  time_zone: z.string().meta({ description: 'Of the business: in it the days are reckoned.' }),
  by_day: z
    .array(z.object({ day: z.string(), states: z.array(ofState) }))
    .meta({ description: 'Every day, also one without a payout; the last is today, which is not over.' }),
})
export type PayoutReport = z.input<typeof payoutReport>

export const getPayoutReport = endpoint({
  name: 'getPayoutReport',
  method: 'GET',
  path: '/backoffice/v2/reports/payouts',
  tag,
  summary: 'Read the payouts of each day by how they stand now',
  access: 'payouts:read',
  effect: 'reads',
  query: z.strictObject({
    days: wire.integerFrom(1, 366).default(28).meta({ description: 'How many, today among them.' }),
  }),
  reply: payoutReport,
  errors: [InvalidValue],
})
