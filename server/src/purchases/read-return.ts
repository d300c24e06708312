import {
  type CameBack,
  type Goods,
  goodsOf,
  isWholeBack,
  type LineBack,
  NO_LINE_BACK,
  ofPieces,
  valueBack,
  worthBack,
} from '../engine/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { InvalidState, invalidField, missingField } from '../kit/error.ts'
import { display, least, money, sum } from '../kit/money.ts'
import { ONE, quantityText } from '../kit/quantity.ts'
import { readPositiveMinor, readPositiveQuantity } from '../kit/reading.ts'
import type { Purchase } from './purchase.ts'
import type { ReturnBody } from './purchase-body.ts'

type ReturnedLine = NonNullable<ReturnBody['products']>[number]

/** What has come back of the purchase with this return. Refuses what is not there any more, naming what is left. */
export function cameBackAfter(purchase: Purchase, { products = [], return_amount }: ReturnBody): CameBack {
  if (purchase.state === 'CANCELLED') {
    throw InvalidState({
      parameters: ['purchase', purchase.referenceNumber ?? purchase.id],
      detail: 'The purchase is voided: all of it has come back.',
    })
  }
  const goods = goodsOf(purchase)
  const before = purchase.cameBack
  if (isWholeBack(goods, before)) {
    throw invalidField(
      return_amount === undefined ? 'products' : 'return_amount',
      return_amount ?? String(products.length),
      `nothing of the purchase is left to return; ${display(money(purchase.returned, purchase.currency))} came back before`,
    )
  }
  const start: CameBack = {
    lines: goods.map((_, index) => before.lines[index] ?? NO_LINE_BACK),
    amount: before.amount,
  }
  if (return_amount !== undefined) return withAmount(purchase, start, return_amount)
  const back = products.reduce(
    (so, line, index) => withLine({ purchase, goods, back: so }, line, index),
    start,
  )
  return withinTotal(purchase, products, { goods, back })
}

function withAmount(purchase: Purchase, back: CameBack, sent: string): CameBack {
  const { currency, total, returned } = purchase
  const amount = readPositiveMinor('return_amount', sent, minorDigits(currency))
  const left = total - returned
  if (amount <= left) return { ...back, amount: back.amount + amount }
  throw invalidField(
    'return_amount',
    sent,
    `${display(money(left, currency))} of the purchase is left to return`,
  )
}

interface Filling {
  readonly purchase: Purchase
  readonly goods: readonly Goods[]
  readonly back: CameBack
}

/** One line of the request; of several lines of the receipt with the SKU those before are returned first. */
function withLine(filling: Filling, line: ReturnedLine, at: number): CameBack {
  const { back, goods } = filling
  const path = `products[${at}]`
  const places = placesOf(filling, line, path)
  const lines = [...back.lines]
  const lineAt = (place: number) => lines[place] ?? NO_LINE_BACK
  const goodsAt = (place: number) => goods[place] ?? { worth: 0n, quantity: 0n }
  if (isByAmount(line)) {
    const sent = line.total_amount ?? ''
    let left = readPositiveMinor(`${path}.total_amount`, sent, minorDigits(filling.purchase.currency))
    const there = sum(places.map((place) => goodsAt(place).worth - worthBack(goodsAt(place), lineAt(place))))
    if (left > there) {
      const rest = display(money(there, filling.purchase.currency))
      throw invalidField(`${path}.total_amount`, sent, `${rest} of this line is left to return`)
    }
    for (const place of places) {
      const own = lineAt(place)
      const part = least(left, goodsAt(place).worth - worthBack(goodsAt(place), own))
      left -= part
      lines[place] = { ...own, amount: own.amount + part }
    }
    return { ...back, lines }
  }
  let left = piecesOf({
    line,
    path,
    there: sum(places.map((place) => piecesLeft(goodsAt(place), lineAt(place)))),
  })
  let worth = 0n
  for (const place of places) {
    const own = lineAt(place)
    const part = least(left, piecesLeft(goodsAt(place), own))
    left -= part
    const after = withPieces(goodsAt(place), own, part)
    worth += worthBack(goodsAt(place), after) - worthBack(goodsAt(place), own)
    lines[place] = after
  }
  refuseMoreThanWorth({ line, path, worth, currency: filling.purchase.currency })
  return { ...back, lines }
}

function piecesLeft({ quantity }: Goods, back: LineBack): bigint {
  return quantity - back.quantity
}

/** Pieces of which a part of the price came back before take that part along. */
function withPieces(goods: Goods, back: LineBack, pieces: bigint): LineBack {
  const quantity = back.quantity + pieces
  const left = goods.worth - ofPieces(goods.worth, goods.quantity, quantity)
  return { quantity, amount: least(back.amount, left) }
}

interface Pieces {
  readonly line: ReturnedLine
  readonly path: string
  readonly there: bigint
}

function piecesOf({ line, path, there }: Pieces): bigint {
  if (line.quantity === undefined) {
    if (there > 0n) return there
    throw invalidField(path, line.sku ?? String(line.line), 'nothing of this line is left to return')
  }
  const pieces = readPositiveQuantity(`${path}.quantity`, line.quantity)
  if (pieces <= there) return pieces
  throw invalidField(
    `${path}.quantity`,
    line.quantity,
    `${quantityText(there)} of this line is left to return`,
  )
}

interface Worth {
  readonly line: ReturnedLine
  readonly path: string
  readonly worth: bigint
  readonly currency: string
}

/** A till may round the price of single pieces its own way, but they cannot be worth more than they cost. */
function refuseMoreThanWorth({ line, path, worth, currency }: Worth): void {
  if (line.total_amount === undefined) return
  const sent = readPositiveMinor(`${path}.total_amount`, line.total_amount, minorDigits(currency))
  const quantity = line.quantity === undefined ? ONE : readPositiveQuantity(path, line.quantity)
  if (sent <= worth + (quantity + ONE - 1n) / ONE) return
  throw invalidField(
    `${path}.total_amount`,
    line.total_amount,
    `these goods cost ${display(money(worth, currency))}; send quantity or total_amount alone`,
  )
}

/** The places on the receipt that a line of the request names. */
function placesOf({ purchase, goods }: Filling, line: ReturnedLine, path: string): number[] {
  if (line.line === undefined && line.sku === undefined) {
    throw missingField(`${path}.sku`, 'a line is named by its sku, or by its number on the receipt as line')
  }
  const places = purchase.lines.flatMap((each, index) => {
    const isSku = each.sku === line.sku || (each.leadsTo !== undefined && each.leadsTo === line.sku)
    const isNamed = line.line === undefined ? isSku : index + 1 === line.line
    const isIt = isNamed && (line.sku === undefined || isSku)
    return isIt && (goods[index]?.quantity ?? 0n) > 0n ? [index] : []
  })
  if (places.length > 0) return places
  const [field, seen] =
    line.line === undefined ? (['sku', line.sku ?? ''] as const) : (['line', String(line.line)] as const)
  const known = purchase.lines.flatMap(({ sku }, index) =>
    sku !== '' && (goods[index]?.quantity ?? 0n) > 0n ? [`${index + 1} ${sku}`] : [],
  )
  throw invalidField(
    `${path}.${field}`,
    seen,
    known.length > 0
      ? `the purchase has the goods ${known.slice(0, 20).join(', ')}`
      : 'the purchase was sent without lines; return it by return_amount',
  )
}

/**
 * What came back before without a line may have been of these goods: pieces take it along, as all together cannot be worth more than
 * the purchase. An amount is refused when it is more than what is left.
 */
function withinTotal(
  { total, currency, returned }: Purchase,
  products: readonly ReturnedLine[],
  { goods, back }: Omit<Filling, 'purchase'>,
): CameBack {
  const over = valueBack(goods, back) - total
  if (over <= 0n) return back
  const at = products.findIndex(isByAmount)
  if (at < 0) return { ...back, amount: back.amount - over }
  throw invalidField(
    `products[${at}].total_amount`,
    products[at]?.total_amount ?? '',
    `${display(money(total - returned, currency))} of the purchase is left to return`,
  )
}

function isByAmount({ quantity, total_amount }: ReturnedLine): boolean {
  return quantity === undefined && total_amount !== undefined
}
