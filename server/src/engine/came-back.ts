import { allocate, sum } from '../kit/money.ts'
import { ONE } from '../kit/quantity.ts'
import type { BasketLine } from './line.ts'

/** Goods of one line of the receipt, as far as taking them back needs them. */
export interface Goods {
  /** What the line adds to the total of the purchase; what the till took off the whole is shared over the goods. */
  readonly worth: bigint
  readonly quantity: bigint
}

interface Sold {
  readonly total: bigint
  readonly lines: readonly Pick<BasketLine, 'gross' | 'quantity'>[]
}

/** The goods of a purchase, at the places of its lines. A line below zero is a discount of the till and no goods. */
export function goodsOf({ total, lines }: Sold): readonly Goods[] {
  const worths = allocate(
    total,
    lines.map(({ gross }) => (gross > 0n ? gross : 0n)),
  )
  return lines.map(({ gross, quantity }, index) => ({
    worth: worths[index] ?? 0n,
    quantity: gross < 0n ? 0n : quantity > 0n ? quantity : ONE,
  }))
}

/** What of a line came back: so many pieces, and of the rest so much money's worth. */
export interface LineBack {
  readonly quantity: bigint
  readonly amount: bigint
}

/**
 * What of a purchase came back in all: of its lines, and of the rest so much money's worth of which no line is known. Everything
 * that is taken back follows from this alone, so it does not matter in which parts and in which order goods came back.
 */
export interface CameBack {
  readonly lines: readonly LineBack[]
  readonly amount: bigint
}

export const NO_LINE_BACK: LineBack = { quantity: 0n, amount: 0n }
export const NOTHING_BACK: CameBack = { lines: [], amount: 0n }

/** Of an amount that belongs to all pieces of a line, the part of the first so many; the pieces share it by largest remainder. */
export function ofPieces(amount: bigint, quantity: bigint, back: bigint): bigint {
  if (back <= 0n) return 0n
  if (back >= quantity) return amount
  const whole = back / ONE
  const started = back % ONE
  const before = ofWholePieces(amount, quantity, whole)
  if (started === 0n) return before
  // Weighed goods: of a piece that came back in part, its part.
  const piece = ofWholePieces(amount, quantity, whole + 1n) - before
  const size = quantity - whole * ONE < ONE ? quantity - whole * ONE : ONE
  return before + (piece * started) / size
}

/** The first `count` pieces of the line; the last may be a part of one. */
function ofWholePieces(amount: bigint, quantity: bigint, count: bigint): bigint {
  if (count * ONE >= quantity) return amount
  const wholes = quantity / ONE
  const rest = quantity % ONE
  const each = (amount * ONE) / quantity
  const last = (amount * rest) / quantity
  const left = amount - each * wholes - last
  // Ties go to the earlier piece, so the last takes one only with the larger remainder.
  const lastIsFirst = rest > 0n && (amount * rest) % quantity > (amount * ONE) % quantity
  const extra = lastIsFirst && left > 0n ? left - 1n : left
  return each * count + (count < extra ? count : extra)
}

/** Of an amount that belongs to a line, what goes back with what of the line came back; all of it with all of its worth. */
export function ofLine(amount: bigint, goods: Goods, back: LineBack): bigint {
  if (isLineBack(goods, back)) return amount
  const { worth, quantity } = goods
  const pieces = ofPieces(amount, quantity, back.quantity)
  if (back.amount === 0n) return pieces
  const left = worth - ofPieces(worth, quantity, back.quantity)
  return pieces + ((amount - pieces) * back.amount) / left
}

/** The value of what came back of the line. */
export function worthBack(goods: Goods, back: LineBack): bigint {
  return ofPieces(goods.worth, goods.quantity, back.quantity) + back.amount
}

/** Whether nothing of the line is left with the contact. */
export function isLineBack(goods: Goods, back: LineBack): boolean {
  return back.quantity >= goods.quantity || (goods.worth > 0n && worthBack(goods, back) >= goods.worth)
}

/** The value of all that came back. */
export function valueBack(goods: readonly Goods[], { lines, amount }: CameBack): bigint {
  return amount + sum(goods.map((each, index) => worthBack(each, lines[index] ?? NO_LINE_BACK)))
}

/** Whether nothing at all came back, not even what is worth less than the smallest coin. */
export function isNothingBack({ lines, amount }: CameBack): boolean {
  return amount === 0n && lines.every((line) => line.quantity === 0n && line.amount === 0n)
}

/** Whether nothing of the purchase is left with the contact. */
export function isWholeBack(goods: readonly Goods[], back: CameBack): boolean {
  const total = sum(goods.map(({ worth }) => worth))
  if (total > 0n) return valueBack(goods, back) >= total
  return goods.every((each, index) => isLineBack(each, back.lines[index] ?? NO_LINE_BACK))
}

/**
 * Of an amount that is shared over the lines, what goes back with what came back: of each line its part, and of the rest in proportion
 * to the money's worth of which no line is known. It never falls when more comes back, and is the whole amount when all did.
 */
export function partBack(shares: readonly bigint[], goods: readonly Goods[], back: CameBack): bigint {
  const amount = sum(shares)
  if (isWholeBack(goods, back)) return amount
  const ofLines = sum(
    goods.map((each, index) => ofLine(shares[index] ?? 0n, each, back.lines[index] ?? NO_LINE_BACK)),
  )
  if (back.amount === 0n) return ofLines
  const left = sum(
    goods.map((each, index) => each.worth - worthBack(each, back.lines[index] ?? NO_LINE_BACK)),
  )
  return ofLines + ((amount - ofLines) * back.amount) / left
}

/** The same for what cannot be divided, such as a visit: it goes back with the last of the goods that it belongs to. */
export function wholeBack(shares: readonly bigint[], goods: readonly Goods[], back: CameBack): boolean {
  if (isWholeBack(goods, back)) return true
  return (
    shares.some((share) => share > 0n) &&
    goods.every(
      (each, index) => (shares[index] ?? 0n) === 0n || isLineBack(each, back.lines[index] ?? NO_LINE_BACK),
    )
  )
}
