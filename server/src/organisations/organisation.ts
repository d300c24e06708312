import { z } from 'zod'
import { minorDigits } from '../kit/currency.ts'
import type { Branded, OrganisationId } from '../kit/id.ts'

export const ORGANISATION_TYPES = ['BUSINESS', 'MERCHANT', 'VENUE'] as const
export type OrganisationType = (typeof ORGANISATION_TYPES)[number]

export const ORGANISATION_STATES = ['ACTIVE', 'INACTIVE'] as const
export type OrganisationState = (typeof ORGANISATION_STATES)[number]

export const REDUCTION_METHODS = ['FRONT_END', 'BACK_END'] as const
export type ReductionMethod = (typeof REDUCTION_METHODS)[number]

/** When commerce money becomes open money: only by being spent, with every purchase, or when the purchase asks for it. */
export const REDEEM_MODES = ['ON_SPEND', 'AUTOMATIC', 'ON_REQUEST'] as const
export type RedeemMode = (typeof REDEEM_MODES)[number]

/** ACCEPT: awarded at once. HOLD: awarded when the till or a person confirms it. REFUSE: not taken. */
export const SELF_SUBMITTED = ['ACCEPT', 'HOLD', 'REFUSE'] as const
export type SelfSubmitted = (typeof SELF_SUBMITTED)[number]

const minorText = z.string().regex(/^\d+$/)

/** What may be set on a node of the business tree; a node without a value takes its parent's. Amounts in minor units as text. */
export const settingsSchema = z.strictObject({
  /** Who takes the spend off what is paid: the till (FRONT_END) or a payout afterwards (BACK_END). */
  reduction_method: z.enum(REDUCTION_METHODS).optional(),
  /** How far back a purchase may be dated, and how far ahead a till's clock may run. */
  accepts_days_back: z.int().min(0).max(36_500).optional(),
  accepts_minutes_ahead: z.int().min(0).max(1_440).optional(),
  /** How long money that a void brings back stays spendable when it had expired meanwhile. */
  grace_days: z.int().min(0).max(365).optional(),
  /** For how long after the purchase a contact may claim its receipt. */
  claim_days: z.int().min(0).max(3_650).optional(),
  /** How many receipts a contact may claim within 24 hours: at this merchant, and, as the business decides, anywhere. */
  claims_per_day: z.int().min(0).max(10_000).optional(),
  claims_per_day_in_all: z.int().min(0).max(10_000).optional(),
  /** What becomes of a receipt that no till has sent, and up to which amount it is taken at once. */
  self_submitted_purchases: z.enum(SELF_SUBMITTED).optional(),
  self_submitted_up_to: minorText.optional(),
  /** Least and most that one purchase may take from a wallet. */
  minimum_spend: minorText.optional(),
  maximum_spend: minorText.optional(),
  /** For how long a contact's one-time code may be used; the business decides. */
  token_minutes: z.int().min(1).max(60).optional(),
  /** Whether wallets show a code that changes every minute; the business decides. */
  dynamic_wallet_code: z.boolean().optional(),
  /** Whether a wallet may pay here without being asked to, when its contact wants that. */
  allows_automatic_spend: z.boolean().optional(),
  /** Whether it does for contacts who never said, and within which bounds. */
  automatic_spend: z.boolean().optional(),
  automatic_spend_minimum_balance: minorText.optional(),
  automatic_spend_from_purchase: minorText.optional(),
  automatic_spend_maximum: minorText.optional(),
  redeem_method: z.enum(REDEEM_MODES).optional(),
  /** Above it a correction of a wallet by hand needs a second pair of eyes; the business decides. */
  adjustment_approval_above: minorText.optional(),
})
export type OrganisationSettings = z.infer<typeof settingsSchema>

export interface Settings {
  readonly reductionMethod: ReductionMethod
  readonly acceptsDaysBack: number
  readonly acceptsMinutesAhead: number
  readonly graceDays: number
  readonly claimDays: number
  readonly claimsPerDay: number
  readonly claimsPerDayInAll: number
  readonly selfSubmitted: SelfSubmitted
  readonly selfSubmittedUpTo: bigint | undefined
  readonly minimumSpend: bigint
  readonly maximumSpend: bigint | undefined
  readonly tokenMinutes: number
  readonly dynamicWalletCode: boolean
  readonly allowsAutomaticSpend: boolean
  /** For contacts who never said what they want. */
  readonly automaticSpend: AutomaticSpend
  readonly redeemMethod: RedeemMode
  readonly adjustmentApprovalAbove: bigint | undefined
}

export interface AutomaticSpend {
  readonly applies: boolean
  readonly minimumBalance: bigint
  readonly fromPurchase: bigint
  readonly maximum: bigint | undefined
}

export type TapId = Branded<'tap'>

/** The reference under which tills know a merchant or a venue; its code is the number on receipts. */
export interface Tap {
  readonly id: TapId
  readonly kind: 'MERCHANT' | 'VENUE'
  readonly code: string
  readonly name: string
  readonly organisation: OrganisationId
  readonly merchant: OrganisationId
}

export interface Organisation {
  readonly id: OrganisationId
  readonly type: OrganisationType
  readonly parent: OrganisationId | undefined
  readonly code: string
  readonly name: string
  readonly timeZone: string
  readonly state: OrganisationState
  readonly settings: OrganisationSettings
}

const DEFAULTS: Settings = {
  reductionMethod: 'FRONT_END',
  acceptsDaysBack: 7,
  acceptsMinutesAhead: 5,
  graceDays: 7,
  claimDays: 30,
  claimsPerDay: 10,
  claimsPerDayInAll: 30,
  selfSubmitted: 'HOLD',
  selfSubmittedUpTo: undefined,
  minimumSpend: 0n,
  maximumSpend: undefined,
  tokenMinutes: 5,
  dynamicWalletCode: false,
  allowsAutomaticSpend: false,
  automaticSpend: { applies: false, minimumBalance: 0n, fromPurchase: 0n, maximum: undefined },
  redeemMethod: 'ON_SPEND',
  adjustmentApprovalAbove: undefined,
}

/** The settings that hold at the end of a line from the business down to a merchant or venue. */
export function settingsAlong(line: readonly Pick<Organisation, 'settings'>[]): Settings {
  return line.reduce<Settings>(
    (above, { settings }) => ({
      reductionMethod: settings.reduction_method ?? above.reductionMethod,
      acceptsDaysBack: settings.accepts_days_back ?? above.acceptsDaysBack,
      acceptsMinutesAhead: settings.accepts_minutes_ahead ?? above.acceptsMinutesAhead,
      graceDays: settings.grace_days ?? above.graceDays,
      claimDays: settings.claim_days ?? above.claimDays,
      claimsPerDay: settings.claims_per_day ?? above.claimsPerDay,
      claimsPerDayInAll: settings.claims_per_day_in_all ?? above.claimsPerDayInAll,
      selfSubmitted: settings.self_submitted_purchases ?? above.selfSubmitted,
      selfSubmittedUpTo: minorOf(settings.self_submitted_up_to) ?? above.selfSubmittedUpTo,
      minimumSpend: minorOf(settings.minimum_spend) ?? above.minimumSpend,
      maximumSpend: minorOf(settings.maximum_spend) ?? above.maximumSpend,
      tokenMinutes: settings.token_minutes ?? above.tokenMinutes,
      dynamicWalletCode: settings.dynamic_wallet_code ?? above.dynamicWalletCode,
      allowsAutomaticSpend: settings.allows_automatic_spend ?? above.allowsAutomaticSpend,
      automaticSpend: automaticSpendOf(settings, above.automaticSpend),
      redeemMethod: settings.redeem_method ?? above.redeemMethod,
      adjustmentApprovalAbove: minorOf(settings.adjustment_approval_above) ?? above.adjustmentApprovalAbove,
    }),
    DEFAULTS,
  )
}

/** Up to where one pair of eyes is enough to give money away; where the business did not say, 100 of the currency. */
export function approvalAbove({ adjustmentApprovalAbove }: Settings, currency: string): bigint {
  return adjustmentApprovalAbove ?? 100n * 10n ** BigInt(minorDigits(currency))
}

function automaticSpendOf(settings: OrganisationSettings, above: AutomaticSpend): AutomaticSpend {
  return {
    applies: settings.automatic_spend ?? above.applies,
    minimumBalance: minorOf(settings.automatic_spend_minimum_balance) ?? above.minimumBalance,
    fromPurchase: minorOf(settings.automatic_spend_from_purchase) ?? above.fromPurchase,
    maximum: minorOf(settings.automatic_spend_maximum) ?? above.maximum,
  }
}

function minorOf(text: string | undefined): bigint | undefined {
  return text === undefined ? undefined : BigInt(text)
}
