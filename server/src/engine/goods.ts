import { ONE } from '../kit/quantity.ts'
import { rememberedLast } from '../kit/remembered.ts'
import type { BasketLine } from './line.ts'

/**
 * The places of the lines in an order that is the same however the till sorted them, so that the order of a receipt decides nothing.
 * First what earns nothing, such as a tip; then by the names of the goods and the price of a piece, so that equal parts of a
 * line that was split stand beside each other.
 */
export function orderOfGoods(lines: readonly BasketLine[]): readonly number[] {
  const places = lines.map((_, place) => place)
  if (lines.length < 2) return places
  return places.sort((a, b) => {
    const [one, other] = [lines[a], lines[b]]
    return (one && other && (compareGoods(one, other) || compare(one.quantity, other.quantity))) || a - b
  })
}

/** For each line the number of its goods in that order: lines of equal goods at one price have one number. */
export const numbersOfGoods = rememberedLast((lines: readonly BasketLine[]): readonly number[] => {
  const numbers = lines.map(() => 0)
  let number = 0
  let before: BasketLine | undefined
  for (const place of orderOfGoods(lines)) {
    const line = lines[place]
    if (line && before && compareGoods(before, line) !== 0) number++
    numbers[place] = number
    before = line
  }
  return numbers
})

/** Nothing between lines that offers and pools cannot tell apart. */
export function compareGoods(a: BasketLine, b: BasketLine): number {
  return (
    Number(a.earns !== false) - Number(b.earns !== false) ||
    compare(a.sku, b.sku) ||
    compare(a.family ?? '', b.family ?? '') ||
    compare(a.brand ?? '', b.brand ?? '') ||
    compare(a.type ?? '', b.type ?? '') ||
    compare(a.gross * piecesOf(b), b.gross * piecesOf(a)) ||
    compare(a.net * piecesOf(b), b.net * piecesOf(a))
  )
}

/** Texts by their characters, which are the same on every machine. */
function compare<Value extends string | bigint>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function piecesOf({ quantity }: BasketLine): bigint {
  return quantity > 0n ? quantity : ONE
}
