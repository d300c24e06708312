import { setTimeout as sleep, setImmediate as yieldToOthers } from 'node:timers/promises'

/** How many purchases are waited for at this moment. */
export type Pressure = () => number

// Of the time, rows take a quarter at most while purchases come.
const LEFT = 3
// Rows go on under any load: ten calls of 10,000 end within a minute even where purchases never stop coming.
const LONGEST_MS = 110

/** Lets purchases go first: while some are waited for, thrice the time that the rows took is left to them. Where none is, the rows go on at once. */
export async function rest(
  workedMs: number,
  { pressure, signal }: { readonly pressure: Pressure; readonly signal: AbortSignal },
): Promise<void> {
  if (pressure() === 0) return yieldToOthers()
  await sleep(Math.min(workedMs * LEFT, LONGEST_MS), undefined, { signal })
}
