import { z } from 'zod'
import { EVENT_TYPES } from '../events/index.ts'
import { endpoint, wire } from '../http/index.ts'
import { Busy, InvalidValue, NotFound } from '../kit/error.ts'

const tag = 'Webhooks'

const eventReply = z.object({
  id: z.string(),
  cursor: z.string().meta({ description: 'Ask with `after` for what comes after it.' }),
  type: z.string(),
  api_version: z.string(),
  mode: z.enum(['LIVE', 'TEST']),
  entity_id: z.string(),
  sequence: z.int().meta({ description: 'Of the entity: whoever has seen a higher one leaves this aside.' }),
  created_on: wire.epoch,
  data: z.record(z.string(), z.unknown()).nullable().meta({
    description: 'The thing as it is now, in the shape in which it is read; null: it can no longer be read.',
  }),
})
export type EventReply = z.input<typeof eventReply>

export const listEvents = endpoint({
  name: 'listEvents',
  method: 'GET',
  path: '/backoffice/v2/events',
  tag,
  summary: 'What happened after the last event that you have seen, oldest first',
  description:
    'For whoever cannot be called: ask with the cursor of the last event, keep the new one. None is left out and none comes before one that was told already. Kept for 30 days.',
  access: 'webhooks:read',
  effect: 'reads',
  query: z.strictObject({
    after: z
      .string()
      .regex(/^\d{1,18}$/, 'a cursor of an event is needed')
      .optional()
      .meta({ description: 'Left out: from the oldest that is kept; with order=DESC, from the newest.' }),
    size: wire.listQuery.size,
    type: z.enum(EVENT_TYPES).optional(),
    order: z.enum(['ASC', 'DESC']).default('ASC').meta({
      description: 'DESC: the newest first, and `after` leads back to what happened before it.',
    }),
  }),
  reply: z.object({
    content: z.array(eventReply),
    paging: z.object({ cursor: z.string(), has_more: z.boolean() }),
  }),
  errors: [InvalidValue],
})

export const getEvent = endpoint({
  name: 'getEvent',
  method: 'GET',
  path: '/backoffice/v2/events/{id}',
  tag,
  summary: 'Read an event, with its thing as it is now',
  access: 'webhooks:read',
  effect: 'reads',
  params: wire.idParams,
  reply: eventReply,
  errors: [NotFound],
})

const cursor = z
  .string()
  .regex(/^\d{1,18}$/, 'a cursor of an event is needed')
  .optional()

const changesQuery = z.strictObject({
  after: cursor.meta({
    description: 'Where to begin; left out: with what happens next. The header Last-Event-ID goes before it.',
  }),
})

const streamQuery = changesQuery.extend({
  type: z.enum(EVENT_TYPES).optional(),
  include_data: wire.flag.default(true).meta({ description: 'false: only that it happened, to what.' }),
})

export const streamEvents = endpoint({
  name: 'streamEvents',
  method: 'GET',
  path: '/backoffice/v2/events/stream',
  tag,
  summary: 'Follow what happens, as it happens (server-sent events)',
  description:
    'For screens that are live. Each event has its cursor as `id` and its type as `event`; a reader that lost the connection goes on with `Last-Event-ID` and misses nothing. A comment every 15 seconds says that the connection lives. Ends when the key is revoked.',
  access: 'webhooks:read',
  effect: 'reads',
  query: streamQuery,
  streams: 'text/event-stream',
  reply: eventReply,
  errors: [InvalidValue, Busy],
})

export const streamChanges = endpoint({
  name: 'streamChanges',
  method: 'GET',
  path: '/backoffice/v2/changes/stream',
  tag,
  summary: 'Follow what happens to what one may read, as it happens (server-sent events)',
  description:
    'For the screens of staff, whatever their role: as `events/stream`, but only the types of events whose things the role may read, and no more than that it happened, to what. What no event tells, such as a key that was made, an offer that was changed, a long job that went on or a request that was logged, is told as `change` with the parts of the API (the tags of this document) that may read otherwise now; it has no id, and who lost the connection reads anew. Ends when the member signs out, is removed or gets another role; who may still follow connects again.',
  access: 'staff',
  effect: 'reads',
  query: changesQuery,
  streams: 'text/event-stream',
  reply: z.union([
    eventReply.extend({ data: z.null().meta({ description: 'Is read with the thing itself.' }) }),
    z.object({ parts: z.array(z.string()).meta({ description: 'Tags of this document.' }) }),
  ]),
  errors: [InvalidValue, Busy],
})
