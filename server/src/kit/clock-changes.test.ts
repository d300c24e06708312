import { describe, expect, test } from 'vitest'
import {
  type PlatformChange,
  platformChanges,
  platformClock,
  wallTimesOf,
} from '../../test/platform-clock.ts'
import { clockChanges, doubledTimings, lostTimings } from './clock-changes.ts'
import { DAY, MINUTE } from './time.ts'

// Summer time, at midnight, by half an hour, broken off for Ramadan, by minutes beside the quarter hour, over
// midnight, changes of zone without any summer time, and a zone that never changes.
const ZONES = [
  'Europe/Nicosia',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Antarctica/Casey',
  'America/Nuuk',
  'America/Havana',
  'Asia/Almaty',
  'Africa/Juba',
  'UTC',
]
const FROM = new Date('2020-01-01T00:00:00Z')
const TO = new Date('2026-01-01T00:00:00Z')

describe('the changes of a clock', () => {
  test.each(ZONES)('of %s are the platform’s', (zone) => {
    const platform = platformChanges(zone, FROM.getTime(), TO.getTime())
    expect(clockChanges(zone, FROM, TO)).toEqual(
      platform.map(({ at, before, after }) => ({ at: new Date(at), before, after })),
    )
  })

  test('count from the first instant to just before the last', () => {
    const at = new Date('2025-03-30T01:00:00Z')
    const change = { at, before: 120, after: 180 }
    const later = (ms: number) => new Date(at.getTime() + ms)
    expect(clockChanges('Europe/Nicosia', at, later(1))).toEqual([change])
    expect(clockChanges('Europe/Nicosia', later(-1), later(DAY))).toEqual([change])
    expect(clockChanges('Europe/Nicosia', later(-DAY), at)).toEqual([])
    expect(clockChanges('Europe/Nicosia', later(1), later(DAY))).toEqual([])
    expect(clockChanges('Europe/Nicosia', at, at)).toEqual([])
  })

  test('may be a whole day of the calendar', () => {
    const [from, to] = [new Date('2011-12-01T00:00:00Z'), new Date('2012-01-01T00:00:00Z')]
    const dateLine = { at: new Date('2011-12-30T10:00:00Z'), before: -600, after: 840 }
    expect(clockChanges('Pacific/Apia', from, to)).toEqual([dateLine])
    expect(lostTimings({}, 'Pacific/Apia', from, to)).toEqual([{ day: '2011-12-30', change: dateLine }])
  })
})

describe('a window in Nicosia in 2025', () => {
  const during = [new Date('2025-01-01T00:00:00Z'), new Date('2026-01-01T00:00:00Z')] as const
  const spring = { at: new Date('2025-03-30T01:00:00Z'), before: 120, after: 180 }
  const autumn = { at: new Date('2025-10-26T01:00:00Z'), before: 180, after: 120 }
  const night = { start_time: '03:00', end_time: '04:00' }

  test('that the clock skips is lost on that day, if that is one of its days', () => {
    const lost = [{ day: '2025-03-30', change: spring }]
    expect(lostTimings(night, 'Europe/Nicosia', ...during)).toEqual(lost)
    expect(lostTimings({ ...night, days: [1], months: [3] }, 'Europe/Nicosia', ...during)).toEqual(lost)
    expect(lostTimings({ ...night, days: [2] }, 'Europe/Nicosia', ...during)).toEqual([])
    expect(lostTimings({ ...night, months: [4] }, 'Europe/Nicosia', ...during)).toEqual([])
  })

  test('of which the clock skips only a part is not lost', () => {
    expect(lostTimings({ ...night, end_time: '04:01' }, 'Europe/Nicosia', ...during)).toEqual([])
    expect(lostTimings({ ...night, start_time: '02:59' }, 'Europe/Nicosia', ...during)).toEqual([])
  })

  test('that the clock repeats is open longer by as much of it as is repeated', () => {
    const doubled = (minutes: number) => [{ day: '2025-10-26', change: autumn, minutes }]
    const half = { start_time: '03:30', end_time: '12:00' }
    expect(doubledTimings(night, 'Europe/Nicosia', ...during)).toEqual(doubled(60))
    expect(doubledTimings(half, 'Europe/Nicosia', ...during)).toEqual(doubled(30))
    expect(doubledTimings({ start_time: '04:00' }, 'Europe/Nicosia', ...during)).toEqual([])
    expect(doubledTimings({ ...night, days: [7] }, 'Europe/Nicosia', ...during)).toEqual([])
  })

  test('across midnight is named by the day it starts on', () => {
    const party = { days: [7], start_time: '22:00', end_time: '03:15' }
    const doubled = [{ day: '2025-10-25', change: autumn, minutes: 15 }]
    expect(doubledTimings(party, 'Europe/Nicosia', ...during)).toEqual(doubled)
  })
})

describe('lost and doubled windows', () => {
  test.each(ZONES)('in %s are those whose wall times never come, or come twice', (zone) => {
    for (const change of platformChanges(zone, FROM.getTime(), TO.getTime())) {
      const { days, shown } = watch(change)
      const during = [new Date(change.at), new Date(change.at + 1)] as const
      for (const [start_time, end_time] of hoursAround(change)) {
        const counted = days.map((day) => ({ day, ...countOf(start_time, end_time, day, shown) }))
        const lost = lostTimings({ start_time, end_time }, zone, ...during)
        expect(lost.map(({ day }) => day)).toEqual(counted.flatMap(({ day, never }) => (never ? [day] : [])))
        const doubled = doubledTimings({ start_time, end_time }, zone, ...during)
        expect(doubled.map(({ day, minutes }) => `${minutes} on ${day}`)).toEqual(
          counted.flatMap(({ day, twice }) => (twice > 0 ? [`${twice} on ${day}`] : [])),
        )
      }
    }
  })
})

/** How often each wall time is shown around a change, and the days of the calendar that are shown whole. */
function watch({ zone, at }: PlatformChange): {
  readonly days: readonly string[]
  readonly shown: ReadonlyMap<string, number>
} {
  const clock = platformClock(zone)
  const shown = new Map<string, number>()
  const days = new Set<string>()
  for (let ms = at - 3 * DAY; ms < at + 4 * DAY; ms += MINUTE) {
    const { day, time } = clock(ms)
    shown.set(`${day} ${time}`, (shown.get(`${day} ${time}`) ?? 0) + 1)
    days.add(day)
  }
  // The first day and the last are cut off, and so are windows that run from the last but one across midnight.
  return { days: [...days].slice(1, -2), shown }
}

/** Whether no wall time is shown of the window that belongs to a day, and how many are shown twice. */
function countOf(start: string, end: string, day: string, shown: ReadonlyMap<string, number>) {
  const dayAfter = new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
  const counts = [...wallTimesOf(start, end)].map((mark) => {
    const [later, time] = mark.split(' ')
    return shown.get(`${later === '0' ? day : dayAfter} ${time}`) ?? 0
  })
  return {
    never: counts.length > 0 && counts.every((count) => count === 0),
    twice: counts.filter((count) => count === 2).length,
  }
}

/** Windows at and around the wall times that a change skips or repeats. */
function hoursAround({ at, before, after }: PlatformChange): readonly (readonly [string, string])[] {
  const first = at + Math.min(before, after) * MINUTE
  const length = Math.abs(after - before)
  const wall = (minutes: number) => new Date(first + minutes * MINUTE).toISOString().slice(11, 16)
  return [
    [wall(0), wall(length)],
    [wall(1), wall(length - 1)],
    [wall(-1), wall(length - 1)],
    [wall(1), wall(length + 1)],
    [wall(-90), wall(1)],
    [wall(length), wall(0)],
    [wall(length / 2), wall(length / 2)],
    ['22:00', '02:15'],
    ['24:00', wall(length)],
    ['24:00', '00:00'],
    ['00:00', '24:00'],
  ]
}
