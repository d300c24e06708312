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

/** What is kept of a zone: to ask the platform costs more than all else that is done with a time. */
interface KnownOffsets {
  /** By the day of UTC; null for one on which the clock is set. */
  readonly days: Map<number, number | null>
  readonly quarters: Map<number, number>
}

const offsets = new Map<string, KnownOffsets>()
// Nearly every change of a clock falls on a quarter hour of UTC, so on the day of a change an offset is kept for the quarter
// it is the same in.
const STEP = 15 * MINUTE
const MAX_CACHED = 20_000

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
  const { weekday, month, monthYesterday } = calendarDay(day)
  return { weekday, minute: Math.floor((local - day * DAY) / MINUTE), month, monthYesterday }
}

/** The local calendar day of an instant as text, "2026-11-23". */
export function localDay(at: Date, zone: string): string {
  return calendarDay(Math.floor((at.getTime() + offsetOf(at.getTime(), zone)) / DAY)).text
}

interface CalendarDay extends Omit<LocalMoment, 'minute'> {
  readonly text: string
}

const calendar = new Map<number, CalendarDay>()

/** By the days since 1 January 1970. One text for each, so that whatever is counted by days finds it again as the same. */
function calendarDay(day: number): CalendarDay {
  const known = calendar.get(day)
  if (known !== undefined) return known
  if (calendar.size >= MAX_CACHED) calendar.clear()
  // 1 January 1970 was a Thursday, the fifth day of a week that begins on Sunday.
  const weekday = (((day + 4) % 7) + 7) % 7
  const text = new Date(day * DAY).toISOString().slice(0, 10)
  const made = { text, weekday: weekday + 1, month: monthOf(day), monthYesterday: monthOf(day - 1) }
  calendar.set(day, made)
  return made
}

/** 1 … 12. */
function monthOf(day: number): number {
  return new Date(day * DAY).getUTCMonth() + 1
}

/** Milliseconds to add to UTC at an instant to get the wall clock's time. */
export function offsetAt(at: Date, zone: string): number {
  return offsetOf(at.getTime(), zone)
}

function offsetOf(ms: number, zone: string): number {
  const known = offsets.get(zone) ?? firstOf(zone)
  return offsetOfDay(ms, zone, known) ?? offsetOfQuarter(ms, zone, known)
}

function firstOf(zone: string): KnownOffsets {
  const known: KnownOffsets = { days: new Map(), quarters: new Map() }
  offsets.set(zone, known)
  return known
}

/** No zone sets its clock twice within a day (windows.test.ts): with one offset at both its ends, a day has no other. */
function offsetOfDay(ms: number, zone: string, { days }: KnownOffsets): number | null {
  const day = Math.floor(ms / DAY)
  const known = days.get(day)
  if (known !== undefined) return known
  const offset = askedOffset(day * DAY, zone)
  const isOne = day >= 0 && askedOffset((day + 1) * DAY - SECOND, zone) === offset
  if (days.size >= MAX_CACHED) days.clear()
  days.set(day, isOne ? offset : null)
  return isOne ? offset : null
}

function offsetOfQuarter(ms: number, zone: string, { quarters }: KnownOffsets): number {
  const step = Math.floor(ms / STEP)
  const known = quarters.get(step)
  if (known !== undefined) return known
  const offset = askedOffset(step * STEP, zone)
  // Antarctica/Casey set its clock at 16:01; such a quarter hour has no offset of its own.
  if (askedOffset((step + 1) * STEP - SECOND, zone) !== offset) return askedOffset(ms, zone)
  if (quarters.size >= MAX_CACHED) quarters.clear()
  quarters.set(step, offset)
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
