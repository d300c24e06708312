import { z } from 'zod'
import {
  AWARD_BASES,
  awardBody,
  awardReply,
  conditionBody,
  conditionReply,
  namedReply,
  OFFER_GOALS,
  OFFER_STATES,
  OFFER_TYPES,
  PERIODS,
  PHASES,
  PROGRESS_OF,
  PROGRESS_PER,
  REDEEM_METHODS,
  reference,
} from '../engine/index.ts'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { validity } from '../kit/validity.ts'

const tag = 'Reward offers'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)

const quota = z
  .strictObject({
    amount: wire.decimal.optional(),
    uses: wire.integerFrom(1, 1_000_000).optional(),
    period: z.enum(PERIODS).default('EVER'),
  })
  .refine((each) => each.amount !== undefined || each.uses !== undefined, {
    error: 'an amount or a number of uses is needed',
  })

const limits = z.strictObject({
  budget: wire.decimal.optional().meta({ description: 'Most that all awards together may be.' }),
  per_period: quota.optional().meta({ description: 'Of all contacts together in a period.' }),
  per_contact: quota.optional(),
  per_venue: quota.optional().meta({ description: 'At one venue; at the merchant where no venue is named.' }),
})

const progress = z
  .strictObject({
    of: z.enum(PROGRESS_OF).meta({ description: 'Money spent, purchases made, or pieces bought.' }),
    target: wire.decimal,
    period: z.enum(PERIODS).default('EVER'),
    per: z.enum(PROGRESS_PER).default('CONTACT'),
    repeats: wire.flag.default(true).meta({
      description: 'true: each time that the target is reached; false: once in the period.',
    }),
    on_accumulated: wire.flag.default(false).meta({
      description: 'true: the award is reckoned on all that was counted, not on the last purchase alone.',
    }),
  })
  .refine(({ of, on_accumulated }) => of === 'AMOUNT' || !on_accumulated, {
    error: 'only a goal of AMOUNT can be awarded on all that was counted',
    path: ['on_accumulated'],
  })

const availability = z.strictObject({
  from: wire.time.nullable().optional().meta({ description: 'First instant; without it, at once.' }),
  to: wire.time
    .nullable()
    .optional()
    .meta({ description: 'First instant that is too late; without it, for ever.' }),
})

const optional = {
  code: code.optional(),
  description: z.string().max(2_000).nullable().optional(),
  goal: z.enum(OFFER_GOALS).optional(),
  type: z
    .enum(OFFER_TYPES)
    .optional()
    .meta({ description: 'Without it: HAPPYHOUR with timings, else DISCOUNT.' }),
  availability: availability.nullable().optional(),
  conditions: z
    .array(conditionBody)
    .max(20)
    .nullable()
    .optional()
    .meta({ description: 'All must hold; without any, every purchase earns.' }),
  scheme: reference
    .nullable()
    .optional()
    .meta({ description: 'Only members of this scheme are judged; without it everybody.' }),
  progress: progress
    .nullable()
    .optional()
    .meta({ description: 'A goal that several purchases reach together.' }),
  redeem_method: z
    .enum(REDEEM_METHODS)
    .optional()
    .meta({ description: 'DEFERRED: back to the wallet; INSTANT: off the price of this purchase.' }),
  before_discounts: wire.flag
    .optional()
    .meta({ description: "true: the award is reckoned as if the till's discount had not been given." }),
  exclusive_group: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .nullable()
    .optional()
    .meta({ description: 'Of a group only the best offer is awarded, beside those of other groups.' }),
  available_after: wire.validity
    .nullable()
    .optional()
    .meta({ description: 'The award can be spent only after so long.' }),
  award_base: z
    .enum(AWARD_BASES)
    .optional()
    .meta({ description: 'With tax (GROSS, the default) or before it.' }),
  commerce_pool: reference
    .nullable()
    .optional()
    .meta({ description: 'Where the award may be spent; without it, the default pool.' }),
  expires_after: wire.validity
    .nullable()
    .optional()
    .meta({ description: "Without it, the pool's validity." }),
  funder: reference.nullable().optional().meta({ description: 'Who pays; without it, the business.' }),
  limits: limits.nullable().optional(),
  priority: wire.integerFrom(0, 1_000).optional().meta({ description: 'Higher first; 0 without it.' }),
  on_top: wire.flag
    .optional()
    .meta({ description: 'true: always awarded; false: only the best of such offers is.' }),
}

const offerBody = z.strictObject({
  name,
  award: awardBody,
  state: z.enum(['DRAFT', 'ACTIVE']).default('DRAFT'),
  ...optional,
})
export const offerChange = z.strictObject({ name: name.optional(), award: awardBody.optional(), ...optional })
export type OfferBody = z.output<typeof offerBody>
export type OfferChange = z.output<typeof offerChange>

const quotaReply = z
  .object({ amount: wire.amount.nullable(), uses: z.int().nullable(), period: z.enum(PERIODS) })
  .nullable()

const termsReply = {
  name: z.string(),
  description: z.string().nullable(),
  goal: z.enum(OFFER_GOALS),
  type: z.enum(OFFER_TYPES),
  version: z.int(),
  sentence: z.string().meta({ description: 'The whole offer in words.' }),
  currency_code: z.string(),
  availability: z.object({ from: wire.epoch.nullable(), to: wire.epoch.nullable() }),
  conditions: z.array(conditionReply),
  scheme: namedReply.nullable(),
  progress: z
    .object({
      of: z.enum(PROGRESS_OF),
      target: z.number(),
      period: z.enum(PERIODS),
      per: z.enum(PROGRESS_PER),
      repeats: z.boolean(),
      on_accumulated: z.boolean(),
    })
    .nullable(),
  award: awardReply,
  redeem_method: z.enum(REDEEM_METHODS),
  award_base: z.enum(AWARD_BASES),
  before_discounts: z.boolean(),
  exclusive_group: z.string().nullable(),
  available_after: validity.nullable(),
  commerce_pool: namedReply,
  expires_after: validity.nullable(),
  funder: namedReply,
  owner: z.object({ id: z.string(), name: z.string() }),
  limits: z.object({
    budget: wire.amount.nullable(),
    per_period: quotaReply,
    per_contact: quotaReply,
    per_venue: quotaReply,
  }),
  priority: z.int(),
  on_top: z.boolean(),
}

const offerReply = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum(OFFER_STATES),
  phase: z
    .enum(PHASES)
    .meta({ description: 'Where it stands in its life now: an ACTIVE offer waits, runs or is over.' }),
  ...termsReply,
  budget_used: wire.amount.nullable().meta({ description: 'Of the budget, by awards that stand.' }),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type OfferReply = z.input<typeof offerReply>

const versionReply = z.object({
  id: z.string(),
  ...termsReply,
  is_current: z.boolean(),
  created_on: wire.epoch,
})
export type VersionReply = z.input<typeof versionReply>

export const listOffers = endpoint({
  name: 'listRewardOffers',
  method: 'GET',
  path: '/backoffice/v2/reward_offers',
  tag,
  summary: 'List offers, newest first',
  access: 'offers:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    code: code.optional(),
    state: z.enum(OFFER_STATES).optional(),
    type: z.enum(OFFER_TYPES).optional(),
    goal: z.enum(OFFER_GOALS).optional(),
    funder: code.optional().meta({ description: 'Id or code of the organisation that pays.' }),
    search_value: z.string().trim().min(3).max(100).optional().meta({ description: 'Part of code or name.' }),
  }),
  reply: wire.pageReply(offerReply),
  errors: [InvalidValue, NotFound],
})

export const getOffer = endpoint({
  name: 'getRewardOffer',
  method: 'GET',
  path: '/backoffice/v2/reward_offers/{id}',
  tag,
  summary: 'Read an offer by id or code',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: offerReply,
  errors: [NotFound],
})

export const listVersions = endpoint({
  name: 'listRewardOfferVersions',
  method: 'GET',
  path: '/backoffice/v2/reward_offers/{id}/versions',
  tag,
  summary: 'List the versions of an offer, newest first',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(versionReply),
  errors: [InvalidValue, NotFound],
})

export const createOffer = endpoint({
  name: 'createRewardOffer',
  method: 'POST',
  path: '/backoffice/v2/reward_offers',
  tag,
  summary: 'Create an offer: what a purchase must be, and what it earns',
  description: 'A DRAFT unless `state` is ACTIVE. Amounts are decimals in the currency of the business.',
  access: 'offers:write',
  effect: 'writes',
  body: offerBody,
  reply: offerReply,
  errors: [RequiredField, InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateOffer = endpoint({
  name: 'updateRewardOffer',
  method: 'PUT',
  path: '/backoffice/v2/reward_offers/{id}',
  tag,
  summary: 'Change an offer: makes a new version',
  description:
    'What is left out stays as it is; null takes the default. Purchases keep pointing at the version that judged them. A change that changes nothing makes no version.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: offerChange,
  reply: offerReply,
  errors: [InvalidValue, NotFound, AlreadyExists, InvalidState, Forbidden, IdempotencyKeyReused],
})

export const setOfferState = endpoint({
  name: 'setRewardOfferState',
  method: 'POST',
  path: '/backoffice/v2/reward_offers/{id}/life_cycle_state',
  tag,
  summary: 'Start, pause or end an offer',
  description:
    'The next purchase is judged by it: no purchase is awarded by an offer that was paused before it. What has ENDED never runs again.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ life_cycle_state: z.enum(['ACTIVE', 'INACTIVE', 'ENDED']) }),
  reply: offerReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

export const putOfferState = endpoint({ ...setOfferState, name: 'putRewardOfferState', method: 'PUT' })

export const deleteOffer = endpoint({
  name: 'deleteRewardOffer',
  method: 'DELETE',
  path: '/backoffice/v2/reward_offers/{id}',
  tag,
  summary: 'Delete a draft',
  description: 'An offer that ran is part of the history: it can be ended, not deleted.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

const awardAmount = z.strictObject({
  amount: wire.decimal,
  amount_type: z.enum(['FIXED', 'PERCENTAGE']),
  currency: wire.currencyCode.optional(),
})
export type OfferAwards = readonly z.output<typeof awardAmount>[]

export const setOfferAwards = endpoint({
  name: 'setRewardOfferAwards',
  method: 'POST',
  path: '/backoffice/v2/reward_offers/{id}/awards',
  tag,
  summary: 'Set how much an offer awards',
  description: 'A short form of changing `award`: makes a new version.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ awards: z.array(awardAmount).length(1) }),
  reply: offerReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
