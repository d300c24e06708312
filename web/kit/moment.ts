const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** Seconds since 1970, as the API tells times. */
export type Epoch = number

/** How long ago, or how long until, in coarse steps so that a list does not flicker; far times as their date. */
export function relativeText(at: Epoch, now: Epoch, locale: string): string {
  const ahead = at - now
  const far = Math.abs(ahead)
  if (far >= WEEK) return dateText(at, locale)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  // Clocks differ by some seconds, and "in 2 seconds" would puzzle.
  if (far < 10) return format.format(0, 'second')
  if (far < MINUTE) return format.format(Math.trunc(ahead / 10) * 10, 'second')
  if (far < HOUR) return format.format(Math.trunc(ahead / MINUTE), 'minute')
  if (far < DAY) return format.format(Math.trunc(ahead / HOUR), 'hour')
  return format.format(Math.trunc(ahead / DAY), 'day')
}

/** The viewer's zone unless another is given: a day that is no moment stands as its midnight in UTC. */
export function dateText(at: Epoch, locale: string, zone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(at * 1_000)
}

/** A day written as 2026-03-29. */
export function dayText(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00Z`))
}

/** The same days, short enough for the foot of a chart: without the year where it is one and the same. */
export function footTexts(days: readonly string[], locale: string): readonly string[] {
  const years = new Set(days.map((day) => day.slice(0, 4)))
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(years.size > 1 && { year: '2-digit' }),
    timeZone: 'UTC',
  })
  return days.map((day) => format.format(new Date(`${day}T00:00Z`)))
}

/** The month of a day written as 2026-03-01. */
export function monthText(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00Z`))
}

export function clockText(at: Epoch, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at * 1_000)
}

/** Date and time to the second with the zone's name; the viewer's zone unless another is given. */
export function exactText(at: Epoch, locale: string, zone?: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  })
  return format.format(at * 1_000)
}
