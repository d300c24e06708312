import type { Country } from './country.ts'

const LEAST_DIGITS = 5
// E.164 allows 15 after the plus.
const MOST_DIGITS = 15
const WRITTEN = /^\+?[\d\s().\-/]+$/

/**
 * A phone number in the one form that is stored: plus, calling code, number. Takes it as people write it,
 * with 00 for the plus, or as dialled within the country. undefined when it is no phone number.
 */
export function normalisePhone(text: string, country: Country | undefined): string | undefined {
  const written = text.trim()
  if (!WRITTEN.test(written)) return undefined
  const number = abroad(written) ?? `+${(country?.callingCode ?? '') + withinCountry(written, country)}`
  return number.length - 1 >= LEAST_DIGITS && number.length - 1 <= MOST_DIGITS ? number : undefined
}

/**
 * The stored forms that may be meant by a number that somebody types to find a contact, or by its first
 * digits: without a plus it may begin with the calling code or be dialled within the country.
 */
export function phonesMeant(text: string, country: Country | undefined): readonly string[] {
  const written = text.trim()
  if (!WRITTEN.test(written)) return []
  const meant = abroad(written)
  if (meant !== undefined) return [meant]
  const digits = written.replace(/\D/g, '')
  return country === undefined || digits === ''
    ? [`+${digits}`]
    : [`+${digits}`, `+${country.callingCode}${withinCountry(written, country)}`]
}

function abroad(written: string): string | undefined {
  // "+44 (0)20 …": the zero in brackets is only for callers in the country.
  const digits = written.replace(/\(0\)/, '').replace(/\D/g, '')
  if (written.startsWith('+')) return `+${digits}`
  return digits.startsWith('00') ? `+${digits.slice(2)}` : undefined
}

function withinCountry(written: string, country: Country | undefined): string {
  const digits = written.replace(/\D/g, '')
  const trunk = country?.trunk ?? ''
  // No number begins with a zero where a zero is the trunk digit; others may begin with it, but then they
  // have ten digits.
  const isPrefixed = trunk !== '' && digits.startsWith(trunk) && (trunk.startsWith('0') || digits.length > 10)
  return isPrefixed ? digits.slice(trunk.length) : digits
}

/** What a till may show of a number: "·· 456". */
export function maskPhone(number: string): string {
  return `·· ${number.replace(/\D/g, '').slice(-3)}`
}
