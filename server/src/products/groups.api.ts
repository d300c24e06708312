import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidValue, NotFound } from '../kit/error.ts'
import { GROUP_KINDS, PRODUCT_SOURCES } from './product.ts'

const tag = 'Product groups'
const kind = z.enum(GROUP_KINDS)
const earns = wire.flag.optional()

export const groupReply = z.object({
  id: z.string(),
  kind,
  code: z.string(),
  name: z.string(),
  source: z
    .enum(PRODUCT_SOURCES)
    .meta({ description: 'Who told of it last; PURCHASE: a till that sold of it.' }),
  earns: z.boolean().meta({ description: 'false: none of its products earns.' }),
  created_on: wire.epoch,
})
export type GroupReply = z.input<typeof groupReply>

export const listGroups = endpoint({
  name: 'listProductGroups',
  method: 'GET',
  path: '/backoffice/v2/product_groups',
  tag,
  summary: 'List families, brands and types of products, newest first',
  access: 'products:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    kind: kind.optional(),
    code: z.string().trim().min(1).max(100).optional(),
    source: z.enum(PRODUCT_SOURCES).optional(),
    earns,
  }),
  reply: wire.pageReply(groupReply),
  errors: [InvalidValue],
})

export const updateGroup = endpoint({
  name: 'updateProductGroup',
  method: 'PUT',
  path: '/backoffice/v2/product_groups/{id}',
  tag,
  summary: 'Change a family, brand or type of products',
  description:
    'By id, or by code where no group of another kind has the same. What is left out stays as it is. Groups are made with the first product that names them.',
  access: 'products:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    earns: earns.meta({
      description:
        'false for tips, fees, gift cards and the like: from the next purchase on, no product of the group earns.',
    }),
  }),
  reply: groupReply,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})
