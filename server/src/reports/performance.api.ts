import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'

const done = {
  purchases: z.int().meta({ description: 'Purchases that it gave something, whatever became of them.' }),
  contacts: z.int().meta({ description: 'Contacts that it gave something.' }),
  awards: z.int(),
  awarded: wire.amount.meta({ description: 'What the books say it gave.' }),
  undone: wire.amount.meta({ description: 'What of it was taken back, at the time at which it was.' }),
  cost: wire.amount.meta({ description: 'awarded less undone; may be below zero on a day of returns.' }),
}

const performanceReply = z.object({
  offer: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  currency_code: z.string(),
  from: wire.epoch,
  to: wire.epoch,
  final: z.boolean().meta({ description: 'true: nothing can change this answer any more.' }),
  time_zone: z.string().meta({ description: 'Of the business: in it the days are reckoned.' }),
  ...done,
  sales: wire.amount.meta({ description: 'Of those purchases that stand, less what came back of them.' }),
  budget: wire.amount.nullable(),
  budget_used: wire.amount
    .nullable()
    .meta({ description: 'By awards that stand, whenever they were given.' }),
  budget_left: wire.amount.nullable(),
  by_day: z
    .array(z.object({ day: z.string(), ...done }))
    .meta({ description: 'Days on which something was given or taken back, the first first.' }),
})
export type PerformanceReply = z.input<typeof performanceReply>

export const getPerformance = endpoint({
  name: 'getRewardOfferPerformance',
  method: 'GET',
  path: '/backoffice/v2/reward_offers/{id}/performance',
  tag: 'Reward offers',
  summary: 'Read what an offer gave, to how many, and what it cost, day by day',
  description: 'From the books, to the cent: all days together are the whole.',
  access: 'reports:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    from: wire.time.optional().meta({ description: 'Inside. Without it, from the first award.' }),
    to: wire.time.optional().meta({ description: 'Outside. Without it, to the end of the present second.' }),
  }),
  reply: performanceReply,
  errors: [InvalidValue, NotFound, Forbidden],
})
