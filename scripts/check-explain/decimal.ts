// Arithmetic of the checker's own: nothing here is shared with what it checks.

// Minor units by ISO 4217 where they differ from two.
const WHOLE = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '))
const THOUSANDTHS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

export const QUANTITY_DIGITS = 4
/** Rates have two decimals: hundredths of a percent. */
export const RATE_DIGITS = 2
const HUNDRED_PERCENT = 10_000n

export function digitsOf(currency: string): number {
  if (WHOLE.has(currency)) return 0
  return THOUSANDTHS.has(currency) ? 3 : 2
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/** Decimal text in whole units of its last digit; undefined for what is no decimal of so many digits. */
export function unitsOfText(text: string, digits: number): bigint | undefined {
  const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(text) ?? []
  if (whole === '' || fraction.length > digits) return undefined
  const units = BigInt(whole + fraction.padEnd(digits, '0'))
  return sign === '-' ? -units : units
}

/** Exact, because a number of at most 15 digits is printed as it was written. */
export function unitsOf(value: number, digits: number): bigint | undefined {
  return unitsOfText(String(value), digits)
}

export function decimal(units: bigint, digits: number): string {
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  const sign = units < 0n ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** The nearest whole number to `over / under`; the half goes away from zero. */
export function halfUp(over: bigint, under: bigint): bigint {
  const isBelowZero = over < 0n !== under < 0n
  const top = over < 0n ? -over : over
  const bottom = under < 0n ? -under : under
  const rest = top % bottom
  const nearest = top / bottom + (rest * 2n >= bottom ? 1n : 0n)
  return isBelowZero ? -nearest : nearest
}

export function percentOf(base: bigint, rate: bigint): bigint {
  return halfUp(base * rate, HUNDRED_PERCENT)
}

export function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, each) => sum + each, 0n)
}

export function atMost(value: bigint, cap: bigint | undefined): bigint {
  return cap !== undefined && cap < value ? cap : value
}

export function notBelowZero(value: bigint): bigint {
  return value > 0n ? value : 0n
}

/**
 * Largest remainder: each weight gets the whole part of its share; what is left goes, one unit each, to the largest fractions, and
 * of equal ones to those that come first. Where nothing weighs anything the first takes all.
 */
export function shared(amount: bigint, weights: readonly bigint[]): bigint[] {
  const all = total(weights)
  if (all === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n))
  const parts = weights.map((weight) => (amount * weight) / all)
  const fractions = weights.map((weight) => (amount * weight) % all)
  for (let left = amount - total(parts); left > 0n; left--) {
    const next = fractions.reduce((most, each, index) => (each > (fractions[most] ?? -1n) ? index : most), 0)
    parts[next] = (parts[next] ?? 0n) + 1n
    fractions[next] = -1n
  }
  return parts
}
