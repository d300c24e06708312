import { setTimeout as sleep, setImmediate as yieldToOthers } from 'node:timers/promises'

/** How many purchases wait to be judged at this moment. */
export type Pressure = () => number

// Rows go on under any load: ten calls of 10,000 end within a minute even where purchases never stop coming.
const LONGEST_MS = 60

/** Lets purchases go first: while some wait, as much time is left to them as the rows took. Where none waits, the rows go on at once. */
export async function rest(
  workedMs: number,
  { pressure, signal }: { readonly pressure: Pressure; readonly signal: AbortSignal },
): Promise<void> {
  if (pressure() === 0) return yieldToOthers()
  await sleep(Math.min(workedMs, LONGEST_MS), undefined, { signal })
}
