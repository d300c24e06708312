import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { ORDER_STATES } from './order-states.ts'

const tag = 'Order stages'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #1a7f37 is needed')

const stageReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  state: z.enum(ORDER_STATES),
  colour: z.string().nullable(),
  priority: z.int(),
  is_default: z.boolean(),
  is_initial: z.boolean(),
})
export type StageReply = z.input<typeof stageReply>

const path = '/backoffice/v2/order_stages'

export const listStages = endpoint({
  name: 'listOrderStages',
  method: 'GET',
  path,
  tag,
  summary: 'List the stages of orders, by their priority',
  access: 'orders:read',
  effect: 'reads',
  query: z.strictObject({
    page: wire.listQuery.page,
    size: wire.listQuery.size,
    include_total: wire.listQuery.include_total,
    state: z.enum(ORDER_STATES).optional(),
  }),
  reply: wire.pageReply(stageReply),
  errors: [InvalidValue],
})

const details = {
  colour: colour.nullable().optional(),
  priority: wire.integerFrom(0, 10_000).optional(),
  is_default: wire.flag
    .optional()
    .meta({ description: 'An order that comes into the state by an action stands in it.' }),
  is_initial: wire.flag
    .optional()
    .meta({ description: 'New orders begin in it. Its state is NEW, or ON_HOLD: nobody works on them yet.' }),
}
const stageBody = z.strictObject({
  name,
  code: code.optional().meta({ description: 'Made of the name when it is left out.' }),
  state: z.enum(ORDER_STATES),
  ...details,
})
export type StageBody = z.output<typeof stageBody>
const stageChange = z.strictObject({ name: name.optional(), code: code.optional(), ...details })
export type StageChange = z.output<typeof stageChange>

export const createStage = endpoint({
  name: 'createOrderStage',
  method: 'POST',
  path,
  tag,
  summary: "Add a stage: the business's own name for a step within a state of orders",
  access: 'orders:configure',
  effect: 'writes',
  body: stageBody,
  reply: stageReply,
  errors: [RequiredField, InvalidValue, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateStage = endpoint({
  name: 'updateOrderStage',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change a stage',
  description: 'What is left out stays. Its state stays for ever.',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  body: stageChange,
  reply: stageReply,
  errors: [InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const deleteStage = endpoint({
  name: 'deleteOrderStage',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Remove a stage in which no open order stands',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
