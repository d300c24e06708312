import { expect, test } from 'vitest'
import {
  type PlatformChange,
  platformChanges,
  platformClock,
  type Wall,
  wallTimesOf,
} from '../../test/platform-clock.ts'
import { DAY, HOUR, MINUTE, SECOND } from './time.ts'
import { isWithin, type Timing } from './timing.ts'
import { type LocalMoment, localMoment } from './zone.ts'

/**
 * Windows around every change of every zone's clock, against a second reading of the rule: what the wall
 * shows is the platform's text, and a window is the list of wall times it holds. docs/decisions/0007.
 */

const zones = Intl.supportedValuesOf('timeZone')
const changes = zones.flatMap((zone) => platformChanges(zone, Date.UTC(2020, 0), Date.UTC(2036, 0)))

/** An instant as zone.ts tells it and as the platform writes it. */
interface Sight {
  readonly at: number
  readonly moment: LocalMoment
  readonly wall: Wall
}

interface Look {
  readonly change: PlatformChange
  readonly sights: readonly Sight[]
}

const { looks, misread } = lookAround()

/**
 * Every instant is looked at in every zone. A window sees only the moment, so of changes that look the same,
 * as those of most of Europe do in most years, one is kept to try windows on.
 */
function lookAround(): { readonly looks: readonly Look[]; readonly misread: readonly string[] } {
  const clocks = new Map(zones.map((zone) => [zone, platformClock(zone)]))
  const different = new Map<string, Look>()
  const misread: string[] = []
  for (const change of changes) {
    const clock = clocks.get(change.zone) ?? platformClock(change.zone)
    const sights = instantsAround(change).map((at) => {
      return { at, moment: localMoment(new Date(at), change.zone), wall: clock(at) }
    })
    const wrong = sights.filter(({ moment, wall }) => !agree(moment, wall))
    misread.push(...wrong.map(({ at, wall }) => `${change.zone} ${instant(at)} is ${wall.day} ${wall.time}`))
    different.set(sights.map(({ moment }) => digest(moment)).join(), { change, sights })
  }
  return { looks: [...different.values()], misread }
}

/** Every minute while wall times are skipped or repeated and a little beyond; the hours of the days beside. */
function instantsAround({ at, before, after }: PlatformChange): number[] {
  const near = Math.abs(after - before) * MINUTE + 35 * MINUTE
  return [
    ...every(HOUR, at - near - DAY, at - near),
    ...every(MINUTE, at - near, at + near),
    at - SECOND,
    at + MINUTE - SECOND,
    ...every(HOUR, at + near, at + near + DAY),
  ]
}

function every(step: number, from: number, to: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step)
}

function digest({ weekday, minute, month, monthYesterday }: LocalMoment): number {
  return ((weekday * 13 + month) * 13 + monthYesterday) * 1_440 + minute
}

function agree({ weekday, minute, month, monthYesterday }: LocalMoment, wall: Wall): boolean {
  return (
    minute === Number(wall.time.slice(0, 2)) * 60 + Number(wall.time.slice(3)) &&
    weekday === wall.weekday &&
    month === monthOf(wall) &&
    monthYesterday === dayBefore(wall).month
  )
}

function instant(at: number): string {
  return new Date(at).toISOString()
}

function monthOf({ day }: Wall): number {
  return Number(day.slice(5, 7))
}

/** By the calendar's own rule: the first of a month follows a day of the month before. */
function dayBefore(wall: Wall): { readonly weekday: number; readonly month: number } {
  const monthsBack = wall.day.endsWith('-01') ? 1 : 0
  return {
    weekday: wall.weekday === 1 ? 7 : wall.weekday - 1,
    month: monthOf(wall) - monthsBack || 12,
  }
}

/** The rule, read by a second pair of eyes. */
function isOpen({ days, months, start_time = '00:00', end_time = '24:00' }: Timing, wall: Wall): boolean {
  const times = wallTimesOf(start_time, end_time)
  const counts = (weekday: number, month: number) =>
    (days ?? [weekday]).includes(weekday) && (months ?? [month]).includes(month)
  if (times.has(`0 ${wall.time}`) && counts(wall.weekday, monthOf(wall))) return true
  const { weekday, month } = dayBefore(wall)
  return times.has(`1 ${wall.time}`) && counts(weekday, month)
}

/** Windows of every kind around the wall times that a change skips or repeats, on days and months beside it. */
function timingsAround({ at, before, after }: PlatformChange): Timing[] {
  const first = at + Math.min(before, after) * MINUTE
  const length = Math.abs(after - before)
  const half = length / 2
  const wall = (minutes: number) => instant(first + minutes * MINUTE).slice(11, 16)
  const hours = [
    // All of it and nothing else; wholly within; begun or ended within; across; just before and just after.
    [wall(0), wall(length)],
    [wall(1), wall(length - 1)],
    [wall(half), wall(half + 1)],
    [wall(half), wall(length + 30)],
    [wall(-30), wall(half)],
    [wall(-30), wall(length + 30)],
    [wall(-30), wall(0)],
    [wall(length), wall(length + 30)],
    // Across midnight, from it and to it; all but the change; a day and night.
    ['22:00', wall(half)],
    [wall(half), '02:00'],
    ['23:30', '00:30'],
    ['00:00', wall(half)],
    ['24:00', wall(half)],
    [wall(half), '24:00'],
    [wall(half), '00:00'],
    ['00:00', '24:00'],
    [wall(length), wall(0)],
    [wall(half), wall(half)],
  ]
  return hours.flatMap(([start_time, end_time]) =>
    restrictionsAround(first).map((restriction) => ({ ...restriction, start_time, end_time })),
  )
}

function restrictionsAround(wallTime: number): Timing[] {
  const wall = platformClock('UTC')(wallTime)
  const [month, tomorrow] = [monthOf(wall), (wall.weekday % 7) + 1]
  const yesterday = dayBefore(wall)
  return [
    {},
    { days: [wall.weekday] },
    { days: [yesterday.weekday] },
    { days: [tomorrow] },
    { days: [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== wall.weekday) },
    { months: [month] },
    { months: [yesterday.month] },
    { months: [(month % 12) + 1] },
    { days: [wall.weekday, tomorrow], months: [month] },
  ]
}

test('the years from 2020 to 2035 have some thousand changes, none within a day of another', () => {
  expect(zones.length).toBeGreaterThan(300)
  expect(changes.length).toBeGreaterThan(2_000)
  // What zone.ts keeps and clock-changes.ts searches rest on this.
  const close = changes.filter(({ zone, at }, index) => {
    const next = changes[index + 1]
    return next?.zone === zone && next.at - at <= DAY
  })
  expect(close).toEqual([])
})

test('every zone shows what the platform shows, minute by minute around every change', () => {
  expect(misread.slice(0, 20)).toEqual([])
})

test('every window is open as the rule reads, minute by minute around every change', () => {
  const wrong: string[] = []
  let [open, closed] = [0, 0]
  for (const { change, sights } of looks) {
    for (const timing of timingsAround(change)) {
      for (const { at, moment, wall } of sights) {
        const within = isWithin(timing, moment)
        if (within) open++
        else closed++
        if (within !== isOpen(timing, wall))
          wrong.push(`${JSON.stringify(timing)} in ${change.zone} at ${instant(at)}: ${within}`)
      }
    }
  }
  expect(wrong.slice(0, 20)).toEqual([])
  expect(looks.length).toBeGreaterThan(50)
  expect(Math.min(open, closed)).toBeGreaterThan(500_000)
})
