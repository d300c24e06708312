/**
 * Where the time comes from. With a tenant it is the time of that business, which in TEST mode may have been moved ahead; without one
 * it is the machine's, for what is not of a business: leases, sessions, signatures of calls. One instant is taken per command; rules
 * never look at a clock.
 */
export type Clock = (tenant?: number) => Date

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export function later(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds)
}

/** Whole seconds since 1970, the times of the wire. */
export function epochSeconds(at: Date): number {
  return Math.floor(at.getTime() / SECOND)
}

export function fromEpochSeconds(seconds: number): Date {
  return new Date(seconds * SECOND)
}

/** Days have the length of the calendar: a month added to 31 January ends on the last day of February. */
export function addMonths(at: Date, months: number): Date {
  const moved = new Date(at)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(at.getUTCDate(), lastDay))
  return moved
}
