import { DAY, HOUR, later, MINUTE, SECOND } from '../kit/time.ts'

/** Before each try, from the one before it: the whole takes some 28 hours. */
const DELAYS_MS = [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR] as const
const JITTER = 0.2

/** An endpoint of which nothing was taken for so long is paused; its deliveries wait and can be recovered. */
export const PAUSE_AFTER_MS = 5 * DAY

/** When to try again after so many tries, up to a fifth earlier or later so that many do not come at once; undefined: no more. */
export function nextTry(attempts: number, at: Date, random: number): Date | undefined {
  const delay = DELAYS_MS[attempts]
  return delay === undefined ? undefined : later(at, delay * (1 + JITTER * (2 * random - 1)))
}
