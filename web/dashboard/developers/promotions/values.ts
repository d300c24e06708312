import { told } from '../../offers/differences.ts'
import { texts } from '../../texts.ts'
import type { Kind } from './queries.ts'

type Names = Readonly<Record<string, string>>

const { editor, managed, offers, plans, schemes, tiers } = texts

/** The words for values, where the dashboard has them on the page of such a record. */
const NAMES: Partial<Readonly<Record<Kind, Readonly<Record<string, Names>>>>> = {
  SCHEME: { sign_up_option: schemes.options, sign_up_method: schemes.methods, state: managed.states },
  TIER_PROGRAMME: { period: tiers.periods },
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

/** A value of a record as a person reads it. */
export function valueText(kind: Kind, field: string, value: unknown): string {
  return (typeof value === 'string' ? NAMES[kind]?.[field]?.[value] : undefined) ?? told(value)
}
