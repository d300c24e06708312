import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { contactBody, placeBody } from '../purchases/index.ts'
import { REWARD_OCCASIONS } from './reward-event.ts'

const text = (most: number) => z.string().trim().min(1).max(most)
const idName = z.object({ id: z.string(), name: z.string() })

const achievementBody = z.strictObject({
  contact: contactBody.meta({ description: 'Whose achievement it is: one means of identification.' }),
  classification: z
    .strictObject({ id: text(100).optional(), code: text(100).optional(), name: text(200).optional() })
    .meta({ description: 'What was achieved; a name that nobody has entered is learnt.' }),
  reference_number: text(100).meta({ description: 'The same number of the same contact is the same event.' }),
  amount: wire.decimal.optional().meta({ description: 'What it was worth, for offers with an AMOUNT.' }),
  organisation: placeBody.optional().meta({ description: 'Where it happened; without it, the business.' }),
  date: wire.time.optional(),
})
export type AchievementBody = z.output<typeof achievementBody>

const eventReply = z.object({
  id: z.string(),
  code: z.string(),
  occasion: z.enum(REWARD_OCCASIONS),
  reference_number: z.string().meta({
    description: "The reporter's own; of a referral the friend's id, of a celebration its year.",
  }),
  contact: z.object({ id: z.string(), code: z.string() }),
  organisation: idName,
  classification: z.object({ id: z.string(), code: z.string(), name: z.string() }).nullable(),
  amount: wire.amount.nullable(),
  currency_code: z.string(),
  award: wire.amount.meta({ description: 'Zero: no offer gave anything; explain says why.' }),
  awards: z.array(
    z.object({
      amount: wire.amount,
      offer: z.object({ id: z.string(), name: z.string(), version: z.int() }),
      commerce_pool: idName,
      expires_on: wire.epoch.nullable(),
      available_on: wire.epoch,
    }),
  ),
  date: wire.epoch,
  created_on: wire.epoch,
})
export type EventReply = z.input<typeof eventReply>

export const reportAchievement = endpoint({
  name: 'reportAchievement',
  method: 'POST',
  path: '/backoffice/v2/achievements',
  tag: 'Reward events',
  summary: 'Report what a contact has achieved: awards what offers give for it',
  description: [
    'Judges the offers for achievements and moves the money in one durable step. The same',
    '`reference_number` and content again gets the same answer and moves nothing.',
  ].join(' '),
  access: 'purchases:write',
  effect: 'writes',
  body: achievementBody,
  reply: eventReply,
  errors: [RequiredField, InvalidValue, NotFound, AmbiguousIdentifier, AlreadyExists, IdempotencyKeyReused],
})

export const listEvents = endpoint({
  name: 'listRewardEvents',
  method: 'GET',
  path: '/backoffice/v2/reward_events',
  tag: 'Reward events',
  summary: 'List what happened to contacts besides purchases, and what it brought them; newest first',
  access: 'purchases:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    contact: wire.identifier.optional().meta({ description: 'Id, code or any identifier.' }),
    occasion: z.enum(REWARD_OCCASIONS).optional(),
    reference_number: text(100).optional(),
  }),
  reply: wire.pageReply(eventReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const getEvent = endpoint({
  name: 'getRewardEvent',
  method: 'GET',
  path: '/backoffice/v2/reward_events/{id}',
  tag: 'Reward events',
  summary: 'Read by id or code what happened, and why each offer for it gave something or nothing',
  access: 'purchases:read',
  effect: 'reads',
  params: wire.idParams,
  reply: eventReply.extend({
    explain: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Every amount with what it follows from.' }),
  }),
  errors: [NotFound],
})
