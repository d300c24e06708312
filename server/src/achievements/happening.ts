import { type Basket, NO_TIERS, type Shopper } from '../engine/index.ts'
import type { Actor } from '../kit/actor.ts'
import type { ContactId } from '../kit/id.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import type { Directory, Place } from '../organisations/index.ts'
import type { Catalogue, ClassificationWanted } from '../purchases/index.ts'
import type { EventKey, RewardEvent } from './reward-event.ts'

/** What is told to have happened to a contact. */
export interface Happening extends EventKey {
  readonly classification?: ClassificationWanted | undefined
  readonly amount?: bigint | undefined
  /** Without it: where the caller is, or the business itself. */
  readonly place?: Place | undefined
  /** Without it: now. */
  readonly date?: Date | undefined
  /** true: judged anew on another day or by other offers, as long as it has brought nothing. */
  readonly again?: boolean | undefined
}

/** Whether there is something to judge; `judgedBy` is what it would be judged by now. */
export function isOpen(
  { again = false }: Pick<Happening, 'again'>,
  earlier: Pick<RewardEvent, 'award' | 'judgedBy'> | undefined,
  judgedBy: string,
): boolean {
  return !earlier || (again && earlier.award === 0n && earlier.judgedBy !== judgedBy)
}

/** What decides, besides the contact, whether an event that brought nothing could bring something now. */
export function judgedBy({ directory, revision }: Catalogue, at: Date): string {
  return `${localDay(at, directory.business.timeZone)}|${revision}`
}

/** Where something happens that names no place: where the caller is, else the business. */
export function placeOf({ within }: Pick<Actor, 'within'>, directory: Directory): Place {
  return directory.formerPlace(within ?? directory.business.id)
}

export interface Circumstances {
  readonly occasion: Basket['occasion']
  readonly contact: ContactId
  readonly shopper: Shopper
  readonly place: Place
  readonly at: Date
  readonly classification?: string | undefined
  readonly amount?: bigint | undefined
  readonly luck?: number | undefined
}

/** What offers may look at: nothing is bought, so there are no lines; an achievement may be worth an amount. */
export function basketOf(
  { occasion, contact, shopper, place, at, classification, amount, luck }: Circumstances,
  { directory: { business }, currency }: Catalogue,
): Basket {
  return {
    occasion,
    business: business.id,
    merchant: place.merchant.id,
    venue: place.venue?.id,
    placeName: (place.venue ?? place.merchant).name,
    contact,
    shopper,
    tiers: NO_TIERS,
    at,
    local: localMoment(at, place.timeZone),
    businessDay: localDay(at, business.timeZone),
    currency,
    total: amount ?? 0n,
    discount: 0n,
    lines: [],
    classification,
    channel: undefined,
    paymentMedium: undefined,
    tenders: [],
    bill: undefined,
    pass: undefined,
    luck,
  }
}
