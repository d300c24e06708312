import type { CompiledOffer } from '../../../engine/index.ts'
import { display, money } from '../../../kit/money.ts'
import type { Draft } from '../draft.ts'
import type { Finding } from '../finding.ts'
import type { Setting } from '../setting.ts'
import { type Leading, leadingToGoal, leadingToTier } from './leading.ts'
import { awardedIn, type Move, type Played, played } from './played.ts'

/**
 * The purchase that reaches a goal is given the award, and keeps it when those that led there are given back. Played twice: what
 * works again in the same period has no end.
 */
export function goalThenReturn(offer: CompiledOffer, setting: Setting, drafts: readonly Draft[]): Finding[] {
  const last = cheapestOf(
    drafts.filter(({ basket: { lines } }) => offer.qualifying(lines).length === lines.length),
  )
  if (offer.occasion !== 'PURCHASE' || !last) return []
  const { progress } = offer.offer.terms
  const leading = progress ? leadingToGoal(progress, last) : leadingToTier(offer, setting.known, last)
  if (!leading || leading(1).length === 0) return []
  const first = roundOf(1, leading, last)
  const once = played(offer, setting, first)
  const twice = played(offer, setting, [...first, ...roundOf(2, leading, last)])
  const isEndless = twice.kept.award > once.kept.award
  const farm = isEndless ? twice : once
  return farm.kept.award > farm.kept.goods ? [finding(offer, farm, isEndless)] : []
}

function roundOf(round: number, leading: Leading, last: Draft): Move[] {
  const before = leading(round).map((draft, index) => ({ draft, purchase: `${round}.${index + 1}` }))
  return [
    ...before.map((each): Move => ({ does: 'BUY', ...each })),
    { does: 'BUY', purchase: `${round}.last`, draft: last },
    ...before.map(({ purchase }): Move => ({ does: 'GIVE_BACK', purchase })),
  ]
}

function cheapestOf(drafts: readonly Draft[]): Draft | undefined {
  return drafts.reduce<Draft | undefined>(
    (found, each) => (found && found.basket.total <= each.basket.total ? found : each),
    undefined,
  )
}

function finding({ offer }: CompiledOffer, { steps, kept }: Played, isEndless: boolean): Finding {
  const show = (minor: bigint) => display(money(minor, offer.currency))
  const times = steps.filter((step) => awardedIn(step) > 0n).length
  const goal = offer.terms.progress ? 'goal' : 'tier'
  const often = isEndless ? `${times} times here, and again` : 'once in each period'
  return {
    code: 'FARMABLE',
    severity: isEndless && !offer.terms.limits.per_contact ? 'WARNING' : 'NOTICE',
    says: `Who reaches the ${goal} and gives back what led there keeps ${show(kept.award)} on goods for ${show(kept.goods)}, ${often}.`,
    example: { of: 'STEPS', steps, kept },
  }
}
