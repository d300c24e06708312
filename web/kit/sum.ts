/** No currency has more digits than four. */
const FINEST = 10_000

/**
 * The sum of amounts as the API tells them, exact to the last digit of any currency: each is a whole number of the finest parts, which
 * add up without rounding.
 */
export function sumOf(amounts: Iterable<number>): number {
  let parts = 0
  for (const amount of amounts) parts += Math.round(amount * FINEST)
  return parts / FINEST
}

/** What it comes to after each of them, as exact. */
export function runningSums(amounts: readonly number[]): readonly number[] {
  let parts = 0
  return amounts.map((amount) => {
    parts += Math.round(amount * FINEST)
    return parts / FINEST
  })
}
