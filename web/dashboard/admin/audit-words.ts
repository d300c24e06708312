import { capital } from '../../kit/capital.ts'
import { exactText } from '../../kit/moment.ts'
import { wordOf } from '../developers/promotions/values.ts'
import { told } from '../offers/differences.ts'
import { texts, wordFor } from '../texts.ts'

const ACTS: Readonly<Record<string, string>> = texts.audit.acts
const FIELDS: Readonly<Record<string, string>> = {
  ...texts.promotions.parts,
  ...texts.editor.parts,
  ...texts.audit.fields,
}
/** What is one of several wherever it stands. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  phase: texts.offers.phases,
  role: texts.team.roles,
}
/** What an operation that is named so was about. */
const KINDS = [
  ['RewardOffer', 'OFFER'],
  ['RewardScheme', 'SCHEME'],
  ['RewardTierProgramme', 'TIER_PROGRAMME'],
  ['PassPlan', 'PASS_PLAN'],
  ['Organisation', 'ORGANISATION'],
  ['OrderCatalogue', 'ORDER_CATALOGUE'],
  ['OrderStage', 'ORDER_STAGE'],
  ['OrderCancellationReason', 'CANCELLATION_REASON'],
] as const
/** What the act itself tells: which record it is, and when that was. */
const TOLD_ALREADY = ['id', 'created_on', 'updated_on']

interface Change {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** What is worth reading of an act; a new record has many fields that nobody filled in. */
export function changesShown<Each extends Change>(changes: readonly Each[]): readonly Each[] {
  return changes.filter(
    ({ field, before, after }) =>
      !TOLD_ALREADY.includes(field) &&
      ((before === undefined && after === undefined) ||
        told(before) !== texts.nothing ||
        told(after) !== texts.nothing),
  )
}

/** What was done, in words of its own or in those of the operation's name: updateRewardOffer is "Update reward offer". */
export function actText(operation: string): string {
  return ACTS[operation] ?? capital(operation.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase())
}

/** The other way round, so that a filter takes both. */
export function operationOf(text: string): string {
  const told = text.trim().toLocaleLowerCase(texts.locale)
  const own = Object.entries(ACTS).find(([, words]) => words.toLocaleLowerCase(texts.locale) === told)
  if (own) return own[0]
  const words = text.trim().split(/\s+/)
  if (words.length === 1) return text.trim()
  const [first = '', ...others] = words.map((word) => word.toLowerCase())
  return first + others.map(capital).join('')
}

/** What was changed, as people call it where they change it. */
export function fieldText(field: string): string {
  const setting = /^settings\.(\w+)$/.exec(field)?.[1]
  if (setting !== undefined) return wordFor(texts.settings.names, setting)
  return FIELDS[field] ?? capital(field.replaceAll('_', ' '))
}

/** What a field became by an operation, or was. */
export function valueText(operation: string, field: string, value: unknown): string {
  if (typeof value === 'number' && field.endsWith('_on')) return exactText(value, texts.locale)
  if (typeof value !== 'string') return told(value)
  const [, kind] = KINDS.find(([name]) => operation.includes(name)) ?? []
  return VALUES[field]?.[value] ?? wordOf(kind, field, value) ?? told(value)
}
