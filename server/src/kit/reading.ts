import { invalidField } from './error.ts'
import { type NotAnAmount, parseMinor } from './money.ts'
import { parseQuantity } from './quantity.ts'

const NEEDED: Readonly<Record<NotAnAmount, (digits: number) => string>> = {
  'not a decimal number': () => 'a decimal number such as 12.50 is needed, without exponent',
  'too many decimals': (digits) => `at most ${digits} decimals are taken`,
  'too large': () => 'at most 15 digits are taken',
}

/**
 * Reads an amount of a request exactly, in a currency of so many digits; refuses what is not one, naming the
 * field.
 */
export function readMinor(path: string, text: string, digits: number): bigint {
  const minor = parseMinor(text, digits)
  if (typeof minor === 'string') throw invalidField(path, text, NEEDED[minor](digits))
  return minor
}

/** The same for amounts that may not be below zero, or not even zero. */
export function readPositiveMinor(path: string, text: string, digits: number): bigint {
  const minor = readMinor(path, text, digits)
  if (minor <= 0n) throw invalidField(path, text, 'it must be above zero')
  return minor
}

const QUANTITY_DIGITS = 4

/** Reads pieces, weights or litres of a request exactly; refuses what is not one, naming the field. */
export function readQuantity(path: string, text: string): bigint {
  const quantity = parseQuantity(text)
  if (typeof quantity === 'string') throw invalidField(path, text, NEEDED[quantity](QUANTITY_DIGITS))
  return quantity
}

export function readPositiveQuantity(path: string, text: string): bigint {
  const quantity = readQuantity(path, text)
  if (quantity <= 0n) throw invalidField(path, text, 'it must be above zero')
  return quantity
}
