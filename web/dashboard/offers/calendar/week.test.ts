import { describe, expect, test } from 'vitest'
import { mondayOf, nextClockChange, type Runs, wallText, weekOf } from './week.ts'

const NICOSIA = 'Europe/Nicosia'
const always: Runs = { windows: [], from: undefined, to: undefined }

function spansOn(day: string, runs: Partial<Runs>): string {
  const week = weekOf({ ...always, ...runs }, mondayOf(day), NICOSIA)
  const found = week.find((each) => each.day === day)
  return (found?.spans ?? [])
    .map(({ start, end, minutes }) => `${wallText(start)}–${wallText(end)} (${minutes})`)
    .join(', ')
}

describe('the week in which an offer runs', () => {
  test('follows days and hours', () => {
    const windows = [[{ days: [2], start_time: '08:00', end_time: '11:00' }]]
    expect(spansOn('2026-11-23', { windows })).toBe('08:00–11:00 (180)')
    expect(spansOn('2026-11-24', { windows })).toBe('')
  })

  test('carries a window across midnight into the day after', () => {
    const windows = [[{ days: [6], start_time: '22:00', end_time: '02:00' }]]
    expect(spansOn('2026-11-27', { windows })).toBe('22:00–24:00 (120)')
    expect(spansOn('2026-11-28', { windows })).toBe('00:00–02:00 (120)')
  })

  test('is an hour shorter where the clock springs forward, and an hour longer where it falls back', () => {
    const windows = [[{ start_time: '02:00', end_time: '05:00' }]]
    expect(spansOn('2026-03-29', { windows })).toBe('02:00–05:00 (120)')
    expect(spansOn('2026-10-25', { windows })).toBe('02:00–05:00 (240)')
    expect(spansOn('2026-10-26', { windows })).toBe('02:00–05:00 (180)')
  })

  test('does not open a window that lies wholly in the hour that is skipped', () => {
    expect(spansOn('2026-03-29', { windows: [[{ start_time: '03:15', end_time: '03:45' }]] })).toBe('')
  })

  test('tells the days on which the clock is set', () => {
    const [spring] = weekOf(always, '2026-03-23', NICOSIA).flatMap(({ day, change }) =>
      change ? [{ day, ...change }] : [],
    )
    expect(spring).toEqual({ day: '2026-03-29', before: 180, after: 240 })
    expect(nextClockChange('2026-04-01', NICOSIA)).toBe('2026-10-25')
    expect(nextClockChange('2026-04-01', 'Asia/Tokyo')).toBeUndefined()
  })

  test('ends with the availability', () => {
    const to = Date.parse('2026-11-23T10:00:00Z')
    expect(spansOn('2026-11-23', { to })).toBe('00:00–12:00 (720)')
    expect(spansOn('2026-11-24', { to })).toBe('')
  })
})
