import { checkShares, LEFT_TO_PAY, sharesOf } from './award.ts'
import { atMost, notBelowZero, total } from './decimal.ts'
import { sharedOverGoods } from './goods.ts'
import type { Notes } from './notes.ts'
import type { StoredAward } from './stored.ts'
import type { Bought } from './units.ts'

/** What discounts can still take off: of each line, and of the whole, which lines below zero make smaller. */
interface ToPay {
  readonly lines: readonly bigint[]
  readonly all: bigint
}

/**
 * Discounts of one purchase, in their order: each is shared over its goods and these over their lines, or where they have not so much left to pay, over what
 * they have left. Answers what they take off each line.
 */
export function checkDiscounts(
  awards: readonly StoredAward[],
  { total: price, ...bought }: Bought & { readonly total: bigint },
  notes: Notes,
): readonly bigint[] {
  const { lines } = bought
  const first: ToPay = { lines: lines.map(({ gross }) => notBelowZero(gross)), all: notBelowZero(price) }
  let left = first
  for (const award of awards.filter(({ redeem }) => redeem === 'INSTANT')) {
    checkDiscount(award, { first, left, bought }, notes.about(award.offer))
    left = {
      lines: left.lines.map((each, index) => each - (award.shares[index] ?? 0n)),
      all: left.all - award.amount,
    }
  }
  return lines.map((_, index) => (first.lines[index] ?? 0n) - (left.lines[index] ?? 0n))
}

interface Prices {
  /** Before any discount. */
  readonly first: ToPay
  /** After those before this one. */
  readonly left: ToPay
  readonly bought: Bought
}

function checkDiscount(award: StoredAward, { first, left, bought }: Prices, notes: Notes): void {
  const { amount, limit, shares } = award
  const rooms = roomsOf(award, left)
  const share = sharedOverGoods(bought.lines)
  const most = atMost(left.all, total(rooms))
  if (limit?.name === LEFT_TO_PAY) {
    const atFirst = atMost(first.all, total(roomsOf(award, first)))
    notes.amount('limit.most', limit.most, atFirst)
    notes.amount('limit.used', limit.used, atFirst - most)
    notes.amounts('shares', shares, share(amount, rooms))
    return
  }
  if (amount > most) notes.amount('amount', amount, most)
  const [plain, ...others] = award.units
    ? sharesOf(award, bought, share)
    : [share(amount, roomsOf(award, first))]
  const within = (wanted: bigint[]) =>
    wanted.every((share, index) => share <= (rooms[index] ?? 0n)) ? wanted : share(amount, rooms)
  checkShares(shares, [within(plain), ...others.map(within)], notes)
}

/** What is left of the lines that the award is for: given goods belong to theirs alone. */
function roomsOf({ units, bases }: StoredAward, left: ToPay): bigint[] {
  return left.lines.map((room, index) => {
    const isOf = units ? units.some(({ line }) => line === index + 1) : (bases[index] ?? 0n) > 0n
    return isOf ? room : 0n
  })
}
