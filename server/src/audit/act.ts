import { createHash } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'

/** One field of a record before and after; without both where its value is nobody's business, such as a contact's name. */
export interface Change {
  readonly field: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Something that a member of staff or a key did. */
export interface Act {
  readonly tenant: Tenant
  readonly at: Date
  readonly by: { readonly kind: 'KEY' | 'USER'; readonly id: string; readonly name: string }
  /** The endpoint's name. */
  readonly operation: string
  readonly target: string | undefined
  readonly changes: readonly Change[]
  readonly address: string
  readonly requestId: string
}

/** A line of the log; its text of changes is gone once it said something of a contact who was erased. */
export interface Line extends Omit<Act, 'changes'> {
  readonly seq: bigint
  readonly changes: string | undefined
  readonly changesHash: Buffer
  /** The hash of the line before. */
  readonly previous: Buffer
  readonly hash: Buffer
}

export const FIRST: Buffer = Buffer.alloc(32)

export function hashOfText(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Over all that the line says and the line before; the changes are in it by their own hash, so that they can be forgotten. */
export function hashOfLine(line: Omit<Line, 'hash' | 'changes'>): Buffer {
  const { tenant, seq, at, by, operation, target, changesHash, address, requestId, previous } = line
  const said = [
    tenant,
    String(seq),
    at.toISOString(),
    by.kind,
    by.id,
    by.name,
    operation,
    target ?? null,
    changesHash.toString('hex'),
    address,
    requestId,
  ]
  return createHash('sha256').update(previous).update(JSON.stringify(said)).digest()
}
