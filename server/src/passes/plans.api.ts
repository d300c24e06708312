import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { CODE_TYPES } from './pass-code.ts'
import { CLASSIFICATIONS, PASS_CODE_TYPES, PLAN_STATES, VALIDITY_UNITS } from './pass-plan.ts'

const tag = 'Pass plans'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)
const uses = wire.integerFrom(1, 1_000_000_000)

const classification = z.enum(CLASSIFICATIONS).meta({
  description:
    'A PROMOTION pass opens the offers that name its plan. GIFT and TOPUP passes put their money into a wallet, once. It stays.',
})

const poolReference = z
  .strictObject({ id: code.optional(), code: code.optional() })
  .refine((named) => (named.id === undefined) !== (named.code === undefined), {
    error: 'send the id or the code of one commerce pool',
  })

const moneyTerms = {
  value_type: z.enum(['FIXED', 'VARIABLE']).optional().meta({
    description: 'Of GIFT and TOPUP: all passes carry the same value, or each its own.',
  }),
  value: wire.decimal.optional().meta({ description: 'What each pass carries, if FIXED.' }),
  minimum_value: wire.decimal
    .optional()
    .meta({ description: 'The least that a pass may carry, if VARIABLE.' }),
  maximum_value: wire.decimal
    .optional()
    .meta({ description: 'The most that a pass may carry, if VARIABLE.' }),
  credit_wallet_balance: z.enum(['OPEN', 'COMMERCE']).optional().meta({
    description: 'Into which balance the money goes; COMMERCE without a commerce_pool: the default pool.',
  }),
  commerce_pool: poolReference.nullable().optional().meta({
    description: 'Where and how long the money may be spent, of passes made from now on. null: open money.',
  }),
}

const validity = z
  .discriminatedUnion(
    'type',
    [
      z.strictObject({
        type: z.literal('PERIOD'),
        count: wire.integerFrom(1, 1_200),
        unit: z.enum(VALIDITY_UNITS),
      }),
      z.strictObject({ type: z.literal('DATE'), fixed_date: wire.time }),
      z.strictObject({ type: z.literal('ALWAYS') }),
    ],
    { error: 'a type is needed: PERIOD, DATE or ALWAYS' },
  )
  .meta({
    description:
      'How long passes are valid that are made from now on: so long after they are made, until a date, or always.',
  })
export type SentValidity = z.output<typeof validity>

const affix = z
  .string()
  .max(20)
  .regex(/^[^\s\p{C}]*$/u, 'visible characters without spaces are needed')
const codeFormat = z
  .strictObject({
    type: z.enum(CODE_TYPES).optional(),
    length: wire.integerFrom(7, 16).optional().meta({ description: 'Without prefix and suffix; 12.' }),
    prefix: affix.optional(),
    suffix: affix.optional(),
  })
  .meta({ description: 'How codes are made up for passes that are sent without one; ALPHANUMERIC.' })
export type SentFormat = z.output<typeof codeFormat>

const terms = {
  description: z.string().max(2_000).nullable().optional(),
  classification: classification.optional(),
  state: z.enum(PLAN_STATES).optional().meta({ description: 'Passes of an INACTIVE plan cannot be used.' }),
  pass_code_type: z.enum(PASS_CODE_TYPES).optional().meta({
    description: 'SINGLE: each pass has its own code. MULTIPLE: one code is for everybody.',
  }),
  maximum_usage: uses.nullable().optional().meta({
    description:
      'How often one pass may be used in all, null without limit; at first once if SINGLE, without limit if MULTIPLE.',
  }),
  maximum_usage_per_contact: uses
    .nullable()
    .optional()
    .meta({ description: 'How often one contact may use one pass.' }),
  validity: validity.nullable().optional(),
  code_format: codeFormat.nullable().optional(),
  ...moneyTerms,
}

const planBody = z.strictObject({ code: code.optional(), name, ...terms })
const planChange = z.strictObject({ code: code.optional(), name: name.optional(), ...terms })
export type PlanBody = z.output<typeof planBody>
export type PlanChange = z.output<typeof planChange>

const planReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  classification: z.enum(CLASSIFICATIONS),
  state: z.enum(PLAN_STATES),
  pass_code_type: z.enum(PASS_CODE_TYPES),
  maximum_usage: z.int().nullable(),
  maximum_usage_per_contact: z.int().nullable(),
  validity: z.object({
    type: z.enum(['PERIOD', 'DATE', 'ALWAYS']),
    count: z.int().nullable(),
    unit: z.enum(VALIDITY_UNITS).nullable(),
    fixed_date: wire.epoch.nullable(),
  }),
  code_format: z.object({
    type: z.enum(CODE_TYPES),
    length: z.int(),
    prefix: z.string().nullable(),
    suffix: z.string().nullable(),
  }),
  value_type: z.enum(['FIXED', 'VARIABLE']).nullable().meta({ description: 'null: no money.' }),
  value: wire.amount.nullable(),
  minimum_value: wire.amount.nullable(),
  maximum_value: wire.amount.nullable(),
  currency_code: z.string(),
  credit_wallet_balance: z.enum(['OPEN', 'COMMERCE']).nullable().meta({ description: 'null: no money.' }),
  commerce_pool: z.object({ id: z.string(), name: z.string() }).nullable(),
  created_on: wire.epoch,
})
export type PlanReply = z.input<typeof planReply>

export const listPlans = endpoint({
  name: 'listPassPlans',
  method: 'GET',
  path: '/backoffice/v2/pass_plans',
  tag,
  summary: 'List pass plans, newest first',
  access: 'offers:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    code: code.optional(),
    state: z.enum(PLAN_STATES).optional(),
    classification: z.enum(CLASSIFICATIONS).optional(),
    search_value: z.string().trim().min(3).max(100).optional().meta({ description: 'Part of code or name.' }),
  }),
  reply: wire.pageReply(planReply),
  errors: [InvalidValue],
})

export const getPlan = endpoint({
  name: 'getPassPlan',
  method: 'GET',
  path: '/backoffice/v2/pass_plans/{id}',
  tag,
  summary: 'Read a pass plan by id or code',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: planReply,
  errors: [NotFound],
})

export const createPlan = endpoint({
  name: 'createPassPlan',
  method: 'POST',
  path: '/backoffice/v2/pass_plans',
  tag,
  summary: 'Create a pass plan: how often and how long its passes may be used',
  access: 'offers:write',
  effect: 'writes',
  body: planBody,
  reply: planReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AlreadyExists,
    InvalidState,
    Forbidden,
    IdempotencyKeyReused,
  ],
})

export const updatePlan = endpoint({
  name: 'updatePassPlan',
  method: 'PUT',
  path: '/backoffice/v2/pass_plans/{id}',
  tag,
  summary: 'Change a pass plan',
  description: [
    'What is left out stays as it is, null clears. State and usage hold at once, validity and code format',
    'for passes that are made from now on. The code type stays once there are passes.',
  ].join(' '),
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: planChange,
  reply: planReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AlreadyExists,
    InvalidState,
    Forbidden,
    IdempotencyKeyReused,
  ],
})

export const deletePlan = endpoint({
  name: 'deletePassPlan',
  method: 'DELETE',
  path: '/backoffice/v2/pass_plans/{id}',
  tag,
  summary: 'Delete a pass plan that has no passes and that no offer names',
  description: 'Again: the same answer.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string(), code: z.string(), deleted_on: wire.epoch }),
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
