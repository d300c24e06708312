import { remembered } from '../kit/remembered.ts'
import { DAY, later } from '../kit/time.ts'

export const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const
export type Period = (typeof PERIODS)[number]

/** Names the period that a local day lies in; '' for ever. Weeks begin on Monday. */
export function periodKey(period: Period, day: string): string {
  return periodsOf(day)[period]
}

/** The names of a day's periods: nearly all purchases in a row are of one day. */
const periodsOf = remembered((day): Readonly<Record<Period, string>> => {
  const date = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (date.getUTCDay() + 6) % 7
  const monday = later(date, -sinceMonday * DAY)
    .toISOString()
    .slice(0, 10)
  return { DAY: day, WEEK: `W${monday}`, MONTH: day.slice(0, 7), YEAR: day.slice(0, 4), EVER: '' }
})

/** The same for a goal, which is counted beside limits. */
export function goalPeriodKey(period: Period, day: string): string {
  return goalPeriodsOf(day)[period]
}

const goalPeriodsOf = remembered((day): Readonly<Record<Period, string>> => {
  const { DAY: own, WEEK, MONTH, YEAR, EVER } = periodsOf(day)
  return {
    DAY: `goal:${own}`,
    WEEK: `goal:${WEEK}`,
    MONTH: `goal:${MONTH}`,
    YEAR: `goal:${YEAR}`,
    EVER: `goal:${EVER}`,
  }
})

/** The last local day of the period that a day lies in; undefined for ever. */
export function lastDayOfPeriod(period: Period, day: string): string | undefined {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10)
  switch (period) {
    case 'DAY':
      return day
    case 'WEEK':
      return last(year, month - 1, date + ((7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7))
    case 'MONTH':
      return last(year, month, 0)
    case 'YEAR':
      return last(year, 12, 0)
    case 'EVER':
      return undefined
  }
}
