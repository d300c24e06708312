import type { OfferTerms } from '../../server/src/engine/index.ts'
import type { NewOffer } from '../../server/src/offers/index.ts'
import { FAMILIES, SKUS } from './places.ts'

export interface OfferPlaces {
  readonly venues: readonly string[]
  readonly pool: string
  readonly funder: string
}

type Conditions = OfferTerms['conditions']

/**
 * Live offers: 40 % on lists of 20 SKUs, 30 % on three families, 20 % on ten venues, 10 % on everything; a
 * quarter of all also at some venues only, half on some weekdays, half at some hours, two in three from a
 * minimum amount. The first asks for nothing, so that every purchase earns exactly one award (the best).
 * The same count makes the same offers.
 */
export function makeOffers(count: number, places: OfferPlaces): NewOffer[] {
  const draw = drawer(7)
  return Array.from({ length: count }, (_, number) => ({
    code: `OFFER-${number}`,
    terms: termsOf(number, number === 0 ? [] : conditionsOf(draw, places), { draw, places }),
  }))
}

type Draw = (below: number) => number

/** Pseudo-random numbers that are the same in every run. */
function drawer(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % below
  }
}

function conditionsOf(draw: Draw, { venues }: OfferPlaces): Conditions {
  const conditions: Conditions = []
  const kind = draw(10)
  if (kind < 4) {
    const products = distinct(20, () => draw(SKUS)).map((sku) => ({
      type: 'SKU' as const,
      code: `SKU${sku}`,
    }))
    conditions.push({ kind: 'PRODUCTS', products })
  } else if (kind < 7) {
    const products = distinct(3, () => draw(FAMILIES)).map((family) => ({
      type: 'FAMILY' as const,
      code: `F${family}`,
    }))
    conditions.push({ kind: 'PRODUCTS', products })
  }
  if (kind === 7 || kind === 8 || draw(4) === 0) {
    const organisations = distinct(10, () => draw(venues.length)).map((venue) => ({
      id: venues[venue] ?? '',
    }))
    conditions.push({ kind: 'ORGANISATIONS', organisations })
  }
  const days = draw(2) === 0 ? distinct(1 + draw(6), () => 1 + draw(7)) : undefined
  const hours = draw(2) === 0 ? { start_time: clock(draw(720)), end_time: clock(720 + draw(720)) } : undefined
  if (days || hours) conditions.push({ kind: 'TIMINGS', timings: [{ ...(days && { days }), ...hours }] })
  if (draw(3) > 0) conditions.push({ kind: 'AMOUNT', minimum: String(draw(5_000)) })
  return conditions
}

function distinct(count: number, draw: () => number): number[] {
  const drawn = new Set<number>()
  while (drawn.size < count) drawn.add(draw())
  return [...drawn]
}

function clock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function termsOf(
  number: number,
  conditions: Conditions,
  { draw, places }: { readonly draw: Draw; readonly places: OfferPlaces },
): OfferTerms {
  return {
    name: `Offer ${number}`,
    goal: 'SPEND',
    type: 'DISCOUNT',
    availability: {},
    conditions,
    award: { kind: 'PERCENTAGE', basis_points: 100 * (1 + draw(8)) },
    base: 'GROSS',
    commerce_pool_id: places.pool,
    funder_id: places.funder,
    limits: {},
    priority: 0,
    on_top: false,
  }
}
