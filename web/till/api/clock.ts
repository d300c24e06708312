// Below this the difference is the way of the answer, not the clocks.
const TOLERATED = 2_000

let ahead = 0

/** A till's own clock may be wrong by minutes; the platform refuses what comes from the future. */
export function learnTime(dateHeader: string | null): void {
  const told = dateHeader === null ? Number.NaN : Date.parse(dateHeader)
  if (Number.isNaN(told)) return
  const difference = told - Date.now()
  ahead = Math.abs(difference) > TOLERATED ? difference : 0
}

/** Now, by the platform's clock as it was told last. */
export function platformNow(): Date {
  return new Date(Date.now() + ahead)
}

export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1_000)
}
