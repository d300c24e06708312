import { DAY } from '../kit/time.ts'

/** Calendar days as numbers, 0 on 1 January 1970, so that windows of days may run across New Year. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY
}

/** The Monday of the week in which a day lies. */
export function mondayOf(day: number): number {
  // 1 January 1970 was a Thursday, three days after its Monday.
  return day - ((((day + 3) % 7) + 7) % 7)
}

/**
 * When a yearly date ("03-29") is celebrated in the year of a day and in those around it. 29 February is
 * celebrated on the 28th in years that have none.
 */
export function celebrations(date: string, day: string): readonly number[] {
  const year = Number(day.slice(0, 4))
  return [year - 1, year, year + 1].map((each) => {
    const digits = String(each).padStart(4, '0')
    return dayNumber(`${digits}-${date === LEAP_DAY && !isLeap(each) ? '02-28' : date}`)
  })
}

const LEAP_DAY = '02-29'

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
