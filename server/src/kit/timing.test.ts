import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from './time.ts'
import { isWithin, saysTimings, type Timing } from './timing.ts'
import { localMoment } from './zone.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Sat 22:00-02:00", "Feb 23:30-00:30", "Sun" */
function windowOf(text: string): Timing {
  const [name = '', hours] = text.split(' ')
  const [start_time = '00:00', end_time = '24:00'] = hours?.split('-') ?? []
  const place = DAYS.includes(name)
    ? { days: [DAYS.indexOf(name) + 1] }
    : { months: [MONTHS.indexOf(name) + 1] }
  return { ...place, start_time, end_time }
}

/** When a window is open within 36 hours before and after an instant, in UTC: "00:30-01:00, 02:00-02:30". */
function opens(window: string, zone: string, around: string): string {
  const timing = windowOf(window)
  const from = Date.parse(around) - 36 * HOUR
  const stretches: { start: number; end: number }[] = []
  for (let at = from; at < from + 72 * HOUR; at += MINUTE) {
    if (!isWithin(timing, localMoment(new Date(at), zone))) continue
    const last = stretches.at(-1)
    if (last?.end === at) last.end += MINUTE
    else stretches.push({ start: at, end: at + MINUTE })
  }
  const utc = (ms: number) => new Date(ms).toISOString().slice(11, 16)
  return stretches.map(({ start, end }) => `${utc(start)}-${utc(end)}`).join(', ') || 'never'
}

describe('a window follows the wall clock', () => {
  test.each`
    window               | open             | because
    ${'Wed 08:00-19:30'} | ${'08:00-19:30'} | ${'it is open from its start to just before its end'}
    ${'Wed 22:00-02:00'} | ${'22:00-02:00'} | ${'an end before its start is on the day after'}
    ${'Wed 10:00-10:00'} | ${'10:00-10:00'} | ${'so is an end at its start: a day and night'}
    ${'Wed 22:00-00:00'} | ${'22:00-00:00'} | ${'midnight ends the day as 24:00 does'}
    ${'Wed 24:00-02:00'} | ${'00:00-02:00'} | ${'24:00 is the midnight after'}
    ${'Wed'}             | ${'00:00-00:00'} | ${'without hours it is the whole day'}
  `('$window is open $open: $because', ({ window, open }) => {
    expect(opens(window, 'UTC', '2025-07-02T12:00:00Z')).toBe(open)
  })

  test('a window across midnight belongs to the month in which it starts', () => {
    expect(opens('Dec 22:00-02:00', 'UTC', '2026-01-01T00:00:00Z')).toBe('22:00-02:00, 22:00-02:00')
    expect(opens('Jan 22:00-02:00', 'UTC', '2026-01-01T00:00:00Z')).toBe('22:00-02:00')
  })

  test('the seconds of a minute are alike', () => {
    const during = (instant: string) =>
      isWithin(windowOf('Wed 08:00-08:01'), localMoment(new Date(instant), 'UTC'))
    expect(during('2025-07-02T08:00:59.999Z')).toBe(true)
    expect(during('2025-07-02T08:01:00.000Z')).toBe(false)
  })
})

// Clocks that were set in the past, so that no later law can change what these say.
describe('where the clock springs forward', () => {
  test.each`
    zone                     | at                     | skips                | window               | open
    ${'Europe/Nicosia'}      | ${'2025-03-30T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 03:00-04:00'} | ${'never'}
    ${'Europe/Nicosia'}      | ${'2025-03-30T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 03:10-03:50'} | ${'never'}
    ${'Europe/Nicosia'}      | ${'2025-03-30T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 03:30-05:00'} | ${'01:00-02:00'}
    ${'Europe/Nicosia'}      | ${'2025-03-30T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 02:30-03:30'} | ${'00:30-01:00'}
    ${'Europe/Nicosia'}      | ${'2025-03-30T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 02:00-05:00'} | ${'00:00-02:00'}
    ${'Europe/Nicosia'}      | ${'2025-03-30T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sat 22:00-05:00'} | ${'20:00-02:00'}
    ${'Europe/Nicosia'}      | ${'2025-03-30T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun'}             | ${'22:00-21:00'}
    ${'America/Santiago'}    | ${'2025-09-07T04:00Z'} | ${'Sun 00:00-01:00'} | ${'Sun 00:00-00:45'} | ${'never'}
    ${'America/Santiago'}    | ${'2025-09-07T04:00Z'} | ${'Sun 00:00-01:00'} | ${'Sun 00:30-02:00'} | ${'04:00-05:00'}
    ${'America/Santiago'}    | ${'2025-09-07T04:00Z'} | ${'Sun 00:00-01:00'} | ${'Sat 23:00-00:30'} | ${'03:00-04:00'}
    ${'America/Santiago'}    | ${'2025-09-07T04:00Z'} | ${'Sun 00:00-01:00'} | ${'Sat 23:00-01:30'} | ${'03:00-04:30'}
    ${'Africa/Cairo'}        | ${'2025-04-24T22:00Z'} | ${'Fri 00:00-01:00'} | ${'Thu 24:00-01:00'} | ${'never'}
    ${'Africa/Cairo'}        | ${'2025-04-24T22:00Z'} | ${'Fri 00:00-01:00'} | ${'Fri'}             | ${'22:00-21:00'}
    ${'Asia/Beirut'}         | ${'2025-03-29T22:00Z'} | ${'Sun 00:00-01:00'} | ${'Sat 23:30-01:30'} | ${'21:30-22:30'}
    ${'America/Nuuk'}        | ${'2025-03-30T01:00Z'} | ${'Sat 23:00-24:00'} | ${'Sat 23:00-00:00'} | ${'never'}
    ${'America/Nuuk'}        | ${'2025-03-30T01:00Z'} | ${'Sat 23:00-24:00'} | ${'Sat 23:30-01:00'} | ${'01:00-02:00'}
    ${'America/Nuuk'}        | ${'2025-03-30T01:00Z'} | ${'Sat 23:00-24:00'} | ${'Sun 00:00-01:00'} | ${'01:00-02:00'}
    ${'Australia/Lord_Howe'} | ${'2025-10-04T15:30Z'} | ${'Sun 02:00-02:30'} | ${'Sun 02:00-02:30'} | ${'never'}
    ${'Australia/Lord_Howe'} | ${'2025-10-04T15:30Z'} | ${'Sun 02:00-02:30'} | ${'Sun 02:15-02:45'} | ${'15:30-15:45'}
    ${'Africa/Casablanca'}   | ${'2025-04-06T02:00Z'} | ${'Sun 02:00-03:00'} | ${'Sun 02:30-03:30'} | ${'02:00-02:30'}
    ${'Antarctica/Casey'}    | ${'2020-10-03T16:01Z'} | ${'Sun 00:01-03:01'} | ${'Sun 00:05-03:00'} | ${'never'}
    ${'Antarctica/Casey'}    | ${'2020-10-03T16:01Z'} | ${'Sun 00:01-03:01'} | ${'Sun 00:00-03:10'} | ${'16:00-16:10'}
    ${'Pacific/Apia'}        | ${'2011-12-30T10:00Z'} | ${'all of Fri'}      | ${'Fri'}             | ${'never'}
    ${'Pacific/Apia'}        | ${'2011-12-30T10:00Z'} | ${'all of Fri'}      | ${'Thu 22:00-02:00'} | ${'08:00-10:00'}
    ${'Pacific/Apia'}        | ${'2011-12-30T10:00Z'} | ${'all of Fri'}      | ${'Fri 22:00-02:00'} | ${'10:00-12:00'}
  `('$zone, $at, skips $skips: $window is open $open', ({ zone, at, window, open }) => {
    expect(opens(window, zone, at)).toBe(open)
  })
})

describe('where the clock falls back', () => {
  test.each`
    zone                     | at                     | repeats              | window               | open
    ${'Europe/Nicosia'}      | ${'2025-10-26T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 03:00-04:00'} | ${'00:00-02:00'}
    ${'Europe/Nicosia'}      | ${'2025-10-26T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 03:10-03:50'} | ${'00:10-00:50, 01:10-01:50'}
    ${'Europe/Nicosia'}      | ${'2025-10-26T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 02:00-03:30'} | ${'23:00-00:30, 01:00-01:30'}
    ${'Europe/Nicosia'}      | ${'2025-10-26T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun 03:30-05:00'} | ${'00:30-01:00, 01:30-03:00'}
    ${'Europe/Nicosia'}      | ${'2025-10-26T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sat 22:00-03:30'} | ${'19:00-00:30, 01:00-01:30'}
    ${'Europe/Nicosia'}      | ${'2025-10-26T01:00Z'} | ${'Sun 03:00-04:00'} | ${'Sun'}             | ${'21:00-22:00'}
    ${'America/Santiago'}    | ${'2025-04-06T03:00Z'} | ${'Sat 23:00-24:00'} | ${'Sat 23:00-24:00'} | ${'02:00-04:00'}
    ${'America/Santiago'}    | ${'2025-04-06T03:00Z'} | ${'Sat 23:00-24:00'} | ${'Sat 23:30-00:30'} | ${'02:30-03:00, 03:30-04:30'}
    ${'America/Santiago'}    | ${'2025-04-06T03:00Z'} | ${'Sat 23:00-24:00'} | ${'Sun 00:00-01:00'} | ${'04:00-05:00'}
    ${'Africa/Cairo'}        | ${'2025-10-30T21:00Z'} | ${'Thu 23:00-24:00'} | ${'Thu'}             | ${'21:00-22:00'}
    ${'Asia/Beirut'}         | ${'2025-10-25T21:00Z'} | ${'Sat 23:00-24:00'} | ${'Sat 22:00-23:30'} | ${'19:00-20:30, 21:00-21:30'}
    ${'America/Havana'}      | ${'2025-11-02T05:00Z'} | ${'Sun 00:00-01:00'} | ${'Sat 22:00-00:30'} | ${'02:00-04:30, 05:00-05:30'}
    ${'America/Havana'}      | ${'2025-11-02T05:00Z'} | ${'Sun 00:00-01:00'} | ${'Sun 00:00-00:30'} | ${'04:00-04:30, 05:00-05:30'}
    ${'Australia/Lord_Howe'} | ${'2025-04-05T15:00Z'} | ${'Sun 01:30-02:00'} | ${'Sun 01:30-02:00'} | ${'14:30-15:30'}
    ${'Africa/Casablanca'}   | ${'2025-02-23T02:00Z'} | ${'Sun 02:00-03:00'} | ${'Sun 02:30-03:30'} | ${'01:30-02:00, 02:30-03:30'}
    ${'Europe/Volgograd'}    | ${'2020-12-26T22:00Z'} | ${'Sun 01:00-02:00'} | ${'Sun 01:30-02:30'} | ${'21:30-22:00, 22:30-23:30'}
    ${'Asia/Almaty'}         | ${'2024-02-29T18:00Z'} | ${'Thu 23:00-24:00'} | ${'Thu 23:30-00:30'} | ${'17:30-18:00, 18:30-19:30'}
    ${'Asia/Almaty'}         | ${'2024-02-29T18:00Z'} | ${'Thu 23:00-24:00'} | ${'Mar 00:00-00:30'} | ${'19:00-19:30, 19:00-19:30'}
  `('$zone, $at, repeats $repeats: $window is open $open', ({ zone, at, window, open }) => {
    expect(opens(window, zone, at)).toBe(open)
  })
})

test('a window reads back in words', () => {
  const [happyHour, weekend] = [windowOf('Fri 16:00-18:00'), { days: [1, 7], months: [12] }]
  expect(saysTimings([happyHour, weekend])).toBe('on Fri 16:00–18:00 or on Sat, Sun in Dec')
  expect(saysTimings([{}])).toBe('at any time')
})
