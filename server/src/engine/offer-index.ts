import type { Basket, Occasion } from './basket.ts'
import { type CompiledOffer, standsOnSeveralShelves } from './compile.ts'
import type { RedeemMethod } from './offer.ts'
import { inTurn, type Rivals, type Stack, worthOf } from './rivals.ts'
import { furnish, type Room, type Shelf, type Side, shelvesFor } from './shelves.ts'

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
  /** Of these the ones with a goal that several purchases reach together. */
  readonly goals: (basket: Basket) => readonly CompiledOffer[]
}

/** Offers that may match a basket. */
export interface Candidates {
  /** Those that are awarded whatever else is. */
  readonly onTop: readonly CompiledOffer[]
  /** The others by the group in which only the best is awarded. */
  readonly groups: readonly Group[]
}

export interface Group {
  readonly name: string
  /** With every call the next ones: first those of the highest priority that could give most. An offer may come more than once. */
  readonly rivals: () => Rivals | undefined
}

export function indexOffers(offers: readonly CompiledOffer[]): OfferIndex {
  const oldestFirst = [...offers].sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1))
  const rooms = new Map<Occasion, Room>()
  for (const [occasion, some] of Map.groupBy(oldestFirst, (each) => each.occasion)) {
    rooms.set(occasion, furnish(some))
  }
  const sidesOf = rememberedSides(rooms)
  const byOccasion = Map.groupBy(offers, ({ occasion }) => occasion)
  const byId = new Map(offers.map((compiled) => [String(compiled.offer.id), compiled]))
  const anyCounted = offers.some(({ isCounted }) => isCounted)
  const anyGoal = offers.some(({ goal }) => goal !== undefined)
  return {
    all: offers,
    of: (occasion) => byOccasion.get(occasion) ?? [],
    find: (offer) => byId.get(offer),
    hasSchemes: offers.some(({ offer }) => offer.terms.scheme !== undefined),
    hasInstant: offers.some(({ redeem }) => redeem === 'INSTANT'),
    counted: (basket) => (anyCounted ? ofBothWays(sidesOf(basket), ({ counted }) => counted) : NONE),
    goals: (basket) => (anyGoal ? ofBothWays(sidesOf(basket), ({ goals }) => goals) : NONE),
    candidates: (basket, redeem) => {
      const sides = sidesOf(basket)[redeem]
      return { onTop: gathered(sides, ({ onTop }) => onTop), groups: groupsOf(sides, basket) }
    },
  }
}

/** Of a basket's shelves the sides on which anything stands. */
type Sides = Readonly<Record<RedeemMethod, readonly Side[]>>

const NO_SIDES: Sides = { INSTANT: [], DEFERRED: [] }

/** A basket is looked up several times in a row, for discounts, for cash-back and for counters: its shelves are found once. */
function rememberedSides(rooms: ReadonlyMap<Occasion, Room>): (basket: Basket) => Sides {
  let last: { readonly of: Basket; readonly sides: Sides } | undefined
  return (basket) => {
    if (!last || !hasSameKeys(last.of, basket)) {
      const room = rooms.get(basket.occasion)
      last = { of: basket, sides: room ? sidesOf(shelvesFor(room, basket)) : NO_SIDES }
    }
    return last.sides
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

function sidesOf(shelves: readonly Shelf[]): Sides {
  const sides: Record<RedeemMethod, Side[]> = { INSTANT: [], DEFERRED: [] }
  for (const { INSTANT, DEFERRED } of shelves) {
    if (!isEmpty(INSTANT)) sides.INSTANT.push(INSTANT)
    if (!isEmpty(DEFERRED)) sides.DEFERRED.push(DEFERRED)
  }
  return sides
}

function isEmpty({ onTop, stacks }: Side): boolean {
  return onTop.length === 0 && stacks.length === 0
}

/** Offers of the one way and of the other are never the same. */
function ofBothWays(
  { INSTANT, DEFERRED }: Sides,
  read: (side: Side) => readonly CompiledOffer[],
): readonly CompiledOffer[] {
  const later = gathered(DEFERRED, read)
  const off = gathered(INSTANT, read)
  return off.length === 0 ? later : [...later, ...off]
}

const NONE: readonly CompiledOffer[] = []

/** The offers of several shelves, each once: only one that stands under several keys can be on more than one. */
function gathered(
  sides: readonly Side[],
  read: (side: Side) => readonly CompiledOffer[],
): readonly CompiledOffer[] {
  let only = NONE
  let all: Gathering | undefined
  for (const side of sides) {
    const list = read(side)
    if (list.length === 0) continue
    if (only.length === 0) only = list
    else {
      all ??= { offers: [...only], seen: undefined }
      for (const each of list) addOnce(all, each)
    }
  }
  return all?.offers ?? only
}

interface Gathering {
  readonly offers: CompiledOffer[]
  /** Made only where it is needed. */
  seen: Set<CompiledOffer> | undefined
}

function addOnce(all: Gathering, offer: CompiledOffer): void {
  if (standsOnSeveralShelves(offer)) {
    all.seen ??= new Set(all.offers.filter(standsOnSeveralShelves))
    if (all.seen.has(offer)) return
    all.seen.add(offer)
  }
  all.offers.push(offer)
}

const NO_GROUPS: readonly Group[] = []

function groupsOf(sides: readonly Side[], basket: Basket): readonly Group[] {
  let only: Side | undefined
  for (const side of sides) {
    if (side.stacks.length === 0) continue
    if (only) return groupsOfSeveral(sides, worthOf(basket))
    only = side
  }
  if (!only) return NO_GROUPS
  const worth = worthOf(basket)
  // Of one side each group is one stack.
  return only.stacks.map((stack) => ({ name: stack.group, rivals: inTurn([stack], worth) }))
}

function groupsOfSeveral(sides: readonly Side[], worth: bigint): readonly Group[] {
  const stacks = new Map<string, Stack[]>()
  for (const side of sides) {
    for (const stack of side.stacks) {
      const there = stacks.get(stack.group)
      if (there) there.push(stack)
      else stacks.set(stack.group, [stack])
    }
  }
  const groups: Group[] = []
  for (const [name, all] of stacks) groups.push({ name, rivals: inTurn(all, worth) })
  return groups
}
