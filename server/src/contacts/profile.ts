import { randomBytes } from 'node:crypto'
import { base32 } from '../kit/id.ts'
import type { IdentifierKind } from './lookup.ts'

/** What is known of a shopper besides names and identifiers. */
export interface Profile {
  /** A calendar date, "1990-05-31". */
  readonly birthday: string | null
  /** A day of every year, "07-20". */
  readonly nameDay: string | null
  /** Codes under which the business groups its shoppers, each once. */
  readonly segments: readonly string[]
}

/** What an offer for a complete profile asks for. */
export function isProfileComplete({
  firstName,
  lastName,
  birthday,
  identifiers,
}: {
  readonly firstName: string | null
  readonly lastName: string | null
  readonly birthday: string | null
  readonly identifiers: readonly { readonly kind: IdentifierKind }[]
}): boolean {
  const canBeReached = identifiers.some(({ kind }) => kind === 'PHONE' || kind === 'EMAIL')
  return firstName !== null && lastName !== null && birthday !== null && canBeReached
}

// A year in which every day of the calendar occurs.
const LEAP_YEAR = 2000

/** Whether a text such as "02-29" is a day that some year has. */
export function isDayOfYear(text: string): boolean {
  if (!/^\d\d-\d\d$/.test(text)) return false
  const [month = 0, day = 0] = text.split('-').map(Number)
  const date = new Date(Date.UTC(LEAP_YEAR, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Eight characters that are not mistaken for each other: 40 random bits. */
export function makeReferralCode(): string {
  return base32(randomBytes(5).toString('hex'))
}
