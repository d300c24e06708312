import { DAY, later, SECOND } from '../kit/time.ts'
import { localDay, offsetAt } from '../kit/zone.ts'

/** How a span of time is gone through: at most so many steps, however much falls due in it. */
const MOST_STEPS = 1_000

export interface Way {
  readonly from: Date
  readonly to: Date
  readonly timeZone: string
}

/**
 * Where the clock stops next on its way: where something falls due, at the midnight of the business, which begins birthdays and ends
 * offers, or at the end. What falls due soon after another waits for it, so that ten thousand small things are no ten thousand stops.
 */
export function nextStop({ from, to, timeZone }: Way, at: Date, due: Date | undefined): Date {
  const grain = Math.max(SECOND, (to.getTime() - from.getTime()) / MOST_STEPS)
  const next = Math.min(due?.getTime() ?? Number.POSITIVE_INFINITY, midnightAfter(at, timeZone).getTime())
  return new Date(Math.min(to.getTime(), Math.max(next, at.getTime() + grain)))
}

/** The first instant of the next day on the wall. */
export function midnightAfter(at: Date, timeZone: string): Date {
  const wall = Date.parse(`${localDay(at, timeZone)}T00:00:00Z`) + DAY
  const guess = new Date(wall - offsetAt(at, timeZone))
  return new Date(wall - offsetAt(guess, timeZone))
}

const DURATION =
  /^P(?=\d|T\d)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?=\d)(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/

/** An ISO 8601 duration such as P3D or P1M, added to an instant; undefined: it is none. */
export function afterDuration(
  at: Date,
  text: string,
  addMonths: (at: Date, months: number) => Date,
): Date | undefined {
  const read = DURATION.exec(text)
  if (!read) return undefined
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = read
    .slice(1)
    .map((part) => Number(part ?? 0))
  const moved = addMonths(at, years * 12 + months)
  return later(moved, (weeks * 7 + days) * DAY + (hours * 3_600 + minutes * 60 + seconds) * SECOND)
}
