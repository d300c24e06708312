import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from './time.ts'
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

  test('remembers the month of the day before', () => {
    expect(localMoment(new Date('2026-12-01T00:30:00Z'), 'UTC').monthYesterday).toBe(11)
    expect(localMoment(new Date('2027-01-01T00:30:00Z'), 'UTC').monthYesterday).toBe(12)
    expect(localMoment(new Date('2026-12-02T00:30:00Z'), 'UTC').monthYesterday).toBe(12)
  })
})

// The answer is worked out from offsets that are remembered by quarter hour; here it is asked of the platform anew.
function asked(at: Date, format: Intl.DateTimeFormat): string {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts.get('weekday')} ${parts.get('hour')}:${parts.get('minute')} of month ${Number(parts.get('month'))}`
}

test('agrees with the platform in every zone, over its next six clock changes', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  expect(zones.length).toBeGreaterThan(300)
  for (const zone of zones) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      month: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    for (const change of clockChanges(zone, 2026, 2030).slice(0, 6)) {
      for (const step of [-30 * MINUTE, -MINUTE, 0, MINUTE, 30 * MINUTE]) {
        const at = new Date(change + step)
        expect(onTheWall(at.toISOString(), zone), `${zone} at ${at.toISOString()}`).toBe(asked(at, format))
      }
    }
  }
})

/** The instants at which the zone's offset changes, found by halving half months in which it does. */
function clockChanges(zone: string, firstYear: number, lastYear: number): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  const offset = (ms: number) => format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value
  const changes: number[] = []
  const step = 15 * 24 * HOUR
  for (let from = Date.UTC(firstYear, 0); from < Date.UTC(lastYear, 11, 31); from += step) {
    if (offset(from) === offset(from + step)) continue
    let [low, high] = [from, from + step]
    while (high - low > MINUTE) {
      const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE
      if (offset(middle) === offset(low)) low = middle
      else high = middle
    }
    changes.push(high)
  }
  return changes
}

test.each`
  zone                 | known
  ${'Europe/Nicosia'}  | ${true}
  ${'UTC'}             | ${true}
  ${'Europe/Atlantis'} | ${false}
  ${''}                | ${false}
`('"$zone" is a time zone: $known', ({ zone, known }) => {
  expect(isTimeZone(zone)).toBe(known)
})
