import type { ProcessId, ProductFeedId } from '../kit/id.ts'
import { HOUR, later, MINUTE } from '../kit/time.ts'
import { nextAfter, type Schedule } from './schedule.ts'

export const FEED_FORMATS = ['JSON', 'CSV'] as const
export type FeedFormat = (typeof FEED_FORMATS)[number]
export const FEED_STATES = ['ENABLED', 'DISABLED'] as const
// What becomes of products that the file had before and has no more.
export const MISSING = ['KEEP', 'DEACTIVATE'] as const
export const FEED_OUTCOMES = ['SYNCHRONISED', 'UNCHANGED', 'FAILED'] as const
export type FeedOutcome = (typeof FEED_OUTCOMES)[number]

/** What a column of a CSV may stand for. */
export const CSV_FIELDS = [
  'sku',
  'name',
  'description',
  'family.code',
  'family.name',
  'brand.code',
  'brand.name',
  'type.code',
  'type.name',
  'categories',
  'classification',
  'type_composition',
  'tax_rate',
  'price.amount',
  'price.currency_code',
  'price.tax_model',
  'is_active',
  'earns',
] as const
export type CsvField = (typeof CSV_FIELDS)[number]

export const DELIMITERS = [',', ';', '\t', '|'] as const
export const DECIMAL_MARKS = ['.', ','] as const

/** How a CSV is read. */
export interface CsvReading {
  readonly delimiter: (typeof DELIMITERS)[number]
  readonly decimalMark: (typeof DECIMAL_MARKS)[number]
  /** By field the heading of its column; undefined: headings are the fields. */
  readonly columns: Readonly<Partial<Record<CsvField, string>>> | undefined
}

/** An address from which products are fetched. */
export interface Feed extends Schedule {
  readonly id: ProductFeedId
  readonly name: string
  readonly url: string
  readonly format: FeedFormat
  /** Of a CSV. */
  readonly csv: CsvReading | undefined
  /** Sent with the request; its value is in the secrets. */
  readonly headerName: string | undefined
  readonly secrets: Buffer | undefined
  readonly state: (typeof FEED_STATES)[number] | 'DELETED'
  readonly missing: (typeof MISSING)[number]
  readonly nextAt: Date | undefined
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What the file was when it was taken last, so that the same is not taken again. */
export interface Version {
  readonly etag: string | undefined
  readonly lastModified: string | undefined
  readonly digest: Buffer
}

/** A run that ended. */
export interface Run {
  readonly startedAt: Date
  readonly endedAt: Date
  readonly outcome: FeedOutcome
  readonly error: string | undefined
  /** Of the last run that brought something: products that the file had before, and those of them that were made inactive. */
  readonly lacked: number | undefined
  readonly deactivated: number | undefined
}

/** A feed with what became of it. */
export interface WatchedFeed extends Feed {
  /** Until when the run that is under way is taken to be alive. */
  readonly runningUntil: Date | undefined
  readonly lastRun: Run | undefined
  readonly failures: number
  /** The last synchronisation that it began. */
  readonly sync: ProcessId | undefined
}

/** Bound into what is sealed, so that it opens in no other row. */
export function secretsOwner(id: ProductFeedId): string {
  return `product feed ${id}`
}

/** After so many failed runs in a row; who fails more often waits for the schedule, and at least as long as last. */
const PAUSES_MS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR] as const
const LONGEST_PAUSE_MS = PAUSES_MS[PAUSES_MS.length - 1] ?? HOUR

/** When a feed is fetched again that failed, whatever its schedule: soon at first, later and later if that does not help. */
export function againAt(
  schedule: Schedule,
  failures: number,
  { at, retryAfterMs }: Failed,
): Date | undefined {
  const pause = PAUSES_MS[failures - 1]
  const earliest = later(
    at,
    Math.max(pause ?? LONGEST_PAUSE_MS, Math.min(retryAfterMs, 6 * LONGEST_PAUSE_MS)),
  )
  return pause === undefined ? nextAfter(schedule, earliest) : earliest
}

interface Failed {
  readonly at: Date
  /** How long whoever was asked wants to be left alone. */
  readonly retryAfterMs: number
}
