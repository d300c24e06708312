import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { REASON_STATES } from './cancellation-reason.ts'

const tag = 'Order cancellation reasons'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)
const description = z.string().max(2_000).nullable()
const state = z.enum(REASON_STATES)

const reasonReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  is_default: z.boolean(),
  state,
})
export type ReasonReply = z.input<typeof reasonReply>

const path = '/backoffice/v2/order_cancellation_reasons'

export const listReasons = endpoint({
  name: 'listOrderCancellationReasons',
  method: 'GET',
  path,
  tag,
  summary: 'List the reasons for which an order may be cancelled',
  description:
    'Those that apply: active ones, the default first. The id of one goes with `CANCEL` of an order (integration guide, order cancellation).',
  access: 'orders:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    state: state.default('ACTIVE'),
    search_value: name.optional().meta({ description: 'Part of the code or name.' }),
  }),
  reply: wire.pageReply(reasonReply),
  errors: [InvalidValue],
})

export const getReason = endpoint({
  name: 'getOrderCancellationReason',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read a cancellation reason by id or code',
  access: 'orders:read',
  effect: 'reads',
  params: wire.idParams,
  reply: reasonReply,
  errors: [NotFound],
})

const details = {
  description: description.optional(),
  is_default: wire.flag.optional().meta({ description: 'Offered first; another one ceases to be it.' }),
  state: state.optional(),
}
const reasonBody = z.strictObject({
  name,
  code: code.optional().meta({ description: 'Made of the name when it is left out.' }),
  ...details,
})
export type ReasonBody = z.output<typeof reasonBody>
const reasonChange = z.strictObject({ name: name.optional(), code: code.optional(), ...details })
export type ReasonChange = z.output<typeof reasonChange>

export const createReason = endpoint({
  name: 'createOrderCancellationReason',
  method: 'POST',
  path,
  tag,
  summary: 'Add a cancellation reason',
  access: 'orders:configure',
  effect: 'writes',
  body: reasonBody,
  reply: reasonReply,
  errors: [RequiredField, InvalidValue, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateReason = endpoint({
  name: 'updateOrderCancellationReason',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change a cancellation reason',
  description: 'What is left out stays. Orders that were cancelled for it are told by its new name.',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  body: reasonChange,
  reply: reasonReply,
  errors: [InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const deleteReason = endpoint({
  name: 'deleteOrderCancellationReason',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Remove a cancellation reason',
  description: 'It can be used no more; orders that were cancelled for it keep it. Again: the same answer.',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, Forbidden, IdempotencyKeyReused],
})
