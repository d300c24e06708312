import { minorDigits } from '../kit/currency.ts'
import { invalidField } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { readMinor } from '../kit/reading.ts'
import {
  type OrganisationSettings,
  type RedeemMode,
  type ReductionMethod,
  type SelfSubmitted,
  settingsSchema,
} from './organisation.ts'

/**
 * Settings as a request has them: amounts as decimal text of the business's currency; null takes the
 * parent's again.
 */
export interface SentSettings {
  readonly reduction_method?: ReductionMethod | null | undefined
  readonly accepts_days_back?: number | null | undefined
  readonly accepts_minutes_ahead?: number | null | undefined
  readonly grace_days?: number | null | undefined
  readonly claim_days?: number | null | undefined
  readonly claims_per_day?: number | null | undefined
  readonly claims_per_day_in_all?: number | null | undefined
  readonly self_submitted_purchases?: SelfSubmitted | null | undefined
  readonly self_submitted_up_to?: string | null | undefined
  readonly minimum_spend?: string | null | undefined
  readonly maximum_spend?: string | null | undefined
  readonly token_minutes?: number | null | undefined
  readonly dynamic_wallet_code?: boolean | null | undefined
  readonly allows_automatic_spend?: boolean | null | undefined
  readonly automatic_spend?: boolean | null | undefined
  readonly automatic_spend_minimum_balance?: string | null | undefined
  readonly automatic_spend_from_purchase?: string | null | undefined
  readonly automatic_spend_maximum?: string | null | undefined
  readonly redeem_method?: RedeemMode | null | undefined
  readonly adjustment_approval_above?: string | null | undefined
}

const AMOUNTS = [
  'minimum_spend',
  'maximum_spend',
  'automatic_spend_minimum_balance',
  'automatic_spend_from_purchase',
  'automatic_spend_maximum',
  'adjustment_approval_above',
  'self_submitted_up_to',
] as const

/** The settings after a request: what it leaves out stays. */
export function settingsWith(
  before: OrganisationSettings,
  sent: SentSettings,
  currency: string,
): OrganisationSettings {
  const amounts = AMOUNTS.map((name) => [name, storedAmount(`settings.${name}`, sent[name], currency)])
  const named = Object.entries({ ...sent, ...Object.fromEntries(amounts) }).filter(
    ([, value]) => value !== undefined,
  )
  const all = Object.entries({ ...before, ...Object.fromEntries(named) })
  const after = settingsSchema.parse(Object.fromEntries(all.filter(([, value]) => value !== null)))
  refuseEmptyRange(after, sent.maximum_spend)
  return after
}

function storedAmount(path: string, sent: string | null | undefined, currency: string) {
  if (sent === null || sent === undefined) return sent
  const minor = readMinor(path, sent, minorDigits(currency))
  if (minor < 0n) throw invalidField(path, sent, 'it may not be below zero')
  return minor.toString()
}

function refuseEmptyRange({ minimum_spend, maximum_spend }: OrganisationSettings, sent: unknown): void {
  if (minimum_spend === undefined || maximum_spend === undefined) return
  if (BigInt(maximum_spend) >= BigInt(minimum_spend)) return
  const path = sent === undefined ? 'settings.minimum_spend' : 'settings.maximum_spend'
  throw invalidField(path, 'outside the range', 'the most that may be spent must not be below the least')
}

/** The settings in an answer: amounts as numbers. */
export function settingsOnTheWire(settings: OrganisationSettings, currency: string) {
  const {
    minimum_spend,
    maximum_spend,
    automatic_spend_minimum_balance,
    automatic_spend_from_purchase,
    automatic_spend_maximum,
    adjustment_approval_above,
    self_submitted_up_to,
    ...plain
  } = settings
  const shown = (text: string | undefined) =>
    text === undefined ? undefined : wireNumber(BigInt(text), currency)
  return {
    ...plain,
    minimum_spend: shown(minimum_spend),
    maximum_spend: shown(maximum_spend),
    automatic_spend_minimum_balance: shown(automatic_spend_minimum_balance),
    automatic_spend_from_purchase: shown(automatic_spend_from_purchase),
    automatic_spend_maximum: shown(automatic_spend_maximum),
    adjustment_approval_above: shown(adjustment_approval_above),
    self_submitted_up_to: shown(self_submitted_up_to),
  }
}
