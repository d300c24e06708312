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
import { supplyMethod } from '../order-catalogues/index.ts'
import { CannotRedeemPass, PassAlreadyRedeemed, PassExpired, PassNotActive } from '../passes/index.ts'
import { WalletBalanceNotEnough } from '../purchases/index.ts'
import { WalletLimitExceeded } from '../wallets/index.ts'
import { orderBody, text } from './order-body.ts'
import { amounts, idName, listedOrder, orderReply, state } from './order-reply.ts'
import { MOVES } from './order-states.ts'

const tag = 'Orders'
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
  errors: [InvalidValue, NotFound],
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
  errors: [InvalidValue, NotFound],
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
  query: z.strictObject({ include_provisioning: wire.flag.default(false) }),
  reply: orderReply,
  errors: [InvalidValue, NotFound],
})

export const judging = [
  WalletBalanceNotEnough,
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
  errors: [...judging, AlreadyExists, WalletLimitExceeded],
})

// Once it is placed an order is judged as it was, by what is there: nothing of its pass or wallet stops it any more.
const moving = [RequiredField, InvalidValue, NotFound, InvalidState, IdempotencyKeyReused, Busy]

/** To printers, and to systems that are called. */
export const SENT_AGAIN = ['PRINT_ORDER', 'ORDER_PROVISION'] as const

const actionBody = z.strictObject({
  id: text(100).optional().meta({ description: 'The same as in the path.' }),
  action: z
    .enum([...MOVES, 'MARK_FAVORITE', ...SENT_AGAIN])
    .meta({ description: 'PRINT_ORDER and ORDER_PROVISION send it to printers and other adaptors again.' }),
  cancellation_reason_id: text(100)
    .nullable()
    .optional()
    .meta({ description: 'With CANCEL: id or code, of GET order_cancellation_reasons.' }),
  provisioner: text(200).optional().meta({
    description: 'With PRINT_ORDER and ORDER_PROVISION: id or name of the one adaptor that it is sent to.',
  }),
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
  errors: moving,
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
  errors: moving,
})
