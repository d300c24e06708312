import type { CompiledOffer } from '../../../engine/index.ts'
import { display, money } from '../../../kit/money.ts'
import { forTotal } from '../draft.ts'
import type { Finding } from '../finding.ts'
import type { Setting } from '../setting.ts'
import { isForSeveral, namesGoods } from '../terms.ts'
import { isAwarded, ownOutcome, type Trial } from '../trial.ts'
import { awardedIn, type Move, played } from './played.ts'

const PARTS = 4

/**
 * An amount for each purchase, which nothing limits for a contact: who pays one basket in several parts is given it for each of them.
 * Told where a part costs less than so many times its award; below that the splitting is not worth the trouble.
 */
export function splitBasket(offer: CompiledOffer, setting: Setting, witnesses: readonly Trial[]): Finding[] {
  const { terms, currency } = offer.offer
  const { award, limits } = terms
  const isAmount =
    award.kind === 'FIXED' || (award.kind === 'STEPS' && award.steps.some(({ amount }) => amount))
  if (!isAmount || limits.per_contact || isForSeveral(offer) || namesGoods(offer.offer)) return []
  const part = bestPart(offer, witnesses)
  if (!part) return []
  const { draft } = part
  const total = draft.basket.total
  const [whole] = forTotal(draft, total * BigInt(PARTS))
  if (!whole) return []
  const moves = Array.from(
    { length: PARTS },
    (_, index): Move => ({ does: 'BUY', purchase: `${index + 1}`, draft }),
  )
  const { steps, kept } = played(offer, setting, moves)
  const atOnce = played(offer, setting, [{ does: 'BUY', purchase: '1', draft: whole }]).kept.award
  const isWorthIt = steps.every((step) => awardedIn(step) > 0n) && kept.award > atOnce
  if (!isWorthIt || kept.award * BigInt(PARTS) <= kept.goods) return []
  const show = (minor: bigint) => display(money(minor, currency))
  return [
    {
      code: 'FARMABLE',
      severity: 'WARNING',
      says: `One basket for ${show(kept.goods)} is given ${show(atOnce)}; paid in ${PARTS} parts it is given ${show(kept.award)}. A limit for each contact ends this.`,
      example: { of: 'STEPS', steps, kept },
    },
  ]
}

/** The purchase that is given most for what it costs. */
function bestPart(offer: CompiledOffer, witnesses: readonly Trial[]): Trial | undefined {
  const worth = witnesses.flatMap((trial) => {
    const outcome = ownOutcome(offer, trial)
    const { total } = trial.draft.basket
    return isAwarded(outcome) && total > 0n ? [{ trial, amount: outcome.amount, total }] : []
  })
  const best = worth.reduce<(typeof worth)[number] | undefined>(
    (found, each) => (found && found.amount * each.total >= each.amount * found.total ? found : each),
    undefined,
  )
  return best?.trial
}
