import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidValue, NotFound } from '../kit/error.ts'
import { cataloguesApi, categoriesApi, shopProductsApi } from '../order-catalogues/index.ts'
import { brandingApi, ORGANISATION_TYPES } from '../organisations/index.ts'
import { asOwn, base, tag } from './as-own.ts'

const text = (most: number) => z.string().trim().min(1).max(most)

/** What an app shows to anybody: the places of the business, and what may be ordered. */

const placeReply = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(ORGANISATION_TYPES),
  parent: z.object({ id: z.string(), name: z.string() }).nullable(),
})
export type PlaceReply = z.input<typeof placeReply>

export const getPlace = endpoint({
  name: 'getPlace',
  method: 'GET',
  path: `${base}/organisations/{id}`,
  tag,
  summary: 'Read the business, a merchant or a venue',
  access: 'app',
  effect: 'reads',
  params: wire.idParams,
  reply: placeReply,
  errors: [InvalidValue, NotFound],
})

export const listNetwork = endpoint({
  name: 'listNetwork',
  method: 'GET',
  path: `${base}/organisations/{id}/network`,
  tag,
  summary: 'List the merchants and venues of the business, or the venues of a merchant',
  access: 'app',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    ...wire.listQuery,
    name: text(100).optional().meta({ description: 'Part of the name or code.' }),
    tap_code: text(100).optional().meta({ description: 'As it is printed on receipts.' }),
    type: z.enum(ORGANISATION_TYPES).optional(),
  }),
  reply: wire.pageReply(placeReply),
  errors: [InvalidValue, NotFound],
})

export const listMerchants = endpoint({
  name: 'listMerchants',
  method: 'GET',
  path: `${base}/rewards/merchants`,
  tag,
  summary: 'List the merchants where one is rewarded',
  access: 'app',
  effect: 'reads',
  query: z.strictObject({ ...wire.listQuery, name: text(100).optional() }),
  reply: wire.pageReply(placeReply),
  errors: [InvalidValue],
})

/** Not of the contract: how the app looks is the shop's to say. */
export const getOwnBranding = asOwn(
  brandingApi.getBranding,
  { name: 'getOwnBranding', path: 'branding', summary: 'Read how the business looks to shoppers' },
  'app',
)

export const listMenus = endpoint({
  name: 'listMenus',
  method: 'GET',
  path: `${base}/order_catalogues`,
  tag,
  summary: 'List what may be ordered where and when',
  access: 'app',
  effect: 'reads',
  query: cataloguesApi.catalogueQuery.omit({ state: true }),
  reply: cataloguesApi.listCatalogues.reply,
  errors: [InvalidValue, NotFound],
})
export const listMenuCategories = asOwn(
  categoriesApi.listCategories,
  {
    name: 'listMenuCategories',
    path: 'order_catalogues/{id}/categories',
    summary: 'List the categories of an order catalogue with their products',
  },
  'app',
)

export const listGoods = endpoint({
  name: 'listGoods',
  method: 'GET',
  path: `${base}/products`,
  tag,
  summary: 'List the products that may be ordered, with their prices',
  access: 'app',
  effect: 'reads',
  query: shopProductsApi.shopProductsQuery,
  reply: shopProductsApi.listShopProducts.reply,
  errors: [InvalidValue, NotFound],
})

export const getGoods = endpoint({
  name: 'getGoods',
  method: 'GET',
  path: `${base}/products/{id}`,
  tag,
  summary: 'Read a product that may be ordered, by id or SKU',
  access: 'app',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ currency: wire.currencyCode.optional() }),
  reply: shopProductsApi.getShopProduct.reply,
  errors: [InvalidValue, NotFound],
})
