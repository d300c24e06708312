import { DAY, later } from '../kit/time.ts'

export const PERIODS = ['DAY', 'WEEK', 'MONTH', 'YEAR', 'EVER'] as const
export type Period = (typeof PERIODS)[number]

/** Names the period that a local day lies in; '' for ever. Weeks begin on Monday. */
export function periodKey(period: Period, day: string): string {
  switch (period) {
    case 'DAY':
      return day
    case 'MONTH':
      return day.slice(0, 7)
    case 'YEAR':
      return day.slice(0, 4)
    case 'WEEK': {
      const date = new Date(`${day}T00:00:00Z`)
      const sinceMonday = (date.getUTCDay() + 6) % 7
      return `W${later(date, -sinceMonday * DAY)
        .toISOString()
        .slice(0, 10)}`
    }
    case 'EVER':
      return ''
  }
}

/** " a month"; nothing for ever. */
export function saysPeriod(period: Period): string {
  return period === 'EVER' ? '' : ` a ${period.toLowerCase()}`
}
