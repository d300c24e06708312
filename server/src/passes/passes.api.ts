import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { PASS_STATES } from './pass-plan.ts'

const tag = 'Passes'
const text = (most: number) => z.string().trim().min(1).max(most)

const passCode = z
  .string()
  .trim()
  .regex(/^[^\s\p{C}]{1,100}$/u, 'up to 100 visible characters without spaces are needed')
  .meta({ description: 'Read in any case, kept in capitals.' })

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
  .refine((named) => Object.values(named).filter((value) => value !== undefined).length === 1, {
    error: 'one of id, code, cim, wallet_code, phone, email, loyalty_identifier is needed',
  })
  .meta({ description: 'The only contact that may use the pass, by one means of identification.' })
export type NamedContact = z.output<typeof contact>

const MOST = 1_000
const passBody = z
  .strictObject({
    pass_plan_id: wire.identifier.meta({ description: 'Id or code of the plan.' }),
    code: passCode.optional(),
    pin: z
      .string()
      .regex(/^[0-9A-Za-z]{4,16}$/, '4 to 16 letters and digits are needed')
      .optional()
      .meta({ description: 'Asked for with the pass; kept as a hash only.' }),
    contact: contact.optional(),
    count: wire
      .integerFrom(1, MOST)
      .default(1)
      .meta({ description: 'So many passes with codes that are made up.' }),
  })
  .refine(({ code, count }) => code === undefined || count === 1, {
    path: ['count'],
    error: 'a code is for one pass; leave out the code or the count',
  })
  .refine(({ pin, count }) => pin === undefined || count === 1, {
    path: ['count'],
    error: 'a pin is for one pass; leave out the pin or the count',
  })
export type PassBody = z.output<typeof passBody>

const passQuery = z
  .strictObject({
    ...wire.listQuery,
    code: passCode.optional(),
    pass_code: passCode.optional().meta({ description: 'The same as code.' }),
    pass_plan: wire.identifier.optional().meta({ description: 'Id or code of the plan.' }),
    state: z.enum(PASS_STATES).optional(),
    contact: wire.identifier.optional().meta({ description: 'Id, code or any identifier.' }),
  })
  .refine(({ code, pass_code }) => code === undefined || pass_code === undefined, {
    path: ['pass_code'],
    error: 'send code or pass_code, not both',
  })
export type PassQuery = z.output<typeof passQuery>

const passReply = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum(PASS_STATES),
  pass_plan: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  contact: z.object({ id: z.string(), code: z.string() }).nullable(),
  has_pin: z.boolean(),
  valid_from: wire.epoch,
  valid_to: wire.epoch.nullable().meta({ description: 'The first instant at which it is no longer valid.' }),
  maximum_usage: z.int().nullable(),
  maximum_usage_per_contact: z.int().nullable(),
  used: z.int().meta({ description: 'How often it was used, by purchases that stand.' }),
  created_on: wire.epoch,
})
export type PassReply = z.input<typeof passReply>

export const createPasses = endpoint({
  name: 'createPasses',
  method: 'POST',
  path: '/backoffice/v2/passes',
  tag,
  summary: 'Create a pass, or up to 1,000 with codes that are made up',
  description: 'The answer is the first pass, with the codes of all in `passes`.',
  access: 'offers:write',
  effect: 'writes',
  body: passBody,
  status: 201,
  reply: passReply.extend({
    passes: z.array(z.object({ id: z.string(), code: z.string() })).readonly(),
  }),
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AlreadyExists,
    AmbiguousIdentifier,
    InvalidState,
    Forbidden,
    IdempotencyKeyReused,
  ],
})

export const listPasses = endpoint({
  name: 'listPasses',
  method: 'GET',
  path: '/backoffice/v2/passes',
  tag,
  summary: 'List passes, newest first',
  access: 'offers:read',
  effect: 'reads',
  query: passQuery,
  reply: wire.pageReply(passReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})
export const getPass = endpoint({
  name: 'getPass',
  method: 'GET',
  path: '/backoffice/v2/passes/{id}',
  tag,
  summary: 'Read a pass by id or code',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: passReply,
  errors: [NotFound],
})

export const setPassState = endpoint({
  name: 'updatePass',
  method: 'PUT',
  path: '/backoffice/v2/passes/{id}',
  tag,
  summary: 'Take a pass out of use, or into use again',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ state: z.enum(PASS_STATES) }),
  reply: passReply,
  errors: [RequiredField, InvalidValue, NotFound, Forbidden, IdempotencyKeyReused],
})
