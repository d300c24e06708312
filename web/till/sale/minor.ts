/** Money at the till: whole minor units of the venue's currency, so that no sum is ever rounded. */
export type Minor = number

/** How many digits stand after the point of a currency. */
export function digitsOf(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits
}

/** An amount of the API, which is exact to the currency's digits, in minor units. */
export function minorOf(amount: number, digits: number): Minor {
  return Math.round(amount * 10 ** digits)
}

const THOUSANDTHS = 1_000
const WHOLE = BigInt(100 * THOUSANDTHS)

/** A price with its tax on top, of which the percentage has at most three decimals; half a minor unit is rounded up. */
export function grossOf(net: Minor, percent: number): Minor {
  const share = WHOLE + BigInt(Math.round(percent * THOUSANDTHS))
  return Number((BigInt(net) * share * 2n + WHOLE) / (WHOLE * 2n))
}

/** As the API takes it: "12.50". */
export function decimalText(minor: Minor, digits: number): string {
  const sign = minor < 0 ? '-' : ''
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0')
  if (digits === 0) return sign + figures
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

/** For components that show amounts of the API. */
export function amountOf(minor: Minor, digits: number): number {
  return Number(decimalText(minor, digits))
}

const TYPED = /^(\d{1,7})(?:[.,](\d*))?$/

/** What a clerk typed, with a point or a comma; undefined: no amount, or more digits than the currency has. */
export function readTyped(text: string, digits: number): Minor | undefined {
  const [, whole, fraction = ''] = TYPED.exec(text.trim()) ?? []
  if (whole === undefined || fraction.length > digits) return undefined
  return Number(whole + fraction.padEnd(digits, '0'))
}
