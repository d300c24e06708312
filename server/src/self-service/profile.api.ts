import { z } from 'zod'
import { IdentifierTaken } from '../contacts/index.ts'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound } from '../kit/error.ts'
import { optional } from './sign-in.api.ts'

const tag = 'Self-service'
const path = '/self-service/v2/contacts/{id}'

const monthAndDay = { month: wire.integerFrom(1, 12), day: wire.integerFrom(1, 31) }
const dayOfLife = { year: wire.integerFrom(1900, 9999), ...monthAndDay }

const profileReply = z.object({
  id: z.string(),
  code: z.string(),
  type: z.string(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  language_code: z.string(),
  email: z.string().nullable(),
  phone: z.object({ type: z.string(), country_code: z.string().nullable(), number: z.string() }).nullable(),
  demographics: z.object({
    name_day: z.object({ month: z.int(), day: z.int() }).nullable(),
    date_of_birth: z.object({ year: z.int(), month: z.int(), day: z.int() }).nullable(),
  }),
  referral_code: z.string(),
  email_opt_out: z.boolean(),
  loyalty_identifiers: z.array(z.object({ identifier: z.string() })),
  wallet: z.object({ id: z.string(), code: z.string() }),
})
export type ProfileReply = z.input<typeof profileReply>

export const getProfile = endpoint({
  name: 'getProfile',
  method: 'GET',
  path,
  tag,
  summary: 'Read what is known of oneself',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  reply: profileReply,
  errors: [NotFound],
})

const profileBody = z.strictObject({
  id: wire.identifier.optional().meta({ description: 'That of the path, if it is sent.' }),
  first_name: optional(100),
  last_name: optional(100),
  language_code: optional(5),
  email: z.string().trim().min(1).max(254).optional().meta({
    description: 'Takes the place of the address that is shown.',
  }),
  phone: z
    .strictObject({
      type: z.string().trim().min(1).max(30),
      country_code: z.string().trim().min(1).max(5).optional(),
      number: z.string().trim().min(1).max(40),
    })
    .optional()
    .meta({ description: 'Takes the place of the number that is shown.' }),
  demographics: z
    .strictObject({
      date_of_birth: z.strictObject(dayOfLife).nullable().optional(),
      name_day: z.strictObject(monthAndDay).nullable().optional(),
    })
    .optional(),
  sms_opt_out: wire.flag.optional().meta({
    description: 'Taken and not kept: no text message is sent but codes that are asked for.',
  }),
  email_opt_out: wire.flag.optional(),
})
export type ProfileBody = z.output<typeof profileBody>

export const updateProfile = endpoint({
  name: 'updateProfile',
  method: 'PUT',
  path,
  tag,
  summary: 'Change what is known of oneself',
  description: 'What is left out stays; null clears.',
  access: 'contact',
  effect: 'writes',
  params: wire.idParams,
  body: profileBody,
  reply: z.object({ id: z.string() }),
  errors: [InvalidValue, NotFound, IdentifierTaken, IdempotencyKeyReused],
})

export const deleteProfile = endpoint({
  name: 'deleteProfile',
  method: 'DELETE',
  path,
  tag,
  summary: 'Have oneself forgotten',
  description:
    'Everything that tells who the contact is goes, and every session with it; nothing brings it back. Refused while an order, payout or claim is under way, and while the wallet holds or owes money unless `leave_money=true`: it is lost then.',
  access: 'contact',
  effect: 'writes',
  params: wire.idParams,
  query: z.strictObject({ leave_money: wire.flag.default(false) }),
  reply: z.object({ id: z.string() }),
  errors: [InvalidValue, NotFound, InvalidState],
})
