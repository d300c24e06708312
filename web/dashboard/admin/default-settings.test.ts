import { approvalAbove, settingsAlong } from '@tillback/server/organisations/organisation.ts'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from './default-settings.ts'

test('what settings are said to be by default is what the server takes where a business said nothing', () => {
  const taken = settingsAlong([])
  const { automaticSpend } = taken
  expect(DEFAULT_SETTINGS).toEqual({
    reduction_method: taken.reductionMethod,
    accepts_days_back: taken.acceptsDaysBack,
    accepts_minutes_ahead: taken.acceptsMinutesAhead,
    grace_days: taken.graceDays,
    claim_days: taken.claimDays,
    claims_per_day: taken.claimsPerDay,
    claims_per_day_in_all: taken.claimsPerDayInAll,
    self_submitted_purchases: taken.selfSubmitted,
    self_submitted_up_to: taken.selfSubmittedUpTo ?? null,
    minimum_spend: Number(taken.minimumSpend),
    maximum_spend: taken.maximumSpend ?? null,
    token_minutes: taken.tokenMinutes,
    dynamic_wallet_code: taken.dynamicWalletCode,
    allows_automatic_spend: taken.allowsAutomaticSpend,
    automatic_spend: automaticSpend.applies,
    automatic_spend_minimum_balance: Number(automaticSpend.minimumBalance),
    automatic_spend_from_purchase: Number(automaticSpend.fromPurchase),
    automatic_spend_maximum: automaticSpend.maximum ?? null,
    redeem_method: taken.redeemMethod,
    adjustment_approval_above: Number(approvalAbove(taken, 'EUR')) / 100,
  })
})
