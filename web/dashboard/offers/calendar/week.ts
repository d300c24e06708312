import { openingOf, type Timing } from '@tillback/server/kit/timing.ts'
import { localDay, localMoment, offsetAt } from '@tillback/server/kit/zone.ts'
import { instantOf } from '../try/basket.ts'

const MINUTE = 60_000
const MINUTES_A_DAY = 1_440

/** When an offer runs, within its availability: in a window of each list. Without lists, at any time. */
export interface Runs {
  readonly windows: readonly (readonly Timing[])[]
  /** Milliseconds; from is inside, to is outside. */
  readonly from: number | undefined
  readonly to: number | undefined
}

/** One time that an offer runs without a break, by the clock on the wall; an end of 1440 is midnight. */
export interface Span {
  readonly start: number
  readonly end: number
  /** Real minutes: fewer or more than the wall says on a day on which the clock is set. */
  readonly minutes: number
}

export interface ClockChange {
  /** What the wall shows until then, and from then on: 180 and 240 where the clock springs forward at three. */
  readonly before: number
  readonly after: number
}

export interface DayOfWeek {
  /** "2026-11-23" */
  readonly day: string
  readonly spans: readonly Span[]
  readonly change: ClockChange | undefined
}

/** Seven days from a Monday on, minute by minute as the venue's wall clock goes, as purchases are judged. */
export function weekOf(runs: Runs, monday: string, zone: string): readonly DayOfWeek[] {
  const isOpen = openIn(runs, zone)
  return Array.from({ length: 7 }, (_, at) => dayOf(shifted(monday, at), zone, isOpen))
}

function openIn({ windows, from, to }: Runs, zone: string): (at: number) => boolean {
  const lists = windows.map((list) => list.map(openingOf))
  return (at) => {
    if ((from !== undefined && at < from) || (to !== undefined && at >= to)) return false
    if (lists.length === 0) return true
    const now = localMoment(new Date(at), zone)
    return lists.every((openings) => openings.some((opens) => opens(now)))
  }
}

function dayOf(day: string, zone: string, isOpen: (at: number) => boolean): DayOfWeek {
  const spans: Span[] = []
  let open: { readonly start: number; minutes: number } | undefined
  let change: ClockChange | undefined
  let end = 0
  for (let at = instantOf(day, '00:00', zone).getTime(); localDay(new Date(at), zone) === day; at += MINUTE) {
    const wall = localMoment(new Date(at), zone).minute
    if (wall !== end && end > 0) change = { before: end, after: wall }
    if (isOpen(at)) {
      open ??= { start: wall, minutes: 0 }
      open.minutes++
    } else if (open) {
      spans.push({ ...open, end })
      open = undefined
    }
    end = wall + 1
  }
  if (open) spans.push({ ...open, end: MINUTES_A_DAY })
  return { day, spans, change }
}

export function shifted(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** The Monday of the week in which a day is. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return shifted(day, weekday === 0 ? -6 : 1 - weekday)
}

const MOST_DAYS = 400

/** The next day after this one on which the zone's clock is set; undefined where it never is. */
export function nextClockChange(day: string, zone: string): string | undefined {
  for (let ahead = 1; ahead <= MOST_DAYS; ahead++) {
    const next = shifted(day, ahead)
    const [begin, over] = [instantOf(next, '00:00', zone), instantOf(shifted(next, 1), '00:00', zone)]
    if (offsetAt(begin, zone) !== offsetAt(over, zone)) return next
  }
  return undefined
}

/** "08:00"; the midnight that ends a day is 24:00. */
export function wallText(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
