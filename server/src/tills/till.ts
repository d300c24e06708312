import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { OrganisationId, TillId } from '../kit/id.ts'

/** A till that may queue purchases while it has no line. */
export interface Till {
  readonly id: TillId
  readonly name: string
  readonly within: OrganisationId | undefined
  /** x and y of the point on P-256. */
  readonly publicKey: Buffer
  /** The last entry that was taken. */
  readonly counter: bigint
  /** Its hash; before the first one that of the till's id. */
  readonly head: Buffer
  readonly createdAt: Date
}

/** One purchase as it stood in the queue. */
export interface QueueEntry {
  readonly counter: bigint
  /** The hash of the entry before it. */
  readonly previous: string
  /** The body of the purchase, letter by letter as it was signed. */
  readonly payload: string
  readonly signature: Buffer
}

export const INCIDENTS = ['BAD_SIGNATURE', 'COUNTER_REUSED', 'GAP', 'FORK'] as const
export type IncidentKind = (typeof INCIDENTS)[number]

/** NEXT: it is taken. AGAIN: it was taken before, and its answer may have been lost. */
export type EntryVerdict = 'NEXT' | 'AGAIN' | IncidentKind

/** What a till says of its queue when it has sent all of it. */
export interface QueueEnd {
  /** The last number that it gave, and the hash that its next entry would name. */
  readonly counter: bigint
  readonly head: string
  readonly signature: Buffer
}

const VERSION = 'tillback-queue-1'
const END_VERSION = 'tillback-queue-end-1'
const COORDINATE = 32

/** What a till signs: nothing of it can be changed, moved to another place of the queue or to another till. */
export function signedText(
  till: TillId,
  { counter, previous, payload }: Omit<QueueEntry, 'signature'>,
): string {
  return [VERSION, till, String(counter), previous, payload].join('\n')
}

export function hashOfEntry(till: TillId, entry: Omit<QueueEntry, 'signature'>): Buffer {
  return sha256(signedText(till, entry))
}

/** The hash that the first entry names as the one before it. */
export function firstHead(till: TillId): Buffer {
  return sha256(till)
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}

/**
 * Whether an entry is the next of its queue. The signature comes first: only who holds the till's key may say anything about its queue.
 * A number that is gone by comes again (a lost answer) or was given twice (a copy of the till); a number left out was cut away; a
 * wrong predecessor means that two queues grew from one.
 */
export function judgeEntry(
  till: Till,
  entry: QueueEntry,
  { earlier }: { readonly earlier: Buffer | undefined },
): EntryVerdict {
  if (!isSigned(till, signedText(till.id, entry), entry.signature)) return 'BAD_SIGNATURE'
  if (entry.counter <= till.counter)
    return isSame(earlier, hashOfEntry(till.id, entry)) ? 'AGAIN' : 'COUNTER_REUSED'
  if (entry.counter > till.counter + 1n) return 'GAP'
  return entry.previous === till.head.toString('hex') ? 'NEXT' : 'FORK'
}

/** Where the till says that its queue ends: entries that it numbered and never sent were cut off; one that it does not know is of a copy. */
export function judgeEnd(till: Till, end: QueueEnd): 'COMPLETE' | IncidentKind {
  const text = [END_VERSION, till.id, String(end.counter), end.head].join('\n')
  if (!isSigned(till, text, end.signature)) return 'BAD_SIGNATURE'
  if (end.counter > till.counter) return 'GAP'
  if (end.counter < till.counter) return 'COUNTER_REUSED'
  return end.head === till.head.toString('hex') ? 'COMPLETE' : 'FORK'
}

function isSigned({ publicKey }: Till, text: string, signature: Buffer): boolean {
  const key = { key: keyOf(publicKey), dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', Buffer.from(text, 'utf8'), key, signature)
}

function isSame(earlier: Buffer | undefined, hash: Buffer): boolean {
  return earlier?.equals(hash) ?? false
}

/** The point as it is kept; undefined: it is not on the curve. */
export function pointOf({ x, y }: { readonly x: string; readonly y: string }): Buffer | undefined {
  const point = Buffer.concat([Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  if (point.length !== 2 * COORDINATE) return undefined
  try {
    keyOf(point)
    return point
  } catch {
    return undefined
  }
}

function keyOf(point: Buffer): KeyObject {
  const part = (from: number) => point.subarray(from, from + COORDINATE).toString('base64url')
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: part(0), y: part(COORDINATE) } })
}
