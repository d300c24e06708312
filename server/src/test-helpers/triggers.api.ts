import { z } from 'zod'
import { EVENT_TYPES } from '../events/index.ts'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, RequiredField } from '../kit/error.ts'

const tag = 'Test helpers'
const path = '/backoffice/v2/test_helpers/triggers'

const eventType = z.enum(EVENT_TYPES)

export const listTriggers = endpoint({
  name: 'listTestTriggers',
  method: 'GET',
  path,
  tag,
  summary: 'List the events that can be made to happen',
  access: ['test_helpers:read', 'test_helpers:write'],
  effect: 'reads',
  reply: z.object({
    content: z.array(
      z.object({
        event: eventType,
        happens: z.string().meta({ description: 'What is done so that it happens.' }),
        can_be_triggered: z.boolean(),
      }),
    ),
  }),
  errors: [InvalidState],
})

const triggerBody = z.strictObject({ event: eventType })
export type TriggerBody = z.output<typeof triggerBody>

const triggeredReply = z.object({
  event: eventType,
  object_id: z
    .string()
    .nullable()
    .meta({ description: 'Of what it happened to; read it, as after any event.' }),
  events: z
    .array(
      z.object({
        id: z.string().meta({ description: 'Read it at `events/{id}`, and its deliveries by `event_id`.' }),
        type: eventType,
        object_id: z.string(),
      }),
    )
    .meta({ description: 'All that happened on the way, in its order; each is told to webhooks.' }),
  now: wire.epoch,
})
export type TriggeredReply = z.input<typeof triggeredReply>

export const triggerEvent = endpoint({
  name: 'triggerTestEvent',
  method: 'POST',
  path,
  tag,
  summary: 'Make an event happen in the TEST business',
  description:
    'It really happens: a contact is registered, a purchase made, an order placed, at a place of its own with the code TRIGGERS, and its event is told to webhooks, streams and `events` as any other. Nothing is pretended but what TEST mode pretends anyway.',
  access: 'test_helpers:write',
  effect: 'commands',
  body: triggerBody,
  reply: triggeredReply,
  errors: [RequiredField, InvalidValue, InvalidState, IdempotencyKeyReused],
})
