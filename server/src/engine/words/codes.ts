import type { ProductTarget } from '../line.ts'
import type { OfferTerms } from '../offer.ts'
import { MOST_NAMED } from './voice.ts'

/** What the sentence of an offer tells, of which the terms hold codes alone. */
export interface CodesNamed {
  readonly products: readonly ProductTarget[]
  readonly classifications: readonly string[]
}

export function codesNamed({ conditions, award }: OfferTerms): CodesNamed {
  const products: ProductTarget[] = []
  const classifications: string[] = []
  const named = (targets: readonly ProductTarget[] = []) => products.push(...targets.slice(0, MOST_NAMED))
  for (const each of conditions) {
    if (each.kind === 'CLASSIFICATIONS') classifications.push(...each.classifications)
    if (each.kind === 'BUNDLE') for (const item of each.items) named(item.products)
    if (each.kind !== 'PRODUCTS') continue
    named(each.products)
    named(each.except)
  }
  if (award.kind === 'PRODUCT') named(award.products)
  return { products, classifications }
}
