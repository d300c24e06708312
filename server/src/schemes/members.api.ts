import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { signUpCode } from './codes.api.ts'
import { SCHEME_STATES, SIGN_UP_METHODS, SIGN_UP_OPTIONS } from './scheme.ts'

const path = '/backoffice/v2/contacts/{id}/reward_schemes'
const tag = 'Contacts'

// The contract's own examples write these actions in more ways than one.
const action = z
  .enum(['SIGN_UP', 'SIGN_OUT', 'SIGNUP', 'SIGNOUT', 'SIGNOFF'])
  .transform((written) => (written.endsWith('UP') ? ('SIGN_UP' as const) : ('SIGN_OUT' as const)))

const memberReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  sign_up_option: z.enum(SIGN_UP_OPTIONS),
  sign_up_method: z.enum(SIGN_UP_METHODS).nullable(),
  state: z.enum(SCHEME_STATES),
  is_signed: z.boolean(),
  action: z.enum(['SIGN_UP', 'SIGN_OUT']).nullable().meta({
    description: 'What the contact did last; null for who takes part without having done anything.',
  }),
  signed_up_on: wire.epoch.nullable(),
  signed_out_on: wire.epoch.nullable(),
})
export type MemberReply = z.input<typeof memberReply>

export const changeMembership = endpoint({
  name: 'changeContactMembership',
  method: 'POST',
  path,
  tag,
  summary: 'Sign a contact up to a reward scheme, or out of it',
  description: [
    'Who takes part already stays as before, and no code is used up.',
    'A code that the contact has used lets the same contact in again.',
  ].join(' '),
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    reward_scheme_id: wire.identifier.meta({ description: 'Id or code of the scheme.' }),
    action: action.default('SIGN_UP'),
    sign_up_code: signUpCode.optional().meta({ description: 'For a closed loop with codes.' }),
  }),
  reply: memberReply,
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, InvalidState, IdempotencyKeyReused],
})

export const listContactSchemes = endpoint({
  name: 'listContactSchemes',
  method: 'GET',
  path,
  tag,
  summary: 'List the reward schemes in which a contact takes part',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    ...wire.listQuery,
    is_signed: wire.flag.default(true).meta({ description: 'false: those in which it does not.' }),
  }),
  reply: wire.pageReply(memberReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})
