/** Goods of a purchase that came back: their value before, and with this return. */
export interface GoodsBack {
  readonly before: bigint
  readonly after: bigint
  readonly total: bigint
}

/**
 * What of an amount goes back with the goods: in proportion and cumulative, rounded down but for the last part, so that parts
 * that add up to the whole give exactly the whole back.
 */
export function partReturned(amount: bigint, { before, after, total }: GoodsBack): bigint {
  const until = (goods: bigint) => (total === 0n ? 0n : (amount * goods) / total)
  return (after === total ? amount : until(after)) - until(before)
}
