import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'

import { estimateBody, estimatesApi, orderBody, ordersApi } from '../orders/index.ts'
import { asOwn, base, tag } from './as-own.ts'

// What a shop decides: who orders, what it costs, what was paid before.
const SHOPS_OWN = {
  contact: true,
  contact_id: true,
  organisation: true,
  discount: true,
  payments: true,
} as const
const PAID_LATER = ['CASH', 'CHEQUE'] as const
const laterPaid = z.enum(PAID_LATER).meta({ description: 'How what is due is paid when it is handed over.' })

const estimating = estimateBody.omit({ ...SHOPS_OWN, payment_method_type: true }).extend({
  account_id: wire.identifier.optional().meta({ description: 'Oneself, if it is sent.' }),
  payment_method_type: laterPaid.optional(),
})

const { description: _, ...estimate } = asOwn(estimatesApi.estimateOrder, {
  name: 'estimateOwnOrder',
  path: 'estimates/orders',
  summary: 'Tell what an order would come to and earn, without placing it',
})
export const estimateOwnOrder = endpoint({ ...estimate, body: estimating })

const placing = orderBody.omit(SHOPS_OWN).extend({
  account_id: wire.identifier.optional().meta({ description: 'Oneself, if it is sent.' }),
  payments: z
    .array(z.strictObject({ payment_method_type: laterPaid, paid_on: z.string().max(40).optional() }))
    .max(1)
    .optional(),
})

const { description: __, ...place } = asOwn(ordersApi.placeOrder, {
  name: 'placeOwnOrder',
  path: 'orders',
  summary: 'Order what is offered, at the prices of the shop',
})
export const placeOwnOrder = endpoint({ ...place, body: placing })

export const listOwnOrders = asOwn(ordersApi.listOrdersOfContact, {
  name: 'listOwnOrders',
  path: 'contacts/{id}/orders',
  summary: 'List one’s own orders, newest first',
})

export const getOwnOrder = asOwn(ordersApi.getOrder, {
  name: 'getOwnOrder',
  path: 'orders/{id}',
  summary: 'Read an order of one’s own by id or number',
})

export const actOnOwnOrder = endpoint({
  ...ordersApi.actOnOrder,
  name: 'actOnOwnOrder',
  path: `${base}/orders/{id}/actions`,
  tag,
  summary: 'Mark an order of one’s own as a favourite, or cancel it as long as nobody has begun with it',
  description: 'The action that led to the present state is answered again and changes nothing.',
  access: 'contact',
  body: z.strictObject({
    id: z.string().max(100).optional().meta({ description: 'The same as in the path.' }),
    action: z.enum(['CANCEL', 'MARK_FAVORITE']),
    cancellation_reason_id: z.string().min(1).max(100).nullable().optional(),
  }),
})
