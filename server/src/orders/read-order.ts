import { minorDigits } from '../kit/currency.ts'
import { invalidField, missingField, notFound } from '../kit/error.ts'
import { newId, parseGuid } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import { ONE } from '../kit/quantity.ts'
import { readPositiveMinor, readPositiveQuantity } from '../kit/reading.ts'
import { DAY, HOUR, later, MINUTE } from '../kit/time.ts'
import type { NamedProduct } from '../products/index.ts'
import { linesOf, type OrderItem, type OrderLine, type OrderPayment } from './order.ts'
import { amountsOf, type Discount, discountOn, type Totals, totalsOf } from './order-amounts.ts'
import type { AskedBody, ComponentBody, ItemBody, RequestedAtBody } from './order-body.ts'
import { type Orderer, priceOfLine, readRate } from './price-line.ts'

export interface Shelf {
  readonly currency: string
  readonly by: Orderer
  /** By the id or SKU that the request says. */
  readonly find: (name: string) => NamedProduct | undefined
}

/** How the request names the product of each of its items and their components. */
export function productsNamed(items: readonly ItemBody[]): readonly string[] {
  const names = items.flatMap(({ components = [], ...item }) => [item, ...components]).map(nameOf)
  return [...new Set(names.flatMap((name) => name ?? []))]
}

function nameOf({ id, sku }: ComponentBody): string | undefined {
  return sku ?? id
}

/** Reads the items exactly, in the currency of the business; refuses what is not exact, naming the field. */
export function readItems(items: readonly ItemBody[], shelf: Shelf): readonly OrderItem[] {
  return items.map(({ components = [], ...body }, index) => {
    const path = `items[${index}]`
    const item = readLine(body, { path, shelf, times: ONE })
    return {
      ...item,
      components: components.map((component, at) =>
        readLine(component, { path: `${path}.components[${at}]`, shelf, times: item.quantity }),
      ),
    }
  })
}

interface LineContext {
  readonly path: string
  readonly shelf: Shelf
  /** How many items a component is ordered with. */
  readonly times: bigint
}

function readLine(body: ComponentBody, { path, shelf, times }: LineContext): OrderLine {
  const named = nameOf(body)
  if (named === undefined) throw missingField(`${path}.id`, 'the id or SKU of a product is needed')
  const product = shelf.find(named)
  if (!product && body.sku === undefined && parseGuid(named) !== undefined) throw notFound('product', named)
  if (!product && shelf.by === 'CONTACT') throw notFound('product', named)
  const { currency, by } = shelf
  const each = body.quantity === undefined ? ONE : readPositiveQuantity(`${path}.quantity`, body.quantity)
  const priced = {
    ...priceOfLine(body, { path, currency, by, product }),
    quantity: (each * times) / ONE,
  }
  return {
    ...priced,
    ...amountsOf(priced),
    id: newId(),
    productId: product?.id,
    sku: product?.sku ?? named,
    name: (by === 'CONTACT' ? undefined : body.name) ?? product?.name ?? named,
    notes: body.notes,
  }
}

/** The sums of the order, less its discount. */
export function readTotals(
  items: readonly OrderItem[],
  discount: AskedBody['discount'],
  currency: string,
): Totals {
  const lines = linesOf(items)
  const off = discountOn(sum(lines.map(({ total }) => total)), readDiscount(discount, currency))
  const totals = totalsOf(lines, off)
  if (totals.total < 0n) {
    throw invalidField('discount.amount', discount?.amount ?? '', 'it must not be more than the items cost')
  }
  return totals
}

function readDiscount(discount: AskedBody['discount'], currency: string): Discount | undefined {
  if (!discount) return undefined
  const { type, amount } = discount
  if (type === 'AMOUNT') {
    return { type, amount: readPositiveMinor('discount.amount', amount, minorDigits(currency)) }
  }
  return { type, rate: readRate('discount.amount', amount) ?? 0n }
}

export function readPayments(payments: AskedBody['payments'], currency: string): readonly OrderPayment[] {
  return (payments ?? []).map(({ payment_method_type, paid_on, payment_method_id, amount }, index) => ({
    type: payment_method_type,
    paidOn: paid_on,
    methodId: payment_method_id,
    amount:
      amount === undefined
        ? undefined
        : readPositiveMinor(`payments[${index}].amount`, amount, minorDigits(currency)),
  }))
}

const UNITS = { MINUTE, HOUR, DAY, MINUTES: MINUTE, HOURS: HOUR, DAYS: DAY } as const

/** When it is wanted; undefined: as soon as can be. */
export function readRequestedAt(requested: RequestedAtBody | undefined, at: Date): Date | undefined {
  if (!requested) return undefined
  const { date, time, time_unit = 'MINUTE' } = requested
  if (date !== undefined) {
    if (date > at) return date
    throw invalidField(
      'requested_delivery_at.date',
      date.toISOString(),
      'a time that is still to come is needed',
    )
  }
  return time === undefined ? undefined : later(at, time * UNITS[time_unit])
}

export function readCustomFields(fields: AskedBody['custom_fields']): Readonly<Record<string, string>> {
  return Object.fromEntries((fields ?? []).map(({ key, value }) => [key, value]))
}
