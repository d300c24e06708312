import { setTimeout as sleep, setImmediate as yieldToOthers } from 'node:timers/promises'

/** How many purchases are waited for at this moment. */
export type Pressure = () => number

// Of the time, rows take a quarter where that is fast enough …
const LEFT = 3
// … and ten calls of 10,000, 370 parts, are to end within a minute even where purchases never stop coming …
const TURN_MS = 140
// … but however slow they are, so much is left: their time is longest where they wait for purchases most.
const LEAST_LEFT = 0.6

/** Lets purchases go first while some are waited for. Where none is, the rows go on at once. */
export async function rest(
  workedMs: number,
  { pressure, signal }: { readonly pressure: Pressure; readonly signal: AbortSignal },
): Promise<void> {
  if (pressure() === 0) return yieldToOthers()
  await sleep(restAfter(workedMs), undefined, { signal })
}

/** What is left to purchases after a part that took so long. */
export function restAfter(workedMs: number): number {
  return Math.max(workedMs * LEAST_LEFT, Math.min(workedMs * LEFT, TURN_MS - workedMs))
}
