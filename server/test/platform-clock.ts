import { DAY, MINUTE } from '../src/kit/time.ts'

/** What walls show, asked of the platform as text each time: a second opinion on kit/zone.ts. */

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const WALL = /^(\w{3})\D+(\d\d)\D+(\d\d)\D+(\d{4})\D+(\d\d)\D(\d\d)$/

export interface Wall {
  /** "2026-03-29" */
  readonly day: string
  /** "02:59" */
  readonly time: string
  /** 1 = Sunday … 7 = Saturday. */
  readonly weekday: number
}

/** Builds its format once, which is what takes long. */
export function platformClock(zone: string): (ms: number) => Wall {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (ms) => {
    const text = format.format(ms)
    const [, weekday = '', day, month, year, hour, minute] = WALL.exec(text) ?? []
    if (!WEEKDAYS.includes(weekday)) throw new Error(`"${text}" is not how a wall was asked to be written`)
    return {
      day: `${year}-${month}-${day}`,
      time: `${hour}:${minute}`,
      weekday: WEEKDAYS.indexOf(weekday) + 1,
    }
  }
}

export interface PlatformChange {
  readonly zone: string
  /** The first minute of the new offset, in milliseconds; offsets are minutes. */
  readonly at: number
  readonly before: number
  readonly after: number
}

/** The changes of a zone's offset, found by halving the stretches of days in which it differs. */
export function platformChanges(zone: string, from: number, to: number): readonly PlatformChange[] {
  const clock = platformClock(zone)
  const offset = (ms: number) => {
    const { day, time } = clock(ms)
    return (Date.parse(`${day}T${time}Z`) - ms) / MINUTE
  }
  const changes: PlatformChange[] = []
  let before = offset(from)
  for (let start = from; start < to; start += 4 * DAY) {
    const end = Math.min(start + 4 * DAY, to)
    const after = offset(end)
    if (after === before) continue
    let [low, high] = [start, end]
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE
      if (offset(middle) === before) low = middle
      else high = middle
    }
    changes.push({ zone, at: high, before, after })
    before = after
  }
  return changes
}

/**
 * The wall times of a window, walked minute by minute along the text of a clock: "0 23:59" on the day it
 * belongs to, "1 00:00" on the day after.
 */
export function wallTimesOf(start: string, end: string): ReadonlySet<string> {
  const known = walked.get(`${start} ${end}`)
  if (known) return known
  const stop = mark(end > start ? 0 : 1, end)
  const first = RULER.indexOf(mark(0, start))
  const times = new Set(RULER.slice(first, RULER.indexOf(stop)))
  walked.set(`${start} ${end}`, times)
  return times
}

const walked = new Map<string, ReadonlySet<string>>()
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
const RULER = [0, 1, 2].flatMap((day) =>
  TWO_DIGITS.slice(0, 24).flatMap((hour) => TWO_DIGITS.map((minute) => `${day} ${hour}:${minute}`)),
)

function mark(day: number, time: string): string {
  return time === '24:00' ? `${day + 1} 00:00` : `${day} ${time}`
}
