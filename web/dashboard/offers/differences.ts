import { fieldOf } from '../../kit/reading.ts'
import { texts } from '../texts.ts'
import type { Version } from './queries.ts'
import { sayer } from './said.ts'

export interface Difference {
  readonly part: string
  readonly was: string
  readonly is: string
}

type Condition = Version['conditions'][number]

/** What two versions of an offer do not have in common, part by part, in words. */
export function differences(before: Version, after: Version): readonly Difference[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  const plain = was.flatMap(([part, text], at) => {
    const now = is[at]?.[1] ?? texts.nothing
    return text === now ? [] : [{ part, was: text, is: now }]
  })
  return [...plain, ...conditionDifferences(before, after)]
}

function partsOf(version: Version): readonly (readonly [part: string, text: string])[] {
  const { parts, award, spending, goal } = texts.editor
  const say = sayer(version.currency_code)
  const yesNo = (is: boolean) => (is ? texts.yes : texts.no)
  return [
    [parts.name, version.name],
    [parts.description, version.description ?? texts.nothing],
    [parts.goal, texts.offers.goals[version.goal]],
    [parts.type, goal.types[version.type]],
    [parts.award, say.award(version.award)],
    [parts.redeem_method, version.redeem_method === 'INSTANT' ? texts.said.instant : texts.said.deferred],
    [parts.award_base, award.bases[version.award_base]],
    [parts.before_discounts, yesNo(version.before_discounts)],
    [parts.progress, say.progress(version.progress)],
    [parts.scheme, version.scheme?.name ?? goal.everybody],
    [texts.said.budget, say.budget(version.limits.budget)],
    [award.limits.per_contact, say.limit(version.limits.per_contact)],
    [award.limits.per_venue, say.limit(version.limits.per_venue)],
    [award.limits.per_period, say.limit(version.limits.per_period)],
    [parts.funder, version.funder.name],
    [parts.availability, say.runs(version)],
    [parts.commerce_pool, version.commerce_pool.name],
    [parts.available_after, say.span(version.available_after, spending.atOnce)],
    [parts.expires_after, say.span(version.expires_after, spending.asPool)],
    [parts.return_policy, spending.policies[version.return_policy]],
    [parts.priority, String(version.priority)],
    [parts.on_top, yesNo(version.on_top)],
    [parts.exclusive_group, version.exclusive_group ?? texts.nothing],
  ]
}

/** Conditions of the same kind are compared in their order; what has no like was added or taken away. */
function conditionDifferences(before: Version, after: Version): readonly Difference[] {
  const { kinds } = texts.editor.conditions
  const said = (version: Version, kind: Condition['kind']) =>
    version.conditions.filter((each) => each.kind === kind).map(sayer(version.currency_code).condition)
  const present = new Set([...before.conditions, ...after.conditions].map(({ kind }) => kind))
  return [...present].flatMap((kind) => {
    const [was, is] = [said(before, kind), said(after, kind)]
    const length = Math.max(was.length, is.length)
    return Array.from({ length }, (_, at) => ({
      part: kinds[kind],
      was: was[at] ?? texts.said.notAsked,
      is: is[at] ?? texts.said.notAsked,
    })).filter((each) => each.was !== each.is)
  })
}

/** A value of the API as a person reads it, whatever it is of: names rather than ids, and no brackets. */
export function told(value: unknown): string {
  if (value === null || value === undefined || value === '') return texts.nothing
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value)) return value.length === 0 ? texts.nothing : value.map(told).join('; ')
  if (typeof value !== 'object') return String(value)
  const name = fieldOf(value, 'name')
  if (typeof name === 'string') return name
  const parts = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined)
  if (parts.length === 0) return texts.nothing
  const isAlone = parts.length === 1
  return parts
    .map(([key, inner]) =>
      key === 'kind' || (isAlone && key === 'code')
        ? String(inner)
        : `${key.replaceAll('_', ' ')} ${told(inner)}`,
    )
    .join(', ')
}
