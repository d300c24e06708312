import { type Line, priceOf } from './basket.ts'
import type { Minor } from './minor.ts'

const THOUSANDTHS = 1_000
const WHOLE = BigInt(100 * THOUSANDTHS)

/** The VAT in what these lines cost after a discount, which every rate bears in proportion; undefined where a line's rate is not known. */
export function vatIn(lines: readonly Line[], discount: Minor): Minor | undefined {
  const groups = new Map<number, Minor>()
  for (const line of lines) {
    if (line.taxRate === undefined) return undefined
    groups.set(line.taxRate, (groups.get(line.taxRate) ?? 0) + priceOf(line))
  }
  let [left, toShare] = [[...groups.values()].reduce((sum, gross) => sum + gross, 0), discount]
  let vat = 0
  for (const [rate, gross] of groups) {
    // What is left is shared over what is left, so that the shares sum to the discount.
    const share = left === 0 ? 0 : Math.round((toShare * gross) / left)
    vat += within(gross - share, rate)
    left -= gross
    toShare -= share
  }
  return vat
}

/** The tax within a gross amount; half a minor unit is rounded up. */
function within(gross: Minor, percent: number): Minor {
  const rate = BigInt(Math.round(percent * THOUSANDTHS))
  const divisor = WHOLE + rate
  return Number((BigInt(gross) * rate * 2n + divisor) / (divisor * 2n))
}
