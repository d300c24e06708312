import { DAY, MINUTE } from './time.ts'
import { hoursOf, opensOn, type Timing } from './timing.ts'
import { localDay, localMoment, offsetAt } from './zone.ts'

/** The wall clock is set: forward where the offset after is the greater, else back. */
export interface ClockChange {
  /** The first instant of the new offset. */
  readonly at: Date
  /** Minutes to add to UTC. */
  readonly before: number
  readonly after: number
}

/** A day of the venue's calendar, "2026-03-29", on which a window is not what it says, and why. */
export interface ChangedDay {
  readonly day: string
  readonly change: ClockChange
}

export interface DoubledDay extends ChangedDay {
  /** How many minutes longer the window is open than on other days. */
  readonly minutes: number
}

/** The changes of a zone's offset from an instant to just before another, in their order. */
export function clockChanges(zone: string, from: Date, to: Date): readonly ClockChange[] {
  const changes: ClockChange[] = []
  const last = to.getTime() - 1
  // A change at `from` shows only against the instant before it.
  let seen = from.getTime() - 1
  while (seen < last) {
    // No zone has set its clock twice within a day; the shortest summer time since 1972 took a week.
    const next = Math.min(seen + DAY, last)
    if (offset(seen, zone) === offset(next, zone)) {
      seen = next
      continue
    }
    const at = changeBetween(seen, next, zone)
    changes.push({ at: new Date(at), before: offset(seen, zone) / MINUTE, after: offset(at, zone) / MINUTE })
    seen = at
  }
  return changes
}

/** The days on which a window does not open at all, because the clock skips the whole of it. */
export function lostTimings(timing: Timing, zone: string, from: Date, to: Date): readonly ChangedDay[] {
  return clockChanges(zone, from, to)
    .filter(({ before, after }) => after > before)
    .flatMap((change) => {
      const skipped = stretchOf(change)
      return openingsNear(timing, skipped)
        .filter(({ start, end }) => start >= skipped.start && end <= skipped.end)
        .map(({ day }) => ({ day, change }))
    })
}

/** The days on which a window is open longer, because the clock shows part of it, or all, twice. */
export function doubledTimings(timing: Timing, zone: string, from: Date, to: Date): readonly DoubledDay[] {
  return clockChanges(zone, from, to)
    .filter(({ before, after }) => after < before)
    .flatMap((change) => {
      const repeated = stretchOf(change)
      return openingsNear(timing, repeated)
        .map(({ day, start, end }) => ({
          day,
          change,
          minutes: (Math.min(end, repeated.end) - Math.max(start, repeated.start)) / MINUTE,
        }))
        .filter(({ minutes }) => minutes > 0)
    })
}

/** From one wall time to just before another, each written as the instant at which UTC shows it. */
interface Stretch {
  readonly start: number
  readonly end: number
}

/** The wall times that a change skips, or repeats. */
function stretchOf({ at, before, after }: ClockChange): Stretch {
  const wall = (minutes: number) => at.getTime() + minutes * MINUTE
  return { start: wall(Math.min(before, after)), end: wall(Math.max(before, after)) }
}

/** The openings of a window that the calendar promises on the days of a stretch and the day before it. */
function openingsNear(timing: Timing, stretch: Stretch): readonly (Stretch & { readonly day: string })[] {
  const hours = hoursOf(timing)
  const firstDay = Math.floor(stretch.start / DAY) * DAY - DAY
  const days = Array.from({ length: Math.ceil((stretch.end - firstDay) / DAY) }, (_, i) => firstDay + i * DAY)
  // From 24:00 to 00:00 is no time at all.
  if (hours.start === hours.end) return []
  return days
    .filter((day) => opensOn(timing, localMoment(new Date(day), 'UTC')))
    .map((day) => ({
      day: localDay(new Date(day), 'UTC'),
      start: day + hours.start * MINUTE,
      end: day + hours.end * MINUTE,
    }))
}

function offset(ms: number, zone: string): number {
  return offsetAt(new Date(ms), zone)
}

/** The first instant with another offset than `low` has, which `high` has not. */
function changeBetween(low: number, high: number, zone: string): number {
  const before = offset(low, zone)
  let [still, changed] = [low, high]
  while (changed - still > 1) {
    const middle = Math.floor((still + changed) / 2)
    if (offset(middle, zone) === before) still = middle
    else changed = middle
  }
  return changed
}
