import { z } from 'zod'
import type { LocalMoment } from './zone.ts'

/** A time of the wall clock such as 08:30; 24:00 is the end of the day. */
export const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/

/**
 * Days and hours as the guide's pools write them: day 1 = Sunday … 7 = Saturday, month 1 … 12, times as
 * "19:00".
 */
export const timing = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  months: z.array(z.int().min(1).max(12)).min(1).max(12).optional(),
  start_time: z.string().regex(CLOCK_TIME, 'a time such as "08:00"').optional(),
  end_time: z.string().regex(CLOCK_TIME, 'a time such as "19:30", or "24:00"').optional(),
})
export type Timing = z.infer<typeof timing>

/**
 * Whether the wall clock stands within a window. A window follows the wall clock of the venue and nothing
 * else, so the same wall time always has the same answer:
 *
 * - It is open from its start to just before its end, at minute grain: the seconds of a minute are alike.
 * - An end that is not after its start runs across midnight. Such a window belongs to the day on which it
 *   starts: the weekday and month of that day decide over all of it.
 * - Where the clock springs forward, the skipped wall times never occur. A window that lies wholly among them
 *   does not open on that day; one that begins among them opens with the first instant after.
 * - Where the clock falls back, the repeated wall times are in the window both times.
 *
 * Why the clock is set does not matter, nor when or by how much: docs/decisions/0007 has the odd cases.
 */
export function isWithin(timing: Timing, now: LocalMoment): boolean {
  return openingOf(timing)(now)
}

/** The same, made ready for many moments. */
export function openingOf(timing: Timing): (now: LocalMoment) => boolean {
  const { start, end } = hoursOf(timing)
  return (now) => {
    if (now.minute >= start && now.minute < end && opensOn(timing, now)) return true
    if (now.minute + MINUTES_A_DAY >= end) return false
    const weekday = now.weekday === 1 ? 7 : now.weekday - 1
    return opensOn(timing, { weekday, month: now.monthYesterday })
  }
}

/** Whether a window belongs to days of this weekday and month. */
export function opensOn(
  { days, months }: Timing,
  { weekday, month }: Pick<LocalMoment, 'weekday' | 'month'>,
): boolean {
  return (days === undefined || days.includes(weekday)) && (months === undefined || months.includes(month))
}

const MINUTES_A_DAY = 1_440

/** Minutes since the midnight that begins the window's day; an end above 1440 is on the day after. */
export function hoursOf({ start_time = '00:00', end_time = '24:00' }: Timing) {
  const start = minuteOf(start_time)
  const end = minuteOf(end_time)
  return { start, end: end > start ? end : end + MINUTES_A_DAY }
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

const DAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function saysTimings(timings: readonly Timing[]): string {
  return timings.map(saysTiming).join(' or ')
}

function saysTiming({ days, months, start_time, end_time }: Timing): string {
  const parts = [
    ...(days ? [`on ${weekdays(days)}`] : []),
    ...(months ? [`in ${months.map((month) => MONTH_NAMES[month - 1]).join(', ')}`] : []),
    ...(start_time || end_time ? [`${start_time ?? '00:00'}–${end_time ?? '24:00'}`] : []),
  ]
  return parts.length > 0 ? parts.join(' ') : 'at any time'
}

/** From Monday on, so that a weekend is read as one: "Sat, Sun". */
function weekdays(days: readonly number[]): string {
  const sinceMonday = (day: number) => (day + 5) % 7
  const inOrder = days.toSorted((one, other) => sinceMonday(one) - sinceMonday(other))
  return inOrder.map((day) => DAY_NAMES[day - 1]).join(', ')
}
