import { describe, expect, test } from 'vitest'
import { isTimeZone, localDay, localMoment } from './zone.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function onTheWall(instant: string, zone: string): string {
  const { weekday, minute, month } = localMoment(new Date(instant), zone)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${DAYS[weekday - 1]} ${two(Math.floor(minute / 60))}:${two(minute % 60)} of month ${month}`
}

describe('the clock on the wall', () => {
  test.each`
    instant                   | zone                     | shows                      | day
    ${'2026-11-23T12:00:00Z'} | ${'UTC'}                 | ${'Mon 12:00 of month 11'} | ${'2026-11-23'}
    ${'2026-11-23T12:00:00Z'} | ${'Europe/Nicosia'}      | ${'Mon 14:00 of month 11'} | ${'2026-11-23'}
    ${'2026-07-01T12:00:00Z'} | ${'Europe/Nicosia'}      | ${'Wed 15:00 of month 7'}  | ${'2026-07-01'}
    ${'2026-11-30T23:30:00Z'} | ${'Europe/Nicosia'}      | ${'Tue 01:30 of month 12'} | ${'2026-12-01'}
    ${'2027-01-01T04:59:59Z'} | ${'America/New_York'}    | ${'Thu 23:59 of month 12'} | ${'2026-12-31'}
    ${'2026-06-01T00:00:00Z'} | ${'Asia/Kathmandu'}      | ${'Mon 05:45 of month 6'}  | ${'2026-06-01'}
    ${'2026-06-01T00:00:00Z'} | ${'Australia/Lord_Howe'} | ${'Mon 10:30 of month 6'}  | ${'2026-06-01'}
    ${'2026-12-01T00:00:00Z'} | ${'Australia/Lord_Howe'} | ${'Tue 11:00 of month 12'} | ${'2026-12-01'}
    ${'2026-06-01T12:00:00Z'} | ${'Pacific/Kiritimati'}  | ${'Tue 02:00 of month 6'}  | ${'2026-06-02'}
    ${'2028-02-29T12:00:00Z'} | ${'UTC'}                 | ${'Tue 12:00 of month 2'}  | ${'2028-02-29'}
    ${'1969-12-31T23:00:00Z'} | ${'UTC'}                 | ${'Wed 23:00 of month 12'} | ${'1969-12-31'}
  `('in $zone shows $shows at $instant', ({ instant, zone, shows, day }) => {
    expect(onTheWall(instant, zone)).toBe(shows)
    expect(localDay(new Date(instant), zone)).toBe(day)
  })

  test.each`
    instant                   | shows                      | what
    ${'2026-03-29T00:59:59Z'} | ${'Sun 02:59 of month 3'}  | ${'the last minute of winter'}
    ${'2026-03-29T01:00:00Z'} | ${'Sun 04:00 of month 3'}  | ${'03:00 to 03:59 do not exist'}
    ${'2026-10-25T00:59:59Z'} | ${'Sun 03:59 of month 10'} | ${'the last minute of summer'}
    ${'2026-10-25T01:00:00Z'} | ${'Sun 03:00 of month 10'} | ${'03:00 to 03:59 come again'}
  `('in Nicosia shows $shows at $instant: $what', ({ instant, shows }) => {
    expect(onTheWall(instant, 'Europe/Nicosia')).toBe(shows)
  })

  test.each`
    instant                   | shows                      | what
    ${'2020-10-03T16:00:59Z'} | ${'Sun 00:00 of month 10'} | ${'the last minute before the clock is set'}
    ${'2020-10-03T16:01:00Z'} | ${'Sun 03:01 of month 10'} | ${'set one minute into a quarter hour'}
    ${'2020-10-03T16:14:59Z'} | ${'Sun 03:14 of month 10'} | ${'the rest of that quarter hour'}
    ${'2020-10-03T16:00:00Z'} | ${'Sun 00:00 of month 10'} | ${'its beginning, asked again'}
  `('at Casey station shows $shows at $instant: $what', ({ instant, shows }) => {
    expect(onTheWall(instant, 'Antarctica/Casey')).toBe(shows)
  })

  test('remembers the month of the day before', () => {
    expect(localMoment(new Date('2026-12-01T00:30:00Z'), 'UTC').monthYesterday).toBe(11)
    expect(localMoment(new Date('2027-01-01T00:30:00Z'), 'UTC').monthYesterday).toBe(12)
    expect(localMoment(new Date('2026-12-02T00:30:00Z'), 'UTC').monthYesterday).toBe(12)
  })
})

test.each`
  zone                 | known
  ${'Europe/Nicosia'}  | ${true}
  ${'UTC'}             | ${true}
  ${'Europe/Atlantis'} | ${false}
  ${''}                | ${false}
`('"$zone" is a time zone: $known', ({ zone, known }) => {
  expect(isTimeZone(zone)).toBe(known)
})
