import { expect, test } from 'vitest'
import { yearCelebrated } from './gift-days.ts'

test.each`
  day        | today           | year      | why
  ${'05-31'} | ${'2026-05-31'} | ${'2026'} | ${'on the day'}
  ${'01-02'} | ${'2026-12-29'} | ${'2027'} | ${'days before, in the old year'}
  ${'12-30'} | ${'2027-01-03'} | ${'2026'} | ${'days after, in the new year'}
  ${'01-31'} | ${'2027-01-01'} | ${'2027'} | ${'in the month of it'}
  ${'02-29'} | ${'2027-02-28'} | ${'2027'} | ${'a day earlier in a year without it'}
  ${'02-29'} | ${'2028-02-29'} | ${'2028'} | ${'on the day in a year with it'}
`('a gift on $today for $day is for $year: $why', ({ day, today, year }) => {
  expect(yearCelebrated(day, today)).toBe(year)
})
