import { z } from 'zod'
import { Forbidden } from '../http/index.ts'
import type { Actor } from '../kit/actor.ts'
import type { PassPlanId } from '../kit/id.ts'
import { minorText } from '../kit/stored.ts'
import { fromEpochSeconds } from '../kit/time.ts'
import { expiryOf } from '../kit/validity.ts'
import { CODE_TYPES } from './pass-code.ts'

/** What a pass may be for. A PROMOTION pass opens an offer; the two others put money into a wallet. */
export const CLASSIFICATIONS = ['GIFT', 'TOPUP', 'PROMOTION'] as const
export type Classification = (typeof CLASSIFICATIONS)[number]

export const MONEY_CLASSIFICATIONS: readonly Classification[] = ['GIFT', 'TOPUP']

export const PLAN_STATES = ['ACTIVE', 'INACTIVE'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** The last three are the end of a pass that carries money; a PROMOTION pass has the first two only. */
export const PASS_STATES = [...PLAN_STATES, 'REDEEMED', 'CANCELLED', 'EXPIRED'] as const
export type PassState = (typeof PASS_STATES)[number]

/** SINGLE: each pass has a code of its own. MULTIPLE: one code is for everybody. */
export const PASS_CODE_TYPES = ['SINGLE', 'MULTIPLE'] as const

export const VALIDITY_UNITS = ['DAYS', 'MONTHS', 'YEARS'] as const

/** How long passes are valid that are made now; `fixed_date` in epoch seconds. */
const passValidity = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('PERIOD'),
    count: z.int().min(1).max(1_200),
    unit: z.enum(VALIDITY_UNITS),
  }),
  z.strictObject({ type: z.literal('DATE'), fixed_date: z.int().min(0) }),
  z.strictObject({ type: z.literal('ALWAYS') }),
])
export type PassValidity = z.infer<typeof passValidity>

const codeFormat = z.strictObject({
  type: z.enum(CODE_TYPES),
  /** Of the part that is drawn, between the prefix and the suffix. */
  length: z.int().min(7).max(16),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})

/** What a pass puts into a wallet: the same for all of a plan, or said when a pass is made. In minor units. */
const planValue = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('FIXED'), amount: minorText }),
  z.strictObject({
    type: z.literal('VARIABLE'),
    minimum: minorText.optional(),
    maximum: minorText.optional(),
  }),
])
export type PlanValue = z.infer<typeof planValue>

/** What is stored of a plan besides its names and state. */
export const planTerms = z.strictObject({
  description: z.string().optional(),
  pass_code_type: z.enum(PASS_CODE_TYPES),
  /** How often one pass may be used in all; null: without limit. */
  maximum_usage: z.int().min(1).nullable(),
  maximum_usage_per_contact: z.int().min(1).nullable(),
  validity: passValidity,
  code_format: codeFormat,
  /** Of GIFT and TOPUP. */
  value: planValue.optional(),
  /** Where the money goes; without it, open money. */
  pool: z.guid().optional(),
})
export type PlanTerms = z.infer<typeof planTerms>

/** What passes of one kind have in common. */
export interface PassPlan {
  readonly id: PassPlanId
  readonly code: string
  readonly name: string
  readonly classification: Classification
  readonly state: PlanState
  readonly terms: PlanTerms
  /** How often one pass may be used in all, and by one contact; null: without limit. */
  readonly maximumUsage: number | null
  readonly maximumUsagePerContact: number | null
}

export function passPlan(plan: Omit<PassPlan, 'maximumUsage' | 'maximumUsagePerContact'>): PassPlan {
  const { maximum_usage, maximum_usage_per_contact } = plan.terms
  return { ...plan, maximumUsage: maximum_usage, maximumUsagePerContact: maximum_usage_per_contact }
}

/** The first instant at which a pass that is made at `at` is no longer valid; null: it always is. */
export function validTo({ terms: { validity } }: PassPlan, at: Date): Date | null {
  switch (validity.type) {
    case 'PERIOD':
      return expiryOf(at, validity)
    case 'DATE':
      return fromEpochSeconds(validity.fixed_date)
    case 'ALWAYS':
      return null
  }
}

/** Whether passes of the plan put money into a wallet. */
export function carriesMoney({ classification }: Pick<PassPlan, 'classification'>): boolean {
  return MONEY_CLASSIFICATIONS.includes(classification)
}

export function requireWholeBusiness({ within }: Actor): void {
  if (within === undefined) return
  throw Forbidden({
    parameters: ['pass_plan'],
    detail: 'Passes hold for the whole business; a key of one merchant or venue cannot make or change them.',
  })
}
