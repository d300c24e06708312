import type { CompiledOffer } from '../../engine/index.ts'

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
