import { keysOfLine } from '../products/index.ts'
import type { Basket } from './basket.ts'
import type { CompiledOffer } from './compile.ts'

/**
 * Live offers by what they ask for, so that a basket looks only at offers that can match: each offer stands under the keys of
 * its most selective condition. 10,000 offers then cost a purchase about as much as 20.
 */
export interface OfferIndex {
  readonly all: readonly CompiledOffer[]
  /** Whether any offer has a limit, so that counters matter at all. */
  readonly limited: boolean
  readonly candidates: (basket: Basket) => readonly CompiledOffer[]
}

export function indexOffers(offers: readonly CompiledOffer[]): OfferIndex {
  const byKey = new Map<string, CompiledOffer[]>()
  const always: CompiledOffer[] = []
  for (const offer of offers) {
    if (!offer.keys) always.push(offer)
    for (const key of offer.keys ?? []) {
      const there = byKey.get(key)
      if (there) there.push(offer)
      else byKey.set(key, [offer])
    }
  }
  return {
    all: offers,
    limited: offers.some(
      ({ offer: { terms } }) => terms.limits.budget !== undefined || terms.limits.per_contact !== undefined,
    ),
    candidates: (basket) => {
      const keys = new Set(basket.lines.flatMap(keysOfLine))
      keys.add(`ORGANISATION:${basket.business}`)
      keys.add(`ORGANISATION:${basket.merchant}`)
      if (basket.venue !== undefined) keys.add(`ORGANISATION:${basket.venue}`)
      const found = new Set(always)
      for (const key of keys) for (const offer of byKey.get(key) ?? []) found.add(offer)
      return [...found]
    },
  }
}
