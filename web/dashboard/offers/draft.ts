import type { UpdateRewardOfferBody } from '@tillback/sdk'
import type { Offer } from './queries.ts'

/** An offer as it is being written: what the API takes, with amounts as they are typed. */
export type Draft = UpdateRewardOfferBody

export type Award = NonNullable<Draft['award']>
export type AwardOf<Kind extends Award['kind']> = Extract<Award, { readonly kind: Kind }>
export type Condition = NonNullable<Draft['conditions']>[number]
export type ConditionOf<Kind extends Condition['kind']> = Extract<Condition, { readonly kind: Kind }>
export type Progress = NonNullable<Draft['progress']>
export type Limits = NonNullable<Draft['limits']>
export type Limit = NonNullable<Limits['per_contact']>

/** What is stored, in the form in which it is written. */
export function draftOf(offer: Offer): Draft {
  const { limits, commerce_pool, funder, scheme } = offer
  return {
    name: offer.name,
    description: offer.description,
    goal: offer.goal,
    type: offer.type,
    availability: offer.availability,
    conditions: offer.conditions.map(conditionOf),
    scheme: scheme && { id: scheme.id },
    progress: offer.progress,
    award: offer.award,
    redeem_method: offer.redeem_method,
    award_base: offer.award_base,
    before_discounts: offer.before_discounts,
    exclusive_group: offer.exclusive_group,
    available_after: offer.available_after,
    commerce_pool: { id: commerce_pool.id },
    expires_after: offer.expires_after,
    funder: { id: funder.id },
    return_policy: offer.return_policy,
    limits: {
      ...(limits.budget === null ? {} : { budget: limits.budget }),
      ...limitIn('per_contact', limits.per_contact),
      ...limitIn('per_venue', limits.per_venue),
      ...limitIn('per_period', limits.per_period),
    },
    priority: offer.priority,
    on_top: offer.on_top,
  }
}

/** Names of what is pointed at are told by the API but not taken by it. */
function conditionOf(condition: Offer['conditions'][number]): Condition {
  const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => ({ id }))
  switch (condition.kind) {
    case 'ORGANISATIONS':
      return { ...condition, organisations: ids(condition.organisations) }
    case 'TIERS':
      return { ...condition, tiers: ids(condition.tiers) }
    case 'PASS':
      return { ...condition, pass_plans: ids(condition.pass_plans) }
    default:
      return condition
  }
}

interface StoredLimit {
  readonly amount: number | null
  readonly uses: number | null
  readonly period: NonNullable<Limit['period']>
}

function limitIn(name: 'per_contact' | 'per_venue' | 'per_period', limit: StoredLimit | null): Limits {
  if (limit === null) return {}
  const { amount, uses, period } = limit
  return {
    [name]: { ...(amount === null ? {} : { amount }), ...(uses === null ? {} : { uses }), period },
  }
}

/** What is left empty in a form is not said at all. */
export function withoutBlanks(draft: Draft): Draft {
  const { limits } = draft
  if (!limits) return draft
  const kept = Object.entries(limits).flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (typeof value !== 'object') return isBlank(value) ? [] : [[name, value]]
    const { amount, uses, period } = value
    if (isBlank(amount) && isBlank(uses)) return []
    return [[name, { ...(isBlank(amount) ? {} : { amount }), ...(isBlank(uses) ? {} : { uses }), period }]]
  })
  return { ...draft, limits: Object.fromEntries(kept) }
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === ''
}

/** What is typed into a place, from what the API told or the viewer typed. */
export function typed(value: number | string | null | undefined): string {
  return value === null || value === undefined ? '' : String(value)
}

/** The parts in which two drafts differ, by their names in the API. */
export function changedParts(before: Draft, after: Draft): readonly (keyof Draft)[] {
  const names: readonly (keyof Draft)[] = PARTS
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

const PARTS = [
  'name',
  'description',
  'goal',
  'type',
  'progress',
  'conditions',
  'scheme',
  'award',
  'redeem_method',
  'award_base',
  'before_discounts',
  'limits',
  'funder',
  'availability',
  'commerce_pool',
  'available_after',
  'expires_after',
  'return_policy',
  'priority',
  'on_top',
  'exclusive_group',
] as const
