import { type CompiledOffer, explainRefused } from '../../engine/index.ts'
import { type Draft, plainDraft } from './draft.ts'
import type { Finding } from './finding.ts'
import { nowhere, type Setting } from './setting.ts'
import { isAwarded, ownOutcome, trialOf } from './trial.ts'
import { type Found, variedFor } from './witness.ts'

/** Nothing that anybody may do is awarded: tells the basket that comes nearest, and what still stands in its way. */
export function neverFires(offer: CompiledOffer, setting: Setting, found: Found): Finding[] {
  const over = whyOver(offer, setting)
  if (over !== undefined) return [neverFor(offer, plain(offer, setting), over)]
  if ('nearest' in found) return [neverFor(offer, found.nearest, whyImpossible(offer, setting))]
  const [first] = found.drafts
  if (!first)
    return [neverFor(offer, plain(offer, setting), 'There is no open place where anybody could buy.')]
  const drafts = [...found.drafts, ...variedFor([offer], found.drafts, setting)]
  const isEver = drafts.some((draft) => isAwarded(ownOutcome(offer, trialOf(offer, draft))))
  return isEver ? [] : [neverFor(offer, drafts.at(-1) ?? first, 'Whatever fulfils it is awarded nothing.')]
}

function whyOver({ offer: { state, terms } }: CompiledOffer, { now }: Setting): string | undefined {
  if (state === 'ENDED') return 'It has ended, and what has ended never runs again.'
  const { to } = terms.availability
  return to !== undefined && to <= now.getTime()
    ? `It is over since ${new Date(to).toISOString()}.`
    : undefined
}

function whyImpossible({ offer: { terms } }: CompiledOffer, { places, known }: Setting): string {
  const open = new Set<string>(
    places.flatMap(({ business, merchant, venue }) => [business, merchant, venue ?? '']),
  )
  if (terms.scheme && !known.schemes.has(terms.scheme.id)) return 'Its scheme is not in use, or is gone.'
  for (const each of terms.conditions) {
    switch (each.kind) {
      case 'ORGANISATIONS':
        if (!each.organisations.some(({ id }) => open.has(id))) return 'All its places are closed.'
        break
      case 'TIERS':
        if (!each.tiers.some(({ id }) => isTier(id, known))) return 'None of its tiers exists any more.'
        break
      case 'PASS':
        if (!each.pass_plans.some(({ id }) => known.passPlans.has(id)))
          return 'None of its pass plans is in use.'
        break
    }
  }
  return 'Nothing fulfils all its conditions.'
}

function isTier(id: string, { tiers }: Setting['known']): boolean {
  return tiers?.tiers.some((tier) => tier.id === id) ?? false
}

function neverFor(offer: CompiledOffer, draft: Draft, why: string): Finding {
  const trial = trialOf(offer, draft)
  const outcome = ownOutcome(offer, trial)
  const refused = isAwarded(outcome) ? [] : [outcome]
  const stands = refused
    .map((each) => explainRefused(each, draft.basket))
    .map(
      ({ condition, seen, needed }) =>
        ` The nearest basket fails at ${condition}: ${seen}, needed ${needed}.`,
    )
  return {
    code: 'NEVER_FIRES',
    severity: 'ERROR',
    says: `${why}${stands.join('')}`,
    example: { of: 'BASKET', judged: { trial, outcome: { awards: [], refused } } },
  }
}

/** The plainest purchase now, at the first place there is. */
function plain(offer: CompiledOffer, setting: Setting): Draft {
  const { now, places } = setting
  return plainDraft(offer, places[0] ?? nowhere(setting), now, setting)
}
