import { z } from 'zod'
import type { OfferId } from '../kit/branded.ts'
import { minorText } from '../kit/stored.ts'
import { validity } from '../kit/validity.ts'
import { awardSettings } from './awards/index.ts'
import { conditionSettings } from './conditions/index.ts'
import { PERIODS } from './periods.ts'
import { progressTerms } from './progress.ts'
import { storedName } from './translator.ts'

export const OFFER_GOALS = ['SPEND', 'VISITS', 'MEMBERSHIP', 'ACHIEVEMENT'] as const
export type OfferGoal = (typeof OFFER_GOALS)[number]

export const OFFER_TYPES = [
  'DISCOUNT',
  'BUNDLE',
  'HAPPYHOUR',
  'LOTTERY',
  'ACHIEVEMENT',
  'REFER',
  'PROFILE',
  'SIGNUP',
  'GIFT',
  'REACH_TIER',
] as const
export type OfferType = (typeof OFFER_TYPES)[number]

/** What an award is a share of: what lines cost with tax, or before tax. */
export const AWARD_BASES = ['GROSS', 'NET'] as const

/** Back to the wallet for a later purchase, or off the price of this one. */
export const REDEEM_METHODS = ['DEFERRED', 'INSTANT'] as const
export type RedeemMethod = (typeof REDEEM_METHODS)[number]

/** What becomes of an award when goods come back: kept while any are left, taken in proportion, or judged again on the rest. */
export const RETURN_POLICIES = ['KEEP', 'PRO_RATA', 'REJUDGE'] as const
export type ReturnPolicy = (typeof RETURN_POLICIES)[number]

const quota = z.strictObject({
  amount: minorText.optional(),
  uses: z.int().min(1).optional(),
  period: z.enum(PERIODS),
})

/**
 * What an offer promises, as it is stored with each version. Amounts are minor units of the business's
 * currency.
 */
export const offerTerms = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string().max(2_000).optional(),
  goal: z.enum(OFFER_GOALS),
  type: z.enum(OFFER_TYPES),
  /** Only who takes part in the scheme is judged; without it everybody. */
  scheme: storedName.optional(),
  /** Epoch milliseconds; from is inside, to is outside. */
  availability: z.strictObject({ from: z.int().optional(), to: z.int().optional() }),
  conditions: z.array(conditionSettings).max(20),
  /** What has to come together over several purchases. */
  progress: progressTerms.optional(),
  award: awardSettings,
  /** DEFERRED without it. */
  redeem_method: z.enum(REDEEM_METHODS).optional(),
  base: z.enum(AWARD_BASES),
  /** The till's discount on the whole is added back before the award is reckoned. */
  before_discounts: z.boolean().optional(),
  commerce_pool_id: z.guid(),
  /** Overrides the pool's validity. */
  expires_after: validity.optional(),
  /** The award can be spent only after so long, such as the time in which goods may be returned. */
  available_after: validity.optional(),
  funder_id: z.guid(),
  /** PRO_RATA without it. */
  return_policy: z.enum(RETURN_POLICIES).optional(),
  limits: z.strictObject({
    budget: minorText.optional(),
    per_period: quota.optional(),
    per_contact: quota.optional(),
    per_venue: quota.optional(),
  }),
  /** Higher first. */
  priority: z.int().min(0).max(1_000),
  /** true: always awarded; false: only the best of such offers is. */
  on_top: z.boolean(),
  /** Only the best offer of a group is awarded, beside those of other groups; without it all others form one. */
  exclusive_group: z.string().min(1).max(100).optional(),
})
export type OfferTerms = z.infer<typeof offerTerms>
export type Quota = z.infer<typeof quota>

export const OFFER_STATES = ['DRAFT', 'ACTIVE', 'INACTIVE', 'ENDED'] as const
export type OfferState = (typeof OFFER_STATES)[number]

export interface Offer {
  readonly id: OfferId
  readonly code: string
  readonly version: number
  readonly state: OfferState
  readonly currency: string
  readonly terms: OfferTerms
}

export const PHASES = ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'ENDED'] as const
export type Phase = (typeof PHASES)[number]

/** Where an offer stands in its life at an instant: an active one waits, runs or is over by its availability. */
export function phaseOf(
  state: OfferState,
  { availability }: Pick<OfferTerms, 'availability'>,
  at: Date,
): Phase {
  const now = at.getTime()
  if (state === 'DRAFT') return 'DRAFT'
  if (state === 'ENDED' || (availability.to !== undefined && availability.to <= now)) return 'ENDED'
  if (state === 'INACTIVE') return 'PAUSED'
  return availability.from !== undefined && availability.from > now ? 'SCHEDULED' : 'RUNNING'
}
