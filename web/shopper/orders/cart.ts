/** How many of each product, by its id. */
export type Cart = ReadonlyMap<string, number>

const MOST_OF_ONE = 99

export function changed(cart: Cart, product: string, by: number): Cart {
  const next = new Map(cart)
  const quantity = Math.min(MOST_OF_ONE, (next.get(product) ?? 0) + by)
  if (quantity > 0) next.set(product, quantity)
  else next.delete(product)
  return next
}

export function piecesOf(cart: Cart): number {
  return [...cart.values()].reduce((sum, quantity) => sum + quantity, 0)
}

export function itemsOf(cart: Cart): { readonly id: string; readonly quantity: number }[] {
  return [...cart].map(([id, quantity]) => ({ id, quantity }))
}
