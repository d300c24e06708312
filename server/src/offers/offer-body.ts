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
  RETURN_POLICIES,
  reference,
} from '../engine/index.ts'
import { validity } from '../kit/validity.ts'
import * as wire from '../kit/wire.ts'

/** Offers as clients write them and as answers show them. */

export const code = z.string().trim().min(1).max(100)
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
  return_policy: z.enum(RETURN_POLICIES).optional().meta({
    description:
      'When goods come back. PRO_RATA (the default): their share of the award is taken. KEEP: nothing is, until the last of the goods that earned it. REJUDGE: this version of the offer is judged again on what is left, and what is too much is taken.',
  }),
  limits: limits.nullable().optional(),
  priority: wire.integerFrom(0, 1_000).optional().meta({ description: 'Higher first; 0 without it.' }),
  on_top: wire.flag
    .optional()
    .meta({ description: 'true: always awarded; false: only the best of such offers is.' }),
}

export const offerBody = z.strictObject({
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
  sentence: z.string().meta({
    description: 'The whole offer in words: English, or Greek where Accept-Language asks for el.',
  }),
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
  return_policy: z.enum(RETURN_POLICIES),
  limits: z.object({
    budget: wire.amount.nullable(),
    per_period: quotaReply,
    per_contact: quotaReply,
    per_venue: quotaReply,
  }),
  priority: z.int(),
  on_top: z.boolean(),
}

export const offerReply = z.object({
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

export const versionReply = z.object({
  id: z.string(),
  ...termsReply,
  is_current: z.boolean(),
  created_on: wire.epoch,
})
export type VersionReply = z.input<typeof versionReply>
