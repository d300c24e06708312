import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../kit/time.ts'
import { againAt } from './feed.ts'
import { nextAfter } from './schedule.ts'

const timeZone = 'Europe/Vienna'
const timesAfter = (schedule: string, after: string, count: number) => {
  const times: string[] = []
  for (let at = new Date(after); times.length < count; ) {
    const next = nextAfter({ schedule, timeZone }, at)
    if (!next) break
    times.push(next.toISOString().slice(0, 16))
    at = next
  }
  return times.join(' ')
}

describe('the times of a schedule', () => {
  test.each`
    says                                                   | schedule          | after                     | times
    ${'by the clock on the wall, in winter and in summer'} | ${'0 4 * * *'}    | ${'2026-03-28T00:00:00Z'} | ${'2026-03-28T03:00 2026-03-29T02:00'}
    ${'an hour that is skipped is made up for'}            | ${'30 2 * * *'}   | ${'2026-03-28T12:00:00Z'} | ${'2026-03-29T01:00 2026-03-30T00:30'}
    ${'a named hour that comes twice counts once'}         | ${'30 2 * * *'}   | ${'2026-10-24T12:00:00Z'} | ${'2026-10-25T00:30 2026-10-26T01:30'}
    ${'every half hour is every half hour'}                | ${'*/30 * * * *'} | ${'2026-10-25T00:00:00Z'} | ${'2026-10-25T00:30 2026-10-25T01:00 2026-10-25T01:30'}
    ${'on working days'}                                   | ${'30 4 * * 1-5'} | ${'2026-06-12T12:00:00Z'} | ${'2026-06-15T02:30 2026-06-16T02:30'}
    ${'months without the day are passed over'}            | ${'0 4 31 * *'}   | ${'2026-01-31T12:00:00Z'} | ${'2026-03-31T02:00 2026-05-31T02:00'}
    ${'never'}                                             | ${'0 4 30 2 *'}   | ${'2026-01-31T12:00:00Z'} | ${''}
  `('$says: $schedule', ({ schedule, after, times }) => {
    const count = Math.max(1, times.split(' ').length)
    expect(timesAfter(schedule, after, count)).toBe(times)
  })
})

describe('a feed that failed is tried again', () => {
  const daily = { schedule: '0 4 * * *', timeZone }
  const at = new Date('2026-06-10T12:00:00Z')
  const minutes = (failures: number, retryAfterMs = 0) => {
    const again = againAt(daily, failures, { at, retryAfterMs })
    return ((again?.getTime() ?? 0) - at.getTime()) / MINUTE
  }

  test('sooner than its schedule says, and after five failures when it says', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((failures) => minutes(failures))).toEqual([1, 5, 15, 60, 240, 840, 840])
  })

  test('not before whoever was asked wants, but within a day', () => {
    expect(minutes(1, 2 * HOUR)).toBe(120)
    expect(minutes(1, 500 * HOUR)).toBe(24 * 60)
    expect(minutes(9, 20 * HOUR)).toBe(14 * 60 + 24 * 60)
  })
})
