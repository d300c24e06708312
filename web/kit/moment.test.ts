import { describe, expect, test } from 'vitest'
import { dateText, dayText, exactText, footTexts, monthText, relativeText } from './moment.ts'

const now = Date.UTC(2026, 10, 23, 12) / 1_000
const days = 24 * 60 * 60

describe('relativeText', () => {
  test.each`
    ahead         | shown
    ${2}          | ${'now'}
    ${-9}         | ${'now'}
    ${-10}        | ${'10 sec ago'}
    ${-34}        | ${'30 sec ago'}
    ${-125}       | ${'2 min ago'}
    ${-7_300}     | ${'2 hr ago'}
    ${-days}      | ${'yesterday'}
    ${2 * days}   | ${'in 2 days'}
    ${-8 * days}  | ${'15 Nov 2026'}
    ${365 * days} | ${'23 Nov 2027'}
  `('a moment $ahead s from now is $shown', ({ ahead, shown }) => {
    expect(relativeText(now + ahead, now, 'en-GB').replace('.', '')).toBe(shown)
  })
})

test('exactText tells the second and the zone', () => {
  expect(exactText(now, 'en-GB', 'Asia/Nicosia')).toBe('23 Nov 2026, 14:00:00 EET')
})

test('dateText tells a day by the calendar of the viewer, or of the zone that is given', () => {
  const day = Date.parse('2026-11-29') / 1_000
  expect(dateText(day, 'en-GB', 'America/New_York')).toBe('28 Nov 2026')
  expect(dateText(day, 'en-GB', 'UTC')).toBe('29 Nov 2026')
})

test('a month is not read as a day', () => {
  expect(monthText('2027-02-01', 'en-GB')).toBe('Feb 2027')
  expect(dayText('2027-02-27', 'en-GB')).toBe('27 Feb 2027')
})

test.each`
  days                            | foot
  ${['2026-11-02']}               | ${['2 Nov']}
  ${['2026-12-31', '2027-01-01']} | ${['31 Dec 26', '1 Jan 27']}
`('the foot of a chart says the year only where it changes: $days', ({ days, foot }) => {
  expect(footTexts(days, 'en-GB')).toEqual(foot)
})
