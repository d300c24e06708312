import { shareOf } from '../kit/money.ts'
import { keysOfLine } from '../products/index.ts'
import type { Basket } from './basket.ts'
import type { CompiledOffer } from './compile.ts'
import type { Offer } from './offer.ts'

/**
 * Live offers by what they ask for, so that a basket looks only at offers that can match: each offer stands under the keys of
 * its most selective condition. Of rivals, of which only the best is awarded, those that could give most come first, so that
 * most need not be looked at. 10,000 offers then cost a purchase about as much as 20.
 */
export interface OfferIndex {
  readonly all: readonly CompiledOffer[]
  readonly candidates: (basket: Basket) => Candidates
  /** Offers with a limit that may match: their counters must be at hand. */
  readonly limited: (basket: Basket) => readonly CompiledOffer[]
}

/** Offers that may match a basket. */
export interface Candidates {
  /** Those that are awarded whatever else is. */
  readonly onTop: readonly CompiledOffer[]
  /** The others in groups, first those of the highest priority that could give most; an offer may come more than once. */
  readonly rivals: Iterable<Rivals>
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

/** What stands under one key. */
interface Shelf {
  readonly onTop: CompiledOffer[]
  readonly limited: CompiledOffer[]
  readonly byShare: Bucket[]
  readonly byAmount: Bucket[]
}

export function indexOffers(offers: readonly CompiledOffer[]): OfferIndex {
  const anywhere = emptyShelf()
  const byKey = new Map<string, Shelf>()
  const oldestFirst = [...offers].sort((a, b) => (a.offer.id < b.offer.id ? -1 : 1))
  for (const offer of oldestFirst) {
    if (!offer.keys) put(anywhere, offer)
    for (const key of new Set(offer.keys)) {
      const shelf = byKey.get(key) ?? emptyShelf()
      byKey.set(key, shelf)
      put(shelf, offer)
    }
  }
  for (const shelf of [anywhere, ...byKey.values()]) {
    shelf.byShare.sort(mostFirst)
    shelf.byAmount.sort(mostFirst)
  }
  const anyLimited = offers.some(({ offer }) => isLimited(offer))
  const shelvesOf = (basket: Basket) => {
    const found = [anywhere]
    for (const key of keysOf(basket)) {
      const shelf = byKey.get(key)
      if (shelf) found.push(shelf)
    }
    return found
  }
  return {
    all: offers,
    limited: (basket) => (anyLimited ? distinct(shelvesOf(basket).flatMap(({ limited }) => limited)) : []),
    candidates: (basket) => {
      const shelves = shelvesOf(basket)
      return {
        onTop: distinct(shelves.flatMap(({ onTop }) => onTop)),
        rivals: merged(shelves, worthOf(basket)),
      }
    },
  }
}

function emptyShelf(): Shelf {
  return { onTop: [], limited: [], byShare: [], byAmount: [] }
}

function put(shelf: Shelf, compiled: CompiledOffer): void {
  const { terms } = compiled.offer
  if (isLimited(compiled.offer)) shelf.limited.push(compiled)
  if (terms.on_top) shelf.onTop.push(compiled)
  else if (compiled.bound.of === 'SHARE') putRival(shelf.byShare, compiled, compiled.bound.basisPoints)
  else putRival(shelf.byAmount, compiled, compiled.bound.minor)
}

function isLimited({ terms: { limits } }: Offer): boolean {
  return limits.budget !== undefined || limits.per_contact !== undefined
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

function keysOf({ business, merchant, venue, lines }: Basket): Set<string> {
  const keys = new Set([`ORGANISATION:${business}`, `ORGANISATION:${merchant}`])
  if (venue !== undefined) keys.add(`ORGANISATION:${venue}`)
  for (const line of lines) for (const key of keysOfLine(line)) keys.add(key)
  return keys
}

function distinct<Each>(all: readonly Each[]): Each[] {
  return [...new Set(all)]
}

/** No base of an award is larger: some lines may be left out, and those below zero only lessen it. */
function worthOf({ lines }: Basket): bigint {
  let worth = 0n
  for (const { gross, net } of lines) {
    const most = gross > net ? gross : net
    if (most > 0n) worth += most
  }
  return worth
}

const WHOLE = 10_000n

/** The shelves' groups in one order, made only as far as somebody asks. */
function* merged(shelves: readonly Shelf[], worth: bigint): Generator<Rivals> {
  const asAmount = (bound: bigint) => bound
  const asShare = (bound: bigint) => shareOf(worth, bound, WHOLE)
  const queues = shelves.flatMap(({ byShare, byAmount }) => [
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
