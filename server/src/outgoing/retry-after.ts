import { SECOND } from '../kit/time.ts'

/** Of a number of seconds, or of the date of HTTP at which it may be called again. */
export function secondsOf(retryAfter: string | undefined, at: Date): number | undefined {
  if (retryAfter === undefined) return undefined
  const isNumber = /^\d{1,9}$/.test(retryAfter)
  const seconds = isNumber ? Number(retryAfter) : (Date.parse(retryAfter) - at.getTime()) / SECOND
  return seconds > 0 ? Math.ceil(seconds) : undefined
}
