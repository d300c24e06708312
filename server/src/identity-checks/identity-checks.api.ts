import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AmbiguousIdentifier,
  Busy,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { TooManyAttempts } from '../tokens/index.ts'
import { WrongCode } from './identity-checks.errors.ts'

const tag = 'Contacts'

const sendBody = z.strictObject({
  method: z.enum(['SMS', 'EMAIL']).meta({
    description:
      'Without somebody who sends text messages (`sms` of the notification settings) SMS goes by e-mail. In TEST mode it is read in `test_helpers/outbox?channel=SMS`.',
  }),
})
export type SendBody = z.output<typeof sendBody>

const sentReply = z.object({
  obfuscated_value: z.string().meta({ description: 'Where it went, such as a···@example.com.' }),
  auth_otp: z.string().meta({ description: 'To be sent back with the code.' }),
})
export type SentReply = z.input<typeof sentReply>

export const sendContactCode = endpoint({
  name: 'sendContactCode',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/otp',
  tag,
  summary: 'Send a contact a code that proves who they are',
  description:
    'Six digits, for five minutes unless `token_minutes` of the business says otherwise; a new one replaces the one before. At most 5 in 15 minutes and 20 in a day. It says who somebody is; it allows no spend (`contacts/{id}/tokens` does).',
  access: 'tokens:write',
  effect: 'commands',
  params: wire.idParams,
  body: sendBody,
  reply: sentReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    InvalidState,
    TooManyAttempts,
    IdempotencyKeyReused,
    Busy,
  ],
})

const validateBody = z.strictObject({
  auth_otp: z.string().max(100).meta({ description: 'Of the answer that came when the code was sent.' }),
  code: z.string().max(20).meta({ writeOnly: true }),
})
export type ValidateBody = z.output<typeof validateBody>

const validatedReply = z.object({
  contact: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  obfuscated_value: z.string(),
  auth_otp: z.string(),
})
export type ValidatedReply = z.input<typeof validatedReply>

export const validateContactCode = endpoint({
  name: 'validateContactCode',
  method: 'POST',
  path: '/backoffice/v2/contacts/{id}/validate_otp',
  tag,
  summary: 'Check the code that a contact was sent',
  description:
    'Good once. After five wrong ones it is dead: 429, and a new one is needed. Wrong, over and used are answered alike.',
  access: 'tokens:write',
  effect: 'writes',
  params: wire.idParams,
  body: validateBody,
  reply: validatedReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    WrongCode,
    TooManyAttempts,
    IdempotencyKeyReused,
  ],
})
