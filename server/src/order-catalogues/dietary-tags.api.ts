import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { tag } from './catalogues.api.ts'

export const DIETARY_TAGS = [
  'VEGETARIAN',
  'VEGAN',
  'GLUTEN_FREE',
  'LACTOSE_FREE',
  'CONTAINS_NUTS',
  'CONTAINS_ALCOHOL',
  'SPICY',
] as const
export type DietaryTag = (typeof DIETARY_TAGS)[number]

export const dietaryTags = z.array(z.enum(DIETARY_TAGS)).meta({
  description: 'As the shop says; none says nothing either way.',
})

const path = '/backoffice/v2/products/{id}/dietary_tags'
const reply = z.object({
  product: z.object({ id: z.string(), sku: z.string(), name: z.string() }),
  dietary_tags: dietaryTags,
})
export type DietaryTagsReply = z.input<typeof reply>

export const getDietaryTags = endpoint({
  name: 'getDietaryTags',
  method: 'GET',
  path,
  tag,
  summary: 'Read what shoppers are told of a product that they may order',
  access: 'products:read',
  effect: 'reads',
  params: wire.idParams,
  reply,
  errors: [NotFound],
})

export const putDietaryTags = endpoint({
  name: 'putDietaryTags',
  method: 'PUT',
  path,
  tag,
  summary: 'Set what shoppers are told of a product that they may order',
  description:
    'All of them at once, by id or SKU of the product; an empty list takes them away. Menus show them.',
  access: 'products:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ dietary_tags: dietaryTags.max(DIETARY_TAGS.length) }),
  reply,
  errors: [InvalidValue, RequiredField, NotFound, IdempotencyKeyReused],
})
