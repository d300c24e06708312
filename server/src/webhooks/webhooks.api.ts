import { z } from 'zod'
import { EVENT_TYPES } from '../events/index.ts'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { DELIVERY_STATES, ENDPOINT_STATES } from './webhook-endpoint.ts'

const tag = 'Webhooks'
const url = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .meta({ description: 'https, and public; in TEST mode http as well.' })
const description = z.string().trim().max(200).nullable()
const eventTypes = z
  .array(z.enum(EVENT_TYPES))
  .max(EVENT_TYPES.length)
  .meta({ description: 'Which events are sent; left out or empty: all.' })

const endpointBody = z.strictObject({
  url,
  description: description.optional(),
  event_types: eventTypes.optional(),
})
const endpointChange = z.strictObject({
  url: url.optional(),
  description: description.optional(),
  event_types: eventTypes.optional(),
  state: z.enum(['ENABLED', 'DISABLED']).optional(),
})
export type EndpointBody = z.output<typeof endpointBody>
export type EndpointChange = z.output<typeof endpointChange>

const endpointReply = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string().nullable(),
  event_types: z.array(z.string()).readonly(),
  state: z
    .enum(ENDPOINT_STATES)
    .meta({ description: 'PAUSED: every call failed for five days; enable it and recover.' }),
  reason: z.string().nullable(),
  failing_since: wire.epoch.nullable(),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type EndpointReply = z.input<typeof endpointReply>

const secretReply = endpointReply.extend({
  secret: z
    .string()
    .nullable()
    .meta({ description: 'Checks signatures (Standard Webhooks); told once and never again.' }),
})

const path = '/backoffice/v2/webhook_endpoints'
const refusals = [NotFound, Forbidden, IdempotencyKeyReused]

export const createEndpoint = endpoint({
  name: 'createWebhookEndpoint',
  method: 'POST',
  path,
  tag,
  summary: 'Have events sent to an address of yours',
  description:
    'Every event from now on is posted there, signed as Standard Webhooks says, at least once, with the same `webhook-id` on every try.',
  access: 'webhooks:write',
  effect: 'writes',
  body: endpointBody,
  reply: secretReply,
  toldOnce: ['secret'],
  errors: [RequiredField, InvalidValue, InvalidState, Forbidden, IdempotencyKeyReused],
})

export const listEndpoints = endpoint({
  name: 'listWebhookEndpoints',
  method: 'GET',
  path,
  tag,
  summary: 'List webhook endpoints, newest first',
  access: 'webhooks:read',
  effect: 'reads',
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(endpointReply),
  errors: [InvalidValue],
})

export const getEndpoint = endpoint({
  name: 'getWebhookEndpoint',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a webhook endpoint',
  access: 'webhooks:read',
  effect: 'reads',
  params: wire.idParams,
  reply: endpointReply,
  errors: [NotFound],
})

export const updateEndpoint = endpoint({
  name: 'updateWebhookEndpoint',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change, enable or disable a webhook endpoint',
  description:
    'What is left out stays. What happens while it is disabled or paused is not lost: recover it afterwards.',
  access: 'webhooks:write',
  effect: 'writes',
  params: wire.idParams,
  body: endpointChange,
  reply: endpointReply,
  errors: [InvalidValue, ...refusals],
})

export const rotateSecret = endpoint({
  name: 'rotateWebhookSecret',
  method: 'POST',
  path: `${path}/{id}/rotate_secret`,
  tag,
  summary: 'Give a webhook endpoint a new secret',
  description:
    'The former one signs as well for a day, so that no delivery is refused while you change over.',
  access: 'webhooks:write',
  effect: 'writes',
  params: wire.idParams,
  reply: secretReply,
  toldOnce: ['secret'],
  errors: refusals,
})

export const deleteEndpoint = endpoint({
  name: 'deleteWebhookEndpoint',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Send nothing more to an address',
  access: 'webhooks:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: refusals,
})

const recovery = z.strictObject({
  since: wire.time.meta({ description: 'At most 30 days ago.' }),
  include_delivered: wire.flag.default(false).meta({
    description: 'Also what was taken already, for a receiver that has lost it.',
  }),
})
export type Recovery = z.output<typeof recovery>
const recovered = z.object({
  id: z.string(),
  deliveries: z.int().meta({ description: 'How many are sent again.' }),
})

export const recoverEndpoint = endpoint({
  name: 'recoverWebhookEndpoint',
  method: 'POST',
  path: `${path}/{id}/recover`,
  tag,
  summary: 'Send every event since a time that was not taken, or was not sent at all',
  access: 'webhooks:write',
  effect: 'writes',
  params: wire.idParams,
  body: recovery,
  reply: recovered,
  errors: [RequiredField, InvalidValue, InvalidState, ...refusals],
})

export const deliveryReply = z.object({
  id: z.string(),
  webhook_endpoint_id: z.string(),
  event: z.object({ id: z.string(), type: z.string(), entity_id: z.string() }),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  next_attempt_on: wire.epoch.nullable(),
  status: z.int().nullable().meta({ description: 'What the last try was answered with.' }),
  error: z.string().nullable(),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type DeliveryReply = z.input<typeof deliveryReply>

export const listDeliveries = endpoint({
  name: 'listWebhookDeliveries',
  method: 'GET',
  path: '/backoffice/v2/webhook_deliveries',
  tag,
  summary: 'List deliveries, newest first',
  access: 'webhooks:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    webhook_endpoint_id: wire.guid.optional(),
    event_id: wire.guid.optional(),
    state: z.enum(DELIVERY_STATES).optional(),
  }),
  reply: wire.pageReply(deliveryReply),
  errors: [InvalidValue],
})

export const resendDelivery = endpoint({
  name: 'resendWebhookDelivery',
  method: 'POST',
  path: '/backoffice/v2/webhook_deliveries/{id}/resend',
  tag,
  summary: 'Send a delivery again now, with the same id and body',
  access: 'webhooks:write',
  effect: 'writes',
  params: wire.idParams,
  reply: deliveryReply,
  errors: [InvalidState, ...refusals],
})
