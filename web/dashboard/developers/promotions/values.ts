import { textOf } from '../../../kit/reading.ts'
import { told } from '../../offers/differences.ts'
import { texts } from '../../texts.ts'
import { withNames } from './names.ts'
import type { Kind } from './queries.ts'
import { termsText } from './terms.ts'

type Names = Readonly<Record<string, string>>

const { editor, managed, offers, plans, schemes, tiers } = texts

/** The words for values, where the dashboard has them on the page of such a record. */
const NAMES: Partial<Readonly<Record<Kind, Readonly<Record<string, Names>>>>> = {
  SCHEME: { sign_up_option: schemes.options, sign_up_method: schemes.methods, state: managed.states },
  TIER_PROGRAMME: { period: tiers.periods },
  ORGANISATION: { type: texts.venues.types, state: texts.venues.states },
  ORDER_CATALOGUE: { state: managed.states, supply_methods: texts.orders.supply },
  ORDER_STAGE: { state: texts.orders.states },
  CANCELLATION_REASON: { state: managed.states },
  PASS_PLAN: { classification: plans.kinds, pass_code_type: plans.codeTypes, state: managed.states },
  OFFER: {
    state: offers.states,
    goal: offers.goals,
    type: editor.goal.types,
    redeem_method: { INSTANT: texts.said.instant, DEFERRED: texts.said.deferred },
    award_base: editor.award.bases,
    return_policy: editor.spending.policies,
  },
}

export interface Told {
  readonly kind: Kind
  readonly field: string
  readonly value: unknown
}

/** A value of a record as a person reads it: in the words that stand elsewhere for it, with names rather than codes. */
export function valueText(
  { kind, field, value }: Told,
  { names, currency }: { readonly names: ReadonlyMap<string, string>; readonly currency: string },
): string {
  const word = typeof value === 'string' ? wordOf(kind, field, value) : undefined
  if (word !== undefined) return word
  if (isTexts(value) && value.length > 0) {
    return value.map((each) => wordOf(kind, field, each) ?? names.get(each) ?? each).join(', ')
  }
  const named = withNames(value, names)
  if (field === 'taps') return tapsText(named)
  return termsText(field, named, currency) ?? told(named)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/** The word for a value that is one of several; undefined: it is something else, or the dashboard has none. */
export function wordOf(kind: Kind | undefined, field: string, value: string): string | undefined {
  const options: Names = field.startsWith('settings.') ? texts.settings.options : {}
  return (kind && NAMES[kind]?.[field]?.[value]) ?? options[value]
}

function tapsText(taps: unknown): string {
  if (!Array.isArray(taps) || taps.length === 0) return texts.nothing
  return taps.map((tap) => [textOf(tap, 'code'), textOf(tap, 'name')].filter(Boolean).join(' · ')).join('\n')
}
