import { dateText, type Epoch } from '../../kit/moment.ts'

/** The time of day, with its date unless that is today. */
export function dayTimeText(at: Epoch, now: Epoch, locale: string): string {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at * 1_000)
  const day = dateText(at, locale)
  return day === dateText(now, locale) ? time : `${day}, ${time}`
}
