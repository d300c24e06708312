import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
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
  merged_skus: z.array(z.string()).meta({
    description: 'SKUs of products that were merged into it: whoever names one of them means this.',
  }),
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
    family: code.optional().meta({ description: 'Code or id of a family.' }),
    brand: code.optional().meta({ description: 'Code or id of a brand.' }),
    type: code.optional().meta({ description: 'Code or id of a type.' }),
    classification: z.enum(CLASSIFICATIONS).optional(),
    type_composition: z.enum(TYPE_COMPOSITIONS).optional(),
    is_active: wire.flag.optional(),
    source: z.enum(PRODUCT_SOURCES).optional(),
    learnt: wire.flag.optional().meta({
      description:
        'true: what tills sold and nobody has told of since; false: what is entered or synchronised.',
    }),
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

export const mergeProduct = endpoint({
  name: 'mergeProduct',
  method: 'POST',
  path: '/backoffice/v2/products/{id}/merge',
  tag,
  summary: 'Merge a product that tills taught into one that is entered',
  description:
    "From the next purchase on, its SKU leads to the other: name, groups and whether it earns are that one's, and offers and pools that name either SKU mean what is sold under the merged one. Receipts, returns and all that is past keep the SKU under which the till sold. Orders and menus name the other. Answers the product that is left; the same merge again gives the same answer.",
  access: 'products:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    into: wire.identifier.meta({ description: 'Id or SKU of the product that is left.' }),
  }),
  reply: productReply,
  errors: [RequiredField, InvalidValue, InvalidState, NotFound, IdempotencyKeyReused],
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
