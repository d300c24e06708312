import { minorDigits } from './currency.ts'
import { invariant } from './invariant.ts'

/** An amount in the currency's minor unit (cents for EUR), never a float. */
export interface Money {
  readonly minor: bigint
  readonly currency: string
}

/** What keeps a decimal text from being an amount of a currency. */
export type NotAnAmount = 'not a decimal number' | 'too many decimals' | 'too large'

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/
// 15 significant digits survive the way through a JSON number of every client; 9,999,999,999,999.99 is enough for a till.
const MAX_DIGITS = 15

export function money(minor: bigint, currency: string): Money {
  return { minor, currency }
}

/** Reads decimal text exactly ("12.50", "-3", "0.1"): minor units, or what is wrong with it. Trailing zeros do not count. */
export function parseMinor(text: string, digits: number): bigint | NotAnAmount {
  const match = DECIMAL.exec(text)
  if (!match) return 'not a decimal number'
  const [, sign, whole = '', fraction = ''] = match
  const needed = fraction.replace(/0+$/, '')
  if (needed.length > digits) return 'too many decimals'
  const all = (whole + needed.padEnd(digits, '0')).replace(/^0+(?=\d)/, '')
  if (all.length > MAX_DIGITS) return 'too large'
  const minor = BigInt(all)
  return sign === '-' ? -minor : minor
}

/** Minor units as decimal text with exactly the currency's digits: 1250n EUR is "12.50". */
export function decimalText(minor: bigint, digits: number): string {
  if (digits === 0) return minor.toString()
  const sign = minor < 0n ? '-' : ''
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Minor units as the JSON number of the wire. Exact: at most 15 significant digits are ever accepted or made. */
export function wireNumber(minor: bigint, currency: string): number {
  return Number(minor) / 10 ** minorDigits(currency)
}

/** The minor units that `wireNumber` wrote. */
export function minorOfWire(value: number, currency: string): bigint {
  // The shortest text of the number is the decimal that was written.
  const minor = parseMinor(String(value), minorDigits(currency))
  invariant(typeof minor === 'bigint', 'what was written for the wire is an amount')
  return minor
}

/** For people: "12.50 EUR". */
export function display({ minor, currency }: Money): string {
  return `${decimalText(minor, minorDigits(currency))} ${currency}`
}

/** `part / whole` of the amount, rounded half up (away from zero), the one rounding rule of the product. */
export function shareOf(minor: bigint, part: bigint, whole: bigint): bigint {
  invariant(whole > 0n, 'a share is of a positive whole')
  const product = minor * part
  const half = product < 0n ? -whole : whole
  return (product * 2n + half) / (whole * 2n)
}

/**
 * Splits the amount over the weights by largest remainder: the parts sum to the whole, no part differs from its exact share
 * by a full minor unit, and ties go to the earlier part. Weights are not negative; if all are zero the first part takes all.
 */
export function allocate(minor: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 1) return [minor]
  if (minor === 0n || weights.length === 0) return weights.map(() => 0n)
  const total = sum(weights)
  if (total === 0n) return weights.map((_, index) => (index === 0 ? minor : 0n))
  const sign = minor < 0n ? -1n : 1n
  const amount = minor * sign
  const parts = weights.map((weight) => (amount * weight) / total)
  let left = amount - sum(parts)
  if (left === 1n) {
    const largest = placeOfLargest(weights.map((weight) => (amount * weight) % total))
    parts[largest] = (parts[largest] ?? 0n) + 1n
  } else if (left > 0n) {
    const byRemainder = weights
      .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
      .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
    for (const { index } of byRemainder) {
      if (left === 0n) break
      parts[index] = (parts[index] ?? 0n) + 1n
      left -= 1n
    }
  }
  return sign === 1n ? parts : parts.map((part) => part * sign)
}

/** The first of them, if several are as large. */
function placeOfLargest(values: readonly bigint[]): number {
  let place = 0
  for (let each = 1; each < values.length; each++)
    if ((values[each] ?? 0n) > (values[place] ?? 0n)) place = each
  return place
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n
  for (const amount of amounts) total += amount
  return total
}

/** The sum of what each of them has, without a list of it. */
export function sumOf<Each>(all: readonly Each[], had: (each: Each) => bigint): bigint {
  let total = 0n
  for (const each of all) total += had(each)
  return total
}

export function least(first: bigint, ...others: readonly bigint[]): bigint {
  let smallest = first
  for (const other of others) if (other < smallest) smallest = other
  return smallest
}
