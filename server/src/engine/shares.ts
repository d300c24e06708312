import { allocate } from '../kit/money.ts'
import type { GivenUnits } from './award.ts'
import type { Award } from './judge.ts'

/**
 * The award's share of each line of the basket, in the basket's order; they sum to the amount. Not kept with the award: whoever
 * judges a year again asks for hardly any.
 */
export function sharesOf({ amount, bases, units, sharedBy }: Award): readonly bigint[] {
  return allocate(amount, sharedBy ?? (units ? unitWeights(units, bases.length) : bases.map(positive)))
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
