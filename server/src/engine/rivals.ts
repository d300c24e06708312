import { shareOf } from '../kit/money.ts'
import type { Basket } from './basket.ts'
import type { CompiledOffer } from './compile.ts'

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
export interface Stack {
  readonly group: string
  readonly byShare: Bucket[]
  readonly byAmount: Bucket[]
}

/** No base of an award is larger: some lines may be left out, and those below zero only lessen it. */
export function worthOf({ lines, discount, bill }: Basket): bigint {
  // A part of a bill may bring the step that all parts together reach.
  if (bill) return 2n ** 62n
  let worth = discount
  for (const { gross, net } of lines) {
    const most = gross > net ? gross : net
    if (most > 0n) worth += most
  }
  return worth
}

export function emptyStack(group: string): Stack {
  return { group, byShare: [], byAmount: [] }
}

export function putIntoStack({ byShare, byAmount }: Stack, compiled: CompiledOffer): void {
  const { bound } = compiled
  if (bound.of === 'SHARE') putRival(byShare, compiled, bound.basisPoints)
  else putRival(byAmount, compiled, bound.minor)
}

function putRival(buckets: Bucket[], compiled: CompiledOffer, bound: bigint): void {
  const { priority } = compiled
  const there = buckets.find((bucket) => bucket.priority === priority && bucket.bound === bound)
  if (there) there.offers.push(compiled)
  else buckets.push({ priority, bound, offers: [compiled] })
}

function mostFirst(a: Bucket, b: Bucket): number {
  if (a.priority !== b.priority) return b.priority - a.priority
  return a.bound === b.bound ? 0 : a.bound > b.bound ? -1 : 1
}

/** Those of the highest priority that could give most come first. */
export function sortStack({ byShare, byAmount }: Stack): void {
  byShare.sort(mostFirst)
  byAmount.sort(mostFirst)
}

const WHOLE = 10_000n

/** One order of rivals, of which the first is the next. */
interface Queue {
  readonly buckets: readonly Bucket[]
  readonly isOfShares: boolean
  readonly worth: bigint
  next: number
  first: Rivals | undefined
}

/** The stacks' rivals in one order, made only as far as somebody asks: the next ones with every call. */
export function inTurn(stacks: readonly Stack[], worth: bigint): () => Rivals | undefined {
  const queues: Queue[] = []
  for (const { byShare, byAmount } of stacks) {
    if (byShare.length > 0) queues.push(queueOf(byShare, true, worth))
    if (byAmount.length > 0) queues.push(queueOf(byAmount, false, worth))
  }
  return () => {
    let ahead: Queue | undefined
    for (const queue of queues) if (isAhead(queue.first, ahead?.first)) ahead = queue
    const rivals = ahead?.first
    if (ahead) advance(ahead)
    return rivals
  }
}

function queueOf(buckets: readonly Bucket[], isOfShares: boolean, worth: bigint): Queue {
  const queue: Queue = { buckets, isOfShares, worth, next: 0, first: undefined }
  advance(queue)
  return queue
}

function advance(queue: Queue): void {
  const bucket = queue.buckets[queue.next]
  queue.next += 1
  queue.first = bucket && {
    priority: bucket.priority,
    most: queue.isOfShares ? shareOf(queue.worth, bucket.bound, WHOLE) : bucket.bound,
    offers: bucket.offers,
  }
}

function isAhead(a: Rivals | undefined, b: Rivals | undefined): boolean {
  if (!a || !b) return a !== undefined
  return a.priority > b.priority || (a.priority === b.priority && a.most > b.most)
}
