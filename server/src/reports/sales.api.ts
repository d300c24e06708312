import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'

const sold = {
  purchases: z.int().meta({ description: 'That stand; voided ones are not counted.' }),
  contacts: z.int().meta({ description: 'Different contacts among them.' }),
  sales: wire.amount.meta({ description: 'Of those purchases, less what came back of them.' }),
  awarded: wire.amount.meta({ description: 'Less what came back.' }),
  spent: wire.amount.meta({ description: 'Less what came back.' }),
}

const salesReply = z.object({
  currency_code: z.string(),
  time_zone: z.string().meta({ description: 'Of the business: in it the days are reckoned.' }),
  ...sold,
  receipts: z
    .object({
      unnamed: z.int().meta({ description: 'Purchases that the till sent without a contact.' }),
      claimed: z.int().meta({ description: 'Of those, claimed by a contact since.' }),
      held: z.int().meta({ description: 'Claims made in these days that wait for the till or a person.' }),
    })
    .meta({ description: 'Of the same days: how many receipts were there to be claimed, and were.' }),
  by_day: z
    .array(z.object({ day: z.string(), ...sold }))
    .meta({ description: 'Every day, also one without a purchase; the last is today, which is not over.' }),
})
export type SalesReply = z.input<typeof salesReply>

export const getSales = endpoint({
  name: 'getSalesReport',
  method: 'GET',
  path: '/backoffice/v2/reports/sales',
  tag: 'Reports',
  summary: 'Read purchases and what they were worth, day by day',
  description: 'As purchases stand now: one that is voided tomorrow is not in its day any more.',
  access: 'reports:read',
  effect: 'reads',
  query: z.strictObject({
    days: wire.integerFrom(1, 366).default(28).meta({ description: 'How many, today among them.' }),
    organisation_id: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Only what was sold at this merchant or venue.' }),
  }),
  reply: salesReply,
  errors: [InvalidValue, NotFound, Forbidden],
})
