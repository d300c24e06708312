import { invariant } from './invariant.ts'
import { decimalText, type NotAnAmount, parseMinor } from './money.ts'

// Quantities may be weights or litres: four decimals, held as an integer number of ten-thousandths.
const QUANTITY_DIGITS = 4
export const ONE = 10_000n

export function parseQuantity(text: string): bigint | NotAnAmount {
  return parseMinor(text, QUANTITY_DIGITS)
}

/** "2", "0.355": without needless zeros, as people write it. */
export function quantityText(quantity: bigint): string {
  return decimalText(quantity, QUANTITY_DIGITS).replace(/\.?0+$/, '')
}

export function quantityNumber(quantity: bigint): number {
  return Number(quantity) / Number(ONE)
}

/** The quantity that `quantityNumber` told. */
export function quantityTold(number: number): bigint {
  const quantity = parseQuantity(String(number))
  invariant(typeof quantity === 'bigint', 'what was told is a quantity')
  return quantity
}
