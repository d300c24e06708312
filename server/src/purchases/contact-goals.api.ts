import { z } from 'zod'
import { PERIODS, PROGRESS_OF, PROGRESS_PER } from '../engine/index.ts'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'

const goal = z.object({
  offer: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  of: z.enum(PROGRESS_OF),
  per: z.enum(PROGRESS_PER),
  counted: z.number().meta({
    description: 'Toward the next award: money, purchases or pieces; never above the target.',
  }),
  target: z.number(),
  missing: z.number(),
  times_reached: z.int().meta({ description: 'How often it was awarded in this period.' }),
  repeats: z.boolean(),
  is_over: z
    .boolean()
    .meta({ description: 'It was reached, and nothing more is to be reached in this period.' }),
  period: z.enum(PERIODS),
  until: z.string().nullable().meta({ description: 'The last day that counts, such as 2026-12-31.' }),
  currency_code: z.string(),
})
export type GoalReply = z.input<typeof goal>

export const listContactGoals = endpoint({
  name: 'listContactGoals',
  method: 'GET',
  path: '/backoffice/v2/contacts/{id}/goals',
  tag: 'Contacts',
  summary: 'How far a contact is with the offers that several purchases reach together',
  description:
    'Of every offer that runs and has `progress`, newest first, in the period of today. Read from the counters that purchases move, so a void or a return is in it.',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    page: wire.listQuery.page,
    size: wire.listQuery.size,
    include_total: wire.listQuery.include_total,
    reward_offer: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'Id or code of an offer: that one alone.' }),
  }),
  reply: wire.pageReply(goal),
  errors: [InvalidValue, NotFound],
})
