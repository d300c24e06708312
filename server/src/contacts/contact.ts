import { randomInt } from 'node:crypto'
import type { ContactId, WalletId } from '../kit/id.ts'
import type { Identifier } from './identifier.ts'
import type { Profile } from './profile.ts'

export const CONTACT_TYPES = ['PERSON', 'COMPANY'] as const
export type ContactType = (typeof CONTACT_TYPES)[number]

/** A shopper. */
export interface Contact extends Profile {
  readonly id: ContactId
  readonly code: string
  readonly type: ContactType
  readonly firstName: string | null
  readonly lastName: string | null
  readonly language: string
  readonly createdAt: Date
  readonly wallet: { readonly id: WalletId; readonly code: string; readonly currency: string }
  readonly identifiers: readonly Identifier[]
  /** What others name to say that this contact sent them. */
  readonly referralCode: string
  readonly referredBy: { readonly id: ContactId; readonly code: string } | null
}

type Named = Pick<Contact, 'firstName' | 'lastName'>

export function fullName({ firstName, lastName }: Named): string {
  return [firstName, lastName].filter((name) => name !== null).join(' ')
}

/** What a till may show of a name: "A. P." */
export function initials({ firstName, lastName }: Named): Named {
  return { firstName: initial(firstName), lastName: initial(lastName) }
}

function initial(name: string | null): string | null {
  const [letter] = name ?? ''
  return letter === undefined ? null : `${letter.toUpperCase()}.`
}

/** A name as it is compared: in lower case, without accents, with single spaces. */
export function foldName(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replaceAll('ς', 'σ').trim().replace(/\s+/g, ' ')
}

/**
 * A wallet's code: 15 random digits and one that checks them (Luhn), so that a mistyped one is not
 * another's.
 */
export function makeWalletCode(): string {
  const digits = randomDigits(8) + randomDigits(7)
  return digits + luhnDigit(digits)
}

function randomDigits(count: number): string {
  return randomInt(10 ** count)
    .toString()
    .padStart(count, '0')
}

/** The digit that makes the whole pass Luhn's check (ISO/IEC 7812). */
export function luhnDigit(digits: string): string {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index))
    const weighed = index % 2 === 0 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return String((10 - (sum % 10)) % 10)
}
