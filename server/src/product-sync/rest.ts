import { setTimeout as sleep, setImmediate as yieldToOthers } from 'node:timers/promises'

/** How many purchases wait to be judged at this moment. */
export type Pressure = () => number

const LONGEST_MS = 500

/**
 * Lets purchases go first: while some wait, as much time is left to them as the rows took, and the more the longer their queue is.
 * Where none waits, the rows go on at once.
 */
export async function rest(
  workedMs: number,
  { pressure, signal }: { readonly pressure: Pressure; readonly signal: AbortSignal },
): Promise<void> {
  const waiting = pressure()
  if (waiting === 0) return yieldToOthers()
  await sleep(Math.min(workedMs * (1 + waiting / 16), LONGEST_MS), undefined, { signal })
}
