import parsePhone, { AsYouType } from 'libphonenumber-js/max'
import { type Country, callingCodeOf, countryNamed } from './country.ts'

const ABROAD = /^\s*(\+|00)/
// What has letters is no number; the typing helper would read the digits between them.
const TYPED = /^[+＋]?[\p{Nd}\s().\-/]+$/u

/**
 * A phone number in the one form that is stored: plus, calling code, number. Takes it as people write it,
 * with 00 for the plus, or as dialled within the country. undefined when it is no phone number.
 */
export function normalisePhone(text: string, country: Country | undefined): string | undefined {
  const dialled = storable(text, country)
  if (dialled !== undefined) return dialled
  // A country may dial abroad with other digits than 00; who has no country can only write calling codes.
  return country === undefined || ABROAD.test(text) ? storable(withPlus(text)) : undefined
}

/**
 * The length decides, not whether the number is in use: numbering plans change more often than the library is
 * updated, and a shopper with a new number is still a shopper. An extension names a desk, not a person.
 */
function storable(text: string, defaultCountry?: Country): string | undefined {
  const phone = parsePhone(text, { ...(defaultCountry && { defaultCountry }), extract: false })
  return phone?.isPossible() && phone.ext === undefined ? phone.number : undefined
}

/** Of a number as it is stored. `home` is that of the numbers that have its calling code, which several countries may share. */
export function countryOfPhone(stored: string, home: Country | undefined): Country | undefined {
  const phone = parsePhone(stored)
  if (!phone || (home && callingCodeOf(home) === phone.countryCallingCode)) return home
  return phone.country ?? countryNamed(phone.countryCallingCode)
}

/**
 * The stored forms that may be meant by a number that somebody types to find a contact, or by its first
 * digits: without a plus it may begin with the calling code or be dialled within the country.
 */
export function phonesMeant(text: string, country: Country | undefined): readonly string[] {
  const written = text.trim()
  if (!TYPED.test(written)) return []
  const meant = [asTyped(withPlus(written)), asTyped(written, country), normalisePhone(written, country)]
  return [...new Set(meant.filter((phone) => phone !== undefined))]
}

function asTyped(text: string, country?: Country): string | undefined {
  const typing = new AsYouType(country)
  typing.input(text)
  return typing.getNumberValue()
}

function withPlus(text: string): string {
  return `+${text.replace(ABROAD, '')}`
}
