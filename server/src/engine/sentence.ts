import { display, money } from '../kit/money.ts'
import { saysAward } from './awards/index.ts'
import { saysCondition } from './conditions/index.ts'
import { occasionOf } from './occasions.ts'
import type { OfferTerms, Quota } from './offer.ts'
import { saysPeriod } from './periods.ts'
import { saysProgress } from './progress.ts'

/** What somebody does to earn, where it is not a purchase. */
const DEEDS = {
  PURCHASE: undefined,
  SIGN_UP: 'for signing up',
  PROFILE: 'for completing the profile',
  REFERRAL: 'for bringing a friend who signs up',
  ACHIEVEMENT: 'for an achievement',
  BIRTHDAY: 'as a birthday gift',
  NAME_DAY: 'as a name day gift',
} as const

const RETURNS = {
  KEEP: 'It stays while any of the goods do.',
  PRO_RATA: undefined,
  REJUDGE: 'When goods come back, it is judged again on the rest.',
} as const

/**
 * The offer as a sentence that a shopkeeper reads back: award, conditions, limits, how long the money may be
 * spent.
 */
export function sentenceOf(terms: OfferTerms, currency: string): string {
  const { award, conditions, progress, limits, expires_after, available_after, scheme } = terms
  const isInstant = terms.redeem_method === 'INSTANT'
  const deed = DEEDS[occasionOf(terms)]
  const returned = RETURNS[terms.return_policy ?? 'PRO_RATA']
  const earn = [
    isInstant ? 'Get' : 'Earn',
    saysAward(award, currency, isInstant ? 'off' : 'back'),
    ...(deed ? [deed] : []),
    ...(progress ? [saysProgress(progress, currency)] : []),
    ...conditions.map((each) => saysCondition(each, currency)),
  ]
  return [
    `${earn.join(' ')}.`,
    ...saysBase(terms),
    ...(scheme ? [`For members of ${scheme.name ?? scheme.id}.`] : []),
    ...saysQuota('Each contact', limits.per_contact, currency),
    ...saysQuota('Each venue', limits.per_venue, currency),
    ...saysQuota('All together', limits.per_period, currency),
    ...(limits.budget === undefined ? [] : [`At most ${amountOf(limits.budget, currency)} in all.`]),
    ...(available_after
      ? [`To spend after ${available_after.count} ${available_after.unit.toLowerCase()}.`]
      : []),
    ...(expires_after ? [`To spend within ${expires_after.count} ${expires_after.unit.toLowerCase()}.`] : []),
    ...(returned ? [returned] : []),
  ].join(' ')
}

/** Nothing where it is reckoned on what is paid, as nearly everywhere. */
function saysBase({ base, before_discounts }: OfferTerms): string[] {
  const before = [
    ...(base === 'NET' ? ['before tax'] : []),
    ...(before_discounts ? ["before the till's discount"] : []),
  ]
  return before.length === 0 ? [] : [`Reckoned on prices ${before.join(' and ')}.`]
}

function saysQuota(who: string, quota: Quota | undefined, currency: string): string[] {
  if (!quota) return []
  const { uses, amount, period } = quota
  const most = [
    ...(uses === undefined ? [] : [`${uses} ${uses === 1 ? 'time' : 'times'}`]),
    ...(amount === undefined ? [] : [amountOf(amount, currency)]),
  ]
  return [`${who} at most ${most.join(' and ')}${saysPeriod(period)}.`]
}

function amountOf(minor: string, currency: string): string {
  return display(money(BigInt(minor), currency))
}
