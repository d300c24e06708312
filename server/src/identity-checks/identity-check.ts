import { createHmac, createSecretKey, randomInt } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId } from '../kit/id.ts'
import { DAY, MINUTE } from '../kit/time.ts'

/** A code that was sent to a contact, and whether somebody gave it back. */
export interface IdentityCheck {
  readonly id: string
  readonly contact: ContactId
  readonly codeHash: Buffer
  /** The address it went to, as it may be shown: a···@example.com. */
  readonly shown: string
  readonly wrongTries: number
  readonly state: 'LIVE' | 'PASSED' | 'REPLACED'
  readonly expiresAt: Date
}

/** How often a code may be guessed before it is dead. */
export const MOST_WRONG = 5

/** How many codes a contact is sent in a while: so many, times the guesses at each, are all that an attacker has. */
export const MOST_SENT = [
  { most: 5, withinMs: 15 * MINUTE },
  { most: 20, withinMs: DAY },
] as const

const DIGITS = 6

export function drawCode(): string {
  return randomInt(10 ** DIGITS)
    .toString()
    .padStart(DIGITS, '0')
}

/** What is kept of a code: without the installation's secret nobody finds the six digits behind it. */
export type HashOfCheck = (check: { readonly tenant: Tenant; readonly id: string }, code: string) => Buffer

export function checkHasher(secret: Uint8Array): HashOfCheck {
  const key = createSecretKey(secret)
  return ({ tenant, id }, code) =>
    createHmac('sha256', key).update(`identity check|${tenant}|${id}|${code}`).digest()
}

/** An address as a till may show it, so that the contact knows where to look. */
export function obscured(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}···${email.slice(at)}`
}
