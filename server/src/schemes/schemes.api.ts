import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { SCHEME_STATES, SIGN_UP_METHODS, SIGN_UP_OPTIONS } from './scheme.ts'

const tag = 'Reward schemes'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)

const DOMAIN = /^(?=.{1,253}$)[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u
const emailDomain = z
  .string()
  .trim()
  .transform((text) => text.replace(/^@/, '').toLowerCase())
  .pipe(z.string().regex(DOMAIN, 'a domain such as "acme.example" is needed'))

const details = {
  code: code.optional(),
  description: z.string().max(2_000).nullable().optional(),
  sign_up_option: z.enum(SIGN_UP_OPTIONS).optional().meta({
    description: 'AUTO_SIGN_UP, unless given: everybody takes part who did not sign out.',
  }),
  sign_up_method: z.enum(SIGN_UP_METHODS).nullable().optional().meta({
    description: 'What shows that a contact belongs to a closed loop.',
  }),
  email_domains: z
    .array(emailDomain)
    .max(1_000)
    .transform((domains) => [...new Set(domains)])
    .nullable()
    .optional()
    .meta({ description: 'For EMAIL_DOMAIN; subdomains do not count.' }),
  state: z.enum(SCHEME_STATES).optional().meta({
    description: 'The offers of an INACTIVE scheme are for nobody, and nobody signs up to it.',
  }),
}

const schemeChange = z.strictObject({ name: name.optional(), ...details })
export type SchemeChange = z.output<typeof schemeChange>

const schemeReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  sign_up_option: z.enum(SIGN_UP_OPTIONS),
  sign_up_method: z.enum(SIGN_UP_METHODS).nullable(),
  email_domains: z.array(z.string()).readonly(),
  state: z.enum(SCHEME_STATES),
  created_on: wire.epoch,
})
export type SchemeReply = z.input<typeof schemeReply>

export const listSchemes = endpoint({
  name: 'listRewardSchemes',
  method: 'GET',
  path: '/backoffice/v2/reward_schemes',
  tag,
  summary: 'List reward schemes, newest first',
  access: 'offers:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    code: code.optional(),
    state: z.enum(SCHEME_STATES).optional(),
    search_value: z.string().trim().min(3).max(100).optional().meta({ description: 'Part of code or name.' }),
  }),
  reply: wire.pageReply(schemeReply),
  errors: [InvalidValue],
})

export const getScheme = endpoint({
  name: 'getRewardScheme',
  method: 'GET',
  path: '/backoffice/v2/reward_schemes/{id}',
  tag,
  summary: 'Read a reward scheme by id or code',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: schemeReply,
  errors: [NotFound],
})

export const createScheme = endpoint({
  name: 'createRewardScheme',
  method: 'POST',
  path: '/backoffice/v2/reward_schemes',
  tag,
  summary: 'Create a reward scheme: who its offers are for',
  access: 'offers:write',
  effect: 'writes',
  body: z.strictObject({ name, ...details }),
  reply: schemeReply,
  errors: [RequiredField, InvalidValue, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateScheme = endpoint({
  name: 'updateRewardScheme',
  method: 'PUT',
  path: '/backoffice/v2/reward_schemes/{id}',
  tag,
  summary: 'Change a reward scheme',
  description: [
    'What is left out stays; null clears. Who has signed up or out has done so for every way to sign up:',
    'a change of it lets nobody in or out who did either.',
  ].join(' '),
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: schemeChange,
  reply: schemeReply,
  errors: [RequiredField, InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const deleteScheme = endpoint({
  name: 'deleteRewardScheme',
  method: 'DELETE',
  path: '/backoffice/v2/reward_schemes/{id}',
  tag,
  summary: 'Delete a reward scheme to which nobody signed up and that no offer names',
  description: 'Others can be made INACTIVE. Again, by id: the same answer.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  reply: schemeReply,
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
