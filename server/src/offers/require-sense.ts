import { conditionNeeded, goalsOf, type OfferTerms, occasionOf } from '../engine/index.ts'
import { invalidField, missingField } from '../kit/error.ts'

/** Refuses terms whose parts do not go together, naming the one to change. */
export function requireSense(terms: OfferTerms): void {
  const { type, goal, conditions, award, progress } = terms
  const goals = goalsOf(type)
  if (!goals.includes(goal)) {
    throw invalidField('goal', goal, `an offer of type ${type} has the goal ${goals.join(' or ')}`)
  }
  const needed = conditionNeeded(type)
  if (needed !== undefined && !conditions.some(({ kind }) => kind === needed)) {
    throw missingField('conditions', `an offer of type ${type} has a condition ${needed}`)
  }
  if (occasionOf(terms) === 'PURCHASE') return
  if (award.kind !== 'FIXED') {
    throw invalidField('award.kind', award.kind, `${type} happens without a purchase, so its award is FIXED`)
  }
  if (terms.redeem_method === 'INSTANT') {
    throw invalidField(
      'redeem_method',
      'INSTANT',
      `${type} happens without a price that it could be taken off`,
    )
  }
  if (progress && type !== 'ACHIEVEMENT' && type !== 'REFER') {
    throw invalidField('progress', progress.of, `${type} happens once, so there is no progress to count`)
  }
  if (progress && progress.of !== 'VISITS') {
    throw invalidField('progress.of', progress.of, `${type} happens without a basket: count VISITS`)
  }
}
