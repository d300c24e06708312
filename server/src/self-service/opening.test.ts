import { expect, test } from 'vitest'
import type { Timing } from '../kit/timing.ts'
import { openingNow } from './opening.ts'

const zone = 'Europe/Nicosia'
const MORNINGS: Timing = { days: [2, 3, 4, 5, 6], start_time: '08:00', end_time: '11:00' }
const LATE: Timing = { start_time: '22:00', end_time: '02:00' }
const seconds = (moment: string) => new Date(moment).getTime() / 1_000

// 23 November 2026 is a Monday; Nicosia is two hours ahead of UTC then.
test.each([
  ['in the window', '2026-11-23T07:30:20Z', [[MORNINGS]], true, '2026-11-23T09:00:00Z'],
  ['before it', '2026-11-23T05:59:59Z', [[MORNINGS]], false, '2026-11-23T06:00:00Z'],
  ['across midnight', '2026-11-22T23:00:00Z', [[LATE]], true, '2026-11-23T00:00:00Z'],
  ['in one of two', '2026-11-23T07:30:00Z', [[MORNINGS, LATE]], true, '2026-11-23T09:00:00Z'],
  ['where two are needed', '2026-11-23T07:30:00Z', [[MORNINGS], [LATE]], false, undefined],
  ['on a Friday for Monday', '2026-11-27T10:00:00Z', [[MORNINGS]], false, undefined],
] as const)('an offer is told as open or not %s, and until when', (_, at, windows, is_open, until) => {
  const told = openingNow(windows, { at: new Date(at), zone })
  expect(told).toEqual({ is_open, changes_on: until === undefined ? null : seconds(until), time_zone: zone })
})

test('an offer without windows has none to tell of', () => {
  expect(openingNow([], { at: new Date(), zone })).toBeNull()
})
