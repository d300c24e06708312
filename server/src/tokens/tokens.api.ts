import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, Busy, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { SpendNotCovered } from './tokens.errors.ts'

const tag = 'Spend tokens'
const path = '/backoffice/v2/contacts/{id}/tokens'

/** Other intents of the guide belong to approvals in an app. */
const intent = z.enum(['SPEND'])

const tokenBody = z.strictObject({
  intent,
  spend_amount: wire.decimal
    .nullable()
    .optional()
    .meta({ description: 'What the purchase may spend; without it, as much as possible.' }),
})
export type TokenBody = z.output<typeof tokenBody>

const tokenReply = z.object({
  id: z.string(),
  intent,
  value: z
    .string()
    .nullable()
    .meta({ description: '6 digits to say at the till; told once, when it is made.' }),
  alternative_token: z
    .string()
    .nullable()
    .meta({ description: '16 digits to scan at the till; told once, when it is made.' }),
  expiration: wire.epoch,
  spend_amount: wire.amount.nullable(),
  currency_code: z.string(),
})
export type TokenReply = z.input<typeof tokenReply>

export const createToken = endpoint({
  name: 'createSpendToken',
  method: 'POST',
  path,
  tag,
  summary: 'Make a one-time code by which one purchase may spend the contact’s money',
  description:
    'The till sends the code as `contact.otp`: it says who buys and that wallet money may be spent. It is good for one purchase, for five minutes unless the business says otherwise. A new code replaces the one before.',
  access: 'tokens:write',
  effect: 'writes',
  params: wire.idParams,
  body: tokenBody,
  reply: tokenReply,
  toldOnce: ['value', 'alternative_token'],
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    SpendNotCovered,
    IdempotencyKeyReused,
    Busy,
  ],
})

export const listTokens = endpoint({
  name: 'listSpendTokens',
  method: 'GET',
  path,
  tag,
  summary: 'List the one-time codes that a contact may still use',
  description: 'Without the codes themselves: those are kept nowhere.',
  access: 'tokens:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ intent: intent.optional() }),
  reply: z.object({ content: z.array(tokenReply) }),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

/** What its contact asks about it; the till learns the same from its purchase. */
export const ownTokenReply = z.object({
  id: z.string(),
  state: z.enum(['LIVE', 'USED', 'OVER']).meta({
    description: 'USED: a purchase was paid with it. OVER: its time ran out, or another took its place.',
  }),
  expiration: wire.epoch,
  purchase_id: z.string().nullable().meta({ description: 'What used it.' }),
})
export type OwnTokenReply = z.input<typeof ownTokenReply>
