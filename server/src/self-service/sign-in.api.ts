import { z } from 'zod'
import { InvalidLogin } from '../access/index.ts'
import { IdentifierTaken } from '../contacts/index.ts'
import { endpoint, Unauthorized, wire } from '../http/index.ts'
import { WrongCode } from '../identity-checks/index.ts'
import { Busy, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { ORGANISATION_TYPES } from '../organisations/index.ts'
import { TooManyAttempts } from '../tokens/index.ts'

const tag = 'Self-service'
const base = '/self-service/v2/contacts'
const text = (most: number) => z.string().trim().min(1).max(most)
export const optional = (most: number) => text(most).nullable().optional()

const phone = z.strictObject({
  number: text(40),
  country_code: text(5).optional().meta({ description: 'ISO 3166-1: CYP.' }),
})

/** What a contact may be found by who wants to sign in; the rest of the wire's names is kept of nobody. */
export const CREDENTIALS = ['EMAIL', 'PHONE', 'LOYALTY_IDENTIFIER', 'CARD', 'BIRTHDATE'] as const

const codeBody = z.strictObject({
  method: z.enum(['SMS', 'EMAIL']),
  credentials: z
    .array(z.strictObject({ name: z.enum(CREDENTIALS), value: text(254) }))
    .min(1)
    .max(CREDENTIALS.length)
    .meta({ description: 'All have to be of one contact; a phone is written with its country.' }),
})
export type CodeBody = z.output<typeof codeBody>

const sent = {
  obfuscated_value: z.string().nullable().meta({ description: 'Where the code went.' }),
  auth_otp: z.string().nullable().meta({ description: 'To be sent back with the code.' }),
  code: z.string().optional().meta({ description: 'The code itself, in TEST mode only.' }),
}

export const sendSignInCode = endpoint({
  name: 'sendSignInCode',
  method: 'POST',
  path: `${base}/otp`,
  tag,
  summary: 'Send a contact the code with which they sign in',
  description:
    'Answered alike where nobody is found, who gets nothing. Six digits, for five minutes unless the business says otherwise; at most 5 in 15 minutes.',
  access: 'app',
  effect: 'reads',
  body: codeBody,
  reply: z.object(sent),
  errors: [RequiredField, InvalidValue, InvalidState, TooManyAttempts, Busy],
})

export const signedInReply = z.object({
  access_token: z
    .string()
    .nullable()
    .meta({ description: 'Send it as Authorization: Bearer; null: not yet.' }),
  refresh_token: z.string().nullable().meta({ description: 'Good once, for the next two.' }),
  expiration_date: wire.epoch.nullable().meta({ description: 'Of the access token.' }),
  contact: z
    .object({
      id: z.string(),
      type: z.string(),
      first_name: z.string().nullable(),
      last_name: z.string().nullable(),
      is_verified: z.boolean(),
    })
    .nullable(),
  organisations: z.array(z.object({ id: z.string(), type: z.enum(ORGANISATION_TYPES), name: z.string() })),
  communities: z.array(z.object({ id: z.string(), name: z.string() })),
  ...sent,
  existing_contact: z.boolean(),
})
export type SignedInReply = z.input<typeof signedInReply>

export const proveSignInCode = endpoint({
  name: 'proveSignInCode',
  method: 'POST',
  path: `${base}/validate_otp`,
  tag,
  summary: 'Sign in with the code that was sent',
  description: 'Good once. After five wrong ones it is dead. Wrong, over and used are answered alike.',
  access: 'app',
  effect: 'reads',
  body: z.strictObject({ code: text(20), auth_otp: text(100) }),
  reply: signedInReply,
  errors: [RequiredField, InvalidValue, WrongCode, TooManyAttempts],
})

const authenticateBody = z.strictObject({
  provider: z.enum(['EMAIL', 'PHONE']),
  username: optional(254).meta({ description: 'The e-mail address.' }),
  password: z.string().min(1).max(200).nullable().optional(),
  phone: phone.nullable().optional(),
})
export type AuthenticateBody = z.output<typeof authenticateBody>

export const authenticateContact = endpoint({
  name: 'authenticateContact',
  method: 'POST',
  path: `${base}/authenticate`,
  tag,
  summary: 'Sign in with a password, or be sent a code',
  description:
    'Without a password a code is sent, and the answer has auth_otp and no tokens. After ten wrong passwords within 15 minutes a contact has to wait; a code works meanwhile.',
  access: 'app',
  effect: 'reads',
  body: authenticateBody,
  reply: signedInReply,
  errors: [RequiredField, InvalidValue, InvalidState, InvalidLogin, TooManyAttempts, Busy],
})

export const refreshContactSession = endpoint({
  name: 'refreshContactSession',
  method: 'POST',
  path: `${base}/refresh`,
  tag,
  summary: 'Get the next tokens for a refresh token',
  description:
    'Send it as Authorization: Bearer or as refresh_token. It is good once: one that is used again ends the session, except that the one before the newest gets the newest once more for 30 seconds.',
  access: 'public',
  effect: 'reads',
  body: z.strictObject({ refresh_token: z.string().max(200).optional() }),
  reply: signedInReply,
  errors: [InvalidValue, Unauthorized],
})

const registerBody = z.strictObject({
  first_name: optional(100),
  last_name: optional(100),
  identification: z.strictObject({
    provider: z.enum(['EMAIL', 'PHONE']),
    email: optional(254),
    password: z.string().min(8, 'at least 8 characters are needed').max(200).nullable().optional(),
    phone: phone.nullable().optional(),
  }),
  'accept_terms_&_conditions': wire.flag.default(true),
  email_opt_out: wire.flag.optional(),
  sms_opt_out: wire.flag.optional().meta({
    description: 'Taken and not kept: no text message is sent but codes that are asked for.',
  }),
  referral_code: text(40).optional(),
  country_of_agreement: text(5).optional().meta({ description: 'Taken and not kept.' }),
  language_code: text(5).default('EN'),
})
export type RegisterBody = z.output<typeof registerBody>

export const registerContact = endpoint({
  name: 'registerContact',
  method: 'POST',
  path: `${base}/register`,
  tag,
  summary: 'Register as a contact, and be sent the code that proves the address',
  description:
    'The tokens come with validate_otp: nobody is let into a wallet under an address that they have not shown to be theirs. The password holds from then on as well. An address that a contact already has is refused; whoever it belongs to signs in with a code.',
  access: 'app',
  effect: 'reads',
  status: 201,
  body: registerBody,
  reply: signedInReply,
  errors: [RequiredField, InvalidValue, InvalidState, NotFound, IdentifierTaken, Busy],
})

export const signOutContact = endpoint({
  name: 'signOutContact',
  method: 'POST',
  path: `${base}/{id}/sign_out`,
  tag,
  summary: 'Sign out on this device',
  description: 'Its tokens are refused from now on, on other processes of the server within two seconds.',
  access: 'contact',
  effect: 'writes',
  status: 204,
  params: wire.idParams,
  body: z.strictObject({
    redirect_url: z
      .string()
      .max(2_000)
      .optional()
      .meta({ description: 'Taken for old clients; does nothing.' }),
    rredirectUrl: z.string().max(2_000).optional().meta({ description: 'The same.' }),
  }),
  reply: z.null(),
  errors: [InvalidValue, NotFound],
})

export const contactExists = endpoint({
  name: 'contactExists',
  method: 'GET',
  path: base,
  tag,
  summary:
    'Ask whether somebody is registered under an address, to choose between registering and signing in',
  access: 'app',
  effect: 'reads',
  query: z.strictObject({ email_address: text(254).optional(), phone: text(40).optional() }),
  reply: z.object({ contact_exists: z.boolean() }),
  errors: [InvalidValue, RequiredField],
})
