import type { Work } from '../db/index.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import { type Basket, type CompiledOffer, firstFailing } from '../offers/index.ts'
import type { Catalogue } from './catalogue.ts'
import {
  type Explanation,
  explainRefused,
  type RefusedOffer,
  type ToldExplanation,
  tellExplanation,
  withName,
} from './explain.ts'
import type { Purchase } from './purchase.ts'

/** What was stored with the purchase, and the live offers that it did not concern, each with its reason. */
export interface FullExplanation extends ToldExplanation {
  readonly purchase: string
  readonly others: readonly (RefusedOffer & { readonly code: string; readonly name: string })[]
}

const MOST_OTHERS = 100

/**
 * Reads the stored explanation. Offers that the purchase did not concern were skipped by the index when it was judged; they
 * are judged here again, as they stand now, only to say why they did not apply.
 */
export async function explainPurchase(
  work: Work,
  catalogue: Catalogue,
  purchase: Purchase,
): Promise<FullExplanation> {
  const row = await work.db
    .selectFrom('purchases')
    .select('explain')
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', purchase.id)
    .executeTakeFirstOrThrow()
  const stored = row.explain as Explanation
  const told = new Set([...stored.awards, ...stored.refused].map(({ offer }) => offer))
  const basket = basketOfStored(purchase, catalogue)
  const others = basket ? catalogue.offers.all.filter(({ offer }) => !told.has(offer.id)) : []
  return {
    ...tellExplanation(stored, catalogue),
    purchase: purchase.id,
    others: others
      .slice(0, MOST_OTHERS)
      .flatMap((offer) => (basket ? notConcerned(offer, basket) : []))
      .map((row) => withName(row, catalogue.compiled)),
  }
}

function notConcerned(offer: CompiledOffer, basket: Basket): RefusedOffer[] {
  const check = firstFailing(offer, basket)
  return check ? [explainRefused({ offer, because: 'CONDITION', check }, basket)] : []
}

/** The purchase as offers saw it, from its row alone. */
export function basketOfStored(purchase: Purchase, { directory }: Catalogue): Basket | undefined {
  if (purchase.contact === undefined) return undefined
  const place = directory.formerPlace(purchase.venue ?? purchase.merchant)
  return {
    business: directory.business.id,
    merchant: purchase.merchant,
    venue: purchase.venue,
    placeName: (place.venue ?? place.merchant).name,
    contact: purchase.contact,
    at: purchase.date,
    local: localMoment(purchase.date, place.timeZone),
    businessDay: localDay(purchase.date, directory.business.timeZone),
    currency: purchase.currency,
    total: purchase.total,
    lines: purchase.lines,
  }
}
