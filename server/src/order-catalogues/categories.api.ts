import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { creatives, creativesReply } from '../products/index.ts'
import { path as catalogues, code, description, name, tag } from './catalogues.api.ts'

const path = `${catalogues}/{id}/categories`
const ofCategory = z.strictObject({ id: wire.identifier, category_id: wire.identifier })
const MOST_PRODUCTS = 500
const priority = wire.integerFrom(0, 1_000_000)

const categoryReply = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  description: z.string().nullable(),
  child_nodes: z.int().meta({ description: 'How many categories stand right below it.' }),
  priority: z.int().meta({ description: 'The lowest is shown first.' }),
  parent: z.object({ id: z.string(), name: z.string() }).nullable(),
  creatives: creativesReply,
  products: z.array(
    z.object({
      id: z.string(),
      product: z.object({ id: z.string(), name: z.string(), sku: z.string() }),
      priority: z.int(),
    }),
  ),
})
export type CategoryReply = z.input<typeof categoryReply>

export const categoryQuery = z.strictObject({
  ...wire.listQuery,
  sort: z.enum(['CREATED_DATE', 'NAME', 'PRIORITY']).default('CREATED_DATE'),
  parent_id: code
    .optional()
    .meta({ description: 'Id or code: those right below it. Without it, those at the top.' }),
  return_all: wire.flag
    .default(false)
    .meta({ description: 'Those of every level, below parent_id if it is said, all in one page.' }),
  search_value: name.optional().meta({ description: 'Part of the name or code, on any level.' }),
})
export type CategoryQuery = z.output<typeof categoryQuery>

export const listCategories = endpoint({
  name: 'listOrderCategories',
  method: 'GET',
  path,
  tag,
  summary: 'List the categories of an order catalogue with their products',
  description: 'In the order of a menu with sort=PRIORITY&order=ASC.',
  access: 'orders:read',
  effect: 'reads',
  params: wire.idParams,
  query: categoryQuery,
  reply: wire.pageReply(categoryReply),
  errors: [InvalidValue, NotFound],
})

const details = {
  code: code.optional().meta({ description: 'Made of the name when it is left out.' }),
  description: description.optional(),
  parent_id: code.nullable().optional().meta({ description: 'Id or code of the category above it.' }),
  priority: priority.optional().meta({ description: 'After all others beside it unless it is said.' }),
  creatives: creatives.nullable().optional(),
  products: z
    .array(
      z.strictObject({
        id: code.optional().meta({ description: 'Id of the product, or its SKU.' }),
        sku: code.optional(),
        priority: priority.optional().meta({ description: 'Its place in the list unless it is said.' }),
      }),
    )
    .max(MOST_PRODUCTS, `at most ${MOST_PRODUCTS} products are taken`)
    .nullable()
    .optional()
    .meta({ description: 'What stands in it, in the order in which it is shown; the whole list.' }),
}
const categoryBody = z.strictObject({ name, ...details })
export type CategoryBody = z.output<typeof categoryBody>
const categoryChange = z.strictObject({ name: name.optional(), ...details })
export type CategoryChange = z.output<typeof categoryChange>

const changing = [InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused]

export const createCategory = endpoint({
  name: 'createOrderCategory',
  method: 'POST',
  path,
  tag,
  summary: 'Add a category to an order catalogue',
  access: 'orders:configure',
  effect: 'writes',
  params: wire.idParams,
  body: categoryBody,
  reply: categoryReply,
  errors: [RequiredField, ...changing],
})

export const updateCategory = endpoint({
  name: 'updateOrderCategory',
  method: 'PUT',
  path: `${path}/{category_id}`,
  tag,
  summary: 'Change a category of an order catalogue',
  description: 'What is left out stays.',
  access: 'orders:configure',
  effect: 'writes',
  params: ofCategory,
  body: categoryChange,
  reply: categoryReply,
  errors: [RequiredField, ...changing],
})

export const deleteCategory = endpoint({
  name: 'deleteOrderCategory',
  method: 'DELETE',
  path: `${path}/{category_id}`,
  tag,
  summary: 'Remove a category of an order catalogue with all below it',
  description: 'Products stay. Again: the same answer.',
  access: 'orders:configure',
  effect: 'writes',
  params: ofCategory,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, Forbidden, IdempotencyKeyReused],
})
