import { z } from 'zod'
import { addMonths, DAY, HOUR, later } from './time.ts'

export const VALIDITY_UNITS = ['HOURS', 'DAYS', 'WEEKS', 'MONTHS', 'YEARS'] as const

/** How long money may be spent after it was given. */
export const validity = z.strictObject({ count: z.int().min(1).max(1_200), unit: z.enum(VALIDITY_UNITS) })
export type Validity = z.infer<typeof validity>

/** The first instant at which money given at `at` can no longer be spent. */
export function expiryOf(at: Date, { count, unit }: Validity): Date {
  switch (unit) {
    case 'HOURS':
      return later(at, count * HOUR)
    case 'DAYS':
      return later(at, count * DAY)
    case 'WEEKS':
      return later(at, count * 7 * DAY)
    case 'MONTHS':
      return addMonths(at, count)
    case 'YEARS':
      return addMonths(at, count * 12)
  }
}
