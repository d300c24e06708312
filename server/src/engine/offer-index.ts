import { present } from '../kit/invariant.ts'
import type { Basket, Occasion } from './basket.ts'
import type { CompiledOffer } from './compile.ts'
import { REDEEM_METHODS, type RedeemMethod } from './offer.ts'
import { merged, putIntoStack, type Rivals, type Stack, sortStack, worthOf } from './rivals.ts'

/**
 * Live offers by what they ask for, so that a basket looks only at offers that can match: each offer stands under the keys of
 * its most selective condition. Of rivals, of which only the best is awarded, those that could give most come first, so that
 * most need not be looked at. 10,000 offers then cost a purchase about as much as 20.
 */
export interface OfferIndex {
  readonly all: readonly CompiledOffer[]
  /** Those that react to the occasion. */
  readonly of: (occasion: Occasion) => readonly CompiledOffer[]
  readonly find: (offer: string) => CompiledOffer | undefined
  /** Whether any offer is only for members of a scheme. */
  readonly hasSchemes: boolean
  /** Whether any offer takes its award off the price. */
  readonly hasInstant: boolean
  readonly candidates: (basket: Basket, redeem: RedeemMethod) => Candidates
  /** Offers that read a counter and may match: their counters must be at hand. */
  readonly counted: (basket: Basket) => readonly CompiledOffer[]
}

/** Offers that may match a basket. */
export interface Candidates {
  /** Those that are awarded whatever else is. */
  readonly onTop: readonly CompiledOffer[]
  /**
   * The others by the group in which only the best is awarded, each first those of the highest priority that could give most;
   * an offer may come more than once.
   */
  readonly groups: ReadonlyMap<string, Iterable<Rivals>>
}

/** Offers of one way of redeeming on one shelf. */
interface Side {
  readonly onTop: CompiledOffer[]
  readonly counted: CompiledOffer[]
  readonly groups: Map<string, Stack>
}

/** What stands under one key. */
type Shelf = Readonly<Record<RedeemMethod, Side>>

/** What offers are found by, each kind of key by itself, so that a basket's own codes find them as they are. */
const KEY_KINDS = [
  'ORGANISATION',
  'SKU',
  'FAMILY',
  'BRAND',
  'TYPE',
  'SEGMENT',
  'PASS',
  'CLASSIFICATION',
] as const
type Shelves = Readonly<Record<(typeof KEY_KINDS)[number], Map<string, Shelf>>>

/** The offers for one occasion. */
interface Room {
  /** Offers without keys: every basket looks at them. */
  readonly anywhere: Shelf
  readonly byKey: Shelves
}

export function indexOffers(offers: readonly CompiledOffer[]): OfferIndex {
  const rooms = new Map<Occasion, Room>()
  const oldestFirst = [...offers].sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1))
  for (const offer of oldestFirst) putInto(roomOf(rooms, offer), offer)
  for (const room of rooms.values()) sortRivals(room)
  const shelvesOf = rememberedShelves(rooms)
  const byOccasion = Map.groupBy(offers, ({ occasion }) => occasion)
  const byId = new Map(offers.map((compiled) => [String(compiled.offer.id), compiled]))
  const anyCounted = offers.some(({ isCounted }) => isCounted)
  return {
    all: offers,
    of: (occasion) => byOccasion.get(occasion) ?? [],
    find: (offer) => byId.get(offer),
    hasSchemes: offers.some(({ offer }) => offer.terms.scheme !== undefined),
    hasInstant: offers.some(({ redeem }) => redeem === 'INSTANT'),
    counted: (basket) => {
      if (!anyCounted) return []
      const shelves = shelvesOf(basket)
      return gathered(REDEEM_METHODS.flatMap((redeem) => shelves.map((shelf) => shelf[redeem].counted)))
    },
    candidates: (basket, redeem) => {
      const sides = shelvesOf(basket).map((shelf) => shelf[redeem])
      return { onTop: gathered(sides.map(({ onTop }) => onTop)), groups: groupsOf(sides, worthOf(basket)) }
    },
  }
}

function roomOf(rooms: Map<Occasion, Room>, { occasion }: CompiledOffer): Room {
  const room = rooms.get(occasion) ?? emptyRoom()
  rooms.set(occasion, room)
  return room
}

function emptyRoom(): Room {
  return {
    anywhere: emptyShelf(),
    byKey: {
      ORGANISATION: new Map(),
      SKU: new Map(),
      FAMILY: new Map(),
      BRAND: new Map(),
      TYPE: new Map(),
      SEGMENT: new Map(),
      PASS: new Map(),
      CLASSIFICATION: new Map(),
    },
  }
}

function emptyShelf(): Shelf {
  return {
    INSTANT: { onTop: [], counted: [], groups: new Map() },
    DEFERRED: { onTop: [], counted: [], groups: new Map() },
  }
}

function putInto({ anywhere, byKey }: Room, offer: CompiledOffer): void {
  if (!offer.keys) put(anywhere[offer.redeem], offer)
  for (const key of new Set(offer.keys)) {
    const [kind, code] = partsOf(key)
    const shelf = byKey[kind].get(code) ?? emptyShelf()
    byKey[kind].set(code, shelf)
    put(shelf[offer.redeem], offer)
  }
}

/** "SKU:milk" is the SKU "milk". */
function partsOf(key: string): readonly [kind: keyof Shelves, code: string] {
  const end = key.indexOf(':')
  const name = key.slice(0, end)
  const kind = present(
    KEY_KINDS.find((each) => each === name),
    'an offer stands under keys that baskets have',
  )
  return [kind, key.slice(end + 1)]
}

function put({ onTop, counted, groups }: Side, compiled: CompiledOffer): void {
  const { group, isCounted } = compiled
  if (isCounted) counted.push(compiled)
  if (group === undefined) {
    onTop.push(compiled)
    return
  }
  const stack = groups.get(group) ?? { byShare: [], byAmount: [] }
  groups.set(group, stack)
  putIntoStack(stack, compiled)
}

function sortRivals({ anywhere, byKey }: Room): void {
  const shelves = [anywhere, ...KEY_KINDS.flatMap((kind) => [...byKey[kind].values()])]
  for (const shelf of shelves) {
    for (const redeem of REDEEM_METHODS) {
      for (const stack of shelf[redeem].groups.values()) sortStack(stack)
    }
  }
}

/** A basket is looked up several times in a row, for discounts, for cash-back and for counters: its shelves are found once. */
function rememberedShelves(rooms: ReadonlyMap<Occasion, Room>): (basket: Basket) => readonly Shelf[] {
  let last: { readonly of: Basket; readonly shelves: readonly Shelf[] } | undefined
  return (basket) => {
    if (!last || !hasSameKeys(last.of, basket)) {
      const room = rooms.get(basket.occasion)
      last = { of: basket, shelves: room ? [...shelvesFor(room, basket)] : [] }
    }
    return last.shelves
  }
}

function hasSameKeys(a: Basket, b: Basket): boolean {
  return (
    a === b ||
    (a.lines === b.lines &&
      a.shopper === b.shopper &&
      a.pass === b.pass &&
      a.classification === b.classification &&
      a.venue === b.venue &&
      a.merchant === b.merchant &&
      a.business === b.business &&
      a.occasion === b.occasion)
  )
}

function shelvesFor({ anywhere, byKey }: Room, basket: Basket): ReadonlySet<Shelf> {
  const { business, merchant, venue, lines, shopper, pass, classification } = basket
  const found = new Set([anywhere])
  const look = (shelves: ReadonlyMap<string, Shelf>, code: string | null | undefined) => {
    const shelf = code === null || code === undefined ? undefined : shelves.get(code)
    if (shelf) found.add(shelf)
  }
  look(byKey.ORGANISATION, business)
  look(byKey.ORGANISATION, merchant)
  look(byKey.ORGANISATION, venue)
  for (const line of lines) {
    look(byKey.SKU, line.sku)
    look(byKey.FAMILY, line.family)
    look(byKey.BRAND, line.brand)
    look(byKey.TYPE, line.type)
  }
  for (const segment of shopper.segments) look(byKey.SEGMENT, segment)
  look(byKey.PASS, pass?.plan)
  look(byKey.CLASSIFICATION, classification)
  return found
}

const NONE: readonly CompiledOffer[] = []

/** The offers of several lists, each once. */
function gathered(lists: readonly (readonly CompiledOffer[])[]): readonly CompiledOffer[] {
  const [only = NONE, ...others] = lists.filter(({ length }) => length > 0)
  if (others.length === 0) return only
  const all = new Set(only)
  for (const list of others) for (const each of list) all.add(each)
  return [...all]
}

function groupsOf(sides: readonly Side[], worth: bigint): Map<string, Iterable<Rivals>> {
  const stacks = new Map<string, Stack[]>()
  for (const { groups } of sides) {
    for (const [group, stack] of groups) {
      const there = stacks.get(group)
      if (there) there.push(stack)
      else stacks.set(group, [stack])
    }
  }
  return new Map([...stacks].map(([group, all]) => [group, merged(all, worth)]))
}
