import type { Place } from '../venues/places.tsx'

type Name = keyof Place['settings']

/** What holds for a business that did not say; null: there is no limit. Amounts in its currency. */
export const DEFAULT_SETTINGS: Readonly<Record<Name, string | number | boolean | null>> = {
  reduction_method: 'FRONT_END',
  accepts_days_back: 7,
  accepts_minutes_ahead: 5,
  grace_days: 7,
  claim_days: 30,
  claims_per_day: 10,
  claims_per_day_in_all: 30,
  self_submitted_purchases: 'HOLD',
  self_submitted_up_to: null,
  minimum_spend: 0,
  maximum_spend: null,
  token_minutes: 5,
  dynamic_wallet_code: false,
  allows_automatic_spend: false,
  automatic_spend: false,
  automatic_spend_minimum_balance: 0,
  automatic_spend_from_purchase: 0,
  automatic_spend_maximum: null,
  redeem_method: 'ON_SPEND',
  adjustment_approval_above: 100,
}
