import { DAY, HOUR, later, MINUTE, SECOND } from '../kit/time.ts'

/** Before each try, from the one before it: the whole takes some 28 hours. */
const DELAYS_MS = [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR] as const
const JITTER = 0.2

/** The longest that a receiver may ask to be left alone. */
const LONGEST_WAIT_MS = DAY

/** An endpoint of which nothing was taken for so long is paused; its deliveries wait and can be recovered. */
export const PAUSE_AFTER_MS = 5 * DAY

export interface Failure {
  /** With the one that failed. */
  readonly attempts: number
  readonly at: Date
  /** From 0 to below 1. */
  readonly random: number
  /** Seconds that the receiver asks to be left alone. */
  readonly retryAfter: number | undefined
}

/**
 * When to try again, up to a fifth earlier or later than planned so that many do not come at once, and never before the receiver
 * wants it; undefined: no more.
 */
export function nextTry({ attempts, at, random, retryAfter = 0 }: Failure): Date | undefined {
  const delay = DELAYS_MS[attempts]
  if (delay === undefined) return undefined
  const asked = Math.min(retryAfter * SECOND, LONGEST_WAIT_MS)
  return later(at, Math.max(delay * jitter(attempts, random), asked))
}

/** The last wait is never cut short: even if all before it were, the tries span a day, so a receiver may be away for one. */
function jitter(attempts: number, random: number): number {
  const isLast = attempts === DELAYS_MS.length - 1
  return isLast ? 1 + JITTER * random : 1 + JITTER * (2 * random - 1)
}
