import type { Oddities } from './oddities.ts'
import type { Shelf } from './products.ts'
import { readTable, type TableRow } from './table.ts'

export interface RealLine {
  readonly product: string
  /** Decimal text; of fuel gallons. */
  readonly quantity: string
  /** What the shop got for it, the manufacturer's coupon among it. */
  readonly cents: number
  /** Of that what is tax. */
  readonly taxCents: number
}

export interface RealBasket {
  readonly basket: string
  readonly household: string
  readonly store: string
  /** The store's wall clock, without a zone. */
  readonly at: string
  readonly lines: readonly RealLine[]
  readonly totalCents: number
  /** What the card and the shop's own coupons took off the shelf prices. */
  readonly discountCents: number
  /** What manufacturers' coupons paid. */
  readonly couponCents: number
  readonly hasFuel: boolean
}

interface SoldLine extends RealLine, Pick<RealBasket, 'basket' | 'household' | 'store' | 'at'> {
  readonly discountCents: number
  readonly couponCents: number
  readonly isFuel: boolean
}

// The data has no tax. What is no food is taken to have had this much per cent in its price.
const TAX_PERCENT = 6
const TAXED = ['DRUG GM', 'COSMETICS', 'FLORAL', 'GARDEN CENTER', 'SPIRITS', 'AUTOMOTIVE', 'PHOTO & VIDEO']

/** All baskets in the order of their time. */
export function readBaskets(folder: string, shelf: Shelf, oddities: Oddities): readonly RealBasket[] {
  const lines = readTable(folder, 'transactions.csv.gz').map((row) => lineOf(row, shelf, oddities))
  const baskets = [...Map.groupBy(lines, ({ basket }) => basket).values()].map(basketOf)
  const free = baskets.filter(({ totalCents }) => totalCents === 0).length
  oddities.add('baskets of 0.00 in all, sent as they are', free)
  return baskets.sort(byTimeThenNumber)
}

function lineOf(row: TableRow, shelf: Shelf, oddities: Oddities): SoldLine {
  const product = row('product_id')
  const { department = '', type = '' } = shelf.get(product) ?? {}
  const isFuel = type.startsWith('GASOLINE')
  const sent = row('quantity')
  const cents = centsOf(row('sales_value'), oddities)
  if (sent === '0') oddities.add('lines of quantity 0, sent as they are')
  else if (cents === 0) oddities.add('lines that cost 0.00, sent as they are')
  const taxCents = TAXED.includes(department) ? cents - Math.round((cents * 100) / (100 + TAX_PERCENT)) : 0
  if (taxCents > 0) oddities.add(`lines with ${TAX_PERCENT} % tax assumed in their price`)
  return {
    basket: row('basket_id'),
    household: row('household_id'),
    store: row('store_id'),
    at: row('transaction_timestamp').replace(' ', 'T'),
    product,
    quantity: isFuel ? gallonsOf(sent, oddities) : sent,
    cents,
    taxCents,
    discountCents: centsOf(row('retail_disc'), oddities) + centsOf(row('coupon_match_disc'), oddities),
    couponCents: centsOf(row('coupon_disc'), oddities),
    isFuel,
  }
}

/** Fuel is in thousandths of a gallon, but for lines of quantity 1, which name the amount alone. */
function gallonsOf(quantity: string, oddities: Oddities): string {
  if (quantity === '1') return quantity
  oddities.add('lines of fuel changed from thousandths of a gallon to gallons')
  return (Number(quantity) / 1_000).toFixed(3)
}

/** One value is 4.440892e-16, what a sum in floating point left over; it is 0.00. */
function centsOf(amount: string, oddities: Oddities): number {
  const exact = Number(amount) * 100
  const cents = Math.round(exact)
  if (!(Math.abs(exact - cents) < 1e-6)) throw new Error(`"${amount}" is not an amount in cents.`)
  if (/e/i.test(amount)) oddities.add('amounts that are no decimals, taken as 0.00')
  return cents
}

function basketOf(sold: readonly SoldLine[]): RealBasket {
  const [first] = sold
  if (!first) throw new Error('Lines grouped by basket never leave a basket without lines.')
  const { basket, household, store, at } = first
  const sum = (centsOf: (line: SoldLine) => number) => sold.reduce((all, line) => all + centsOf(line), 0)
  return {
    basket,
    household,
    store,
    at,
    lines: sold
      .map(({ product, quantity, cents, taxCents }) => ({ product, quantity, cents, taxCents }))
      .sort((a, b) => Number(a.product) - Number(b.product)),
    totalCents: sum(({ cents }) => cents),
    discountCents: sum(({ discountCents }) => discountCents),
    couponCents: sum(({ couponCents }) => couponCents),
    hasFuel: sold.some(({ isFuel }) => isFuel),
  }
}

function byTimeThenNumber(a: RealBasket, b: RealBasket): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return Number(a.basket) - Number(b.basket)
}
