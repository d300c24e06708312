import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'
import { PROVISIONING_STATES } from './provisioning.ts'

const tag = 'Order adaptors'
const path = '/backoffice/v2/order_provisionings'
const text = z.string().min(1).max(100)

const provisioningsQuery = z.strictObject({
  ...wire.listQuery,
  order_id: text.optional(),
  adaptor_id: text.optional(),
  state: z.enum(PROVISIONING_STATES).optional(),
})
export type ProvisioningsQuery = z.output<typeof provisioningsQuery>

const provisioningReply = z.object({
  id: z.string(),
  order: z.object({ id: z.string(), number: z.string() }),
  adaptor: z.object({ id: z.string(), name: z.string() }),
  event_type: z.string(),
  state: z
    .enum(PROVISIONING_STATES)
    .meta({ description: 'PENDING is tried again by itself; FAILED only when it is asked for.' }),
  attempts: z.int(),
  error: z.string().nullable().meta({ description: 'Of the last try.' }),
  next_on: wire.epoch.nullable(),
  created_on: wire.epoch,
  sent_on: wire.epoch.nullable(),
})
export type ProvisioningReply = z.input<typeof provisioningReply>

export const listProvisionings = endpoint({
  name: 'listOrderProvisionings',
  method: 'GET',
  path,
  tag,
  summary: 'See which orders reached which printer or system, and which did not',
  access: 'orders:read',
  effect: 'reads',
  query: provisioningsQuery,
  reply: wire.pageReply(provisioningReply),
  errors: [InvalidValue],
})

export const actOnProvisioning = endpoint({
  name: 'actOnOrderProvisioning',
  method: 'PUT',
  path: `${path}/{id}/actions`,
  tag,
  summary: 'Send an order to its adaptor again',
  description:
    'At once, whatever came of it before; under the same idempotency key for the system that takes it.',
  access: 'orders:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ action: z.literal('RESEND') }),
  reply: z.object({ id: z.string() }),
  errors: [InvalidValue, NotFound, IdempotencyKeyReused],
})
