import type { CompiledOffer } from '../../../engine/index.ts'
import { display, money } from '../../../kit/money.ts'
import { ONE } from '../../../kit/quantity.ts'
import { type Draft, forTotal, priced, withLines } from '../draft.ts'
import type { Finding } from '../finding.ts'
import type { Setting } from '../setting.ts'
import { allHold } from '../witness.ts'
import { awardedIn, type Move, type Played, played } from './played.ts'

const MOST_VISITS = 200

/**
 * The purchase that reaches a goal is given the award, and keeps it when those that led there are given back. Played twice: what
 * works again in the same period has no end.
 */
export function goalThenReturn(offer: CompiledOffer, setting: Setting, drafts: readonly Draft[]): Finding[] {
  const { terms } = offer.offer
  const cheapest = cheapestOf(drafts)
  if (offer.occasion !== 'PURCHASE' || !cheapest) return []
  const leading = terms.progress
    ? leadingToGoal(terms.progress, cheapest)
    : reachesTier(offer)
      ? leadingToTier(offer, setting, drafts)
      : undefined
  if (!leading || !leading(1).every((draft) => allHold(offer, draft) || !terms.progress)) return []
  const once = played(offer, setting, round(1, leading(1), cheapest))
  const twice = played(offer, setting, [...round(1, leading(1), cheapest), ...round(2, leading(2), cheapest)])
  const farm = twice.kept.award > once.kept.award ? twice : once
  if (farm.kept.award <= farm.kept.goods) return []
  return [finding(offer, farm, farm === twice)]
}

/** What is bought before the last purchase of a round, so that this one reaches the goal. */
type Leading = (round: number) => readonly Draft[]

function round(number: number, leading: readonly Draft[], last: Draft): Move[] {
  const names = leading.map((_, index) => `${number}.${index + 1}`)
  return [
    ...leading.map((draft, index): Move => ({ does: 'BUY', purchase: names[index] ?? '', draft })),
    { does: 'BUY', purchase: `${number}.last`, draft: last },
    ...names.map((purchase): Move => ({ does: 'GIVE_BACK', purchase })),
  ]
}

function cheapestOf(drafts: readonly Draft[]): Draft | undefined {
  return drafts.reduce<Draft | undefined>(
    (found, each) => (found && found.basket.total <= each.basket.total ? found : each),
    undefined,
  )
}

/** All of the goal but one purchase. What the last purchases of earlier rounds counted still stands. */
function leadingToGoal(
  { of, target, per, repeats }: NonNullable<CompiledOffer['offer']['terms']['progress']>,
  last: Draft,
): Leading | undefined {
  // Of a goal of everybody nobody knows who will reach it.
  if (per === 'EVERYONE') return undefined
  const goal = (round: number) => BigInt(target) * (repeats ? BigInt(round) : 1n)
  const standing = (round: number, each: bigint) => BigInt(round) * each
  const { total, lines } = last.basket
  switch (of) {
    case 'VISITS':
      if (BigInt(target) > MOST_VISITS) return undefined
      return (round) =>
        Array.from({ length: Number(goal(round) - standing(round, 1n)) }, () => last)
    case 'AMOUNT':
      return (round) => forTotal(last, goal(round) - standing(round, total)).slice(0, 1)
    case 'QUANTITY': {
      const [first] = lines
      if (!first) return undefined
      return (round) => {
        const quantity = goal(round) - standing(round, first.quantity)
        return quantity > 0n ? [withLines(last, [priced({ ...first, quantity: whole(quantity) }, first.gross)])] : []
      }
    }
  }
}

function whole(quantity: bigint): bigint {
  return quantity < ONE ? ONE : quantity
}

function reachesTier({ offer }: CompiledOffer): boolean {
  return offer.terms.conditions.some((each) => each.kind === 'TIERS' && each.reached)
}

const RATE = 10_000n

/** So much that the last purchase brings the contact into the first of the tiers that the offer names. */
function leadingToTier(
  { offer }: CompiledOffer,
  { known: { tiers: programme } }: Setting,
  drafts: readonly Draft[],
): Leading | undefined {
  const named = new Set<string>(
    offer.terms.conditions.flatMap((each) => (each.kind === 'TIERS' ? each.tiers.map(({ id }) => id) : [])),
  )
  const tier = programme?.tiers.find(({ id, units }) => named.has(id) && units > 0n)
  const last = cheapestOf(drafts)
  if (!programme || !tier || !last) return undefined
  const { minorDigits } = offer.currency === undefined ? { minorDigits: 2 } : { minorDigits: 2 }
  const needed = (tier.units * RATE * 10n ** BigInt(minorDigits)) / programme.unitsPer
  const { total } = last.basket
  return (round) => forTotal(last, needed - BigInt(round) * total + total / 2n).slice(0, 1)
}

function finding({ offer }: CompiledOffer, { steps, kept }: Played, isEndless: boolean): Finding {
  const show = (minor: bigint) => display(money(minor, offer.currency))
  const times = steps.filter((step) => awardedIn(step) > 0n).length
  const goal = offer.terms.progress ? 'goal' : 'tier'
  const often = isEndless ? `${times} times over, and again` : 'once in each period'
  const severity = isEndless && !offer.terms.limits.per_contact ? 'WARNING' : 'NOTICE'
  return {
    code: 'FARMABLE',
    severity,
    says: `Who reaches the ${goal} and gives back what led there keeps ${show(kept.award)} on goods for ${show(kept.goods)}, ${often}.`,
    example: { of: 'STEPS', steps, kept },
  }
}
