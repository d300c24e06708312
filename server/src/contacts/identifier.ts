import { invalidField } from '../kit/error.ts'
import { type Country, countryNamed, threeLettersOf } from './country.ts'
import type { IdentifierKind } from './lookup.ts'
import { countryOfPhone, normalisePhone, phonesMeant } from './phone.ts'

export interface SentPhone {
  readonly country_code?: string | undefined
  readonly phone_type?: string | undefined
  readonly number: string
  readonly is_primary?: boolean | undefined
}

export interface SentEmail {
  readonly email_address: string
  readonly is_primary?: boolean | undefined
}

/** What a contact is recognised by, in its stored form, with what is shown of it besides. */
export type Identifier =
  | { readonly kind: 'PHONE'; readonly value: string; readonly details: PhoneDetails }
  | { readonly kind: 'EMAIL'; readonly value: string; readonly details: EmailDetails }
  | { readonly kind: 'CODE' | 'WALLET_CODE' | 'LOYALTY' | 'CARD'; readonly value: string }

export interface PhoneDetails {
  readonly country_code: string | null
  readonly phone_type: string
  /** As it was written. */
  readonly number: string
  readonly is_primary: boolean
}

export interface EmailDetails {
  readonly is_primary: boolean
}

/** Names an identifier to look for; without a kind, any. */
export interface Sought {
  readonly kind?: IdentifierKind
  readonly value: string
}

export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase()
}

/**
 * Numbers without a country are taken to be of `home`, unless they are written with the calling code of another.
 * The one marked as primary is it, or else the first.
 */
export function phonesOf(phones: readonly SentPhone[], home: Country | undefined): Identifier[] {
  const primary = Math.max(
    0,
    phones.findIndex(({ is_primary }) => is_primary),
  )
  return phones.map(({ country_code, phone_type = 'MOBILE', number }, index) => {
    const sent = country_code === undefined ? undefined : countryNamed(country_code)
    if (country_code !== undefined && !sent) {
      const needed = 'a country of ISO 3166 is needed, such as CYP'
      throw invalidField(`phones[${index}].country_code`, `"${country_code}"`, needed)
    }
    const value = normalisePhone(number, sent ?? home)
    if (value === undefined) {
      throw invalidField(
        `phones[${index}].number`,
        `"${number}"`,
        'a phone number such as +357 99 123456 is needed',
      )
    }
    const country = sent ?? countryOfPhone(value, home)
    const details = {
      country_code: country ? threeLettersOf(country) : null,
      phone_type,
      number,
      is_primary: index === primary,
    }
    return { kind: 'PHONE', value, details }
  })
}

export function emailsOf(emails: readonly SentEmail[]): Identifier[] {
  const primary = Math.max(
    0,
    emails.findIndex(({ is_primary }) => is_primary),
  )
  return emails.map(({ email_address }, index) => ({
    kind: 'EMAIL',
    value: normaliseEmail(email_address),
    details: { is_primary: index === primary },
  }))
}

export function loyaltyOf(sent: readonly { readonly identifier: string }[]): Identifier[] {
  return sent.map(({ identifier }) => ({ kind: 'LOYALTY', value: identifier }))
}

/** All that may be meant by a text that a till has scanned or typed. */
export function identifiersMeant(text: string, home: Country | undefined): readonly Sought[] {
  const written = text.trim()
  return [
    { value: written },
    { kind: 'EMAIL', value: normaliseEmail(written) },
    // People read a wallet's code in groups of four.
    { kind: 'WALLET_CODE', value: written.replaceAll(' ', '') },
    ...phonesMeant(written, home).map((value) => ({ kind: 'PHONE' as const, value })),
  ]
}

/** How the stored forms may begin that are meant by the first characters of an identifier. */
export function beginningsMeant(text: string, home: Country | undefined): readonly string[] {
  const written = text.trim()
  return [...new Set([written, normaliseEmail(written), ...phonesMeant(written, home)])]
}
