import { z } from 'zod'
import { isCurrency } from './currency.ts'
import { parseGuid } from './guid.ts'
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './limits.ts'
import { fromEpochSeconds, later, SECOND } from './time.ts'
import { CLOCK_TIME, type Timing } from './timing.ts'
import { VALIDITY_UNITS } from './validity.ts'
import { isTimeZone } from './zone.ts'

/** How values travel: JSON, form fields and query strings give the same value. */

/** A decimal as the caller wrote it, still text: its currency says how many decimals it may have. */
export const decimal = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal number such as 12.50 is needed')], {
    error: 'a decimal number such as 12.50 is needed',
  })
  .transform(String)
  .meta({ description: 'Decimal number or text, exact; no exponent, no more digits than the currency has.' })

/** A decimal in an answer: a JSON number, exact because no amount has more than 15 digits. */
export const amount = z.number().meta({ description: 'Amount in the currency of the record, exact.' })

export const integer = z
  .union([z.int(), z.string().regex(/^-?\d{1,15}$/, 'a whole number')], { error: 'a whole number is needed' })
  .transform(Number)

export function integerFrom(least: number, most: number) {
  const needed = `a whole number from ${least} to ${most} is needed`
  return integer.pipe(z.int().min(least, needed).max(most, needed))
}

export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])], { error: 'true or false is needed' })
  .transform((value) => value === true || value === 'true' || value === '1')

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
const MAX_SECONDS = 253_402_300_799

/** A time: epoch seconds (the guide's way) or ISO 8601 with its offset. */
export const time = z
  .union([z.number(), z.string()], { error: 'epoch seconds or an ISO 8601 time with offset is needed' })
  .transform((value, context) => {
    const at = typeof value === 'string' && ISO.test(value) ? new Date(value) : ofSeconds(value)
    if (at && !Number.isNaN(at.getTime())) return at
    context.addIssue({
      code: 'custom',
      message: 'epoch seconds or an ISO 8601 time with offset is needed',
      input: value,
    })
    return z.NEVER
  })
  .meta({ description: 'Epoch seconds, or ISO 8601 with offset.' })

function ofSeconds(value: number | string): Date | undefined {
  const seconds = typeof value === 'number' ? value : /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN
  return Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_SECONDS
    ? fromEpochSeconds(seconds)
    : undefined
}

/** A time in an answer. */
export const epoch = z.int().meta({ description: 'Epoch seconds.' })

/** A GUID in any of the forms that clients write; read as lower case with dashes. */
export const guid = z
  .string()
  .transform((text, context) => {
    const id = parseGuid(text)
    if (id !== undefined) return id
    context.addIssue({ code: 'custom', message: 'a GUID is needed', input: text })
    return z.NEVER
  })
  .meta({ description: 'GUID.' })

/** A GUID, code or other name of a record in a path. */
export const identifier = z.string().min(1).max(200)

export const currencyCode = z
  .string()
  .transform((code) => code.toUpperCase())
  .refine(isCurrency, 'a currency of ISO 4217 is needed, such as EUR')

export const timeZone = z
  .string()
  // An offset such as +02:00 knows no summer time, so hours would be wrong for half of the year.
  .refine(
    (zone) => /^[A-Za-z]/.test(zone) && isTimeZone(zone),
    'an IANA zone is needed, such as Europe/Nicosia',
  )

export const idParams = z.strictObject({ id: identifier })

/** Filters of a time: `date=`, `date[gte]=` and so on. */
export const timeRange = z.union([
  time,
  z.strictObject({ gt: time.optional(), gte: time.optional(), lt: time.optional(), lte: time.optional() }),
])
export type TimeRange = z.output<typeof timeRange>

const day = integerFrom(1, 7)
const month = integerFrom(1, 12)
const clockTime = z.string().regex(CLOCK_TIME, 'a time such as "08:30" is needed, at most "24:00"')

/**
 * Days and hours. The guide's pools write one `day` and `month`; several are written as `days` and `months`.
 */
export const timing = z
  .strictObject({
    days: z.array(day).min(1).max(7).optional().meta({ description: '1 = Sunday … 7 = Saturday.' }),
    day: day.optional(),
    months: z.array(month).min(1).max(12).optional(),
    month: month.optional(),
    start_time: clockTime.optional(),
    end_time: clockTime.optional(),
  })
  .refine((each) => Object.values(each).some((value) => value !== undefined), {
    error: 'at least one of days, months, start_time, end_time is needed',
  })
  .refine(({ days, day }) => days === undefined || day === undefined, { error: 'send days or day, not both' })
  .refine(({ months, month }) => months === undefined || month === undefined, {
    error: 'send months or month, not both',
  })

export function readTiming({ days, day, months, month, ...hours }: z.output<typeof timing>): Timing {
  const onDays = days ?? (day === undefined ? undefined : [day])
  const inMonths = months ?? (month === undefined ? undefined : [month])
  return {
    ...(onDays && { days: [...new Set(onDays)].sort((a, b) => a - b) }),
    ...(inMonths && { months: [...new Set(inMonths)].sort((a, b) => a - b) }),
    ...(hours.start_time !== undefined && { start_time: hours.start_time }),
    ...(hours.end_time !== undefined && { end_time: hours.end_time }),
  }
}

/** How long money may be spent, such as 3 MONTHS. */
export const validity = z.strictObject({ count: integerFrom(1, 1_200), unit: z.enum(VALIDITY_UNITS) })

/**
 * The instants that a range of the wire holds: from (inside) and before (outside). Times of the wire have
 * whole seconds, so an instant counts as the second in which it is shown.
 */
export function boundsOf(range: TimeRange | undefined): {
  readonly from: Date | undefined
  readonly before: Date | undefined
} {
  if (range === undefined) return { from: undefined, before: undefined }
  if (range instanceof Date) return { from: range, before: later(range, SECOND) }
  const froms = [range.gte, range.gt && later(range.gt, SECOND)].flatMap((at) => at ?? [])
  const befores = [range.lt, range.lte && later(range.lte, SECOND)].flatMap((at) => at ?? [])
  return {
    from: froms.reduce<Date | undefined>((a, b) => (a && a > b ? a : b), undefined),
    before: befores.reduce<Date | undefined>((a, b) => (a && a < b ? a : b), undefined),
  }
}

/** The query fields that every list takes. */
export const listQuery = {
  page: integerFrom(1, 100_000).default(1),
  size: integerFrom(1, MAX_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
  include_total: flag.default(false),
  sort: z.enum(['CREATED_DATE']).default('CREATED_DATE'),
  order: z.enum(['ASC', 'DESC']).default('DESC'),
}

/** The answer of a list. */
export function pageReply<Item extends z.ZodType>(item: Item) {
  return z.object({
    content: z.array(item),
    paging: z.object({ page: z.int(), size: z.int(), total: z.int().nullable(), has_more: z.boolean() }),
  })
}
