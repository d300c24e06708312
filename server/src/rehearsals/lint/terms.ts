import type { CompiledOffer, OfferTerms, ProductTarget } from '../../engine/index.ts'

/** The award is for what several purchases reach together: a goal or a tier. */
export function isForSeveral(compiled: CompiledOffer): boolean {
  return compiled.offer.terms.progress !== undefined || isForReachingTier(compiled)
}

export function isForReachingTier({ offer: { terms } }: Pick<CompiledOffer, 'offer'>): boolean {
  return terms.conditions.some((each) => each.kind === 'TIERS' && each.reached)
}

export function isByChance({ offer: { terms } }: Pick<CompiledOffer, 'offer'>): boolean {
  return terms.conditions.some(({ kind }) => kind === 'LOTTERY')
}

/** It is for goods that it names, whose prices are the shop's and not the shopper's to choose. */
export function namesGoods({ terms }: CompiledOffer['offer']): boolean {
  return terms.conditions.some(({ kind }) => kind === 'PRODUCTS' || kind === 'BUNDLE')
}

/** All products, families, brands and types that an offer names, in whatever part of it. */
export function targetsNamed({ conditions, award }: OfferTerms): readonly ProductTarget[] {
  const inConditions = conditions.flatMap((each) => {
    if (each.kind === 'PRODUCTS') return [...each.products, ...(each.except ?? [])]
    return each.kind === 'BUNDLE' ? each.items.flatMap(({ products }) => products) : []
  })
  return award.kind === 'PRODUCT' ? [...inConditions, ...(award.products ?? [])] : inConditions
}

export function segmentsNamed({ conditions }: OfferTerms): readonly string[] {
  return conditions.flatMap((each) =>
    each.kind === 'SEGMENTS' ? [...(each.any_of ?? []), ...(each.none_of ?? [])] : [],
  )
}
