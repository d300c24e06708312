import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { creativesReply } from './creative.ts'
import { CLASSIFICATIONS, PRODUCT_SOURCES, TAX_MODELS, TYPE_COMPOSITIONS } from './product.ts'
import { code, name, productFields, productRow } from './product-body.ts'

const tag = 'Products'

const group = z.object({ id: z.string(), code: z.string(), name: z.string(), earns: z.boolean() })

export const productReply = z.object({
  id: z.string(),
  sku: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  family: group.nullable(),
  brand: group.nullable(),
  type: group.nullable(),
  categories: z.array(z.object({ name: z.string() })),
  classification: z.enum(CLASSIFICATIONS).nullable(),
  type_composition: z.enum(TYPE_COMPOSITIONS).nullable(),
  tax_rate: z.number().nullable().meta({ description: 'Percent.' }),
  price: z
    .object({ amount: wire.amount, currency_code: z.string(), tax_model: z.enum(TAX_MODELS) })
    .nullable()
    .meta({ description: 'In the currency that stands beside it.' }),
  creatives: creativesReply,
  is_active: z.boolean(),
  source: z.enum(PRODUCT_SOURCES).meta({
    description:
      'Who told of it last: MANUAL entered by hand, SYNC sent in bulk, FEED fetched from an address, PURCHASE learnt from a till that sold it.',
  }),
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
  body: productRow.extend({ name, earns: productFields.earns.default(true) }),
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
    'What is left out stays as it is; null clears. A product that is changed so is MANUAL from then on.',
  access: 'products:write',
  effect: 'writes',
  params: wire.idParams,
  body: productRow.partial(),
  reply: productReply,
  errors: [InvalidValue, NotFound, AlreadyExists, AmbiguousIdentifier, IdempotencyKeyReused],
})
