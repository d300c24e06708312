import type { Occasion } from './basket.ts'
import type { OfferGoal, OfferTerms, OfferType } from './offer.ts'

/** Which goals an offer of a type may have, the usual one first, and what it may not be without. */
const RULES: Readonly<Record<OfferType, { readonly goals: readonly OfferGoal[]; readonly needs?: string }>> =
  {
    DISCOUNT: { goals: ['SPEND', 'VISITS'] },
    BUNDLE: { goals: ['SPEND'], needs: 'BUNDLE' },
    HAPPYHOUR: { goals: ['VISITS', 'SPEND'], needs: 'TIMINGS' },
    LOTTERY: { goals: ['VISITS', 'ACHIEVEMENT', 'SPEND'], needs: 'LOTTERY' },
    ACHIEVEMENT: { goals: ['ACHIEVEMENT'] },
    REFER: { goals: ['MEMBERSHIP', 'ACHIEVEMENT'] },
    PROFILE: { goals: ['MEMBERSHIP'] },
    SIGNUP: { goals: ['MEMBERSHIP'] },
    GIFT: { goals: ['MEMBERSHIP'], needs: 'OCCASION' },
    REACH_TIER: { goals: ['MEMBERSHIP'], needs: 'TIERS' },
  }

export function goalsOf(type: OfferType): readonly OfferGoal[] {
  return RULES[type].goals
}

/** The kind of condition that an offer of the type is made of. */
export function conditionNeeded(type: OfferType): string | undefined {
  return RULES[type].needs
}

/** The type of an offer whose maker did not say it: by what it asks for. */
export function typeFor(kinds: ReadonlySet<string>): OfferType {
  if (kinds.has('LOTTERY')) return 'LOTTERY'
  if (kinds.has('BUNDLE')) return 'BUNDLE'
  return kinds.has('TIMINGS') ? 'HAPPYHOUR' : 'DISCOUNT'
}

/** What the offer reacts to. */
export function occasionOf({
  type,
  goal,
  conditions,
}: Pick<OfferTerms, 'type' | 'goal' | 'conditions'>): Occasion {
  switch (type) {
    case 'SIGNUP':
      return 'SIGN_UP'
    case 'PROFILE':
      return 'PROFILE'
    case 'REFER':
      return 'REFERRAL'
    case 'ACHIEVEMENT':
      return 'ACHIEVEMENT'
    case 'LOTTERY':
      return goal === 'ACHIEVEMENT' ? 'ACHIEVEMENT' : 'PURCHASE'
    case 'GIFT':
      for (const each of conditions) if (each.kind === 'OCCASION') return each.occasion
      return 'BIRTHDAY'
    case 'DISCOUNT':
    case 'BUNDLE':
    case 'HAPPYHOUR':
    case 'REACH_TIER':
      return 'PURCHASE'
  }
}
