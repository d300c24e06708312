import { z } from 'zod'
import type { OfferId } from '../kit/id.ts'
import { display, money } from '../kit/money.ts'
import { minorText } from '../kit/stored.ts'
import { DAY, later } from '../kit/time.ts'
import { validity } from '../kit/validity.ts'
import { awardSettings, saysAward } from './awards/index.ts'
import { conditionSettings, saysCondition } from './conditions/index.ts'

export const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const
export type Period = (typeof PERIODS)[number]

export const OFFER_GOALS = ['SPEND'] as const
export const OFFER_TYPES = ['DISCOUNT', 'HAPPYHOUR'] as const

/** What an award is a share of: what lines cost with tax, or before tax. */
export const AWARD_BASES = ['GROSS', 'NET'] as const

/**
 * What an offer promises, as it is stored with each version. Amounts are minor units of the business's
 * currency.
 */
export const offerTerms = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string().max(2_000).optional(),
  goal: z.enum(OFFER_GOALS),
  type: z.enum(OFFER_TYPES),
  /** Epoch milliseconds; from is inside, to is outside. */
  availability: z.strictObject({ from: z.int().optional(), to: z.int().optional() }),
  conditions: z.array(conditionSettings).max(20),
  award: awardSettings,
  base: z.enum(AWARD_BASES),
  commerce_pool_id: z.guid(),
  /** Overrides the pool's validity. */
  expires_after: validity.optional(),
  funder_id: z.guid(),
  limits: z.strictObject({
    budget: minorText.optional(),
    per_contact: z
      .strictObject({
        amount: minorText.optional(),
        uses: z.int().min(1).optional(),
        period: z.enum(PERIODS),
      })
      .optional(),
  }),
  /** Higher first. */
  priority: z.int().min(0).max(1_000),
  /** true: always awarded; false: only the best of such offers is. */
  on_top: z.boolean(),
})
export type OfferTerms = z.infer<typeof offerTerms>

export const OFFER_STATES = ['DRAFT', 'ACTIVE', 'INACTIVE'] as const
export type OfferState = (typeof OFFER_STATES)[number]

export interface Offer {
  readonly id: OfferId
  readonly code: string
  readonly version: number
  readonly state: OfferState
  readonly currency: string
  readonly terms: OfferTerms
}

/**
 * The offer as a sentence that a shopkeeper reads back: award, conditions, limits, how long the money may be
 * spent.
 */
export function sentenceOf(
  { award, conditions, limits, expires_after }: OfferTerms,
  currency: string,
): string {
  const { budget, per_contact } = limits
  const earn = [
    'Earn',
    saysAward(award, currency),
    ...conditions.map((each) => saysCondition(each, currency)),
  ]
  return [
    `${earn.join(' ')}.`,
    ...(per_contact ? [saysPerContact(per_contact, currency)] : []),
    ...(budget === undefined ? [] : [`At most ${amountOf(budget, currency)} in all.`]),
    ...(expires_after ? [`To spend within ${expires_after.count} ${expires_after.unit.toLowerCase()}.`] : []),
  ].join(' ')
}

function saysPerContact(
  { uses, amount, period }: NonNullable<OfferTerms['limits']['per_contact']>,
  currency: string,
): string {
  const most = [
    ...(uses === undefined ? [] : [`${uses} ${uses === 1 ? 'time' : 'times'}`]),
    ...(amount === undefined ? [] : [amountOf(amount, currency)]),
  ]
  return `Each contact at most ${most.join(' and ')}${period === 'EVER' ? '' : ` a ${period.toLowerCase()}`}.`
}

function amountOf(minor: string, currency: string): string {
  return display(money(BigInt(minor), currency))
}

/** Names the period of a limit that a local day lies in; '' for ever. Weeks begin on Monday. */
export function periodKey(period: Period, day: string): string {
  switch (period) {
    case 'DAY':
      return day
    case 'MONTH':
      return day.slice(0, 7)
    case 'YEAR':
      return day.slice(0, 4)
    case 'WEEK': {
      const date = new Date(`${day}T00:00:00Z`)
      const sinceMonday = (date.getUTCDay() + 6) % 7
      return `W${later(date, -sinceMonday * DAY)
        .toISOString()
        .slice(0, 10)}`
    }
    case 'EVER':
      return ''
  }
}
