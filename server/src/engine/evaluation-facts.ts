import { z } from 'zod'
import { MAX_LINES } from '../kit/limits.ts'
import { OCCASIONS } from './basket.ts'
import { guidText, timeZone } from './rule-book.ts'

const MOST_COUNTERS = 10_000
const MOST_LUCK = 2 ** 48 - 1
const code = z.string().min(1).max(100)

/** Text and not a number, so that no language reads it as anything but what is written. */
const decimal = z
  .string()
  .regex(/^-?\d{1,15}(\.\d{1,15})?$/, 'decimal text such as "12.50" is needed')
  .meta({ description: 'Decimal text such as "12.50", with no more decimals than the currency has.' })

const instant = z
  .string()
  .regex(/^[^.]*(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/, 'a time has at most milliseconds')
  .pipe(z.iso.datetime({ offset: true, error: 'a time such as 2026-11-23T12:00:00+02:00 is needed' }))
  .refine((text) => Date.parse(text) >= 0, 'a time from 1970 on is needed')
  .meta({ description: 'ISO 8601 with its offset.' })

const calendarDay = z.iso.date('a day such as 1984-03-29 is needed')

const line = z.strictObject({
  sku: z.string().max(100).meta({ description: 'Empty for what is not known.' }),
  leads_to: code.optional().meta({ description: 'The SKU of the product that this one was merged into.' }),
  family: code.optional(),
  brand: code.optional(),
  type: code.optional(),
  quantity: decimal.default('1').meta({ description: 'Decimal text with at most four decimals.' }),
  gross: decimal.meta({ description: 'What the whole line costs, tax included.' }),
  net: decimal.optional().meta({ description: 'The same before tax; without it there is no tax.' }),
  earns: z.boolean().default(true).meta({ description: 'false for tips, fees, gift cards and the like.' }),
})

const contact = z.strictObject({
  id: guidText,
  segments: z.array(code).default([]),
  schemes: z.array(guidText).default([]).meta({ description: 'In which the contact takes part.' }),
  birthday: calendarDay.optional(),
  name_day: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of the year such as 05-21 is needed')
    .optional(),
  since: instant.meta({ description: 'When the contact signed up.' }),
})

const counter = z.strictObject({
  of: z.string().optional().meta({ description: 'As `counted` has it; not looked at.' }),
  offer: z.string().nullable().optional().meta({ description: 'As `counted` has it; not looked at.' }),
  owner: z.string(),
  subject: z.string(),
  period: z.string(),
  amount: z
    .string()
    .regex(/^-?\d{1,18}$/)
    .meta({ description: 'Minor units, ten-thousandths of pieces, or times: whole digits.' }),
  uses: z.int(),
})

/**
 * What happened, as offers look at it. Rows of `counters` for one counter are summed, so that the rows that earlier answers
 * counted may be sent as they came.
 */
export const evaluationFacts = z.strictObject({
  occasion: z.enum(OCCASIONS).default('PURCHASE'),
  at: instant,
  place: z.strictObject({
    merchant: guidText,
    venue: guidText.optional(),
    name: z.string().max(200),
    zone: timeZone.meta({ description: 'By whose wall clock days and hours are read.' }),
  }),
  contact,
  total: decimal.optional().meta({
    description:
      'Of a purchase, the sum of its lines; alone, it is one line of unknown goods. Else what it is worth.',
  }),
  discount: decimal.optional().meta({ description: 'What the till took off the whole before the total.' }),
  lines: z.array(line).max(MAX_LINES).default([]),
  paid: z
    .array(decimal)
    .max(MAX_LINES)
    .default([])
    .meta({ description: 'What the wallet pays of each line; discounts are taken off by the evaluation.' }),
  paid_in_full: z.boolean().default(false).meta({
    description:
      'The contact pays in full (back-end reduction): what the wallet pays and discounts earn as well.',
  }),
  classification: code.optional(),
  channel: code.optional(),
  payment_medium: z.string().max(40).optional().meta({ description: 'First digits of the card.' }),
  tenders: z.array(code).default([]),
  bill: z
    .strictObject({ reference: code, total: decimal })
    .optional()
    .meta({ description: 'The bill of which this is a part, and its whole.' }),
  pass: z
    .strictObject({
      id: guidText,
      plan: guidText,
      code,
      most_uses: z.int().min(1).optional(),
      most_uses_per_contact: z.int().min(1).optional(),
    })
    .optional(),
  luck: z
    .int()
    .min(0)
    .max(MOST_LUCK)
    .optional()
    .meta({ description: 'What lotteries draw from; without it nothing is drawn and nobody wins.' }),
  counters: z.array(counter).max(MOST_COUNTERS).default([]),
})
export type EvaluationFacts = z.output<typeof evaluationFacts>
