import { least, sum } from '../kit/money.ts'

/** A part of a set, by its place in it. */
export type Part = number

/** Pieces that are there, and the parts of a set that each of them could be. */
export interface Pile {
  readonly fits: readonly Part[]
  readonly pieces: bigint
}

/**
 * How many whole sets the piles make up, each of which needs so many pieces of every part. Exact where a
 * piece could be one of several parts: taking pieces for the first part that wants them could leave none for
 * another that has no other choice.
 *
 * Sets fail only where some parts together want more pieces than there are of them together (Hall's theorem).
 * So begin with what each part by itself would allow; while some parts are short, their own pieces say how
 * many sets there can be at most.
 */
export function wholeSets(needs: readonly bigint[], piles: readonly Pile[]): bigint {
  const mostOf = (parts: readonly Part[]) =>
    piecesFor(parts, piles) / sum(parts.map((part) => needs[part] ?? 0n))
  const [first = 0n, ...others] = needs.map((_, part) => mostOf([part]))
  let sets = least(first, ...others)
  for (;;) {
    const short = shortOf(
      needs.map((need) => need * sets),
      piles,
    )
    if (short.length === 0) return sets
    sets = mostOf(short)
  }
}

/** Parts that together want more than there is of them; none when the piles fulfil all. */
export function shortOf(wanted: readonly bigint[], piles: readonly Pile[]): readonly Part[] {
  const stocks = piles.map(({ fits, pieces }): Stock => ({ fits, left: pieces, given: new Map() }))
  for (const [part, pieces] of wanted.entries()) {
    let unmet = pieces
    while (unmet > 0n) {
      const found = findStock(part, stocks)
      if ('short' in found) return found.short
      unmet -= handOver(found, unmet)
    }
  }
  return []
}

function piecesFor(parts: readonly Part[], piles: readonly Pile[]): bigint {
  return sum(
    piles.filter(({ fits }) => fits.some((part) => parts.includes(part))).map(({ pieces }) => pieces),
  )
}

interface Stock {
  readonly fits: readonly Part[]
  left: bigint
  readonly given: Map<Part, bigint>
}

/** A part gives up pieces of a stock for the one before it on the way. */
interface Handing {
  readonly from: Part
  readonly stock: Stock
  readonly to: Part
}

interface Way {
  readonly stock: Stock
  /** Who takes pieces from the stock that has some left, … */
  readonly taker: Part
  /** … and who then hands on, the taker first. */
  readonly handings: readonly Handing[]
}

/**
 * The shortest way to a stock with pieces left: a part that has another choice hands on what it was given.
 */
function findStock(wanting: Part, stocks: readonly Stock[]): Way | { readonly short: readonly Part[] } {
  const reached = new Map<Part, Handing | undefined>([[wanting, undefined]])
  // A map goes on to what is added while it is walked through.
  for (const part of reached.keys()) {
    for (const stock of stocks) {
      if (!stock.fits.includes(part)) continue
      if (stock.left > 0n) return { stock, taker: part, handings: handingsTo(part, reached) }
      for (const [from, has] of stock.given) {
        if (has > 0n && !reached.has(from)) reached.set(from, { from, stock, to: part })
      }
    }
  }
  return { short: [...reached.keys()] }
}

function handingsTo(taker: Part, reached: ReadonlyMap<Part, Handing | undefined>): Handing[] {
  const handings: Handing[] = []
  for (let each = reached.get(taker); each; each = reached.get(each.to)) handings.push(each)
  return handings
}

function handOver({ stock, taker, handings }: Way, unmet: bigint): bigint {
  const amount = least(unmet, stock.left, ...handings.map((each) => each.stock.given.get(each.from) ?? 0n))
  stock.left -= amount
  give(stock, taker, amount)
  for (const each of handings) {
    give(each.stock, each.from, -amount)
    give(each.stock, each.to, amount)
  }
  return amount
}

function give({ given }: Stock, part: Part, amount: bigint): void {
  given.set(part, (given.get(part) ?? 0n) + amount)
}
