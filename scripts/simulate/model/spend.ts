import { sumOf } from './rules.ts'
import type { Lot } from './state.ts'

export type Pays = (pool: string, line: number) => boolean

export interface Taken {
  readonly lot: Lot
  readonly amount: number
}

/** What each lot pays, one after another: as much as all so far can carry together, and never more than `limit` in all. */
export function planSpend(
  lots: readonly Lot[],
  lines: readonly number[],
  { pays, limit }: { readonly pays: Pays; readonly limit: number },
): Taken[] {
  const amounts = new Map<string, number>()
  const taken: Taken[] = []
  let before = 0
  for (const lot of inOrderOfUse(lots)) {
    amounts.set(lot.pool, (amounts.get(lot.pool) ?? 0) + lot.remaining)
    const after = Math.min(most(amounts, lines, pays), limit)
    if (after > before) taken.push({ lot, amount: after - before })
    before = after
  }
  return taken
}

/** Soonest expiry first, open money last, then the oldest. */
export function inOrderOfUse(lots: readonly Lot[]): Lot[] {
  return [...lots].sort((a, b) => {
    if (a.expires === b.expires) return a.order - b.order
    return a.expires < b.expires ? -1 : 1
  })
}

/** How much pools can pay of lines at most: the narrowest cut between them, over every set of pools. */
function most(amounts: ReadonlyMap<string, number>, lines: readonly number[], pays: Pays): number {
  const pools = [...amounts.keys()]
  let narrowest = Number.POSITIVE_INFINITY
  for (let set = 0; set < 2 ** pools.length; set++) {
    const inside = pools.filter((_, index) => (set >> index) % 2 === 1)
    const outside = pools.filter((pool) => !inside.includes(pool))
    const reached = lines.filter((_, line) => inside.some((pool) => pays(pool, line)))
    const cut = sumOf(outside.map((pool) => amounts.get(pool) ?? 0)) + sumOf(reached)
    narrowest = Math.min(narrowest, cut)
  }
  return narrowest
}
