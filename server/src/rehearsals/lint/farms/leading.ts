import type { CompiledOffer, OfferTerms } from '../../../engine/index.ts'
import { minorDigits } from '../../../kit/currency.ts'
import { ONE } from '../../../kit/quantity.ts'
import { type Draft, forTotal, priced, withLines } from '../draft.ts'
import type { Known } from '../setting.ts'

/**
 * What is bought before the last purchase of a round, so that the last one reaches the goal, or the tier. Of earlier rounds only the
 * last purchases still stand.
 */
export type Leading = (round: number) => readonly Draft[]

const MOST_VISITS = 200

/** All of the goal but one purchase; undefined for a goal of everybody, of which nobody knows who will reach it. */
export function leadingToGoal(
  progress: NonNullable<OfferTerms['progress']>,
  last: Draft,
): Leading | undefined {
  const { of, per, repeats } = progress
  const target = BigInt(progress.target)
  const [line] = last.basket.lines
  if (per === 'EVERYONE' || !line || (of === 'VISITS' && target > MOST_VISITS)) return undefined
  const each = { VISITS: 1n, AMOUNT: last.basket.total, QUANTITY: line.quantity }[of]
  const missing = (round: number) => target * (repeats ? BigInt(round) : 1n) - BigInt(round) * each
  return (round) => {
    const left = missing(round)
    if (left <= 0n) return []
    switch (of) {
      case 'VISITS':
        return Array.from({ length: Number(left) }, () => last)
      case 'AMOUNT':
        return forTotal(last, left).slice(0, 1)
      case 'QUANTITY':
        return [withLines(last, [priced({ ...line, quantity: left < ONE ? ONE : left }, line.gross)])]
    }
  }
}

const RATE = 10_000n

/** One unit of money less than the first tier needs that the offer names. */
export function leadingToTier(
  { offer }: CompiledOffer,
  { tiers: programme }: Known,
  last: Draft,
): Leading | undefined {
  const named = offer.terms.conditions.flatMap((each) =>
    each.kind === 'TIERS' && each.reached ? each.tiers.map(({ id }) => id) : [],
  )
  const tier = programme?.tiers.find(({ id, units }) => named.includes(id) && units > 0n)
  if (!programme || !tier || programme.unitsPer <= 0n) return undefined
  const exact = tier.units * RATE * 10n ** BigInt(minorDigits(offer.currency))
  const needed = (exact + programme.unitsPer - 1n) / programme.unitsPer
  return (round) => forTotal(last, needed - 1n - BigInt(round - 1) * last.basket.total).slice(0, 1)
}
