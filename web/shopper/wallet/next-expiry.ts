import type { Lot } from '../queries.ts'

/** What runs out next, with all that does on the same day; undefined: nothing runs out. */
export function nextExpiry(
  lots: readonly Lot[],
  dayOf: (at: number) => string,
): { readonly amount: number; readonly day: string } | undefined {
  const ending = lots.flatMap(({ state, remaining, expires_on }) =>
    state === 'SPENDABLE' && expires_on !== null ? [{ remaining, at: expires_on }] : [],
  )
  const [first] = ending.toSorted((one, other) => one.at - other.at)
  if (!first) return undefined
  const day = dayOf(first.at)
  const that = ending.filter(({ at }) => dayOf(at) === day)
  return { amount: that.reduce((sum, { remaining }) => sum + remaining, 0), day }
}
