import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { base, tag } from './as-own.ts'

export const METRICS = ['total_orders', 'wallet_totals', 'awards_per_month', 'redeems_per_month'] as const
export type Metric = (typeof METRICS)[number]

const NEEDED = `some of ${METRICS.join(', ')} are needed, with commas between`

const metrics = z
  .string()
  .max(200)
  .transform((text, context) => {
    const names = text.split(',').map((each) => each.trim().toLowerCase())
    const wanted = METRICS.filter((metric) => names.includes(metric))
    if (wanted.length === new Set(names).size) return wanted
    context.addIssue({ code: 'custom', message: NEEDED, input: text })
    return z.NEVER
  })
  .meta({ description: `Which, with commas between: ${METRICS.join(', ')}.` })

const perMonth = z
  .array(z.object({ amount: wire.amount, timestamp: wire.epoch }))
  .optional()
  .meta({ description: 'Of twelve months, this one the last; each by its first moment.' })

export const analyseOwn = endpoint({
  name: 'analyseOwn',
  method: 'GET',
  path: `${base}/contacts/{id}/analytics`,
  tag,
  summary: 'Add up what one ordered, earned and spent, of all time and by months',
  description: 'Months are those of the business’s clock. What was undone did not happen.',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ frequency: z.enum(['MONTHLY', 'MONTH']), metrics }),
  reply: z.object({
    total_orders: z.int().optional(),
    wallet_totals: z
      .object({
        total_top_ups: wire.amount,
        total_spent: wire.amount,
        total_sent: wire.amount,
        total_received: wire.amount,
      })
      .optional(),
    awards_per_month: perMonth,
    redeems_per_month: perMonth,
  }),
  errors: [RequiredField, InvalidValue, NotFound],
})
export type Analytics = z.input<typeof analyseOwn.reply>
