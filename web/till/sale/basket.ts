import { decimalText, type Minor } from './minor.ts'

/** What a tile or a scan puts into the basket. */
export interface Article {
  readonly sku: string
  readonly name: string
  readonly price: Minor
  /** Of the VAT in the price, per cent; undefined: not known. */
  readonly taxRate?: number | undefined
}

export interface Line extends Article {
  readonly key: string
  readonly quantity: number
}

export type Basket = readonly Line[]

export const MOST_PIECES = 999

/** One more of it: an article that is there already at this price counts up, so that the receipt stays short. */
export function withArticle(basket: Basket, article: Article, quantity = 1): Basket {
  const key = keyOf(article)
  const known = basket.find((line) => line.key === key)
  if (known) return withQuantity(basket, key, known.quantity + quantity)
  return [...basket, { ...article, key, quantity: bounded(quantity) }]
}

/** None left takes the line away. */
export function withQuantity(basket: Basket, key: string, quantity: number): Basket {
  if (quantity <= 0) return basket.filter((line) => line.key !== key)
  return basket.map((line) => (line.key === key ? { ...line, quantity: bounded(quantity) } : line))
}

export function keyOf({ sku, price }: Article): string {
  return `${sku} at ${price}`
}

function bounded(quantity: number): number {
  return Math.min(MOST_PIECES, quantity)
}

export function priceOf({ price, quantity }: Line): Minor {
  return price * quantity
}

export function totalOf(basket: Basket): Minor {
  return basket.reduce((sum, line) => sum + priceOf(line), 0)
}

export function piecesOf(basket: Basket): number {
  return basket.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** The lines as the API takes them. */
export function productsOf(basket: Basket, digits: number) {
  return basket.map((line) => ({
    sku: line.sku,
    name: line.name,
    quantity: String(line.quantity),
    unit_price: decimalText(line.price, digits),
    total_amount: decimalText(priceOf(line), digits),
  }))
}
