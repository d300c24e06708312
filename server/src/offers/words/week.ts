const MANY_DAYS = 3

/** Days of 1 = Sunday … 7 = Saturday from Monday on; so many without a gap are told by their first and their last. */
export function weekOf(days: readonly number[]): {
  readonly days: readonly number[]
  readonly isRun: boolean
} {
  const places = [...new Set(days.map((day) => (day + 5) % 7))].toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [places.at(0), places.at(-1)]
  return {
    days: places.map((place) => ((place + 1) % 7) + 1),
    isRun: last - first === places.length - 1 && places.length >= MANY_DAYS,
  }
}
