import { z } from 'zod'
import { TIER_PERIODS } from '../engine/index.ts'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'

const tag = 'Reward tiers'

// The programme's own address stands where a tier's code would.
const code = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => text.toLowerCase() !== 'programme', 'any code but "programme" is taken')
const name = z.string().trim().min(1).max(200)
const valueUnits = wire.integerFrom(0, 999_999_999_999).meta({
  description:
    'Reached with so many units or more, for each tier another number. With 0 it is the tier of everybody.',
})
const texts = {
  description: z.string().max(2_000).nullable().optional(),
  benefits: z.string().max(5_000).nullable().optional().meta({
    description: 'What its holders are promised, in your words; what they get is what offers say.',
  }),
}

const tierBody = z.strictObject({ code: code.optional(), name, value_units: valueUnits, ...texts })
const tierChange = z.strictObject({
  code: code.optional(),
  name: name.optional(),
  value_units: valueUnits.optional(),
  ...texts,
})
export type TierBody = z.output<typeof tierBody>
export type TierChange = z.output<typeof tierChange>

const tierReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  benefits: z.string().nullable(),
  value_units: z.int(),
  created_on: wire.epoch,
})
export type TierReply = z.input<typeof tierReply>

const programmeReply = z.object({
  conversion_rate: z.number().meta({ description: 'Units for one unit of the currency.' }),
  period: z.enum(TIER_PERIODS),
  tiers: z.array(tierReply).meta({ description: 'From the lowest to the highest.' }),
})
export type ProgrammeReply = z.input<typeof programmeReply>

const programmeChange = z.strictObject({
  conversion_rate: wire.decimal.optional().meta({
    description: 'Units for one unit of the currency, above zero, with at most 4 decimals.',
  }),
  period: z.enum(TIER_PERIODS).optional().meta({
    description:
      'In which units are counted. A tier is held to the end of the period after the one in which it was reached.',
  }),
})
export type ProgrammeChange = z.output<typeof programmeChange>

export const getProgramme = endpoint({
  name: 'getRewardTierProgramme',
  method: 'GET',
  path: '/backoffice/v2/reward_tiers/programme',
  tag,
  summary: 'Read how spending leads to tiers',
  access: 'offers:read',
  effect: 'reads',
  reply: programmeReply,
  errors: [NotFound],
})

export const setProgramme = endpoint({
  name: 'updateRewardTierProgramme',
  method: 'PUT',
  path: '/backoffice/v2/reward_tiers/programme',
  tag,
  summary: 'Set how spending leads to tiers',
  description:
    'The first time both fields are needed; later what is left out stays as it is. It holds at once, also for what was spent before.',
  access: 'offers:write',
  effect: 'writes',
  body: programmeChange,
  reply: programmeReply,
  errors: [InvalidValue, RequiredField, Forbidden, IdempotencyKeyReused],
})

export const listTiers = endpoint({
  name: 'listRewardTiers',
  method: 'GET',
  path: '/backoffice/v2/reward_tiers',
  tag,
  summary: 'List reward tiers, newest first',
  access: 'offers:read',
  effect: 'reads',
  query: z.strictObject({ ...wire.listQuery, code: z.string().trim().min(1).max(100).optional() }),
  reply: wire.pageReply(tierReply),
  errors: [InvalidValue],
})

export const getTier = endpoint({
  name: 'getRewardTier',
  method: 'GET',
  path: '/backoffice/v2/reward_tiers/{id}',
  tag,
  summary: 'Read a reward tier by id or code',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: tierReply,
  errors: [NotFound],
})

export const createTier = endpoint({
  name: 'createRewardTier',
  method: 'POST',
  path: '/backoffice/v2/reward_tiers',
  tag,
  summary: 'Create a reward tier',
  description: 'Tiers count once the business has a programme.',
  access: 'offers:write',
  effect: 'writes',
  body: tierBody,
  reply: tierReply,
  errors: [RequiredField, InvalidValue, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateTier = endpoint({
  name: 'updateRewardTier',
  method: 'PUT',
  path: '/backoffice/v2/reward_tiers/{id}',
  tag,
  summary: 'Change a reward tier',
  description: 'What is left out stays as it is, null clears. Other units hold at once.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: tierChange,
  reply: tierReply,
  errors: [InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const deleteTier = endpoint({
  name: 'deleteRewardTier',
  method: 'DELETE',
  path: '/backoffice/v2/reward_tiers/{id}',
  tag,
  summary: 'Delete a reward tier that no offer names',
  description: 'Again: the same answer.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string(), code: z.string(), deleted_on: wire.epoch }),
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
