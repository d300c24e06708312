import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { PRODUCT_SOURCES } from './product.ts'

const tag = 'Products'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)
const description = z.string().max(2_000).nullable()

const groupReference = z
  .strictObject({ code: code.optional(), name: name.optional() })
  .refine((group) => group.code !== undefined || group.name !== undefined, {
    error: 'a code or a name is needed',
  })
  .nullable()
  .meta({ description: 'By code, or by name alone; one that is not known yet is made. null: none.' })

const groups = {
  family: groupReference.optional(),
  brand: groupReference.optional(),
  type: groupReference.optional(),
}

const group = z.object({ id: z.string(), code: z.string(), name: z.string(), earns: z.boolean() })

const earns = wire.flag.meta({
  description:
    'false for tips, fees, gift cards and the like. A product earns when it and all its groups do.',
})

export const productReply = z.object({
  id: z.string(),
  sku: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  family: group.nullable(),
  brand: group.nullable(),
  type: group.nullable(),
  source: z.enum(PRODUCT_SOURCES).meta({ description: 'PURCHASE: learnt from a till that sold it.' }),
  earns: z
    .boolean()
    .meta({ description: 'Of the product itself; its groups may still keep it from earning.' }),
  created_on: wire.epoch,
})
export type ProductReply = z.input<typeof productReply>

export const listProducts = endpoint({
  name: 'listProducts',
  method: 'GET',
  path: '/backoffice/v2/products',
  tag,
  summary: 'List products, newest first',
  access: 'products:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    sku: code.optional(),
    family: code.optional().meta({ description: 'Code of a family.' }),
    brand: code.optional().meta({ description: 'Code of a brand.' }),
    type: code.optional().meta({ description: 'Code of a type.' }),
    source: z.enum(PRODUCT_SOURCES).optional(),
    earns: wire.flag.optional().meta({ description: 'What the products say themselves.' }),
    search_value: z.string().trim().min(3).max(100).optional().meta({ description: 'Part of SKU or name.' }),
  }),
  reply: wire.pageReply(productReply),
  errors: [InvalidValue],
})

export const getProduct = endpoint({
  name: 'getProduct',
  method: 'GET',
  path: '/backoffice/v2/products/{id}',
  tag,
  summary: 'Read a product by id or SKU',
  access: 'products:read',
  effect: 'reads',
  params: wire.idParams,
  reply: productReply,
  errors: [NotFound],
})

export const createProduct = endpoint({
  name: 'createProduct',
  method: 'POST',
  path: '/backoffice/v2/products',
  tag,
  summary: 'Enter a product',
  access: 'products:write',
  effect: 'writes',
  body: z.strictObject({
    sku: code,
    name,
    description: description.optional(),
    ...groups,
    earns: earns.default(true),
  }),
  reply: productReply,
  errors: [RequiredField, InvalidValue, AlreadyExists, AmbiguousIdentifier, IdempotencyKeyReused],
})

export const updateProduct = endpoint({
  name: 'updateProduct',
  method: 'PUT',
  path: '/backoffice/v2/products/{id}',
  tag,
  summary: 'Change a product',
  description:
    'What is left out stays as it is; null clears. A product that a purchase taught becomes MANAGED.',
  access: 'products:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    sku: code.optional(),
    name: name.optional(),
    description: description.optional(),
    ...groups,
    earns: earns.optional(),
  }),
  reply: productReply,
  errors: [InvalidValue, NotFound, AlreadyExists, AmbiguousIdentifier, IdempotencyKeyReused],
})
