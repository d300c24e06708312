import { z } from 'zod'
import { OFFER_GOALS, OFFER_TYPES } from '../engine/index.ts'
import { endpoint, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound } from '../kit/error.ts'
import { membersApi } from '../schemes/index.ts'
import { asOwn, base, tag } from './as-own.ts'

const text = (most: number) => z.string().trim().min(1).max(most)
const idName = z.object({ id: z.string(), name: z.string() })

const offer = {
  id: z.string(),
  name: z.string(),
  scheme: idName.nullable(),
  short_description: z.string().meta({ description: 'The whole offer in words.' }),
  long_description: z.string().nullable(),
  goal: z.enum(OFFER_GOALS),
  type: z.enum(OFFER_TYPES),
  owner: idName,
  availability: z.object({ from: wire.epoch.nullable(), to: wire.epoch.nullable() }),
  opening: z
    .object({
      is_open: z.boolean(),
      changes_on: wire.epoch.nullable().meta({ description: 'null: not within a day.' }),
      time_zone: z.string().meta({ description: 'Of the business, by whose clock the hours are meant.' }),
    })
    .nullable()
    .meta({
      description:
        'Of an offer for certain days and hours, by the clock of the business; null: at all hours.',
    }),
}
const offerReply = z.object(offer)
export type ShownOffer = z.input<typeof offerReply>

export const listShownOffers = endpoint({
  name: 'listShownOffers',
  method: 'GET',
  path: `${base}/reward_offers`,
  tag,
  summary: 'List the offers that run, newest first',
  access: 'app',
  effect: 'reads',
  query: z.strictObject({
    page: wire.listQuery.page,
    size: wire.listQuery.size,
    include_total: wire.listQuery.include_total,
    order: wire.listQuery.order,
    sort: z.enum(['DEFAULT_SORTING', 'CREATED_DATE']).default('DEFAULT_SORTING'),
    goals: z.enum(OFFER_GOALS).optional(),
    types: z.enum(OFFER_TYPES).optional(),
    owner: text(100).optional().meta({ description: 'Id or code of the organisation that pays.' }),
    search_value: z.string().trim().min(3).max(100).optional(),
  }),
  reply: wire.pageReply(offerReply),
  errors: [InvalidValue, NotFound],
})

export const getShownOffer = endpoint({
  name: 'getShownOffer',
  method: 'GET',
  path: `${base}/reward_offers/{id}`,
  tag,
  summary: 'Read an offer that runs',
  access: 'app',
  effect: 'reads',
  params: wire.idParams,
  reply: offerReply,
  errors: [NotFound],
})

const performanceReply = z.object({
  type: z
    .enum(['AMOUNT', 'PRODUCT', 'EVENT'])
    .meta({ description: 'What is counted: money, pieces or purchases.' }),
  progress: z.number().meta({
    description: 'Whole per cent of the target. Where it repeats it begins again when it is reached.',
  }),
  current: z.number().meta({ description: 'Toward the next award, never above the target.' }),
  target: z.number(),
})
export type PerformanceReply = z.input<typeof performanceReply>

export const getOwnPerformance = endpoint({
  name: 'getOwnPerformance',
  method: 'GET',
  path: `${base}/reward_offers/{id}/performance`,
  tag,
  summary: 'Read how far one is with an offer that several purchases reach together',
  description: 'In the period of today. An offer that one purchase reaches has no way to it: INVALIDSTATE.',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  reply: performanceReply,
  errors: [NotFound, InvalidState],
})

const scheme = {
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  sign_up_option: z.string(),
  sign_up_method: z.string().nullable(),
  is_signed: z.boolean(),
}

export const listOwnSchemes = endpoint({
  name: 'listOwnSchemes',
  method: 'GET',
  path: `${base}/reward_schemes`,
  tag,
  summary: 'List the reward schemes, and in which one takes part',
  access: 'contact',
  effect: 'reads',
  query: z.strictObject({ is_signed: wire.flag.optional(), name: text(200).optional() }),
  reply: z.object({ content: z.array(z.object(scheme)) }),
  errors: [InvalidValue],
})

export const changeOwnMembership = asOwn(membersApi.changeMembership, {
  name: 'changeOwnMembership',
  path: 'contacts/{id}/reward_schemes',
  summary: 'Sign up to a reward scheme, or out of it',
  status: 201,
})

const points = z.object({ points_needed: z.number(), collected_by: wire.epoch.nullable() }).nullable()

const rewardsReply = z.object({
  id: z.string(),
  reward_schemes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      signed_up_on: wire.epoch.nullable(),
      sign_up_option: z.string(),
    }),
  ),
  sign_up_date: wire.epoch,
  reward_tier: z
    .object({
      id: z.string().nullable().meta({ description: 'null: no tier is reached yet.' }),
      name: z.string().nullable(),
      period_value_units: z.number(),
      maintain_tier: points,
      progress: z
        .object({ name: z.string(), points_needed: z.number(), collected_by: wire.epoch.nullable() })
        .nullable(),
    })
    .nullable()
    .meta({ description: 'null: the business has no tiers.' }),
  reward_tiers: z
    .object({
      conversion_rate: z.number(),
      tiers: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          description: z.string().nullable(),
          value_units: z.int(),
        }),
      ),
    })
    .nullable(),
})
export type RewardsReply = z.input<typeof rewardsReply>

export const getOwnRewards = endpoint({
  name: 'getOwnRewards',
  method: 'GET',
  path: `${base}/contacts/{id}/rewards`,
  tag,
  summary: 'Read in which schemes one takes part, one’s tier, and what is missing to the next',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  reply: rewardsReply,
  errors: [NotFound],
})

export const listOwnOrganisations = endpoint({
  name: 'listOwnOrganisations',
  method: 'GET',
  path: `${base}/contacts/{id}/organisations`,
  tag,
  summary: 'List the businesses where one is registered: this one',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    include_wallet: wire.flag.default(false),
    name: text(200).optional(),
    page: wire.listQuery.page,
    size: wire.listQuery.size,
  }),
  reply: wire.pageReply(
    idName.extend({
      wallet: z
        .object({ wallet_id: z.string(), balance: wire.amount, currency_code: z.string() })
        .optional()
        .meta({ description: 'With include_wallet.' }),
    }),
  ),
  errors: [InvalidValue, NotFound],
})
