import type { Epoch } from '../../kit/moment.ts'
import type { Offer } from '../queries.ts'
import type { Texts } from '../texts/en.ts'

type Opening = NonNullable<Offer['opening']>

/** Whether an offer can be had now and until when, by the shop's clock, as its sentence has the hours. */
export function openingText(
  { is_open, changes_on: at, time_zone }: Opening,
  now: Epoch,
  { offers, locale }: Pick<Texts, 'offers' | 'locale'>,
): string {
  if (at === null) return is_open ? offers.openNow : offers.closedNow
  const time = wallTime(at, now, { locale, timeZone: time_zone })
  return is_open ? offers.openUntil(time) : offers.opensAt(time)
}

interface Wall {
  readonly locale: string
  readonly timeZone: string
}

/** The time of day, with its weekday unless that is today's; it is within a day of now. */
function wallTime(at: Epoch, now: Epoch, { locale, timeZone }: Wall): string {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone })
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const told = time.format(at * 1_000)
  const day = weekday.format(at * 1_000)
  return day === weekday.format(now * 1_000) ? told : `${day} ${told}`
}
