export const HOURS = 24
const HOUR = 60 * 60

export interface Counted {
  readonly total: number
  /** The last day in whole hours, the present one last. */
  readonly hours: readonly { readonly from: number; readonly count: number }[]
}

/** How many moments fall into each hour of the last day; in seconds, as all times. */
export function countByHour(moments: readonly number[], now: number): Counted {
  const first = now - (now % HOUR) - (HOURS - 1) * HOUR
  const hours = Array.from({ length: HOURS }, (_, at) => {
    const from = first + at * HOUR
    return { from, count: moments.filter((moment) => moment >= from && moment < from + HOUR).length }
  })
  return { total: hours.reduce((sum, { count }) => sum + count, 0), hours }
}
