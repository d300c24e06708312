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

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/**
 * Whether the wall clock stands within: from the start to just before the end. A window whose end is not
 * after its start runs across midnight and belongs to the day on which it starts.
 */
export function isWithin(
  { days, months, start_time = '00:00', end_time = '24:00' }: Timing,
  now: LocalMoment,
): boolean {
  const start = minuteOf(start_time)
  const end = minuteOf(end_time)
  const opensOn = (weekday: number, month: number) =>
    (days === undefined || days.includes(weekday)) && (months === undefined || months.includes(month))
  const today = opensOn(now.weekday, now.month)
  if (start < end) return today && now.minute >= start && now.minute < end
  const yesterday = opensOn(now.weekday === 1 ? 7 : now.weekday - 1, now.monthYesterday)
  return (today && now.minute >= start) || (yesterday && now.minute < end)
}

const DAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function saysTimings(timings: readonly Timing[]): string {
  return timings.map(saysTiming).join(' or ')
}

function saysTiming({ days, months, start_time, end_time }: Timing): string {
  const parts = [
    ...(days ? [`on ${days.map((day) => DAY_NAMES[day - 1]).join(', ')}`] : []),
    ...(months ? [`in ${months.map((month) => MONTH_NAMES[month - 1]).join(', ')}`] : []),
    ...(start_time || end_time ? [`${start_time ?? '00:00'}–${end_time ?? '24:00'}`] : []),
  ]
  return parts.length > 0 ? parts.join(' ') : 'at any time'
}
