import {
  type Basket,
  type BasketLine,
  type CompiledOffer,
  NO_TIERS,
  type Shopper,
} from '../../engine/index.ts'
import { type ContactId, derivedId } from '../../kit/id.ts'
import { allocate, sum } from '../../kit/money.ts'
import { ONE } from '../../kit/quantity.ts'
import { DAY, later } from '../../kit/time.ts'
import { localDay, localMoment } from '../../kit/zone.ts'
import type { Place, Setting } from './setting.ts'

/** A basket that is being thought up, with the place whose clock it follows. */
export interface Draft {
  readonly place: Place
  readonly basket: Basket
}

/** What one piece costs where nothing asks for another price; minor units. */
export const PRICE = 1_000n

const YEARS_KNOWN = 5 * 365

/** The plainest purchase, or other occasion, to which the offer could react: a contact of whom nothing special is known. */
export function plainDraft(
  { occasion, offer }: CompiledOffer,
  place: Place,
  at: Date,
  setting: Setting,
): Draft {
  const lines = occasion === 'PURCHASE' ? [anything(PRICE)] : []
  const shopper: Shopper = {
    segments: new Set(),
    schemes: new Set(),
    birthday: undefined,
    nameDay: undefined,
    since: later(setting.now, -YEARS_KNOWN * DAY),
  }
  const basket: Basket = {
    occasion,
    business: place.business,
    merchant: place.merchant,
    venue: place.venue,
    placeName: place.name,
    contact: derivedId<ContactId>('somebody'),
    shopper,
    tiers: NO_TIERS,
    ...timeAt(at, place, setting),
    currency: offer.currency,
    total: totalOf(lines),
    discount: 0n,
    lines,
    classification: undefined,
    channel: undefined,
    paymentMedium: undefined,
    tenders: [],
    pass: undefined,
    // Nothing is drawn: offers of chance are judged as if the draw had been won, or lost.
    luck: undefined,
  }
  return { place, basket }
}

function timeAt(at: Date, { zone }: Place, { businessZone }: Setting) {
  return { at, local: localMoment(at, zone), businessDay: localDay(at, businessZone) }
}

export function atTime(draft: Draft, at: Date, setting: Setting): Draft {
  return change(draft, timeAt(at, draft.place, setting))
}

export function atPlace({ basket }: Draft, place: Place, setting: Setting): Draft {
  const { merchant, venue, name: placeName } = place
  return { place, basket: { ...basket, merchant, venue, placeName, ...timeAt(basket.at, place, setting) } }
}

export function change({ place, basket }: Draft, facts: Partial<Basket>): Draft {
  return { place, basket: { ...basket, ...facts } }
}

export function changeShopper(draft: Draft, facts: Partial<Shopper>): Draft {
  return change(draft, { shopper: { ...draft.basket.shopper, ...facts } })
}

/** The same with other goods; where nothing is bought, none. */
export function withLines(draft: Draft, lines: readonly BasketLine[]): Draft {
  if (draft.basket.occasion !== 'PURCHASE') return draft
  return change(draft, { lines, total: totalOf(lines) })
}

/** A line of a product that nobody has entered. */
export function anything(gross: bigint): BasketLine {
  return { sku: '', family: null, brand: null, type: null, quantity: ONE, gross, net: gross }
}

/**
 * The same goods for so much: all dearer or cheaper alike; at their price with something else beside them; and almost for nothing
 * with something else beside them.
 */
export function forTotal(draft: Draft, total: bigint): readonly Draft[] {
  const { lines, occasion } = draft.basket
  // An achievement may be worth an amount, though nothing is bought.
  if (occasion === 'ACHIEVEMENT') return total > 0n ? [change(draft, { total })] : []
  const worth = totalOf(lines)
  const count = BigInt(lines.length)
  if (count === 0n || total < count) return []
  const shares = allocate(
    total,
    lines.map(({ gross }) => gross),
  )
  const scaled = lines.map((line, index) => priced(line, shares[index] ?? 0n))
  const cheap = lines.map((line) => priced(line, 1n))
  return [
    withLines(draft, scaled),
    ...(total > worth ? [withLines(draft, [...lines, anything(total - worth)])] : []),
    ...(total > count ? [withLines(draft, [...cheap, anything(total - count)])] : []),
  ]
}

export function priced(line: BasketLine, gross: bigint): BasketLine {
  return { ...line, gross, net: gross }
}

function totalOf(lines: readonly BasketLine[]): bigint {
  return sum(lines.map(({ gross }) => gross))
}

/** So many of them, the first and the last among them, and the others evenly between. */
export function spread<Each>(all: readonly Each[], most: number): readonly Each[] {
  if (all.length <= most) return all
  const step = (all.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, index) => all[Math.round(index * step)]).filter(
    (each) => each !== undefined,
  )
}
