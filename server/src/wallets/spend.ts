import { orderOfGoods } from '../engine/index.ts'
import type { PoolId } from '../kit/id.ts'
import { least, sum } from '../kit/money.ts'
import { bySoonestExpiry, isSpendable, type Lot } from '../ledger/index.ts'
import type { BasketLine } from '../products/index.ts'
import type { CommercePool, NotHere, SpendPlace } from './pool.ts'

/** What one lot pays, and of which lines (in the basket's order). */
export interface SpendPart {
  readonly lot: Lot
  readonly amount: bigint
  readonly lines: readonly bigint[]
}

/** Why money of the wallet did not take part. */
export interface Unspendable {
  readonly pool: PoolId | null
  readonly amount: bigint
  readonly because:
    | NotHere
    | 'NOT_THESE_PRODUCTS'
    | 'EXPIRED'
    | 'NOT_YET_AVAILABLE'
    | 'NOT_ACTIVATED'
    | 'POOL_UNKNOWN'
}

export interface SpendPlan {
  readonly total: bigint
  readonly parts: readonly SpendPart[]
  readonly unspendable: readonly Unspendable[]
}

export interface SpendInput {
  readonly lots: readonly Lot[]
  readonly pools: ReadonlyMap<PoolId, CommercePool>
  /** Pools that the contact switched on; asked of those only that need it. */
  readonly activated?: ReadonlySet<PoolId> | undefined
  readonly lines: readonly BasketLine[]
  readonly place: SpendPlace
  readonly at: Date
  /** The most that may be taken: requested, purchase total, merchant's maximum, whichever is least. */
  readonly most: bigint
}

/** Lots that may pay the same lines: a row of the assignment. */
interface Source {
  readonly pays: readonly boolean[]
  readonly flow: bigint[]
}

/**
 * Assigns lots to lines (product rule 2.5). The result is the largest possible spend, and among those the one that uses
 * commerce before open money and the soonest expiry first.
 *
 * Why taking the lots in that order and rerouting is enough: the sets of lots that lines can carry together form a
 * polymatroid, and on a polymatroid the greedy choice in any order of preference is optimal. Rerouting moves what earlier lots
 * pay to other lines of theirs, never takes from them.
 */
export function planSpend(input: SpendInput): SpendPlan {
  const order = orderOfGoods(input.lines)
  const { parts, ...plan } = planInOrder({
    ...input,
    lines: order.flatMap((place) => input.lines[place] ?? []),
  })
  return { ...plan, parts: parts.map((part) => ({ ...part, lines: putBack(part.lines, order) })) }
}

/** What was found of lines in that order, at the places of the lines. */
function putBack(found: readonly bigint[], order: readonly number[]): readonly bigint[] {
  const lines = found.map(() => 0n)
  order.forEach((place, at) => {
    lines[place] = found[at] ?? 0n
  })
  return lines
}

function planInOrder({ lots, most, ...surroundings }: SpendInput): SpendPlan {
  const { lines } = surroundings
  const unspendable: Unspendable[] = []
  const sources = new Map<PoolId | null, Source>()
  const free = lines.map(({ gross }) => (gross > 0n ? gross : 0n))
  const parts: SpendPart[] = []
  let left = most
  for (const lot of inOrderOfUse(lots)) {
    const source = sourceOf(lot, { ...surroundings, sources })
    if (typeof source === 'string') {
      unspendable.push({ pool: lot.pool, amount: lot.remaining, because: source })
      continue
    }
    const before = [...source.flow]
    const taken = carry(source, least(lot.remaining, left), [...sources.values()], free)
    if (taken === 0n) continue
    left -= taken
    parts.push({ lot, amount: taken, lines: source.flow.map((flow, line) => flow - (before[line] ?? 0n)) })
  }
  return { total: most - left, parts: settleLines(parts, sources), unspendable }
}

function inOrderOfUse(lots: readonly Lot[]): Lot[] {
  const commerceFirst = (lot: Lot) => (lot.pool === null ? 1 : 0)
  return [...lots].sort((a, b) => commerceFirst(a) - commerceFirst(b) || bySoonestExpiry(a, b))
}

interface Surroundings extends Omit<SpendInput, 'lots' | 'most'> {
  readonly sources: Map<PoolId | null, Source>
}

function sourceOf(
  lot: Lot,
  { pools, activated, lines, place, at, sources }: Surroundings,
): Source | Unspendable['because'] {
  if (!isSpendable(lot, at)) return lot.availableAt > at ? 'NOT_YET_AVAILABLE' : 'EXPIRED'
  const known = sources.get(lot.pool)
  if (known) return known
  const pool = lot.pool === null ? undefined : pools.get(lot.pool)
  if (lot.pool !== null && !pool) return 'POOL_UNKNOWN'
  if (pool?.terms.needs_activation && !activated?.has(pool.id)) return 'NOT_ACTIVATED'
  const pays = pool ? pool.pays(place) : () => true
  if (typeof pays === 'string') return pays
  const payable = lines.map(pays)
  if (!payable.includes(true)) return 'NOT_THESE_PRODUCTS'
  const source: Source = { pays: payable, flow: lines.map(() => 0n) }
  sources.set(lot.pool, source)
  return source
}

/** Puts as much as possible of the amount on lines of the source, rerouting other sources; answers how much. */
function carry(source: Source, amount: bigint, sources: readonly Source[], free: bigint[]): bigint {
  let carried = 0n
  while (carried < amount) {
    const path = shortestPath(source, sources, free)
    if (!path) break
    const end = path.at(-1)
    if (!end) break
    const width = least(
      amount - carried,
      free[end.line] ?? 0n,
      ...path.slice(1).map((step) => step.from?.flow[step.fromLine] ?? 0n),
    )
    for (const { source: payer, line, from, fromLine } of path) {
      payer.flow[line] = (payer.flow[line] ?? 0n) + width
      if (from) from.flow[fromLine] = (from.flow[fromLine] ?? 0n) - width
    }
    free[end.line] = (free[end.line] ?? 0n) - width
    carried += width
  }
  return carried
}

/** One step of a rerouting: `source` pays more on `line`; where `from` is set it pays that much less on `fromLine`. */
interface Step {
  readonly source: Source
  readonly line: number
  readonly from: Source | undefined
  readonly fromLine: number
}

/** Breadth first over lines: a line with room ends the search, a full line leads on through those who pay it. */
function shortestPath(
  source: Source,
  sources: readonly Source[],
  free: readonly bigint[],
): Step[] | undefined {
  const reached = new Set<number>()
  let frontier: Step[][] = []
  const visit = (steps: readonly Step[], payer: Source, from: Source | undefined, fromLine: number) => {
    for (let line = 0; line < free.length; line++) {
      if (!payer.pays[line] || reached.has(line)) continue
      reached.add(line)
      frontier.push([...steps, { source: payer, line, from, fromLine }])
    }
  }
  visit([], source, undefined, -1)
  while (frontier.length > 0) {
    const current = frontier
    frontier = []
    for (const steps of current) {
      const line = steps.at(-1)?.line ?? -1
      if ((free[line] ?? 0n) > 0n) return steps
      for (const other of sources) {
        if ((other.flow[line] ?? 0n) > 0n) visit(steps, other, other, line)
      }
    }
  }
  return undefined
}

/** Rerouting may have moved lines between lots of one pool: shares each source's final lines out to its lots in order. */
function settleLines(parts: readonly SpendPart[], sources: ReadonlyMap<PoolId | null, Source>): SpendPart[] {
  const left = new Map([...sources].map(([pool, { flow }]) => [pool, [...flow]]))
  return parts.map(({ lot, amount }) => {
    const flow = left.get(lot.pool) ?? []
    let open = amount
    const lines = flow.map((there, line) => {
      const taken = least(there, open)
      flow[line] = there - taken
      open -= taken
      return taken
    })
    return { lot, amount, lines }
  })
}

/** What of each line was paid, over all parts. */
export function paidPerLine({ parts }: SpendPlan, lineCount: number): bigint[] {
  return Array.from({ length: lineCount }, (_, line) => sum(parts.map(({ lines }) => lines[line] ?? 0n)))
}
