import { celebrations, dayNumber, phaseOf, type Shopper } from '../engine/index.ts'
import { idOf } from '../kit/guid.ts'
import type { ContactId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { DAY, later } from '../kit/time.ts'
import { localDay } from '../kit/zone.ts'
import type { Catalogue } from '../purchases/index.ts'
import { basketOf } from './happening.ts'

/** What people celebrate every year. */
export const CELEBRATIONS = ['BIRTHDAY', 'NAME_DAY'] as const
export type Celebration = (typeof CELEBRATIONS)[number]

/** A day of the year ("03-29") that is celebrated about now, and the year in which it is. */
export interface GiftDay {
  readonly day: string
  readonly year: string
}

// Every day that some year has: 2000 was a leap year.
const FIRST_DAY = new Date('2000-01-01T00:00:00Z')
const DAYS_OF_YEAR = Array.from({ length: 366 }, (_, index) =>
  later(FIRST_DAY, index * DAY)
    .toISOString()
    .slice(5, 10),
)

/**
 * The days of the year for which a gift is due at an instant. The offers' own condition is asked about each day, so there is no
 * second reading of what "the week of the birthday" means.
 */
export function giftDays(catalogue: Catalogue, occasion: Celebration, at: Date): readonly GiftDay[] {
  const { directory, offers } = catalogue
  const checks = offers.all
    .filter(({ offer }) => offer.terms.type === 'GIFT' && phaseOf(offer.state, offer.terms, at) === 'RUNNING')
    .filter((compiled) => compiled.occasion === occasion)
    // The first one is what makes the offer one for this occasion.
    .map((compiled) =>
      present(
        compiled.checks.find(({ kind }) => kind === 'OCCASION'),
        'a gift is for an occasion',
      ),
    )
  if (checks.length === 0) return []
  const place = directory.formerPlace(directory.business.id)
  const today = localDay(at, directory.business.timeZone)
  return DAYS_OF_YEAR.filter((day) => {
    const circumstances = { occasion, contact: idOf<ContactId>(''), shopper: bornOn(day), place, at }
    const basket = basketOf(circumstances, catalogue)
    return checks.some((check) => check.holds(basket, []))
  }).map((day) => ({ day, year: yearCelebrated(day, today) }))
}

function bornOn(day: string): Shopper {
  return {
    segments: new Set(),
    schemes: new Set(),
    birthday: `2000-${day}`,
    nameDay: day,
    since: FIRST_DAY,
  }
}

/** A gift may come days before or after: it is for the celebration that is nearest to today. */
export function yearCelebrated(day: string, today: string): string {
  const year = Number(today.slice(0, 4))
  const distances = celebrations(day, today).map((each) => Math.abs(each - dayNumber(today)))
  // Last year's, this year's, next year's.
  return String(year - 1 + distances.indexOf(Math.min(...distances)))
}
