import { DAY, later, MINUTE } from '../kit/time.ts'
import { localMoment, offsetAt } from '../kit/zone.ts'

/** Minutes of the local day between which nothing is sent; `from` after `until` runs across midnight. */
export interface QuietHours {
  readonly from: number
  readonly until: number
}

const MINUTES_A_DAY = DAY / MINUTE

/** When something may be sent: now, or when the quiet hours end by the clock on the wall. */
export function afterQuiet(at: Date, quiet: QuietHours | undefined, timeZone: string): Date {
  if (!quiet) return at
  const { minute } = localMoment(at, timeZone)
  if (!isWithin(minute, quiet)) return at
  const left = (quiet.until - minute + MINUTES_A_DAY) % MINUTES_A_DAY
  const end = later(new Date(Math.floor(at.getTime() / MINUTE) * MINUTE), left * MINUTE)
  // The clock may be set in the night: the end is by the wall, not by the hours that pass.
  return later(end, offsetAt(at, timeZone) - offsetAt(end, timeZone))
}

function isWithin(minute: number, { from, until }: QuietHours): boolean {
  return from < until ? minute >= from && minute < until : minute >= from || minute < until
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/

/** "22:00" as minutes of the day. */
export function minutesOf(time: string): number {
  const [, hours = '0', minutes = '0'] = CLOCK.exec(time) ?? []
  return Number(hours) * 60 + Number(minutes)
}

export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
