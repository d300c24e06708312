import { sumOf } from './rules.ts'

/** Parts of an amount in proportion to the weights, in whole cents: those with the largest remainder get the cents that are left. */
export function shared(amount: number, weights: readonly number[]): number[] {
  const total = sumOf(weights)
  if (total === 0) return weights.map((_, index) => (index === 0 ? amount : 0))
  const parts = weights.map((weight) => Math.floor((amount * weight) / total))
  const remainders = weights.map((weight, index) => ({ index, remainder: (amount * weight) % total }))
  remainders.sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const left = amount - sumOf(parts)
  for (const { index } of remainders.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/** Of an amount that belongs to all pieces of a line, what belongs to the first so many. */
export function ofPieces(amount: number, pieces: number, count: number): number {
  return sumOf(
    shared(
      amount,
      Array.from({ length: pieces }, () => 1),
    ).slice(0, count),
  )
}
