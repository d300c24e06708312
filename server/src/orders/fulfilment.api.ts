import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { SUPPLY_METHODS, supplyMethod, WEEKDAYS } from '../order-catalogues/index.ts'
import { DELIVERY_METHODS, PAYMENT_METHOD_TYPES } from './order.ts'
import { requestedAt, text } from './order-body.ts'

const placeReply = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(['MERCHANT', 'VENUE']),
  is_open: z.boolean().meta({ description: 'Whether may be ordered from it for then.' }),
  opening_hours: z
    .array(z.object({ day_of_week: z.enum(WEEKDAYS), open: z.string(), close: z.string() }))
    .meta({ description: 'Those of its order catalogues, by its own wall clock; none: always.' }),
  supply_methods: z.array(z.enum(SUPPLY_METHODS)),
  delivery_methods: z.array(z.enum(DELIVERY_METHODS)),
  payment_methods: z.array(z.enum(PAYMENT_METHOD_TYPES)),
  order_catalogs: z.array(
    z.object({ id: z.string(), display_name: z.string(), minimum_amount: wire.amount.nullable() }),
  ),
})
export type PlaceReply = z.input<typeof placeReply>

export const fulfilmentBody = z.strictObject({
  supply_method: supplyMethod,
  requested_delivery_at: requestedAt.optional(),
  requested_organisation_id: text(100)
    .optional()
    .meta({ description: 'Id or code: it alone, or of a merchant the venues of it.' }),
  is_open: wire.flag.optional().meta({ description: 'true: only those from which may be ordered for then.' }),
  address_id: text(100).optional(),
  postal_code: text(20).optional(),
  country_code: text(3).optional(),
  lat_lot: text(100).optional().meta({ description: 'As the guide’s API spells it.' }),
  contact_id: text(100).optional(),
})
export type FulfilmentBody = z.output<typeof fulfilmentBody>

export const estimateFulfilment = endpoint({
  name: 'estimateOrderFulfillment',
  method: 'POST',
  path: '/backoffice/v2/estimates/order_fulfillment',
  tag: 'Orders',
  summary: 'Tell who could fulfil an order, and when',
  description:
    'Places that have an order catalogue for that way of supply, and those for which none is kept; open ones first, 200 at most. Where it is brought is taken and not looked at: no areas of delivery are kept.',
  access: 'orders:read',
  effect: 'reads',
  body: fulfilmentBody,
  reply: z.object({ fulfilled_by: z.array(placeReply) }),
  errors: [RequiredField, InvalidValue, NotFound],
})
