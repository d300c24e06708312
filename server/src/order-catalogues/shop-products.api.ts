import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'
import { CLASSIFICATIONS, creativesReply, TAX_MODELS, TYPE_COMPOSITIONS } from '../products/index.ts'
import { path as catalogues, code, name, tag } from './catalogues.api.ts'
import { dietaryTags } from './dietary-tags.api.ts'
import { supplyMethod } from './supply-method.ts'

/** Products as a shop shows them, in the names of the self-service API. */

const idName = z.object({ id: z.string(), name: z.string() })

const shown = {
  id: z.string(),
  sku: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  classification: z.enum(CLASSIFICATIONS).nullable(),
  type_composition: z.enum(TYPE_COMPOSITIONS),
  number_of_prices: z.int(),
  is_modifier: z.boolean(),
  is_stockable: z.boolean(),
  tax_rate: z.number().nullable().meta({ description: 'Percent.' }),
  pricing: z.array(
    z.object({
      id: z.string(),
      price: wire.amount,
      currency_code: z.string(),
      is_default: z.boolean(),
      tax_model: z.enum(TAX_MODELS),
    }),
  ),
  creatives: creativesReply,
  dietary_tags: dietaryTags,
}

const shopProduct = z.object({ ...shown, components: z.int(), variants: z.int() })
export type ShopProduct = z.input<typeof shopProduct>

const oneShopProduct = z.object({
  ...shown,
  type: idName.nullable(),
  family: idName.nullable(),
  brand: idName.nullable(),
  categories: z.array(idName).meta({ description: 'Those of the order catalogues in which it stands.' }),
})
export type OneShopProduct = z.input<typeof oneShopProduct>

const list = z.string().max(8_000)

/** What products may be looked for; paths of the back office name the catalogue. */
const filters = {
  ...wire.listQuery,
  sort: z.enum(['CREATED_DATE']).default('CREATED_DATE'),
  order_category_id: code.optional().meta({ description: 'Id or code: in it and below it.' }),
  product_ids: list.optional().meta({ description: 'Ids, separated by commas.' }),
  product_skus: list.optional().meta({ description: 'SKUs, separated by commas.' }),
  name: name.optional().meta({ description: 'Part of the name or SKU.' }),
  search_value: name.optional().meta({ description: 'The same.' }),
  brand_id: code.optional(),
  family_id: code.optional(),
  type_id: code.optional(),
  classification: z.enum(CLASSIFICATIONS).optional(),
  composition: z.enum(TYPE_COMPOSITIONS).optional(),
  currency: wire.currencyCode.optional().meta({ description: 'Prices in it alone.' }),
}

/** For callers that see what is offered, wherever it is. */
export const shopProductsQuery = z.strictObject({
  ...filters,
  order_catalog_id: code.optional(),
  fulfilled_by: code.optional(),
  supply_method: supplyMethod.optional(),
  validity_date: wire.time.optional().meta({ description: 'What may be ordered at that time.' }),
})
export type ShopProductsQuery = z.output<typeof shopProductsQuery>

export const listShopProducts = endpoint({
  name: 'listOrderCatalogueProducts',
  method: 'GET',
  path: `${catalogues}/{id}/products`,
  tag,
  summary: 'List the products of an order catalogue as a shop shows them',
  description: 'Active ones with their prices and pictures.',
  access: 'orders:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject(filters),
  reply: wire.pageReply(shopProduct),
  errors: [InvalidValue, NotFound],
})

export const getShopProduct = endpoint({
  name: 'getOrderCatalogueProduct',
  method: 'GET',
  path: `${catalogues}/{id}/products/{product_id}`,
  tag,
  summary: 'Read a product of an order catalogue by id or SKU',
  access: 'orders:read',
  effect: 'reads',
  params: z.strictObject({ id: wire.identifier, product_id: wire.identifier }),
  query: z.strictObject({ currency: wire.currencyCode.optional() }),
  reply: oneShopProduct,
  errors: [InvalidValue, NotFound],
})
