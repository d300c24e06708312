import { allocate } from '../kit/money.ts'
import type { GivenUnits } from './award.ts'
import type { Award } from './judge.ts'

/**
 * The award's share of each line of the basket, in the basket's order; they sum to the amount. Not kept with the award: whoever
 * judges a year again asks for hardly any.
 */
export function sharesOf({ amount, bases, units, sharedBy, goods }: Award): readonly bigint[] {
  const weights = sharedBy ?? (units ? unitWeights(units, bases.length) : bases.map(positive))
  return goods ? sharedByGoods(amount, weights, goods) : allocate(amount, weights)
}

/**
 * Shared over the goods, whichever lines they stand on and in which order, and then over the lines of each: what of some goods is left
 * to pay does not depend on how the till wrote them down.
 */
function sharedByGoods(
  amount: bigint,
  weights: readonly bigint[],
  goods: readonly number[],
): readonly bigint[] {
  if (weights.length < 2) return allocate(amount, weights)
  const together = noughts(Math.max(...goods) + 1)
  goods.forEach((number, line) => {
    together[number] = (together[number] ?? 0n) + (weights[line] ?? 0n)
  })
  const shares = noughts(weights.length)
  allocate(amount, together).forEach((part, number) => {
    const lines = [...goods.keys()].filter((line) => goods[line] === number)
    const parts = allocate(
      part,
      lines.map((line) => weights[line] ?? 0n),
    )
    lines.forEach((line, place) => {
      shares[line] = parts[place] ?? 0n
    })
  })
  return shares
}

/** What awards take off, or give for, each of so many lines. */
export function sharesTogether(awards: readonly Award[], length: number): readonly bigint[] {
  const together = noughts(length)
  for (const award of awards) {
    const shares = sharesOf(award)
    for (let line = 0; line < shares.length; line++) {
      together[line] = (together[line] ?? 0n) + (shares[line] ?? 0n)
    }
  }
  return together
}

/** Nothing for each of so many lines. */
export function noughts(length: number): bigint[] {
  const each: bigint[] = []
  for (let line = 0; line < length; line++) each.push(0n)
  return each
}

/** Finer than amounts, because a piece may be worth less than the smallest coin. */
const FINE = 10n ** 15n

function unitWeights(units: readonly GivenUnits[], length: number): bigint[] {
  const weights = noughts(length)
  for (const { index, taken, of, exact } of units) {
    weights[index] = (weights[index] ?? 0n) + (exact.over * taken * FINE) / (exact.under * of)
  }
  return weights
}

/** What is below zero only lessens the base. */
function positive(value: bigint): bigint {
  return value > 0n ? value : 0n
}
