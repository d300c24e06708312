import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { ADAPTOR_KINDS, ADAPTOR_STATES, ORDER_EVENTS } from './adaptor.ts'
import type { Json } from './fill-template.ts'
import { PrinterAway } from './provisioning.errors.ts'

const tag = 'Order adaptors'
const path = '/backoffice/v2/order_adaptors'

const printer = z.strictObject({
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .meta({ description: 'Name or address in the network of the shop.' }),
  port: z.int().min(1).max(65_535).default(9_100),
  paper_mm: z.union([z.literal(58), z.literal(80)]).default(80),
})
const http = z.strictObject({
  url: z.string().trim().min(1).max(2_000).meta({ description: 'https; in TEST mode http as well.' }),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]{1,60}$/), z.string().min(1).max(2_000))
    .optional()
    .meta({ description: 'Sent with every order, such as a key. Values are kept sealed and never told.' }),
  template: z
    .custom<Json>((value) => value !== undefined)
    .optional()
    .meta({
      description:
        'JSON in the words of the system: "{{number}}" is that field of the order, {"$each": "items", "as": {…}} a list. Left out: the order as it is read.',
    }),
})

const name = z.string().trim().min(1).max(100)
const eventTypes = z
  .array(z.enum(ORDER_EVENTS))
  .min(1)
  .meta({ description: 'When it is told of an order; order.created alone unless said otherwise.' })
const organisationId = z
  .string()
  .min(1)
  .max(100)
  .nullable()
  .meta({ description: 'Whose orders: of a merchant with its venues, or of a venue. Left out: all.' })

const adaptorBody = z
  .strictObject({
    name,
    kind: z.enum(ADAPTOR_KINDS),
    organisation_id: organisationId.optional(),
    event_types: eventTypes.optional(),
    printer: printer.optional().meta({ description: 'With PRINTER: an ESC/POS printer in the network.' }),
    http: http.optional().meta({ description: 'With HTTP.' }),
  })
  .meta({ description: 'The settings of its kind are needed.' })
export type AdaptorBody = z.output<typeof adaptorBody>

const adaptorChange = z.strictObject({
  name: name.optional(),
  event_types: eventTypes.optional(),
  state: z.enum(ADAPTOR_STATES).optional(),
  printer: printer.optional(),
  http: http.optional(),
})
export type AdaptorChange = z.output<typeof adaptorChange>

const adaptorReply = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(ADAPTOR_KINDS),
  state: z.enum(ADAPTOR_STATES),
  organisation_id: z.string().nullable(),
  event_types: z.array(z.string()).readonly(),
  printer: z.object({ host: z.string(), port: z.int(), paper_mm: z.int() }).nullable(),
  http: z
    .object({ url: z.string(), headers: z.array(z.string()).readonly(), template: z.unknown() })
    .nullable()
    .meta({ description: 'Of headers their names.' }),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type AdaptorReply = z.input<typeof adaptorReply>

const refusals = [InvalidValue, NotFound, Forbidden, IdempotencyKeyReused]

export const createAdaptor = endpoint({
  name: 'createOrderAdaptor',
  method: 'POST',
  path,
  tag,
  summary: 'Have orders sent to a printer or to another system',
  description:
    'The integration adaptor of the guide (order provisioning): each order is sent once it is placed, tried again until it is taken, and listed in order_provisionings. Addresses that are not public are allowed by whoever runs the installation (TILLBACK_WEBHOOK_NETWORKS).',
  access: 'orders:configure',
  effect: 'writes',
  body: adaptorBody,
  reply: adaptorReply,
  errors: [RequiredField, ...refusals],
})

export const listAdaptors = endpoint({
  name: 'listOrderAdaptors',
  method: 'GET',
  path,
  tag,
  summary: 'List order adaptors',
  access: 'orders:read',
  effect: 'reads',
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(adaptorReply),
  errors: [InvalidValue],
})

export const getAdaptor = endpoint({
  name: 'getOrderAdaptor',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read an order adaptor',
  access: 'orders:read',
  effect: 'reads',
  params: wire.idParams,
  reply: adaptorReply,
  errors: [NotFound],
})

const MOST_LETTERS = 200_000

export const printOnAdaptor = endpoint({
  name: 'printOnOrderAdaptor',
  method: 'POST',
  path: `${path}/{id}/prints`,
  tag,
  summary: 'Print on a printer of the shop',
  description:
    'For tills, which cannot reach a printer in the network by themselves: bytes of ESC/POS, as they are. Answered when the printer has taken all of them.',
  access: ['purchases:write', 'orders:write'],
  effect: 'commands',
  params: wire.idParams,
  body: z.strictObject({
    content: z.base64().min(1).max(MOST_LETTERS).meta({ description: 'What the printer gets, in base64.' }),
  }),
  reply: z.object({ id: z.string(), bytes: z.int() }),
  errors: [RequiredField, InvalidValue, NotFound, PrinterAway, IdempotencyKeyReused],
})

export const updateAdaptor = endpoint({
  name: 'updateOrderAdaptor',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change an order adaptor, or switch it off and on',
  description: 'Orders that are placed while it is DISABLED are not sent to it afterwards.',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  body: adaptorChange,
  reply: adaptorReply,
  errors: [RequiredField, ...refusals],
})
