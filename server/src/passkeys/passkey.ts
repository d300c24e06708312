import { hash } from 'node:crypto'
import { parseGuid } from '../kit/id.ts'
import { MINUTE } from '../kit/time.ts'
import type { SubjectKind } from '../sessions/index.ts'

/** A key of which the private half is on a device of the subject, behind its own lock. */
export interface Passkey {
  readonly id: string
  readonly subject: string
  /** Who the device says that the key is of: the subject as it was when the key was made. */
  readonly userHandle: string
  readonly name: string
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  /** Whether the owner has it on other devices as well, by the maker of the device. */
  readonly isBackedUp: boolean
  readonly createdAt: Date
  readonly usedAt: Date | undefined
}

export interface SubjectOf {
  readonly kind: SubjectKind
  readonly subject: string
}

/** How long a device has to sign. */
export const CHALLENGE_MS = 5 * MINUTE

export const MOST_PASSKEYS = 20

/** EdDSA, ECDSA on P-256 and RSA, as the COSE registry numbers them: all devices have one of them. */
export const ALGORITHMS = [-8, -7, -257]

/** What is kept of a challenge. */
export function hashOfChallenge(challenge: string): Buffer {
  return hash('sha256', challenge, 'buffer')
}

/** The subject as the device keeps it. */
export function handleOf(subject: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(subject.replaceAll('-', ''), 'hex'))
}

/** Whom a device names; undefined: nobody of ours. */
export function subjectInHandle(handle: string): string | undefined {
  const hex = Buffer.from(handle, 'base64url').toString('hex')
  return parseGuid(hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'))
}
