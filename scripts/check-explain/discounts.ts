import { LEFT_TO_PAY, weightsOf } from './award.ts'
import { atMost, notBelowZero, shared, total } from './decimal.ts'
import type { Notes } from './notes.ts'
import type { Line, StoredAward } from './stored.ts'

/**
 * Discounts of one purchase, in their order: each is shared over its lines, or where a line has not so much left over what its
 * lines have left. Answers what they take off each line.
 */
export function checkDiscounts(
  awards: readonly StoredAward[],
  lines: readonly Line[],
  notes: Notes,
): readonly bigint[] {
  const left = lines.map(({ gross }) => notBelowZero(gross))
  for (const award of awards.filter(({ redeem }) => redeem === 'INSTANT')) {
    checkDiscount(award, left, notes.about(award.offer))
    award.shares.forEach((share, index) => {
      left[index] = (left[index] ?? 0n) - share
    })
  }
  return lines.map(({ gross }, index) => notBelowZero(gross) - (left[index] ?? 0n))
}

function checkDiscount(award: StoredAward, left: readonly bigint[], notes: Notes): void {
  const { amount, limit, shares, bases } = award
  const cut = limit?.name === LEFT_TO_PAY ? limit : undefined
  const wanted = amount + (cut?.used ?? 0n)
  const first = shared(wanted, weightsOf(award))
  if (first.every((share, index) => share <= (left[index] ?? 0n))) {
    if (cut) notes.wrong('limit', LEFT_TO_PAY, 'none: every line has its share left')
    notes.amounts('shares', shares, first)
    return
  }
  const rooms = first.map((share, index) => (share > 0n || bases[index] !== 0n ? (left[index] ?? 0n) : 0n))
  const most = total(rooms)
  if (cut) notes.amount('limit.most', cut.most, most)
  const given = atMost(wanted, most)
  notes.amount('amount', amount, given)
  notes.amounts('shares', shares, shared(given, rooms))
}
