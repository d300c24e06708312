import { type Minor, minorOf, readTyped } from '../sale/minor.ts'

interface Sold {
  readonly transaction_amounts: { readonly total: number }
  readonly returned: { readonly total: number }
}

/** The value of the goods that the customer still has. */
export function amountLeft({ transaction_amounts, returned }: Sold, digits: number): Minor {
  return minorOf(transaction_amounts.total, digits) - minorOf(returned.total, digits)
}

interface Line {
  readonly quantity: number
  readonly returned_quantity: number
}

/** Lines of which something is still with the customer; none where the purchase was sent as an amount only. */
export function linesLeft<Of extends Line>({
  products,
}: {
  readonly products: readonly Of[]
}): readonly Of[] {
  return products.filter(({ quantity, returned_quantity }) => quantity > returned_quantity)
}

interface Priced {
  readonly line: number
  readonly quantity: number
  readonly total_amount: number
}

/** What the pieces of each line that come back cost. */
export function worthOf(
  { products }: { readonly products: readonly Priced[] },
  pieces: ReadonlyMap<number, number>,
  digits: number,
): Minor {
  return products.reduce((sum, { line, quantity, total_amount }) => {
    const share = (pieces.get(line) ?? 0) / (quantity || 1)
    return sum + Math.round(minorOf(total_amount, digits) * share)
  }, 0)
}

export type Typed =
  | { readonly is: 'AMOUNT'; readonly amount: Minor }
  | { readonly is: 'NONE' }
  | { readonly is: 'TOO_MUCH' }

/** How much comes back, as a clerk typed it: something, and no more than is left. */
export function readBack(
  typed: string,
  { left, digits }: { readonly left: Minor; readonly digits: number },
): Typed {
  const amount = readTyped(typed, digits)
  if (!amount) return { is: 'NONE' }
  return amount > left ? { is: 'TOO_MUCH' } : { is: 'AMOUNT', amount }
}
