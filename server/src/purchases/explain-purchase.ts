import type { Work } from '../db/index.ts'
import { display, money } from '../kit/money.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import { type Basket, type CompiledOffer, judgeOne } from '../offers/index.ts'
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
 * Reads the stored explanation. Offers that the index passed by when the purchase was judged (not their place or product, or
 * less than another gave) are judged here, as they stand now, only to say why they gave nothing.
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
      .flatMap((offer) => (basket ? [passedBy(offer, basket)] : []))
      .map((row) => withName(row, catalogue.compiled)),
  }
}

/** Why the index passed it by: a condition, or less than another gave. */
function passedBy(offer: CompiledOffer, basket: Basket): RefusedOffer {
  const outcome = judgeOne(offer, { tenant: 0, basket, paidBySpend: [], counters: new Map() })
  if ('because' in outcome) return explainRefused(outcome, basket)
  const seen = display(money(outcome.amount, basket.currency))
  return {
    offer: offer.offer.id,
    version: offer.offer.version,
    condition: 'BETTER_OFFER',
    seen: `at most ${seen}`,
    needed: 'more than the offer that was awarded',
  }
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
