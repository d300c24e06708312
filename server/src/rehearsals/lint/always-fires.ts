import { type CompiledOffer, indexOffers } from '../../engine/index.ts'
import { display, money } from '../../kit/money.ts'
import { anything, type Draft, spread, withLines } from './draft.ts'
import type { Finding } from './finding.ts'
import type { Setting } from './setting.ts'
import { startsOf } from './starts.ts'
import { isByChance, isForSeveral } from './terms.ts'
import { isAwarded, outcomeOf, ownOutcome, trialOf } from './trial.ts'
import { avoid } from './trying/index.ts'

const MOST_STARTS = 60

/**
 * Every purchase fulfils it: one cent of anything, anywhere, at any time, by anybody. Tried with plain purchases, and with all that
 * its own conditions seem to leave out. Offers with a goal, by chance or
 * for members do not fire always.
 */
export function alwaysFires(offer: CompiledOffer, setting: Setting): Finding[] {
  const { terms, currency } = offer.offer
  if (offer.occasion !== 'PURCHASE' || isForSeveral(offer) || isByChance(offer) || terms.scheme) return []
  const scene = { setting, offer }
  const starts = spread(startsOf(scene), MOST_STARTS)
  const odd = starts.flatMap((draft) => terms.conditions.flatMap((each) => avoid(each, draft, scene)))
  const all = [...starts, ...odd].flatMap((draft) => [draft, withLines(draft, [anything(1n)])])
  if (all.length === 0 || !all.every((draft) => isFulfilled(offer, draft))) return []
  const [plain] = starts
  const alone = indexOffers([offer])
  const examples = [1n, 50n, 1_000n, 100_000n]
    .flatMap((total) => (plain ? [trialOf(offer, withLines(plain, [anything(total)]))] : []))
    .map((trial) => ({ trial, outcome: outcomeOf(alone, trial) }))
  const judged = examples.find(({ outcome }) => outcome.awards.length > 0)
  const [award] = judged?.outcome.awards ?? []
  if (!judged || !award) return []
  const { total } = judged.trial.draft.basket
  const show = (minor: bigint) => display(money(minor, currency))
  return [
    {
      code: 'ALWAYS_FIRES',
      severity: award.amount > total && !terms.limits.per_contact ? 'WARNING' : 'NOTICE',
      says: `Every purchase is awarded, whatever it is: ${show(total)} of anything gives ${show(award.amount)}.`,
      example: { of: 'BASKET', judged },
    },
  ]
}

/** Awarded, or so little that a share of it rounds to nothing. */
function isFulfilled(offer: CompiledOffer, draft: Draft): boolean {
  const outcome = ownOutcome(offer, trialOf(offer, draft))
  if (isAwarded(outcome)) return true
  return outcome.because === 'NOTHING_TO_EARN' && offer.offer.terms.award.kind === 'PERCENTAGE'
}
