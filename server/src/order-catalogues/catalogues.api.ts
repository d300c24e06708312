import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { CLOCK_TIME } from '../kit/timing.ts'
import { creatives, creativesReply } from '../products/index.ts'
import { CATALOGUE_STATES, WEEKDAYS } from './order-catalogue.ts'
import { SUPPLY_METHODS, supplyMethod } from './supply-method.ts'

export const tag = 'Order catalogues'
export const path = '/backoffice/v2/order_catalogues'
export const code = z.string().trim().min(1).max(100)
export const name = z.string().trim().min(1).max(200)
export const description = z.string().max(2_000).nullable()

const MOST_WINDOWS = 50
const clockTime = z.string().regex(CLOCK_TIME, 'a time such as "08:30" is needed, at most "24:00"')

const catalogueReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  display_name: z.string(),
  description: z.string().nullable(),
  state: z.enum(CATALOGUE_STATES),
  supply_methods: z.array(z.enum(SUPPLY_METHODS)),
  time_availability: z
    .array(
      z.object({
        day_of_week: z.enum(WEEKDAYS),
        start_time: z.string().nullable(),
        end_time: z.string().nullable(),
      }),
    )
    .meta({ description: 'By the wall clock of the place that is ordered from; none: always.' }),
  organisations: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .meta({ description: 'Merchants with their venues, and venues; none: all.' }),
  minimum_amount: wire.amount.nullable().meta({ description: 'What an order must come to.' }),
  creatives: creativesReply,
  is_pricing_table: z.boolean(),
  created_on: wire.epoch,
  updated_on: wire.epoch,
})
export type CatalogueReply = z.input<typeof catalogueReply>

/** As the self-service API has it, and what the back office asks besides. */
export const catalogueQuery = z.strictObject({
  ...wire.listQuery,
  sort: z.enum(['CREATED_DATE', 'NAME']).default('CREATED_DATE'),
  state: z.enum(CATALOGUE_STATES).default('ACTIVE'),
  fulfilled_by: code
    .optional()
    .meta({ description: 'Id or code of the merchant or venue that is ordered from.' }),
  order_catalog_ids: z
    .string()
    .max(4_000)
    .optional()
    .meta({ description: 'Ids or codes, separated by commas.' }),
  ordering_time: wire.time.optional().meta({ description: 'Those from which may be ordered at that time.' }),
  supply_method: supplyMethod.optional(),
  search_value: name.optional().meta({ description: 'Part of the name or code.' }),
})
export type CatalogueQuery = z.output<typeof catalogueQuery>

export const listCatalogues = endpoint({
  name: 'listOrderCatalogues',
  method: 'GET',
  path,
  tag,
  summary: 'List order catalogues: what may be ordered where and when',
  description:
    'Active ones unless state says otherwise. A key of one merchant or venue sees those that are for it.',
  access: 'orders:read',
  effect: 'reads',
  query: catalogueQuery,
  reply: wire.pageReply(catalogueReply),
  errors: [InvalidValue, NotFound],
})

export const getCatalogue = endpoint({
  name: 'getOrderCatalogue',
  method: 'GET',
  path: `${path}/{id}`,
  tag,
  summary: 'Read an order catalogue by id or code',
  access: 'orders:read',
  effect: 'reads',
  params: wire.idParams,
  reply: catalogueReply,
  errors: [NotFound],
})

const details = {
  display_name: name
    .nullable()
    .optional()
    .meta({ description: 'What contacts read; the name unless it is said.' }),
  description: description.optional(),
  state: z.enum(CATALOGUE_STATES).optional().meta({ description: 'INACTIVE: not shown to contacts.' }),
  supply_methods: z.array(supplyMethod).max(3).optional().meta({ description: 'All unless they are said.' }),
  time_availability: z
    .array(
      z.strictObject({
        day_of_week: z.enum(WEEKDAYS),
        start_time: clockTime.optional(),
        end_time: clockTime.optional(),
      }),
    )
    .max(MOST_WINDOWS, `at most ${MOST_WINDOWS} windows are taken`)
    .optional()
    .meta({
      description:
        'When may be ordered, by the wall clock of the place; the whole list, an empty one: always. An end that is not after its start runs across midnight.',
    }),
  organisations: z
    .array(code)
    .max(500)
    .optional()
    .meta({ description: 'Ids or codes of merchants and venues; the whole list, an empty one: all.' }),
  minimum_amount: wire.decimal
    .nullable()
    .optional()
    .meta({ description: 'What an order must come to; told by estimates, and held for orders of contacts.' }),
  creatives: creatives.nullable().optional(),
}
const catalogueBody = z.strictObject({
  name,
  code: code.optional().meta({ description: 'Made of the name when it is left out.' }),
  ...details,
})
export type CatalogueBody = z.output<typeof catalogueBody>
const catalogueChange = z.strictObject({ name: name.optional(), code: code.optional(), ...details })
export type CatalogueChange = z.output<typeof catalogueChange>

export const createCatalogue = endpoint({
  name: 'createOrderCatalogue',
  method: 'POST',
  path,
  tag,
  summary: 'Add an order catalogue',
  access: 'orders:configure',
  effect: 'writes',
  body: catalogueBody,
  reply: catalogueReply,
  errors: [RequiredField, InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updateCatalogue = endpoint({
  name: 'updateOrderCatalogue',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change an order catalogue',
  description: 'What is left out stays.',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  body: catalogueChange,
  reply: catalogueReply,
  errors: [InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const deleteCatalogue = endpoint({
  name: 'deleteOrderCatalogue',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Remove an order catalogue with its categories',
  description: 'Products and orders stay. Again: the same answer.',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, Forbidden, IdempotencyKeyReused],
})
