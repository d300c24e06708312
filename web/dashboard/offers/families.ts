import { conditionNeeded, goalsOf, typeFor } from '@tillback/server/engine/occasions.ts'
import type { Condition, Draft } from './draft.ts'

export type Goal = NonNullable<Draft['goal']>
export type Type = NonNullable<Draft['type']>

export const GOALS = ['SPEND', 'VISITS', 'MEMBERSHIP', 'ACHIEVEMENT'] as const satisfies readonly Goal[]

/** What an offer may be given for besides purchases; those of purchases have the type that follows from their conditions. */
export const TYPES_OF = {
  MEMBERSHIP: ['SIGNUP', 'PROFILE', 'REFER', 'GIFT', 'REACH_TIER'],
  ACHIEVEMENT: ['ACHIEVEMENT', 'REFER', 'LOTTERY'],
} as const satisfies Partial<Record<Goal, readonly Type[]>>

/** A goal with several occasions. */
export function typesOf(goal: Goal): readonly Type[] {
  return goal === 'MEMBERSHIP' || goal === 'ACHIEVEMENT' ? TYPES_OF[goal] : []
}

const kindsOf = (conditions: readonly Condition[] | null | undefined) =>
  new Set((conditions ?? []).map(({ kind }) => kind))

/** The type of an offer for purchases: that which its conditions say, if it goes with the goal. */
function typeOfPurchases(goal: Goal, conditions: Draft['conditions']): Type {
  const type = typeFor(kindsOf(conditions))
  return goalsOf(type).includes(goal) ? type : 'DISCOUNT'
}

/** What happens without a basket: there is no share of a price to give, and nothing to take off. */
export function isWithoutBasket({ goal, type }: Draft): boolean {
  if (goal === 'ACHIEVEMENT') return true
  return goal === 'MEMBERSHIP' && type !== 'REACH_TIER'
}

/** Whether several of what is awarded may come together before it is. */
export function mayCollect(draft: Draft): boolean {
  return !isWithoutBasket(draft) || draft.type === 'ACHIEVEMENT' || draft.type === 'REFER'
}

/** The draft for another goal or occasion, with all that has to be otherwise then. */
export function withGoal(draft: Draft, goal: Goal, chosen: Type | undefined = undefined): Draft {
  const [first] = typesOf(goal)
  const type = chosen ?? first ?? typeOfPurchases(goal, draft.conditions)
  const next = { ...draft, goal, type }
  const conditions = draft.conditions ?? []
  const needed = NEEDED.find(({ kind }) => kind === conditionNeeded(type))
  const isThere = needed === undefined || kindsOf(conditions).has(needed.kind)
  return {
    ...next,
    conditions: isThere ? conditions : [...conditions, needed],
    ...(isWithoutBasket(next) ? withoutBasket(draft) : {}),
    progress: progressFor(next),
  }
}

function withoutBasket({ award }: Draft): Draft {
  return {
    award: award?.kind === 'FIXED' ? award : { kind: 'FIXED', amount: '5.00' },
    redeem_method: 'DEFERRED',
  }
}

function progressFor(draft: Draft): Draft['progress'] {
  if (!mayCollect(draft)) return null
  const { progress = null, goal } = draft
  if (isWithoutBasket(draft)) return progress && { ...progress, of: 'VISITS', on_accumulated: false }
  return goal === 'VISITS' ? (progress ?? FIFTH_VISIT) : progress
}

export const FIFTH_VISIT = {
  of: 'VISITS',
  target: '5',
  period: 'MONTH',
  per: 'CONTACT',
  repeats: true,
} as const

/** What an occasion cannot do without, as it begins. */
const NEEDED: readonly Condition[] = [
  { kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'DAY' },
  { kind: 'TIERS', tiers: [], reached: true },
  { kind: 'LOTTERY', one_in: 10 },
]

/** After a change of conditions: an offer whose type followed from the ones before has the one that follows from these. */
export function settled(before: Draft, after: Draft): Draft {
  const { goal = 'SPEND' } = after
  if (before.conditions === after.conditions || typesOf(goal).length > 0) return after
  if (before.type !== typeOfPurchases(goal, before.conditions)) return after
  return { ...after, type: typeOfPurchases(goal, after.conditions) }
}
