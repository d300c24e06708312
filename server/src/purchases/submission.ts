import { minorDigits } from '../kit/currency.ts'
import { invalidField, missingField } from '../kit/error.ts'
import { allocate, decimalText, sum } from '../kit/money.ts'
import { ONE, parseQuantity } from '../kit/quantity.ts'
import { readMinor } from '../kit/reading.ts'
import type { PurchaseLine } from './purchase.ts'
import type { PurchaseBody } from './purchase-body.ts'

/** The amounts of a submitted purchase, exact and consistent: lines sum to the total. */
export interface SubmittedAmounts {
  readonly net: bigint | undefined
  readonly tax: bigint | undefined
  readonly discount: bigint | undefined
  readonly total: bigint
  readonly lines: readonly SubmittedLine[]
  readonly requestedSpend: bigint | undefined
  /** What the till asks to have redeemed; amount undefined: as much as possible. */
  readonly redeem: { readonly amount: bigint | undefined } | undefined
  /** Of the whole bill, where the purchase is a part of one. */
  readonly billTotal: bigint | undefined
}

/** A line before its product is known. */
export interface SubmittedLine extends Pick<PurchaseLine, 'quantity' | 'gross' | 'net' | 'tax' | 'name'> {
  readonly sku: string
  readonly family: NamedGroup | undefined
  readonly brand: NamedGroup | undefined
  readonly type: NamedGroup | undefined
}

export interface NamedGroup {
  readonly code: string
  readonly name: string
}

type BodyLine = NonNullable<PurchaseBody['products']>[number]

/**
 * Reads the amounts of a request in its currency. Refuses what is not exact or does not add up, naming the field: decimals the
 * currency does not have, a negative total (returns have an endpoint of their own), lines that do not sum to the total.
 */
export function readAmounts(body: PurchaseBody, currency: string): SubmittedAmounts {
  const digits = minorDigits(currency)
  const read = (path: string, text: string | undefined) =>
    text === undefined ? undefined : readMinor(path, text, digits)
  const { transaction_amounts: amounts, products = [], spend_request } = body
  const total = readMinor('transaction_amounts.total', amounts.total, digits)
  if (total < 0n) {
    throw invalidField(
      'transaction_amounts.total',
      amounts.total,
      'it must not be negative; give goods back with POST purchases/{id}/cancel or purchases/ad_hoc_return',
    )
  }
  const discount = read('transaction_amounts.discount', amounts.discount)
  const lines = products.map((line, index) => readLine(line, `products[${index}]`, digits))
  const requestedSpend = read('spend_request.amount', spend_request?.amount)
  if (requestedSpend !== undefined && requestedSpend <= 0n) {
    throw invalidField(
      'spend_request.amount',
      spend_request?.amount ?? '',
      'it must be above zero; leave spend_request out to spend nothing',
    )
  }
  const redeem = body.redeem_request && { amount: readRedeem(body.redeem_request.amount, digits) }
  const billTotal = read('bill.total', body.bill?.total)
  if (billTotal !== undefined && billTotal < total) {
    throw invalidField(
      'bill.total',
      body.bill?.total ?? '',
      `at least the ${amounts.total} of this part is needed`,
    )
  }
  return {
    billTotal,
    net: read('transaction_amounts.net', amounts.net),
    tax: read('transaction_amounts.tax', amounts.tax),
    discount,
    total,
    lines: settled(lines, { total, discount: discount ?? 0n, digits, sent: amounts.total }),
    requestedSpend,
    redeem,
  }
}

function readRedeem(text: string | undefined, digits: number): bigint | undefined {
  if (text === undefined) return undefined
  const amount = readMinor('redeem_request.amount', text, digits)
  if (amount > 0n) return amount
  throw invalidField('redeem_request.amount', text, 'it must be above zero; leave it out for all there is')
}

function readLine(line: BodyLine, path: string, digits: number): SubmittedLine {
  const sku = line.sku ?? line.product_sku?.sku
  if (sku === undefined) throw missingField(`${path}.sku`, 'each line names its product')
  const quantity = line.quantity === undefined ? ONE : parseQuantity(line.quantity)
  if (typeof quantity === 'string') {
    throw invalidField(
      `${path}.quantity`,
      line.quantity ?? '',
      'a decimal number with at most 4 decimals is needed',
    )
  }
  const field = (name: string, text: string | undefined) =>
    text === undefined ? undefined : readMinor(`${path}.${name}`, text, digits)
  const net = field('net_amount', line.net_amount)
  const tax = field('tax_amount', line.tax_amount)
  const gross =
    field('total_amount', line.total_amount) ??
    grossOf({ net, tax, unitPrice: field('unit_price', line.unit_price), quantity })
  if (gross === undefined) throw missingField(`${path}.total_amount`, 'or send net_amount, or unit_price')
  if (quantity < 0n && gross > 0n) {
    throw invalidField(
      `${path}.quantity`,
      line.quantity ?? '',
      'goods that cost something have a quantity above zero',
    )
  }
  return {
    sku,
    name: line.name ?? line.product_sku?.name,
    family: groupOf(line.product_family),
    brand: groupOf(line.brand),
    type: groupOf(line.product_type),
    quantity,
    gross,
    net: net ?? gross - (tax ?? 0n),
    tax: tax ?? (net === undefined ? 0n : gross - net),
  }
}

interface LineParts {
  readonly net: bigint | undefined
  readonly tax: bigint | undefined
  readonly unitPrice: bigint | undefined
  readonly quantity: bigint
}

function grossOf({ net, tax, unitPrice, quantity }: LineParts): bigint | undefined {
  if (net !== undefined) return net + (tax ?? 0n)
  // Half up, as a till rounds a weighed article.
  return unitPrice === undefined ? undefined : (unitPrice * quantity * 2n + ONE) / (ONE * 2n)
}

function groupOf(
  group: { readonly code?: string | undefined; readonly name?: string | undefined } | undefined,
): NamedGroup | undefined {
  const code = group?.code ?? group?.name
  return code === undefined ? undefined : { code, name: group?.name ?? code }
}

interface Totals {
  readonly total: bigint
  readonly discount: bigint
  readonly digits: number
  readonly sent: string
}

/**
 * Lines may be given before or after the discount of the whole purchase; a discount is shared over the lines so that they sum
 * to what is paid. A purchase without lines is one line of its total that no product condition fits.
 */
function settled(
  lines: readonly SubmittedLine[],
  { total, discount, digits, sent }: Totals,
): SubmittedLine[] {
  if (lines.length === 0) return [wholePurchase(total)]
  const gross = sum(lines.map((line) => line.gross))
  if (gross === total) return [...lines]
  if (gross - discount !== total) {
    const found = decimalText(gross, digits)
    throw invalidField(
      'transaction_amounts.total',
      sent,
      `the lines of products sum to ${found}; total must be that, or that less discount`,
    )
  }
  const parts = allocate(
    discount,
    lines.map((line) => (line.gross > 0n ? line.gross : 0n)),
  )
  return lines.map((line, index) => {
    const part = parts[index] ?? 0n
    const net = line.gross === 0n ? line.net : line.net - (line.net * part) / line.gross
    return { ...line, gross: line.gross - part, net, tax: line.gross - part - net }
  })
}

function wholePurchase(total: bigint): SubmittedLine {
  return {
    sku: '',
    name: undefined,
    family: undefined,
    brand: undefined,
    type: undefined,
    quantity: ONE,
    gross: total,
    net: total,
    tax: 0n,
  }
}
