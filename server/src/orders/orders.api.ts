import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  Busy,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { CannotRedeemPass, PassAlreadyRedeemed, PassExpired, PassNotActive } from '../passes/index.ts'
import { DELIVERY_METHODS, SUPPLY_METHODS } from './order.ts'
import { TAX_MODELS } from './order-amounts.ts'
import { orderBody, supplyMethod, text } from './order-body.ts'
import { MOVES, ORDER_STATES } from './order-states.ts'

const tag = 'Orders'
const idName = z.object({ id: z.string(), name: z.string() })
const state = z.enum(ORDER_STATES)

const contact = z.object({ id: z.string(), code: z.string(), name: z.string().nullable() })
const discount = z
  .object({ amount: wire.amount.meta({ description: 'Without its tax.' }), amount_incl_tax: wire.amount })
  .nullable()
const customFields = z.array(z.object({ key: z.string(), value: z.string() }))

/** Amounts that a list and a single order tell alike. */
const amounts = {
  total: wire.amount,
  sub_total: wire.amount.meta({ description: 'Of the items, before the discount.' }),
  net_amount: wire.amount,
  tax_amount: wire.amount,
  discount,
  wallet_funds: wire.amount.meta({ description: 'What the wallet pays of it.' }),
  amount_due: wire.amount.meta({ description: 'Less discounts of offers and what the wallet pays.' }),
  amount_to_collect: wire.amount.meta({
    description: 'What of it is taken when the goods are handed over; the rest was paid with the order.',
  }),
  rewards: z
    .object({ award: wire.amount, discount: wire.amount, spend: wire.amount })
    .meta({ description: 'As quoted when it was placed; of a completed order, as its purchase has it.' }),
}

const listedLine = z.object({
  id: z.string(),
  quantity: z.number(),
  notes: z.string().nullable(),
  life_cycle_state: z.enum(['PENDING_DELIVERY', 'DELIVERED', 'PENDING_STOCK_MOVEMENT']),
  product: z.object({
    id: z.string().nullable(),
    sku: z.string(),
    name: z.string(),
    quantity: z.number(),
    price: wire.amount,
    cost: wire.amount.meta({ description: 'Of the line, with its tax.' }),
    tax_amount: wire.amount,
    net_amount: wire.amount,
  }),
})

export const listedOrder = z.object({
  id: z.string(),
  number: z.string(),
  supply_method: z.enum(SUPPLY_METHODS),
  delivery_method: z.enum(DELIVERY_METHODS).nullable(),
  state,
  stage: idName.nullable(),
  is_favorite: z.boolean(),
  currency: z.string(),
  submitted_date: wire.epoch,
  requested_date: wire.epoch.nullable(),
  fulfilled_by: idName,
  contact,
  ...amounts,
  custom_fields: customFields.optional().meta({ description: 'With include_custom_fields.' }),
  items: z.array(listedLine.extend({ components: z.array(listedLine) })),
})
export type ListedOrder = z.input<typeof listedOrder>

const line = z.object({
  id: z.string(),
  notes: z.string().nullable(),
  quantity: z.number(),
  price: wire.amount,
  tax: wire.amount,
  net: wire.amount,
  sub_total: wire.amount,
  total: wire.amount,
  tax_model: z.enum(TAX_MODELS),
  tax_rate: z.number().meta({ description: 'In per cent.' }),
  product: z.object({ id: z.string().nullable(), sku: z.string(), name: z.string() }),
})

export const orderReply = z.object({
  id: z.string(),
  number: z.string(),
  supply_method: z.enum(SUPPLY_METHODS),
  delivery_method: z.enum(DELIVERY_METHODS).nullable(),
  state,
  stage: idName.nullable(),
  is_favorite: z.boolean(),
  notes: z.string().nullable(),
  currency_code: z.string(),
  ...amounts,
  contact,
  fulfilled_by: idName,
  address: z
    .object({
      id: z.string().optional(),
      address_type: z.string().optional(),
      address_name: z.string().optional(),
      address_line_1: z.string().optional(),
      address_line_2: z.string().optional(),
      state_province_county: z.string().optional(),
      town_city: z.string().optional(),
      postal_code: z.string().optional(),
      country_code: z.string().optional(),
      lat: z.number().optional(),
      lon: z.number().optional(),
      google_place_id: z.string().optional(),
    })
    .nullable(),
  key_dates: z.object({
    submitted_on: wire.epoch,
    started_on: wire.epoch.nullable(),
    completed_on: wire.epoch.nullable(),
    cancelled_on: wire.epoch.nullable(),
    requested_date: wire.epoch.nullable().meta({ description: 'null: as soon as can be.' }),
  }),
  cancellation_reason: idName.nullable(),
  payments: z.array(
    z.object({
      payment_method_type: z.string(),
      paid_on: z.string().nullable(),
      payment_method_id: z.string().nullable(),
      amount: wire.amount.nullable().meta({ description: 'null: all that is due.' }),
    }),
  ),
  purchase: z
    .object({ id: z.string(), code: z.string() })
    .nullable()
    .meta({ description: 'That its completion posted.' }),
  custom_fields: customFields,
  items: z.array(line.extend({ components: z.array(line) })),
})
export type OrderReply = z.input<typeof orderReply>

const path = '/backoffice/v2/orders'

export const filters = {
  ...wire.listQuery,
  state: state.optional(),
  supply_method: supplyMethod.optional(),
  delivery_methods: text(100).optional().meta({ description: 'One or several, separated by commas.' }),
  created_on: wire.timeRange.optional(),
  completed_on: wire.timeRange.optional(),
  scheduled_on: wire.timeRange.optional().meta({ description: 'When it is wanted.' }),
  custom_fields: text(1_000)
    .optional()
    .meta({ description: 'key=value, several separated by semicolons: orders that have all of them.' }),
  include_custom_fields: wire.flag.default(false),
  fulfilled_by: text(1_000)
    .optional()
    .meta({ description: 'Ids or codes of merchants and venues, separated by commas.' }),
  organisations: text(1_000).optional().meta({ description: 'Another way to write fulfilled_by.' }),
  stage_id: text(100).optional().meta({ description: 'Id or code of a stage.' }),
  number: text(100).optional(),
  is_favorite: wire.flag.optional(),
  search_value: z
    .string()
    .trim()
    .min(3)
    .max(100)
    .optional()
    .meta({ description: "The beginning of the number, or a part of the contact's name." }),
}

export const listOrders = endpoint({
  name: 'listOrders',
  method: 'GET',
  path,
  tag,
  summary: 'List orders, newest first; with state=NEW, those that wait to be fulfilled',
  description:
    'For front ends that poll (integration guide, order provisioning). A key of one merchant or venue sees the orders of that only.',
  access: 'orders:read',
  effect: 'reads',
  query: z.strictObject({ ...filters, contact_id: text(100).optional() }),
  reply: wire.pageReply(listedOrder),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const listOrdersOfContact = endpoint({
  name: 'listOrdersOfContact',
  method: 'GET',
  path: '/backoffice/v2/contacts/{id}/orders',
  tag,
  summary: 'List the orders of a contact, newest first',
  access: 'orders:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject(filters),
  reply: wire.pageReply(listedOrder),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const getOrder = endpoint({
  name: 'getOrder',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read an order by id or number',
  access: 'orders:read',
  effect: 'reads',
  params: wire.idParams,
  reply: orderReply,
  errors: [NotFound],
})

const judging = [
  RequiredField,
  InvalidValue,
  NotFound,
  AmbiguousIdentifier,
  PassAlreadyRedeemed,
  PassExpired,
  PassNotActive,
  CannotRedeemPass,
  IdempotencyKeyReused,
  Busy,
]

export const placeOrder = endpoint({
  name: 'placeOrder',
  method: 'POST',
  path,
  tag,
  summary: 'Place an order',
  description:
    'What it costs and what it will award are worked out and told; it awards when it is completed, by what holds now. Amounts are in the currency of the business.',
  access: 'orders:write',
  effect: 'writes',
  body: orderBody,
  reply: z.object({
    id: z.string(),
    number: z.string(),
    state,
    currency_code: z.string(),
    total: wire.amount,
    wallet_funds: wire.amount,
    amount_due: wire.amount,
    amount_to_collect: wire.amount,
    rewards: amounts.rewards,
    fulfilled_by: idName,
  }),
  status: 201,
  errors: [...judging, AlreadyExists],
})

const actionBody = z.strictObject({
  id: text(100).optional().meta({ description: 'The same as in the path.' }),
  action: z.enum([...MOVES, 'MARK_FAVORITE']),
  cancellation_reason_id: text(100)
    .nullable()
    .optional()
    .meta({ description: 'With CANCEL: id or code, of GET order_cancellation_reasons.' }),
})

export const actOnOrder = endpoint({
  name: 'actOnOrder',
  method: 'PUT',
  path: `${path}/{id}/actions`,
  tag,
  summary: 'Start, complete or cancel an order',
  description:
    'COMPLETE posts the purchase of the order, which awards it, exactly once; CANCEL needs a cancellation reason (integration guide, order completion and cancellation). The action that led to the present state is answered again and changes nothing.',
  access: 'orders:write',
  effect: 'writes',
  params: wire.idParams,
  body: actionBody,
  reply: z.object({ id: z.string() }),
  errors: [...judging, InvalidState],
})

export const updateOrder = endpoint({
  name: 'updateOrder',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Put an order into a stage',
  description:
    'A stage of another state is reached as by the action that leads there; a cancellation is always asked for as an action.',
  access: 'orders:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ stage_id: text(100).meta({ description: 'Id or code of a stage.' }) }),
  reply: orderReply,
  errors: [...judging, InvalidState],
})
