import { sumOf } from '../../kit/sum.ts'

export interface Expiring {
  readonly remaining: number
  readonly expires_on: number | null
}

export interface Month {
  /** The first of its days, such as 2026-03-01; undefined: it never expires. */
  readonly first: string | undefined
  readonly amount: number
}

const MOST_MONTHS = 12

/** What expires in which month, from the soonest to the last one in which something does, then what never does. */
export function byMonth(lots: readonly Expiring[]): readonly Month[] {
  const sums = new Map<string | undefined, number>()
  for (const { remaining, expires_on } of lots) {
    const month = expires_on === null ? undefined : monthOf(expires_on)
    sums.set(month, sumOf([sums.get(month) ?? 0, remaining]))
  }
  const never = sums.get(undefined) ?? 0
  const months = [...sums.keys()].flatMap((month) => month ?? []).toSorted()
  const told = months.slice(0, MOST_MONTHS).map((first) => ({ first, amount: sums.get(first) ?? 0 }))
  return never === 0 ? told : [...told, { first: undefined, amount: never }]
}

function monthOf(at: number): string {
  const day = new Date(at * 1_000)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-01`
}
