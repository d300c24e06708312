import type { CompiledOffer } from '../../../engine/index.ts'
import { display, least, money } from '../../../kit/money.ts'
import { ONE } from '../../../kit/quantity.ts'
import { type Draft, priced, withLines } from '../draft.ts'
import type { Finding } from '../finding.ts'
import type { Setting } from '../setting.ts'
import { isForSeveral } from '../terms.ts'
import type { Trial } from '../trial.ts'
import { type Played, played } from './played.ts'

const KEPT = 10n

/**
 * Goods that come back take their share of the award with them, and leave the share of what is kept, though what is kept alone
 * would not have reached the threshold. It is how returns work, so it is only told.
 */
export function partReturned(offer: CompiledOffer, setting: Setting, witnesses: readonly Trial[]): Finding[] {
  const { currency } = offer.offer
  if (offer.occasion !== 'PURCHASE' || isForSeveral(offer) || !hasThreshold(offer)) return []
  const found = witnesses
    .map((trial) => keepingLittle(offer, setting, trial))
    .filter((each) => each !== undefined)
    .reduce<Farm | undefined>((most, each) => (most && most.gained >= each.gained ? most : each), undefined)
  if (!found) return []
  const { steps, kept } = found.played
  const show = (minor: bigint) => display(money(minor, currency))
  return [
    {
      code: 'FARMABLE',
      severity: 'NOTICE',
      says: `Who buys enough and gives most of it back keeps ${show(kept.award)} on goods for ${show(kept.goods)}, which alone are given ${show(kept.award - found.gained)}.`,
      example: { of: 'STEPS', steps, kept },
    },
  ]
}

interface Farm {
  readonly played: Played
  /** More than what is kept would have been given by itself. */
  readonly gained: bigint
}

function hasThreshold({ offer: { terms } }: CompiledOffer): boolean {
  const { award, conditions } = terms
  if (award.kind === 'STEPS') return award.steps.some(({ from }) => from !== '0')
  return conditions.some((each) => {
    if (each.kind === 'AMOUNT') return each.minimum !== undefined
    if (each.kind === 'PRODUCTS') return (each.minimum_amount ?? each.minimum_quantity) !== undefined
    return each.kind === 'BUNDLE'
  })
}

function keepingLittle(offer: CompiledOffer, setting: Setting, { draft }: Trial): Farm | undefined {
  const alone = littleOf(draft)
  const left = alone.basket.total
  const { total } = draft.basket
  if (left <= 0n || left >= total) return undefined
  const all = played(offer, setting, [
    { does: 'BUY', purchase: '1', draft },
    { does: 'GIVE_BACK', purchase: '1', goods: total - left },
  ])
  const byItself = played(offer, setting, [{ does: 'BUY', purchase: '1', draft: alone }]).kept.award
  const gained = all.kept.award - byItself
  return gained > 0n ? { played: all, gained } : undefined
}

/** One of several lines; of a single line a tenth, at least one piece. */
function littleOf(draft: Draft): Draft {
  const [first, ...others] = draft.basket.lines
  if (!first || others.length > 0) return withLines(draft, first ? [first] : [])
  const quantity = first.quantity / KEPT > ONE ? first.quantity / KEPT : least(ONE, first.quantity)
  return withLines(draft, [priced({ ...first, quantity }, first.gross / KEPT)])
}
