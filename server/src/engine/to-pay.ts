import { least, sum } from '../kit/money.ts'
import type { Basket } from './basket.ts'
import { numbersOfGoods } from './goods.ts'
import type { Award } from './judge.ts'
import { sharesOf } from './shares.ts'

/** What discounts may still take off: of each line, and of the whole, which lines below zero make smaller. */
export interface ToPay {
  readonly lines: readonly bigint[]
  readonly total: bigint
}

export function toPayFor({ lines, total }: Basket): ToPay {
  return { lines: lines.map(({ gross }) => positive(gross)), total: positive(total) }
}

/** A discount is shared by what its lines cost; of given pieces by what these cost. Equal goods share it before lines do. */
export function asDiscount(award: Award, basket: Basket): Award {
  const goods = numbersOfGoods(basket.lines)
  if (award.units) return { ...award, goods }
  const sharedBy = basket.lines.map(({ gross }, line) => (isOf(award, line) ? positive(gross) : 0n))
  return { ...award, goods, sharedBy }
}

/**
 * The award as far as it can be taken off: at most what its lines still cost, of `all` that they cost at
 * first. Nobody is paid for buying, whatever several discounts say.
 */
export function takenOff(award: Award, toPay: ToPay, all: ToPay): Award {
  const weights = toPay.lines.map((left, index) => (isOf(award, index) ? left : 0n))
  const left = least(toPay.total, sum(weights))
  const fits =
    award.amount <= left && sharesOf(award).every((share, index) => share <= (weights[index] ?? 0n))
  if (fits) return award
  const amount = least(award.amount, left)
  const given = { ...award, amount, sharedBy: weights }
  if (amount === award.amount) return given
  const most = least(all.total, sum(all.lines.filter((_, index) => isOf(award, index))))
  return { ...given, reached: { name: 'LEFT_TO_PAY', used: most - left, most } }
}

/** Whether an award comes from a line: given goods belong to theirs alone. */
function isOf({ units, bases }: Award, line: number): boolean {
  return units ? units.some(({ index }) => index === line) : (bases[line] ?? 0n) > 0n
}

export function lessOff({ lines, total }: ToPay, award: Award): ToPay {
  const shares = sharesOf(award)
  return { lines: lines.map((left, index) => left - (shares[index] ?? 0n)), total: total - award.amount }
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n
}
