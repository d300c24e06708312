import type { Work } from '../db/index.ts'
import { type CounterRef, distinctRefs } from '../engine/index.ts'
import { lockCounters, saveCounters } from './counters.store.ts'

/** What is taken off one counter. */
export interface TakenOff {
  readonly ref: CounterRef
  readonly amount: bigint
  readonly uses: number
}

/** Gives limits, goals and uses of passes back what a purchase had counted on them. */
export async function giveBack(work: Work, taken: readonly TakenOff[]): Promise<void> {
  const counters = await lockCounters(work.sql, distinctRefs(taken.map(({ ref }) => ref)))
  for (const { ref, amount, uses } of taken) {
    const counter = counters.get(ref)
    if (!counter) continue
    counter.amount -= amount
    counter.uses -= uses
  }
  await saveCounters(work.sql, [...counters.values()])
}
