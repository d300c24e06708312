import { shareOf } from '../kit/money.ts'
import type { Basket, Occasion } from './basket.ts'
import type { CompiledOffer } from './compile.ts'
import { keysOfLine } from './line.ts'
import { REDEEM_METHODS, type RedeemMethod } from './offer.ts'

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

/** Offers of one priority and one bound, the oldest first. */
export interface Rivals {
  readonly priority: number
  /** The most that any of them could give for this basket. */
  readonly most: bigint
  readonly offers: readonly CompiledOffer[]
}

interface Bucket {
  readonly priority: number
  /** Basis points on a shelf of shares, minor units on a shelf of amounts. */
  readonly bound: bigint
  readonly offers: CompiledOffer[]
}

/** Rivals of one group that stand under one key. */
interface Stack {
  readonly byShare: Bucket[]
  readonly byAmount: Bucket[]
}

/** What stands under one key. */
interface Shelf {
  readonly onTop: CompiledOffer[]
  readonly counted: CompiledOffer[]
  readonly groups: Map<string, Stack>
}

/** The offers for one occasion and one way of redeeming. */
interface Room {
  /** Offers without keys: every basket looks at them. */
  readonly anywhere: Shelf
  readonly byKey: Map<string, Shelf>
}

export function indexOffers(offers: readonly CompiledOffer[]): OfferIndex {
  const rooms = new Map<string, Room>()
  const oldestFirst = [...offers].sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1))
  for (const offer of oldestFirst) putInto(roomOf(rooms, offer), offer)
  for (const { anywhere, byKey } of rooms.values()) {
    for (const { groups } of [anywhere, ...byKey.values()]) {
      for (const { byShare, byAmount } of groups.values()) {
        byShare.sort(mostFirst)
        byAmount.sort(mostFirst)
      }
    }
  }
  const keysFor = rememberedKeys()
  const shelvesOf = (basket: Basket, redeem: RedeemMethod) => {
    const room = rooms.get(roomKey(basket.occasion, redeem))
    return room ? shelvesFor(room, () => keysFor(basket)) : []
  }
  const byOccasion = Map.groupBy(offers, ({ occasion }) => occasion)
  const byId = new Map(offers.map((compiled) => [String(compiled.offer.id), compiled]))
  const anyCounted = offers.some(({ isCounted }) => isCounted)
  return {
    all: offers,
    of: (occasion) => byOccasion.get(occasion) ?? [],
    find: (offer) => byId.get(offer),
    hasSchemes: offers.some(({ offer }) => offer.terms.scheme !== undefined),
    hasInstant: offers.some(({ redeem }) => redeem === 'INSTANT'),
    counted: (basket) =>
      anyCounted
        ? distinct(
            REDEEM_METHODS.flatMap((redeem) => shelvesOf(basket, redeem)).flatMap(({ counted }) => counted),
          )
        : [],
    candidates: (basket, redeem) => {
      const shelves = shelvesOf(basket, redeem)
      return {
        onTop: distinct(shelves.flatMap(({ onTop }) => onTop)),
        groups: groupsOf(shelves, worthOf(basket)),
      }
    },
  }
}

function roomKey(occasion: Occasion, redeem: RedeemMethod): string {
  return `${occasion}|${redeem}`
}

function roomOf(rooms: Map<string, Room>, { occasion, redeem }: CompiledOffer): Room {
  const key = roomKey(occasion, redeem)
  const room = rooms.get(key) ?? { anywhere: emptyShelf(), byKey: new Map() }
  rooms.set(key, room)
  return room
}

function putInto({ anywhere, byKey }: Room, offer: CompiledOffer): void {
  if (!offer.keys) put(anywhere, offer)
  for (const key of new Set(offer.keys)) {
    const shelf = byKey.get(key) ?? emptyShelf()
    byKey.set(key, shelf)
    put(shelf, offer)
  }
}

function emptyShelf(): Shelf {
  return { onTop: [], counted: [], groups: new Map() }
}

function put({ onTop, counted, groups }: Shelf, compiled: CompiledOffer): void {
  const { group, bound, isCounted } = compiled
  if (isCounted) counted.push(compiled)
  if (group === undefined) {
    onTop.push(compiled)
    return
  }
  const stack = groups.get(group) ?? { byShare: [], byAmount: [] }
  groups.set(group, stack)
  if (bound.of === 'SHARE') putRival(stack.byShare, compiled, bound.basisPoints)
  else putRival(stack.byAmount, compiled, bound.minor)
}

function putRival(buckets: Bucket[], compiled: CompiledOffer, bound: bigint): void {
  const { priority } = compiled.offer.terms
  const there = buckets.find((bucket) => bucket.priority === priority && bucket.bound === bound)
  if (there) there.offers.push(compiled)
  else buckets.push({ priority, bound, offers: [compiled] })
}

function mostFirst(a: Bucket, b: Bucket): number {
  if (a.priority !== b.priority) return b.priority - a.priority
  return a.bound === b.bound ? 0 : a.bound > b.bound ? -1 : 1
}

function shelvesFor({ anywhere, byKey }: Room, keys: () => Iterable<string>): Shelf[] {
  const found = [anywhere]
  if (byKey.size === 0) return found
  for (const key of keys()) {
    const shelf = byKey.get(key)
    if (shelf) found.push(shelf)
  }
  return found
}

/** A basket is looked up several times in a row, for discounts, for cash-back and for counters: its keys are made once. */
function rememberedKeys(): (basket: Basket) => ReadonlySet<string> {
  let last: { readonly of: Basket; readonly keys: ReadonlySet<string> } | undefined
  return (basket) => {
    if (!last || !hasSameKeys(last.of, basket)) last = { of: basket, keys: keysOf(basket) }
    return last.keys
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
      a.business === b.business)
  )
}

function keysOf({ business, merchant, venue, lines, shopper, pass, classification }: Basket): Set<string> {
  const keys = new Set([`ORGANISATION:${business}`, `ORGANISATION:${merchant}`])
  if (venue !== undefined) keys.add(`ORGANISATION:${venue}`)
  for (const line of lines) for (const key of keysOfLine(line)) keys.add(key)
  for (const segment of shopper.segments) keys.add(`SEGMENT:${segment}`)
  if (pass) keys.add(`PASS:${pass.plan}`)
  if (classification !== undefined) keys.add(`CLASSIFICATION:${classification}`)
  return keys
}

function distinct<Each>(all: readonly Each[]): Each[] {
  return [...new Set(all)]
}

/** No base of an award is larger: some lines may be left out, and those below zero only lessen it. */
function worthOf({ lines, discount, bill }: Basket): bigint {
  // A part of a bill may bring the step that all parts together reach.
  if (bill) return 2n ** 62n
  let worth = discount
  for (const { gross, net } of lines) {
    const most = gross > net ? gross : net
    if (most > 0n) worth += most
  }
  return worth
}

function groupsOf(shelves: readonly Shelf[], worth: bigint): Map<string, Iterable<Rivals>> {
  const stacks = new Map<string, Stack[]>()
  for (const { groups } of shelves) {
    for (const [group, stack] of groups) {
      const there = stacks.get(group)
      if (there) there.push(stack)
      else stacks.set(group, [stack])
    }
  }
  return new Map([...stacks].map(([group, all]) => [group, merged(all, worth)]))
}

const WHOLE = 10_000n

/** The shelves' rivals in one order, made only as far as somebody asks. */
function* merged(stacks: readonly Stack[], worth: bigint): Generator<Rivals> {
  const asAmount = (bound: bigint) => bound
  const asShare = (bound: bigint) => shareOf(worth, bound, WHOLE)
  const queues = stacks.flatMap(({ byShare, byAmount }) => [
    { buckets: byShare, next: 0, mostOf: asShare },
    { buckets: byAmount, next: 0, mostOf: asAmount },
  ])
  for (;;) {
    let first: { readonly rivals: Rivals; readonly queue: (typeof queues)[number] } | undefined
    for (const queue of queues) {
      const bucket = queue.buckets[queue.next]
      if (!bucket) continue
      const { priority, offers } = bucket
      const most = queue.mostOf(bucket.bound)
      const ahead = !first || priority > first.rivals.priority
      const gives = first && priority === first.rivals.priority && most > first.rivals.most
      if (ahead || gives) first = { rivals: { priority, most, offers }, queue }
    }
    if (!first) return
    first.queue.next += 1
    yield first.rivals
  }
}
