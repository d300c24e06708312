import { allocate, shareOf, sum } from '../kit/money.ts'
import { ONE } from '../kit/quantity.ts'

export const TAX_MODELS = ['TAX_INCLUSIVE', 'TAX_EXCLUSIVE'] as const
export type TaxModel = (typeof TAX_MODELS)[number]

/** A price with its tax; the rate in ten-thousandths of a per cent. */
export interface Priced {
  readonly price: bigint
  readonly quantity: bigint
  readonly taxModel: TaxModel
  readonly taxRate: bigint
}

/** Minor units; net and tax sum to the total. */
export interface LineAmounts {
  readonly net: bigint
  readonly tax: bigint
  readonly total: bigint
}

const PER_CENT = 100n * ONE

/** A line of an order: price times quantity, then its tax, each rounded half up once. */
export function amountsOf({ price, quantity, taxModel, taxRate }: Priced): LineAmounts {
  const worth = shareOf(price, quantity, ONE)
  if (taxModel === 'TAX_INCLUSIVE') {
    const tax = shareOf(worth, taxRate, PER_CENT + taxRate)
    return { net: worth - tax, tax, total: worth }
  }
  const tax = shareOf(worth, taxRate, PER_CENT)
  return { net: worth, tax, total: worth + tax }
}

export type Discount =
  | { readonly type: 'AMOUNT'; readonly amount: bigint }
  /** In ten-thousandths of a per cent. */
  | { readonly type: 'PERCENTAGE'; readonly rate: bigint }

/** What of a sum a discount takes off. */
export function discountOn(subTotal: bigint, discount: Discount | undefined): bigint {
  if (!discount) return 0n
  return discount.type === 'AMOUNT' ? discount.amount : shareOf(subTotal, discount.rate, PER_CENT)
}

export interface Totals extends LineAmounts {
  /** Of the lines, before the discount. */
  readonly subTotal: bigint
  readonly discount: bigint
}

/** The tax of each line, less what of it a discount of the whole order takes off. */
export function taxesOf(lines: readonly LineAmounts[], discount: bigint): readonly bigint[] {
  const off = allocate(
    discount,
    lines.map(({ total }) => total),
  )
  return lines.map((line, index) =>
    line.total === 0n ? 0n : shareOf(line.tax, line.total - (off[index] ?? 0n), line.total),
  )
}

/** The order as a whole: the discount is shared over its lines, and takes of each as much tax as its share. */
export function totalsOf(lines: readonly LineAmounts[], discount: bigint): Totals {
  const subTotal = sum(lines.map(({ total }) => total))
  const tax = sum(taxesOf(lines, discount))
  const total = subTotal - discount
  return { subTotal, discount, net: total - tax, tax, total }
}
