import type { ConditionSettings } from '../../../engine/index.ts'
import { DAY, MINUTE } from '../../../kit/time.ts'
import { hoursOf } from '../../../kit/timing.ts'
import { localDay, offsetAt } from '../../../kit/zone.ts'
import { atTime, spread } from '../draft.ts'
import type { Scene, Try } from './scene.ts'

type Timings = Extract<ConditionSettings, { kind: 'TIMINGS' }>

/** First and last minutes of the windows. */
export const insideWindows: Try<Timings> = ({ timings }, draft, scene) =>
  timesAt(
    timings.map(hoursOf).flatMap(({ start, end }) => [start, end - 1]),
    draft.place.zone,
    scene,
  ).map((at) => atTime(draft, at, scene.setting))

/** The minutes just before and after them, and other days and months at the same hours. */
export const outsideWindows: Try<Timings> = ({ timings }, draft, scene) =>
  timesAt(
    timings.map(hoursOf).flatMap(({ start, end }) => [start - 1, end, start]),
    draft.place.zone,
    scene,
  ).map((at) => atTime(draft, at, scene.setting))

const NIGHT = 3 * 60
const NOON = 12 * 60
const EVENING = 20 * 60

/** Nights, noons and evenings of the days ahead. */
export function anyTimes(zone: string, scene: Scene): readonly Date[] {
  return timesAt([NIGHT, NOON, EVENING], zone, scene)
}

/** The first instant at which a purchase can be awarded: now, or when the offer begins. */
export function startOf({ setting: { now }, offer }: Scene): number {
  return Math.max(now.getTime(), offer.offer.terms.availability.from ?? 0)
}

/** These minutes of the wall clock on all days ahead, as far as the offer is available; and its own first and last minute. */
function timesAt(minutes: readonly number[], zone: string, scene: Scene): readonly Date[] {
  const start = startOf(scene)
  const { to } = scene.offer.offer.terms.availability
  const distinct = spread([...new Set(minutes)], MOST_MINUTES)
  const times = daysAhead(start, zone).flatMap((day) =>
    distinct.map((minute) => instantOn(day, minute, zone)),
  )
  const all = [start, ...times, ...(to === undefined ? [] : [to - MINUTE])]
  return all.filter((at) => at >= start && (to === undefined || at < to)).map((at) => new Date(at))
}

const MOST_MINUTES = 48
const WEEK = 7
const MONTHS = 12

/** A week from the first day, and the first week of each of the months after it: every weekday of every month is among them. */
function daysAhead(start: number, zone: string): readonly number[] {
  const today = Date.parse(`${localDay(new Date(start), zone)}T00:00:00Z`)
  const month = new Date(today)
  const firsts = Array.from({ length: MONTHS }, (_, index) =>
    Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + index + 1, 1),
  )
  return [today, ...firsts].flatMap((first) =>
    Array.from({ length: WEEK }, (_, index) => first + index * DAY),
  )
}

/** When the wall clock shows so many minutes after the midnight of a day, which is written as the instant at which UTC shows it. */
export function instantOn(day: number, minute: number, zone: string): number {
  const wall = day + minute * MINUTE
  const guess = wall - offsetAt(new Date(wall), zone)
  return wall - offsetAt(new Date(guess), zone)
}
