let last = 0n

/**
 * Microseconds since 1970 that rise with every call of this process. Taken while everything that a decision reads is locked:
 * whoever waits for the same lock asks later, so the order of these numbers is the order in which counters moved. Processes on
 * several machines agree as far as their clocks do.
 */
export function decisionTime(): bigint {
  const now = BigInt(Math.floor((performance.timeOrigin + performance.now()) * 1_000))
  last = now > last ? now : last + 1n
  return last
}
