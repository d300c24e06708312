import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import {
  ORGANISATION_STATES,
  ORGANISATION_TYPES,
  REDEEM_MODES,
  REDUCTION_METHODS,
  SELF_SUBMITTED,
} from './organisation.ts'

const tag = 'Organisations'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)
const state = z.enum(ORGANISATION_STATES)

// The codes printed on receipts are joined by semicolons.
const tapCode = code.refine((text) => !text.includes(';'), 'no semicolon may be in it')
const taps = z
  .array(z.strictObject({ code: tapCode, name: name.optional() }))
  .max(100)
  .meta({ description: 'Numbers under which tills know the merchant or venue, as printed on receipts.' })

const settings = z.strictObject({
  reduction_method: z.enum(REDUCTION_METHODS).nullable().optional(),
  accepts_days_back: wire.integerFrom(0, 36_500).nullable().optional(),
  accepts_minutes_ahead: wire.integerFrom(0, 1_440).nullable().optional(),
  grace_days: wire.integerFrom(0, 365).nullable().optional(),
  claim_days: wire.integerFrom(0, 3_650).nullable().optional().meta({
    description: 'For how many days after the purchase its receipt may be claimed: 30 unless it is set.',
  }),
  claims_per_day: wire.integerFrom(0, 10_000).nullable().optional().meta({
    description: 'How many receipts a contact may claim at a merchant within 24 hours: 10 unless it is set.',
  }),
  claims_per_day_in_all: wire.integerFrom(0, 10_000).nullable().optional().meta({
    description: 'The same in the whole business, which sets it: 30 unless it does.',
  }),
  self_submitted_purchases: z.enum(SELF_SUBMITTED).nullable().optional().meta({
    description:
      'What becomes of a claimed receipt that no till has sent. ACCEPT: it is awarded at once. HOLD (unless it is set): when the till sends it, or somebody approves it. REFUSE: it is not taken.',
  }),
  self_submitted_up_to: wire.decimal.nullable().optional().meta({
    description: 'With ACCEPT: receipts above this amount are held all the same.',
  }),
  minimum_spend: wire.decimal.nullable().optional(),
  maximum_spend: wire.decimal.nullable().optional(),
  token_minutes: wire
    .integerFrom(1, 60)
    .nullable()
    .optional()
    .meta({ description: 'For how long a one-time code may be used: 5 unless the business says so.' }),
  dynamic_wallet_code: wire.flag.nullable().optional().meta({
    description: 'Whether wallets show a code that changes every minute. The business says so for all.',
  }),
  allows_automatic_spend: wire.flag
    .nullable()
    .optional()
    .meta({ description: 'Whether wallets may pay here without a request, as their contacts prefer.' }),
  automatic_spend: wire.flag
    .nullable()
    .optional()
    .meta({ description: 'Whether they do for contacts who never said.' }),
  automatic_spend_minimum_balance: wire.decimal.nullable().optional(),
  automatic_spend_from_purchase: wire.decimal.nullable().optional(),
  automatic_spend_maximum: wire.decimal.nullable().optional(),
  redeem_method: z.enum(REDEEM_MODES).nullable().optional().meta({
    description:
      'AUTOMATIC: each purchase turns the commerce money that might pay it, and does not, into open money. ON_REQUEST: when the purchase asks with `redeem_request`. ON_SPEND: never, as it is only spent.',
  }),
  adjustment_approval_above: wire.decimal.nullable().optional().meta({
    description:
      'Corrections of wallets by hand above this amount wait for a second approval: 100 of the currency unless the business says so.',
  }),
})

const organisationReply = z.object({
  id: z.string(),
  type: z.enum(ORGANISATION_TYPES),
  code: z.string(),
  name: z.string(),
  state,
  time_zone: z.string(),
  parent: z.object({ id: z.string(), name: z.string() }).nullable(),
  taps: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })).readonly(),
  settings: z
    .object({
      reduction_method: z.enum(REDUCTION_METHODS).optional(),
      accepts_days_back: z.int().optional(),
      accepts_minutes_ahead: z.int().optional(),
      grace_days: z.int().optional(),
      claim_days: z.int().optional(),
      claims_per_day: z.int().optional(),
      claims_per_day_in_all: z.int().optional(),
      self_submitted_purchases: z.enum(SELF_SUBMITTED).optional(),
      self_submitted_up_to: wire.amount.optional(),
      minimum_spend: wire.amount.optional(),
      maximum_spend: wire.amount.optional(),
      token_minutes: z.int().optional(),
      dynamic_wallet_code: z.boolean().optional(),
      allows_automatic_spend: z.boolean().optional(),
      automatic_spend: z.boolean().optional(),
      automatic_spend_minimum_balance: wire.amount.optional(),
      automatic_spend_from_purchase: wire.amount.optional(),
      automatic_spend_maximum: wire.amount.optional(),
      redeem_method: z.enum(REDEEM_MODES).optional(),
      adjustment_approval_above: wire.amount.optional(),
    })
    .meta({ description: 'What is set here; for the rest the parent decides.' }),
  currency_code: z.string(),
  created_on: wire.epoch,
})
export type OrganisationReply = z.input<typeof organisationReply>

export const listOrganisations = endpoint({
  name: 'listOrganisations',
  method: 'GET',
  path: '/backoffice/v2/organisations',
  tag,
  summary: 'List the business, its merchants and their venues',
  description: 'A key of one merchant or venue sees only that and what is below it.',
  access: 'organisations:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    type: z.enum(ORGANISATION_TYPES).optional(),
    parent_id: wire.guid.optional(),
    search_value: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Part of the name or code.' }),
    tap_code: code.optional(),
    state: state.optional(),
  }),
  reply: wire.pageReply(organisationReply),
  errors: [InvalidValue],
})

export const getOrganisation = endpoint({
  name: 'getOrganisation',
  method: 'GET',
  path: '/backoffice/v2/organisations/{id}',
  tag,
  summary: 'Read an organisation by id or code',
  access: 'organisations:read',
  effect: 'reads',
  params: wire.idParams,
  reply: organisationReply,
  errors: [InvalidValue, NotFound],
})

export const createOrganisation = endpoint({
  name: 'createOrganisation',
  method: 'POST',
  path: '/backoffice/v2/organisations',
  tag,
  summary: 'Add a merchant or a venue',
  access: 'organisations:write',
  effect: 'writes',
  body: z.strictObject({
    type: z.enum(['MERCHANT', 'VENUE']),
    name,
    code: code.optional().meta({ description: 'Made up when it is left out.' }),
    parent: z.strictObject({ id: wire.identifier.optional(), code: code.optional() }).optional().meta({
      description: 'The business unless it is said; a venue may be of the business or of a merchant.',
    }),
    time_zone: wire.timeZone.optional().meta({ description: "The parent's unless it is said." }),
    taps: taps.optional(),
    settings: settings.optional(),
  }),
  reply: organisationReply,
  errors: [InvalidValue, RequiredField, NotFound, AlreadyExists, IdempotencyKeyReused],
})

export const updateOrganisation = endpoint({
  name: 'updateOrganisation',
  method: 'PUT',
  path: '/backoffice/v2/organisations/{id}',
  tag,
  summary: 'Change an organisation',
  description:
    'What is left out stays. A setting of null takes the parent’s again. Taps are added, never removed.',
  access: 'organisations:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    name: name.optional(),
    time_zone: wire.timeZone.optional(),
    state: state.optional(),
    taps: taps.optional(),
    settings: settings.optional(),
  }),
  reply: organisationReply,
  errors: [InvalidValue, RequiredField, NotFound, AlreadyExists, IdempotencyKeyReused],
})
