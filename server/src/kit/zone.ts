import { DAY, MINUTE, SECOND } from './time.ts'

/** A moment as the clock on the venue's wall shows it. */
export interface LocalMoment {
  /** 1 = Sunday … 7 = Saturday, as in the integration guide's timings. */
  readonly weekday: number
  /** Minutes since local midnight, 0 … 1439. */
  readonly minute: number
  /** 1 … 12. */
  readonly month: number
  /** Of the day before in the calendar, to which a window that runs across midnight may belong. */
  readonly monthYesterday: number
}

const formats = new Map<string, Intl.DateTimeFormat>()
const offsets = new Map<string, number>()
// Nearly every change of a clock falls on a quarter hour of UTC, so an offset is kept for the quarter it is
// the same in.
const STEP = 15 * MINUTE
const MAX_CACHED = 50_000

export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** The local weekday and minute of an instant; skipped and repeated hours follow the wall clock. */
export function localMoment(at: Date, zone: string): LocalMoment {
  const local = at.getTime() + offsetOf(at.getTime(), zone)
  const day = Math.floor(local / DAY)
  // 1 January 1970 was a Thursday, the fifth day of a week that begins on Sunday.
  const weekday = (((day + 4) % 7) + 7) % 7
  return {
    weekday: weekday + 1,
    minute: Math.floor((local - day * DAY) / MINUTE),
    month: new Date(local).getUTCMonth() + 1,
    monthYesterday: new Date(local - DAY).getUTCMonth() + 1,
  }
}

/** The local calendar day of an instant as text, "2026-11-23". */
export function localDay(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetOf(at.getTime(), zone)).toISOString().slice(0, 10)
}

/** Milliseconds to add to UTC at an instant to get the wall clock's time. */
export function offsetAt(at: Date, zone: string): number {
  return offsetOf(at.getTime(), zone)
}

function offsetOf(ms: number, zone: string): number {
  const step = Math.floor(ms / STEP)
  const key = `${zone}|${step}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = askedOffset(step * STEP, zone)
  // Antarctica/Casey set its clock at 16:01; such a quarter hour has no offset of its own.
  if (askedOffset((step + 1) * STEP - SECOND, zone) !== offset) return askedOffset(ms, zone)
  if (offsets.size >= MAX_CACHED) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function askedOffset(ms: number, zone: string): number {
  const second = Math.floor(ms / SECOND) * SECOND
  return wallTime(second, zone) - second
}

function wallTime(ms: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}
